/* Which checks there are to set, and to what. */
import { nearest } from "../base/near.ts";
import { listed, quoted } from "../base/words.ts";
import type { Group } from "../diagnostics/define.ts";
import type { Severity } from "../diagnostics/diagnostic.ts";
import type { Failure } from "./failure.ts";
import { levels, oneOf, type Level } from "./levels.ts";

/** What settings need to know of a check. */
export interface KnownCheck {
  readonly name: string;
  readonly severity: Severity;
  readonly group: Group;
  readonly summary: string;
}

/** Without its errors of reading a model is not what was written: they stay errors. */
export function isFixed(check: KnownCheck): boolean {
  return check.group === "reading" && check.severity === "error";
}

/** The levels that a check may be set to. */
export function levelsOf(check: KnownCheck): readonly Level[] {
  return isFixed(check) ? ["error"] : levels;
}

export type LevelRead =
  | { readonly kind: "level"; readonly level: Level }
  | { readonly kind: "wrong"; readonly message: string; readonly help?: string | undefined };

/** Reads the level that a check is set to, both as a user wrote them. */
export function readLevel(name: string, level: unknown, checks: readonly KnownCheck[]): LevelRead {
  const check = checks.find((candidate) => candidate.name === name);
  if (check === undefined) return { kind: "wrong", ...unknownCheck(name, checks) };
  const known = oneOf(levels, level);
  if (known === undefined) {
    const said = typeof level === "string" ? quoted(level) : "what is written";
    return {
      kind: "wrong",
      message: `${said} is no level for ${quoted(name)}`,
      help: `a level is ${listed(levels.map(quoted), "or")}`,
    };
  }
  if (!levelsOf(check).includes(known)) {
    return {
      kind: "wrong",
      message: `${quoted(name)} stays an error: where it is found, the model is not read as it was written`,
    };
  }
  return { kind: "level", level: known };
}

/** A part of a name says which is meant if it is no shorter than this, and not in the names of too many. */
const fewestLetters = 3;
const mostWithin = 6;

/** What to say to a name that no check has. */
export function unknownCheck(name: string, checks: readonly KnownCheck[]): Failure {
  const names = checks.map((check) => check.name);
  const within = name.length < fewestLetters ? [] : names.filter((each) => each.includes(name));
  const near = [
    ...within.slice(0, mostWithin),
    ...nearest(name, names).filter((each) => !within.includes(each)),
  ];
  const help =
    near.length > 0
      ? `a check with a name like it: ${listed(near.map(quoted), "or")}`
      : "`niklas explain` lists the checks";
  return { message: `there is no check ${quoted(name)}`, help };
}
