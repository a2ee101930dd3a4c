/*
 * Bibliographies: BibTeX and CSL-JSON, told apart by how they begin. The library for BibTeX takes some time to load,
 * so that nothing else imports this file: whoever needs it hands `readBibliography` to `resolve`.
 *
 * Only the two functions that read and convert are used. The library's general entrance would take an address
 * for something to fetch, and a model reads nothing from the network.
 */
import bibtexEntries from "@citation-js/plugin-bibtex/lib/input/entries.js";
import bibtexFile from "@citation-js/plugin-bibtex/lib/input/file.js";
import type { BibliographyOutcome } from "./loaded.ts";
import type { BibliographyEntry } from "./model.ts";

/** Reads the text of a bibliography. Never throws: what cannot be read is an outcome. */
export function readBibliography(_file: string, text: string): BibliographyOutcome {
  const content = text.replace(/^\uFEFF/, "");
  return /^\s*[[{]/.test(content) ? readCsl(content) : readBibtex(content);
}

// ── CSL-JSON ──────────────────────────────────────────────────────────────

function readCsl(text: string): BibliographyOutcome {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { kind: "malformed", format: "CSL-JSON", because: "it is not well-formed JSON" };
  }
  const entries: BibliographyEntry[] = [];
  for (const [index, csl] of itemsOf(content).entries()) {
    const key = keyOf(csl);
    if (key === undefined) {
      const because = `its ${index === 0 ? "first entry" : `entry number ${index + 1}`} has no \`id\``;
      return { kind: "malformed", format: "CSL-JSON", because };
    }
    entries.push({ key, csl });
  }
  return { kind: "read", entries };
}

/** A list of entries, one entry, or what some programs export: an object with a list `items`. */
function itemsOf(content: unknown): readonly unknown[] {
  if (Array.isArray(content)) return content;
  const items = property(content, "items");
  return Array.isArray(items) ? items : [content];
}

function property(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}

/** The key of an entry: its `citation-key`, as some programs write it beside an address of their own, or its `id`. */
function keyOf(csl: unknown): string | undefined {
  for (const name of ["citation-key", "id"]) {
    const key = property(csl, name);
    if (typeof key === "string" && key !== "") return key.normalize("NFC");
    if (typeof key === "number") return String(key);
  }
  return undefined;
}

// ── BibTeX ────────────────────────────────────────────────────────────────

function readBibtex(text: string): BibliographyOutcome {
  try {
    const entries = bibtexEntries.parse(bibtexFile.parse(text)).flatMap((csl): BibliographyEntry[] => {
      const key = keyOf(csl);
      return key === undefined ? [] : [{ key, csl }];
    });
    if (entries.length === 0 && text.trim() !== "") {
      return { kind: "malformed", format: "BibTeX", because: "there is no entry in it" };
    }
    return { kind: "read", entries };
  } catch (error) {
    return { kind: "malformed", format: "BibTeX", ...reasonOf(error) };
  }
}

/** What the library calls the parts of an entry, in words. */
const parts: ReadonlyMap<string, string> = new Map([
  ["comma", "a comma"],
  ["equals", "`=`"],
  ["lbrace", "`{`"],
  ["rbrace", "`}`"],
  ["label", "the key of the entry"],
  ["identifier", "the name of a field"],
  ["text", "the rest of a value"],
  ["quote", '`"`'],
  ["at", "`@`"],
  ["dataEntryType", "the type of the entry"],
]);

function reasonOf(error: unknown): { readonly because: string; readonly line?: number } {
  if (error instanceof RangeError) {
    return { because: "its braces are nested too deep, or its entries refer to each other in a circle" };
  }
  const message = error instanceof Error ? error.message : "";
  const line = Number(/ at line (\d+)/.exec(message)?.[1]);
  const expected = parts.get(/expected "(\w+)"/.exec(message)?.[1] ?? "");
  const ends = message.includes("got EOF");
  const because =
    expected === undefined
      ? "something stands where no entry or field can go on"
      : `${expected} is missing${ends ? " where the file ends" : ""}`;
  return Number.isNaN(line) ? { because } : { because, line };
}
