import { describe, expect, it } from "vitest";
import { applyEdits } from "../../src/diagnostics/edits.ts";
import { renderText } from "../../src/diagnostics/show/text.ts";
import { check } from "../../src/index.ts";

const name = "uncoupled_perturbation";

/** The systems and couplings of the price cap, without its scenarios. */
const city = `import politics, law, economy from "canon"

extend politics {
  operation decree(cap: number)
  operation bill(limit: number)
}

extend law {
  sensitive to enacted(limit: number)
  operation judgment(cost: number)
  program legislation conditional on enacted {
    when limit < 100 -> lawful { emit judgment(cost: 100 - limit) }
    otherwise -> unlawful
  }
}

extend economy {
  sensitive to credit_cost(amount: number)
  operation purchase(price: number)
  program investment conditional on credit_cost {
    when amount > 20 -> non_payment
    otherwise -> payment { emit purchase(price: amount) }
  }
}
`;

const constitution = `
coupling constitution between politics and law {
  politics.bill -> law.enacted(limit: limit) when limit >= 0
}
`;

const contract = `
coupling contract between law and economy {
  law.judgment -> economy.credit_cost(amount: cost) when cost > 0
}
`;

const decree = `
scenario decree {
  perturb economy from politics with decree(cap: 50)
  run
}
`;

const models = new Map([
  ["a way round", city + constitution + contract + decree],
  ["no way at all", city + decree],
  [
    "a coupling without a channel for the operation",
    `${city}
coupling taxes between politics and economy {
  politics.bill -> economy.credit_cost(amount: limit) when limit > 3
}
${decree}`,
  ],
  [
    "a coupling that runs the other way",
    `${city}
extend politics {
  sensitive to revenue(amount: number)
}

coupling taxes between economy and politics {
  economy.purchase -> politics.revenue(amount: price) when price > 1
}
${decree}`,
  ],
  [
    "a coupling without any channel",
    `${city}
coupling taxes between politics and economy {
}
${decree}`,
  ],
  [
    "an event of an environment",
    `import health from "canon"

environment city {
  event outbreak(cases: number)
}

extend health {
  sensitive to notification(cases: number)
  program diagnosis conditional on notification {
    when cases > 10 -> ill
    otherwise -> healthy
  }
}

scenario epidemic {
  perturb health from city with outbreak(cases: 30)
  run
}
`,
  ],
  [
    "an environment as target",
    `environment room {
  temperature: number "°C" = 15
}

machine stove {
  code cold / warm
  operation heat(degrees: number)
}

scenario winter {
  perturb room from stove with heat(degrees: 3)
  run
}
`,
  ],
  [
    "two environments",
    `environment river {
  event flood(height: number)
}

environment city {
  damage: number = 0
}

machine gauge {
  code high / low
  sensitive to level(height: number)
  program measure conditional on level {
    when height > 3 -> high
    otherwise -> low
  }
}

coupling pole between river and gauge {
  river.flood -> gauge.level(height: height)
}

scenario spring {
  perturb city from river with flood(height: 4)
  run
}
`,
  ],
  [
    "a system and itself",
    `${city}
scenario echo {
  perturb law from law with judgment(cost: 4)
  run
}
`,
  ],
  [
    "German names for systems of the canon",
    `import politics, law from "canon"

function system Politik like politics {
  operation Gesetz(Grenze: number)
}

function system Recht like law {
  sensitive to Vorlage(Grenze: number)
  program Prüfung conditional on Vorlage {
    when Grenze > 10 -> lawful
    otherwise -> unlawful
  }
}

scenario Versuch {
  perturb Recht from Politik with Gesetz(Grenze: 20)
  run
}
`,
  ],
  [
    "the canon under another name",
    `import "canon" as canon
import law as 法律 from "canon"

extend canon.politics {
  operation 法案(上限: number)
}

extend 法律 {
  sensitive to 立法(上限: number)
  program 审查 conditional on 立法 {
    when 上限 > 10 -> lawful
    otherwise -> unlawful
  }
}

scenario 试验 {
  perturb 法律 from canon.politics with 法案(上限: 20)
  run
}
`,
  ],
  [
    "a detour of the same operation",
    `${city}
coupling constitution between politics and law {
  politics.decree -> law.enacted(limit: cap) when cap >= 0
}
${contract}${decree}`,
  ],
  [
    "many ways",
    `${city}${constitution}${contract}
extend law {
  operation injunction(cost: number)
  operation settlement(cost: number)
  program variety conditional on own judgment {
    when cost > 5 -> lawful { emit injunction(cost: cost) emit settlement(cost: cost) }
    otherwise -> unlawful
  }
}

coupling property between law and economy {
  law.judgment -> economy.credit_cost(amount: cost) when cost > 1
  law.injunction -> economy.credit_cost(amount: cost) when cost > 2
  law.settlement -> economy.credit_cost(amount: cost) when cost > 3
}
${decree}`,
  ],
  [
    "a target that is sensitive to nothing",
    `import politics, sport from "canon"

extend politics {
  operation boycott(years: number in 0..10 "years")
}

extend sport {
  operation match
}

scenario games {
  perturb sport from politics with boycott(years: 4)
  run
}
`,
  ],
  [
    "a person who says nothing",
    `organization firm {
  code decided / postponed
  sensitive to proposal(urgency: number)
  program agenda conditional on proposal {
    when urgency > 5 -> decided
    otherwise -> postponed
  }
}

psychic system anna {
  operation idea(urgency: number)
}

scenario meeting {
  perturb firm from anna with idea(urgency: 9)
  run
}
`,
  ],
]);

