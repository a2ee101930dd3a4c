/*
 * The same layout as a plugin of Prettier, for those who lay out all their files with it:
 *
 *     prettier --plugin niklas/prettier --write models
 */
import type { Doc, Parser, Plugin, Printer } from "prettier";
import { lineStartsOf, positionAt } from "../base/source.ts";
import { parse, type Parsed } from "../syntax/parse.ts";
import { levelWidth, unreadable, usualWidth } from "./format.ts";
import { layoutOf } from "./layout.ts";

/** What Prettier hands from parser to printer. */
interface Root {
  readonly type: "model";
  readonly parsed: Parsed;
}

const parser: Parser<Root> = {
  astFormat: "niklas",
  locStart: () => 0,
  locEnd: ({ parsed }) => parsed.source.text.length,
  parse(text, { filepath }) {
    const parsed = parse({ name: filepath ?? "model.sys", text });
    const [problem] = unreadable(parsed);
    if (problem !== undefined) throw new Unreadable(text, problem.place.start, problem.place.end);
    return { type: "model", parsed };
  },
};

/** Prettier shows the place of an error that has one. */
class Unreadable extends SyntaxError {
  readonly loc: { readonly start: object; readonly end: object };

  constructor(text: string, start: number, end: number) {
    const lines = lineStartsOf(text);
    super("this cannot be read; `niklas check` says what is wrong here");
    this.name = "SyntaxError";
    this.loc = { start: positionAt(lines, start), end: positionAt(lines, end) };
  }
}

const printer: Printer<Root> = {
  print: ({ node }): Doc => layoutOf(node.parsed),
  getVisitorKeys: () => [],
};

export const languages: Plugin["languages"] = [
  {
    name: "Niklas",
    parsers: ["niklas"],
    extensions: [".sys"],
    aliases: ["sys", "niklas"],
    vscodeLanguageIds: ["niklas"],
  },
];
export const parsers = { niklas: parser };
export const printers = { niklas: printer };
export const defaultOptions: Plugin["defaultOptions"] = { printWidth: usualWidth, tabWidth: levelWidth };
