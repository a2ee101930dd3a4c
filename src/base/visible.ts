import { later } from "./later.ts";

/** What may stand in shown text as it is. Everything else that cannot be seen is turned into something that can. */
export interface VisibleOptions {
  /** Line feeds stay (CRLF becomes one); otherwise they are shown as `␊`. */
  readonly newlines?: boolean;
  /** Tabs stay; otherwise they are shown as `␉`. */
  readonly tabs?: boolean;
  /** Control characters are shown as `\u{1B}` instead of `␛`, for consoles without the signs. */
  readonly ascii?: boolean;
}

/**
 * The characters that a terminal, a log or a page could obey, or that a reader cannot see: C0, DEL and C1 controls,
 * line separators, bidirectional controls, everything that Unicode calls default-ignorable (the ranges of Unicode 16,
 * which include those reserved for the future), annotation marks, what is no character, and halves of surrogate pairs.
 */
const hidden = String.raw`[\0-\x1F\x7F-\x9F\xAD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u2028-\u202E\u2060-\u206F\u3164\uD800-\uDFFF\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}\p{Noncharacter_Code_Point}]`;

/** A picture with a style, a skin tone or joined to others: here the invisible characters do what they are for. */
const picture = String.raw`\p{Extended_Pictographic}[\u{1F3FB}-\u{1F3FF}]?[\uFE0E\uFE0F]?(?:\u200D\p{Extended_Pictographic}[\u{1F3FB}-\u{1F3FF}]?[\uFE0E\uFE0F]?){0,9}`;

/** No script stacks more marks than this on one letter; beyond, they only cover the lines around. */
const stacked = String.raw`(?<=[\p{Mn}\p{Me}]{8})[\p{Mn}\p{Me}]+`;

/** What most texts consist of: ASCII, letters of Western Europe, dashes and quotation marks, arrows, Chinese. */
const harmless =
  /^[\x20-\x7E\xA1-\xA8\xAA-\xAC\xB0-\u02FF\u2010-\u2027\u2030-\u203B\u2190-\u2193\u3001-\u3020\u4E00-\u9FFF]*$/;

// To make these takes as long as to read a small model.
const risky = later(() => new RegExp(`${picture}|${stacked}|${hidden}`, "gu"));
const oneHidden = later(() => new RegExp(`^${hidden}$`, "u"));

/**
 * A text as it can safely be shown to people, in a terminal, a log or a message. Control characters become their
 * pictures (`␛`), other hidden characters their code point (`\u{202E}`), marks stacked on a letter beyond the eighth
 * an ellipsis. The result contains nothing that a terminal interprets, and no line break or tab unless asked for.
 */
export function visible(text: string, options: VisibleOptions = {}): string {
  if (harmless.test(text)) return text;
  const lines = options.newlines ? text.replaceAll("\r\n", "\n") : text;
  return lines.replace(risky(), (found) => {
    const point = found.codePointAt(0) ?? 0;
    if (point === 0x0a && options.newlines) return found;
    if (point === 0x09 && options.tabs) return found;
    if (oneHidden().test(found)) return shown(point, options.ascii === true);
    return /^[\p{Mn}\p{Me}]/u.test(found) ? (options.ascii ? "..." : "…") : found;
  });
}

/** The text of a JSON document with every hidden character in it escaped, so that it reads the same and shows nothing. */
export function escapedJson(json: string): string {
  return json.replace(new RegExp(String.raw`(?!\n)${hidden}`, "gu"), (found) =>
    [...Array(found.length).keys()]
      .map((index) => `\\u${found.charCodeAt(index).toString(16).padStart(4, "0")}`)
      .join(""),
  );
}

/** Whether a text contains characters that are hidden or that something could obey. */
export function hasHidden(text: string): boolean {
  return new RegExp(hidden, "u").test(text);
}

function shown(point: number, ascii: boolean): string {
  if (!ascii && point < 0x20) return String.fromCodePoint(0x2400 + point);
  if (!ascii && point === 0x7f) return "␡";
  return `\\u{${point.toString(16).toUpperCase()}}`;
}
