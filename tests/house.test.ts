import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

/*
 * The architecture, held against the code: docs/architecture.md explains it, this table enforces it.
 * A room imports from itself and from the rooms named beside it; `node` says that it may know Node.
 */
const rooms: Readonly<
  Record<string, { readonly imports: readonly string[]; readonly packages: readonly string[] }>
> = {
  base: { imports: [], packages: ["unhomoglyph"] },
  diagnostics: { imports: ["base"], packages: ["string-width"] },
  syntax: { imports: ["base", "diagnostics"], packages: ["chevrotain"] },
  model: {
    imports: ["base", "diagnostics", "syntax"],
    packages: ["@citation-js/plugin-bibtex", "@citation-js/core"],
  },
  flow: { imports: ["base", "model"], packages: [] },
  checks: { imports: ["base", "diagnostics", "syntax", "model", "flow"], packages: [] },
  engine: {
    imports: ["base", "diagnostics", "model", "flow"],
    packages: [
      "@stdlib/math-base-special-erfcinv",
      "@stdlib/math-base-special-exp",
      "@stdlib/math-base-special-ln",
      "@stdlib/math-base-special-pow",
    ],
  },
  runs: {
    imports: ["base", "diagnostics", "model", "flow", "checks", "engine"],
    packages: [
      "@noble/hashes",
      "@stdlib/stats-base-dists-binomial-cdf",
      "@stdlib/stats-base-dists-normal-quantile",
      "@stdlib/stats-base-dists-t-quantile",
    ],
  },
  views: { imports: ["base", "diagnostics", "model", "flow", "engine", "runs"], packages: [] },
  format: { imports: ["base", "diagnostics", "syntax"], packages: ["prettier"] },
  codemirror: { imports: ["syntax"], packages: ["@codemirror/language", "@lezer/highlight"] },
  index: {
    imports: ["base", "diagnostics", "syntax", "model", "flow", "checks", "engine", "runs", "views"],
    packages: [],
  },
  embedding: {
    imports: ["base", "diagnostics", "model", "flow", "checks", "engine", "runs", "views"],
    packages: ["@noble/hashes", "@viz-js/viz"],
  },
  editor: {
    imports: [
      "base",
      "diagnostics",
      "syntax",
      "model",
      "flow",
      "checks",
      "engine",
      "runs",
      "views",
      "format",
      "index",
    ],
    packages: [],
  },
  playground: {
    imports: [
      "base",
      "diagnostics",
      "syntax",
      "model",
      "flow",
      "checks",
      "engine",
      "runs",
      "views",
      "format",
      "index",
      "embedding",
      "editor",
      "codemirror",
    ],
    packages: [
      "@codemirror/autocomplete",
      "@codemirror/commands",
      "@codemirror/language",
      "@codemirror/lint",
      "@codemirror/search",
      "@codemirror/state",
      "@codemirror/view",
      "@lezer/highlight",
      "@viz-js/viz",
      "fflate",
    ],
  },
  lsp: {
    imports: ["base", "diagnostics", "syntax", "model", "checks", "editor", "index"],
    packages: ["vscode-languageserver", "vscode-languageserver-textdocument", "node"],
  },
  cli: {
    imports: [
      "base",
      "diagnostics",
      "syntax",
      "model",
      "flow",
      "checks",
      "engine",
      "runs",
      "views",
      "format",
      "index",
      "embedding",
      "editor",
      "lsp",
    ],
    packages: ["@resvg/resvg-js", "chokidar", "commander", "diff", "esbuild", "fflate", "micromark", "node"],
  },
  vscode: { imports: [], packages: ["vscode", "vscode-languageclient", "node"] },
};

const root = fileURLToPath(new URL("..", import.meta.url));
const src = join(root, "src");

function filesBelow(folder: string): string[] {
  return readdirSync(folder)
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? filesBelow(path) : [path];
    })
    .sort();
}

const files = filesBelow(src).filter((path) => path.endsWith(".ts"));

