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

/** The licences of the packages whose code is in some bundles, as a text that begins by saying what it belongs to. */
export function licensesOf(metafiles: readonly Metafile[], of = "The files in this folder contain"): string {
  /** The folder of each package, by its name: one may lie in that of another. */
  const packages = new Map<string, string>();
  for (const { inputs } of metafiles) {
    for (const input of Object.keys(inputs)) {
      const [, folder, name] =
        /^((?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+))\/(?!.*node_modules)/.exec(input) ?? [];
      if (folder !== undefined && name !== undefined) packages.set(folder, name);
    }
  }
  /** The packages under each text, which is given once: many of one author's share theirs to the letter. */
  const under = new Map<string, Set<string>>();
  const sorted = [...packages].sort(([a, one], [b, other]) =>
    one === other ? (a < b ? -1 : 1) : one < other ? -1 : 1,
  );
  for (const [path, name] of sorted) {
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
    under.set(text, (under.get(text) ?? new Set()).add(`${name} ${version} (${license})`));
  }
  const texts = [...under].map(([text, names]) => `${[...names].join("\n")}\n\n${text}\n`);
  return [`${of} code of these packages.\n`, ...texts].join("\n----------\n\n");
}

function containedText(name: string): string {
  return readFileSync(join(import.meta.dirname, "licenses", name), "utf8").trim();
}
