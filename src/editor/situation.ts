/*
 * Where in a text somebody is writing: in which bodies, and behind which words of what is being written. It goes by the
 * words and brackets alone, so that it can tell in a text that cannot be read (yet).
 */
import type { Source } from "../base/source.ts";
import { bodySpecs, isStarter, type BodyKind, type BodySpec } from "../syntax/bodies.ts";
import { beginsLine } from "../syntax/layout.ts";
import { scan } from "../syntax/scan.ts";
import { TextToken, type Token } from "../syntax/tokens.ts";

/** A body that has been opened, and the words before its brace. */
export interface OpenFrame {
  readonly kind: BodyKind;
  readonly head: readonly Token[];
}

export interface Situation {
  /** From the file inwards; never empty. */
  readonly frames: readonly OpenFrame[];
  /** What has been written of the item that is being written, without the word at the cursor. */
  readonly written: readonly Token[];
  /** The words before the round brackets that are open, the outermost first: `law.enacted(` as three tokens. */
  readonly calls: readonly (readonly Token[])[];
  /** Where the word at the cursor begins. */
  readonly wordStart: number;
  /** The cursor stands in a comment or a text. */
  readonly within: "comment" | "text" | undefined;
}

export function situationAt(source: Source, offset: number): Situation {
  const { text, name } = source;
  const { tokens: all, comments } = scan({ name, text });
  const inText = all.some(
    ({ tokenType, startOffset, end }) => tokenType === TextToken && startOffset < offset && offset < end,
  );
  const inComment = comments.some(
    ({ start, end, kind }) => start < offset && (kind === "block" ? offset < end : offset <= end),
  );
  const before = all.filter(({ end, startOffset }) => end <= offset || startOffset < offset);
  const last = before.at(-1);
  const typing =
    last !== undefined && last.end >= offset && /[\p{ID_Continue}]$/u.test(last.image) ? last : undefined;
  const tokens = typing !== undefined && typing.tokenType !== TextToken ? before.slice(0, -1) : before;
  return {
    ...framesOf(text, tokens),
    wordStart: typing !== undefined && typing.tokenType !== TextToken ? typing.startOffset : offset,
    within: inComment ? "comment" : inText ? "text" : undefined,
  };
}

interface Building {
  readonly kind: BodyKind;
  readonly head: readonly Token[];
  item: Token[];
  readonly calls: Token[][];
}

function framesOf(text: string, tokens: readonly Token[]): Pick<Situation, "frames" | "written" | "calls"> {
  const file: Building = { kind: "ModelFile", head: [], item: [], calls: [] };
  let frames: Building[] = [file];
  tokens.forEach((token, index) => {
    const { image } = token;
    // A brace that was forgotten: what begins a declaration at the edge of the page is one.
    if (isEdge(text, token) && isStarter(bodySpecs.ModelFile, image) && frames.length > 1) frames = [file];
    const frame = frames.at(-1) ?? file;
    if (image === "{" && token.tokenType !== TextToken) {
      frames.push({ kind: bodyAfter(frame), head: frame.item, item: [], calls: [] });
      return;
    }
    if (image === "}" && token.tokenType !== TextToken) {
      if (frames.length > 1) frames.pop();
      const outer = frames.at(-1) ?? file;
      // Alternatives follow upon each other; all else begins anew.
      if (!(outer.kind === "Block" && outer.item[0]?.image === "either")) outer.item = [];
      outer.calls.length = 0;
      return;
    }
    if (beginsItem(text, tokens, index, frame)) {
      frame.item = [];
      frame.calls.length = 0;
    }
    if (image === "(") frame.calls.push(calleeOf(frame.item));
    if (image === ")") frame.calls.pop();
    frame.item.push(token);
  });
  const innermost = frames.at(-1) ?? file;
  return { frames, written: innermost.item, calls: innermost.calls };
}

function isEdge(text: string, token: Token): boolean {
  return token.startOffset === 0 || /[\r\n]/.test(text[token.startOffset - 1] ?? "");
}

function beginsItem(text: string, tokens: readonly Token[], index: number, { kind }: Building): boolean {
  const token = tokens[index];
  const previous = tokens[index - 1]?.image;
  if (token === undefined) return false;
  const spec: BodySpec = bodySpecs[kind];
  const begins = isStarter(spec, token.image) || spec.begins?.(tokens, index) === true;
  if (!begins) return false;
  return previous === "{" || previous === "}" || kind === "Effects" || beginsLine(text, token);
}

/** The name, or the path, before a bracket. */
function calleeOf(item: readonly Token[]): Token[] {
  let from = item.length;
  while (from > 0 && /^[\p{ID_Continue}.]+$/u.test(item[from - 1]?.image ?? "")) {
    const [one, other] = [item[from - 1]?.image, item[from - 2]?.image];
    from -= 1;
    if (one !== "." && other !== ".") break;
  }
  return item.slice(from);
}

/** The kind of the body that a brace opens. */
function bodyAfter({ kind, item }: Building): BodyKind {
  const [first, second] = [item[0]?.image, item[1]?.image];
  switch (kind) {
    case "ModelFile":
      switch (first) {
        case "model":
          return "HeaderBody";
        case "society":
          return "SocietyBody";
        case "environment":
        case "population":
          return "EnvironmentBody";
        case "coupling":
          return "CouplingBody";
        case "regulation":
          return "RegulationBody";
        case "scenario":
          return "Block";
        case "property":
          return "PropertyBody";
        case "experiment":
          return "ExperimentBody";
        default:
          return "SystemBody";
      }
    case "SystemBody":
      return first === "program" || second === "program" ? "ProgramBody" : "Effects";
    case "ProgramBody":
      return "Effects";
    case "CouplingBody":
      return "Assignments";
    default:
      return "Block";
  }
}
