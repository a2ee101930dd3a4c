import type { Place } from "../base/place.ts";
import { listed, quoted } from "../base/words.ts";
import type { Fix } from "../diagnostics/diagnostic.ts";
import { namesOf } from "../flow/describe.ts";
import { nodeNamed } from "../flow/flow.ts";
import type { Flow } from "../flow/flow.ts";
import type { Expression } from "../model/expression.ts";
import type { Outcome, Regulation } from "../model/model.ts";
import type { Id } from "../model/reference.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { isInEntry } from "./support/at_work.ts";
import { textAt } from "./support/edits.ts";
import { everyExpression } from "./support/expressions.ts";
import { indentationOf } from "./support/insertion.ts";
import { routeOf } from "./support/route.ts";
import { anyArguments, settersOf } from "./support/routes.ts";
import type { StepOfKind } from "./support/steps.ts";
import type { Occasions } from "./support/unreached.ts";
import { canBeSetOff, happeningAnyway, occasionsFor, occasionsOf } from "./support/unreached.ts";

interface Facts {
  readonly kind: "resonates" | "designates" | "occurs" | "aim";
  /** What is expected: `economy.credit_cost`, `economy`, `law.judgment`; of an aim the regulation. */
  readonly thing: string;
  /** The operations and events that lead there, with how a scenario lets them happen. */
  readonly occasions: readonly { readonly name: string; readonly step: string }[];
  /** What an aim reads, and what sets it. */
  readonly read: readonly { readonly name: string; readonly setBy: readonly string[] }[];
  /** The operation with which the regulation starts. */
  readonly start: string;
  readonly stepPlace: Place | undefined;
}

export const unreachable_expectation = defineCheck<Facts>({
  name: "unreachable_expectation",
  severity: "warning",
  group: "whole",
  summary: "an expectation or aim that nothing which happens can ever lead to",
  fromAbsence: true,
  sources: ["Luhmann 1984, ch. 1", "Luhmann 1993, ch. 10"],

  *detect(context) {
    const anyway = happeningAnyway(context.flow);
    for (const scenario of context.model.scenarios) {
      const occasions = occasionsOf(scenario, context);
      const excused = reportedOtherwise(occasions, context);
      for (const { step, time } of occasions.steps) {
        if (step.kind !== "expect") continue;
        const goal = goalOf(step.outcome, context);
        if (goal === undefined || goal.nodes.length === 0 || excused.has(goal.owner)) continue;
        if (canBeSetOff(goal.nodes, time, occasions, anyway, context.flow)) continue;
        yield { place: step.outcome.place, facts: factsOfStep(goal, step, context) };
      }
    }
    for (const regulation of context.model.regulations) {
      const { aim } = regulation;
      if (aim === undefined || !isInEntry(aim.place, context)) continue;
      const facts = factsOfAim(regulation, aim, context);
      if (facts !== undefined) yield { place: aim.place, facts };
    }
  },

  words({ kind, thing, occasions, read, start }) {
    if (kind === "aim") {
      const names = listed(read.map(({ name }) => quoted(name)));
      const setBy = read.flatMap((each) => each.setBy);
      return {
        message: `\`${thing}\` aims at ${names}, which nothing that it starts can change`,
        label: `\`${start}\` does not lead here`,
        why: [
          "a regulation can move only what its operations irritate, step by step; what no clause, channel or quantity connects with them stays as it is (Luhmann 1993, ch. 10)",
        ],
        help: [
          setBy.length > 0
            ? `${names} ${read.length === 1 ? "is" : "are"} set by ${listed(setBy.slice(0, 3))}: lead the route there, or aim at what the route moves`
            : `let a program set ${names} on what the route brings, or aim at what the route moves`,
        ],
      };
    }
    const [first] = occasions;
    return {
      message: messageOf(kind, thing),
      label: "nothing that has happened by now leads here",
      why: [
        "a system notices only what a coupling brings to it, and a coupling brings only what has happened (Luhmann 1984, ch. 1)",
      ],
      help: [
        first === undefined
          ? `nothing in the model leads to ${quoted(thing)}: let a channel or a program bring it about`
          : `${listed(
              occasions.map(({ name }) => quoted(name)),
              "or",
            )} would lead here: write ${quoted(first.step)} and \`run\` before it`,
      ],
    };
  },

  fixes({ occasions, stepPlace }, context) {
    if (stepPlace === undefined) return [];
    const indentation = indentationOf(stepPlace, context);
    const expect = textAt(stepPlace, context);
    return occasions.slice(0, 1).map(({ step }): Fix => ({
      title: `let it happen: ${quoted(step)}`,
      certain: false,
      edits: [{ place: stepPlace, text: `${step}\n${indentation}run\n${indentation}${expect}` }],
    }));
  },
});

function messageOf(kind: Facts["kind"], thing: string): string {
  switch (kind) {
    case "resonates":
      return `nothing that happens here can reach \`${thing}\``;
    case "designates":
      return `nothing that happens here gives \`${thing}\` an occasion to designate this`;
    case "occurs":
    case "aim":
      return `nothing that happens here can lead to \`${thing}\``;
  }
}

