/* What the bundler does otherwise with code of others, and with what is rarely wanted. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Plugin } from "esbuild";
import { analysisOf } from "../../syntax/grammar/analysis.ts";
import { Grammar } from "../../syntax/grammar/file.ts";

const project = resolve(import.meta.dirname, "../../..");

/** Commander can start other programs as commands, which we do not want; not loading what for saves time. */
export const withoutProcesses: Plugin = {
  name: "without processes",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(node:)?child_process$/ }, ({ path }) => ({
      path,
      namespace: "without-processes",
    }));
    onLoad({ filter: /.*/, namespace: "without-processes" }, () => ({ contents: "module.exports = {};" }));
  },
};

/** The library for statistics can tell how it calculates, through another that asks for a terminal. Nobody listens. */
export const withoutDebugging: Plugin = {
  name: "without debugging",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^debug$/ }, ({ path }) => ({ path, namespace: "without-debugging" }));
    onLoad({ filter: /.*/, namespace: "without-debugging" }, () => ({
      contents: "module.exports = () => () => {};",
    }));
  },
};

/** What the library for widths begins with takes longer to make than all else together, and is rarely wanted. */
export const withoutEarlySegmenter: Plugin = {
  name: "without early segmenter",
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]string-width[/\\]index\.js$/ }, ({ path }) => {
      const segmenter = "const segmenter = new Intl.Segmenter();";
      const ignorable = "const defaultIgnorableCodePointRegex = /^\\p{Default_Ignorable_Code_Point}$/u;";
      const text = readFileSync(path, "utf8");
      if (!text.includes(segmenter) || !text.includes(ignorable))
        throw new Error("string-width has changed; see whether this is still needed");
      const contents = text
        .replace(
          segmenter,
          "let made; const segmenter = { segment: (text) => (made ??= new Intl.Segmenter()).segment(text) };",
        )
        .replace(
          ignorable,
          "const defaultIgnorableCodePointRegex = { test: (text) => /^\\p{Default_Ignorable_Code_Point}$/u.test(text) };",
        );
      return { contents };
    });
  },
};

/**
 * While the parser generator records the grammar, it puts methods of its own over the parser's, and takes them away
 * again one by one, which takes longer than the recording. Here they are put into an object in between, and that is
 * taken away.
 */
export const withLightRecording: Plugin = {
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

/** What the parser generator finds out about our grammar is found out once, here. */
export const withAnalysis: Plugin = {
  name: "with analysis",
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]syntax[/\\]analysed\.ts$/ }, () => ({
      contents: `export const analysed = ${JSON.stringify(analysisOf(new Grammar()))};`,
    }));
  },
};

/** What a check rarely wants, by the file of its source: files beside the bundles, which are the faster read. */
export const apart = {
  "src/checks/pages.ts": "niklas.pages.cjs",
  "src/model/bibliography.ts": "niklas.bibliography.cjs",
  "src/cli/watcher.ts": "niklas.watcher.cjs",
  "src/cli/documents/fences.ts": "niklas.fences.cjs",
  "src/embedding/graphviz.ts": "niklas.graphviz.cjs",
  "src/cli/reporting/render.ts": "niklas.report.cjs",
  "src/lsp/server.ts": "niklas.server.cjs",
  "src/cli/experimenting/conduct.ts": "niklas.experiment.cjs",
  "src/cli/experimenting/worker.ts": "niklas.experiment_worker.cjs",
} as const;

export const withRareApart: Plugin = {
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
export const withoutNetwork: Plugin = {
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
