/*
 * The layout of a text: its tokens in their order, with the white space that the tree gives them. Nothing is added, left out or
 * moved, so that whatever the layout, the text says the same; comments stay between the tokens between which they stand.
 */
import type { Doc } from "prettier";
import { builders } from "prettier/doc";
import type { Parsed } from "../syntax/parse.ts";
import type { Kind, Node } from "../syntax/tree.ts";
import { childrenOf } from "../syntax/walk.ts";
import { piecesOf, type Piece, type PlacedComment } from "./pieces.ts";
import { isSpaced } from "./spacing.ts";

const { group, indent, join, line, softline, hardline, literalline } = builders;

/** In these every item stands on a line of its own, unless the first was written on the line of the brace and all fit there. */
const bodies: ReadonlySet<Kind> = new Set<Kind>([
  "HeaderBody",
  "SocietyBody",
  "SystemBody",
  "ProgramBody",
  "EnvironmentBody",
  "CouplingBody",
  "RegulationBody",
  "Block",
  "PropertyBody",
  "ExperimentBody",
  "Effects",
  "Assignments",
]);
const lists: ReadonlySet<Kind> = new Set<Kind>([
  "Parameters",
  "Arguments",
  "ExpressionList",
  "EnumerationValues",
]);

/** Lays out a text without syntax errors. */
export function layoutOf({ source, tree }: Parsed): Doc {
  return new Layout(piecesOf(source)).file(tree);
}

/** A token, or a node with all its tokens. */
interface Part {
  readonly node: Node | undefined;
  /** The numbers of its first token and of the one behind its last. */
  readonly from: number;
  readonly to: number;
}

class Layout {
  private readonly pieces: readonly Piece[];

  constructor(pieces: readonly Piece[]) {
    this.pieces = pieces;
  }

  file(tree: Node): Doc {
    const last = this.pieces.length - 1;
    const parts = this.partsOf(tree, 0, last);
    const items = parts.map((part, index) => [
      index === 0 ? this.opening(part.from) : this.between(part.from, hardline),
      this.part(part, tree.kind),
    ]);
    const end = this.comments(last, parts.length > 0);
    return [items, end, parts.length > 0 || this.pieces[last]?.comments.length !== 0 ? hardline : ""];
  }

  // ── Parts ───────────────────────────────────────────────────────────────

  /** The tokens of a node that are its own, and its children, in order. */
  private partsOf(node: Node, from: number, to: number): Part[] {
    const parts: Part[] = [];
    let next = from;
    for (const child of childrenOf(node)) {
      if (child.kind === "Doc" || child.kind === "Missing") continue;
      const begin = this.tokenAt(child.start, next);
      for (; next < begin; next += 1) parts.push({ node: undefined, from: next, to: next + 1 });
      let end = begin;
      while (end < to && (this.pieces[end]?.start ?? Infinity) < child.end) end += 1;
      if (end > begin) parts.push({ node: child, from: begin, to: end });
      next = end;
    }
    for (; next < to; next += 1) parts.push({ node: undefined, from: next, to: next + 1 });
    return parts;
  }

  /** The first token from an offset on; the span of a node may begin with its doc comment. */
  private tokenAt(offset: number, from: number): number {
    let number = from;
    while ((this.pieces[number]?.start ?? Infinity) < offset) number += 1;
    return number;
  }

  private text(number: number): string {
    return this.pieces[number]?.text ?? "";
  }

  private part({ node, from, to }: Part, parent: Kind): Doc {
    return node === undefined ? this.text(from) : this.node(node, from, to, parent);
  }

  // ── Nodes ───────────────────────────────────────────────────────────────

  private node(node: Node, from: number, to: number, parent: Kind): Doc {
    const { kind } = node;
    const parts = this.partsOf(node, from, to);
    if (isBody(kind)) return this.body(parts, kind);
    if (lists.has(kind)) return this.list(parts, kind);
    if (kind === "Chain") {
      const [first = "", ...rest] = this.sequence(parts, kind, (part, before) =>
        part.node === undefined || before.node !== undefined ? line : undefined,
      );
      return group([first, parent === "Group" ? rest : indent(rest)]);
    }
    if (kind === "Group") return this.enclosed(parts, kind, softline, softline);
    const body = parts.findIndex(({ node: child }) => child !== undefined && isBody(child.kind));
    const breaks = (part: Part, before: Part): Doc | undefined =>
      this.text(before.to - 1) === "," || startsLine(part.node?.kind) ? line : undefined;
    if (body <= 0) return group(this.sequence(parts, kind, breaks, { moved: true }));
    // What encloses several lines says nothing of the words before it.
    const head = group(this.sequence(parts.slice(0, body), kind, breaks, { moved: true }));
    const before = parts[body - 1];
    return [head, this.sequence(parts.slice(body), kind, () => undefined, { before })];
  }

