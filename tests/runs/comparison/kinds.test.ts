/* What a comparison says of each kind of thing that a model can have. */
import { describe, expect, it } from "vitest";
import { prepare } from "../../../src/index.ts";
import { compare, type Comparison } from "../../../src/runs/comparison/compare.ts";
import { isOnlyWords, type Difference } from "../../../src/runs/comparison/difference.ts";
import { checkedText, everything, pieces, withInstead } from "./every_kind.ts";

function compared(first: string, second: string, title?: string): Comparison {
  return compare(prepare(checkedText(first)), prepare(checkedText(second, title)));
}

/** All differences, those of parts too. */
function flat(differences: readonly Difference[]): readonly Difference[] {
  return differences.flatMap((one) => [one, ...flat(one.parts)]);
}

function told({ differences }: Comparison): readonly string[] {
  return flat(differences).map(({ change, of, name }) => `${change} ${of}${name === "" ? "" : ` ${name}`}`);
}

const all = Object.entries(pieces);

it("begins with a model in which nothing is wrong", () => {
  expect(checkedText(everything).diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
});

describe("one of each kind", () => {
  it.each(all)("is missed: %s", (kind, { name, text }) => {
    const expected = `${kind}${name === "" ? "" : ` ${name}`}`;
    const without = withInstead(text, "");
    const comparison = compared(everything, without);
    expect(told(comparison)).toContain(`removed ${expected}`);
    expect(comparison.verdict).toBe("different");
    expect(told(compared(without, everything))).toContain(`added ${expected}`);
  });

  it.each(all.filter(([, { changed }]) => changed !== undefined))(
    "is seen to be otherwise: %s",
    (kind, { name, text, changed = "" }) => {
      const comparison = compared(everything, withInstead(text, changed));
      const found = flat(comparison.differences).find(
        (one) => one.change === "changed" && one.name === name && one.facts.length > 0,
      );
      expect(found, told(comparison).join("\n")).toBeDefined();
      // Of systems and environments, that is what has changed in some of these.
      const became = ["psychic system", "machine", "environment"].includes(kind) ? found?.of : kind;
      expect(found?.of).toBe(became);
      expect(comparison.verdict).toBe("different");
      // What is changed is neither gone nor new.
      expect(told(comparison).filter((line) => /^(?:removed|added)/u.test(line))).toEqual([]);
    },
  );

  it("is the same as itself", () => {
    expect(compared(everything, everything)).toMatchObject({
      verdict: "same",
      differences: [],
      renamings: [],
      findings: [],
    });
  });
});

describe("words for readers", () => {
  it.each([
    ["the doc comment of the model", "/// Everything there is.", "/// All of it."],
    ["the label of the model", `model everything "All"`, `model everything "Everything"`],
    ["an author", `author "A. Author"`, `author "Another"`],
    ["a license", `license "MIT"`, `license "CC0"`],
    ["a label", `function system trade "trading"`, `function system trade "trade"`],
    ["the label of a role", `role buyer "a buyer"`, `role buyer`],
    ["a doc comment", "/// A thing is sold.\n", ""],
    ["a reason", `"meant so"`, `"meant otherwise"`],
  ])("are told apart: %s", (_, text, other) => {
    const comparison = compared(everything, withInstead(text, other));
    expect(comparison.verdict).toBe("words");
    expect(comparison.differences).toHaveLength(1);
    expect(comparison.differences.every(isOnlyWords)).toBe(true);
  });

  it("are those of a bibliography, too", () => {
    const comparison = compared(everything, everything, "Another book");
    expect(comparison.verdict).toBe("words");
    expect(told(comparison)).toEqual(["changed bibliography entry book"]);
  });
});

it("looks neither at layout nor at comments nor at the order of declarations", () => {
  const { robot, still } = { robot: pieces.machine.text, still: pieces.scenario.text };
  const moved = withInstead(robot, "// gone from here").replace(still, `${still}\n/* now here */ ${robot}`);
  const loose = moved.replaceAll(" {", "\n{").replace("operation gift", "operation   gift");
  expect(compared(everything, loose).verdict).toBe("same");
});

it("sees that programs on one trigger have changed places", () => {
  const [one, other] = [
    "program a conditional on own gift { otherwise -> payment }",
    "program b conditional on own gift { otherwise -> payment }",
  ];
  const { text } = pieces.program;
  const comparison = compared(withInstead(text, `${one}\n${other}`), withInstead(text, `${other}\n${one}`));
  const trade = comparison.differences.find(({ name }) => name === "trade");
  expect(trade?.facts).toEqual([{ name: "order of programs on own gift", from: "a, b", to: "b, a" }]);
});

describe("a renaming", () => {
  it("is proposed where nothing but the name is otherwise, and is not taken for granted", () => {
    const { text } = pieces.program;
    const comparison = compared(everything, withInstead(text, text.replace("gossip", "chatter")));
    expect(comparison.renamings).toEqual([{ of: "program", owner: "trade", from: "gossip", to: "chatter" }]);
    expect(told(comparison)).toEqual([
      "changed function system trade",
      "removed program gossip",
      "removed clause",
      "added program chatter",
      "added clause",
    ]);
  });

  it("is not proposed where more is otherwise, or where two could be meant", () => {
    const { text } = pieces.program;
    const other = text.replace("gossip", "chatter").replace("payment", "non_payment");
    expect(compared(everything, withInstead(text, other)).renamings).toEqual([]);
    const two = `${text.replace("gossip", "a")}\n${text.replace("gossip", "b")}`;
    expect(compared(everything, withInstead(text, two)).renamings).toEqual([]);
  });

  it("of what says little of itself is proposed where something that speaks of it bears it out", () => {
    const named = (operation: string, program: string, emitted = operation): string =>
      everything
        .replace("operation gift", `operation ${operation}`)
        .replace("on own gift", `on own ${operation}`)
        .replace("program gossip", `program ${program}`)
        .replace("emit sale(asked: 1)", `emit sale(asked: 1) emit ${emitted}`);
    const renamed = compared(named("gift", "gossip"), named("present", "chatter"));
    expect(renamed.renamings).toEqual([
      { of: "operation", owner: "trade", from: "gift", to: "present" },
      { of: "program", owner: "trade", from: "gossip", to: "chatter" },
    ]);
    // Nothing speaks of these two: they could be anything.
    const other = compared(
      withInstead("operation gift", "operation gift\n  operation loan"),
      withInstead("operation gift", "operation gift\n  operation rent"),
    );
    expect(other.renamings).toEqual([]);
  });
});
