/*
 * Writes every generated file that has changed; with `--check` writes none and exits with 1 if any is stale.
 * `generated.ts` is the list.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { generated } from "./generated.ts";
import { root } from "./sources.ts";

const checkOnly = process.argv.includes("--check");
for (const { path, make } of generated) {
  const file = join(root, path);
  const text = await make();
  if (existsSync(file) && readFileSync(file, "utf8") === text) continue;
  if (checkOnly) {
    process.exitCode = 1;
    console.error(`${path} is stale: npm run generate writes it anew`);
  } else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(`wrote ${path}`);
  }
}
