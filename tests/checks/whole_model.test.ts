import { describe, expect, it } from "vitest";
import { check } from "../../src/index.ts";

function found(text: string, name: string) {
  return check(text).diagnostics.filter((diagnostic) => diagnostic.check === name);
}

function messages(text: string, name: string): readonly string[] {
  return found(text, name).map((diagnostic) => diagnostic.message);
}

/** An organization that hears a call and answers it; `answer` is what each of its two clauses does. */
function organization(name: string, both = true): string {
  return `organization ${name} {
  code done / left
  sensitive to call(size: number)
  operation answer(size: number)
  program reply conditional on call {
    when size > 3 -> done { emit answer(size: size) }
    otherwise -> left ${both ? "{ emit answer(size: 1) }" : ""}
  }
}
`;
}

function channel(from: string, to: string, options = ""): string {
  return `coupling ${from}_${to} between ${from} and ${to} { ${from}.answer -> ${to}.call(size: size) ${options} }\n`;
}

describe("cascade_loop", () => {
  const two = (more = "", both = true): string =>
    organization("a", both) + organization("b") + channel("a", "b") + channel("b", "a", more);

  it("finds that two answer each other without end, and draws the circle", () => {
    const [finding] = found(two(), "cascade_loop");
    expect(finding?.message).toBe("`a` and `b` set each other off without end");
    expect(finding?.help?.[0]).toBe("the circle: a.answer ─a_b→ b.call → b.answer ─b_a→ a.call → a.answer");
  });

  it.each([
    ["a condition", two("when size > 1")],
    ["a chance", two("with chance 50%")],
    ["a capacity", two("at most 1 per step")],
    ["a clause that answers nothing", two("", false)],
    [
      "a limit",
      two().replace("operation answer", "limit rest blocks answer when size > 9\n  operation answer"),
    ],
    [
      "a sensitivity's own condition",
      two().replace("call(size: number)", "call(size: number) when size > 1"),
    ],
  ])("is damped by %s", (_, text) => {
    expect(messages(text, "cascade_loop")).toEqual([]);
  });

  const around = (type: string, value: string): string => `environment stock { goods: ${type} = 5 }
organization buyer {
  code bought / left
  sensitive to offer(size: number)
  operation order
  program buying conditional on offer { when size > 3 -> bought { emit order } otherwise -> left { emit order } }
}
coupling shop between stock and buyer {
  stock.goods -> buyer.offer(size: goods)
  buyer.order -> stock { goods := ${value} }
}`;

  it.each([
    ["is moved further each time", "number", "goods + 1", 1],
    ["has bounds", "number in 0..100", "goods + 1", 0],
    ["is set to one value", "number", "3", 0],
    ["cannot fall below zero", "number", "max(0, goods - 1)", 0],
  ])("counts a quantity on the circle only if it %s", (_, type, value, count) => {
    expect(messages(around(type, value), "cascade_loop")).toHaveLength(count);
  });
});

describe("isolated_system", () => {
  const coupled = organization("a") + organization("b") + channel("a", "b", "when size > 1");
  const message = "nothing couples `c` with any other system";

  it("finds a system without a coupling among others that have one", () => {
    expect(messages(coupled + organization("c"), "isolated_system")).toEqual([message]);
  });

  it.each([
    ["a model without any coupling", organization("a") + organization("c")],
    [
      "a pattern that another system is like",
      `${coupled}${organization("c")}organization d like c\n${channel("d", "a")}`,
    ],
    [
      "a house in which another system is",
      `${coupled}${organization("c")}interaction talk within c { function "talk" }`,
    ],
    ["what is merely imported", `import art from "canon"\n${coupled}`],
    [
      "the target of a perturbation that nothing carries",
      `${coupled}${organization("c")}scenario s { perturb c from a with answer(size: 1) }`,
    ],
  ])("says nothing of %s", (_, text) => {
    const about = messages(text, "isolated_system").filter(
      (each) => each.includes("`c`") || each.includes("`art`"),
    );
    expect(about).toEqual([]);
  });

  it("does not propose to couple what is alone with what is alone, too", () => {
    const findings = found(`${coupled}${organization("c")}${organization("d")}`, "isolated_system");
    expect(findings.map(({ help }) => help?.[0])).toEqual([
      "couple `c` with `a` or `b`, or leave it out",
      "couple `d` with `a` or `b`, or leave it out",
    ]);
  });

  it("names the institution of the canon that couples it with others of the model", () => {
    const text = `import law, economy, politics from "canon"
extend law { sensitive to case operation judgment program p conditional on case { otherwise -> lawful } }
extend economy { sensitive to cost program p conditional on cost { otherwise -> payment } }
extend politics { operation bill }
coupling contract between law and economy { law.judgment -> economy.cost when 1 > 0 }`;
    const [finding] = found(text, "isolated_system");
    expect(finding?.message).toBe("nothing couples `politics` with any other system");
    expect(finding?.help?.[0]).toMatch(/^`politics` and `(law|economy)` are coupled by /u);
  });
});

