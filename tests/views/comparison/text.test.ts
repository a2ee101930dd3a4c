import { describe, expect, it } from "vitest";
import { displayWidth } from "../../../src/diagnostics/width.ts";
import { compared, market } from "../../runs/comparison/comparing.ts";
import { harmful } from "../../support/hostile.ts";
import { governance, shown, under } from "./showing.ts";

describe("the old and the new governance", () => {
  const text = shown(governance());

  it("are told apart in one page, what came of the same events first", () => {
    const rows = text.split("\n");
    expect(rows.length).toBeLessThan(85);
    const titles = rows.filter((row, index) => index > 0 && /^\S/u.test(row));
    expect(titles).toEqual([
      "the same scenarios, other ends",
      "ways from system to system",
      "the shortest run that is possible in one alone",
      "couplings",
      "scenarios of one alone, and their verdicts",
      "systems",
      "regulations, scenarios, properties and experiments",
    ]);
    expect(rows[5]).toBe("  ~ only in words: label of the model; doc comment of the model");
  });

  it("are summed up in what the one can irritate and the other cannot", () => {
    expect(text).toContain(
      "  + only in governance: economy can irritate politics and law; what economy and law do can come back to them\n",
    );
  });

  it("have in one model's place of a coupling the other's, with where the literature describes it", () => {
    expect(under(text, "couplings").slice(0, 3)).toEqual([
      "  ~ between law and politics",
      "    - instructions: politics.order -> law.instruction",
      "    + constitution (Luhmann 1993, ch. 10): politics.bill -> law.enacted, law.invalidity -> politics.annulment",
    ]);
  });

  it("part where politics hears of the committee, and the command that is said plays it", () => {
    const told = under(text, "the shortest run that is possible in one alone");
    expect(told).toContain("  - then, in step 2: politics designates government");
    expect(told).toContain("    residents_committee.report ─filing→ disorder(strangeness: 6)");
    expect(told).toContain("    the same again: niklas run old.sys old_way --seed 1");
    expect(told).toContain("  + then nothing else; next, in step 3: residents.deviation(appeal: 6, harm: 5)");
    expect(told.at(-1)).toContain("of other runs nothing is said");
  });

  it("are told the other way round with the signs changed", () => {
    const { first, second, ...rest } = governance();
    expect(first.model.name).toBe("old_governance");
    expect(second.model.name).toBe("governance");
    expect(rest.verdict).toBe("different");
  });
});

describe("two models as text", () => {
  it("say that they are the same", () => {
    expect(shown(compared(market(), market()))).toBe(
      "old.sys → new.sys\n  nothing is otherwise: the models say the same\n",
    );
  });

  it("say that nothing but words is otherwise, and which", () => {
    const other = market().replace("model market", `model market "A market"`);
    expect(shown(compared(market(), other))).toBe(
      [
        "old.sys → new.sys",
        "  only words are otherwise: labels, comments and the like; the models are the same",
        "",
        "only words",
        "  ~ label of the model",
        "",
      ].join("\n"),
    );
  });

  it("tell with `all` what only one has, word by word", () => {
    const other = `${market()}\nproperty cheap { always economy.price < 100 }`;
    expect(
      under(
        shown(compared(market(), other), { all: true }),
        "regulations, scenarios, properties and experiments",
      ),
    ).toEqual(["  + property cheap: claim always economy.price < 100"]);
  });

  it("say how an experiment that both have is carried out in both", () => {
    const dear = (measure: string, strictness = "50"): string =>
      `${market({ strictness })}experiment dear of lively { runs 5 measure ${measure} = economy.price }`;
    const told = (one: string, other: string, named = { first: "the old.sys", second: "new.sys" }) =>
      under(shown(compared(one, other), { files: named }), "experiments of both");
    expect(told(dear("last"), dear("last", "30"))).toEqual([
      "  dear, in both on the same random numbers: niklas experiment new.sys dear --against 'the old.sys'",
    ]);
    expect(told(dear("last"), dear("price"))).toEqual(["  ~ dear: only the second measures price"]);
    expect(told(dear("last"), dear("last"))).toEqual([]);
    // What comes from standard input is gone.
    expect(told(dear("last"), dear("last", "30"), { first: "-", second: "new.sys" })).toEqual([]);
  });

  it("say how far runs were looked at that go on for longer", () => {
    const long = (limit: number): string => `model bath
environment bath { temperature: number in 0.. = 0 }
machine heater {
  function "f"
  code cold / warm
  sensitive to reading(degrees: number)
  operation heat
  program watch conditional on reading { when degrees < ${limit} -> cold { emit heat } otherwise -> warm }
}
coupling thermometer between bath and heater { bath.temperature -> heater.reading(degrees: temperature) }
coupling pipe between heater and bath { heater.heat -> bath { temperature := temperature + 1 } }
scenario evening { change bath.temperature to 1 run 3000 steps }
`;
    const text = shown(compared(long(1400), long(1300)));
    const told = under(text, "the shortest run that was found in one alone");
    expect(told[0]).toBe("  in their first 1,000 moments none was found");
    expect(told[1]).toContain("1 run of old.sys (1 looked at for 1,000 moments)");
    expect(shown(compared(long(300), long(200)))).toContain("then, in step");
    expect(shown(compared(long(1400), long(1400)))).toBe(
      "old.sys → new.sys\n  nothing is otherwise: the models say the same\n",
    );
  });

  it("keep to a width, and to ASCII", () => {
    const text = shown(governance(), { width: 60, ascii: true });
    expect(text).toMatch(/^[\n\x20-\x7E]*$/u);
    const wide = text.split("\n").filter((row) => displayWidth(row) > 60);
    // What cannot be broken stands alone in its row.
    for (const row of wide) expect(row.trim()).toMatch(/^\S*( \S*)?$/u);
  });

  it("line up values under names of any width", () => {
    const names = (text: string): string =>
      text
        .replaceAll("economy.price", "economy.价格")
        .replaceAll("price", "价格")
        .replaceAll("strictness", "严");
    const text = shown(compared(names(market()), names(market({ strictness: "30" }))));
    const rows = under(text, "the same scenarios, other ends").filter((row) => row.includes("→"));
    const columns = rows.map((row) => displayWidth(row.slice(0, row.indexOf(" →"))));
    expect(rows.length).toBeGreaterThan(2);
    expect(new Set(columns).size).toBe(1);
  });

  it("hold nothing that a terminal obeys", () => {
    const label = `"x\\u{1b}[2J\\u{202e}\\u{7}"`;
    const other = market().replace("scenario lively", `scenario lively ${label}`).replace("= 60", "= 70");
    const text = shown(compared(market(), other), { all: true });
    expect(text).toContain("x");
    // What runs from right to left is kept apart by signs of ours.
    expect(harmful(text.replace(/[\u2068\u2069]/gu, ""))).toEqual([]);
  });
});
