import { readFileSync } from "node:fs";
import { builtinModules, createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { strFromU8, unzipSync } from "fflate";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { beforeAll, expect, test } from "vitest";
import { extensionFiles, extensionManifest, type Files } from "../../src/cli/package/extension.ts";
import { vsix } from "../../src/cli/package/vsix_archive.ts";

/*
 * The archive of the extension, unpacked again, and its manifest by the rules that VS Code has for manifests. Their schema
 * comes with VS Code alone, so the rules are stated here.
 */

let files: Files;
let archive: Uint8Array;
let entries: Readonly<Record<string, Uint8Array>>;
beforeAll(async () => {
  files = await extensionFiles();
  archive = vsix(extensionManifest(), files);
  entries = unzipSync(archive);
}, 120_000);

interface Manifest {
  readonly name: string;
  readonly publisher: string;
  readonly version: string;
  readonly main: string;
  readonly engines: { readonly vscode: string };
  readonly activationEvents: readonly string[];
  readonly categories: readonly string[];
  readonly keywords: readonly string[];
  readonly capabilities: Readonly<
    Record<string, { readonly supported: boolean | string; readonly description: string }>
  >;
  readonly contributes: {
    readonly languages: readonly {
      readonly id: string;
      readonly configuration: string;
      readonly extensions: readonly string[];
    }[];
    readonly grammars: readonly {
      readonly language: string;
      readonly scopeName: string;
      readonly path: string;
    }[];
    readonly snippets: readonly { readonly language: string; readonly path: string }[];
    readonly jsonValidation: readonly { readonly url: string }[];
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly id: string;
        readonly title: string;
        readonly description: string;
        readonly media: { readonly markdown: string };
        readonly completionEvents: readonly string[];
      }[];
    }[];
  };
}

interface Setting {
  readonly type: string;
  readonly scope: string;
  readonly default: unknown;
  readonly enum?: readonly unknown[];
  readonly enumDescriptions?: readonly string[];
}

const manifestIn = (): Manifest =>
  JSON.parse(strFromU8(entries["extension/package.json"] ?? new Uint8Array()));
const textOf = (path: string): string =>
  strFromU8(entries[`extension/${path.replace(/^\.\//, "")}`] ?? new Uint8Array());

test("it holds what the manifest names and what that needs, and nothing else", () => {
  const { main, contributes } = manifestIn();
  const named = [
    main,
    ...contributes.languages.map(({ configuration }) => configuration),
    ...contributes.grammars.map(({ path }) => path),
    ...contributes.snippets.map(({ path }) => path),
    ...contributes.jsonValidation.map(({ url }) => url),
    ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.markdown)),
  ].map((path) => path.replace(/^\.\//, ""));
  const needed = ["dist/cli/server.cjs", "dist/LICENSES.txt", "first_model.sys"];
  const read = ["package.json", "README.md", "CHANGELOG.md", "LICENSE.txt"];
  const pages = Object.keys(entries).filter((path) => path.startsWith("extension/docs/checks/"));
  expect(pages.length).toBeGreaterThan(50);
  expect(Object.keys(entries).sort()).toEqual(
    [
      "[Content_Types].xml",
      "extension.vsixmanifest",
      ...[...named, ...needed, ...read].map((path) => `extension/${path}`),
      ...pages,
    ].sort(),
  );
  for (const [path, contents] of Object.entries(entries)) expect(contents.length, path).toBeGreaterThan(0);
});

test("it is of sensible size, and the same each time", async () => {
  expect(archive.length).toBeLessThan(1_500_000);
  expect(vsix(extensionManifest(), await extensionFiles())).toEqual(archive);
});

test("its scripts need nothing but Node and, on the side of the editor, VS Code", () => {
  const known = new Set([...builtinModules, ...builtinModules.map((name) => `node:${name}`), "vscode"]);
  for (const script of ["dist/extension.cjs", "dist/cli/server.cjs"]) {
    const wanted = [...textOf(script).matchAll(/\brequire\("([^"]+)"\)/g)].map((match) => match[1] ?? "");
    expect(wanted.length).toBeGreaterThan(3);
    expect(wanted.filter((name) => !known.has(name))).toEqual([]);
    expect(wanted.includes("vscode")).toBe(script === "dist/extension.cjs");
  }
});

test("its two files for the installer can be read, and name what is there", () => {
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "" });
  for (const name of ["extension.vsixmanifest", "[Content_Types].xml"])
    expect(XMLValidator.validate(strFromU8(entries[name] ?? new Uint8Array()))).toBe(true);
  const { PackageManifest: manifest } = parser.parse(
    strFromU8(entries["extension.vsixmanifest"] ?? new Uint8Array()),
  );
  const { name, publisher, version, engines } = manifestIn();
  expect(manifest.Metadata.Identity).toMatchObject({ Id: name, Publisher: publisher, Version: version });
  const properties: readonly { Id: string; Value: string }[] = manifest.Metadata.Properties.Property;
  expect(properties.find(({ Id }) => Id === "Microsoft.VisualStudio.Code.Engine")?.Value).toBe(
    engines.vscode,
  );
  const assets: readonly { Path: string }[] = manifest.Assets.Asset;
  expect(assets.length).toBe(4);
  for (const { Path } of assets) expect(Object.keys(entries)).toContain(Path);
  const kinds: readonly { Extension: string }[] = parser.parse(
    strFromU8(entries["[Content_Types].xml"] ?? new Uint8Array()),
  ).Types.Default;
  const extensions = new Set(kinds.map(({ Extension }) => Extension));
  for (const path of Object.keys(entries).filter((one) => one !== "[Content_Types].xml"))
    expect(extensions).toContain(`.${path.split(".").at(-1)}`);
});

