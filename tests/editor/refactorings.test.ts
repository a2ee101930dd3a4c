import { expect, test } from "vitest";
import { format } from "../../src/format/format.ts";
import { made } from "../../src/editor/refactorings/made.ts";
import { isRefused } from "../../src/editor/refactorings/refactoring.ts";
import { refactoringNamed } from "../../src/editor/refactorings/table.ts";
import { marked } from "./marked.ts";

/** The text after a refactoring, the titles of several that would do, or why it was refused. */
function refactored(models: string | Readonly<Record<string, string>>, name: string, ...words: string[]) {
  const { study, studies, restudy, offset, files } = marked(models);
  const at = offset < 0 ? undefined : { start: offset, end: offset };
  const offers = refactoringNamed(name)?.find({ study, studies, restudy, at, words }) ?? [];
  if (isRefused(offers)) return offers.reason;
  const [offer, another] = offers;
  if (offer === undefined) return "nothing";
  if (another !== undefined) return offers.map(({ title }) => title);
  const result = made(offer, study, { studies, restudy });
  if ("reason" in result) return result.reason;
  return result.texts.get(study.entry) ?? files.get(study.entry);
}

const city = `import politics, law, economy from "canon"

extend politics {
  operation decree(cap: number)
  operation bill(limit: number)
}

extend law {
  sensitive to enacted(limit: number)
  operation judgment(cost: number)
  expectation lending_limit: number = 100
  program legislation conditional on enacted {
    when limit < lending_limit -> lawful { lending_limit := limit emit judgment(cost: 100 - limit) }
  }
}

extend economy {
  sensitive to credit_cost(amount: number)
  expectation price: number = 60
  program investment conditional on credit_cost {
    when amount > 20 -> non_payment { price := price * 90% }
    otherwise -> payment
  }
}

coupling constitution between politics and law {
  politics.bill -> law.enacted(limit: limit) when limit >= 0
}

coupling contract between law and economy {
  law.judgment -> economy.credit_cost(amount: cost) when cost > 0
}

scenario decree {
  perturb economy from politics with decree(cap: 50)
  run
}
`;

test("the model of these tests is in its canonical layout, so that what comes of it must be", () => {
  expect(format({ name: "", text: city })).toEqual({ kind: "formatted", text: city });
});

test("two systems are coupled by the institution that the canon knows, with a channel for the operation", () => {
  expect(refactored(city, "couple", "politics.decree", "economy")).toBe(
    city.replace(
      "\nscenario decree",
      `
coupling taxes between politics and economy {
  // it carries when there is a taxable event, and the statute is in force
  politics.decree -> economy.credit_cost(amount: cap) when cap > 0
}

scenario decree`,
    ),
  );
});

test("a system that has no fitting sensitivity gets one, with the parameters handed on by name", () => {
  expect(refactored(city, "couple", "politics.decree", "economy", "new")).toContain(
    "politics.decree -> economy.tax_cost(cap: cap) when cap > 0",
  );
  expect(refactored(city, "couple", "politics.decree", "economy", "new")).toContain(
    "  sensitive to credit_cost(amount: number)\n  sensitive to tax_cost(cap: number)\n",
  );
});

test("a coupling that there is gets the channel, and what stands behind the last one stays there", () => {
  const text = city.replace("when limit >= 0", "when limit >= 0 // in force");
  expect(refactored(text, "couple", "politics.decree", "law")).toBe(
    text.replace("// in force\n", "// in force\n  politics.decree -> law.enacted(limit: cap) when cap > 0\n"),
  );
});

test("at a perturbation both ways are offered, and a violation that was expected is so no more", () => {
  const shown = city.replace("cap: 50)", "cap: 50)‸\n  expect violation uncoupled_perturbation");
  expect(refactored(shown, "couple")).toEqual([
    "Let `politics.decree` irritate `economy.credit_cost`",
    expect.stringMatching(/^Make `economy` sensitive to `\w+`, and let `politics.decree` irritate it$/),
  ]);
  const after = refactored(shown.replace("‸", ""), "couple", "politics.decree", "economy");
  expect(after).toContain("cap: 50)\n  run");
});

test("a coupling that would make a property wrong is refused", () => {
  const text = `${city}\nproperty rule_of_law { politics reaches economy only through law }\n`;
  expect(refactored(text, "couple", "politics.decree", "economy")).toMatch(/`rule_of_law` does not hold/);
});

test.each([
  [["politics.decre", "economy"], /no `decre` among the operations of `politics`/],
  [["politics.decree"], /not said whom/],
  [["politics.decree", "economie"], /no `economie`/],
  [["politics.bill", "law"], /`constitution` carries `politics.bill` to `law` already/],
  [["politics.bill", "politics"], /not coupled with itself/],
  [["decree", "law"], /`decree` is no part of anything/],
])("coupling %j is refused with the reason", (words, reason) => {
  expect(refactored(city, "couple", ...words)).toMatch(reason);
});

