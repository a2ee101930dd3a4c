import { describe, expect, it } from "vitest";
import { applyEdits } from "../../src/diagnostics/edits.ts";
import { check } from "../../src/index.ts";
import { afterFix, checksIn, findingsOf, onlyFinding } from "../support/found.ts";

/** Politics, law and the economy, with the way of a bill through law. */
const city = `import politics, law, economy from "canon"
extend politics {
  sensitive to revenue(amount: number)
  operation decree(cap: number)
  operation bill(limit: number)
  program budget conditional on revenue { when amount > 5 -> government otherwise -> opposition }
}
extend law {
  sensitive to enacted(limit: number)
  operation judgment(cost: number)
  expectation lending_limit: number = 100 normative
  program legislation conditional on enacted amends lending_limit {
    when limit < lending_limit -> lawful { lending_limit := limit emit judgment(cost: 100 - limit) }
    otherwise -> unlawful
  }
}
extend economy {
  sensitive to credit_cost(amount: number)
  operation purchase(price: number)
  expectation price: number = 60
  program investment conditional on credit_cost {
    when amount > 20 -> non_payment { price := price * 90% }
    otherwise -> payment { emit purchase(price: price) }
  }
}
coupling constitution between politics and law {
  politics.bill -> law.enacted(limit: limit) when limit >= 0
}
coupling contract between law and economy {
  law.judgment -> economy.credit_cost(amount: cost) when cost > 0
}
coupling taxes between economy and politics {
  economy.purchase -> politics.revenue(amount: price) when price > 0
}
`;

interface Parts {
  readonly by?: string;
  readonly of?: string;
  readonly start?: string;
  readonly through?: string;
  readonly aim?: string;
}

function regulation(parts: Parts = {}): string {
  const { by, of, start, through, aim } = {
    by: "politics",
    of: "economy",
    start: "politics.bill(limit: 70)",
    through: "constitution, contract",
    aim: "economy.price <= 55",
    ...parts,
  };
  return `regulation credit_rules { by ${by} of ${of} starts with ${start} through ${through} aim ${aim} }\n`;
}

function found(text: string, name: string) {
  return check(text).diagnostics.filter((diagnostic) => diagnostic.check === name);
}

function messages(text: string, name: string): readonly string[] {
  return found(text, name).map((diagnostic) => diagnostic.message);
}

describe("no_route", () => {
  it("follows a route through all its couplings", () => {
    expect(messages(city + regulation(), "no_route")).toEqual([]);
  });

  it.each<[string, Parts, string]>([
    [
      "a first coupling that does not carry the start",
      { start: "politics.decree(cap: 5)" },
      "the route of `credit_rules` does not begin: `constitution` does not carry `politics.decree`",
    ],
    [
      "a coupling that is not one of the system the route has come to",
      { through: "contract, constitution" },
      "the route of `credit_rules` is at `politics`, which `contract` does not couple",
    ],
    [
      "a coupling without a channel in that direction",
      { through: "taxes" },
      "the route of `credit_rules` breaks at `taxes`, which carries nothing out of `politics`",
    ],
    [
      "couplings that end elsewhere",
      { through: "constitution" },
      "the route of `credit_rules` ends at `law`, not at `economy`",
    ],
  ])("says where it breaks: %s", (_, parts, message) => {
    expect(messages(city + regulation(parts), "no_route")).toEqual([message]);
  });

  it("says what a regulation leaves out", () => {
    const text = `${city}regulation credit_rules { by politics of economy aim economy.price <= 55 }\n`;
    expect(messages(text, "no_route")).toEqual([
      "`credit_rules` does not say with which operation it begins (`starts with`) and through which couplings it goes (`through`)",
    ]);
  });

  it("says nothing of a route with a coupling that is unknown", () => {
    expect(messages(city + regulation({ through: "constitution, contrakt" }), "no_route")).toEqual([]);
  });

  it("says nothing where the start leads within its own system to what the first coupling carries", () => {
    const tabled = city.replace(
      /operation bill/,
      "operation proposal(limit: number)\n  program procedure conditional on own proposal { otherwise -> government { emit bill(limit: limit) } }\n  operation bill",
    );
    const start = "politics.proposal(limit: 70)";
    expect(check(tabled + regulation({ start })).diagnostics.map(({ check: name }) => name)).not.toContain(
      "no_route",
    );
    expect(
      messages(
        city.replace("operation bill", "operation proposal(limit: number) operation bill") +
          regulation({ start }),
        "no_route",
      ),
    ).toHaveLength(1);
  });

  it("offers another operation where the start leads nowhere", () => {
    const [finding] = found(city + regulation({ start: "politics.decree(cap: 5)" }), "no_route");
    expect(finding?.help?.[0]).toBe(
      "`politics.decree` does not lead to `economy` at all; begin with another operation: politics.bill ─constitution→ law.enacted → law.judgment ─contract→ economy.credit_cost",
    );
  });
});

