/*
 * The archive that VS Code installs: a zip with the files of the extension, a list of what kinds they are, and a second
 * manifest in XML, whose forms are those of the tool `vsce`. The same files make the same archive, to the byte.
 */
import { zipSync, type Zippable } from "fflate";
import type { Files, Manifest } from "./extension.ts";

export function vsix(manifest: Manifest, files: Files): Uint8Array {
  const entries: Zippable = {
    "extension.vsixmanifest": encode(vsixManifest(manifest, files)),
    "[Content_Types].xml": encode(contentTypes(files)),
  };
  for (const [path, contents] of files) entries[`extension/${path}`] = contents;
  // The first moment that a zip can have, in whatever zone.
  return zipSync(entries, { level: 9, mtime: new Date(1980, 0, 1) });
}

/** What VS Code and its marketplace ask of an extension before they look into its own manifest. */
function vsixManifest(manifest: Manifest, files: Files): string {
  const { name, publisher, version, displayName, description, keywords, categories } = manifest;
  const property = (id: string, value: string) => `      <Property Id="${id}" Value="${escaped(value)}" />`;
  const asset = (type: string, path: string) =>
    files.has(path) ? [`    <Asset Type="${type}" Path="extension/${path}" Addressable="true" />`] : [];
  const code = "Microsoft.VisualStudio.Code";
  const content = "Microsoft.VisualStudio.Services.Content";
  return `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011" xmlns:d="http://schemas.microsoft.com/developer/vsx-schema-design/2011">
  <Metadata>
    <Identity Language="en-US" Id="${escaped(name)}" Version="${escaped(version)}" Publisher="${escaped(publisher)}" />
    <DisplayName>${escaped(displayName)}</DisplayName>
    <Description xml:space="preserve">${escaped(description)}</Description>
    <Tags>${escaped([...keywords, "niklas", "__ext_sys"].join(","))}</Tags>
    <Categories>${escaped(categories.join(","))}</Categories>
    <GalleryFlags>Public</GalleryFlags>
    <Properties>
${[
  property(`${code}.Engine`, manifest.engines.vscode),
  property(`${code}.ExtensionDependencies`, ""),
  property(`${code}.ExtensionPack`, ""),
  property(`${code}.ExtensionKind`, manifest.extensionKind.join(",")),
  property(`${code}.LocalizedLanguages`, ""),
  property(`${code}.ExecutesCode`, "true"),
].join("\n")}
    </Properties>
    <License>extension/LICENSE.txt</License>
  </Metadata>
  <Installation>
    <InstallationTarget Id="${code}" />
  </Installation>
  <Dependencies />
  <Assets>
${[
  ...asset(`${code}.Manifest`, "package.json"),
  ...asset(`${content}.Details`, "README.md"),
  ...asset(`${content}.Changelog`, "CHANGELOG.md"),
  ...asset(`${content}.License`, "LICENSE.txt"),
].join("\n")}
  </Assets>
</PackageManifest>
`;
}

const types: ReadonlyMap<string, string> = new Map([
  ["json", "application/json"],
  ["cjs", "application/node"],
  ["md", "text/markdown"],
  ["txt", "text/plain"],
  ["sys", "text/plain"],
  ["vsixmanifest", "text/xml"],
]);

function contentTypes(files: Files): string {
  const extensions = new Set([
    "vsixmanifest",
    ...[...files.keys()].map((path) => path.split(".").at(-1) ?? ""),
  ]);
  const defaults = [...extensions].sort().map((extension) => {
    const type = types.get(extension);
    if (type === undefined) throw new Error(`what kind of file is .${extension}?`);
    return `<Default Extension=".${extension}" ContentType="${type}" />`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${defaults.join("")}</Types>
`;
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
