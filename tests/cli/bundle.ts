/* The command line in one file, so that each start is quick. */
import { join, resolve } from "node:path";
import { build } from "esbuild";

const project = resolve(import.meta.dirname, "../..");

/** Bundles the command line into a folder; returns the path of the script. */
export async function bundledInto(folder: string): Promise<string> {
  const bundle = join(folder, "niklas.cjs");
  await build({
    absWorkingDir: project,
    entryPoints: ["src/cli/main.ts"],
    outfile: bundle,
    bundle: true,
    platform: "node",
    format: "cjs",
    external: ["@resvg/resvg-js"],
    define: { "import.meta.dirname": JSON.stringify(join(project, "src/cli")) },
    logLevel: "error",
  });
  return bundle;
}