function findings(text: string) {
  return check(text).diagnostics.filter((diagnostic) => diagnostic.check === name);
}

function errorsOf(text: string): string[] {
  return check(text)
    .diagnostics.filter(({ severity }) => severity === "error")
    .map((diagnostic) => `${diagnostic.check}: ${diagnostic.message}`);
}

describe("what is said of", () => {
  for (const [title, text] of models) {
    it(title, async () => {
      const source = { name: "model.sys", text };
      const rendered = renderText(findings(text), () => source, { width: 100 });
      await expect(rendered).toMatchFileSnapshot(`messages/${name}/${title.replaceAll(" ", "_")}.txt`);
    });
  }
});

describe("the proposals for", () => {
  for (const [title, text] of models) {
    const fixes = title === "two environments" || title === "a system and itself" ? 0 : 1;
    it(title, () => {
      const [found] = findings(text);
      expect(errorsOf(text)).toEqual([`${name}: ${found?.message}`]);
      expect(found?.fixes.length).toBeGreaterThanOrEqual(fixes);
      for (const fix of found?.fixes ?? []) {
        expect(fix.certain).toBe(false);
        expect(errorsOf(applyEdits(text, fix.edits)), fix.title).toEqual([]);
      }
    });
  }
});

it("says at most three ways, the shortest first, and how many more there are", () => {
  const help = findings(models.get("many ways") ?? "")[0]?.help ?? [];
  const ways = help.filter((line) => line.includes("→"));
  expect(ways).toHaveLength(3);
  expect(ways[0]).toContain(
    "politics.bill ─constitution→ law.enacted → law.judgment ─contract→ economy.credit_cost",
  );
  expect(ways[2]).toMatch(/, and \d+ more$/);
});

it("is not found where a channel carries the operation", () => {
  const carried = `${city}
coupling taxes between politics and economy {
  politics.decree -> economy.credit_cost(amount: cap) when cap > 3
}
${decree}`;
  expect(findings(carried)).toEqual([]);
});

it("is not found where the scenario means to show it", () => {
  const shown = decree.replace("\n  run", "\n  expect violation uncoupled_perturbation\n  run");
  expect(errorsOf(city + constitution + contract + shown)).toEqual([]);
});

it("leaves an operation that is not the source's to the check for that", () => {
  const foreign = decree.replace("decree(cap: 50)", "judgment(cost: 3)");
  expect(findings(city + constitution + contract + foreign)).toEqual([]);
});

it("is found wherever in a scenario the step stands", () => {
  const deep = decree.replace(
    "perturb economy from politics with decree(cap: 50)",
    "repeat 2 times { either { perturb economy from politics with decree(cap: 50) } or { run } }",
  );
  expect(findings(city + constitution + contract + deep)).toHaveLength(1);
});
