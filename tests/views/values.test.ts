import { describe, expect, it } from "vitest";
import { run } from "../../src/index.ts";
import { traceLines } from "../../src/runs/trace_lines.ts";
import { ready } from "../support/running.ts";
import { answerOf, storyOf } from "../support/told.ts";

const market = `
import economy from "canon"
environment town "A town" {
  share "of those who rent": number in 0..100% = 4%
  growth: number = 50%
  heat: number "°C" = 15
  area: number "1000 m²" = 3
}
extend economy {
  sensitive to rent(share: number in 0..100%, growth: number)
  operation sale(part: number in 0..100%, growth: number)
  expectation price: number = 7
  program market conditional on rent {
    when share > 1% and growth > 0 -> payment { price := price + share emit sale(part: 2 * share, growth: growth) }
  }
}
coupling tenancy between town and economy {
  town.share -> economy.rent(share: share, growth: growth) when share > 5%
  economy.sale -> town { share := part heat := heat + 5 area := area + 1 }
}
regulation relief { by economy of town starts with economy.sale(part: 10%, growth: 1) through tenancy aim town.share >= 30% }
scenario rising {
  apply relief
  run 3 steps
  expect town.share = 20%
}
`;
const story = storyOf(market);

describe("what is declared in percent", () => {
  it("is shown as the language writes it: arguments, readings, changes, aims and messages", () => {
    expect(story).toContain("sale(part: 10%, growth: 1)");
    expect(story).toContain("share 10% → 20%");
    expect(story).toContain("since share > 1% and growth > 0 (share = 10%, growth = 0.5)");
    expect(story).toContain("not reached, 10% off (town.share = 20%)");
    expect(story).toContain("not reached, 26% off (town.share = 4%)");
    const wrong = storyOf(market.replace("town.share = 20%", "town.share = 80%"));
    expect(wrong).toContain("here `town.share = 20%`");
  });

  it("is shown so where a condition stopped it, and where it was out of bounds", () => {
    const noise = storyOf(market.replace("when share > 5%", "when share > 50%"), undefined, { noise: true });
    expect(noise).toContain("condition not met, share > 50% (share = 4%)");
    const outside = storyOf(market.replace("apply relief", "economy emits sale(part: 70%, growth: 1)"));
    expect(outside).toMatch(/140%/u);
    expect(outside).toMatch(/100%/u);
  });

  it("by its first value alone, too; what is not is a number", () => {
    expect(answerOf(market, "rising", "town.growth")).toContain("town.growth is 50% in rising");
    expect(story).toContain("price 7 → 7.1");
  });

  it("stays a number in a trace", () => {
    const entries = [...traceLines(run(ready(market)))].slice(1, -1).join("");
    expect(entries).toContain('"name":"share","from":0.1,"to":0.2');
    expect(entries).not.toContain("%");
  });
});

describe("units", () => {
  it("are said where a value changes, once", () => {
    expect(story).toContain("heat 15 → 20 °C");
    expect(story).toContain("area 3 → 4 × 1000 m²");
    expect(answerOf(market, "rising", "town.heat")).toContain("town.heat is 25 °C at the end");
  });
});
