/* What generated files are made from. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the project. */
export const root = fileURLToPath(new URL("../../../", import.meta.url));

/** The canon as it stands in its folder, keyed by the names it is imported by. */
export function canonSources(): ReadonlyMap<string, string> {
  const folder = join(root, "src/model/canon");
  return new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith(".sys"))
      .map((name) => [`canon/${name}`, readFileSync(join(folder, name), "utf8")] as const),
  );
}
