/* Advice on small models, one for each kind of change, and on models in which nothing helps or is needed. */
import { describe, expect, it } from "vitest";
import { check, memoryHost, prepare, run } from "../../../src/index.ts";
import { advise, NoAdvice, UnknownRegulation } from "../../../src/runs/advice/advise.ts";
import type { Proposal } from "../../../src/runs/advice/advice.ts";
import { UnknownScenario } from "../../../src/runs/prepared.ts";
import { renderAdviceJson } from "../../../src/views/advice/advice_json.ts";
import { exampleFiles } from "../../support/examples.ts";
import { adviceValidator } from "../../support/json-schema.ts";

/** A state that legislates, and a market that answers to what law makes of it. Each test takes something away. */
interface Parts {
  readonly channel?: string;
  readonly limit?: string;
  readonly clause?: string;
  readonly contract?: string;
  readonly aim?: string;
  readonly rest?: string;
}

function model({
  channel = "politics.bill -> law.enacted(limit: limit) when limit >= 0",
  limit = "",
  clause = "when limit < lending_limit -> lawful { lending_limit := limit emit judgment(cost: 100 - limit) }",
  contract = "law.judgment -> economy.credit_cost(amount: cost) when cost > 0",
  aim = "economy.price <= 55",
  rest = "scenario reform {\n  apply credit_rules\n  run\n}",
}: Parts = {}): string {
  return `import politics, law, economy from "canon"

extend politics {
  operation bill(limit: number)
}

extend law {
  sensitive to enacted(limit: number)
  operation judgment(cost: number)
  expectation lending_limit: number = 100 normative
  ${limit}
  program legislation conditional on enacted amends lending_limit {
    ${clause}
    otherwise -> unlawful
  }
}

extend economy {
  sensitive to credit_cost(amount: number)
  operation purchase
  expectation price: number in 0..1000 = 60
  program investment conditional on credit_cost {
    when amount > 20 -> non_payment { price := price * 90% }
    otherwise -> payment
  }
}

coupling constitution between politics and law {
  ${channel}
}

coupling contract between law and economy {
  ${contract}
}

regulation credit_rules {
  by politics
  of economy
  starts with politics.bill(limit: 70)
  through constitution, contract
  aim ${aim}
}

${rest}
`;
}

const checked = (text: string) => check({ name: "model.sys", text });
const adviceOn = (text: string, options = {}) =>
  advise(checked(text), "credit_rules", { points: 5, ...options });

/** Writes a proposal into the file, and looks at what becomes of the regulation in the changed model. */
function pasted({ texts }: Proposal, scenario = "reform"): string | undefined {
  const prepared = prepare(checked(texts.get("model.sys") ?? ""));
  expect(prepared.errors).toEqual([]);
  return run(prepared, { scenario }).verdicts[0]?.verdict;
}

describe("a channel that the canon knows and the model lacks", () => {
  const advice = adviceOn(
    model({ contract: "law.annulment -> economy.credit_cost(amount: 0) when void" }).replace(
      "operation judgment(cost: number)",
      "operation judgment(cost: number)\n  operation annulment(void: boolean)",
    ),
  );

  it("is proposed in the coupling that there is, with what the canon says of it", () => {
    const [first] = advice.proposals;
    expect(first?.changes[0]?.facts).toMatchObject({
      kind: "channel",
      operation: "law.judgment",
      sensitivity: "economy.credit_cost",
      coupling: "contract",
      isNew: false,
      institution: { name: "contract", operationNamed: true, sensitivityNamed: false },
    });
    expect(first?.edits.map(({ text }) => text)).toEqual([
      "\n  law.judgment -> economy.credit_cost(amount: cost) when cost > 0",
    ]);
  });

  it("makes the regulation effective when it is written into the file, as every proposal does", () => {
    expect(advice.proposals.length).toBeGreaterThan(0);
    expect(advice.proposals.map((proposal) => pasted(proposal))).toEqual(
      advice.proposals.map(() => "effective"),
    );
  });

  it("has its side effect told: the market is irritated, which it was not", () => {
    expect(advice.proposals[0]?.sideEffects.irritated).toEqual([
      { system: "economy", before: 0, after: 1, newly: ["credit_cost"] },
    ]);
  });
});

