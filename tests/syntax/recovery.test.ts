import { expect, it } from "vitest";
import { lineStartsOf, positionAt } from "../../src/base/source.ts";
import { applyEdits } from "../../src/diagnostics/edits.ts";
import { parse } from "../../src/syntax/parse.ts";
import type { SyntaxProblem } from "../../src/syntax/problems.ts";
import { outline } from "../support/outline.ts";

function read(text: string): { tree: string; problems: string[]; mended: string } {
  const { tree, problems } = parse({ name: "m.sys", text });
  const lines = lineStartsOf(text);
  const fixes = problems.flatMap(({ facts }) =>
    "repair" in facts && facts.repair?.certain === true ? facts.repair.edits : [],
  );
  return {
    tree: tree.items.map(outline).join(" "),
    problems: problems
      .toSorted((a, b) => a.place.start - b.place.start)
      .map((problem) => {
        const { line, column } = positionAt(lines, problem.place.start);
        return `${line}:${column} ${described(problem)}`;
      }),
    mended: applyEdits(text, fixes),
  };
}

function described({ check, facts }: SyntaxProblem): string {
  return "kind" in facts ? facts.kind : check;
}

it("reads on after a misspelt keyword, as it was meant", () => {
  const { tree, problems, mended } = read("fuction system law { operaton judgment }\nmachine m");
  expect(problems).toEqual(["1:1 unknown item", "1:22 unknown item"]);
  expect(tree).toBe("System(law SystemBody(Operation(judgment))) System(m)");
  expect(mended).toBe("function system law { operation judgment }\nmachine m");
});

it("reports each mistake of a body once and keeps the rest of it", () => {
  const { tree, problems } = read(`extend politics {
  operation decree(cap number)
  operation bill(limit: nmber)
  what is this
  operation veto
}`);
  expect(problems).toEqual(["2:23 missing", "3:25 unexpected", "4:3 unknown item"]);
  expect(tree).toBe(
    "Extend(politics SystemBody(Operation(decree Parameters(Parameter(cap NumberType))) Operation(bill Parameters(Parameter(limit NumberType))) Operation(veto)))",
  );
});

it("finds mistakes in clauses and effects without losing the program", () => {
  const { tree, problems, mended } = read(`machine m {
  program p conditional on x {
    when a > 3 > b { emit c }
    whn a > 3 -> b { c = 1 emit d(e: 1 }
    otherwise -> b
  }
}`);
  expect(problems).toEqual(["3:16 unexpected", "4:5 unknown item", "4:24 habit", "4:39 missing"]);
  expect(tree).toContain("Otherwise(b)");
  expect(mended).toContain("when a > 3 -> b { c := 1 emit d(e: 1) }");
});

it("says where a body that is never closed was opened", () => {
  const { tree, problems } = read(`function system law {
  operation judgment

function system economy {
  operation purchase
}`);
  expect(problems).toEqual(["1:21 unclosed"]);
  expect(tree).toBe(
    "System(law SystemBody(Operation(judgment))) System(economy SystemBody(Operation(purchase)))",
  );
});

it("closes an inner body where the indentation says that it ended", () => {
  const { tree, problems } = read(`machine m {
  program p conditional on x {
    otherwise -> a
  operation b
}
machine n`);
  expect(problems).toEqual(["2:30 unclosed"]);
  expect(tree).toContain("System(n)");
});

it("drops a brace that closes nothing", () => {
  const { tree, problems } = read("machine m { } }\nmachine n");
  expect(problems).toEqual(["1:15 unopened"]);
  expect(tree).toBe("System(m SystemBody) System(n)");
});

it("reads hyphens in names as underscores", () => {
  const { problems, mended } = read(
    "function system economy { code payment / non-payment operation pay-by-card }",
  );
  expect(problems).toEqual(["1:42 hyphen in name", "1:64 hyphen in name"]);
  expect(mended).toBe("function system economy { code payment / non_payment operation pay_by_card }");
});

it("names the sign that is missing between two values", () => {
  const { problems, mended } = read("machine m { code cold warm }");
  expect(problems).toEqual(["1:23 missing separator"]);
  expect(mended).toBe("machine m { code cold / warm }");
});

it.each(["cold, warm", "cold - warm", "cold or warm", "cold,warm"])(
  "takes another sign between two values for the one that is meant: %s",
  (values) => {
    const { problems, mended } = read(`machine m { code ${values} }`);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/ missing separator$/);
    expect(mended).toBe("machine m { code cold / warm }");
  },
);

it("takes the signs of word processors, of full-width keyboards and of programmers for what they mean", () => {
  const { problems, mended } = read(
    "coupling c between a and b {\n  a．x → b．y（z：1，w：２％）when z ≥ 1 && w == 2；\n}\nmachine m “Maschine”",
  );
  expect(problems).toEqual(["2:4 foreign signs", "4:11 foreign signs"]);
  expect(mended).toBe(
    'coupling c between a and b {\n  a.x -> b.y(z:1,w:2%)when z >= 1 and w = 2\n}\nmachine m "Maschine"',
  );
});

it("ends a text that is never closed with its line", () => {
  const { tree, problems } = read('machine m "never closed {\n}\nmachine n');
  expect(problems[0]).toBe("1:11 unclosed text");
  expect(tree).toContain("System(n)");
});

