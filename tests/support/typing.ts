/* Texts as they come about under somebody's hands: typed and deleted sign by sign at one place, then at another. */
import fc from "fast-check";
import { exampleFiles } from "./examples.ts";

const names = [...exampleFiles.keys()].filter((name) => name.endsWith(".sys"));

/** What is typed, mostly within a declaration, at times so that it opens or ends one. */
const phrases = [
  "when x > 3 -> y { emit z(a: 1) }\n",
  "  operation note(size: number)\n",
  "scenario s {\n  run\n}\n",
  "coupling c between law and economy { }\n",
  "// a comment\n",
  "/// of what follows\n",
  "/* open",
  "*/",
  '"',
  "{",
  "}",
  "\n",
  "\r\n",
  "model m\n",
  'import law from "canon"\n',
  "society",
  "expect ",
  "法律",
  "12",
  " ",
];

interface Burst {
  /** Where in the text, as a part of its length. */
  readonly at: number;
  /** How many signs behind it are deleted. */
  readonly deleted: number;
  readonly typed: string;
}

const burst = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  deleted: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(60)),
  typed: fc.oneof(fc.constantFrom("", ...phrases), fc.string({ maxLength: 5 })),
});

/** An example, and what becomes of it, one text after the other. */
export interface Typing {
  readonly name: string;
  readonly texts: readonly string[];
}

export function typing(bursts: number): fc.Arbitrary<Typing> {
  return fc
    .tuple(fc.constantFrom(...names), fc.array(burst, { minLength: 1, maxLength: bursts }))
    .map(([name, bursts]) => ({ name, texts: [...states(exampleFiles.get(name) ?? "", bursts)] }));
}

function* states(text: string, bursts: readonly Burst[]): Generator<string> {
  let current = text;
  yield current;
  for (const { at, deleted, typed } of bursts) {
    let offset = Math.floor(at * current.length);
    if (deleted > 0) yield (current = current.slice(0, offset) + current.slice(offset + deleted));
    for (const sign of typed) {
      yield (current = current.slice(0, offset) + sign + current.slice(offset));
      offset += sign.length;
    }
  }
}
