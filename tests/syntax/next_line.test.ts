/* A mistake in one line hides none in the next: both are found at once. */
import { describe, expect, it } from "vitest";
import { check } from "../../src/index.ts";

const lines = `import politics, law, economy from "canon"
extend politics {
  operation bill(limit: number in 0..100)
  operation decree
}
extend law {
  sensitive to enacted(limit: number)
  sensitive to claim(sum: number in 0..10)
  operation judgment(cost: number)
  expectation standard: number = 80 normative
  program legislation conditional on enacted amends standard {
    when limit < 80 -> lawful { standard := limit emit judgment(cost: 20) }
    otherwise -> unlawful
  }
  program liability purpose on claim {
    choose pay -> lawful yields 3
    choose wait -> unlawful yields standard
  }
}
extend economy {
  sensitive to cost(amount: number)
}
population tenants of 1_000 {
  included in economy as consumer
  rent: number = 5
}
coupling constitution between politics and law {
  politics.bill -> law.enacted(limit: limit)
  politics.decree -> law.claim(sum: 3)
}
coupling contract between law and economy {
  law.judgment -> economy.cost(amount: cost)
}
scenario reform {
  given law.standard = 90
  change tenants.rent to 6
  perturb law from politics with bill(limit: 5)
  run 3 steps
  expect law designates lawful
  expect economy resonates to cost
  expect law.judgment occurs 2 times
}
`.split("\n");

/** The lines with two of them written otherwise, and the errors on each of the two. */
function errorsOn(first: number, written: string, next: number, slip: string): readonly number[] {
  const text = lines.map((line, index) => (index === first ? written : index === next ? slip : line));
  const begins = text.map((_, index) => text.slice(0, index).join("\n").length + 1);
  const lineOf = (offset: number): number => begins.findLastIndex((begin) => begin <= offset + 1);
  return check(text.join("\n"))
    .diagnostics.filter(({ severity }) => severity === "error")
    .map(({ place }) => lineOf(place.start));
}

const pairs: readonly (readonly [first: string, written: string, next: string, slip: string])[] = [
  // What a line begins with is missing.
  ["  operation bill(", "  bill(limit: number in 0..100)", "  operation decree", "  operatio decree"],
  [
    "  sensitive to enacted",
    "  to enacted(limit: number)",
    "  sensitive to claim",
    "  sensiti to claim(sum: number)",
  ],
  [
    "  program legislation",
    "  legislation conditional on enacted amends standard {",
    "    when limit < 80",
    "    when limi < 80 -> lawful",
  ],
  ["population tenants", "tenants of 1_000 {", "  included in economy", "  includ in economy as consumer"],
  [
    "coupling contract",
    "contract between law and economy {",
    "  law.judgment ->",
    "  law.judgment -> economy.cost(amount: cos)",
  ],
  [
    "  change tenants",
    "  tenants.rent to 6",
    "  perturb law",
    "  pertur law from politics with bill(limit: 5)",
  ],
  ["  perturb law", "  law from politics with bill(limit: 5)", "  run 3 steps", "  run 3 step of"],
  ["  run 3 steps", "  3 steps", "  expect law designates", "  expe law designates lawful"],
  [
    "  expect law designates",
    "  law designates lawful",
    "  expect economy",
    "  expe economy resonates to cost",
  ],
  [
    "  expect economy",
    "  economy resonates to cost",
    "  expect law.judgment",
    "  expect law.judgme occurs 2 times",
  ],
  // The name or the form is missing.
  [
    "  program legislation",
    "  program conditional on enacted amends standard {",
    "    when limit < 80",
    "    when limi < 80 -> lawful",
  ],
  [
    "  program legislation",
    "  program legislation on enacted amends standard {",
    "    when limit < 80",
    "    when limit < 80 -> lawf",
  ],
  [
    "  program liability",
    "  program liability on claim {",
    "    choose pay",
    "    choose pay -> lawful yields thre",
  ],
  [
    "population tenants",
    "population of 1_000 {",
    "  included in economy",
    "  included in econo as consumer { }",
  ],
  [
    "coupling contract",
    "coupling between law and economy {",
    "  law.judgment ->",
    "  law.judgment -> economy.cost(amount: cos)",
  ],
  ["scenario reform", "scenario {", "  given law.standard", "  given law.standar = 90"],
  // Something within the line is missing.
  [
    "    when limit < 80",
    "    when limit 80 -> lawful { emit judgment(cost: 20) }",
    "    otherwise",
    "    otherwise -> unlawf",
  ],
  [
    "    when limit < 80",
    "    when limit < 80 -> { emit judgment(cost: 20) }",
    "    otherwise",
    "    otherwise -> unlawf",
  ],
  [
    "    when limit < 80",
    "    when limit < 80 -> lawful { emit judgmentcost: 20) }",
    "    otherwise",
    "    otherwise -> unlawf",
  ],
  [
    "    when limit < 80",
    "    when limit < -> lawful { emit judgment(cost: 20) }",
    "    otherwise",
    "    otherwise -> unlawf",
  ],
  ["  run 3 steps", "  run 3 4 steps", "  expect law designates", "  expe law designates lawful"],
  [
    "  expect economy",
    "  expect economy resonates cost",
    "  expect law.judgment",
    "  expe law.judgment occurs 2 times",
  ],
];

describe("a mistake hides none in the next line", () => {
  it("of a model that has none by itself", () => {
    const { diagnostics } = check(lines.join("\n"));
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it.each(pairs)("%s → %s", (first, written, next, slip) => {
    const at = lines.findIndex((line) => line.startsWith(first));
    const behind = lines.findIndex((line) => line.startsWith(next));
    expect(behind).toBe(at + 1);
    const both = errorsOn(at, written, behind, slip);
    expect(both).toContain(at);
    expect(both).toContain(behind);
    expect(errorsOn(at, written, behind, lines[behind] ?? "")).toEqual([at]);
  });
});
