/*
 * How long after a keystroke the findings are there: of the language server, as an editor sees it, from the message that
 * tells the change to the one that tells the findings; beside Langium, in its own process without any messages, with the
 * same texts in a language of the same constructs (`editor/langium_language.ts`), which it reads, links and validates.
 *
 *     npm run bench:editor [rounds]     (installs Langium in bench/editor first)
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { largeModel } from "./large-model.ts";

const rounds = Number(process.argv[2] ?? 1);
const home = join(import.meta.dirname, "editor");
if (!existsSync(join(home, "node_modules"))) {
  spawnSync("npm", ["install", "--no-package-lock", "--no-audit", "--no-fund"], {
    cwd: home,
    stdio: "inherit",
  });
}
// By a path that the compiler does not follow: where Langium is not installed, the types are checked without it.
const language = join(home, "langium_language.ts");
const { createLangiumBench }: { readonly createLangiumBench: (text: string) => Promise<LangiumBench> } =
  await import(language);

/** Reads another text from now on; gives how much it finds in it. */
interface LangiumBench {
  readonly update: (text: string) => Promise<number>;
}

/** Where and what is typed: the text from `start` to `end` is replaced. */
interface Keystroke {
  readonly start: number;
  readonly end: number;
  readonly typed: string;
}

/** A clause typed into a program in the middle of a text, sign by sign, and taken away again. */
function aClause(text: string): readonly Keystroke[] {
  const clause = "when above = 7 -> competent\n    ";
  const at = text.indexOf("when above <= tolerance", text.length / 2);
  const typing = [...clause].map((typed, index) => ({ start: at + index, end: at + index, typed }));
  const deleting = typing.toReversed().map(({ start }) => ({ start, end: start + 1, typed: "" }));
  return [...typing, ...deleting];
}

/** The digits of a number, one after another. */
function digits(text: string): readonly Keystroke[] {
  const at = text.indexOf("tolerance * 2", text.length / 2) + "tolerance * ".length;
  return [..."1234567890123456789"].map((typed) => ({ start: at, end: at + 1, typed }));
}

function applied(text: string, { start, end, typed }: Keystroke): string {
  return text.slice(0, start) + typed + text.slice(end);
}

/** Milliseconds for each keystroke. */
type Times = readonly number[];

async function inServer(text: string, keystrokes: readonly Keystroke[]): Promise<Times> {
  const folder = mkdtempSync(join(tmpdir(), "niklas-editor-"));
  const uri = pathToFileURL(join(folder, "model.sys")).href;
  const launcher = resolve(import.meta.dirname, "../dist/cli/niklas.cjs");
  const child = spawn(process.execPath, [launcher, "lsp", "--stdio"], {
    cwd: folder,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const waiting = new Map<number, () => void>();
  connection.onNotification("textDocument/publishDiagnostics", ({ version }: { version?: number }) => {
    waiting.get(version ?? -1)?.();
  });
  connection.listen();
  const told = (version: number): Promise<void> => new Promise((done) => void waiting.set(version, done));
  await connection.sendRequest("initialize", {
    processId: null,
    rootUri: pathToFileURL(folder).href,
    capabilities: {},
  });
  const times: number[] = [];
  try {
    let version = 1;
    const opened = told(version);
    await connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "niklas", version, text },
    });
    await opened;
    let current = text;
    for (const keystroke of keystrokes) {
      version += 1;
      const range = { start: positionAt(current, keystroke.start), end: positionAt(current, keystroke.end) };
      current = applied(current, keystroke);
      const known = told(version);
      const begun = performance.now();
      await connection.sendNotification("textDocument/didChange", {
        textDocument: { uri, version },
        contentChanges: [{ range, text: keystroke.typed }],
      });
      await known;
      times.push(performance.now() - begun);
    }
  } finally {
    connection.dispose();
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
  return times;
}

function positionAt(text: string, offset: number): { line: number; character: number } {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

async function inLangium(text: string, keystrokes: readonly Keystroke[]): Promise<Times> {
  const bench = await createLangiumBench(text);
  if ((await bench.update(text)) !== 0) throw new Error("Langium finds a mistake where there is none");
  if ((await bench.update(text.replace("-> competent {", "-> { "))) === 0)
    throw new Error("Langium finds no mistake where there is one");
  const times: number[] = [];
  let current = text;
  for (const keystroke of keystrokes) {
    current = applied(current, keystroke);
    const begun = performance.now();
    await bench.update(current);
    times.push(performance.now() - begun);
  }
  return times;
}

function median(values: Times): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

console.log(`Node ${process.version}, ${rounds} rounds, medians in milliseconds\n`);
console.log("lines    what is typed          language server      Langium   server ÷ Langium");
for (const lines of [100, 1_000, 10_000]) {
  const text = largeModel(lines);
  for (const [what, keystrokes] of [
    ["digits of a number", digits(text)],
    ["a clause, sign by sign", aClause(text)],
  ] as const) {
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      ours.push(...(await inServer(text, keystrokes)));
      theirs.push(...(await inLangium(text, keystrokes)));
    }
    const [own, other] = [median(ours), median(theirs)];
    console.log(
      `${String(lines).padEnd(8)} ${what.padEnd(24)} ${own.toFixed(1).padStart(8)} ms ${other.toFixed(1).padStart(12)} ms ${(own / other).toFixed(2).padStart(12)}`,
    );
  }
}