interface Goal {
  readonly kind: Facts["kind"];
  readonly owner: Id;
  readonly thing: string;
  readonly nodes: readonly number[];
}

/** What must be set off for an outcome to come true; undefined for outcomes that need nothing to happen. */
function goalOf(outcome: Outcome, context: CheckContext): Goal | undefined {
  const { flow, index } = context;
  const names = namesOf(index);
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

/**
 * Those of whom it has been said otherwise why nothing reaches them: targets of a perturbation that nothing carries,
 * of a steering, of a regulation without a route.
 */
function reportedOtherwise({ steps }: Occasions, context: CheckContext): ReadonlySet<Id> {
  const excused = new Set<Id>();
  for (const { step } of steps) {
    if (step.kind === "steer" || step.kind === "change") excused.add(step.part.owner);
    if (step.kind === "perturb") {
      const { operation, target } = step;
      const channels = context.index.channelsFrom(operation.owner, operation.name);
      if (!channels.some(({ channel }) => channel.target.owner === target.id)) excused.add(target.id);
    }
    if (step.kind === "apply") {
      const regulation = context.index.regulation(step.regulation.id);
      const target = regulation?.of?.id;
      if (regulation === undefined || target === undefined) continue;
      const route = routeOf(regulation, context);
      if (route.kind !== "whole" || route.gaps.length > 0) excused.add(target);
    }
  }
  return excused;
}

const mostOccasions = 3;

function factsOfStep({ kind, thing, nodes }: Goal, step: StepOfKind<"expect">, context: CheckContext): Facts {
  const { flow, index } = context;
  const names = namesOf(index);
  const occasions = occasionsFor(nodes, mostOccasions, flow).flatMap((number) => {
    const node = flow.nodes[number];
    if (node === undefined) return [];
    const { owner, name } = node;
    const begun = node.kind === "event" ? index.event(owner, name) : index.operation(owner, name);
    const step = `${names(owner)} emits ${name}${anyArguments(begun?.parameters ?? [])}`;
    return [{ name: `${names(owner)}.${name}`, step }];
  });
  return { kind, thing, occasions, read: [], start: "", stepPlace: step.place };
}

/** What an aim looks at, if the regulation has a route and yet reaches nothing of it. */
function factsOfAim(regulation: Regulation, aim: Expression, context: CheckContext): Facts | undefined {
  const { flow, index } = context;
  const route = routeOf(regulation, context);
  const operation = regulation.start?.operation;
  if (route.kind !== "whole" || route.gaps.length > 0 || operation === undefined) return undefined;
  const start = nodeNamed(flow, "operation", operation.owner, operation.name);
  const read = [...everyExpression(aim)].flatMap((part) => readBy(part, flow));
  const nodes = new Set(read.flatMap((each) => each.nodes));
  if (start === undefined || nodes.size === 0 || leadsTo(start, nodes, flow)) return undefined;
  const names = namesOf(index);
  const things = new Map(read.map((each) => [`${names(each.owner)}.${each.name}`, each]));
  return {
    kind: "aim",
    thing: regulation.name,
    occasions: [],
    read: [...things].map(([name, each]) => ({ name, setBy: settersAsText(each.owner, each.name, context) })),
    start: `${names(operation.owner)}.${operation.name}`,
    stepPlace: undefined,
  };
}

interface Read {
  readonly owner: Id;
  readonly name: string;
  readonly nodes: readonly number[];
}

function readBy(part: Expression, flow: Flow): readonly Read[] {
  switch (part.kind) {
    case "expectation":
    case "quantity": {
      const number = nodeNamed(flow, part.kind, part.owner, part.name);
      return number === undefined ? [] : [{ owner: part.owner, name: part.name, nodes: [number] }];
    }
    case "designated": {
      const decisions = (flow.nodesOf.get(part.owner) ?? []).filter(
        (number) => flow.nodes[number]?.kind === "decision",
      );
      return [{ owner: part.owner, name: "designated", nodes: decisions }];
    }
    case "count": {
      const { kind, owner, name } = part.of;
      if (kind !== "operation" && kind !== "event") return [];
      const number = nodeNamed(flow, kind, owner, name);
      return number === undefined ? [] : [{ owner, name, nodes: [number] }];
    }
    default:
      return [];
  }
}

/** Whether one of the goals can be reached, by whatever way, what is only read included. */
function leadsTo(start: number, goals: ReadonlySet<number>, flow: Flow): boolean {
  const reached = new Set([start]);
  for (const number of reached) {
    if (goals.has(number)) return true;
    for (const next of flow.successors[number] ?? []) reached.add(next);
  }
  return false;
}

function settersAsText(owner: Id, name: string, { index }: CheckContext): readonly string[] {
  const system = index.system(owner);
  if (system === undefined) {
    return index
      .channelsInto(owner, name)
      .map(({ coupling, channel }) => `${quoted(coupling.name)} (from \`${channel.source.name}\`)`);
  }
  return settersOf(system, name).map(
    ({ program, triggers }) => `${quoted(program)} (on ${listed(triggers.map(quoted), "or")})`,
  );
}
