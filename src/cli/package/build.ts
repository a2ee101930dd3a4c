/*
 * Builds the package into `dist/`, or the folder given: the library (one file for every host, and its types), the command line (one file
 * and its launcher), and the licences of what is bundled with them. Run by `npm run build`.
 */
import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build, type BuildOptions, type Metafile, type Plugin } from "esbuild";
import { buildTypes } from "./types.ts";

const project = resolve(import.meta.dirname, "../../..");
const dist = resolve(process.argv[2] ?? join(project, "dist"));
/** As deep in the package as in the sources, so that the manifest is found in the same way. */
const commandLine = join(dist, "cli");
const launcher = join(commandLine, "niklas.cjs");
const bundle = join(commandLine, "niklas.bundle.cjs");

const shared = {
  absWorkingDir: project,
  bundle: true,
  target: "node20",
  metafile: true,
  legalComments: "none",
  alias: { "lodash-es": "./src/cli/package/lodash.ts" },
  loader: { ".md": "text", ".sys": "text" },
  logLevel: "warning",
} as const satisfies BuildOptions;

/** Commander can start other programs as commands, which we do not want; not loading what for saves time. */
const withoutProcesses: Plugin = {
  name: "without processes",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(node:)?child_process$/ }, ({ path }) => ({
      path,
      namespace: "without-processes",
    }));
    onLoad({ filter: /.*/, namespace: "without-processes" }, () => ({ contents: "module.exports = {};" }));
  },
};

/** The segmenter of the library for widths takes longer to make than all else together, and is rarely wanted. */
const withoutEarlySegmenter: Plugin = {
  name: "without early segmenter",
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]string-width[/\\]index\.js$/ }, ({ path }) => {
      const early = "const segmenter = new Intl.Segmenter();";
      const late =
        "let made; const segmenter = { segment: (text) => (made ??= new Intl.Segmenter()).segment(text) };";
      const text = readFileSync(path, "utf8");
      if (!text.includes(early))
        throw new Error("string-width has changed; see whether this is still needed");
      return { contents: text.replace(early, late) };
    });
  },
};

/**
 * While the parser generator records the grammar, it puts methods of its own over the parser's, and takes them away
 * again one by one, which takes longer than the recording. Here they are put into an object in between, and that is
 * taken away.
 */
const withLightRecording: Plugin = {
  name: "with light recording",
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]traits[/\\]gast_recorder\.js$/ }, ({ path }) => {
      const begin = 'this.TRACE_INIT("Enable Recording", () => {';
      const end = /const that = this;\s+for (?:.+\s+)+?delete that\.LA;/;
      const text = readFileSync(path, "utf8");
      if (text.split(begin).length !== 2 || !end.test(text))
        throw new Error("chevrotain records in another way; see whether this is still needed");
      const contents = text
        .replace(begin, `${begin} const recorder = Object.create(Object.getPrototypeOf(this));`)
        .replace(/this(\[`\w+(?:\$\{idx\})?`\]|\.(?:ACTION|BACKTRACK|LA)) = /g, "recorder$1 = ")
        .replace("recorder.LA = this.LA_RECORD;", "$& Object.setPrototypeOf(this, recorder);")
        .replace(end, "Object.setPrototypeOf(this, Object.getPrototypeOf(Object.getPrototypeOf(this)));");
      return { contents };
    });
  },
};

/** What a check rarely wants, by the file of its source: files beside the bundle, which is the faster read. */
const apart = {
  "src/checks/pages.ts": "niklas.pages.cjs",
  "src/model/bibliography.ts": "niklas.bibliography.cjs",
} as const;

const withRareApart: Plugin = {
  name: "with the rare apart",
  setup({ onResolve }) {
    onResolve({ filter: /^\..*\.ts$/ }, ({ path, resolveDir }) => {
      const source = resolve(resolveDir, path);
      const name = Object.entries(apart).find(([file]) => join(project, file) === source)?.[1];
      return name === undefined ? undefined : { path: `./${name}`, external: true };
    });
  },
};

/** The library for bibliographies can fetch what an address names. Ours come through a host; nothing is fetched. */
const withoutNetwork: Plugin = {
  name: "without network",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(sync-fetch|fetch-ponyfill)$/ }, ({ path }) => ({
      path,
      namespace: "without-network",
    }));
    onLoad({ filter: /.*/, namespace: "without-network" }, () => ({
      contents: "module.exports = () => ({});",
    }));
  },
};