test("a sensitivity stands beside the others, and an operation that is used has the parameters it is used with", () => {
  expect(refactored(city, "add-sensitivity", "law.petition(urgent: boolean)")).toBe(
    city.replace("  operation judgment", "  sensitive to petition(urgent: boolean)\n  operation judgment"),
  );
  const used = city.replace("decree(cap: 50)\n  run", "order(cap: 50)\n  run");
  expect(refactored(used, "add-operation", "politics.order")).toMatch(/no/);
  const emitted = city.replace("  perturb economy from politics with decree", "  politics emits order");
  const declared = emitted.replace(
    "  operation bill(limit: number)\n",
    "  operation bill(limit: number)\n  operation order(cap: number)\n",
  );
  expect(refactored(emitted, "add-operation", "politics.order")).toBe(declared);
  expect(refactored(emitted.replace("emits order", "emits ord‸er"), "add-operation")).toBe(declared);
});

test("a system of which nothing is written yet is extended", () => {
  const text = city.replace("law, economy from", "law, economy, science from");
  expect(refactored(text, "add-operation", "science.finding")).toBe(
    text.replace("\nscenario", "\nextend science {\n  operation finding\n}\n\nscenario"),
  );
});

test.each([
  ["add-operation", "politics.bill", /is there already/],
  ["add-operation", "politics.two words", /is no name/],
  ["add-sensitivity", "economy.x(a number)", /would make an error/],
  ["add-sensitivity", "nobody.x", /no `nobody`/],
])("%s %s is refused with the reason", (name, word, reason) => {
  expect(refactored(city, name, word)).toMatch(reason);
});

test("a program is added on a sensitivity that none decides on", () => {
  const text = city.replace(
    "(amount: number)\n",
    "(amount: number)\n  sensitive to ru‸mour(share: number)\n",
  );
  expect(refactored(text, "add-program")).toBe(
    text
      .replace("‸", "")
      .replace(
        "    otherwise -> payment\n  }\n",
        "    otherwise -> payment\n  }\n  program on_rumour conditional on rumour {\n    when share > 0 -> payment\n    otherwise -> non_payment\n  }\n",
      ),
  );
  expect(refactored(city, "add-program", "law.enacted")).toMatch(
    /`legislation` decides on `law.enacted` already/,
  );
});

test("a program that leaves cases open says what applies otherwise", () => {
  const open = "emit judgment(cost: 100 - limit) }\n";
  expect(refactored(city, "add-otherwise", "law.legislation", "unlawful")).toBe(
    city.replace(open, `${open}    otherwise -> unlawful\n`),
  );
  expect(refactored(city.replace("program leg‸islation", ""), "add-otherwise", "law.legislation")).toEqual([
    "Add `otherwise -> unlawful` to `law.legislation`",
    "Add `otherwise -> undecided` to `law.legislation`",
  ]);
  expect(refactored(city, "add-otherwise", "law.legislation", "lawfull")).toMatch(
    /no `lawfull` among the values/,
  );
  expect(refactored(city, "add-otherwise", "economy.investment")).toMatch(/leaves no case open/);
});

test("a second code is marked as secondary", () => {
  const text = city.replace("extend economy {", "extend economy {\n  code having / not_having");
  const wanted = text.replace("  code having", "  secondary code having");
  expect(refactored(text, "mark-secondary", "economy")).toBe(wanted);
  expect(refactored(text.replace("code hav", "code ha‸v"), "mark-secondary")).toBe(wanted);
  expect(refactored(city, "mark-secondary", "law")).toMatch(/has no second code/);
});

test("`steer` becomes a regulation through the couplings there are, which the scenario applies", () => {
  const steered = city.replace(
    / {2}perturb.*\n/,
    "  steer economy.price to 50 by pol‸itics\n  expect violation direct_steering\n",
  );
  expect(refactored(steered, "regulate")).toBe(
    city.replace(/ {2}perturb.*\n/, "  apply price_rules\n").replace(
      "\nscenario",
      `
regulation price_rules {
  by politics
  of economy
  starts with politics.bill(limit: 1)
  through constitution, contract
  aim economy.price = 50
}

scenario`,
    ),
  );
});

test("where no way leads there, what is missing is offered, or said", () => {
  const steered = (step: string) => city.replace(/ {2}perturb.*\n/, `  ${step}‸\n`);
  expect(refactored(steered("steer law.lending_limit to 3 by economy"), "regulate")).toBe(
    "no way leads from `economy` to `law`, and `economy` has no operation that could begin one",
  );
  const backwards = steered("steer politics.mood to 3 by law").replace("operation decree", "expectation mood: number = 1\n  operation decree"); // prettier-ignore
  expect(refactored(backwards, "regulate")).toContain("law.judgment -> politics.");
  expect(refactored(steered("steer law.lending_limit to 3 by law"), "regulate")).toBe(
    "`law` changes `law.lending_limit` by its own programs alone",
  );
});

