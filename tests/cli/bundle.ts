/* The command line in one file, so that each start is quick. */
import { join, resolve } from "node:path";
import { build } from "esbuild";

const project = resolve(import.meta.dirname, "../..");

/** Bundles the command line into a folder; returns the path of the script. */
export async function bundledInto(folder: string): Promise<string> {
  await build({
    absWorkingDir: project,
    entryPoints: { niklas: "src/cli/main.ts", worker: "src/cli/experimenting/worker.ts" },
    outdir: folder,
    outExtension: { ".js": ".cjs" },
    bundle: true,
    platform: "node",
    format: "cjs",
    external: ["@resvg/resvg-js"],
    define: {
      "import.meta.dirname": JSON.stringify(join(project, "src/cli")),
      NIKLAS_EXPERIMENT_WORKER: JSON.stringify(join(folder, "worker.cjs")),
    },
    logLevel: "error",
  });
  return join(folder, "niklas.cjs");
}
