/* Things of a model in words: what they are, whose they are, what was wanted. */
import { listed, quoted } from "../../base/words.ts";
import type { Named, Thing, Wanted } from "../../model/problems.ts";

/** `operation`, `value of a code`. */
export function noun(what: Wanted): string {
  return what === "code value" ? "value of a code" : what;
}

/** `an operation`. */
export function withArticle(words: string): string {
  return `${/^[aeiou]/iu.test(words) ? "an" : "a"} ${words}`;
}

/** `sensitivities`. */
export function plural(words: string): string {
  const head = words.replace(/^(value)( of .*)$/u, "$1s$2");
  if (head !== words) return head;
  return words.endsWith("y") ? `${words.slice(0, -1)}ies` : `${words}s`;
}

/** `a system, an environment or a population`. */
export function anyOf(wanted: readonly Wanted[]): string {
  return listed(
    wanted.map((what) => withArticle(noun(what))),
    "or",
  );
}

/** `system, environment or population`. */
export function nounsOf(wanted: readonly Wanted[]): string {
  return listed(wanted.map(noun), "or");
}

const systemKinds: ReadonlySet<Thing> = new Set<Thing>([
  "function system",
  "organization",
  "interaction",
  "movement",
  "psychic system",
  "machine",
]);

export function isSystemKind(what: Thing): boolean {
  return systemKinds.has(what);
}

/** `an operation of law`, with the name in backquotes. */
export function described({ what, owner }: Named): string {
  return withArticle(noun(what)) + (owner === undefined ? "" : ` of ${quoted(owner)}`);
}

/** `law.judgment`, by which everybody can name it; a declaration's own name. */
export function fullName({ name, owner }: Named): string {
  return owner === undefined || name.startsWith(`${owner}.`) ? name : `${owner}.${name}`;
}

/** Names in backquotes, the first few of many. */
export function namesListed(names: readonly string[], most = 8): string {
  if (names.length <= most) return listed(names.map(quoted));
  return `${names.slice(0, most).map(quoted).join(", ")} and ${names.length - most} more`;
}
