import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { Source } from "../../src/index.ts";

const folder = new URL("../../src/checks/", import.meta.url);

/** A fenced block of a page: its info string (`sys`, `sys file=city.sys`, `sys run`) and its text. */
export interface Fence {
  readonly language: string;
  readonly file: string | undefined;
  readonly words: readonly string[];
  readonly text: string;
}

/** A page of a check: its sections by heading, each with its fences. */
export interface Page {
  readonly name: string;
  readonly text: string;
  readonly sections: ReadonlyMap<string, readonly Fence[]>;
}

export function fencesOf(markdown: string): Fence[] {
  return [...markdown.matchAll(/^```(\S+)([^\n]*)\n([\s\S]*?)^```$/gm)].map((match) => {
    const words = (match[2] ?? "").trim().split(/\s+/).filter(Boolean);
    return {
      language: match[1] ?? "",
      file: words.find((word) => word.startsWith("file="))?.slice("file=".length),
      words,
      text: match[3] ?? "",
    };
  });
}

/** The page of a check; an empty one if there is none. */
export function readPage(name: string): Page {
  const path = new URL(`${name}.md`, folder);
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  const sections = new Map<string, readonly Fence[]>();
  for (const section of text.split(/^## /m).slice(1)) {
    const heading = section.slice(0, section.indexOf("\n")).trim();
    sections.set(heading, fencesOf(section));
  }
  return { name, text, sections };
}

/** Names of files in the folder of checks that end so, without the ending. */
export function filesEnding(ending: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .sort();
}

/** The model of a section: its first fence is the entry, the others are files beside it. */
export function modelOf(fences: readonly Fence[]): { entry: Source; files: Map<string, string> } | undefined {
  const [first] = fences;
  if (first === undefined) return undefined;
  const files = new Map(fences.map((fence) => [fence.file ?? "main.sys", fence.text]));
  return { entry: { name: first.file ?? "main.sys", text: first.text }, files };
}