describe("split_model", () => {
  const pairOf = (one: string, other: string): string =>
    organization(one) + organization(other) + channel(one, other, "when size > 1");

  it("finds each part beside the largest, once", () => {
    const text = pairOf("a", "b") + pairOf("c", "d") + organization("e") + channel("d", "e", "when size > 1");
    expect(messages(text, "split_model")).toEqual(["no channel connects `a` and `b` with `c`, `d` and `e`"]);
  });

  it("leaves a coupling without channels to `empty_coupling`", () => {
    const text = `${pairOf("a", "b")}${organization("c")}coupling x between a and c {}`;
    expect(messages(text, "split_model")).toEqual([]);
  });
});

describe("hub", () => {
  const star = (others: readonly string[]): string =>
    ["a", ...others].map((name) => organization(name, false)).join("") +
    others.map((name) => channel(name, "a") + channel("a", name)).join("");
  const four = ["b", "c", "d", "e"];

  it("finds the middle of a star of five", () => {
    expect(messages(star(four), "hub")).toEqual(["most ways between the other systems lead through `a`"]);
  });

  it("finds none where the others have ways of their own, nor in a smaller model", () => {
    const ring = four.map((name, index) => channel(name, four[(index + 1) % 4] ?? "")).join("");
    const back = four.map((name, index) => channel(name, four[(index + 3) % 4] ?? "")).join("");
    expect(messages(star(four) + ring + back, "hub")).toEqual([]);
    expect(messages(star(["b", "c", "d"]), "hub")).toEqual([]);
  });
});

describe("single_translator", () => {
  const chain = (more = ""): string =>
    `environment river { cadmium: number = 7 fish: number = 3 }\n${["a", "b", "c", "d"].map((name) => organization(name, false)).join("")}
coupling sampling between river and a { river.cadmium -> a.call(size: cadmium) ${more} }
${channel("a", "b")}${channel("b", "c")}${channel("c", "d")}`;

  it("finds the one channel on which three others depend", () => {
    const [finding] = found(chain(), "single_translator");
    expect(finding?.message).toBe("all that society hears of `river` it hears from `a`");
    expect(finding?.related?.[0]?.message).toBe(
      "`b`, `c` and `d` would notice nothing of `river` without this channel of `sampling`",
    );
  });

  it("finds none where a second channel leads out, or fewer depend on it", () => {
    expect(messages(chain("river.fish -> a.call(size: fish)"), "single_translator")).toEqual([]);
    expect(messages(chain().replace(channel("c", "d"), ""), "single_translator")).toEqual([]);
  });
});

describe("property_violated, on the graph", () => {
  const line =
    organization("a") + organization("b") + organization("c") + channel("a", "b") + channel("b", "c");

  it.each([
    ["a never reaches c", ["`p` does not hold: `a` reaches `c`"]],
    ["c reaches a", ["`p` does not hold: nothing leads from `c` to `a`"]],
    ["c never reaches a", []],
    ["a reaches c only through b", []],
    ["a reaches c", []],
  ])("%s", (claim, expected) => {
    expect(messages(`${line}property p { ${claim} }`, "property_violated")).toEqual(expected);
  });

  it("shows the way that goes past, and would claim less", () => {
    const [finding] = found(
      `${line}${channel("a", "c")}property p { a reaches c only through b }`,
      "property_violated",
    );
    expect(finding?.message).toBe("`p` does not hold: `a` reaches `c` without `b`, too");
    expect(finding?.why?.[1]).toBe("the way: a.answer ─a_c→ c.call");
    expect(finding?.fixes[0]?.edits[0]?.text).toBe(", a_c");
  });

  it("says how far it gets where nothing reaches", () => {
    const [finding] = found(`${line}${organization("d")}property p { a reaches d }`, "property_violated");
    expect(finding?.help?.[0]).toBe(
      "`a` reaches `b` and `c`, and none leads into `d`: what is missing lies between them",
    );
  });

  it("is expected where a scenario cannot show it: an `allow` silences it", () => {
    const result = check(
      `${line}property p { a never reaches c allow property_violated "shown on purpose" }`,
    );
    expect(result.diagnostics.map((each) => each.check)).not.toContain("property_violated");
    expect(result.silenced.map(({ reason }) => reason)).toContain("shown on purpose");
  });
});
