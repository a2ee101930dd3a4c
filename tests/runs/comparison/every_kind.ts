/* A model that has everything which a comparison tells apart, and how each could be otherwise. */
import type { ThingKind } from "../../../src/runs/comparison/described.ts";
import { check, memoryHost, type CheckResult } from "../../../src/index.ts";
import { readBibliography } from "../../../src/model/bibliography.ts";

/** `name` as a difference has it; `changed` stands in place of `text`. What cannot change but into another has none. */
export interface Piece {
  readonly name: string;
  readonly text: string;
  readonly changed?: string;
}

/** One of each kind. A kind that is missing here does not compile. */
export const pieces: Readonly<Record<Exclude<ThingKind, "model" | "remark" | "bibliography entry">, Piece>> =
  {
    society: {
      name: "world",
      text: "society world differentiated by function",
      changed: "society world differentiated by strata",
    },
    "function system": {
      name: "fashion",
      text: "function system fashion within world { code in / out }",
      changed: "function system fashion { code in / out }",
    },
    organization: {
      name: "firm",
      text: "organization firm within trade { }",
      changed: "organization firm { }",
    },
    interaction: { name: "talk", text: "interaction talk within world { }", changed: "interaction talk { }" },
    movement: { name: "protest", text: "movement protest within world { }", changed: "movement protest { }" },
    "psychic system": { name: "anna", text: "psychic system anna { }", changed: "machine anna { }" },
    machine: { name: "robot", text: "machine robot { }", changed: "organization robot { }" },
    environment: { name: "river", text: "environment river { }", changed: "population river of 3 { }" },
    population: {
      name: "crowd",
      text: "population crowd of 100 { }",
      changed: "population crowd of 200 { }",
    },
    coupling: {
      name: "market",
      text: "coupling market between trade and law { }",
      changed: "coupling market between trade and politics { }",
    },
    regulation: {
      name: "cap",
      text: "regulation cap { by politics of trade starts with politics.bill(limit: 1) through contract aim trade.price <= 50 }",
      changed:
        "regulation cap { by politics of trade starts with politics.bill(limit: 1) through contract aim trade.price <= 40 }",
    },
    scenario: {
      name: "still",
      text: "scenario still { run }",
      changed: "scenario still like lively { run }",
    },
    property: {
      name: "cheap",
      text: "property cheap { always trade.price < 100 }",
      changed: "property cheap { never trade.price < 100 }",
    },
    experiment: {
      name: "all_of_it",
      text: "experiment all_of_it of lively { runs 5 measure last = trade.price }",
      changed: "experiment all_of_it of lively { runs 6 measure last = trade.price }",
    },
    function: { name: "", text: `function "to serve"`, changed: `function "to rule"` },
    code: { name: "", text: "code payment / non_payment", changed: "code non_payment / payment" },
    "secondary code": {
      name: "",
      text: "secondary code having / not_having",
      changed: "secondary code having / lacking",
    },
    medium: { name: "money", text: "medium money" },
    "contingency formula": { name: "", text: `contingency "scarcity"`, changed: `contingency "plenty"` },
    reflection: { name: "", text: `reflection "economics"`, changed: `reflection "finance"` },
    performance: { name: "", text: `performs "goods" for law`, changed: `performs "goods" for politics` },
    role: { name: "seller", text: "role seller performance", changed: "role seller public" },
    sensitivity: {
      name: "rumour",
      text: "sensitive to rumour(share: number) when share > 1",
      changed: "sensitive to rumour(share: number) when share > 2",
    },
    operation: { name: "gift", text: "operation gift" },
    parameter: { name: "asked", text: "asked: number in 0..9", changed: "asked: number in 0..8" },
    expectation: {
      name: "trust",
      text: "expectation trust: number = 60",
      changed: "expectation trust: number = 60 normative",
    },
    program: {
      name: "gossip",
      text: "program gossip conditional on own gift { otherwise -> payment }",
      changed: "program gossip conditional on own sale { otherwise -> payment }",
    },
    clause: { name: "", text: "when amount > 3 -> non_payment", changed: "when amount > 4 -> non_payment" },
    limit: {
      name: "ceiling",
      text: "limit ceiling blocks sale when price > 90",
      changed: "limit ceiling blocks sale when price > 80",
    },
    quantity: {
      name: "noise",
      text: "noise: number = 0 becomes noise + 1",
      changed: "noise: number = 0 becomes noise + 2",
    },
    event: { name: "flood", text: "event flood" },
    inclusion: { name: "", text: "included in trade as buyer", changed: "included in trade as seller" },
    channel: {
      name: "",
      text: "politics.bill -> trade.cost(amount: limit) when limit > 0",
      changed: "politics.bill -> trade.cost(amount: limit) when limit > 1",
    },
    step: { name: "", text: "run 3 steps", changed: "run 4 steps" },
    variation: {
      name: "",
      text: "vary trade.price over (10, 20)",
      changed: "vary trade.price over (10, 30)",
    },
    measure: {
      name: "dear",
      text: "measure dear = trade.price",
      changed: "measure dear = trade.price + 1",
    },
    source: { name: "", text: `cite book "p. 1"`, changed: `cite book "p. 2"` },
    allow: { name: "no_route in trade", text: `allow no_route "meant so"` },
  };

const p = pieces;
export const everything = `/// Everything there is.
model everything "All" {
  author "A. Author"
  license "MIT"
  step "year"
  ${p.source.text}
}
bibliography "works.json"
import politics, law from "canon"
${p.society.text}
${p["function system"].text}
function system trade "trading" within world {
  ${p.function.text}
  ${p.code.text}
  ${p["secondary code"].text}
  ${p.medium.text}
  ${p["contingency formula"].text}
  ${p.reflection.text}
  ${p.performance.text}
  ${p.role.text}
  role buyer "a buyer" public
  sensitive to cost(amount: number)
  ${p.sensitivity.text}
  ${p.operation.text}
  /// A thing is sold.
  operation sale(${p.parameter.text})
  expectation price: number in 0..100 = 60
  ${p.expectation.text}
  program investment conditional on cost {
    ${p.clause.text}
    otherwise -> payment { emit sale(asked: 1) }
  }
  ${p.program.text}
  ${p.limit.text}
  ${p.allow.text}
}
extend politics { operation bill(limit: number) }
${p.organization.text}
${p.interaction.text}
${p.movement.text}
${p["psychic system"].text}
${p.machine.text}
${p.environment.text}
${p.population.text}
population people of 20 {
  ${p.inclusion.text}
  ${p.event.text}
  ${p.quantity.text}
}
${p.coupling.text}
coupling contract between politics and trade {
  ${p.channel.text}
  trade.sale -> politics.price_news(price: asked)
}
extend politics { sensitive to price_news(price: number) }
${p.regulation.text}
scenario lively {
  apply cap
  ${p.step.text}
}
${p.scenario.text}
${p.property.text}
${p.experiment.text}
experiment some of lively {
  ${p.variation.text}
  runs 10
  ${p.measure.text}
}
`;

const works = (title: string): string => JSON.stringify([{ id: "book", type: "book", title }]);

export function checkedText(text: string, title = "A book"): CheckResult {
  return check(
    { name: "everything.sys", text },
    { host: memoryHost(new Map([["works.json", works(title)]])), readBibliography },
  );
}

/** Without something, or with something else in its place. */
export function withInstead(text: string, replacement: string): string {
  const parts = everything.split(text);
  if (parts.length !== 2) throw new Error(`stands ${parts.length - 1} times: ${text}`);
  return parts.join(replacement);
}