describe("a condition that never opens", () => {
  it("of a channel is given another number, or taken out", () => {
    const advice = adviceOn(
      model({ contract: "law.judgment -> economy.credit_cost(amount: cost) when cost > 40" }),
    );
    const changes = advice.proposals.map(({ changes: [change] }) => change?.facts);
    expect(changes[0]).toMatchObject({
      kind: "condition",
      of: { what: "channel", coupling: "contract", from: "law.judgment", to: "economy.credit_cost" },
      condition: "cost > 40",
      read: [{ name: "cost", value: "30" }],
      values: [{ name: undefined, from: "40", to: "27" }],
    });
    expect(
      changes.some((facts) => facts !== undefined && "removed" in facts && facts.removed === "condition"),
    ).toBe(true);
    expect(advice.proposals.map((proposal) => pasted(proposal))).toEqual(
      advice.proposals.map(() => "effective"),
    );
  });

  it("of a clause is opened by another initial value of what it reads", () => {
    const advice = adviceOn(model().replace("number = 100 normative", "number = 50 normative"));
    expect(advice.proposals.map(({ changes: [change] }) => change?.facts)).toContainEqual(
      expect.objectContaining({
        kind: "condition",
        condition: "limit < lending_limit",
        values: [{ name: "law.lending_limit", from: "50", to: "77", normative: true }],
      }),
    );
    expect(advice.proposals.map((proposal) => pasted(proposal))).toEqual(
      advice.proposals.map(() => "effective"),
    );
  });
});

describe("a limit that blocks", () => {
  it("is given another number, or taken out", () => {
    const advice = adviceOn(
      model({ limit: "limit restraint constitutional blocks judgment when cost > 10" }),
    );
    const changes = advice.proposals.map(({ changes: [change] }) => change?.facts);
    expect(changes[0]).toMatchObject({
      kind: "limit",
      of: { what: "limit", name: "law.restraint", blocks: "law.judgment", constitutional: true },
      values: [{ name: undefined, from: "10", to: "33" }],
    });
    expect(changes).toContainEqual(expect.objectContaining({ kind: "limit", removed: "limit" }));
    expect(advice.proposals.map((proposal) => pasted(proposal))).toEqual(
      advice.proposals.map(() => "effective"),
    );
  });
});

describe("a program clause that does not carry on", () => {
  it("is made to emit what leads on", () => {
    const advice = adviceOn(
      model({ clause: "when limit < lending_limit -> lawful { lending_limit := limit }" }),
    );
    expect(advice.proposals[0]?.changes[0]?.facts).toMatchObject({
      kind: "clause",
      program: "law.legislation",
      value: "lawful",
      emits: "law.judgment(cost: limit)",
      isNew: "emission",
    });
    expect(advice.proposals.map((proposal) => pasted(proposal))).toEqual(
      advice.proposals.map(() => "effective"),
    );
  });

  it("is added where no program decides at all", () => {
    const text = model().replace(/ {2}program legislation[^]*?\n {2}\}\n/u, "");
    const advice = adviceOn(text);
    expect(advice.proposals[0]?.changes.map(({ facts }) => facts.kind)).toContain("clause");
    expect(advice.proposals.map((proposal) => pasted(proposal))).toEqual(
      advice.proposals.map(() => "effective"),
    );
  });
});

describe("several changes together", () => {
  it("are found where no single one is enough, and none holds a smaller one that is", () => {
    const advice = adviceOn(
      model({
        limit: "limit restraint blocks judgment when cost > 10",
        contract: "law.judgment -> economy.credit_cost(amount: cost) when cost > 40",
      }),
    );
    expect(advice.proposals.length).toBeGreaterThan(0);
    expect(advice.proposals[0]?.changes.map(({ facts }) => facts.kind)).toEqual(["limit", "condition"]);
    expect(advice.proposals.map((proposal) => pasted(proposal))).toEqual(
      advice.proposals.map(() => "effective"),
    );
    for (const { size } of advice.proposals) expect(size).toBeGreaterThanOrEqual(2);
  });
});