test("the manifest says who it is in the forms that are asked for", () => {
  const manifest = manifestIn();
  const root = fileURLToPath(new URL("../..", import.meta.url));
  expect(manifest.version).toBe(JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version);
  expect(`${manifest.publisher}.${manifest.name}`).toMatch(/^[a-z0-9][a-z0-9-]*\.[a-z0-9][a-z0-9-]*$/);
  // Those that the marketplace knows.
  const known = ["Programming Languages", "Snippets", "Linters", "Formatters", "Education"];
  for (const category of manifest.categories) expect(known).toContain(category);
  expect(manifest.keywords.length).toBeLessThanOrEqual(30);
});

test("it asks for the VS Code that the client library asks for, and is written for no newer one", () => {
  const require = createRequire(import.meta.url);
  const library = readFileSync(
    join(require.resolve("vscode-languageclient/node"), "../../../package.json"),
    "utf8",
  );
  const { vscode } = manifestIn().engines;
  expect(vscode).toBe(JSON.parse(library).engines.vscode);
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const { version } = JSON.parse(readFileSync(join(root, "node_modules/@types/vscode/package.json"), "utf8"));
  expect(vscode).toBe(`^${version.split(".").slice(0, 2).join(".")}.0`);
});

test("it wakes by what it contributes alone: a model that is opened, or a command of its own", () => {
  // From version 1.74 on, languages and commands that are contributed need no activation event.
  expect(manifestIn().activationEvents).toEqual([]);
});

test("its language, grammar, snippets and schema belong together and can be read", () => {
  const { languages, grammars, snippets, jsonValidation } = manifestIn().contributes;
  expect(languages.map(({ id, extensions }) => [id, extensions])).toEqual([["niklas", [".sys"]]]);
  for (const { language, scopeName, path } of grammars) {
    expect(language).toBe("niklas");
    expect(JSON.parse(textOf(path)).scopeName).toBe(scopeName);
  }
  for (const { language, path } of snippets) {
    expect(language).toBe("niklas");
    expect(Object.keys(JSON.parse(textOf(path))).length).toBeGreaterThan(40);
  }
  for (const { url } of jsonValidation) expect(JSON.parse(textOf(url)).type).toBe("object");
});

test("the patterns of the language are such as VS Code can make", () => {
  const { wordPattern, indentationRules, onEnterRules } = JSON.parse(textOf("language-configuration.json"));
  const word = new RegExp(wordPattern.pattern, `g${wordPattern.flags}`);
  expect("法律.Rechtsgrundsatz := 1_000 + non_payment".match(word)).toEqual([
    "法律",
    "Rechtsgrundsatz",
    "1_000",
    "non_payment",
  ]);
  expect(new RegExp(word.source, "u").test("")).toBe(false);
  const [more, less] = [indentationRules.increaseIndentPattern, indentationRules.decreaseIndentPattern].map(
    (pattern) => new RegExp(pattern),
  );
  expect(["extend law {", "  // extend law {", "run"].map((line) => more?.test(line))).toEqual([
    true,
    false,
    false,
  ]);
  expect(["}", "  } or {", "run }"].map((line) => less?.test(line))).toEqual([true, true, false]);
  expect(new RegExp(onEnterRules[0].beforeText).test("  /// what it is")).toBe(true);
});

test("each command that anything names is one that it contributes, or one of VS Code's or the server's", () => {
  const { commands, menus, walkthroughs } = manifestIn().contributes;
  const own = commands.map(({ command }) => command);
  expect(new Set(own).size).toBe(own.length);
  for (const { title } of commands) expect(title).not.toBe("");
  const inMenus = Object.values(menus).flatMap((items) => items.map(({ command }) => command));
  const steps = walkthroughs.flatMap((one) => one.steps);
  const inSteps = steps.flatMap(({ description, completionEvents }) => [
    ...[...description.matchAll(/\(command:([\w.]+)\)/g)].map((match) => match[1] ?? ""),
    ...completionEvents.map((event) => event.replace(/^onCommand:/, "")),
  ]);
  const others = ["niklas.run", "niklas.why", "editor.action.quickFix", "workbench.actions.view.problems"];
  for (const command of [...inMenus, ...inSteps]) expect([...own, ...others]).toContain(command);
});

test("the walkthrough has five steps, of different names", () => {
  const steps = manifestIn().contributes.walkthroughs.flatMap((one) => one.steps);
  expect(new Set(steps.map(({ id }) => id)).size).toBe(5);
});

test("the settings are as they are said to be, and none that names a program can come from a workspace", () => {
  const { properties } = manifestIn().contributes.configuration;
  expect(Object.keys(properties)).toEqual(["niklas.server.path", "niklas.trace.server"]);
  expect(properties["niklas.server.path"]?.scope).toBe("machine");
  for (const { type, default: otherwise, enum: values, enumDescriptions } of Object.values(properties)) {
    expect(typeof otherwise).toBe(type);
    if (values === undefined) continue;
    expect(values).toContain(otherwise);
    expect(enumDescriptions).toHaveLength(values.length);
  }
});

test("it says what works where a workspace is not trusted, and why", () => {
  const { untrustedWorkspaces, virtualWorkspaces } = manifestIn().capabilities;
  expect(untrustedWorkspaces?.supported).toBe(true);
  expect(untrustedWorkspaces?.description).toContain("executes nothing");
  expect(virtualWorkspaces?.supported).toBe("limited");
});
