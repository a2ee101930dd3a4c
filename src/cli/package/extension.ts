/* The files of the extension for VS Code, by their paths in it: what stands in `src/vscode`, and what is made for it. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build, type BuildOptions, type Metafile } from "esbuild";
import { project, scripts } from "./bundling.ts";
import { licensesOf } from "./licenses.ts";
import { withAnalysis, withLightRecording, withoutEarlySegmenter, withoutNetwork } from "./plugins.ts";

export type Files = ReadonlyMap<string, Uint8Array>;

/** Its manifest, with the version of the package. */
export interface Manifest {
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly publisher: string;
  readonly version: string;
  readonly categories: readonly string[];
  readonly keywords: readonly string[];
  readonly engines: { readonly vscode: string };
  readonly extensionKind: readonly string[];
}

export function extensionManifest(): Manifest {
  const { version }: { version: string } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
  const manifest: Omit<Manifest, "version"> = JSON.parse(
    readFileSync(join(project, "src/vscode/manifest.json"), "utf8"),
  );
  return { ...manifest, version };
}

/** Builds them. */
export async function extensionFiles(): Promise<Files> {
  const client = await bundle({
    entryPoints: ["src/vscode/extension.ts"],
    external: ["vscode"],
    // Some packages come in a form besides that no bundler can follow.
    mainFields: ["module", "main"],
  });
  const server = await bundle({
    entryPoints: ["src/cli/server_alone.ts"],
    plugins: [withAnalysis, withoutNetwork, withLightRecording, withoutEarlySegmenter],
  });
  const files = new Map<string, Uint8Array>([
    ["package.json", bytes(`${JSON.stringify(extensionManifest(), null, 2)}\n`)],
    ["dist/extension.cjs", client.contents],
    ["dist/cli/server.cjs", server.contents],
    ["dist/LICENSES.txt", bytes(licensesOf([client.metafile, server.metafile]))],
  ]);
  for (const name of ["README.md", "language-configuration.json", "snippets.json", "first_model.sys"])
    files.set(name, read(`src/vscode/${name}`));
  for (const name of readdirSync(join(project, "src/vscode/walkthrough")))
    files.set(`walkthrough/${name}`, read(`src/vscode/walkthrough/${name}`));
  // The server finds the pages of the checks where they lie in the package.
  for (const name of readdirSync(join(project, "docs/checks")))
    files.set(`docs/checks/${name}`, read(`docs/checks/${name}`));
  for (const name of ["docs/schema/niklas.schema.json", "grammar/niklas.tmLanguage.json", "CHANGELOG.md"])
    files.set(name, read(name));
  files.set("LICENSE.txt", read("LICENSE"));
  return new Map([...files].sort(([one], [other]) => (one < other ? -1 : 1)));
}

async function bundle(options: BuildOptions): Promise<{ contents: Uint8Array; metafile: Metafile }> {
  const { outputFiles, metafile } = await build({
    ...scripts,
    ...options,
    metafile: true,
    write: false,
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error("nothing was bundled");
  return { contents: file.contents, metafile };
}

function read(path: string): Uint8Array {
  const file = join(project, path);
  if (!existsSync(file)) throw new Error(`${path} is missing`);
  return readFileSync(file);
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
