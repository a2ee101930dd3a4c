/* What every chapter of a report needs: names in prose, texts of the model, citations, and small pieces of sentences. */
import type { Place } from "../../base/place.ts";
import { shellWord } from "../../base/shell_word.ts";
import { locator } from "../../diagnostics/locate.ts";
import { textAt } from "../../engine/inquiry/inquiry.ts";
import { shownNumber, shownValue } from "../../engine/values.ts";
import { namesInFile, namesOf } from "../../flow/describe.ts";
import type { Type } from "../../model/expression.ts";
import { indexModel, type ModelIndex } from "../../model/lookup.ts";
import type { Model, Parameter } from "../../model/model.ts";
import type { Id } from "../../model/reference.ts";
import { bibliographyOf, type BibliographyOfReport } from "./bibliography.ts";
import { code, prose, said, type Block, type Inline, type Piece } from "./document.ts";
import type { ReportInput } from "./input.ts";

export interface Telling {
  readonly input: ReportInput;
  readonly model: Model;
  readonly index: ModelIndex;
  readonly bibliography: BibliographyOfReport;
  /** How a declaration is called in a sentence: by its label, or by its name in the file that is told about. */
  readonly name: (id: Id) => Inline;
  /** The same at the beginning of a sentence, and in headings. */
  readonly Name: (id: Id) => Inline;
  /** A part by its full name, as the file calls it: `law.judgment`. */
  readonly part: (owner: Id, name: string) => string;
  /** What stands at a place, in one line. */
  readonly text: (place: Place) => string;
  /** `price_cap.sys, line 12` */
  readonly where: (place: Place) => readonly Inline[];
  /** A line as it can be typed into a shell. */
  readonly command: (...words: readonly string[]) => Inline;
  /** What the model is called in it. */
  readonly path: string;
}

export function tellingOf(input: ReportInput): Telling {
  const { model, sources } = input.prepared.checked;
  const index = indexModel(model);
  const called = namesInFile(model, model.entry, namesOf(index));
  const { locate } = locator(sources);
  const inProse = (id: Id): string => {
    const label = index.declared(id)?.label;
    return label ?? wordsOfName(called(id));
  };
  return {
    input,
    model,
    index,
    bibliography: bibliographyOf(model, input.style),
    name: (id) => said(inProse(id)),
    Name: (id) => said(capitalized(inProse(id))),
    part: (owner, name) => `${called(owner)}.${name}`,
    text: (place) => textAt(sources, place),
    where: (place) => {
      const shown = input.placed?.(place) ?? place;
      return prose(said(shown.file), `, line ${locate(shown).start.line}`);
    },
    command: (...words) => code(words.map(shellWord).join(" ")),
    path: input.path ?? model.entry,
  };
}

/** A name as the words that it is made of. */
export function wordsOfName(name: string): string {
  return name.replace(/^non_(?=[a-z])/u, "non-").replace(/(?<=[^_])_+(?=[^_])/gu, " ");
}

/** With a capital at the beginning, where the script has any. */
export function capitalized(text: string): string {
  const [first = ""] = text;
  return /^\p{Ll}$/u.test(first) ? first.toUpperCase() + text.slice(first.length) : text;
}

/** What a declaration is called in a heading. */
export function titleOf({
  name,
  label,
}: {
  readonly name: string;
  readonly label?: string | undefined;
}): string {
  return capitalized(label ?? wordsOfName(name));
}

/** Sentences of ours in which names stand in backquotes. */
export function sentencePieces(text: string): readonly Inline[] {
  return text.split("`").flatMap((part, index) => {
    if (part === "") return [];
    return index % 2 === 0 ? prose(part) : [code(part)];
  });
}

/** What has been said without a full stop, as a sentence. */
export function sentenceOf(text: string): readonly Inline[] {
  const full = /[.!?…。！？]$/u.test(text) ? text : `${text}.`;
  return sentencePieces(capitalized(full));
}

/** A table without the columns in which nothing stands. */
export function tableOf(
  head: readonly string[],
  rows: readonly (readonly (readonly Inline[])[])[],
): readonly Block[] {
  if (rows.length === 0) return [];
  const kept = [...head.keys()].filter(
    (column) => column === 0 || rows.some((row) => (row[column] ?? []).length > 0),
  );
  return [
    {
      kind: "table",
      head: kept.map((column) => prose(head[column] ?? "")),
      rows: rows.map((row) => kept.map((column): readonly Inline[] => row[column] ?? [])),
    },
  ];
}

/** What values a type allows, in words. */
export function typePieces(type: Type): readonly Inline[] {
  switch (type.kind) {
    case "number":
      return prose(
        rangeText(type),
        type.unit === undefined
          ? ""
          : prose(/^\d/u.test(type.unit) ? ", in units of " : ", in ", said(type.unit)),
      );
    case "boolean":
      return prose("true or false");
    case "enumeration":
      return type.values.flatMap((value, index) => prose(index === 0 ? "" : " / ", said(value)));
    case "text":
      return prose("a text");
    case "unknown":
      return [];
  }
}

function rangeText(type: Extract<Type, { kind: "number" }>): string {
  const { low, high, percent } = type;
  const shown = (value: number): string => (percent === true ? shownValue(value, type) : shownNumber(value));
  if (low !== undefined && high !== undefined) return `${shown(low)} to ${shown(high)}`;
  if (low !== undefined) return `${shown(low)} or more`;
  if (high !== undefined) return `${shown(high)} or less`;
  return percent === true ? "a share" : "any number";
}

/** `enacted(limit)` */
export function signature(name: string, parameters: readonly Parameter[]): string {
  return parameters.length === 0
    ? name
    : `${name}(${parameters.map((parameter) => parameter.name).join(", ")})`;
}

export function heading(level: 2 | 3 | 4, ...pieces: readonly Piece[]): Block {
  return { kind: "heading", level, id: "", pieces: prose(...pieces) };
}

/** Gives each heading an id by its number: `part-2`, `part-2-1`. */
export function withIds(blocks: readonly Block[]): readonly Block[] {
  const numbers = [0, 0, 0];
  return blocks.map((block) => {
    if (block.kind !== "heading") return block;
    const depth = block.level - 2;
    numbers[depth] = (numbers[depth] ?? 0) + 1;
    numbers.fill(0, depth + 1);
    return { ...block, id: `part-${numbers.slice(0, depth + 1).join("-")}` };
  });
}
