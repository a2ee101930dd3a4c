import { attempt } from "./attempt.ts";
import { bodySpecs, isStarter, type BodySpec } from "./bodies.ts";
import { sign, Token } from "./tokens.ts";

/** Of a line with more words and signs than this it is not worked out what is missing in it. */
const longestLine = 200;

/**
 * Where in a line that is closed by `}` the brace that opens the body is missing: `property p always a > 3 }`,
 * `when a > 3 -> b emit c }`. Undefined if the line can be read as it is, or with no brace in it either.
 */
export function openerMissing(line: readonly Token[]): number | undefined {
  if (line.length > longestLine) return undefined;
  const end = line.at(-1)?.end ?? 0;
  for (const spec of Object.values<BodySpec>(bodySpecs)) {
    if (!beginsItem(spec, line)) continue;
    const { failure } = attempt(line, spec.rule, () => undefined);
    const at = failure?.at;
    const before = at === undefined ? undefined : line[at - 1];
    if (at === undefined || before === undefined || at >= line.length) continue;
    // Of another sign in its place, `property p: always a }`, it is the place behind.
    const from = /^[:(]$/.test(line[at]?.image ?? "") ? at + 1 : at;
    const braced = [
      ...line.slice(0, at),
      new Token(sign["{"], "{", before.end, before.end, -1),
      ...line.slice(from),
      new Token(sign["}"], "}", end, end, -1),
    ];
    const left = attempt(braced, spec.rule, () => undefined).failure;
    if (left === undefined || left.at >= braced.length) return from;
  }
  return undefined;
}

function beginsItem(spec: BodySpec, line: readonly Token[]): boolean {
  return isStarter(spec, line[0]?.image) || spec.begins?.(line, 0) === true;
}
