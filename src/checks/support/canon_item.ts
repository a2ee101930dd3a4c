/* What an imported name of the canon was meant for: a system that is known by it in other words or another language. */
import type { Place } from "../../base/place.ts";
import { quoted } from "../../base/words.ts";
import type { Fix } from "../../diagnostics/diagnostic.ts";
import { canonAlias } from "../../model/canon/aliases.ts";
import { folded } from "../../model/canon/names.ts";
import { canonicalSystemMeant } from "../../model/canon/systems.ts";
import type { UnknownNameFacts } from "../../model/problems.ts";
import type { CheckContext } from "../context.ts";
import { textAfter } from "./around.ts";

export interface CanonItem {
  readonly help: string;
  readonly fix: Fix;
}

/** For `import recht from "canon"`; undefined where the name is not looked for in the canon, or means nothing in it. */
export function canonItemMeant(
  { name, owner }: Pick<UnknownNameFacts, "name" | "owner">,
  place: Place,
  context: CheckContext,
): CanonItem | undefined {
  if (owner?.what !== "import" || owner.name !== "canon" || owner.place !== undefined) return undefined;
  const system = canonicalSystemMeant(name);
  // Where nothing but case and underscores differs, it is misspelt.
  if (system !== undefined && folded(system) === folded(name)) return undefined;
  if (system !== undefined) {
    const named = /^\s+as\s/u.test(textAfter(place, context));
    const text = named ? system : `${system} as ${name}`;
    return {
      help: `the canon calls it ${quoted(system)}${named ? "" : `; with ${quoted(`as ${name}`)} it keeps your name for it`}`,
      fix: { title: `write ${quoted(text)}`, certain: true, edits: [{ place, text }] },
    };
  }
  const alias = canonAlias(name);
  if (alias === undefined) return undefined;
  return {
    help: `the function system is ${quoted(alias.system)}: ${alias.why} (${alias.source})`,
    fix: { title: `write ${quoted(alias.system)}`, certain: false, edits: [{ place, text: alias.system }] },
  };
}
