/* What is said of outcomes that cannot be read as they are written: the edit is made, and the model checked again. */
import { describe, expect, it } from "vitest";
import { afterFix, findings, fixesOf } from "../support/found.ts";

const model = (line: string): string => `import politics, law from "canon"
extend politics {
  sensitive to verdict(weight: number)
  operation bill(limit: number)
  expectation patience: number = 5 cognitive
  program budget conditional on verdict {
    when weight > patience -> government { emit bill(limit: 60) }
    otherwise -> opposition
  }
}
extend law {
  sensitive to enacted(limit: number)
  operation judgment(cost: number)
  program courts conditional on enacted {
    when limit < 80 -> lawful { emit judgment(cost: 9) }
    otherwise -> unlawful
  }
}
coupling constitution between politics and law {
  politics.bill -> law.enacted(limit: limit) when limit >= 0
  law.judgment -> politics.verdict(weight: cost) when cost > 0
}
regulation rules { by politics of law starts with politics.bill(limit: 70) through constitution aim count(law.judgment) > 0 }
scenario s {
  apply rules
  run 3 steps
  ${line}
}
`;

/** The message, and the line after the first edit, of the one error that there is. */
function said(line: string): readonly (string | undefined)[] {
  const text = model(line);
  const errors = findings(text).filter(({ severity }) => severity === "error");
  expect(errors).toHaveLength(1);
  const [fix] = errors[0]?.fixes ?? [];
  if (fix === undefined) return [errors[0]?.message];
  const mended = afterFix(text, fix);
  expect(findings(mended).filter(({ severity }) => severity === "error")).toEqual([]);
  const written = mended.slice(model("").indexOf("run 3 steps")).split("\n").slice(1, -2);
  return [errors[0]?.message, written.map((each) => each.trim()).join("; ")];
}

describe("what is expected of a regulation or a system in other words", () => {
  it.each([
    ["expect rules is successful", "`successful` is no verdict on a regulation", "expect rules is effective"],
    [
      "expect rules is indiferent",
      "`indiferent` is no verdict on a regulation",
      "expect rules is indifferent",
    ],
    ["expect rules is grand", "`grand` is no verdict on a regulation", undefined],
    [
      "expect politics is not opposition",
      "what a system designates is expected like this: `politics designates government`",
      "expect politics designates government",
    ],
    [
      "expect politics = opposition",
      "`politics` is a function system, where an expectation or a quantity is wanted",
      "expect politics designates opposition",
    ],
    [
      "expect rules = backfiring",
      "`rules` is a regulation, where an expectation or a quantity is wanted",
      "expect rules is backfiring",
    ],
    [
      "expect judgment occurs",
      "there is no operation, event or limit `judgment`",
      "expect law.judgment occurs",
    ],
    [
      "expect count(judgment) > 2",
      "there is no operation, event or limit `judgment`",
      "expect count(law.judgment) > 2",
    ],
    [
      "expect politics resonates to law",
      "`law` is a function system, where a sensitivity is wanted",
      "expect politics resonates to verdict",
    ],
  ])("%s", (line, message, meant) => {
    expect(said(line)).toEqual(meant === undefined ? [message] : [message, meant]);
  });
});

describe("conditions before what happens", () => {
  it.each([
    [
      "expect politics.patience > 3 and politics designates opposition",
      "`and` joins conditions, and `politics designates opposition` is none",
      "expect politics.patience > 3; expect politics designates opposition",
    ],
    [
      "expect not law resonates to enacted",
      "`not` stands before a condition, and what happens is none",
      "expect law stays indifferent to enacted",
    ],
    [
      "expect not law.judgment occurs",
      "`not` stands before a condition, and what happens is none",
      "expect law.judgment never occurs",
    ],
    [
      "expect not politics designates opposition",
      "`not` stands before a condition, and what happens is none",
      "expect politics designates government",
    ],
    ["expect not rules is effective", "`not` stands before a condition, and what happens is none", undefined],
  ])("%s", (line, message, meant) => {
    expect(said(line)).toEqual(meant === undefined ? [message] : [message, meant]);
  });

  it("leave the scenario one that expects something", () => {
    const found = findings(model("expect not law resonates")).map(({ check }) => check);
    expect(found).not.toContain("nothing_expected");
  });
});

describe("an aim in words", () => {
  it("is told what an aim is, with something of what is regulated", () => {
    const text = model("")
      .replace("of law", "of politics")
      .replace("count(law.judgment) > 0", '"less of it"');
    const found = findings(text).find(({ check }) => check === "type_mismatch");
    expect(found?.help?.[1]).toContain("`aim politics.patience <= …`");
    expect(found === undefined ? [] : fixesOf(found)).toEqual([]);
  });
});
