/*
 * Known faults that are planted into models: each is an edit, the place it makes wrong, and the checks that may name
 * it. Whoever plants knows what must be found, so that what is missed and what is said in excess can be counted.
 */
import type { Model, System } from "../../src/index.ts";

/** A fault that can be planted in a text. */
export interface Fault {
  readonly kind: string;
  /** What is replaced in the text, by offsets, and by what. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Where it must be reported, as an offset in `text` (from 0); on the line of it. */
  readonly at: number;
  /** Where it must be reported if that is outside `text`: an offset in the whole. */
  readonly elsewhere?: number;
  /** The checks that name it. */
  readonly checks: readonly string[];
  /** Checks that would be right to report besides, anywhere, since the model says something else now. */
  readonly besides?: readonly string[];
  /** Concluded from what is not there, which waits until all of the text can be read. */
  readonly fromAbsence?: true;
}

/** A line of a text without what its comments and texts say; offsets are those of the whole. */
interface Line {
  readonly start: number;
  readonly code: string;
}

/** The text with everything blank that stands in comments and between quotation marks. */
export function masked(text: string): string {
  return text.replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\]|\\[\s\S])*"/g, (found) =>
    found.startsWith('"') ? `"${found.slice(1, -1).replace(/[^\n]/g, " ")}"` : found.replace(/[^\n]/g, " "),
  );
}

function linesOf(text: string): readonly Line[] {
  let start = 0;
  return masked(text)
    .split("\n")
    .map((code) => {
      const line = { start, code };
      start += code.length + 1;
      return line;
    });
}