it("says that nothing that was tried helps, and that all was tried that is known", () => {
  const advice = adviceOn(model({ aim: "economy.price <= 1" }));
  expect(advice).toMatchObject({ isReached: false, proposals: [], searched: { complete: true } });
  expect(advice.searched.tried).toBeGreaterThan(0);
});

it("says that the aim is reached, and searches nothing", () => {
  expect(adviceOn(model())).toMatchObject({ isReached: true, proposals: [], searched: { tried: 0 } });
});

it("says that the aim is reached without the regulation, too", () => {
  const advice = adviceOn(model({ aim: "economy.price <= 60" }));
  expect(advice).toMatchObject({
    isReached: false,
    isReachedWithout: true,
    proposals: [],
    searched: { tried: 0 },
  });
});

it("adds a scenario for the search where none applies the regulation, and leaves it out of what is proposed", () => {
  const advice = adviceOn(
    model({ contract: "law.judgment -> economy.credit_cost(amount: cost) when cost > 40", rest: "" }),
  );
  expect(advice.question).toMatchObject({ isAdded: true, verdict: "indifferent" });
  expect(advice.proposals.length).toBeGreaterThan(0);
  for (const { texts } of advice.proposals) expect(texts.get("model.sys")).not.toContain("scenario");
});

it("proposes nothing with which the check finds an error, and says by which check", () => {
  const decreed = model({
    channel: "law.judgment -> politics.told when cost > 0",
    rest: "scenario reform {\n  apply credit_rules\n  run\n}\nproperty apart { politics never reaches economy }",
  })
    .replace("operation bill(limit: number)", "operation bill(limit: number)\n  sensitive to told")
    .replace(
      "through constitution, contract",
      'through direct\n  allow direct_steering "nobody has found a way yet"',
    );
  const advice = adviceOn(decreed);
  expect(advice.proposals).toEqual([]);
  expect([...advice.searched.refused.keys()]).toEqual(["property_violated"]);
});

it("finds on the example of a decree the way through law, and not through taxes first, untold", () => {
  const text = exampleFiles.get("house_prices/decree.sys") ?? "";
  const advice = advise(checked(text), "price_decree", { points: 5 });
  const [first] = advice.proposals;
  expect(advice.question).toMatchObject({ scenario: "decreed", verdict: "indifferent" });
  expect(first?.way).toBe(
    "politics.decree ─constitution→ law.enacted → law.judgment ─contract→ economy.credit_cost",
  );
  expect(first?.changes.map(({ facts }) => facts.kind)).toEqual(["channel", "channel", "route"]);
  expect(advice.proposals.map((proposal) => pasted(proposal, "decreed"))).toEqual(
    advice.proposals.map(() => "effective"),
  );
  const ways = advice.proposals.map(({ way }) =>
    [...(way ?? "").matchAll(/─(\w+)→/gu)].map((match) => match[1]),
  );
  expect(ways).toEqual([
    ["constitution", "contract"],
    ["public_opinion", "court_reporting", "contract"],
    ["taxes"],
    ["public_opinion", "advertising"],
  ]);
  expect(first?.texts.get("model.sys")).toContain("through constitution, contract\n");
  expect(first?.texts.get("model.sys")).not.toContain("allow direct_steering");
});

it("finds the same ways where no name is one that the canon gives: the shorter ones come first then", () => {
  const text = (exampleFiles.get("house_prices/decree.sys") ?? "")
    .replaceAll("enacted", "vernommen")
    .replaceAll("judgment", "spruch")
    .replaceAll("report", "meldung");
  const advice = advise(checked(text), "price_decree", { points: 3 });
  const ways = advice.proposals.map(({ way }) =>
    [...(way ?? "").matchAll(/─(\w+)→/gu)].map((match) => match[1]),
  );
  expect(ways[0]).toEqual(["taxes"]);
  // Which of the institutions between law and the economy it is, nothing says any more.
  expect(ways).toContainEqual(["constitution", "property"]);
});

