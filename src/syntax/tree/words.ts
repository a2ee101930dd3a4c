/* The smallest parts of a tree: names, texts, comments that document, citations, and what is missing. */
import type { Span } from "../../base/place.ts";

/** A node: its kind, its span, its fields. */
export interface NodeOf<Kind extends string> extends Span {
  readonly kind: Kind;
}

/** Stands where something demanded was not written; zero width. Whatever follows accepts it in silence. */
export interface Missing extends NodeOf<"Missing"> {}

/** A name as written, in NFC. */
export interface Name extends NodeOf<"Name"> {
  readonly text: string;
}

/** A string literal; `value` is what it says, escapes resolved. */
export interface Text extends NodeOf<"Text"> {
  readonly value: string;
}

/** Doc comment lines (`///`) before a declaration or member; `text` is their Markdown. */
export interface Doc extends NodeOf<"Doc"> {
  readonly text: string;
}

/** `a`, `a.b` or `a.b.c`: the checker knows which is wanted (ref, part or path). */
export interface NamePath extends NodeOf<"NamePath"> {
  readonly names: readonly Name[];
}

export interface Documented {
  readonly doc?: Doc | undefined;
}

export interface Labelled extends Documented {
  readonly name: Name | Missing;
  readonly label?: Text | undefined;
}

export interface Cite extends NodeOf<"Cite">, Documented {
  readonly key: Name | Text | Missing;
  readonly locator?: Text | undefined;
}
export interface Allow extends NodeOf<"Allow">, Documented {
  readonly check: Name | Missing;
  readonly reason: Text | Missing;
}
