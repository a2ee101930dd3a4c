/* An SVG read back by a parser of XML, as a list of its elements. */
import { XMLParser, XMLValidator } from "fast-xml-parser";

export interface SvgElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The texts that stand in it itself. */
  readonly text: string;
  /** The names of the elements that it stands in. */
  readonly within: readonly string[];
}

/** Throws where it is no XML. */
export function elementsOf(svg: string): readonly SvgElement[] {
  const valid = XMLValidator.validate(svg);
  if (valid !== true) throw new Error(`line ${valid.err.line}: ${valid.err.msg}`);
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: "",
    trimValues: false,
    parseTagValue: false,
    htmlEntities: true,
  });
  const found: SvgElement[] = [];
  const visit = (nodes: readonly Readonly<Record<string, unknown>>[], within: readonly string[]): void => {
    for (const node of nodes) {
      for (const [name, inside] of Object.entries(node)) {
        if (name === ":@" || name === "#text" || !Array.isArray(inside)) continue;
        const attributes = (node[":@"] ?? {}) as Record<string, string>;
        const text = inside.map((one: Readonly<Record<string, unknown>>) => one["#text"] ?? "").join("");
        found.push({ name, attributes, text, within });
        visit(inside, [...within, name]);
      }
    }
  };
  visit(parser.parse(svg), []);
  return found;
}
