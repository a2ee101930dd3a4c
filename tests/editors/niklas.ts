/* The command `niklas`, for editors that start it by its name. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundledInto } from "../cli/bundle.ts";
import { afterAll, beforeAll } from "vitest";

/** Bundles it before the tests of a file, and gives the folder in which it lies. */
export function niklasOnPath(): () => string {
  const folder = mkdtempSync(join(tmpdir(), "niklas-editors-"));
  beforeAll(async () => {
    const bundle = await bundledInto(folder);
    writeFileSync(join(folder, "niklas"), `#!/bin/sh\nexec "${process.execPath}" "${bundle}" "$@"\n`);
    chmodSync(join(folder, "niklas"), 0o755);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return () => folder;
}