const fees = city
  .replace("(amount: number)\n", "(amount: number)\n  sensitive to fee(amount: number)\n")
  .replace(
    "when cost > 0\n",
    `when cost > 0
  /// What a judgment costs besides.
  law.judgment -> economy.fee(amount: max(0, (cost - 20) * 150%)) when cost > 10 // in euros
`,
  )
  .replace("  run\n", "  close contract\n  run\n");

test("a channel gets a coupling of its own, and whatever closes the old one closes both", () => {
  expect(refactored(fees, "extract", "law.judgment", "economy.fee", "court_fees")).toBe(
    city
      .replace("(amount: number)\n", "(amount: number)\n  sensitive to fee(amount: number)\n")
      .replace(
        "\nscenario",
        `
coupling court_fees between law and economy {
  /// What a judgment costs besides.
  law.judgment -> economy.fee(amount: max(0, (cost - 20) * 150%)) when cost > 10 // in euros
}

scenario`,
      )
      .replace("  run\n", "  close contract\n  close court_fees\n  run\n"),
  );
});

test("a regulation that goes through the channel alone goes through the new coupling, and a property names both", () => {
  const text = `${fees}
regulation rules {
  by politics
  of economy
  starts with politics.bill(limit: 70)
  through constitution, contract
  aim economy.price < 55
}

property by_contract { law reaches economy only through contract }
`;
  const first = refactored(text, "extract", "law.judgment", "economy.credit_cost", "loans");
  expect(first).toMatch(/coupling loans between law and economy \{\n.*\n\}\n\ncoupling contract/);
  expect(first).toContain("through constitution, contract\n");
  expect(first).toContain("only through contract, loans }");
});

test.each([
  ["it stands alone", city, ["law.judgment", "economy.credit_cost"], /has this channel alone/],
  [
    "chance is in play",
    fees.replace("when cost > 10", "with chance 50%"),
    ["law.judgment", "economy.fee"],
    /chance would come out otherwise/,
  ],
  ["the name is taken", fees, ["law.judgment", "economy.fee", "decree"], /something called `decree` already/],
  ["there is none", fees, ["law.judgment", "economy.fe"], /there is no `law.judgment -> economy.fe`/],
  [
    "it stands between others that lead to the same end",
    fees.replace(
      "// in euros\n",
      "// in euros\n  law.judgment -> economy.credit_cost(amount: cost) when cost > 90\n",
    ),
    ["law.judgment", "economy.fee"],
    /which comes first there would change/,
  ],
])("a channel is not extracted where %s", (_, text, words, reason) => {
  expect(refactored(text, "extract", ...words)).toMatch(reason);
});

test("a channel is not extracted where another file names its coupling", () => {
  const other = 'import contract from "./model"\nscenario shut { close contract }\n';
  const models = { "model.sys": `${fees}‸`, "other.sys": other };
  expect(refactored(models, "extract", "law.judgment", "economy.fee")).toMatch(
    /`other.sys` names `contract`/,
  );
});

test.each([
  [["economy.price", "cost"], "economy.price", "economy.cost"],
  [["contract", "treaty"], "coupling contract", "coupling treaty"],
  [["law.judgment.cost", "sum"], "judgment(cost: number)", "judgment(sum: number)"],
  [["decree", "order"], "scenario decree", "scenario order"],
])("%j is renamed by its name", (words, before, after) => {
  const text = city.replace("  run\n", "  run\n  expect economy.price > 50\n");
  expect(text).toContain(before);
  const result = refactored(text, "rename", ...words);
  expect(result).toContain(after);
  expect(result).not.toContain(before);
});

test.each([
  [["economy.prise", "cost"], /no `prise` in `economy`/],
  [["economy.price", "3x"], /no name/],
  [["economy", "law"], /./],
  [["law.judgment", "judgment"], /is called `judgment` already/],
])("renaming %j is refused with the reason", (words, reason) => {
  expect(refactored(city, "rename", ...words)).toMatch(reason);
});

test("what a check proposes is made by its name and number, and what is meant is silenced with its reason", () => {
  const text = city.replace("-> payment\n", "-> paymnt\n");
  expect(refactored(text, "mend", "value_outside_code")).toBe(city);
  expect(refactored(text, "mend", "value_outside_cod")).toMatch(/no `value_outside_cod`/);
  expect(refactored(city, "silence", "decision_gap", 'a "gap"')).toContain(
    'program legislation conditional on enacted {\n    allow decision_gap "a \\"gap\\""\n',
  );
  expect(refactored(city, "silence", "decision_gap")).toMatch(/not said why/);
});

test("a text in another layout is laid out where it changes, and nowhere else", () => {
  const loose = city.replace("extend politics {", "extend   politics   {").replaceAll("->", " ->");
  const after = refactored(loose, "add-otherwise", "law.legislation", "lawful");
  expect(after).toBe(loose.replace("100 - limit) }\n", "100 - limit) }\n    otherwise -> lawful\n"));
});
