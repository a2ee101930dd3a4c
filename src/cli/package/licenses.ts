/* What must go with code of others: their licences. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Metafile } from "esbuild";
import { project } from "./bundling.ts";

/**
 * What packages do not say of what they contain, in files of `licenses/`. A test holds what is said there of versions against the
 * package.
 */
const contained: ReadonlyMap<string, string> = new Map([["@viz-js/viz", "graphviz.txt"]]);

/** The licences of the packages whose code is in some bundles, as a text. */
export function licensesOf(metafiles: readonly Metafile[]): string {
  /** The folder of each package, by its name: one may lie in that of another. */
  const packages = new Map<string, string>();
  for (const { inputs } of metafiles) {
    for (const input of Object.keys(inputs)) {
      const [, folder, name] =
        /^((?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+))\/(?!.*node_modules)/.exec(input) ?? [];
      if (folder !== undefined && name !== undefined) packages.set(folder, name);
    }
  }
  const texts = [...packages]
    .sort(([a, one], [b, other]) => (one === other ? (a < b ? -1 : 1) : one < other ? -1 : 1))
    .map(([path, name]) => {
      const folder = join(project, path);
      const { version, license }: { version: string; license: string } = JSON.parse(
        readFileSync(join(folder, "package.json"), "utf8"),
      );
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
      const own = file === undefined ? "" : readFileSync(join(folder, file), "utf8").trim();
      const inside = contained.get(name);
      const text = [own, inside === undefined ? "" : containedText(inside)]
        .filter((part) => part !== "")
        .join("\n\n");
      return `${name} ${version} (${license})\n\n${text}\n`;
    });
  const title = "The files in this folder contain code of these packages.\n";
  return [title, ...new Set(texts)].join("\n----------\n\n");
}

function containedText(name: string): string {
  return readFileSync(join(import.meta.dirname, "licenses", name), "utf8").trim();
}
