/*
 * What the line that opens a block says is found in it: `error=NAME`, `warning=NAME`, `hint=NAME`, with commas between
 * several; `hints`: any hint. What is promised and found is no news, and what is not found is.
 */
import { nearest } from "../../base/near.ts";
import { listed, quoted } from "../../base/words.ts";
import { mayWaitForRun } from "../../checks/apply.ts";
import type { AnyCheck } from "../../checks/context.ts";
import type { Diagnostic, Severity, Silenced } from "../../diagnostics/diagnostic.ts";
import { checks } from "../../index.ts";
import type { Level } from "../levels.ts";
import { isPiece, valuesOf, type Block } from "./block.ts";
import type { InfoWord } from "./fence.ts";

export interface Promised {
  /** The checks that are to find something, where they are named. */
  readonly checks: ReadonlyMap<string, InfoWord>;
  /** Whether hints are not told. */
  readonly hints: boolean;
}

/** What is promised of a model that is a file. */
export const nothingPromised: Promised = { checks: new Map(), hints: false };

export function promisedBy({ words }: Pick<Block, "words">): Promised {
  const named = ["error", "warning", "hint"].flatMap((key) => valuesOf(words, key));
  return {
    checks: new Map(named.map((word) => [word.text, word])),
    hints: words.some(({ text }) => text === "hints"),
  };
}

export interface Kept {
  /** What is found and was not promised. */
  readonly diagnostics: readonly Diagnostic[];
  /** What was promised. */
  readonly silenced: readonly Silenced[];
}

/** Parts what was promised from the rest. */
export function withoutPromised(found: readonly Diagnostic[], { checks: promised, hints }: Promised): Kept {
  const told = found.filter(({ severity, check }) => !(hints && severity === "hint") || promised.has(check));
  return {
    diagnostics: told.filter(({ check }) => !promised.has(check)),
    silenced: told
      .filter(({ check }) => promised.has(check))
      .map((diagnostic) => ({ diagnostic, reason: "the line that opens the block says that it is found" })),
  };
}

/** That something was promised and is not found; and what is named that there is not. */
export function brokenPromises(
  { document }: Block,
  { checks: promised }: Promised,
  found: ReadonlySet<string>,
  levels: ReadonlyMap<string, Level>,
  /** Whether it has been run. */
  ran: boolean,
): readonly Diagnostic[] {
  return [...promised].flatMap(([name, { start, end }]): readonly Diagnostic[] => {
    const check = checks.find((each) => each.name === name);
    const place = { file: document.name, start, end };
    if (check === undefined) return ran ? [] : [unknown(name, place, levels)].flat();
    if (found.has(name) || mayWaitForRun(check) !== ran || levels.get(name) === "off") return [];
    return [missing(check, place, levels)].flat();
  });
}

function missing(check: AnyCheck, place: Diagnostic["place"], levels: ReadonlyMap<string, Level>) {
  return worded("expected_violation_missing", "error", place, levels, {
    message: `${quoted(check.name)} is to be found in this block, and is not`,
    label: "nothing of the kind is found",
    why: [
      "a block that says what is found in it shows what the theory excludes, and that the model is judged so",
    ],
    help: [`if the model is as it should be, remove this word; else let it show what it was meant to show`],
  });
}

function unknown(name: string, place: Diagnostic["place"], levels: ReadonlyMap<string, Level>) {
  const near = nearest(
    name,
    checks.map((check) => check.name),
  );
  return worded("unknown_check", "error", place, levels, {
    message: `there is no check ${quoted(name)}`,
    label: near[0] === undefined ? "no check of this name" : `not known, ${quoted(near[0])} is`,
    why: ["the line that opens a block names the checks that are to find something in it"],
    help: [
      ...(near.length > 1 ? [`there are ${listed(near.map(quoted))}`] : []),
      "a finding shows the name of its check in brackets; `niklas explain` lists them all",
    ],
  });
}

/** A finding about the line that opens a block, at the level that is set for the check. */
function worded(
  check: string,
  usual: Severity,
  place: Diagnostic["place"],
  levels: ReadonlyMap<string, Level>,
  words: Pick<Diagnostic, "message" | "label" | "why" | "help">,
): readonly Diagnostic[] {
  const severity = levels.get(check) ?? usual;
  return severity === "off" ? [] : [{ check, severity, place, ...words, facts: {}, fixes: [] }];
}

/** Whether a block is looked into: a model that is no piece of one. */
export function isLookedInto(block: Block): boolean {
  return block.isModel && !isPiece(block);
}
