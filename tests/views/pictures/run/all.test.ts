/* What holds of every picture of a run. */
import { describe, expect, it } from "vitest";
import { NoTrace, run } from "../../../../src/index.ts";
import { traceCsv, seriesCsv } from "../../../../src/views/pictures/run/csv.ts";
import { drawLanes } from "../../../../src/views/pictures/run/lanes.ts";
import { sequenceMermaid } from "../../../../src/views/pictures/run/mermaid.ts";
import { drawSequence } from "../../../../src/views/pictures/run/sequence.ts";
import { drawSeries } from "../../../../src/views/pictures/run/series.ts";
import { readyExample, runText } from "../../../support/running.ts";
import { drawnRuns, misplaced, partsOf, runOf, textsOf } from "./pictures.ts";

const pictures = { sequence: drawSequence, lanes: drawLanes, series: drawSeries } as const;
const kinds = Object.keys(pictures) as readonly (keyof typeof pictures)[];

const nasty = String.raw`<script>alert(1)</script> ]]> %%{init: {"theme":"x"}}%% =cmd|'/C calc'!A0 "q" & <!-- שלום`;
const quotedNasty = nasty.replaceAll('"', '\\"');
const hostile = `
model hostile "${quotedNasty}" { step "${quotedNasty}" }
import economy from "canon"
environment town "${quotedNasty}" {
  end: number "${quotedNasty}" = 4
  mode: one of (constructor, valueOf) = constructor
  event happens(participant: number)
}
extend economy {
  sensitive to note(participant: number)
  operation constructor(participant: number)
  program toString conditional on note { when participant > 0 -> payment { emit constructor(participant: participant) } otherwise -> non_payment }
}
coupling __proto__ between town and economy {
  town.happens -> economy.note(participant: participant)
  economy.constructor -> town { end := end + participant }
}
scenario end "${quotedNasty}" {
  town emits happens(participant: 2)
  run
}
`;

const long = (name: string): string => `${name}_${"of_a_very_long_name".repeat(4)}`;
/** Many systems with long names, of which each irritates the next, and two regulations. */
const wide = `
import politics from "canon"
extend politics { operation ${long("bill")}(${long("share")}: number) }
environment ${long("town")} "${"A long label. ".repeat(20)}" { ${long("mood")}: number "${"unit ".repeat(20)}" = 123456.789 }
${Array.from(
  { length: 12 },
  (_, number) => `
organization ${long(`court${number}`)} {
  code ${long("granted")} / ${long("refused")}
  sensitive to ${long("suit")}(${long("share")}: number)
  operation ${long("order")}(${long("share")}: number)
  program ${long("rules")} conditional on ${long("suit")} {
    when ${long("share")} > 3 -> ${long("granted")} { emit ${long("order")}(${long("share")}: ${long("share")} + 1.23456) }
    otherwise -> ${long("refused")} { emit ${long("order")}(${long("share")}: ${long("share")} + 1.23456) }
  }
}
coupling ${long(`way${number}`)} between ${number === 0 ? "politics" : long(`court${number - 1}`)} and ${long(`court${number}`)} {
  ${number === 0 ? `politics.${long("bill")}` : `${long(`court${number - 1}`)}.${long("order")}`} -> ${long(`court${number}`)}.${long("suit")}(${long("share")}: ${long("share")})
}`,
).join("")}
coupling last between ${long("court11")} and ${long("town")} {
  ${long("court11")}.${long("order")} -> ${long("town")} { ${long("mood")} := ${long("mood")} * 1000 + ${long("share")} }
}
${["first", "second"]
  .map(
    (
      name,
    ) => `regulation ${long(name)} { by politics of ${long("town")} starts with politics.${long("bill")}(${long("share")}: 1)
  through ${Array.from({ length: 12 }, (_, number) => long(`way${number}`)).join(", ")}, last aim ${long("town")}.${long("mood")} > 5 }`,
  )
  .join("\n")}
scenario ${long("all")} { apply ${long("first")} run 3 steps apply ${long("second")} run }
`;

describe.each(kinds)("a picture of a run (%s)", (kind) => {
  const draw = pictures[kind];

  it.each(drawnRuns)(
    "of %s, %s is well-formed, and no text is cut or lies on another",
    (example, scenario) => {
      const result = runOf(example, scenario);
      for (const width of [undefined, 340, 480, 1600])
        expect(misplaced(partsOf(draw(result, { width })))).toEqual([]);
    },
  );

  it("says what it is to whoever cannot see it", () => {
    const parts = partsOf(draw(runOf("house_prices/house_prices.sys", "announced")));
    expect(parts[0]?.attributes.role).toBe("img");
    expect(parts[1]).toMatchObject({ name: "title" });
    expect(parts[1]?.text).toContain("Half a year after the bill the flats are dearer than without it");
    expect(parts[2]).toMatchObject({ name: "desc" });
    expect(parts[2]?.text).toContain("scenario announced, 10 steps, seed 1");
    expect(parts[2]?.text).toContain("curb is backfiring");
  });

  it("is the same, to the byte, each time", () => {
    const again = run(readyExample("house_prices/house_prices.sys"), { scenario: "announced" });
    expect(draw(again)).toBe(draw(runOf("house_prices/house_prices.sys", "announced")));
  });

  it("has the title that is asked for", () => {
    const svg = draw(runOf("thermostat/thermostat.sys", "cold_morning"), { title: nasty });
    expect(partsOf(svg)[1]?.text).toBe(nasty);
  });

  it("has no styles, addresses or handlers but ours, whatever the model says", () => {
    const svg = draw(runText(hostile));
    const parts = partsOf(svg);
    const style = partsOf(draw(runOf("thermostat/thermostat.sys", "cold_morning"))).find(
      ({ name }) => name === "style",
    );
    expect(parts.filter(({ name }) => name === "style")).toEqual([style]);
    for (const { attributes } of parts) {
      expect(Object.keys(attributes).filter((name) => /^on|href|^style$/i.test(name))).toEqual([]);
      expect(Object.values(attributes).filter((value) => /script|cmd/.test(value))).toEqual([]);
    }
    expect(textsOf(parts).join("")).toContain("<script>");
    expect(misplaced(parts)).toEqual([]);
  });

  it("has room for many with long names", () => {
    const result = runText(wide);
    for (const width of [undefined, 340, 480, 2000])
      expect(misplaced(partsOf(draw(result, { width })))).toEqual([]);
  });

  it("is drawn of a scenario in which nothing happens", () => {
    const result = runText('import economy from "canon"\nscenario empty { }');
    expect(misplaced(partsOf(draw(result)))).toEqual([]);
  });
});

it("nothing is drawn or told of a run without a trace", () => {
  const result = run(readyExample("thermostat/thermostat.sys"), { scenario: "cold_morning", traced: false });
  for (const view of [...Object.values(pictures), sequenceMermaid, traceCsv, seriesCsv])
    expect(() => view(result)).toThrow(NoTrace);
});
