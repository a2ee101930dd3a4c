import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { limits } from "../../src/base/limits.ts";
import { filesHost } from "../../src/cli/files.ts";
import { folderWith } from "./folder.ts";

const hostIn = (root: string, workingFolder = root) => filesHost({ root, workingFolder });
const text = (content: string | Uint8Array): string =>
  typeof content === "string" ? content : new TextDecoder().decode(content);

test("an import is relative to the importing file, and `.sys` may be left out", () => {
  const host = hostIn(folderWith({ "models/city.sys": "city", "shared/law.sys": "law" }));
  for (const specifier of ["../shared/law", "../shared/law.sys", "./../shared/law"]) {
    expect(host.locate(specifier, "models/city.sys", "import")).toEqual({
      kind: "found",
      name: "shared/law.sys",
    });
  }
  const read = host.read("shared/law.sys");
  expect(read.kind === "read" && text(read.content)).toBe("law");
});

test("names are relative to the working folder, wherever in the project it is", () => {
  const root = folderWith({ "models/city.sys": "", "shared/law.sys": "law" });
  const host = hostIn(root, join(root, "models"));
  expect(host.locate("../shared/law", "city.sys", "import")).toEqual({
    kind: "found",
    name: "../shared/law.sys",
  });
  expect(host.read("../shared/law.sys")).toMatchObject({ kind: "read" });
});

test.each([
  "/etc/passwd",
  "C:\\models\\city.sys",
  "C:city",
  "\\\\server\\share\\city",
  "file:///etc/passwd",
  "https://example.org/city.sys",
  "../outside",
  "./inside/../../outside",
])("an import of `%s` leads outside", (specifier) => {
  expect(hostIn(folderWith({ "city.sys": "" })).locate(specifier, "city.sys", "import")).toEqual({
    kind: "outside",
    root: ".",
  });
});

test.each(["", " ", ".", "..", "./", "models/", "a\0b", "a\nb", "nul", "./CON.sys"])(
  "an import of %j finds nothing",
  (specifier) => {
    const root = folderWith({ "models/city.sys": "" });
    expect(hostIn(root).locate(specifier, "models/law.sys", "import")).toMatchObject({ kind: "not_found" });
  },
);

test.each(["quelle.bib", "quellen", "Quellen.json", "./quelen.bib"])(
  "a bibliography %s is looked for among bibliographies",
  (specifier) => {
    const host = hostIn(folderWith({ "quellen.bib": "", "quelle.sys": "", "city.sys": "" }));
    const near = [specifier.startsWith("./") ? "./quellen.bib" : "quellen.bib"];
    expect(host.locate(specifier, "city.sys", "bibliography")).toMatchObject({ kind: "not_found", near });
  },
);

test("an import of a name without end finds nothing", () => {
  const host = hostIn(folderWith({ "city.sys": "" }));
  expect(host.locate("x".repeat(5000), "city.sys", "import")).toMatchObject({ kind: "not_found" });
  expect(host.locate("x/".repeat(2000) + "y", "city.sys", "import")).toMatchObject({ kind: "not_found" });
});

test("percent signs and tildes are letters like others", () => {
  const host = hostIn(folderWith({ "models/a.sys": "", "models/%2e%2e.sys": "", "models/~.sys": "" }));
  expect(host.locate("%2e%2e", "models/a.sys", "import")).toEqual({
    kind: "found",
    name: "models/%2e%2e.sys",
  });
  expect(host.locate("~", "models/a.sys", "import")).toEqual({ kind: "found", name: "models/~.sys" });
});

test("a name with backslashes is told with slashes if that is a file", () => {
  const host = hostIn(folderWith({ "city.sys": "", "shared/law.sys": "" }));
  expect(host.locate("shared\\law", "city.sys", "import")).toMatchObject({
    kind: "not_found",
    near: ["shared/law"],
  });
  expect(host.locate("shared\\none", "city.sys", "import")).toMatchObject({ kind: "not_found", near: [] });
});

test("files with names like it are proposed in the manner of the import", () => {
  const host = hostIn(
    folderWith({ "models/city.sys": "", "models/economy.sys": "", "models/notes.txt": "" }),
  );
  expect(host.locate("./ecnomy", "models/city.sys", "import")).toEqual({
    kind: "not_found",
    tried: ["models/ecnomy", "models/ecnomy.sys"],
    near: ["./economy"],
  });
  expect(host.locate("Economy.sys", "models/city.sys", "import")).toMatchObject({ near: ["economy.sys"] });
});

