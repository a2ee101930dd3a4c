/* The command `niklas`, for editors that start it by its name. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll } from "vitest";

const project = resolve(import.meta.dirname, "../..");

/** Bundles it before the tests of a file, and gives the folder in which it lies. */
export function niklasOnPath(): () => string {
  const folder = mkdtempSync(join(tmpdir(), "niklas-editors-"));
  const bundle = join(folder, "niklas.cjs");
  beforeAll(async () => {
    await build({
      absWorkingDir: project,
      entryPoints: ["src/cli/main.ts"],
      outfile: bundle,
      bundle: true,
      platform: "node",
      format: "cjs",
      define: { "import.meta.dirname": JSON.stringify(join(project, "src/cli")) },
      logLevel: "error",
    });
    writeFileSync(join(folder, "niklas"), `#!/bin/sh\nexec "${process.execPath}" "${bundle}" "$@"\n`);
    chmodSync(join(folder, "niklas"), 0o755);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return () => folder;
}
