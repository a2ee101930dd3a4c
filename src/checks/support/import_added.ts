import { nearest } from "../../base/near.ts";
import type { Edit } from "../../diagnostics/diagnostic.ts";
import type { UnknownNameFacts } from "../../model/problems.ts";
import type { CheckContext } from "../context.ts";
import { textAt } from "./edits.ts";

type Importable = NonNullable<UnknownNameFacts["importable"]>;

/**
 * Brings a name in: in the file's import of a list from the same place, else by an import of its own. Undefined if
 * that list has the name already, misspelt.
 */
export function importAdded(
  name: string,
  { specifier, insertAt }: Importable,
  context: CheckContext,
): Edit | undefined {
  const file = context.model.files.find((each) => each.name === insertAt.file);
  for (const statement of file?.imports ?? []) {
    if (statement.specifier !== specifier) continue;
    const text = textAt(statement.place, context);
    const list = /^import\s+([^"]*?)(\s+from\s*"[^"]*")$/u.exec(text);
    const [, items = "", rest = ""] = list ?? [];
    if (list === null || items.includes("//") || items.includes("/*")) continue;
    if (nearest(name, items.split(/[\s,]+/u)).length > 0) return undefined;
    const end = statement.place.end - rest.length;
    return { place: { file: insertAt.file, start: end, end }, text: `, ${name}` };
  }
  return { place: insertAt, text: `import ${name} from "${specifier}"\n` };
}