describe("direct_steering", () => {
  const steered = `${city}scenario decree { steer economy.price to 50 by politics run expect economy.price = 50 }`;

  it("proposes a regulation along the way that the model has", () => {
    const [finding] = found(steered, "direct_steering");
    const edits = finding?.fixes[0]?.edits ?? [];
    const mended = applyEdits(steered, edits);
    expect(mended).toContain("starts with politics.bill(limit: 1)\n  through constitution, contract");
    expect(mended).toContain("scenario decree { apply price_rules run expect");
    expect(check(mended).diagnostics.map((diagnostic) => diagnostic.check)).not.toContain("no_route");
  });

  it("says by which program the system sets the expectation itself", () => {
    expect(found(steered, "direct_steering")[0]?.help?.[0]).toBe(
      "`economy.price` is set by `investment` (on `credit_cost`) of `economy`",
    );
  });

  it("finds a regulation through direct, and proposes its couplings", () => {
    const text = city + regulation({ through: "direct" });
    const [finding] = found(text, "direct_steering");
    expect(finding?.message).toBe("`politics` cannot move `economy` without any coupling");
    expect(applyEdits(text, finding?.fixes[0]?.edits ?? [])).toBe(city + regulation());
  });

  it("finds a change of what a system expects, and would assume it where it comes first", () => {
    const text = `${city}scenario dear { change economy.price to 90 run expect economy stays indifferent }`;
    const [finding] = found(text, "direct_steering");
    expect(finding?.message).toBe("nobody can set what `economy` expects from outside");
    expect(applyEdits(text, finding?.fixes[0]?.edits ?? [])).toContain("given economy.price = 90 run");
  });

  it("names the institutions of the canon where no way leads there", () => {
    const text = `import politics, economy from "canon"
extend politics { operation decree }
extend economy { expectation price: number = 60 }
scenario decree { steer economy.price to 50 by politics }`;
    const help = found(text, "direct_steering")[0]?.help ?? [];
    expect(help.some((line) => line.startsWith("`politics` and `economy` are coupled by"))).toBe(true);
  });

  it("takes a system that sets its own expectation for steering, too", () => {
    const text = `${city}scenario own { steer economy.price to 50 by economy }`;
    expect(messages(text, "direct_steering")).toEqual([
      "`economy` changes what it expects by its own programs alone",
    ]);
  });
});

describe("regulation_not_applied", () => {
  const withScenario = (block: string): readonly string[] =>
    messages(`${city}${regulation()}scenario s ${block}`, "regulation_not_applied");
  const never = "`s` does not apply `credit_rules`, so there is no verdict on it";

  it.each([
    ["nowhere", "{ run expect credit_rules is effective }", [never]],
    [
      "only afterwards",
      "{ run expect credit_rules is effective apply credit_rules run }",
      ["`credit_rules` has not been applied yet, so there is no verdict on it"],
    ],
    [
      "only in another branch",
      "{ either { apply credit_rules run } or { run expect credit_rules is effective } }",
      ["`credit_rules` has not been applied yet, so there is no verdict on it"],
    ],
    [
      "in one of the branches before",
      "{ either { apply credit_rules } or { run } run expect credit_rules is effective }",
      [],
    ],
    [
      "in the round before",
      "{ repeat 2 times { run expect credit_rules is effective apply credit_rules } }",
      [],
    ],
  ])("applied %s", (_, block, expected) => {
    expect(withScenario(block)).toEqual(expected);
  });

  it("counts what the scenario that this one is like has applied", () => {
    const text = `${city}${regulation()}scenario first { apply credit_rules run expect credit_rules is effective }
scenario second like first { run expect credit_rules is effective }`;
    expect(messages(text, "regulation_not_applied")).toEqual([]);
  });

  it("is all that is said of a verdict that comes too early, and moves it after the `run`", () => {
    const block = "{\n  expect credit_rules is effective\n  apply credit_rules\n  run 3 steps\n}";
    const text = `${city}${regulation()}scenario s ${block}\n`;
    const found = onlyFinding("regulation_not_applied", text);
    expect(checksIn(text)).not.toContain("expect_before_run");
    expect(found.help).toEqual(["write it after `apply credit_rules` and a `run`"]);
    const [fix, ...others] = found.fixes;
    expect(others).toEqual([]);
    expect(fix?.title).toBe("write it after `run 3 steps`");
    const mended = fix === undefined ? "" : afterFix(text, fix);
    expect(mended).toContain("{\n  apply credit_rules\n  run 3 steps\n  expect credit_rules is effective\n}");
    expect(findingsOf("regulation_not_applied", mended)).toEqual([]);
  });

  it("looks at the measures of an experiment", () => {
    const text = `${city}${regulation()}scenario s { run expect economy stays indifferent }
experiment e of s { measure works = credit_rules is effective }`;
    expect(messages(text, "regulation_not_applied")).toEqual([never]);
  });

  it("does not take time beyond measure on repetitions in repetitions", () => {
    const nested = "repeat 2 times { ".repeat(60) + "run" + " }".repeat(60);
    expect(withScenario(`{ ${nested} expect credit_rules is effective }`)).toEqual([never]);
  });
});

