/* From where reading failed, and what was made of it, to what is reported. */
import { nearest } from "../base/near.ts";
import { placeIn, type Place } from "../base/place.ts";
import type { Source } from "../base/source.ts";
import type { Fix } from "../diagnostics/diagnostic.ts";
import type { Failure } from "./attempt.ts";
import { bodySpecs, type BodySpec } from "./bodies.ts";
import { beginsLine, onDifferentLines } from "./layout.ts";
import type { Construct, SyntaxErrorFacts, SyntaxProblem } from "./problems.ts";
import type { Repair } from "./repair/repair.ts";
import type { Token } from "./tokens.ts";

/** Something that did not fit, and what it was taken for. */
export interface Mistake {
  readonly tokens: readonly Token[];
  readonly failure: Failure;
  /** Undefined if nobody can know what was meant. */
  readonly repair: Repair | undefined;
  /** Whether the repair makes an item of it that can be read. */
  readonly complete: boolean;
}

/** What is reported of a mistake in a body. */
export function problemOf(source: Source, spec: BodySpec, mistake: Mistake): SyntaxProblem {
  return { check: "syntax_error", place: placeOf(source, mistake), facts: factsOf(source, spec, mistake) };
}

function placeOf({ name, text }: Source, { tokens, failure, repair }: Mistake): Place {
  const token = tokens[failure.at];
  const end = tokens[failure.at - 1]?.end ?? 0;
  if (repair !== undefined && isElsewhere(repair, token)) return placeIn(name, repair);
  // What is missing is missing behind what stands before, not where the next line begins.
  if (repair?.missing !== undefined) return placeIn(name, { start: repair.start, end: repair.start });
  const inserts = repair?.kind === "separate" && repair.start === repair.end;
  if (token === undefined || (inserts && beginsLine(text, token))) return placeIn(name, { start: end, end });
  return placeIn(name, { start: token.startOffset, end: token.end });
}

/** Whether something else than the token that did not fit is to be mended: what stands before it, or more. */
function isElsewhere({ kind, start, end }: Repair, token: Token | undefined): boolean {
  return (
    kind === "quotes" || kind === "habit" || (end > start && token !== undefined && start < token.startOffset)
  );
}

function factsOf(source: Source, spec: BodySpec, mistake: Mistake): SyntaxErrorFacts {
  const { tokens, failure, repair, complete } = mistake;
  const { text } = source;
  const construct = constructOf(source, spec, mistake);
  const token = tokens[failure.at];
  const before = tokens[failure.at - 1];
  const fix =
    repair?.fix === undefined ? undefined : { ...repair.fix, certain: repair.fix.certain && complete };
  const found =
    repair !== undefined && isElsewhere(repair, token)
      ? repair.found
      : token === undefined
        ? nextSign(text, before?.end ?? 0)
        : text.slice(token.startOffset, token.end);
  if (repair?.kind === "hyphen" && fix !== undefined) {
    return { kind: "hyphen in name", found: repair.found, meant: repair.meant, repair: fix };
  }
  if (repair?.habit !== undefined) {
    const { habit, meant, role, callee, positions } = repair.habit;
    return {
      kind: "habit",
      habit,
      construct,
      found: repair.found,
      meant,
      role,
      callee,
      positions,
      repair: fix,
    };
  }
  if (repair?.missing !== undefined) return missingFacts(source, spec, mistake, repair, fix);
  if (repair?.kind === "reserved") return { kind: "reserved word", found, construct };
  if (repair?.kind === "operator" && before !== undefined) {
    const operand = text.slice(before.startOffset, before.end);
    return { kind: "missing operator", construct, before: operand, found };
  }
  if (repair?.kind === "separate") {
    return {
      kind: "missing separator",
      construct,
      separator: repair.meant,
      before: before === undefined ? "" : text.slice(before.startOffset, before.end),
      found,
      instead: repair.end > repair.start,
      repair: fix,
    };
  }
  if (failure.leftOver && token !== undefined) {
    const elsewhere = Object.entries(bodySpecs).find(
      ([, other]: [string, BodySpec]) =>
        other !== spec && other.starters.some((starter) => starter === found),
    );
    return {
      kind: "unknown item",
      construct: spec.rule,
      starters: spec.starters,
      trailing: failure.at > 0 && !beginsLine(text, token),
      found,
      meant: repair?.kind === "keyword" ? repair.meant : nearest(found, spec.starters, { limit: 1 })[0],
      belongs: elsewhere?.[0],
      repair: fix,
    };
  }
  return {
    kind: "unexpected",
    construct,
    expected: failure.expected,
    found,
    begins: beginningOf(source, mistake),
    meant: repair?.kind === "keyword" ? repair.meant : undefined,
    repair: fix,
  };
}

/** The brace that closes a body behind an offset; empty at the end of the text. */
function nextSign(text: string, offset: number): string {
  return /^\s*(\})/.exec(text.slice(offset, offset + sight))?.[1] ?? "";
}

/** So far behind what has been read is looked for what closes it. */
const sight = 300;

function textOf({ text }: Source, { startOffset, end }: Token): string {
  return text.slice(startOffset, end);
}

/** What was being read: where something is left over of an item, the item. */
function constructOf({ text }: Source, { rule }: BodySpec, { tokens, failure }: Mistake): Construct {
  const { leftOver, lastItem, construct } = failure;
  if (!leftOver) return construct;
  const token = tokens[failure.at];
  const isApart = token !== undefined && beginsLine(text, token);
  return lastItem === undefined || isApart ? rule : lastItem.charAt(0).toLowerCase() + lastItem.slice(1);
}

function missingFacts(
  source: Source,
  spec: BodySpec,
  mistake: Mistake,
  { start, missing = [] }: Repair,
  fix: Fix | undefined,
): SyntaxErrorFacts {
  const { tokens } = mistake;
  const isWide = (token: Token) => token.end > token.startOffset;
  const before = tokens.findLast((token) => token.end <= start && isWide(token));
  const after = tokens.find((token) => token.startOffset >= start && isWide(token));
  const onLine = (from: number, to: number) => !onDifferentLines(source.text, from, to);
  return {
    kind: "missing",
    construct: constructOf(source, spec, mistake),
    expected: missing,
    before: before !== undefined && onLine(before.end, start) ? textOf(source, before) : "",
    after: after !== undefined && onLine(start, after.startOffset) ? textOf(source, after) : "",
    begins: beginningOf(source, mistake),
    repair: fix,
  };
}

/** Where the item begins in which something does not fit, if it does so on an earlier line. */
function beginningOf(source: Source, mistake: Mistake): Place | undefined {
  const [first] = mistake.tokens;
  const { start } = placeOf(source, mistake);
  if (first === undefined || !onDifferentLines(source.text, first.startOffset, start)) return undefined;
  return placeIn(source.name, { start: first.startOffset, end: first.end });
}
