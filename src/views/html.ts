/* HTML built of elements, as XML is (`pictures/xml.ts`): nothing that a model says can become a tag or an attribute. */
import { escapedAttribute, escapedText, type Child, type Element } from "./pictures/xml.ts";

const voids: ReadonlySet<string> = new Set(["meta", "img", "br", "hr", "link", "wbr", "col", "input"]);

/** Between the children of these, white space is nothing; a line break there makes a page that people can read. */
const containers: ReadonlySet<string> = new Set([
  "html", "head", "body", "header", "main", "nav", "section", "article", "footer", "div", "figure", "ul", "ol", "dl", "table", "thead", "tbody", "tr", "li", "dd",
]); // prettier-ignore

/** A page, from `html` on. */
export function writeHtml(root: Element): string {
  return `<!doctype html>\n${written(root)}\n`;
}

function written(element: Element): string {
  const { name, attributes, children } = element;
  const tag = [name, ...[...attributes].map(([key, value]) => `${key}="${escapedAttribute(value)}"`)].join(
    " ",
  );
  if (voids.has(name)) return `<${tag}>`;
  const apart = containers.has(name) && children.every(isElement) && children.some(isBlock);
  const inside = children.map((child) => writtenChild(name, child));
  const between = apart ? `\n${inside.join("\n")}\n` : inside.join("");
  // Of what stands preformatted, a line break at the beginning is not shown.
  const start = name === "pre" && between.startsWith("\n") ? "\n" : "";
  return `<${tag}>${start}${between}</${name}>`;
}

function writtenChild(parent: string, child: Child): string {
  if (typeof child !== "string") return written(child);
  if (parent !== "style") return escapedText(child);
  // A style is our own, and not escaped in HTML: it must not need it.
  if (child.includes("<")) throw new Error("a style that holds `<` could end before its end");
  return child;
}

function isElement(child: Child): child is Element {
  return typeof child !== "string";
}

/** Whether white space around it is nothing. */
function isBlock(child: Child): boolean {
  return isElement(child) && !["a", "b", "bdi", "code", "em", "strong", "span"].includes(child.name);
}
