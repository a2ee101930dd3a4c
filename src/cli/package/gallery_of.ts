/*
 * The gallery: of each model in `examples/` its map, its flow, its findings, the pictures of its runs and its report, and a page
 * that leads to them. What is made is a function of the files that are handed in.
 */
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { project } from "./bundling.ts";
import { galleryExample } from "./gallery_files.ts";
import { galleryPage, type Shown } from "./gallery_page.ts";

/** The gallery by the names of its files, from what stands in `examples/`, by paths from the folder of the project. */
export async function galleryOf(files: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
  const made = new Map<string, string>();
  const shown: Shown[] = [];
  for (const path of inOrder(files)) {
    const example = await galleryExample(path, files);
    for (const [name, content] of example.files) {
      const file = `${example.name}/${name}`;
      if (made.has(file)) throw new Error(`two examples are called ${example.name}`);
      made.set(file, content);
    }
    shown.push({ example, about: example.model.about?.doc?.split(/\n\s*\n/)[0] ?? introduced(path, files) });
  }
  made.set("index.html", galleryPage(shown));
  return made;
}

/** The models in the order in which the page about the examples tells of them. */
function inOrder(files: ReadonlyMap<string, string>): readonly string[] {
  const told = [...(files.get("examples/README.md") ?? "").matchAll(/\]\((\w+)\/\)/g)].map(
    ([, name]) => name,
  );
  const place = (path: string): number => {
    const found = told.indexOf(path.split("/")[1]);
    return found === -1 ? told.length : found;
  };
  return [...files.keys()]
    .filter((path) => path.endsWith(".sys"))
    .sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}

/** What the page about an example says of the file, or else its first paragraph. */
function introduced(path: string, files: ReadonlyMap<string, string>): string {
  const page = files.get(`${dirname(path)}/README.md`) ?? "";
  const paragraphs = page.split(/\n\s*\n/).filter((part) => part.trim() !== "" && !part.startsWith("#"));
  const ofFile = paragraphs.find((part) => part.startsWith(`**\`${basename(path)}\`**`));
  // What is code need not be strong as well.
  return (ofFile ?? paragraphs[0] ?? "").replace(/\*\*(`[^`]+`)\*\*/g, "$1");
}

/** Every text in `examples/`, by its path from the folder of the project. */
export function readExamples(): ReadonlyMap<string, string> {
  const folder = join(project, "examples");
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => /\.(?:sys|md|bib|json)$/.test(name))
    .sort();
  return new Map(names.map((name) => [`examples/${name}`, readFileSync(join(folder, name), "utf8")]));
}
