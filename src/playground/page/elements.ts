/* How the page makes what it shows: of elements and texts, never of markup. What hides in a text is made visible on the way. */
import { visible } from "../../base/visible.ts";

type Child = Node | string | undefined;

export interface Attributes {
  readonly [name: string]: string | boolean | undefined;
}

/** An element; an attribute that is `true` is there without a value, one that is `false` or undefined is not. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== undefined).map(safe));
  return made;
}

function safe(child: Node | string): Node | string {
  return typeof child === "string" ? visible(child, { newlines: true }) : child;
}

export function button(title: string, onClick: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const made = element("button", { type: "button", ...attributes }, ...phrases(title));
  made.addEventListener("click", onClick);
  return made;
}

/** A sentence of a message: what stands in backquotes is code. */
export function phrases(text: string): readonly (Node | string)[] {
  return text
    .split(/`([^`]*)`/)
    .map((part, index) => (index % 2 === 1 ? element("code", {}, part) : part))
    .filter((part) => part !== "");
}

/** Puts these in the place of what an element holds. */
export function fill(parent: Element, ...children: readonly Child[]): void {
  parent.replaceChildren(...children.filter((child) => child !== undefined).map(safe));
}

/** What the page has under an id, which must be of this kind. */
export function part<Kind extends HTMLElement>(id: string, kind: abstract new () => Kind): Kind {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`the page has no ${id}`);
}