it("reads 3steps as 3 steps, and 1e5 as a number with a mistake", () => {
  const { tree, problems, mended } = read("scenario s { run 3steps seed 1e5 }");
  expect(problems).toEqual(["1:18 number into name", "1:30 number into name"]);
  expect(tree).toBe("Scenario(s Block(Run(3) Seed(1)))");
  expect(mended).toBe("scenario s { run 3 steps seed 1e5 }");
});

it("keeps names that it could not read from being called unknown", () => {
  const { lost } = parse({ name: "m.sys", text: "sustem ? law { a b c }" });
  expect(lost.has("law")).toBe(true);
});

it("allows the header only at the top", () => {
  expect(read("machine m\nmodel late").problems).toEqual(["2:1 late header"]);
});

it("wants one claim in a property", () => {
  expect(read("property p { }").problems).toEqual(["1:12 missing part"]);
  expect(read("property p { always a never b }").problems).toEqual(["1:23 second part"]);
});

it("wants clauses of the program's own form", () => {
  expect(read("machine m { program p conditional on x { choose a -> b yields 1 } }").problems).toEqual([
    "1:42 wrong item",
  ]);
  expect(read("machine m { program p purpose on x { when a -> b } }").problems).toEqual(["1:38 wrong item"]);
});

it("shows the first hundred mistakes of a file and counts the rest", () => {
  const { problems } = read("machine m { }\n".concat("?? \n".repeat(300)));
  expect(problems.length).toBe(101);
  expect(problems.at(-1)).toContain("too_many");
});

it("stops at brackets that are nested too deep", () => {
  const deep = `property p { always ${"(".repeat(50_000)}a${")".repeat(50_000)} }`;
  expect(read(deep).problems.map((line) => line.split(" ").slice(1).join(" "))).toContain("too_deep");
});

it("stops at signs in a row and at powers in a row", () => {
  expect(read(`property p { always ${"- ".repeat(20_000)}1 > 0 }`).problems.length).toBe(1);
  expect(read(`property p { always ${"2^".repeat(20_000)}1 > 0 }`).problems).toContain("1:21 too_deep");
});

it("gives every node of a broken tree a span within the text", () => {
  const text = "machine m { operation x( }\ncoupling c between a { a.b -> }";
  const { tree } = parse({ name: "m.sys", text });
  const visit = (node: object): void => {
    if ("start" in node && "end" in node) {
      expect(Number(node.start)).toBeGreaterThanOrEqual(0);
      expect(Number(node.end)).toBeGreaterThanOrEqual(Number(node.start));
      expect(Number(node.end)).toBeLessThanOrEqual(text.length);
    }
    for (const value of Object.values(node))
      if (typeof value === "object" && value !== null) visit(value as object);
  };
  visit(tree);
});

it.each([
  [
    "a text without its quotation marks",
    "machine m { function keep it warm\n code a / b }",
    'machine m { function "keep it warm"\n code a / b }',
  ],
  ["a path without its quotation marks", "import ./city/law", 'import "./city/law"'],
  [
    "a body that is closed and not opened",
    "extend law\n  operation judgment\n}\n",
    "extend law {\n  operation judgment\n}\n",
  ],
  [
    "a clause that is closed and not opened",
    "machine m {\n  program p conditional on x\n    otherwise -> a\n  }\n}\n",
    "machine m {\n  program p conditional on x {\n    otherwise -> a\n  }\n}\n",
  ],
  [
    "a label that is not closed",
    'coupling c "contracts between law and economy {\n}\nmachine m "m" {\n}\n',
    'coupling c "contracts" between law and economy {\n}\nmachine m "m" {\n}\n',
  ],
  [
    "a unit that is not closed",
    'environment e {\n  load: number "µg = 3\n  wind: number "m/s" = 4\n}\n',
    'environment e {\n  load: number "µg" = 3\n  wind: number "m/s" = 4\n}\n',
  ],
  [
    "a word too many",
    "machine m { operation heat here(degrees: number) }",
    "machine m { operation heat (degrees: number) }",
  ],
  [
    "a misspelt keyword that could be a name",
    "machine m { program p conditional on eevry step { otherwise -> a } }",
    "machine m { program p conditional on every step { otherwise -> a } }",
  ],
])("reports %s once, and proposes what mends it", (_what, text, right) => {
  const { problems } = parse({ name: "m.sys", text });
  expect(problems).toHaveLength(1);
  const fixes = problems.flatMap(({ facts }) => ("repair" in facts ? (facts.repair?.edits ?? []) : []));
  expect(applyEdits(text, fixes)).toBe(right);
  expect(parse({ name: "m.sys", text: right }).problems).toEqual([]);
});

it("reports a sign that is missing between two operands once, and reads on", () => {
  const { problems } = read(`machine m { program p conditional on x {
    when price limit -> a
    when price > 3 limit < 2 -> b
} }`);
  expect(problems).toEqual(["2:16 missing operator", "3:20 missing operator"]);
});

it.each(["machine „a“ ", "machine m { code a, b } ", "extend law { operation o(a: number b: number) } "])(
  "reads thousands of mistakes on one line, and shows the first hundred: %s",
  (mistake) => {
    const { problems } = read(mistake.repeat(20_000));
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)).toMatch(/too_many$/);
  },
);
