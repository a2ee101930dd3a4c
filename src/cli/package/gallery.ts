/*
 * Writes the gallery of the examples into `dist/examples/`, or the folder given; its page looks for the playground beside that. Run by
 * `npm run gallery`, and by `npm run build` at its end.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { project } from "./bundling.ts";
import { galleryOf, readExamples } from "./gallery_of.ts";

const folder = resolve(process.argv[2] ?? join(project, "dist/examples"));
const files = await galleryOf(readExamples());
if (process.argv[2] === undefined) rmSync(folder, { recursive: true, force: true });
for (const [name, content] of files) {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
console.log(
  `wrote ${files.size} files; ${relative(process.cwd(), join(folder, "index.html"))} leads to them`,
);
