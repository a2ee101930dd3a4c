import { folded } from "../../model/canon/names.ts";
import { knownCodes } from "../../model/canon/rivals.ts";
import type { Code, CodeValue, System } from "../../model/model.ts";
import { canonicalOf } from "./canon.ts";
import { openValues } from "./open_values.ts";
import { allClauses, decides } from "./programs.ts";
import type { CheckContext } from "../context.ts";

/** The code that the system observes through: the first that is not marked `secondary`. */
export function primaryCode(system: System): Code | undefined {
  return system.codes.find((code) => !code.secondary);
}

/** Whether the system's own code, or its secondary one, has this value. */
export function hasValue(system: System, value: string): boolean {
  return system.codes.some((code) => code.values.some((each) => each.name === value));
}

/** All values of the system's own codes, in the order in which they are written. */
export function valuesOf(system: System): readonly CodeValue[] {
  return system.codes.flatMap((code) => code.values);
}

/**
 * The systems whose values a clause of this one may designate: itself and, for an organization, the function
 * systems it is `within`, also by way of what it is within.
 */
export function speaksFor(system: System, { shared }: CheckContext): readonly System[] {
  return system.systemKind === "organization" ? [system, ...shared.homesOf(system)] : [system];
}

/**
 * Finds the function systems that an organization is within, also by way of others, the nearest first. What is
 * within one other alone has the homes of that one: so a long chain of organizations is gone through once.
 */
export function findHomes({ index }: CheckContext): (system: System) => readonly System[] {
  const known = new Map<System, readonly System[]>();
  const outerOf = (system: System): readonly System[] =>
    system.within.flatMap((ref) => index.system(ref.id) ?? []);
  const homesOf = (system: System): readonly System[] => {
    const [only, ...others] = outerOf(system);
    const beyond = only === undefined || others.length > 0 ? undefined : known.get(only);
    if (only === undefined || beyond === undefined) return homesFrom(system, outerOf);
    if (only.systemKind !== "function system") return beyond;
    return [only, ...beyond.filter((home) => home !== only)];
  };
  return (system) => {
    const chain = new Set<System>();
    let next: System | undefined = system;
    while (next !== undefined && !known.has(next) && !chain.has(next)) {
      chain.add(next);
      const outer: readonly System[] = outerOf(next);
      next = outer.length === 1 ? outer[0] : undefined;
    }
    for (const each of [...chain].reverse()) known.set(each, homesOf(each));
    return known.get(system) ?? [];
  };
}

function homesFrom(system: System, outerOf: (system: System) => readonly System[]): readonly System[] {
  const around = new Set(outerOf(system));
  for (const each of around) for (const outer of outerOf(each)) around.add(outer);
  around.delete(system);
  return [...around].filter(({ systemKind }) => systemKind === "function system");
}

/** All values that a clause of the system may designate, by name. */
export function valuesOpenTo(system: System, context: CheckContext): ReadonlySet<string> {
  return new Set(speaksFor(system, context).flatMap((speaker) => valuesOf(speaker).map(({ name }) => name)));
}

/** The value on the same side of another code: the designation value for a designation value, and so on. */
export function valueOnSameSide(from: Code, value: string, to: Code): CodeValue | undefined {
  const side = from.values.findIndex((each) => each.name === value);
  return side < 0 ? undefined : to.values[side];
}

/** `lawful / unlawful` */
export function codeText(code: Code): string {
  return code.values.map((value) => value.name).join(" / ");
}

/**
 * What a value could be distinguished from: what the system's programs designate besides, though its code does not
 * have it; else the counterpart in a code that the literature knows, one of the system's own first; else its mere
 * negation, for the modeller to word. `known` in the first two cases, if the code is the system's own.
 */
export function counterValue(
  value: string,
  system: System,
  context: CheckContext,
): { readonly value: string; readonly known: boolean } {
  const designated = new Set(
    allClauses(system).flatMap(({ clause }) =>
      decides(clause) &&
      clause.value !== undefined &&
      clause.value.text !== value &&
      !hasValue(system, clause.value.text)
        ? [clause.value.text]
        : [],
    ),
  );
  const [only] = designated;
  if (only !== undefined && designated.size === 1) return { value: only, known: true };
  const canonical = canonicalOf(system, context);
  const codes = [...knownCodes].sort(
    (a, b) => Number(b.system === canonical) - Number(a.system === canonical),
  );
  for (const code of codes) {
    for (const [positive, negative] of [code.values, ...code.spellings]) {
      const known = code.system === canonical;
      if (folded(positive) === folded(value)) return { value: writtenLike(value, negative), known };
      if (folded(negative) === folded(value)) return { value: writtenLike(value, positive), known };
    }
  }
  // A name in Chinese or Japanese characters negates with a character of its own.
  return { value: /\p{Script=Han}/u.test(value) ? `非${value}` : `not_${value}`, known: false };
}

/** With a capital, if the other has one: German nouns are looked up in small letters. */
function writtenLike(model: string, word: string): string {
  const [first = ""] = model;
  return first !== first.toLowerCase() ? word.slice(0, 1).toUpperCase() + word.slice(1) : word;
}

/** Whether a code is as codes are: two values that differ. If not, that is reported, and all else follows from it. */
export function isSound(code: Code): boolean {
  const values = code.values.map(({ name }) => name);
  return values.length === 2 && isDistinct(values) && openValues(values).length === 0;
}

/** Whether no value stands twice; case and `_` do not tell values apart. */
export function isDistinct(values: readonly string[]): boolean {
  return new Set(values.map(folded)).size === values.length;
}