/** The text of a file without comments and texts. */
function codeOf(path: string): string {
  return readFileSync(path, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$|"(?:[^"\\\n]|\\.)*"|`[^`]*`/gm, "");
}

function importsOf(path: string): string[] {
  const text = readFileSync(path, "utf8");
  const withoutComments = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
  return (
    [
      ...withoutComments.matchAll(/^\s*(?:import|export)\b[^;"'`]*?from\s*["']([^"']+)["']/gm),
      ...withoutComments.matchAll(/\bimport\(\s*["']([^"']+)["']/g),
      ...withoutComments.matchAll(/^\s*import\s+["']([^"']+)["']/gm),
    ]
      .map((match) => match[1] ?? "")
      // Models that stand in texts import it.
      .filter((specifier) => specifier !== "canon")
  );
}

function roomOf(path: string): string {
  return relative(src, path).split("/")[0]?.replace(/\.ts$/, "") ?? "";
}

it("knows every room", () => {
  expect([...new Set(files.map(roomOf))].sort()).toEqual(Object.keys(rooms).sort());
});

it("lets each room import only what it may", () => {
  const wrong = files.flatMap((path) => {
    const room = rooms[roomOf(path)];
    return importsOf(path).flatMap((specifier) => {
      const arrow = `${relative(root, path)} → ${specifier}`;
      if (specifier.startsWith(".")) {
        const target = roomOf(resolve(dirname(path), specifier));
        return target === roomOf(path) || room?.imports.includes(target) ? [] : [arrow];
      }
      const name = specifier.startsWith("node:")
        ? "node"
        : specifier
            .split("/")
            .slice(0, specifier.startsWith("@") ? 2 : 1)
            .join("/");
      return room?.packages.includes(name) ? [] : [arrow];
    });
  });
  expect(wrong).toEqual([]);
});

it("has no circle of imports", () => {
  const state = new Map<string, "open" | "done">();
  const circles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (state.get(path) === "done") return;
    if (state.get(path) === "open") {
      circles.push(
        [...trail.slice(trail.indexOf(path)), path].map((file) => relative(src, file)).join(" → "),
      );
      return;
    }
    state.set(path, "open");
    for (const specifier of importsOf(path)) {
      if (specifier.startsWith(".")) visit(resolve(dirname(path), specifier), [...trail, path]);
    }
    state.set(path, "done");
  };
  for (const path of files) visit(path, []);
  expect(circles).toEqual([]);
});

it("keeps the core free of the world it runs in", () => {
  const waits = join(root, "src/runs/turns.ts");
  const page = join(root, "src/playground/page/");
  const core = files.filter(
    (path) => !["cli", "lsp", "vscode"].includes(roomOf(path)) && path !== waits && !path.startsWith(page),
  );
  const worldly =
    /\b(process|Buffer|__dirname|require|Date|performance|setTimeout|fetch|console)\b\s*[.(]|Math\.random/;
  const found = core.filter((path) => worldly.test(codeOf(path)));
  expect(found.map((path) => relative(root, path))).toEqual([]);
});

it("keeps files short enough to be read", () => {
  const long = files
    .map((path) => ({ path: relative(root, path), lines: readFileSync(path, "utf8").split("\n").length }))
    .filter(({ path, lines }) => lines > 500 && !generated(path) && path !== "src/syntax/tree.ts");
  expect(long).toEqual([]);
});

it("has no `any`, no default exports, no enums, no module-level variables", () => {
  const found = files.flatMap((path) => {
    const text = codeOf(path);
    return [
      /:\s*any\s*[;)=\]>|]|\bas any\b|<any>/,
      /^export default/m,
      /^(export )?(const )?enum /m,
      /^(export )?let /m,
    ]
      .filter((pattern) => pattern.test(text))
      .map((pattern) => `${relative(root, path)}: ${pattern.source}`);
  });
  expect(found).toEqual([]);
});

function generated(path: string): boolean {
  return /^\/\* Generated/.test(readFileSync(join(root, path), "utf8"));
}
