/* What all bundles have in common. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { BuildOptions } from "esbuild";

export const project = resolve(import.meta.dirname, "../../..");

/** Of the package. */
export const manifest: { readonly version: string } = JSON.parse(
  readFileSync(join(project, "package.json"), "utf8"),
);

export const shared = {
  absWorkingDir: project,
  bundle: true,
  target: "node20",
  metafile: true,
  legalComments: "none",
  alias: { "lodash-es": "./src/cli/package/lodash.ts" },
  loader: { ".md": "text", ".sys": "text" },
  logLevel: "warning",
} as const satisfies BuildOptions;

/** Of scripts for Node that are loaded as they are: what is loaded later is required, not imported. */
export const scripts = {
  ...shared,
  platform: "node",
  format: "cjs",
  minify: true,
  define: { "import.meta.dirname": "__dirname" },
  supported: { "dynamic-import": false },
  // Made for each kind of machine: it is taken from beside the package, where it is there.
  external: ["@resvg/resvg-js"],
} as const satisfies BuildOptions;
