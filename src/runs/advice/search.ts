/*
 * The search: changes one by one and then combined, the smallest first. What could help is found in the run of the model as it is;
 * a change that makes a difference and is not enough is a model of its own, in whose run more is found.
 */
import type { CheckResult } from "../../checks/apply.ts";
import type { Rereading } from "../read_again.ts";
import type { RunResult } from "../run.ts";
import type { Searched } from "./advice.ts";
import type { Change } from "./change.ts";
import { channelChanges } from "./channels.ts";
import { clauseChanges } from "./clauses.ts";
import { conditionChanges } from "./conditions.ts";
import { groundOf } from "./ground.ts";
import { limitChanges } from "./limits.ts";
import { patchedBy, patchedText, unpatched, type Patch } from "./patch.ts";
import { checkedWith, errorsBeside, fingerprintOf, trialOf, type Trial, type TrialOptions } from "./trial.ts";

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
  readonly result: RunResult;
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
  first: { readonly result: RunResult; readonly trial: Trial },
  rereading: Rereading,
  options: SearchOptions,
): { readonly found: readonly Found[]; readonly searched: Searched } {
  const { entry } = original.model;
  const own = original.sources.get(entry)?.text ?? "";
  const known = new Set(
    errorsBeside(first.trial.prepared.checked, options.regulation).map(
      ({ check, message }) => `${check} ${message}`,
    ),
  );
  const waiting = new Waiting();
  const seen = new Set<string>();
  const found: Found[] = [];
  const refused = new Map<string, number>();
  let tried = 0;
  let idle = 0;
  expand(
    { changes: [], size: 0, patches: new Map(), before: "" },
    first.trial,
    first.result,
    fingerprintOf(first.result),
  );
  let next = waiting.take();
  while (next !== undefined && tried < options.most && found.length < options.finds) {
    attempt(next);
    next = found.length < options.finds && tried < options.most ? waiting.take() : next;
  }
  return {
    found,
    searched: {
      tried,
      most: options.most,
      depth: options.depth,
      complete: next === undefined,
      refused,
      idle,
    },
  };

  function attempt(candidate: Candidate): void {
    // What holds a find already is no smaller change.
    if (found.some(({ changes }) => changes.every((change) => holds(candidate, change)))) return;
    tried += 1;
    const texts = textsOf(candidate.patches);
    const checked = checkedWith(texts, entry, rereading, options, own);
    const error = errorsBeside(checked, options.regulation).find(
      ({ check, message }) => !known.has(`${check} ${message}`),
    );
    if (error !== undefined) {
      refused.set(error.check, (refused.get(error.check) ?? 0) + 1);
      return;
    }
    const trial = trialOf(checked, options);
    const result = trial.play(options.scenario);
    const { changes, size, patches } = candidate;
    if (trial.verdictOf(result)?.verdict === "effective") {
      found.push({ changes, size, patches, checked, trial, result });
      return;
    }
    const fingerprint = fingerprintOf(result);
    if (fingerprint === candidate.before) idle += 1;
    else if (changes.length < options.depth) expand(candidate, trial, result, fingerprint);
  }

  function expand(
    { changes, size, patches }: Candidate,
    trial: Trial,
    result: RunResult,
    fingerprint: string,
  ): void {
    const ground = groundOf(result, trial.regulation);
    const more = [channelChanges, conditionChanges, limitChanges, clauseChanges].flatMap((find) =>
      find(ground),
    );
    for (const change of more) {
      const patched = withChange(patches, change, original);
      if (patched === undefined) continue;
      const key = JSON.stringify([...textsOf(patched)].sort(([a], [b]) => (a < b ? -1 : 1)));
      if (seen.has(key)) continue;
      seen.add(key);
      waiting.add({
        changes: [...changes, change],
        size: size + change.size,
        patches: patched,
        before: fingerprint,
      });
    }
  }
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
