import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { entriesOf } from "../../src/cli/entries.ts";
import { folderWith } from "./folder.ts";

function found(root: string, paths: readonly string[], exclude: readonly string[] = []) {
  const options = {
    workingFolder: root,
    root,
    exclude: new Set(exclude.map((path) => join(root, path))),
    markdown: false,
  };
  const { entries, failures } = entriesOf(paths, options);
  return {
    names: entries.map(({ path }) => path?.slice(root.length + 1) ?? "-"),
    failures: failures.map(({ message, help }) => (help === undefined ? message : `${message} / ${help}`)),
  };
}

test("a folder stands for the models in it and below, in a fixed order, without hidden ones", () => {
  const root = folderWith({
    "b.sys": "",
    "a/z.sys": "",
    "a/c.sys": "",
    "B.sys": "",
    "notes.txt": "",
    ".hidden/x.sys": "",
    ".x.sys": "",
    "node_modules/p/x.sys": "",
  });
  expect(found(root, ["."])).toEqual({ names: ["B.sys", "a/c.sys", "a/z.sys", "b.sys"], failures: [] });
});

test("a file that is named is a model whatever its ending, and comes once", () => {
  const root = folderWith({ "a.txt": "", "b.sys": "" });
  expect(found(root, ["a.txt", "b.sys", ".", "./a.txt", "-"]).names).toEqual(["a.txt", "b.sys", "-"]);
});

test("what is excluded is passed over in folders, and checked when named", () => {
  const root = folderWith({ "a.sys": "", "drafts/b.sys": "", "c.sys": "" });
  expect(found(root, ["."], ["drafts", "c.sys"]).names).toEqual(["a.sys"]);
  expect(found(root, ["drafts/b.sys"], ["drafts"]).names).toEqual(["drafts/b.sys"]);
});

test("a path with nothing there is told with a name like it", () => {
  const root = folderWith({ "models/city.sys": "" });
  expect(found(root, ["modles"]).failures).toEqual([
    "there is no file or folder `modles` / a name like it: `models`",
  ]);
  expect(found(root, ["models/cty.sys"]).failures).toEqual([
    "there is no file or folder `models/cty.sys` / a name like it: `models/city.sys`",
  ]);
  expect(found(root, ["q"]).failures).toEqual(["there is no file or folder `q`"]);
});

test("a folder without models is told, beside what was found elsewhere", () => {
  const root = folderWith({ "models/city.sys": "", "empty/readme.txt": "" });
  expect(found(root, ["empty", "models"])).toEqual({
    names: ["models/city.sys"],
    failures: ["there are no models in `empty` / a model is a file whose name ends in `.sys`"],
  });
});

test("links to folders are not followed, links to files within the project are", () => {
  const root = folderWith({ "a/model.sys": "" });
  symlinkSync(root, join(root, "a/loop"));
  symlinkSync(join(root, "a/model.sys"), join(root, "b.sys"));
  expect(found(root, ["."])).toEqual({ names: ["a/model.sys"], failures: [] });
  expect(found(root, ["b.sys"]).names).toEqual(["a/model.sys"]);
});

test("a link out of the project is not read, whether found or named", () => {
  const outside = folderWith({ "secret.sys": "" });
  const root = folderWith({ "a.sys": "" });
  symlinkSync(join(outside, "secret.sys"), join(root, "b.sys"));
  const failure = "cannot read `b.sys`: it is a link that leads out of the project";
  expect(found(root, ["."])).toEqual({ names: ["a.sys"], failures: [failure] });
  expect(found(root, ["b.sys"])).toEqual({ names: [], failures: [failure] });
});

test("a link that leads nowhere is told", () => {
  const root = folderWith({ "a.sys": "" });
  symlinkSync(join(root, "gone"), join(root, "b.sys"));
  const failure = "cannot read `b.sys`: it is a link that leads nowhere";
  expect(found(root, ["."]).failures).toEqual([failure]);
  expect(found(root, ["b.sys"]).failures).toEqual([failure]);
});

test("folders in folders are looked through so deep and no deeper", () => {
  const deep = (depth: number): string => "d/".repeat(depth);
  const root = folderWith({ [`${deep(64)}a.sys`]: "" });
  expect(found(root, ["."])).toEqual({ names: [`${deep(64)}a.sys`], failures: [] });
  mkdirSync(join(root, deep(65)));
  expect(found(root, ["."]).failures).toEqual([
    `cannot read \`${deep(65).slice(0, -1)}\`: it lies more than 64 folders deep`,
  ]);
});

test("a model of another project may import from that project", () => {
  const root = folderWith({ "a.sys": "" });
  const other = folderWith({ "niklas.json": "{}", "models/city.sys": "", "law.sys": "" });
  const bare = folderWith({ "models/city.sys": "" });
  const rootOf = (path: string) =>
    entriesOf([path], { workingFolder: root, root, exclude: new Set(), markdown: false }).entries[0]?.root;
  expect(rootOf("a.sys")).toBe(root);
  expect(rootOf(join(other, "models/city.sys"))).toBe(other);
  expect(rootOf(join(bare, "models/city.sys"))).toBe(join(bare, "models"));
});
