import type { CanonicalSystem } from "../../model/canon/systems.ts";
import { canonicalSystemMeant, isCanonicalSystem } from "../../model/canon/systems.ts";
import { canonFiles } from "../../model/canon/texts.ts";
import type { System } from "../../model/model.ts";
import type { CheckContext } from "../context.ts";
import { namesIn } from "./names.ts";

/**
 * The canonical system that this one is: by its name, by `like`, or, for a function system, by a name that means
 * the same in other words or another language (`medicine`, `Recht`, `法律`).
 */
export function canonicalOf(system: System, context: CheckContext): CanonicalSystem | undefined {
  const name = context.index.canonicalName(system.id);
  if (name !== undefined && isCanonicalSystem(name)) return name;
  return system.systemKind === "function system" ? canonicalSystemMeant(system.name) : undefined;
}

/** What a file calls the model's system that is this canonical one; its canonical name where the model has none. */
export function canonicalCalled(name: CanonicalSystem, file: string, context: CheckContext): string {
  const { systems } = context.model;
  const system =
    systems.find((each) => each.canonical && each.name === name) ??
    systems.find((each) => canonicalOf(each, context) === name);
  return system === undefined ? name : namesIn(file, context)(system.id);
}

/** The modeller's own name, with the canonical one beside it where the two differ: `Recht` (law). */
export function calledWith(name: string, canonical: CanonicalSystem | undefined): string {
  return canonical === undefined || canonical === name ? `\`${name}\`` : `\`${name}\` (${canonical})`;
}

/** What the canon writes after a keyword that stands once: the function or the contingency formula, in quotes. */
export function canonStatement(
  canonical: CanonicalSystem,
  keyword: "function" | "contingency",
): string | undefined {
  const text = canonFiles.get(`canon/${canonical}.sys`) ?? "";
  return new RegExp(`^ *${keyword} ("[^"]*")$`, "mu").exec(text)?.[1];
}