it("writes a channel into the file in which its coupling stands, in the names of that file", () => {
  const base = model({ rest: "" })
    .replace(/regulation credit_rules[^]*?\n\}\n/u, "")
    .replace("import politics, law,", "import politics as staat, law as recht,")
    .replaceAll(/\bpolitics(?= |\.bill)/gu, (name, at: number) => (at < 30 ? name : "staat"))
    .replaceAll(/\blaw(?= |\.)/gu, (name, at: number) => (at < 50 ? name : "recht"))
    .replace(
      "operation bill(limit: number)",
      "operation bill(limit: number)\n  operation decree(cap: number)",
    );
  const entry = `import "base"
import politics, economy from "canon"
regulation credit_rules {
  by politics
  of economy
  starts with politics.decree(cap: 50)
  through direct
  aim economy.price <= 55
}
scenario reform {
  apply credit_rules
  run
}
`;
  const host = memoryHost(new Map([["base.sys", base]]));
  const read = check({ name: "model.sys", text: entry }, { host });
  const [first] = advise(read, "credit_rules", { points: 3 }).proposals;
  expect(first?.texts.get("base.sys")).toContain(
    "\n  staat.decree -> recht.enacted(limit: cap) when cap > 0\n",
  );
  const files = memoryHost(new Map([["base.sys", first?.texts.get("base.sys") ?? ""]]));
  const changed = prepare(
    check({ name: "model.sys", text: first?.texts.get("model.sys") ?? "" }, { host: files }),
  );
  expect(changed.errors).toEqual([]);
  expect(run(changed, { scenario: "reform" }).verdicts[0]?.verdict).toBe("effective");
});

it("finds in the long model of house prices that law may look at why two people part, as its own scenario has it", () => {
  const house = check(
    { name: "model.sys", text: exampleFiles.get("house_prices/house_prices.sys") ?? "" },
    {
      host: memoryHost(
        new Map([["house_prices.bib", exampleFiles.get("house_prices/house_prices.bib") ?? ""]]),
      ),
    },
  );
  const advice = advise(house, "curb", { scenario: "evaded", most: 20, points: 3 });
  const values = advice.proposals.flatMap(({ changes }) =>
    changes.flatMap(({ facts }) => ("values" in facts ? facts.values : [])),
  );
  expect(values).toContainEqual({ name: "law.consent_suffices", from: "true", to: "false", normative: true });
});

it("is written down as the schema says, of models of every kind", () => {
  const valid = adviceValidator();
  const texts = [
    model(),
    model({ aim: "economy.price <= 60" }),
    model({ aim: "economy.price <= 1" }),
    model({ contract: "law.judgment -> economy.credit_cost(amount: cost) when cost > 40", rest: "" }),
    model({ limit: "limit restraint constitutional blocks judgment when cost > 10" }),
    exampleFiles.get("house_prices/decree.sys") ?? "",
  ];
  for (const text of texts) {
    const read = checked(text);
    const [regulation] = read.model.regulations;
    const advice = advise(read, regulation?.name ?? "", { points: 3, most: 30 });
    const json: unknown = JSON.parse(renderAdviceJson(advice, (file) => read.sources.get(file)));
    expect(valid(json)).toEqual([]);
  }
});

it("gives the same advice each time", () => {
  const text = model({ contract: "law.judgment -> economy.credit_cost(amount: cost) when cost > 40" });
  expect(JSON.stringify(adviceOn(text))).toBe(JSON.stringify(adviceOn(text)));
});

it("looks at no more changed models than it may", () => {
  const advice = adviceOn(model({ aim: "economy.price <= 1" }), { most: 2 });
  expect(advice.searched).toMatchObject({ tried: 2, complete: false });
});

it("refuses what it cannot answer", () => {
  expect(() => advise(checked(model()), "credit_rule")).toThrow(UnknownRegulation);
  expect(() => adviceOn(model(), { scenario: "none" })).toThrow(UnknownScenario);
  expect(() => adviceOn(model({ rest: "scenario other { run }" }), { scenario: "other" })).toThrow(NoAdvice);
  expect(() => adviceOn(model({ channel: "politics.bil -> law.enacted(limit: limit)" }))).toThrow(NoAdvice);
});
