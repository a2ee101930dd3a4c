/*
 * Builds the package into `dist/`, or the folder given: the library (one file for every host, and its types), the command line
 * (its launcher and what that starts), and the licences of what is bundled with them. Run by `npm run build`.
 */
import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build, type Metafile } from "esbuild";
import { manifest, project, scripts, shared } from "./bundling.ts";
import { licensesOf } from "./licenses.ts";
import { buildPlayground } from "./playground.ts";
import {
  apart,
  withAnalysis,
  withLightRecording,
  withoutDebugging,
  withoutEarlySegmenter,
  withoutNetwork,
  withoutProcesses,
  withRareApart,
} from "./plugins.ts";
import { sound } from "./sample.ts";
import { buildTypes } from "./types.ts";

const dist = resolve(process.argv[2] ?? join(project, "dist"));
/** As deep in the package as in the sources, so that the manifest is found in the same way. */
const commandLine = join(dist, "cli");
const launcher = join(commandLine, "niklas.cjs");
/** The bundles of the command line, by where they begin. */
const bundles = {
  plain_check: "src/cli/plain_check.ts",
  plain_run: "src/cli/plain_run.ts",
  program: "src/cli/main.ts",
} as const;

async function buildLibrary(): Promise<Metafile> {
  const { metafile } = await build({
    ...shared,
    entryPoints: {
      index: "src/index.ts",
      bibliography: "src/model/bibliography.ts",
      pages: "src/checks/explain.ts",
      format: "src/format/format.ts",
      prettier: "src/format/prettier_plugin.ts",
      codemirror: "src/codemirror/mode.ts",
    },
    // Two of one kind in one editor do not know each other: the mode works with those of the page that uses it.
    external: ["@codemirror/*", "@lezer/*"],
    outdir: dist,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    target: "es2023",
    plugins: [withAnalysis, withLightRecording, withoutEarlySegmenter, withoutNetwork, withoutDebugging],
  });
  return metafile;
}

/**
 * Pictures and reports, apart from the library, since most programs want neither. What both need stands in `dist/parts`, and Graphviz
 * there by itself: it is only loaded when a picture is laid out.
 */
async function buildPicturesAndReports(): Promise<Metafile> {
  const { metafile } = await build({
    ...shared,
    entryPoints: { pictures: "src/embedding/pictures.ts", report: "src/embedding/report.ts" },
    outdir: dist,
    splitting: true,
    chunkNames: "parts/[name]-[hash]",
    // Graphviz is held in a text, which would be a third longer in ASCII.
    charset: "utf8",
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    target: "es2023",
    define: { NIKLAS_VERSION: JSON.stringify(manifest.version) },
    plugins: [withoutEarlySegmenter],
  });
  return metafile;
}

/** The host over the files of a disk, for programs in Node that embed the library. */
async function buildFilesHost(): Promise<Metafile> {
  const { metafile } = await build({
    ...shared,
    entryPoints: ["src/cli/files.ts"],
    outfile: join(dist, "files.js"),
    format: "esm",
    platform: "node",
  });
  return metafile;
}

async function buildCommandLine(): Promise<readonly Metafile[]> {
  const metafiles: Metafile[] = [];
  const digests = new Map<string, string>();
  for (const [name, source] of Object.entries(bundles)) {
    const bundle = join(commandLine, `niklas.${name}.cjs`);
    const { metafile } = await build({
      ...scripts,
      entryPoints: [source],
      outfile: bundle,
      plugins: [withAnalysis, withoutProcesses, withLightRecording, withoutEarlySegmenter, withRareApart],
      banner: { js: "(function(require,module,__filename,__dirname){" },
      footer: { js: "})" },
    });
    writeFileSync(bundle, inAscii(readFileSync(bundle, "utf8")));
    metafiles.push(metafile);
    digests.set(name, createHash("sha256").update(readFileSync(bundle)).digest("hex").slice(0, 16));
  }
  for (const [source, name] of Object.entries(apart)) {
    const outfile = join(commandLine, name);
    const { metafile } = await build({
      ...scripts,
      entryPoints: [source],
      outfile,
      // A program that is held in a text is a third longer in ASCII.
      charset: "utf8",
      define: { ...scripts.define, NIKLAS_EXPERIMENT_WORKER: JSON.stringify("niklas.experiment_worker.cjs") },
      plugins: [withAnalysis, withoutNetwork, withLightRecording, withoutEarlySegmenter, withoutDebugging],
    });
    metafiles.push(metafile);
  }
  await build({
    ...scripts,
    entryPoints: ["src/cli/package/launcher.ts"],
    outfile: launcher,
    banner: { js: "#!/usr/bin/env node" },
    define: { ...scripts.define, BUNDLE_DIGESTS: JSON.stringify(Object.fromEntries(digests)) },
  });
  chmodSync(launcher, 0o755);
  return metafiles;
}

/**
 * The launcher reads the bundles as ASCII. The bundler writes texts so, and leaves regular expressions as they are; in them
 * the same escape stands for the same sign.
 */
function inAscii(script: string): string {
  return script.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Runs the command line over what is sound: that leaves the caches that make later starts fast. */
function warmUp(): void {
  const folder = mkdtempSync(join(tmpdir(), "niklas-build-"));
  const file = join(folder, "sound.sys");
  try {
    writeFileSync(file, sound);
    // The last is of the whole program; a run reads and checks as well, so that what it leaves serves all commands.
    for (const [args, says] of [
      [["check", file], "in 1 file"],
      [["run", file], "scenario smashed"],
      [["run", "--all", file], "scenario smashed"],
    ] as const) {
      const { stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], { encoding: "utf8" });
      if (!stdout.includes(says)) throw new Error(`the command line fails:\n${stdout}${stderr}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

rmSync(dist, { recursive: true, force: true });
mkdirSync(commandLine, { recursive: true });
const metafiles = [
  await buildLibrary(),
  await buildPicturesAndReports(),
  await buildFilesHost(),
  ...(await buildCommandLine()),
  ...(await buildPlayground(join(dist, "playground"))),
];
writeFileSync(join(dist, "LICENSES.txt"), licensesOf(metafiles));
warmUp();
buildTypes(project, dist);
