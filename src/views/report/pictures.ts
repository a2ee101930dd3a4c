/* Pictures in a report: which stands where, and what is said of each beneath it and to whoever cannot see it. */
import { prose, said, type Block } from "./document.ts";

/** The pictures whose names fit, as figures in their order. */
export function figures(
  pictures: ReadonlyMap<string, string>,
  fits: (name: string) => boolean,
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
        caption: title === undefined ? [] : prose(said(title)),
      },
    ];
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
function textOfElement(svg: string, name: string): string | undefined {
  const text = new RegExp(`<${name}(?:\\s[^<>]*)?>([^<]*)</${name}>`, "u").exec(svg)?.[1];
  const plain = text?.replace(/&(#39|\w+);/gu, (all, entity: string) => entities.get(entity) ?? all).trim();
  return plain === "" ? undefined : plain;
}
