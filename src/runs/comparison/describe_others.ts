/* Environments and populations, couplings, regulations, properties and experiments. */
import type { Place } from "../../base/place.ts";
import type {
  Claim,
  Coupling,
  Environment,
  Event,
  Experiment,
  Inclusion,
  Measure,
  Property,
  Quantity,
  Regulation,
  Variation,
} from "../../model/model.ts";
import type { Described, ThingKind } from "./described.ts";
import { declaredTable, itemTable, line, named, parameters } from "./describe_system.ts";
import {
  asIs,
  describeBy,
  fact,
  lineBy,
  lineByKind,
  parts,
  place,
  toldElsewhere,
  type Table,
  type Tables,
} from "./table.ts";
import { sorted, typeWords, type Naming, type Wording } from "./wording.ts";

function headOf(
  kind: ThingKind,
  { id, place: where }: { readonly id: string; readonly place: Place },
  naming: Naming,
) {
  return { kind, name: naming.called(id), places: [where] };
}

export function describeEnvironment(environment: Environment, naming: Naming, wording: Wording): Described {
  const { id } = environment;
  const quantity: Table<Quantity> = {
    ...itemTable,
    type: fact("type", typeWords),
    initial: fact("initial value", (initial) => wording.expression(initial, id)),
    becomes: fact("becomes", (becomes) => becomes && wording.expression(becomes, id)),
  };
  const event: Table<Event> = { ...itemTable, parameters };
  const inclusion: Table<Inclusion> = {
    system: fact("", (system) => `in ${wording.ref(system)}`),
    role: fact("", ({ text }) => `as ${text}`),
    place,
  };
  const table: Table<Environment> = {
    ...declaredTable,
    kind: asIs("kind"),
    size: fact("size", (size) => size && wording.expression(size, id)),
    quantities: parts((all) => all.map((one) => named("quantity", one, quantity))),
    events: parts((all) => all.map((one) => named("event", one, event))),
    inclusions: parts((all) => all.map((one) => line("inclusion", one.place, lineBy(one, inclusion)))),
  };
  return describeBy(headOf(environment.kind, environment, naming), environment, table);
}

export function describeCoupling(coupling: Coupling, naming: Naming, wording: Wording): Described {
  const { left, right } = coupling;
  const table: Table<Coupling> = {
    ...declaredTable,
    kind: toldElsewhere,
    // Which of the two is named first says nothing.
    left: fact("between", () => sorted([wording.ref(left), wording.ref(right)]).join(" and ")),
    right: toldElsewhere,
    channels: parts((all) => all.map((one) => line("channel", one.place, wording.channel(one)))),
  };
  return describeBy(headOf("coupling", coupling, naming), coupling, table);
}

export function describeRegulation(regulation: Regulation, naming: Naming, wording: Wording): Described {
  const start: Table<NonNullable<Regulation["start"]>> = {
    operation: fact("", wording.part),
    args: fact("", (args) => wording.args(args)),
  };
  const through: Table<NonNullable<Regulation["through"]>> = {
    direct: fact("", (direct) => (direct ? "direct" : undefined)),
    couplings: fact("", wording.refs),
    place,
  };
  const table: Table<Regulation> = {
    ...declaredTable,
    kind: toldElsewhere,
    by: fact("by", wording.ref),
    of: fact("of", wording.ref),
    start: fact("starts with", (one) => one && lineBy(one, start, "")),
    through: fact("through", (one) => one && lineBy(one, through)),
    aim: fact("aim", (aim) => aim && wording.expression(aim)),
  };
  return describeBy(headOf("regulation", regulation, naming), regulation, table);
}

export function describeProperty(property: Property, naming: Naming, wording: Wording): Described {
  const { ref, refs, part, outcome, expression } = wording;
  const absolute = (): Table<Extract<Claim, { kind: "always" | "never" }>> => ({
    kind: asIs(""),
    condition: fact("", (condition) => expression(condition)),
    place,
  });
  const claims: Tables<Claim> = {
    always: absolute(),
    never: absolute(),
    eventually: { kind: asIs(""), outcome: fact("", outcome), place },
    after: {
      kind: asIs(""),
      operation: fact("", part),
      outcome: fact("", (one) => `eventually ${outcome(one)}`),
      place,
    },
    reaches: {
      from: fact("", ref),
      never: fact("", (never) => (never ? "never" : undefined)),
      kind: asIs(""),
      to: fact("", ref),
      through: fact("", (all) => (all.length === 0 ? undefined : `only through ${refs(all)}`)),
      place,
    },
  };
  const table: Table<Property> = {
    ...declaredTable,
    kind: toldElsewhere,
    claim: fact("claim", (claim) => claim && lineByKind(claim, claims)),
  };
  return describeBy(headOf("property", property, naming), property, table);
}

export function describeExperiment(experiment: Experiment, naming: Naming, wording: Wording): Described {
  const { expression, outcome, part } = wording;
  const variations: Tables<Variation> = {
    range: {
      kind: toldElsewhere,
      part: fact("", part),
      from: fact("", (from) => `from ${expression(from)}`),
      to: fact("", (to) => `to ${expression(to)}`),
      by: fact("", (by) => `by ${expression(by)}`),
      place,
    },
    over: {
      part: fact("", part),
      kind: asIs(""),
      values: fact("", (values) => values.map((one) => expression(one)).join(", ")),
      place,
    },
  };
  const measure: Table<Measure> = { ...itemTable, outcome: fact("", outcome) };
  const table: Table<Experiment> = {
    ...declaredTable,
    kind: toldElsewhere,
    scenario: fact("scenario", (scenario) => scenario && wording.ref(scenario)),
    variations: parts((all) => all.map((one) => line("variation", one.place, lineByKind(one, variations)))),
    runs: asIs("runs"),
    measures: parts((all) => all.map((one) => named("measure", one, measure))),
  };
  return describeBy(headOf("experiment", experiment, naming), experiment, table);
}