test("a link within the root is followed, and the file keeps its one name", () => {
  const root = folderWith({ "shared/law.sys": "law", "city.sys": "" });
  symlinkSync(join(root, "shared/law.sys"), join(root, "statute.sys"));
  expect(hostIn(root).locate("./statute", "city.sys", "import")).toEqual({
    kind: "found",
    name: "shared/law.sys",
  });
});

test("a link that leads out of the root is outside, through a folder too, and nothing there is named", () => {
  const outside = folderWith({ "secret.sys": "secret" });
  const root = folderWith({ "city.sys": "" });
  symlinkSync(join(outside, "secret.sys"), join(root, "secret.sys"));
  symlinkSync(outside, join(root, "shared"));
  const host = hostIn(root);
  expect(host.locate("./secret", "city.sys", "import")).toEqual({ kind: "outside", root: "." });
  expect(host.locate("./shared/secret", "city.sys", "import")).toEqual({ kind: "outside", root: "." });
  expect(host.locate("./shared/secrat", "city.sys", "import")).toEqual({ kind: "outside", root: "." });
  expect(host.read("shared/../../secret.sys")).toMatchObject({ kind: "unreadable" });
  expect(host.read("secret.sys")).toMatchObject({ kind: "unreadable" });
});

test("links that lead nowhere or in a circle cannot be read", () => {
  const root = folderWith({ "city.sys": "" });
  symlinkSync(join(root, "gone.sys"), join(root, "dangling.sys"));
  symlinkSync(join(root, "circle.sys"), join(root, "circle.sys"));
  const host = hostIn(root);
  for (const name of ["dangling", "circle"]) {
    expect(host.locate(`./${name}`, "city.sys", "import")).toEqual({ kind: "found", name: `${name}.sys` });
    expect(host.read(`${name}.sys`)).toEqual({
      kind: "unreadable",
      reason: "it is a link that leads nowhere",
    });
  }
});

test("a folder is not a file, and one beside a file of its name does not hide it", () => {
  const root = folderWith({ "city.sys": "", "law.sys": "" });
  mkdirSync(join(root, "law"));
  mkdirSync(join(root, "only"));
  const host = hostIn(root);
  expect(host.locate("./law", "city.sys", "import")).toEqual({ kind: "found", name: "law.sys" });
  expect(host.locate("./only", "city.sys", "import")).toMatchObject({ kind: "not_found" });
});

test.runIf(process.platform !== "win32")("a pipe is not read, and nobody waits for it", () => {
  const root = folderWith({ "city.sys": "" });
  execFileSync("mkfifo", [join(root, "pipe.sys")]);
  const host = hostIn(root);
  expect(host.locate("./pipe", "city.sys", "import")).toEqual({ kind: "found", name: "pipe.sys" });
  expect(host.read("pipe.sys")).toEqual({ kind: "unreadable", reason: "it is not a regular file" });
});

test("a file that is too large is told by its size, without reading it", () => {
  const root = folderWith({ "huge.sys": "" });
  truncateSync(join(root, "huge.sys"), 40_000_000_000);
  expect(hostIn(root).read("huge.sys")).toEqual({ kind: "too_large", bytes: 40_000_000_000 });
});

test("a file of exactly the largest size is read", () => {
  const root = folderWith();
  writeFileSync(join(root, "large.sys"), new Uint8Array(limits.fileSize));
  writeFileSync(join(root, "larger.sys"), new Uint8Array(limits.fileSize + 1));
  const read = hostIn(root).read("large.sys");
  expect(read.kind === "read" && read.content.length).toBe(limits.fileSize);
  expect(hostIn(root).read("larger.sys")).toEqual({ kind: "too_large", bytes: limits.fileSize + 1 });
});

test.runIf(process.platform === "linux")("files of the system that say they are empty are read", () => {
  const host = filesHost({ root: "/proc", workingFolder: "/proc" });
  expect(host.read(`${process.pid}/status`)).toMatchObject({ kind: "read" });
});

test.runIf(process.getuid !== undefined && process.getuid() !== 0)(
  "a file without permission says so",
  () => {
    const root = folderWith({ "locked.sys": "" });
    chmodSync(join(root, "locked.sys"), 0);
    expect(hostIn(root).read("locked.sys")).toEqual({
      kind: "unreadable",
      reason: "the system does not permit it",
    });
  },
);

test("what is mended and not yet written is read instead of what is on the disk", () => {
  const root = folderWith({ "city.sys": "old" });
  const overlay = new Map([["city.sys", new TextEncoder().encode("new")]]);
  const read = filesHost({ root, workingFolder: root, overlay }).read("city.sys");
  expect(read.kind === "read" && text(read.content)).toBe("new");
});
