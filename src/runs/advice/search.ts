/*
 * The search: changes one by one and then combined, the smallest first. What could help is found in the run of the model as it is;
 * a change that makes a difference and is not enough is a model of its own, in whose run more is found.
 */
import type { CheckResult } from "../../checks/apply.ts";
import type { Rereading } from "../read_again.ts";
import type { Searched } from "./advice.ts";
import type { Change } from "./change.ts";
import { channelChanges } from "./channels.ts";
import { clauseChanges } from "./clauses.ts";
import { conditionChanges } from "./conditions.ts";
import { groundOf } from "./ground.ts";
import { limitChanges } from "./limits.ts";
import { patchedBy, patchedText, unpatched, type Patch } from "./patch.ts";
import {
  errorsBeside,
  fingerprintOf,
  textsTried,
  trialOf,
  type Outcome,
  type Trial,
  type TrialOptions,
} from "./trial.ts";

/** Changes that are to be tried together. */
interface Candidate {
  readonly changes: readonly Change[];
  readonly size: number;
  readonly patches: ReadonlyMap<string, Patch>;
  /** What happened in the run to which the last of them is added. */
  readonly before: string;
}

/** Changes that together make the regulation effective. */
export interface Found extends Pick<Candidate, "changes" | "size" | "patches"> {
  readonly checked: CheckResult;
  readonly trial: Trial;
  readonly outcome: Outcome;
}

export interface SearchOptions extends TrialOptions {
  readonly scenario: string;
  /** How many changed models are tried at most, how many changes are combined, and after how many finds it ends. */
  readonly most: number;
  readonly depth: number;
  readonly finds: number;
}

export function search(
  original: CheckResult,
  first: { readonly outcome: Outcome; readonly trial: Trial },
  rereading: Rereading,
  options: SearchOptions,
): { readonly found: readonly Found[]; readonly searched: Searched } {
  const known = new Set(errorsIn(rereading.checked(textsTried(new Map(), original, options))));
  const wrong = new Set(violationsIn(first.outcome));
  const waiting = new Waiting();
  const seen = new Set<string>();
  const found: Found[] = [];
  const refused = new Map<string, number>();
  let tried = 0;
  let idle = 0;
  expand({ changes: [], size: 0, patches: new Map() }, first.trial, first.outcome);
  let next = waiting.take();
  while (next !== undefined && tried < options.most && found.length < options.finds) {
    attempt(next);
    next = found.length < options.finds && tried < options.most ? waiting.take() : next;
  }
  const { most, depth } = options;
  return { found, searched: { tried, most, depth, complete: next === undefined, refused, idle } };

  function errorsIn(checked: CheckResult): readonly string[] {
    return errorsBeside(checked, options.regulation).map(({ check, message }) => `${check} ${message}`);
  }

  /** Whether the changed model has an error more, which is noted. */
  function isRefused(checked: CheckResult): boolean {
    const error = errorsIn(checked).find((each) => !known.has(each));
    return error !== undefined && refuse(error.slice(0, error.indexOf(" ")));
  }

  /** Whether something goes wrong in the run that goes wrong in none of the model as it is. */
  function goesWrong(outcome: Outcome): boolean {
    const [check] = violationsIn(outcome).filter((each) => !wrong.has(each));
    return check !== undefined && refuse(check);
  }

  function refuse(check: string): true {
    refused.set(check, (refused.get(check) ?? 0) + 1);
    return true;
  }

  function attempt(candidate: Candidate): void {
    // What holds a find already is no smaller change.
    if (found.some(({ changes }) => changes.every((change) => holds(candidate, change)))) return;
    if (candidate.changes.length > 1 && found.some(({ changes }) => isSameWay(changes, candidate.changes)))
      return;
    tried += 1;
    const texts = textsTried(textsOf(candidate.patches), original, options);
    // Whether it contradicts the theory is asked where it would help.
    const read = rereading.read(texts);
    if (isRefused(read)) return;
    const trial = trialOf(read, options);
    const outcome = trial.play(options.scenario);
    const { changes, size, patches } = candidate;
    if (trial.verdictOf(outcome) === "effective") {
      const checked = rereading.checked(texts);
      if (!isRefused(checked) && !goesWrong(outcome))
        found.push({ changes, size, patches, checked, trial, outcome });
      return;
    }
    if (fingerprintOf(outcome) === candidate.before) idle += 1;
    else if (changes.length < options.depth) expand(candidate, trial, outcome);
  }

  function expand(
    { changes, size, patches }: Omit<Candidate, "before">,
    trial: Trial,
    outcome: Outcome,
  ): void {
    const ground = groundOf(outcome, trial.regulation);
    const before = fingerprintOf(outcome);
    const more = [channelChanges, conditionChanges, limitChanges, clauseChanges].flatMap((find) =>
      find(ground),
    );
    for (const change of more) {
      const patched = withChange(patches, change, original);
      if (patched === undefined) continue;
      const key = JSON.stringify([...textsOf(patched)].sort(([a], [b]) => (a < b ? -1 : 1)));
      if (seen.has(key)) continue;
      seen.add(key);
      const all = withoutDetour(changes, change);
      const total = all.length > changes.length ? size + change.size : size;
      waiting.add({ changes: all, size: total, patches: patched, before });
    }
  }
}

