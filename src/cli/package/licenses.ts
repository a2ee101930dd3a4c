/* What must go with code of others: their licences. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Metafile } from "esbuild";
import { project } from "./bundling.ts";

/** What packages do not say of what they contain. */
const contained: ReadonlyMap<string, string> = new Map([
  [
    "@viz-js/viz",
    `Copyright (c) Michael Daines; the terms of MIT are those at https://github.com/mdaines/viz-js.

It contains Graphviz, compiled to WebAssembly, under the Eclipse Public License; its sources, and the licence, are had at
https://gitlab.com/graphviz/graphviz. And it contains Expat, Copyright (c) Thai Open Source Software Center Ltd, Clark Cooper and the
Expat maintainers, under the terms of MIT: https://github.com/libexpat/libexpat.`,
  ],
]);

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
      const text = [own, contained.get(name) ?? ""].filter((part) => part !== "").join("\n\n");
      return `${name} ${version} (${license})\n\n${text}\n`;
    });
  const title = "The files in this folder contain code of these packages.\n";
  return [title, ...new Set(texts)].join("\n----------\n\n");
}
