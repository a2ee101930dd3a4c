/*
 * A report as data: what it says, in which order and form, before anybody has decided whether it becomes a page or
 * Markdown. What the modeller has said is kept apart from what we say of it, so that whoever writes it can keep the one
 * from looking like the other.
 */
import type { Severity } from "../../diagnostics/diagnostic.ts";
import type { StoryPart } from "../story.ts";
import type { LeftOut } from "../story_text.ts";

export type Inline =
  /** Our own words. */
  | { readonly kind: "text"; readonly text: string }
  /** Words of the modeller's, in whatever language and script. */
  | { readonly kind: "said"; readonly text: string }
  /** What stands in the model, or in a command line. */
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "strong"; readonly pieces: readonly Inline[] }
  | { readonly kind: "emphasis"; readonly pieces: readonly Inline[] }
  | { readonly kind: "link"; readonly to: Goal; readonly pieces: readonly Inline[] };

/** A heading of the same report by its id, or an address in the web. */
export type Goal =
  { readonly kind: "here"; readonly id: string } | { readonly kind: "web"; readonly url: string };

export type Block =
  /** `id` is made by us, of letters, digits and hyphens. The title of the report is no heading. */
  | {
      readonly kind: "heading";
      readonly level: 2 | 3 | 4;
      readonly id: string;
      readonly pieces: readonly Inline[];
    }
  | { readonly kind: "paragraph"; readonly pieces: readonly Inline[] }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | {
      readonly kind: "table";
      readonly head: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  | { readonly kind: "code"; readonly text: string }
  | {
      readonly kind: "figure";
      /** Of the picture among those that were handed in. */
      readonly name: string;
      readonly svg: string;
      /** What it shows, for whoever cannot see it. */
      readonly alt: string;
      readonly caption: readonly Inline[];
    }
  | { readonly kind: "definitions"; readonly items: readonly Definition[] }
  | { readonly kind: "note"; readonly tone: Tone; readonly blocks: readonly Block[] }
  | { readonly kind: "story"; readonly parts: readonly (StoryPart | LeftOut)[] }
  /** Entries of a bibliography, each with the id that is linked to. */
  | { readonly kind: "references"; readonly items: readonly Reference[] };

/** `author`: what is left for the author to write. `good`: something is as it should be. */
export type Tone = Severity | "good" | "author";

export interface Definition {
  readonly term: readonly Inline[];
  readonly blocks: readonly Block[];
}

export interface Reference {
  readonly id: string;
  readonly pieces: readonly Inline[];
}

export interface Document {
  /** The name of the model, as its modeller has it. */
  readonly title: string;
  /** Under the title. */
  readonly subtitle: readonly Inline[];
  readonly blocks: readonly Block[];
}

// ── To put them together ──────────────────────────────────────────────────

/** A text among pieces is our own. */
export type Piece = string | Inline | readonly Inline[];

export function prose(...pieces: readonly Piece[]): readonly Inline[] {
  const all = pieces.flatMap((piece): readonly Inline[] => {
    if (typeof piece === "string") return piece === "" ? [] : [{ kind: "text", text: piece }];
    return "kind" in piece ? [piece] : piece;
  });
  // After a name that ends with a full stop, the sentence does not end with another.
  return all.map((piece, index) => {
    const before = all[index - 1];
    if (piece.kind !== "text" || !/^\.(?!\.)/u.test(piece.text) || before?.kind !== "said") return piece;
    return before.text.endsWith(".") ? { kind: "text", text: piece.text.slice(1) } : piece;
  });
}

export function paragraph(...pieces: readonly Piece[]): Block {
  return { kind: "paragraph", pieces: prose(...pieces) };
}

export function said(text: string): Inline {
  return { kind: "said", text };
}

export function code(text: string): Inline {
  return { kind: "code", text };
}

export function strong(...pieces: readonly Piece[]): Inline {
  return { kind: "strong", pieces: prose(...pieces) };
}

export function emphasis(...pieces: readonly Piece[]): Inline {
  return { kind: "emphasis", pieces: prose(...pieces) };
}

/** Words of the modeller's within quotation marks. */
export function quotation(text: string): readonly Inline[] {
  return prose("“", said(text), "”");
}

/** `a`, `a and b`, `a, b and c`. */
export function listing(items: readonly Piece[], conjunction = "and"): readonly Inline[] {
  return items.flatMap((item, index) => {
    const before = index === 0 ? "" : index === items.length - 1 ? ` ${conjunction} ` : ", ";
    return prose(before, item);
  });
}

export function bullets(items: readonly (readonly Inline[])[]): readonly Block[] {
  if (items.length === 0) return [];
  return [{ kind: "list", ordered: false, items: items.map((pieces) => [{ kind: "paragraph", pieces }]) }];
}

export function note(tone: Tone, ...blocks: readonly Block[]): Block {
  return { kind: "note", tone, blocks };
}

/** The words of pieces, for where there is room for nothing else. */
export function plainText(pieces: readonly Inline[]): string {
  return pieces.map((piece) => ("text" in piece ? piece.text : plainText(piece.pieces))).join("");
}
