/* A line of a model as stretches of colour, by the table of colours. */
import type { StringStream } from "@codemirror/language";
import { colourRules, type Colour, type ColourRule } from "../syntax/colours.ts";

/** Where the reading of a text stands. CodeMirror copies it, with its lists, at the beginnings of lines. */
export interface State {
  /** The region in which it stands, as an index in the table; -1 outside. */
  region: number;
  /** Of what was read together, the parts that are yet to be told: each ends at an offset of the line. */
  rest: readonly Part[];
  /** The indentation of the line of each bracket that is open, the innermost last. */
  open: readonly number[];
  /** How many are open within those. */
  deeper: number;
}

interface Part {
  readonly to: number;
  readonly colour: Colour | null;
}

export function startOfText(): State {
  return { region: -1, rest: [], open: [], deeper: 0 };
}

/** Brackets within more than so many are counted and not remembered. */
const mostOpen = 100;

function made(pattern: string): RegExp {
  return new RegExp(pattern, "dsuy");
}

interface Reader {
  readonly colours: readonly Colour[];
  readonly pattern: RegExp;
  /** What follows is the region of this index, or none; undefined leaves it as it is. */
  readonly region: number | undefined;
}

/** The rules outside of regions, and those within each. */
const outside: readonly Reader[] = colourRules.map((rule, index) => {
  if (rule.kind === "region") return { colours: [rule.colour], pattern: made(rule.begin), region: index };
  const colours = rule.kind === "pair" ? rule.colours : [rule.colour];
  return { colours, pattern: made(rule.pattern), region: undefined };
});
const inside: readonly (readonly Reader[])[] = colourRules.map((rule) =>
  rule.kind === "region" ? within(rule) : [],
);

function within({ colour, end, within: rules }: ColourRule & { readonly kind: "region" }): readonly Reader[] {
  return [
    { colours: [colour], pattern: made(end), region: -1 },
    ...rules.map((rule) => ({ colours: [rule.colour], pattern: made(rule.pattern), region: undefined })),
  ];
}

/** Reads the next stretch of one colour; null is what has none. Always goes on by one character at least. */
export function readToken(stream: StringStream, state: State): Colour | null {
  const [next, ...rest] = state.rest;
  if (next !== undefined) {
    state.rest = rest;
    stream.pos = next.to;
    return next.colour;
  }
  const rule = colourRules[state.region];
  for (const { colours, pattern, region } of inside[state.region] ?? outside) {
    pattern.lastIndex = stream.pos;
    const found = pattern.exec(stream.string);
    if (found === null || found[0] === "") continue;
    if (region !== undefined) state.region = region;
    return tell(stream, state, found, colours);
  }
  const character = stream.string.codePointAt(stream.pos) ?? 0;
  if (rule === undefined) remember(state, character, stream.indentation());
  stream.pos += character > 0xffff ? 2 : 1;
  return rule?.kind === "region" ? rule.colour : null;
}

/** Tells the first part of what was found, and keeps the others. */
function tell(
  stream: StringStream,
  state: State,
  found: RegExpExecArray,
  colours: readonly Colour[],
): Colour | null {
  const [whole, ...groups] = found.indices ?? [];
  const end = whole?.[1] ?? stream.pos + found[0].length;
  const [only] = colours;
  if (colours.length === 1) {
    stream.pos = end;
    return only ?? null;
  }
  const parts = colours.flatMap((colour, index): Part[] => {
    const [from, to] = groups[index] ?? [end, end];
    return [
      { to: from, colour: null },
      { to, colour },
    ];
  });
  const [first, ...rest] = parts.filter(({ to }, index) => to > (parts[index - 1]?.to ?? stream.pos));
  state.rest = rest;
  stream.pos = first?.to ?? end;
  return first?.colour ?? null;
}

function remember(state: State, character: number, indentation: number): void {
  switch (String.fromCodePoint(character)) {
    case "{":
    case "(":
      if (state.open.length < mostOpen) state.open = [...state.open, indentation];
      else state.deeper += 1;
      return;
    case "}":
    case ")":
      if (state.deeper > 0) state.deeper -= 1;
      else state.open = state.open.slice(0, -1);
  }
}
