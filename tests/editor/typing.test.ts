import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdits } from "../../src/diagnostics/edits.ts";
import { linkedNames } from "../../src/editor/linked.ts";
import { editsOnTyping } from "../../src/editor/typing.ts";
import { parse } from "../../src/syntax/parse.ts";
import { scan } from "../../src/syntax/scan.ts";
import { exampleFiles, exampleModels } from "../support/examples.ts";
import { strewn } from "../support/layout.ts";
import { choices } from "../support/sentence.ts";

const cursor = "‸";

/** The text after the sign before the cursor was typed. */
function typed(withCursor: string): string {
  const offset = withCursor.indexOf(cursor);
  const text = withCursor.replace(cursor, "");
  const sign = text[offset - 1] ?? "";
  return applyEdits(text, editsOnTyping(parse({ name: "m.sys", text }), offset, sign));
}

test("behind the brace that closes it, an item is laid out, and nothing else", () => {
  expect(typed("machine a{code x/y}\n\n\nmachine b{code x/y\n  operation   o}‸\nmachine c{code x/y}\n")).toBe(
    "machine a{code x/y}\n\n\nmachine b { code x / y operation o }\nmachine c{code x/y}\n",
  );
  const program = (clause: string) =>
    `machine a {\n  code x/y\n  sensitive to s\n  program p conditional on s {\n${clause}\n  }\n}\n`;
  expect(typed(program("  otherwise->x{  emit o  }‸"))).toBe(program("  otherwise -> x { emit o }"));
});

test("it is laid out while something else cannot be read", () => {
  expect(typed("machine a {{{ }\n\nmachine b{code x/y}‸\n")).toContain("machine b { code x / y }\n");
});

test("what cannot be read itself stays", () => {
  const text = "machine b{code x/ operation   o}";
  expect(typed(`${text}‸\n`)).toBe(`${text}\n`);
  expect(typed("// }‸\n")).toBe("// }\n");
  expect(typed('machine b { function "}‸" }\n')).toBe('machine b { function "}" }\n');
});

test("a new line begins as deep as it stands, and what ended before it is laid out", () => {
  expect(typed("machine a {\n  code x/y\n‸\n}\n")).toBe("machine a {\n  code x / y\n  \n}\n");
  expect(typed("machine a {\n‸")).toBe("machine a {\n  ");
  expect(typed("machine a {\n‸}")).toBe("machine a {\n}");
  expect(typed("scenario s {\n  either {\n      ‸".replace("      ‸", "‸      run"))).toBe(
    "scenario s {\n  either {\n    run",
  );
  expect(typed("machine a { code x / y }\n‸")).toBe("machine a { code x / y }\n");
  expect(typed("machine a {\r\n‸")).toBe("machine a {\r\n  ");
});

test("within a comment and a text over several lines, white space stays", () => {
  expect(typed("machine a {\n  /* one\n‸ two */\n}\n")).toBe("machine a {\n  /* one\n two */\n}\n");
  expect(typed('machine a {\n  function "one\n‸two"\n}\n')).toBe('machine a {\n  function "one\ntwo"\n}\n');
});

test("wherever a brace or a line break is typed, no word and no comment is lost or moved", () => {
  const said = (text: string): string => {
    const { tokens, comments } = scan({ name: "m.sys", text });
    const all = [...tokens.map(({ startOffset, end }) => ({ start: startOffset, end })), ...comments];
    return all
      .sort((a, b) => a.start - b.start)
      .map(({ start, end }) => text.slice(start, end).trimEnd())
      .join("\n");
  };
  fc.assert(
    fc.property(fc.constantFrom(...exampleModels), choices, (path, choose) => {
      const text = strewn(exampleFiles.get(path) ?? "", choose, 20);
      const [sign] = [["}", "\n"][choose(2)] ?? "\n"];
      const offset = choose(text.length + 1);
      const after = text.slice(0, offset) + sign + text.slice(offset);
      const parsed = parse({ name: "m.sys", text: after });
      expect(said(applyEdits(after, editsOnTyping(parsed, offset + 1, sign)))).toBe(said(after));
    }),
    { numRuns: 100 },
  );
});

test("behind no brace of a laid out text anything changes", () => {
  for (const path of exampleModels) {
    const text = exampleFiles.get(path) ?? "";
    const parsed = parse({ name: "m.sys", text });
    for (const { index } of text.matchAll(/\}/g)) expect(editsOnTyping(parsed, index + 1, "}")).toEqual([]);
  }
});

// ── Linked names ──────────────────────────────────────────────────────────

/** The text with the linked names in brackets. */
function linked(withCursor: string): string {
  const offset = withCursor.indexOf(cursor);
  const text = withCursor.replace(cursor, "");
  const places = linkedNames(parse({ name: "m.sys", text }), offset);
  return applyEdits(
    text,
    places.map((place) => ({ place, text: `[${text.slice(place.start, place.end)}]` })),
  );
}

test("a side of a coupling is linked with the ends of its channels", () => {
  expect(
    linked(
      `coupling c between la‸w and canon.economy {
  law.judgment -> canon.economy.cost(amount: law) when law > 0
  canon.economy.purchase -> law.claim
}`,
    ),
  ).toBe(
    `coupling c between [law] and canon.economy {
  [law].judgment -> canon.economy.cost(amount: law) when law > 0
  canon.economy.purchase -> [law].claim
}`,
  );
  expect(linked("coupling c between law and canon.economy { law.a -> canon.eco‸nomy.b }")).toBe(
    "coupling c between law and canon.[economy] { law.a -> canon.[economy].b }",
  );
  expect(linked("coupling c between machine and room { machine.heat -> roo‸m { t := t + 1 } }")).toBe(
    "coupling c between machine and [room] { machine.heat -> [room] { t := t + 1 } }",
  );
});

test("the system that regulates is linked with the owner of the operation that it starts with", () => {
  const text =
    "regulation r { by politics of economy starts with politics.bill(limit: 1) aim economy.price < 2 }";
  expect(linked(text.replace("by politics", "by politics‸"))).toBe(text.replaceAll("politics", "[politics]"));
  expect(linked(text.replace("of economy", "of economy‸"))).toBe(text);
});

test("nothing else is linked: a name that is declared is renamed", () => {
  expect(linked("machine a‸ { code x / y }\nscenario s { a emits o a emits o }")).not.toContain("[");
  expect(linked("coupling c between law‸ and economy {}")).not.toContain("[");
  expect(
    linked("coupling c between law and economy { law.jud‸gment -> economy.a law.judgment -> economy.b }"),
  ).not.toContain("[");
});
