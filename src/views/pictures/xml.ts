/*
 * XML and HTML are built of elements, never of texts put together: so nothing that a model says can become a tag, an
 * attribute or a script.
 */

export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Child[];
}

export type Child = Element | string;

/** Attributes that are undefined are left out. Numbers are written to hundredths, the same everywhere. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element; `name` and the names of attributes are ours, values and texts may be anybody's. */
export function element(name: string, attributes: Attributes, ...children: readonly Child[]): Element {
  const given = Object.entries(attributes).flatMap(([key, value]): [string, string][] =>
    value === undefined ? [] : [[key, typeof value === "number" ? rounded(value) : value]],
  );
  return { name, attributes: new Map(given), children };
}

/** A number as pictures have it: at most two digits behind the point, no exponent, no `-0`. */
export function rounded(value: number): string {
  return String(Math.round(value * 100) / 100 + 0);
}

/** What XML cannot hold, in whatever disguise. */
const impossible =
  /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

export function escapedText(text: string): string {
  return text
    .replace(impossible, "\uFFFD")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

export function escapedAttribute(value: string): string {
  return escapedText(value)
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;")
    .replace(/[\t\n\r]/g, (unit) => `&#${unit.charCodeAt(0)};`);
}

/** Writes an element as XML, each child that is an element on a line of its own. */
export function writeXml(root: Element): string {
  return `${writtenXml(root, "")}\n`;
}

function writtenXml({ name, attributes, children }: Element, indent: string): string {
  const tag = [name, ...[...attributes].map(([key, value]) => `${key}="${escapedAttribute(value)}"`)].join(
    " ",
  );
  if (children.length === 0) return `${indent}<${tag}/>`;
  // White space beside a text would be a part of it.
  if (children.some((child) => typeof child === "string")) {
    const inside = children.map((child) =>
      typeof child === "string" ? escapedText(child) : writtenXml(child, ""),
    );
    return `${indent}<${tag}>${inside.join("")}</${name}>`;
  }
  const inside = children.map((child) => writtenXml(child as Element, `${indent}  `));
  return [`${indent}<${tag}>`, ...inside, `${indent}</${name}>`].join("\n");
}
