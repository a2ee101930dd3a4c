/*
 * The documents as tests read them. A fence of the language `sys` is a model, or a piece of one:
 *
 *     sys                      a whole model, in which nothing is found
 *     sys error=NAME,NAME      yields exactly these checks; likewise `warning=…` and `hint=…`
 *     sys hints                hints are free
 *     sys file=city.sys        a file: the fences of the same document may import it
 *     sys part=step            a piece, put into the model in the background (below)
 *
 * A piece stands in `docs/language`, where one model lies behind all pages: the first fence of its README. Nothing in
 * that model is replaced; the piece is added to it where pieces of its kind can stand. A model without errors is run:
 * what its scenarios and properties disappoint counts as found.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { check, memoryHost, prepare, test, type Diagnostic } from "../../src/index.ts";
import { exampleFiles } from "./examples.ts";
import { anchorOf } from "./generate/markdown.ts";
import { root } from "./generate/sources.ts";
import { fencesOf, type Fence } from "./pages.ts";

/** A document by its path from the root, with `/`. */
export interface Document {
  readonly path: string;
  readonly text: string;
  readonly fences: readonly Fence[];
}

/** README.md, all of `docs` and `examples`, and the pages of the extension for VS Code, in order of their paths. */
export function documents(): readonly Document[] {
  const paths = [
    "README.md",
    ...["docs", "examples", "src/vscode"].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map(
        (path) => `${folder}/${path.replaceAll("\\", "/")}`,
      ),
    ),
  ];
  return paths
    .filter((path) => path.endsWith(".md") && existsSync(join(root, path)))
    .sort()
    .map((path) => {
      const text = readFileSync(join(root, path), "utf8");
      return { path, text, fences: fencesOf(text) };
    });
}

/** Whether the document is the page of a check, whose models have a test of their own. */
export function isCheckPage(path: string): boolean {
  return path.startsWith("docs/checks/");
}

/** What stands before and after a piece of each kind, after the model in the background. */
const carriers: ReadonlyMap<string, readonly [before: string, after: string]> = new Map([
  ["declaration", ["", ""]],
  ["member", ["extend law {", "}"]],
  // A trigger that is free, so that the clauses are the only ones on it.
  [
    "clause",
    [
      `extend law {
         sensitive to petition(amount: number, urgent: boolean)
         program hearing conditional on petition amends lending_limit {`,
      `  }
       }
       coupling suit between economy and law {
         economy.purchase -> law.petition(amount: price, urgent: price > 90) when price > 0
       }`,
    ],
  ],
  ["channel", ["coupling piece between law and economy {", "}"]],
  ["step", ["scenario piece {", "}"]],
  ["claim", ["property piece {", "}"]],
]);

/** The model that a fence stands for. */
export function modelText(fence: Fence, background: string): string {
  const part = valueOf(fence, "part");
  if (part === undefined) return fence.text;
  const carrier = carriers.get(part);
  if (carrier === undefined) throw new Error(`no piece of a model is called ${part}`);
  const [before, after] = carrier;
  return `${background}\n${before}\n${fence.text}${after}\n`;
}

/** What is found in the model of a fence, and in its runs. The other files of the document lie beside it. */
export function findingsOf(fence: Fence, { fences }: Document, background: string): readonly Diagnostic[] {
  const name = fence.file ?? "model.sys";
  const text = modelText(fence, background);
  const host = memoryHost(new Map([...filesBeside(fences, fences.indexOf(fence)), [name, text]]));
  const checked = check({ name, text }, { host });
  const prepared = prepare(checked);
  if (prepared.errors.length > 0) return checked.diagnostics;
  return [...checked.diagnostics, ...test(prepared).diagnostics];
}

/** The files of a document as they are at a fence: of several of one name, the last one before it. */
function filesBeside(fences: readonly Fence[], index: number): ReadonlyMap<string, string> {
  const inOrder = [...fences.slice(index), ...fences.slice(0, index)];
  return new Map(inOrder.flatMap(({ file, text }) => (file === undefined ? [] : [[file, text] as const])));
}

/** What the fence says it yields: `error: NAME`, … sorted; hints only where they are not free. */
export function promisedBy(fence: Fence): readonly string[] {
  return (["error", "warning", "hint"] as const)
    .flatMap((severity) => (valueOf(fence, severity)?.split(",") ?? []).map((name) => `${severity}: ${name}`))
    .sort();
}

/** What is found, in the same form, each check once. */
export function summarised(found: readonly Diagnostic[], fence: Fence): readonly string[] {
  const free = fence.words.includes("hints");
  const lines = found
    .filter(({ severity }) => !(free && severity === "hint"))
    .map(({ severity, check: name }) => `${severity}: ${name}`);
  return [...new Set(lines)].sort();
}

/** `value` of a word `key=value` of the fence. */
function valueOf({ words }: Fence, key: string): string | undefined {
  return words.find((word) => word.startsWith(`${key}=`))?.slice(key.length + 1);
}

/** What a document says that a command prints: a fence `text output`, and the command named last before it. */
export interface ShownOutput {
  readonly command: string;
  /**
   * The files of the document; a model without a name of its own is the file that the command names. A command that names
   * something of `examples` finds all that is there.
   */
  readonly files: Readonly<Record<string, string>>;
  readonly output: string;
}

/**
 * The command stands in a fence `sh`, or between backquotes in a sentence before the output. `npx` before it is what
 * a reader types; in the tests the command is there already.
 */
export function shownOutputs({ text, fences }: Document): readonly ShownOutput[] {
  return [...text.matchAll(/^```text output\n([\s\S]*?)^```$/gm)].map((match) => {
    const before = text.slice(0, match.index);
    const commands = [...before.matchAll(/^```sh\n(.*)\n```$|`((?:npx )?niklas [^`\n]*)`/gm)];
    const command = (commands.at(-1)?.[1] ?? commands.at(-1)?.[2] ?? "").replace(/^npx /, "");
    const earlier = fencesOf(before);
    const files = new Map(filesBeside(fences, earlier.length));
    if (/\bexamples\b/.test(command))
      for (const [path, content] of exampleFiles) files.set(`examples/${path}`, content);
    const file = /\S+\.sys\b/.exec(command)?.[0];
    if (file !== undefined && !files.has(file)) {
      const unnamed = earlier.findLast((fence) => fence.language === "sys" && fence.file === undefined);
      files.set(file, unnamed?.text ?? "");
    }
    return { command, files: Object.fromEntries(files), output: match[1] ?? "" };
  });
}

/** The targets of the links in a document, code left out. */
export function linksIn(text: string): readonly string[] {
  const prose = text.replace(/^```[\s\S]*?^```$/gm, "").replace(/`[^`\n]*`/g, "");
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? "");
}

/** The anchors of a document's headings, made as code hosts make them. */
export function anchorsIn(text: string): ReadonlySet<string> {
  const prose = text.replace(/^```[\s\S]*?^```$/gm, "");
  const anchors = new Set<string>();
  for (const match of prose.matchAll(/^#{1,6} +(.+)$/gm)) {
    const plain = anchorOf(match[1] ?? "");
    let anchor = plain;
    for (let count = 1; anchors.has(anchor); count += 1) anchor = `${plain}-${count}`;
    anchors.add(anchor);
  }
  return anchors;
}