/** The changes with one more. What sets a value that one of them has set already is that change, and goes farther. */
function withoutDetour(changes: readonly Change[], change: Change): readonly Change[] {
  const { facts } = change;
  const [value, ...others] = "values" in facts ? facts.values : [];
  if (value === undefined || others.length > 0) return [...changes, change];
  const at = changes.findIndex(
    (before) =>
      "values" in before.facts &&
      before.facts.values.length === 1 &&
      before.facts.values.every(({ name, to }) => name === value.name && to === value.from) &&
      JSON.stringify(before.facts.of) === JSON.stringify("of" in facts ? facts.of : undefined),
  );
  const before = changes[at];
  if (before === undefined || !("values" in before.facts) || !("values" in facts))
    return [...changes, change];
  const from = before.facts.values[0]?.from ?? value.from;
  const together: Change = { ...change, facts: { ...before.facts, values: [{ ...value, from }] } };
  return changes.map((each, index) => (index === at ? together : each));
}

/** Whether the changes see to the same obstacles, one by one, as if each was changed in another way. */
function isSameWay(changes: readonly Change[], others: readonly Change[]): boolean {
  if (changes.length !== others.length) return false;
  return changes.every((change, order) => {
    const [one, other] = [change, others[order]].map((each) => each && obstacleOf(each));
    return one !== undefined && one === other;
  });
}

/** What a change sees to: the condition or limit, the clause, the channel. */
function obstacleOf({ facts }: Change): string {
  return "of" in facts ? JSON.stringify([facts.of, facts.condition]) : JSON.stringify(facts);
}

/** The checks that find something in a run that nobody expects. */
function violationsIn({ played }: Outcome): readonly string[] {
  return played.course.reporter.reported.flatMap(({ violation, expected }) =>
    expected ? [] : [violation.check],
  );
}

function holds({ changes }: Candidate, sought: Change): boolean {
  const key = JSON.stringify(sought.facts);
  return changes.some(({ facts }) => JSON.stringify(facts) === key);
}

/** The changes of each file with one change more; undefined if it would change the canon, or a file that is not known. */
export function withChange(
  patches: ReadonlyMap<string, Patch>,
  { edits }: Change,
  { model, sources }: CheckResult,
): ReadonlyMap<string, Patch> | undefined {
  const patched = new Map(patches);
  for (const file of new Set(edits.map(({ place }) => place.file))) {
    const text = sources.get(file)?.text;
    if (text === undefined || model.files.some(({ name, canonical }) => canonical && name === file))
      return undefined;
    const own = edits.filter(({ place }) => place.file === file);
    patched.set(file, patchedBy(patched.get(file) ?? unpatched(text), own));
  }
  return patched;
}

export function textsOf(patches: ReadonlyMap<string, Patch>): ReadonlyMap<string, string> {
  return new Map([...patches].map(([file, patch]) => [file, patchedText(patch)]));
}

/** What waits to be tried: the smallest first, of one size in the order in which it came. */
class Waiting {
  private readonly bySize = new Map<number, Candidate[]>();

  add(candidate: Candidate): void {
    const same = this.bySize.get(candidate.size);
    if (same === undefined) this.bySize.set(candidate.size, [candidate]);
    else same.push(candidate);
  }

  take(): Candidate | undefined {
    let least = Infinity;
    for (const [size, candidates] of this.bySize) if (candidates.length > 0) least = Math.min(least, size);
    return this.bySize.get(least)?.shift();
  }
}
