/* Why something happened in a run, or did not. */
import { fatesOf, type Fate } from "../engine/inquiry/fates.ts";
import { historyOf } from "../engine/inquiry/history.ts";
import { inquire, type Inquiry } from "../engine/inquiry/inquiry.ts";
import { explain, type Explanation } from "../engine/inquiry/why.ts";
import type { RunResult } from "./run.ts";
import { subjectNamed } from "./subjects.ts";

/**
 * Explains what became of something in a run that kept a trace: an expectation or quantity (`economy.price`), an operation, event,
 * limit or sensitivity (`law.judgment`), or a whole system, environment or population (`economy`), as
 * the file that is run calls it or by its own name. Throws `UnknownSubject`
 * and `NoTrace`.
 */
export function why(result: RunResult, subject: string): Explanation {
  const inquiry = inquiryInto(result);
  return explain(inquiry, subjectNamed(inquiry.model, inquiry.names, subject));
}

/**
 * What became of an operation or event, which the trace calls by a number, for every other system, environment and
 * population; empty if that number is something else's.
 */
export function fatesIn(result: RunResult, entry: number): readonly Fate[] {
  const inquiry = inquiryInto(result);
  const operation = inquiry.history.at(entry);
  return operation?.kind === "operation" ? fatesOf(inquiry, operation) : [];
}

/** Thrown where questions are asked about a run that kept no trace. */
export class NoTrace extends Error {
  constructor() {
    super("this run kept no trace, so that nothing can be said of what happened in it: run it with `traced`");
    this.name = "NoTrace";
  }
}

/** What is needed to ask questions about a run. Throws `NoTrace`. */
export function inquiryInto({
  prepared,
  played,
  traced,
}: Pick<RunResult, "prepared" | "played" | "traced">): Inquiry {
  if (!traced) throw new NoTrace();
  return inquire(prepared.checked, historyOf(played.course));
}
