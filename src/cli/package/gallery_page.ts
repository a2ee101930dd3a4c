/* The page of the gallery: each example with what it is about, its map, and the way to all that was made of it. */
import { base64 } from "../../views/report/base64.ts";
import { hashOf } from "../../embedding/style_hash.ts";
import { writeHtml } from "../../views/html.ts";
import { element, type Child, type Element } from "../../views/pictures/xml.ts";
import { inlines, saidElement } from "../../views/report/html.ts";
import { textOfElement } from "../../views/report/pictures.ts";
import { remarkPieces } from "../../views/report/remarks.ts";
import type { RunView } from "../../views/report/run_pictures.ts";
import { reportStyle } from "../../views/report/style.ts";
import { wordsOfName } from "../../views/report/telling.ts";
import type { GalleryExample, GalleryRun } from "./gallery_files.ts";

export interface Shown {
  readonly example: GalleryExample;
  /** What it is about, as Markdown. */
  readonly about: string;
}

const style = `${reportStyle}
header, main, footer { max-width: 78rem; }
header p { max-width: 46rem; }
main { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(21rem, 100%), 1fr)); gap: 2.5rem 2rem; padding-top: .5rem; }
article { display: flex; flex-direction: column; break-inside: avoid; }
article h2 { font-size: 1.2rem; margin: 0 0 .5rem; padding: .8rem 0 0; }
article p { font-size: .95rem; line-height: 1.5; }
article figure { margin: auto 0 .7rem; }
article figure img { width: 100%; height: 15rem; object-fit: contain; background: #fff; border: 1px solid var(--rule); border-radius: .3rem; }
@media (prefers-color-scheme: dark) { article figure img { background: #12161c; } }
.ways { list-style: none; display: flex; flex-wrap: wrap; gap: .2rem 1rem; padding: 0; margin: 0 0 .4rem; }
.ways a { display: inline-block; padding: .15rem 0; }
details { font-size: .9rem; }
summary { cursor: pointer; color: var(--soft); }
details ul { padding-left: 1.1rem; }
@media (max-width: 36rem) { article figure img { width: 100%; } }
`;

const introduction =
  "Models to read, and what Niklas makes of them: the map of each, what can irritate what in it, what the checks find, its runs, and a report in which all this is told. To change one and run it again, ";

export function galleryPage(examples: readonly Shown[]): string {
  const policy = `default-src 'none'; style-src 'sha256-${hashOf(style)}'; img-src data:; base-uri 'none'; form-action 'none'`;
  return writeHtml(
    element(
      "html",
      { lang: "en" },
      element(
        "head",
        {},
        element("meta", { charset: "utf-8" }),
        element("meta", { "http-equiv": "Content-Security-Policy", content: policy }),
        element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
        element("meta", { name: "color-scheme", content: "light dark" }),
        element("title", {}, "Niklas: examples"),
        element("style", {}, style),
      ),
      element(
        "body",
        {},
        element(
          "header",
          {},
          element("h1", {}, "Examples"),
          element("p", {}, introduction, link("../playground/index.html", "open the playground"), "."),
        ),
        element("main", {}, ...examples.map(card)),
        element(
          "footer",
          {},
          element("p", {}, "Models of society in the sense of Niklas Luhmann’s systems theory."),
        ),
      ),
    ),
  );
}

function card({ example, about }: Shown): Element {
  const { name, model, files, runs } = example;
  const map = files.get("map.svg") ?? "";
  const at = (file: string): string => `${encodeURIComponent(name)}/${encodeURIComponent(file)}`;
  const ways = [
    link(at("report.html"), "Report"),
    link(at("map.svg"), "Map"),
    link(at("flow.svg"), "Flow"),
    ...(files.has("check.svg") ? [link(at("check.svg"), "Findings")] : []),
  ];
  const shownRuns = runs.filter(({ pictures }) => pictures.length > 0);
  return element(
    "article",
    { id: name },
    element("h2", {}, saidElement(model.label ?? wordsOfName(model.name ?? name))),
    element("p", {}, ...inlines(remarkPieces(about))),
    element(
      "figure",
      {},
      element(
        "a",
        { href: at("map.svg") },
        element("img", {
          src: `data:image/svg+xml;base64,${base64(map)}`,
          alt: textOfElement(map, "desc") ?? "The map of the model",
        }),
      ),
    ),
    element("ul", { class: "ways" }, ...ways.map((way) => element("li", {}, way))),
    ...(shownRuns.length === 0 ? [] : [runList(shownRuns, at)]),
  );
}

const called: Readonly<Record<RunView, string>> = { run: "course", lanes: "codes", series: "values" };

function runList(runs: readonly GalleryRun[], at: (file: string) => string): Element {
  const items = runs.map(({ scenario, label, pictures }) =>
    element(
      "li",
      {},
      saidElement(label ?? wordsOfName(scenario)),
      ": ",
      ...pictures.flatMap(({ view, file }, index): readonly Child[] => [
        ...(index === 0 ? [] : [", "]),
        link(at(file), called[view]),
      ]),
    ),
  );
  const title = runs.length === 1 ? "Pictures of its run" : `Pictures of its ${runs.length} runs`;
  return element("details", {}, element("summary", {}, title), element("ul", {}, ...items));
}

function link(href: string, text: string): Element {
  return element("a", { href }, text);
}