  /**
   * Parts one after another; `breaks` says where a line may end, and what stands there if it does not. `before`: the part before
   * the first. `moved`: what comes on a line of its own is moved in, but not what goes on behind it.
   */
  private sequence(
    parts: readonly Part[],
    kind: Kind,
    breaks: (part: Part, before: Part) => Doc | undefined,
    { before: first, moved = false }: { readonly before?: Part | undefined; readonly moved?: boolean } = {},
  ): Doc[] {
    return parts.map((part, index) => {
      const before = index === 0 ? first : parts[index - 1];
      if (before === undefined) return this.part(part, kind);
      const spaced = isSpaced({
        before: this.text(before.to - 1),
        behind: this.text(part.from),
        behindKind: part.node?.kind,
        kind,
      });
      const broken = spaced ? breaks(part, before) : undefined;
      const gap = broken ?? (spaced ? " " : "");
      const shown = [this.between(part.from, gap), this.part(part, kind)];
      const begins = broken !== undefined || (this.pieces[part.from]?.comments.length ?? 0) > 0;
      return moved && begins ? indent(shown) : shown;
    });
  }

  // ── What is enclosed ────────────────────────────────────────────────────

  private body(parts: readonly Part[], kind: Kind): Doc {
    const first = parts[1];
    const inline = parts.length > 2 && first !== undefined && this.pieces[first.from]?.begins === false;
    return this.enclosed(parts, kind, inline ? line : hardline, inline ? line : hardline);
  }

  /** The first part and the last are the signs that enclose the others. */
  private enclosed(parts: readonly Part[], kind: Kind, edge: Doc, separator: Doc): Doc {
    const inner = parts.slice(1, -1);
    const [open, close] = [parts[0], parts.at(-1)];
    if (open === undefined || close === undefined || open === close)
      return parts.map((part) => this.part(part, kind));
    const ending = this.comments(close.from, true);
    if (inner.length === 0 && ending.length === 0) return [this.text(open.from), this.text(close.from)];
    const items = inner.map((part, index) => [
      index === 0 ? this.firstOf(part.from, edge) : this.between(part.from, separator),
      this.part(part, kind),
    ]);
    const end = ending.length > 0 ? hardline : edge;
    return group([this.text(open.from), indent([items, ending]), end, this.text(close.from)]);
  }

  private list(parts: readonly Part[], kind: Kind): Doc {
    const [open, close] = [parts[0], parts.at(-1)];
    if (open === undefined || close === undefined || parts.length < 2)
      return parts.map((part) => this.part(part, kind));
    const ending = this.comments(close.from, true);
    const inner = parts.slice(1, -1).map((part, index) => {
      const comma = this.text(part.from) === "," && part.node === undefined;
      const gap = index === 0 ? softline : comma ? "" : line;
      return [
        index === 0 ? this.firstOf(part.from, gap) : this.between(part.from, gap),
        this.part(part, kind),
      ];
    });
    if (inner.length === 0 && ending.length === 0) return [this.text(open.from), this.text(close.from)];
    const end = ending.length > 0 ? hardline : softline;
    return group([this.text(open.from), indent([inner, ending]), end, this.text(close.from)]);
  }

  // ── White space and comments ────────────────────────────────────────────

  /** What stands before a token: comments, and a gap that is a line break where one of them needs it. */
  private between(number: number, gap: Doc): Doc {
    const piece = this.pieces[number];
    if (piece === undefined) return gap;
    const { comments } = piece;
    if (comments.length === 0) return gap === hardline && piece.spaced ? [hardline, hardline] : gap;
    return [this.comments(number, true), this.behindComments(piece, gap)];
  }

  /** The same before the first of what is enclosed: no line is left empty there. */
  private firstOf(number: number, gap: Doc): Doc {
    const piece = this.pieces[number];
    if (piece === undefined || piece.comments.length === 0) return gap;
    return [this.comments(number, true, true), this.behindComments(piece, gap)];
  }

  /** Before the first token of the text. */
  private opening(number: number): Doc {
    const piece = this.pieces[number];
    if (piece === undefined || piece.comments.length === 0) return "";
    return [this.comments(number, false), this.behindComments(piece, hardline)];
  }

  private behindComments({ comments, begins, spaced }: Piece, gap: Doc): Doc {
    const last = comments.at(-1);
    if (last === undefined || (last.kind === "block" && !begins))
      return gap === "" || gap === softline ? "" : " ";
    return spaced && gap === hardline ? [hardline, hardline] : hardline;
  }

  /** The comments before a token, each on the line on which it stood or on one of its own. */
  private comments(number: number, follows: boolean, first = false): Doc[] {
    const { comments = [] } = this.pieces[number] ?? {};
    return comments.map((comment, index) => {
      const behind = index > 0 || follows;
      const gap = !behind
        ? ""
        : comment.begins
          ? comment.spaced && !(first && index === 0)
            ? [hardline, hardline]
            : hardline
          : " ";
      return [gap, written(comment)];
    });
  }
}

function isBody(kind: Kind): boolean {
  return bodies.has(kind);
}

/** What may stand on the next line, moved in, if there is no room. */
function startsLine(kind: Kind | undefined): boolean {
  return (
    kind === "ConditionOption" ||
    kind === "ChanceOption" ||
    kind === "DelayOption" ||
    kind === "CapacityOption"
  );
}

/** A comment as it stands, also where it goes over several lines. */
function written({ text, kind }: PlacedComment): Doc {
  if (kind !== "block") return text;
  return join(literalline, text.split(/\r\n|\r|\n/));
}
