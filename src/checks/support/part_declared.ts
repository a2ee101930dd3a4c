import type { Place } from "../../base/place.ts";
import { quoted } from "../../base/words.ts";
import type { Fix } from "../../diagnostics/diagnostic.ts";
import type { UnknownNameFacts } from "../../model/problems.ts";
import type { CheckContext } from "../context.ts";
import { textAfter } from "./around.ts";
import { membersAdded } from "./new_declaration.ts";
import { systemOf } from "./owners.ts";

/** Declares an operation, sensitivity or expectation that a system is said to have, for the modeller to complete. */
export function partDeclared(
  { name, wanted, owner }: Pick<UnknownNameFacts, "name" | "wanted" | "owner">,
  context: CheckContext,
  place: Place,
): Fix | undefined {
  const system = owner && systemOf(owner, context);
  if (owner === undefined || system === undefined) return undefined;
  const member = memberOf(wanted[0], name + parametersAfter(place, context), name);
  const edit = member === undefined ? undefined : membersAdded(system, [member], place.file, context);
  if (member === undefined || edit === undefined) return undefined;
  return { title: `declare it in ${quoted(owner.name)}: ${quoted(member)}`, certain: false, edits: [edit] };
}

function memberOf(wanted: UnknownNameFacts["wanted"][number] | undefined, signature: string, name: string) {
  switch (wanted) {
    case "operation":
      return `operation ${signature}`;
    case "sensitivity":
      return `sensitive to ${signature}`;
    case "expectation":
      return `expectation ${name}: number = 0`;
    default:
      return undefined;
  }
}

/** The parameters that the arguments after a name ask for, taken to be numbers. */
function parametersAfter(place: Place, context: CheckContext): string {
  const list = /^\s*\(([^()]*)\)/u.exec(textAfter(place, context))?.[1] ?? "";
  const names = list.split(",").flatMap((item) => /^\s*([\p{XID_Continue}]+)\s*:/u.exec(item)?.[1] ?? []);
  return names.length === 0 ? "" : `(${names.map((each) => `${each}: number`).join(", ")})`;
}
