/* What must be set off for an expectation of a scenario to come true. */
import { nodeNamed } from "../../flow/flow.ts";
import type { Flow } from "../../flow/flow.ts";
import type { Outcome } from "../../model/model.ts";
import type { Id } from "../../model/reference.ts";
import type { CheckContext } from "../context.ts";
import { namesIn } from "./names.ts";

export interface Goal {
  readonly kind: "resonates" | "designates" | "occurs";
  readonly owner: Id;
  /** `economy.credit_cost`, `economy`, `law.judgment` */
  readonly thing: string;
  /** Any of these would do. */
  readonly nodes: readonly number[];
}

/** What must be set off for an outcome to come true; undefined for outcomes that need nothing to happen. */
export function goalOf(outcome: Outcome, context: CheckContext): Goal | undefined {
  const { flow, index } = context;
  const names = namesIn(outcome.place.file, context);
  switch (outcome.kind) {
    case "resonates": {
      const owner = outcome.system.id;
      const heard = index.system(owner)?.sensitivities ?? [];
      const expected = heard.filter(({ name }) => outcome.to === undefined || outcome.to.text === name);
      const nodes = expected.flatMap(({ name }) => nodeNamed(flow, "sensitivity", owner, name) ?? []);
      const part = outcome.to === undefined ? "" : `.${outcome.to.text}`;
      return { kind: "resonates", owner, thing: `${names(owner)}${part}`, nodes };
    }
    case "designates": {
      const owner = outcome.system.id;
      const nodes = decisionsFor(owner, outcome.value.text, flow);
      return { kind: "designates", owner, thing: names(owner), nodes };
    }
    case "occurs": {
      if (outcome.bound === "at most" || outcome.count === 0) return undefined;
      const { kind, owner, name } = outcome.of;
      const operation = kind === "limit" ? index.limit(owner, name)?.operation?.text : name;
      if (operation === undefined) return undefined;
      const number = nodeNamed(flow, kind === "event" ? "event" : "operation", owner, operation);
      const nodes = number === undefined ? [] : [number];
      return { kind: "occurs", owner, thing: `${names(owner)}.${name}`, nodes };
    }
    case "stays indifferent":
    case "condition":
    case "verdict":
      return undefined;
  }
}

/** The decisions of a system in which a clause designates the value. */
function decisionsFor(owner: Id, value: string, flow: Flow): readonly number[] {
  return (flow.nodesOf.get(owner) ?? []).filter((number) => {
    const node = flow.nodes[number];
    return (
      node?.kind === "decision" &&
      node.programs.some((program) => program.clauses.some((clause) => clause.value?.text === value))
    );
  });
}
