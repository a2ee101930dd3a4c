/* Pictures in a report: which stands where, and what is said of each beneath it and to whoever cannot see it. */
import { prose, said, strong, type Block, type Inline } from "./document.ts";

/** The pictures whose names fit, as figures in their order. `regulated`: whether they are of a run with a regulation. */
export function figures(
  pictures: ReadonlyMap<string, string>,
  fits: (name: string) => boolean,
  regulated = false,
): readonly Block[] {
  return [...pictures].flatMap(([name, svg]): readonly Block[] => {
    if (!fits(name)) return [];
    const title = textOfElement(svg, "title");
    const description = textOfElement(svg, "desc");
    return [
      {
        kind: "figure",
        name,
        svg,
        alt: description ?? title ?? "A picture that has no description",
        caption: captionOf(name, regulated) ?? (title === undefined ? [] : prose(said(title))),
      },
    ];
  });
}

/** What a picture of ours shows. What it is called stands in itself, and needs not be said again. */
function captionOf(name: string, regulated: boolean): readonly Inline[] | undefined {
  switch (name.replace(/^scenario \S+(?= |$)/u, "scenario")) {
    case "map":
      return prose("The map: what the model consists of, and the institutions that couple it.");
    case "flow":
      return prose("The flow: what can irritate what.");
    case "check":
      return prose("What the checks have found, at its places on the map.");
    case "scenario":
      return prose("The course, from the top down: who operated, and whom that irritated.");
    case "scenario lanes":
      return prose("What each system designated in its code over time, and the irritations between them.");
    case "scenario series":
      return prose(
        "What has changed over time",
        regulated ? ", and how it goes without the regulation." : ".",
      );
    default:
      return undefined;
  }
}

/** Gives each figure its number, by which the text of others can speak of it. */
export function withFigureNumbers(blocks: readonly Block[]): readonly Block[] {
  let number = 0;
  return blocks.map((block) => {
    if (block.kind !== "figure") return block;
    number += 1;
    const title = strong(`Figure ${number}`);
    return { ...block, caption: block.caption.length === 0 ? [title] : prose(title, ". ", block.caption) };
  });
}

/** Whether a picture is of a scenario, by its name: `scenario decree`, `scenario decree lanes`. */
export function isOfScenario(name: string, scenario: string): boolean {
  return name === `scenario ${scenario}` || name.startsWith(`scenario ${scenario} `);
}

/** Whether a picture is of the model, and neither of a scenario nor of what has been found. */
export function isOfModel(name: string): boolean {
  return name !== "check" && !name.startsWith("scenario ");
}

const entities: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["#39", "'"],
  ["apos", "'"],
  ["amp", "&"],
]);

/** What the first element of a name says, in a picture that our own drawing has written. */
export function textOfElement(svg: string, name: string): string | undefined {
  const text = new RegExp(`<${name}(?:\\s[^<>]*)?>([^<]*)</${name}>`, "u").exec(svg)?.[1];
  const plain = text?.replace(/&(#39|\w+);/gu, (all, entity: string) => entities.get(entity) ?? all).trim();
  return plain === "" ? undefined : plain;
}
