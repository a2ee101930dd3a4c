import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const examplesFolder = fileURLToPath(new URL("../../examples", import.meta.url));

function filesBelow(folder: string): string[] {
  return readdirSync(folder)
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? filesBelow(path) : [path];
    })
    .sort();
}

/** Every file of `examples/`, by its path from there. */
export const exampleFiles: ReadonlyMap<string, string> = new Map(
  filesBelow(examplesFolder).map((path) => [relative(examplesFolder, path), readFileSync(path, "utf8")]),
);

/** The models among them. */
export const exampleModels: readonly string[] = [...exampleFiles.keys()].filter((path) =>
  path.endsWith(".sys"),
);
