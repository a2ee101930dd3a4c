/*
 * What other languages have taught people to write: one report, with an edit that says what is meant, and a tree in
 * which nothing else is lost.
 */
import { describe, expect, it } from "vitest";
import { applyCertainFixes, check } from "../../src/index.ts";

const model = `import politics, law, economy from "canon"
extend politics { operation bill(limit: number) }
extend law {
  sensitive to enacted(limit: number)
  operation judgment
  program legislation conditional on enacted {
    when limit > 3 -> lawful { emit judgment }
    otherwise -> unlawful
  }
}
extend economy {
  sensitive to cost(amount: number)
  operation purchase(price: number)
  expectation price: number in 0..1000 = 60
  program investment conditional on cost {
    when amount > 20 -> non_payment { price := price * 90% }
    otherwise -> payment { emit purchase(price: price) }
  }
}
coupling constitution between politics and law {
  politics.bill -> law.enacted(limit: limit) when limit > 0
}
coupling contract between law and economy {
  law.judgment -> economy.cost(amount: 30) when true
}
scenario reform {
  politics emits bill(limit: 5)
  run
  expect economy resonates
  expect economy.purchase never occurs
}
`;

/** The model with one stretch written otherwise: what is said of it, and what its certain edits make of it. */
function written(from: string, to: string) {
  expect(model, `${from} stands in the model once`).toContain(from);
  const result = check(model.replace(from, to));
  const errors = result.diagnostics.filter(({ severity }) => severity === "error");
  const { texts } = applyCertainFixes(errors, result.sources);
  return { said: errors.map(({ message }) => message), mended: texts.get("model.sys"), errors };
}

it("finds nothing in the model as it is", () => {
  expect(check(model).diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
});

describe.each([
  ["a decimal comma", "= 60", "= 60,5", "= 60.5"],
  ["a decimal comma among arguments", "amount: 30", "amount: 30,5", "amount: 30.5"],
  ["grouped digits", "amount: 30", "amount: 1,000,000", "amount: 1_000_000"],
  ["`if`", "when limit > 3", "if limit > 3", "when limit > 3"],
  ["`else`", "otherwise -> unlawful", "else -> unlawful", "otherwise -> unlawful"],
  ["`else if`", "when limit > 3", "else if limit > 3", "when limit > 3"],
  ["`then`", "> 3 -> lawful", "> 3 then lawful", "> 3 -> lawful"],
  ["a word of German", "otherwise -> unlawful", "sonst -> unlawful", "otherwise -> unlawful"],
  ["a word of Chinese", "when limit > 3", "如果 limit > 3", "when limit > 3"],
  ["the type of another language", "amount: number)", "amount: int)", "amount: number)"],
  ["a range without its type", "number in 0..1000", "0..1000", "number in 0..1000"],
  ["a value in quotation marks", "-> lawful {", '-> "lawful" {', "-> lawful {"],
  [
    "the name of an operation in quotation marks",
    "operation judgment",
    'operation "judgment"',
    "operation judgment",
  ],
  ["an effect without braces", "{ emit judgment }", "emit judgment", "{ emit judgment }"],
  [
    "an assignment without braces",
    "{ price := price * 90% }",
    "price := price * 90%",
    "{ price := price * 90% }",
  ],
  ["the operation before `emits`", "politics emits bill(", "politics.bill emits(", "politics emits bill("],
  ["`emit` in a scenario", "politics emits bill(", "emit politics.bill(", "politics emits bill("],
  ["an operation called like a method", "politics emits bill(", "politics.bill(", "politics emits bill("],
  ["`does not occur`", "never occurs", "does not occur", "never occurs"],
  ["`does not resonate`", "economy resonates", "economy does not resonate", "economy stays indifferent"],
  ["a word before a channel", "  law.judgment ->", "  channel law.judgment ->", "  law.judgment ->"],
  [
    "a channel that points the other way",
    "politics.bill -> law.enacted(",
    "law.enacted <- politics.bill(",
    "politics.bill -> law.enacted(",
  ],
])("%s", (_, from, to, meant) => {
  it("is said once, and mended to what is meant", () => {
    const { said, mended } = written(from, to);
    expect(said).toHaveLength(1);
    expect(mended).toBe(model.replace(from, meant));
  });
});

it("takes both halves of `if … then` for what is meant, each said at its place", () => {
  const { said } = written("when limit > 3 -> lawful", "if limit > 3 then lawful");
  expect(said).toEqual(["`if` is not known here, `when` is", "`then` is not known here, `->` is"]);
});

it("proposes the names of arguments that have none, and says nothing else of them", () => {
  const { said, mended, errors } = written("bill(limit: 5)", "bill(5)");
  expect(said).toEqual(["`bill` is given its arguments without their names"]);
  expect(mended).toBeUndefined();
  expect(errors[0]?.help).toEqual(["it is declared as `bill(limit: number)`"]);
  expect(errors[0]?.fixes[0]?.title).toBe("name the arguments: `limit`");
});

it("proposes to turn a channel round that begins with what the other side is sensitive to", () => {
  const { said, errors } = written("politics.bill -> law.enacted", "law.enacted -> politics.bill");
  expect(said).toEqual(["`enacted` is a sensitivity of `law`, where an operation is wanted"]);
  expect(errors[0]?.fixes[0]?.title).toBe("turn it round: `politics.bill -> law.enacted`");
});

it("does not guess whether `1,500` is one and a half", () => {
  const { said, mended } = written("amount: 30", "amount: 1,500");
  expect(said).toEqual(["`1,500` has commas where a number has `_`"]);
  expect(mended).toBeUndefined();
});

it("takes two values of a list for two values", () => {
  const list = `experiment e of reform { vary economy.price over (0,5, 1) measure price = economy.price }`;
  expect(check(model + list).diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
});

it("says that there is no such type, and nothing of what has it", () => {
  const { said } = written("amount: number)", "amount: text)");
  expect(said).toEqual(["`text` is no type"]);
});

it("says nothing of what two operands without a sign come to", () => {
  const { said } = written("when amount > 20", "when amount price");
  expect(said).toEqual(["expected a sign between `amount` and `price` in a clause"]);
});

it("asks of what kind a system is", () => {
  const { said } = written("extend law {", "system court {");
  expect(said[0]).toBe("it is not said what kind of system this is");
});