async function buildLibrary(): Promise<Metafile> {
  const { metafile } = await build({
    ...shared,
    entryPoints: {
      index: "src/index.ts",
      bibliography: "src/model/bibliography.ts",
      pages: "src/checks/explain.ts",
    },
    outdir: dist,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    target: "es2023",
    plugins: [withLightRecording, withoutEarlySegmenter, withoutNetwork],
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
  const define = { "import.meta.dirname": "__dirname" };
  const options = { ...shared, platform: "node", format: "cjs", minify: true, define } as const;
  const { metafile } = await build({
    ...options,
    entryPoints: ["src/cli/main.ts"],
    outfile: bundle,
    plugins: [withoutProcesses, withLightRecording, withoutEarlySegmenter, withRareApart],
    banner: { js: "(function(require,module,__filename,__dirname){" },
    footer: { js: "})" },
  });
  const digest = createHash("sha256").update(readFileSync(bundle)).digest("hex");
  await build({
    ...options,
    entryPoints: ["src/cli/package/launcher.ts"],
    outfile: launcher,
    banner: { js: "#!/usr/bin/env node" },
    define: { ...define, BUNDLE_DIGEST: JSON.stringify(digest.slice(0, 16)) },
  });
  chmodSync(launcher, 0o755);
  const rare = Object.entries(apart).map(async ([source, name]) => {
    const outfile = join(commandLine, name);
    return (await build({ ...options, entryPoints: [source], outfile, plugins: [withoutNetwork] })).metafile;
  });
  return [metafile, ...(await Promise.all(rare))];
}

/** What must go with code of others: their licences. */
function writeLicenses(metafiles: readonly Metafile[]): void {
  const packages = new Set<string>();
  for (const { inputs } of metafiles) {
    for (const input of Object.keys(inputs)) {
      const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(input)?.[1];
      if (name !== undefined) packages.add(name);
    }
  }
  const texts = [...packages].sort().map((name) => {
    const folder = join(project, "node_modules", name);
    const { version, license }: { version: string; license: string } = JSON.parse(
      readFileSync(join(folder, "package.json"), "utf8"),
    );
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file === undefined ? "" : readFileSync(join(folder, file), "utf8").trim();
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  const title = "The files in this folder contain code of these packages.\n";
  writeFileSync(join(dist, "LICENSES.txt"), [title, ...texts].join("\n----------\n\n"));
}

/** Runs the command line once, over what is sound and what is not; that leaves the cache that makes the next start fast. */
function warmUp(): void {
  const folder = mkdtempSync(join(tmpdir(), "niklas-build-"));
  try {
    writeFileSync(join(folder, "sound.sys"), sound);
    writeFileSync(join(folder, "mistaken.sys"), mistaken);
    const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, "check", folder], {
      encoding: "utf8",
    });
    if (status !== 1 || !stdout.includes("prise"))
      throw new Error(`the command line fails:\n${stdout}${stderr}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A model that has something of everything. */
const sound = `model warming "A model that has something of everything"

import politics, economy from "canon"

extend politics {
  operation decree(cap: number)
  sensitive to cold_homes(degrees: number)
  program relief conditional on cold_homes {
    when degrees < 10 or degrees = 12 -> government { emit decree(cap: 50) }
    otherwise -> opposition
  }
}

extend economy {
  sensitive to cost(amount: number)
  operation purchase(price: number)
  expectation price: number in 0..1000 = 60
  program investment conditional on cost {
    when amount > 20 and price > 1 -> non_payment { price := price * 90% }
    otherwise -> payment { emit purchase(price: price) }
  }
}

environment room {
  temperature: number in -50..60 "°C" = 15
  light: number = 300
}

machine heater {
  function "keep the room warm"
  code too_cold / warm_enough
  sensitive to reading(degrees: number)
  operation heat
  expectation target: number = 20
  program regulate conditional on reading {
    when degrees < target -> too_cold { emit heat }
    otherwise -> warm_enough
  }
}

coupling taxes between politics and economy {
  politics.decree -> economy.cost(amount: cap) when cap > 0
}

coupling thermometer between room and heater {
  room.temperature -> heater.reading(degrees: temperature)
}

coupling radiator between heater and room {
  heater.heat -> room { temperature := temperature + 1 }
}

scenario decree {
  perturb economy from politics with decree(cap: 50)
  run
  expect economy resonates to cost
  expect economy.price = 60
}

scenario lights_out {
  change room.light to 0
  run 3 steps
  expect heater.heat occurs 5 times
  expect heater designates warm_enough
}

scenario smashed "It is gone" {
  unplug heater
  change room.temperature to 5
  run
  expect heater stays indifferent
}
`;

/** The same with mistakes, of names and of writing. */
const mistaken = sound.replace("economy.price = 60", "economy.prise = 60").replace("3 steps", "3 step of");

rmSync(dist, { recursive: true, force: true });
mkdirSync(commandLine, { recursive: true });
const metafiles = [await buildLibrary(), await buildFilesHost(), ...(await buildCommandLine())];
writeLicenses(metafiles);
warmUp();
buildTypes(project, dist);
