/* What the choices of purpose programs yielded when one was taken: the highest of those that were open (LANGUAGE.md, "Code and programs"). */
import type { WeighedChoice } from "../../diagnostics/run_facts.ts";
import type { Expression } from "../../model/expression.ts";
import type { Clause, Program } from "../../model/model.ts";
import type { TraceEntry } from "../trace.ts";
import { shownNumber } from "../values.ts";
import { computedAgain } from "./compute.ts";
import type { Inquiry } from "./inquiry.ts";
import { standingOf, valueAt } from "./readings.ts";
import { triggerNode } from "./triggers.ts";

type Decision = Extract<TraceEntry, { kind: "decision" }>;

interface Weighed {
  /** The choice that was taken, then the others. */
  readonly choices: readonly WeighedChoice[];
  /** What decided between them: their conditions, and what they yield. */
  readonly read: readonly Expression[];
}

/** The choices that there were when one was taken. */
export function weighed(inquiry: Inquiry, entry: Decision, taken: Clause): Weighed {
  const yielding = choicesOf(inquiry, entry).map((clause) => ({
    clause,
    ...yieldOf(inquiry, entry, clause),
  }));
  const unknown = yielding.some(
    ({ isOpen, yields }) => isOpen === undefined || (isOpen && yields === undefined),
  );
  if (unknown) return { choices: [{ name: taken.name ?? "", yields: undefined }], read: [] };
  const inOrder = [
    ...yielding.filter(({ clause }) => clause === taken),
    ...yielding.filter(({ clause }) => clause !== taken),
  ];
  return {
    choices: inOrder.map(({ clause, isOpen, yields }) => ({
      name: clause.name ?? "",
      yields: isOpen === true && yields !== undefined ? shownNumber(yields) : undefined,
    })),
    read: yielding.flatMap(({ clause, isOpen }) => [
      ...(clause.when === undefined ? [] : [clause.when]),
      ...(clause.yields === undefined || isOpen === false ? [] : [clause.yields]),
    ]),
  };
}

/** Whether a choice was open, and what it yielded or would have; undefined where that cannot be told. */
export function yieldOf(
  inquiry: Inquiry,
  entry: Decision,
  { when, yields }: Clause,
): { readonly isOpen: boolean | undefined; readonly yields: number | undefined } {
  const standing = standingOf(inquiry, entry);
  const compute = (expression: Expression): number | undefined =>
    computedAgain(inquiry, expression, (_name, part) => valueAt(inquiry, part, standing));
  const condition = when === undefined ? 1 : compute(when);
  return {
    isOpen: condition === undefined ? undefined : condition !== 0,
    yields: yields && compute(yields),
  };
}

/** All choices on what a decision was about, of all programs on it. */
function choicesOf(inquiry: Inquiry, entry: Decision): readonly Clause[] {
  const { history, index } = inquiry;
  const cause = entry.cause === undefined ? undefined : history.at(entry.cause);
  const flow = inquiry.flow();
  const node = flow.nodes[triggerNode(flow, entry, cause) ?? -1];
  const own = entry.program === undefined ? undefined : index.program(entry.owner, entry.program);
  const programs: readonly Program[] =
    node?.kind === "decision" ? node.programs : own === undefined ? [] : [own];
  return programs.flatMap(({ clauses }) => clauses.filter(({ kind }) => kind === "choice"));
}
