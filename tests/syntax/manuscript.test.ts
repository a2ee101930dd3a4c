/* A text that is read declaration by declaration is read as it is as a whole, whatever has been typed into it. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { lineStartsOf, positionAt } from "../../src/base/source.ts";
import { manuscript, rewritten, type Manuscript } from "../../src/syntax/manuscript.ts";
import { parse, type Parsed } from "../../src/syntax/parse.ts";
import { exampleFiles } from "../support/examples.ts";
import { typing } from "../support/typing.ts";

const name = "m.sys";
const runs = Number(process.env["NIKLAS_FUZZ"] ?? 1) * 24;

/** All that has been read, with lines and columns for offsets; what stands in the room behind a line, at its end. */
function told({ tree, comments, problems, lost, unread }: Parsed, read: string, written: string): unknown {
  const starts = lineStartsOf(read);
  const lengths = written.split(/\r\n|\r|\n/).map((line) => line.length);
  const position = (offset: number): string => {
    const { line, column } = positionAt(starts, offset);
    return `${line}:${Math.min(column, (lengths[line - 1] ?? 0) + 1)}`;
  };
  const plain = (data: unknown): unknown => {
    if (Array.isArray(data)) return data.map(plain);
    if (typeof data !== "object" || data === null) return data;
    const entries = Object.entries(data).filter(([, value]) => value !== undefined);
    return Object.fromEntries(
      entries.map(([key, value]) => [
        key,
        (key === "start" || key === "end") && typeof value === "number"
          ? position(value)
          : key === "positions"
            ? (value as number[]).map(position)
            : plain(value),
      ]),
    );
  };
  const inOrder = problems.map((problem) => JSON.stringify(plain(problem))).sort();
  return {
    tree: plain(tree),
    comments: plain(comments),
    inOrder,
    lost: [...lost].sort(),
    unread: plain(unread),
  };
}

it("reads every example as it is as a whole", () => {
  for (const [file, text] of exampleFiles) {
    if (!file.endsWith(".sys")) continue;
    const { parsed, source, parts } = manuscript({ name, text });
    expect(parts?.length, file).toBeGreaterThan(1);
    expect(told(parsed(), source.text, text)).toEqual(told(parse({ name, text }), text, text));
  }
});

it("reads again only what has changed", () => {
  const text = exampleFiles.get("house_prices/price_cap.sys") ?? "";
  const before = manuscript({ name, text });
  const after = rewritten(before, text.replace("price * 90%", "price * 95%"));
  const [old, now] = [before.parsed().tree.items, after.parsed().tree.items];
  expect(now.map((item, index) => item === old[index]).filter((same) => !same)).toHaveLength(1);
});

it("reads what is typed as it is read as a whole", () => {
  fc.assert(
    fc.property(typing(12), ({ texts }) => {
      let last: Manuscript | undefined;
      for (const text of texts) {
        last = last === undefined ? manuscript({ name, text }) : rewritten(last, text);
        expect(told(last.parsed(), last.source.text, text), text).toEqual(
          told(parse({ name, text }), text, text),
        );
      }
    }),
    { numRuns: runs },
  );
}, 3_600_000);

it("reads small texts of pieces that fit ill as they are read as a whole", () => {
  const pieces = [
    "scenario a {\n}\n",
    "coupling b between x and y {\n}\n",
    "society z\n",
    "R*L,\r\n",
    "*/律 T",
  ];
  const more = ["", "// c\n", "/// d\n", "{", "}", '"', "\r", "\n", 'import "x"\n', "model m\n", "§ "];
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    deleted: fc.oneof(fc.constant(0), fc.nat(40)),
    typed: fc.constantFrom(...pieces, ...more),
  });
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 25 }), (edits) => {
      let text = pieces.join("");
      let last = manuscript({ name, text });
      for (const { at, deleted, typed } of edits) {
        const offset = Math.floor(at * text.length);
        text = text.slice(0, offset) + typed + text.slice(offset + deleted);
        last = rewritten(last, text);
        expect(told(last.parsed(), last.source.text, text), text).toEqual(
          told(parse({ name, text }), text, text),
        );
      }
    }),
    { numRuns: runs * 5 },
  );
}, 3_600_000);
