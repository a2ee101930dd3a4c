/*
 * The playground as one file: its styles, its script, the scripts of its workers and the examples stand in the page, so that it
 * works from the disk as from any host. The policy in its head permits these, by their digests, and nothing else.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Metafile } from "esbuild";
import { version } from "../version.ts";
import { project, shared } from "./bundling.ts";
import { licensesOf } from "./licenses.ts";
import { withAnalysis, withLightRecording, withoutEarlySegmenter, withoutNetwork } from "./plugins.ts";

const page = join(project, "src/playground/page");

/** Writes the page into a folder. */
export async function buildPlayground(folder: string): Promise<readonly Metafile[]> {
  const [script, worker, drawer] = await Promise.all([
    bundled("main.ts"),
    bundled("worker.ts"),
    bundled("drawer.ts"),
  ]);
  const { outputFiles } = await build({
    entryPoints: [join(page, "page.css")],
    bundle: true,
    minify: true,
    write: false,
    logLevel: "warning",
  });
  const style = outputFiles[0]?.text.trim() ?? "";
  const metafiles = [script.metafile, worker.metafile, drawer.metafile];
  const parts = {
    style,
    script: script.text,
    worker: worker.text,
    drawer: drawer.text,
    models: JSON.stringify(playgroundExamples()).replaceAll("<", "\\u003c"),
    // The page is put online alone, and what it is made of asks to be named with it.
    licenses: licensesOf(metafiles, "This page contains"),
  } as const;
  for (const [name, text] of Object.entries(parts))
    if (/<\/(script|style)|<!--|\r|\0/i.test(text))
      throw new Error(`the ${name} of the page would end too early`);
  const filled = readFileSync(join(page, "page.html"), "utf8")
    // A function gives what is put in: a text could hold what replacing takes for its own signs.
    .replace(/<(style|script) data-part="(\w+)"([^>]*)>/g, (_, name: string, of: string, rest: string) => {
      if (!isPart(of)) throw new Error(`the page wants ${of}, which nobody makes`);
      return `<${name}${rest}>${parts[of]}`;
    })
    .replace("{version}", version)
    .replace("{policy}", () => policyFor(script.text, style));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "index.html"), filled);
  return metafiles;
}

function isPart(name: string): name is "style" | "script" | "worker" | "drawer" | "models" | "licenses" {
  return ["style", "script", "worker", "drawer", "models", "licenses"].includes(name);
}

interface Bundled {
  readonly text: string;
  readonly metafile: Metafile;
}

async function bundled(name: string): Promise<Bundled> {
  const { metafile, outputFiles } = await build({
    ...shared,
    entryPoints: [join(page, name)],
    write: false,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    // Of the libraries, what is for the makers of pages is left out.
    // Graphviz asks where its script lies, in case it has to load something; it has all in itself.
    define: { "process.env.NODE_ENV": '"production"', "import.meta.url": '""' },
    plugins: [withAnalysis, withLightRecording, withoutEarlySegmenter, withoutNetwork],
  });
  return { text: inScript(outputFiles[0]?.text ?? ""), metafile };
}

/** In texts and patterns, where alone these stand, the escaped sign is the same sign. */
function inScript(text: string): string {
  return text
    .trim()
    .replace(/<\/(?=script|style)/gi, "<\\/")
    .replaceAll("<!--", "<\\!--");
}

/**
 * What the page may do. `blob:` is for its workers, whose scripts are in the page: from the disk browsers load none. The content of
 * a blob can only come from the page's own script; where browsers know Trusted Types, only these addresses are let through.
 * A worker from a blob is bound by the policy of its page, so that what Graphviz is, WebAssembly, must be permitted here; that
 * permits no code made of texts.
 */
function policyFor(script: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src '${digest(script)}' 'wasm-unsafe-eval'`,
    `style-src '${digest(style)}'`,
    "worker-src blob:",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types niklas-worker",
  ].join("; ");
}

function digest(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

/**
 * The examples, the first of which a newcomer sees: the folder, the title, and the files, the one that is run first; what the only
 * file is called is said nowhere.
 */
const shown = [
  ["house_prices", "A price cap: decreed, and legislated", "price_cap.sys"],
  ["thermostat", "Thermostat: the smallest model", "thermostat.sys"],
  ["pollution", "Pollution: a poisoned river becomes a price", "pollution.sys"],
  ["contract", "Contract: adjudication perturbs the economy", "contract.sys"],
  ["epidemic", "Epidemic: one operation, four readings", "epidemic.sys"],
  ["planned_economy", "Planned economy: without an economy, then with one", "planned_economy.sys"],
  ["house_prices", "House prices: announced, anticipated, evaded", "house_prices.sys", "house_prices.bib"],
  ["house_prices", "A decree on prices, and no way yet", "decree.sys"],
  ["gene_editing", "Edited children: whose limit is it?", "gene_editing.sys", "gene_editing.bib"],
  [
    "double_contingency",
    "Double contingency: what to expect of each other",
    "dyad.sys",
    "double_contingency.bib",
  ],
  ["urban_scaling", "Urban scaling: what a city gains and risks", "urban_scaling.sys", "urban_scaling.bib"],
  [
    "anticipation",
    "Anticipation: past, present and future of one equation",
    "anticipation.sys",
    "anticipation.bib",
  ],
  ["miscarriage", "Miscarriage of justice: who can see what", "miscarriage.sys"],
  ["governance", "Governance: reflexive law, in two files", "governance.sys", "city.sys"],
  ["governance", "Governance of old: bureaucracy, in two files", "old_governance.sys", "city.sys"],
  ["danwei", "Danwei 单位 (in Chinese)", "danwei.sys"],
  ["danwei", "Megacity 超大城市 (in Chinese)", "megacity.sys"],
  ["university", "University: one dissertation, read twice (in German)", "university.sys"],
] as const;

interface ExampleFile {
  readonly name: string;
  readonly text: string;
}

interface ShownExample {
  readonly name: string;
  readonly title: string;
  /** As the page has works. */
  readonly work: readonly ExampleFile[];
}

export function playgroundExamples(): readonly ShownExample[] {
  return shown.map(([folder, title, first, ...others]) => {
    const fileOf = (name: string): ExampleFile => ({
      name,
      text: readFileSync(join(project, "examples", folder, name), "utf8"),
    });
    return { name: `${folder}/${first}`, title, work: [fileOf(first), ...others.map(fileOf)] };
  });
}
