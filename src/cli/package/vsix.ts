/* Packs the extension for VS Code into `dist/niklas-VERSION.vsix`, or the file given. Run by `npm run vsix`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { project } from "./bundling.ts";
import { extensionFiles, extensionManifest } from "./extension.ts";
import { vsix } from "./vsix_archive.ts";

const manifest = extensionManifest();
const target = resolve(process.argv[2] ?? join(project, `dist/niklas-${manifest.version}.vsix`));
const archive = vsix(manifest, await extensionFiles());
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, archive);
console.log(`wrote ${relative(process.cwd(), target)}, ${Math.ceil(archive.length / 1000)} kB`);