describe("missing_self_regulation and no_way_back", () => {
  it("finds the system that hears and does nothing, and says nothing of the way back", () => {
    const silent = city.replace(" emit judgment(cost: 100 - limit)", "");
    expect(messages(silent + regulation(), "missing_self_regulation")).toEqual([
      "on its way through `law`, `credit_rules` has nothing that goes on to `economy`",
    ]);
  });

  it("counts as an answer what an expectation lets another program do", () => {
    const indirect = city
      .replace(" emit judgment(cost: 100 - limit)", "")
      .replace("operation judgment", "sensitive to suit(limit: number)\n  operation judgment")
      .replace(
        "  program legislation",
        "  program courts conditional on suit { when limit > lending_limit -> unlawful { emit judgment(cost: 1) } otherwise -> lawful }\n  program legislation",
      );
    expect(messages(indirect + regulation(), "missing_self_regulation")).toEqual([]);
  });

  it("finds that nothing comes back, and where it ceases to", () => {
    const oneWay = city.replace(/coupling taxes[\s\S]*$/u, "");
    const [finding] = found(oneWay + regulation(), "no_way_back");
    expect(finding?.message).toBe("`politics` can never learn what `credit_rules` does to `economy`");
    expect(finding?.related?.[0]?.message).toBe("leads from `politics` to `law`, and nothing leads back");
    expect(messages(city + regulation(), "no_way_back")).toEqual([]);
  });
});

describe("unlimited_expansion", () => {
  const laboratory = (member: string, more = ""): string => `
environment pool { edited: number = 0 }
organization laboratory {
  operation experiment(embryos: number)
  operation paper(embryos: number)
  code done / dropped
  ${member}
  ${more}
}
coupling clinic between laboratory and pool { laboratory.experiment -> pool { edited := edited + embryos } }`;
  const itself =
    "program curiosity conditional on own experiment { when embryos > 0 -> done { emit experiment(embryos: 2) } otherwise -> dropped }";
  const another = `program writing conditional on own experiment { otherwise -> done { emit paper(embryos: embryos) } }
  program reading conditional on own paper { when embryos > 1 -> done { emit experiment(embryos: embryos) } otherwise -> dropped }`;
  const message = "`laboratory.experiment` feeds on itself, reaches `pool` and has no limit";

  it("finds an operation that brings about the next, at once or by way of another", () => {
    expect(messages(laboratory(itself), "unlimited_expansion")).toEqual([message]);
    expect(messages(laboratory(another), "unlimited_expansion")).toEqual([message]);
  });

  it("is content with a limit on any operation of the circle", () => {
    const limit = "limit ethics blocks paper when embryos > 10";
    expect(messages(laboratory(another, limit), "unlimited_expansion")).toEqual([]);
  });

  it("leaves alone what reaches no environment", () => {
    const text = laboratory(itself).replace(/coupling clinic[\s\S]*$/u, "");
    expect(messages(text, "unlimited_expansion")).toEqual([]);
  });

  const used = (condition: string, effect: string, otherwise = "") =>
    laboratory(
      `sensitive to idea(size: number) expectation funds: number = 10 expectation open: boolean = true
  program start conditional on idea {
    when size > 0 and ${condition} -> done { emit experiment(embryos: 1) }
    otherwise -> dropped ${otherwise}
  }
  program paying conditional on own experiment { otherwise -> done { ${effect} } }`,
    );

  it.each([
    ["funds > 0", "funds := funds - 1"],
    ["funds >= 1 and open", "funds := funds - 1 open := false"],
    ["not (20 < funds)", "funds := funds + 2"],
    ["(open or funds > 3)", "funds := min(funds, 3)"],
  ])("takes no expectation for growth that can only brake: when %s, { %s }", (condition, effect) => {
    expect(messages(used(condition, effect), "unlimited_expansion")).toEqual([]);
  });

  it.each([
    ["funds > 0", "funds := funds + 1", ""],
    ["funds > 0", "funds := 10 - funds", ""],
    ["funds = 5", "funds := funds - 1", ""],
    ["funds > 0", "funds := funds - 1", "{ emit experiment(embryos: 2) }"],
  ])("takes it for growth where it can let more happen: when %s, { %s }, otherwise %s", (...parts) => {
    expect(messages(used(...parts), "unlimited_expansion")).toEqual([message]);
  });

  it("proposes a limit that the model accepts", () => {
    const text = laboratory(itself);
    const [finding] = found(text, "unlimited_expansion");
    const mended = applyEdits(text, finding?.fixes[0]?.edits ?? []);
    expect(mended).toContain(
      "limit restraint constitutional blocks experiment when embryos > permitted_embryos",
    );
    expect(check(mended).diagnostics.filter((diagnostic) => diagnostic.severity === "error")).toEqual([]);
    expect(messages(mended, "unlimited_expansion")).toEqual([]);
  });
});
