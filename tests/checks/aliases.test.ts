/* What is said of a model is said in its own names: a file that imports `law as recht` has no `law`. */
import { expect, it } from "vitest";
import { check, checks, memoryHost } from "../../src/index.ts";
import type { Diagnostic } from "../../src/index.ts";
import { readBibliography } from "../../src/model/bibliography.ts";
import { modelOf, readPage } from "../support/pages.ts";

const items = /import\s+([\p{XID_Continue}\s,]+?)\s+from\s*"canon"/gu;

/** A system that the file declares, with a body. */
const declaration = /^(machine|function system|interaction|movement) ([\p{XID_Continue}]+) \{/gmu;

interface Renamed {
  readonly text: string;
  /** What the text calls by another name, to which `_here` has been added. */
  readonly names: readonly string[];
  /** A file that declares the systems that the model declared itself, so that it extends them instead. */
  readonly elsewhere: string;
}

function underAliases(text: string): Renamed {
  const imported = [...text.matchAll(items)].flatMap(([, list = ""]) =>
    list.split(",").map((item) => item.trim()),
  );
  const declared = [...text.matchAll(declaration)].map(([, kind = "", name = ""]) => ({ kind, name }));
  const names = [...imported, ...declared.map(({ name }) => name)];
  const parts = text
    .replace(declaration, "extend $2 {")
    .split(/("(?:[^"\\]|\\.)*"|\/\/.*|import[^"]*|^model.*)/mu)
    .map((part, index) => (index % 2 === 1 ? part : renamedIn(part, names)));
  const header = /^model .*(?:\{[^}]*\})?/u.exec(text)?.[0] ?? "";
  const renamed = parts
    .join("")
    .replace(items, (_all, list: string) => `import ${aliased(list.split(","))} from "canon"`);
  const own =
    declared.length === 0 ? "" : `import ${aliased(declared.map(({ name }) => name))} from "elsewhere"\n`;
  return {
    text: `${header}\n${own}${renamed.slice(header.length)}`,
    names,
    elsewhere: declared.map(({ kind, name }) => `${kind} ${name}`).join("\n"),
  };
}

function aliased(names: readonly string[]): string {
  return names.map((name) => `${name.trim()} as ${name.trim()}_here`).join(", ");
}

function renamedIn(code: string, names: readonly string[]): string {
  return names.reduce(
    (text, name) =>
      text.replace(new RegExp(`(?<![\\p{XID_Continue}.])${name}(?!\\p{XID_Continue})`, "gu"), `${name}_here`),
    code,
  );
}

function wordOf(name: string): RegExp {
  return new RegExp(`(?<!\\p{XID_Continue})${name}(?!\\p{XID_Continue})`, "u");
}

/** What is said in code, and what the edits write. */
function codeIn({ message, label, related, why, help, fixes }: Diagnostic): readonly string[] {
  const said = [
    message,
    label ?? "",
    ...(related ?? []).map((one) => one.message),
    ...(why ?? []),
    ...(help ?? []),
  ];
  const titles = fixes.map(({ title }) => title);
  // An edit that turns a comment into another kind of comment keeps its words.
  const written = fixes
    .flatMap(({ edits }) => edits.map(({ text }) => text))
    .filter((text) => !text.startsWith("//"));
  return [...[...said, ...titles].flatMap((text) => text.match(/`[^`]*`/gu) ?? []), ...written];
}

for (const { name } of checks) {
  for (const section of ["Wrong", "Right"]) {
    const model = modelOf(readPage(name).sections.get(section) ?? []);
    const aliased = model && underAliases(model.entry.text);
    if (model === undefined || aliased === undefined || aliased.names.length === 0) continue;

    it(`says in the model's own names what is ${section.toLowerCase()}: ${name}`, () => {
      const entry = { name: model.entry.name, text: aliased.text };
      const files = [
        [entry.name, entry.text],
        ["elsewhere.sys", aliased.elsewhere],
      ] as const;
      const host = memoryHost(new Map([...model.files, ...files]));
      const { diagnostics } = check(entry, { host, readBibliography });
      const own = aliased.names.map((one) => wordOf(one));
      const foreign = aliased.names.map((one) => wordOf(`${one}_here`));
      const wrong = diagnostics.flatMap((found) =>
        codeIn(found)
          .filter((code) => (found.place.file === entry.name ? own : foreign).some((word) => word.test(code)))
          .map((code) => `${found.check}: ${code}`),
      );
      expect(wrong).toEqual([]);
    });
  }
}