/** Every fault that can be planted in this text, in the order of the kinds and of the text. */
export function faultsIn(text: string, model: Model): readonly Fault[] {
  const lines = linesOf(text);
  const ownLines = (pattern: RegExp) =>
    lines.flatMap((line) => {
      const match = pattern.exec(line.code);
      return match === null ? [] : [{ line, match, from: line.start + match.index }];
    });
  /** Replaces the first group of a pattern in every line that has it. */
  const replacing = (
    kind: string,
    pattern: RegExp,
    replace: (found: string) => string | undefined,
    checks: readonly string[],
    besides: readonly string[] = [],
  ): Fault[] =>
    ownLines(new RegExp(pattern.source, `${pattern.flags}d`)).flatMap(({ line, match }) => {
      const [from, to] = match.indices?.[1] ?? [0, 0];
      const found = line.code.slice(from, to);
      const replacement = replace(found);
      if (replacement === undefined || replacement === found) return [];
      return [
        { kind, start: line.start + from, end: line.start + to, text: replacement, at: 0, checks, besides },
      ];
    });
  /** Puts a line of its own before every line that matches. */
  const inserting = (
    kind: string,
    before: RegExp,
    inserted: string | undefined,
    checks: readonly string[],
    besides: readonly string[] = [],
  ): Fault[] =>
    inserted === undefined
      ? []
      : ownLines(before).map(({ line }) => ({
          kind,
          start: line.start,
          end: line.start,
          text: `  ${inserted}\n`,
          at: 2,
          checks,
          besides,
        }));

  const systems = model.systems.filter(({ operations }) => operations.length > 0);
  const steered = systems.flatMap((system) =>
    system.expectations.flatMap(({ name, type }) =>
      type.kind === "number" ? [`${system.name}.${name}`] : [],
    ),
  )[0];
  const [first, second] = systems;
  const foreign = foreignValue(model.systems);

  return [
    // What is not of the language.
    ...replacing(
      "a misspelt keyword",
      /^\s*(operation|sensitive|expectation|program|coupling|scenario|otherwise|perturb|expect|machine|organization)\b/,
      swapped,
      ["syntax_error"],
    ),
    ...replacing("a keyword left out", /^\s*sensitive( to)\b/, () => "", ["syntax_error"]),
    ...replacing("a colon left out", /^\s*operation \S+\(\w+(:) /, () => "", ["syntax_error"]),
    ...replacing("an arrow left out", /^\s*when [^{]*(->) /, () => "", ["syntax_error"]),
    ...replacing("an equals sign for an assignment", / (:=) /, () => "=", ["syntax_error"]),
    ...replacing("an unclosed parenthesis", /^\s*(?:operation|sensitive) [^)]*(\))\s*$/, () => "", [
      "syntax_error",
    ]),
    ...replacing("a closing brace too many", /^(\})$/, () => "}\n}", ["syntax_error"]).map((fault) => ({
      ...fault,
      at: 2,
    })),
    ...unclosedBodies(lines),
    ...replacing("a sign of a word processor", /^\s*\w+\.\w+ (->) /, () => "→", ["syntax_error"]),
    ...replacing("a full-width sign", /^\s*operation \S+\(\w+(:) /, () => "：", ["syntax_error"]),
    ...replacing("a semicolon", /^\s*(?:run|operation|otherwise)\b.*\S()\s*$/, () => ";", ["syntax_error"]),
    ...replacing(
      "a hyphen in a name",
      /^\s*(?:operation|expectation) (\w+_\w+)/,
      (name) => name.replace("_", "-"),
      ["syntax_error"],
    ),
    ...replacing(
      "a number with an exponent",
      /^\s*expectation .*= (\d+)(?![\d.])/,
      (digits) => `${digits}e2`,
      ["syntax_error"],
    ),
    ...replacing(
      "a text that is not closed",
      /^\s*(?:function|operation|scenario|coupling)\b[^"]*" *(")/,
      () => "",
      ["syntax_error"],
    ),
    ...replacing("an opening brace left out", /^\S.*( \{)$/, () => "", ["syntax_error"]),
    ...replacing(
      "a misspelt beginning of a declaration",
      /^(extend|environment|population|regulation|property|import)\b/,
      swapped,
      ["syntax_error"],
    ),
    ...replacing("a path without quotation marks", /^import .* from ("\s*")$/, () => "canon", [
      "syntax_error",
    ]),
    ...replacing("a parenthesis too many", /^\s*operation \S+\([^)]*\)()$/, () => ")", ["syntax_error"]),
    ...replacing(
      "a word too many",
      /^\s*(?:operation|sensitive to) [\p{ID_Continue}]+()(?!\p{ID_Continue})/u,
      () => " here",
      ["syntax_error"],
    ),
    ...replacing("a sign of arithmetic too few", /^\s*when \w+( [<>=]+) \w+ ->/, () => "", ["syntax_error"]),
    ...replacing("values without a stroke", /^\s*code \S+( \/) \S+$/, () => "", ["syntax_error"]),
    ...replacing("a hidden character", /^\s*(?:operation|expectation) \w()\w+/, () => "\u200b", [
      "hidden_character",
    ]),
    ...inserting("a comment for documents that belongs to nothing", /^\}$/, "/// and nothing follows", [
      "stray_doc",
    ]),

    // Names that are not known, or known already.
    ...replacing("a misspelt operation in a channel", /^\s+\p{ID_Start}\w*\.(\w{4,}) -> /u, swapped, [
      "unknown_name",
    ]),
    ...replacing("a misspelt system in a channel", /^\s+\w+\.\w+ -> (\w{4,})\.\w+\(/, swapped, [
      "unknown_name",
    ]),
    ...replacing("a misspelt operation in an effect", /\bemit (\w{4,})/, swapped, [
      "unknown_name",
      "operates_elsewhere",
    ]),
    ...replacing("a misspelt name in a condition", /^\s*when (\w{4,}) [<>=]/, swapped, ["unknown_name"]),
    ...replacing(
      "a misspelt system in a scenario",
      /^\s*expect (\w{4,}) (?:resonates|designates|stays)/,
      swapped,
      ["unknown_name"],
    ),
    ...replacing("a misspelt quantity in a scenario", /^\s*(?:given|change) \w+\.(\w{4,})/, swapped, [
      "unknown_name",
    ]),
    ...replacing("a misspelt system in an import", /^import (\w{4,}).* from "/, swapped, ["unknown_name"]),
    ...replacing("a misspelt trigger", /^\s*program .* on (\w{4,})/, swapped, [
      "unknown_name",
      "syntax_error",
    ]),
    ...replacing("a misspelt coupling", /^\s*(?:close|open|through) (\w{4,})/, swapped, ["unknown_name"]),
    ...replacing("a misspelt check", /^\s*allow (\w+)/, swapped, ["unknown_check"], silencedIn(text)),
    ...ownLines(/^\s*operation .*$/).map(({ line }) => ({
      kind: "an operation declared twice",
      start: line.start,
      end: line.start,
      text: `${text.slice(line.start, line.start + line.code.length)}\n`,
      at: line.code.length + 1 + line.code.search(/\S/),
      checks: ["duplicate_name"],
    })),
    ...inserting("an import that leads nowhere", /^import /, 'import "nowhere"', ["import_not_found"]),

    // What does not fit.
    ...replacing("a misspelt argument", /\bemit \w+\((\w{4,}):/, swapped, ["wrong_arguments"]),
    ...replacing("arguments left out", /\bemit \w+(\([^()]*\))/, () => "", ["wrong_arguments"]),
    ...replacing("a truth value for a number", /^\s*expectation \w+: number.*= (\d+%?)/, () => "true", [
      "type_mismatch",
    ]),
    ...replacing("a system for a coupling", /^\s*through (\w+)/, () => first?.name, ["wrong_kind"]),

    // What contradicts the theory.
    ...replacing("a third value of a code", /^\s*code \S+ \/ \S+()$/, () => " / tolerated", [
      "code_not_binary",
    ]),
    ...replacing("a value of another code", /-> (\w+)(?: \{.*)?$/, (value) => foreign.get(value), [
      "foreign_value",
      "value_outside_code",
    ]).filter(
      ({ start }) =>
        /^\s*(when|otherwise)\b/.test(lineAt(lines, start)) &&
        // An organization may decide by the codes of the systems that it is within.
        !declarationAt(lines, start).includes(" within "),
    ),
    ...replacing(
      "a channel without delay",
      /^\s+\w+\.\w+ -> \w+\.\w+\([^()]*\)() when(?!.* after )/,
      () => " after 0 steps",
      ["instant_channel"],
    ),
    ...replacing("a norm that learns", /^\s*program .*( amends \w+) \{/, () => "", [
      "normative_learning",
    ]).map(
      // It learns where the value is set.
      (fault) => ({
        ...fault,
        elsewhere: masked(text).indexOf(
          `${text.slice(fault.start, fault.end).replace(" amends ", "")} :=`,
          fault.end,
        ),
      }),
    ),
    ...inserting(
      "steering",
      /^ {2}run\b/,
      steered === undefined || second === undefined ? undefined : `steer ${steered} to 1 by ${second.name}`,
      ["direct_steering"],
    ),
    ...inserting(
      "an operation of another system",
      /^ {2}run\b/,
      first === undefined || second === undefined
        ? undefined
        : `${second.name} emits ${first.operations[0]?.name ?? ""}`,
      ["foreign_operation"],
    ).filter(() => second?.operations.every(({ name }) => name !== first?.operations[0]?.name) === true),
    ...replacing(
      "a condition that reads another system",
      /^\s*when \w+ [<>=]+ (\w+) ->/,
      () => (steered === undefined ? undefined : steered),
      ["reads_across_boundary", "unknown_name"],
    ).filter(({ start }) => !inSystem(lines, start, steered?.split(".")[0] ?? "")),
    ...inserting("a violation that does not happen", /^\}$/, "expect violation no_route", [
      "expected_violation_missing",
    ])
      .filter(({ start }) => /^scenario\b/.test(declarationAt(lines, start)))
      .map((fault) => ({ ...fault, fromAbsence: true }) as const),
    ...inserting("an allowance of nothing", /^\}$/, 'allow self_coupling "no reason"', [
      "unused_allow",
    ]).filter(({ start }) => /^(coupling|scenario)\b/.test(declarationAt(lines, start))),
  ];
}

/** The second letter and the third in each other's place; undefined where that is no change. */
function swapped(name: string): string | undefined {
  const [first = "", second = "", third = "", ...rest] = [...name];
  return second === third ? undefined : [first, third, second, ...rest].join("");
}

/** A body whose last brace is missing is reported where it opens. */
function unclosedBodies(lines: readonly Line[]): Fault[] {
  let opener: Line | undefined;
  return lines.flatMap((line): Fault[] => {
    if (/^\S.*\{$/.test(line.code)) opener = line;
    if (line.code !== "}" || opener === undefined) return [];
    return [
      {
        kind: "a closing brace left out",
        start: line.start,
        end: line.start + 1,
        text: "",
        at: 0,
        elsewhere: opener.start,
        checks: ["syntax_error"],
      },
    ];
  });
}

/** For each value of a code, the first value of the code of another system. */
function foreignValue(systems: readonly System[]): ReadonlyMap<string, string> {
  const codes = systems.flatMap(({ codes: [code] }) => (code === undefined ? [] : [code.values]));
  return new Map(
    codes.flatMap((values, index) => {
      const other = codes[(index + 1) % codes.length];
      const [foreign] = other === values ? [] : (other ?? []);
      return values.flatMap(({ name }) => (foreign === undefined ? [] : [[name, foreign.name] as const]));
    }),
  );
}

/** What the text allows: it speaks up where the allowance is misspelt. */
function silencedIn(text: string): readonly string[] {
  return [...masked(text).matchAll(/\ballow (\w+)/g)].map((match) => match[1] ?? "");
}

function lineAt(lines: readonly Line[], offset: number): string {
  return lines.findLast(({ start }) => start <= offset)?.code ?? "";
}

/** The first line of the declaration that an offset lies in. */
function declarationAt(lines: readonly Line[], offset: number): string {
  return lines.findLast(({ start, code }) => start < offset && /^[^\s}]/.test(code))?.code ?? "";
}

function inSystem(lines: readonly Line[], offset: number, name: string): boolean {
  return new RegExp(`\\b${name}\\b`).test(declarationAt(lines, offset));
}
