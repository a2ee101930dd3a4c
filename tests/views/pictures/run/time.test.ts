/* Where the time of a picture lies, and what a picture says in which nothing goes on. */
import { describe, expect, it } from "vitest";
import { drawLanes, lanesOverTime } from "../../../../src/views/pictures/run/lanes.ts";
import { drawSeries, seriesOverTime } from "../../../../src/views/pictures/run/series.ts";
import type { TimedPicture } from "../../../../src/views/pictures/run/time_axis.ts";
import { runText } from "../../../support/running.ts";
import { drawnRuns, partsOf, runOf, textsOf, withClass } from "./pictures.ts";

/** Where a step begins, by the picture's own account. */
function beginsAt({ axes, steps }: TimedPicture, step: number, axis = 0): number {
  const { left = 0, right = 0 } = axes[axis] ?? {};
  return left + (step / (steps + 1)) * (right - left);
}

describe.each([
  ["lanes", lanesOverTime, drawLanes],
  ["series", seriesOverTime, drawSeries],
] as const)("the time of %s", (_, timed, draw) => {
  it.each(drawnRuns)("lies within the picture of %s, %s, which is the same", (example, scenario) => {
    const result = runOf(example, scenario);
    for (const width of [340, 960]) {
      const picture = timed(result, { width });
      expect(picture.svg).toBe(draw(result, { width }));
      expect(picture.steps).toBe(result.steps);
      const [sheet] = partsOf(picture.svg);
      expect([Number(sheet?.attributes.width), Number(sheet?.attributes.height)]).toEqual([
        picture.width,
        picture.height,
      ]);
      for (const { left, right, top, bottom } of picture.axes) {
        expect(0 < left && left < right && right <= picture.width).toBe(true);
        expect(0 < top && top < bottom && bottom <= picture.height).toBe(true);
      }
    }
  });
});

describe("the steps of lanes", () => {
  it.each(drawnRuns)(
    "begin at the lines through %s, %s, and what is decided in one stands in it",
    (example, scenario) => {
      const result = runOf(example, scenario);
      const picture = lanesOverTime(result);
      const parts = partsOf(picture.svg);
      const lines = withClass(parts, "rule").map(({ attributes }) => Number(attributes.x1));
      const named = textsOf(parts)
        .filter((text) => /^\d+$/.test(text))
        .map(Number);
      expect(lines.length).toBe(named.length);
      lines.forEach((line, number) => expect(line).toBeCloseTo(beginsAt(picture, named[number] ?? NaN), 1));
      const decided = result
        .trace()
        .entries.flatMap((entry) => (entry.kind === "decision" ? [entry.step] : []));
      for (const { attributes } of withClass(parts, "band")) {
        const x = Number(attributes.x);
        expect(decided.some((step) => beginsAt(picture, step) <= x && x < beginsAt(picture, step + 1))).toBe(
          true,
        );
      }
    },
  );
});

describe("the steps of series", () => {
  it("are those at which the lines go up and down, in each panel", () => {
    const result = runOf("house_prices/house_prices.sys", "evaded");
    const picture = seriesOverTime(result);
    const starts = withClass(partsOf(picture.svg), "series").map(({ attributes }) => Number(/^M([\d.]+)/.exec(attributes.d ?? "")?.[1])); // prettier-ignore
    expect(picture.axes.length).toBeGreaterThan(1);
    picture.axes.forEach((axis) =>
      expect(starts.some((start) => Math.abs(start - axis.left) < 0.01)).toBe(true),
    );
    const steps = Array.from({ length: result.steps + 2 }, (_, step) => step);
    for (const { attributes } of withClass(partsOf(picture.svg), "series"))
      for (const [, x] of (attributes.d ?? "").matchAll(/H([\d.]+)/g))
        expect(
          picture.axes.some((_, axis) => steps.some((step) => Math.abs(beginsAt(picture, step, axis) - Number(x)) < 0.02)), // prettier-ignore
        ).toBe(true);
  });
});

describe("a picture in which nothing goes on", () => {
  const said = (svg: string): string => {
    const parts = partsOf(svg);
    return [...textsOf(parts), parts.find(({ name }) => name === "desc")?.text ?? ""].join(" ");
  };

  it("of lanes says so, and one in which something does says nothing of that", () => {
    const words = "no system designated anything in it";
    expect(said(drawLanes(runOf("house_prices/price_cap.sys", "decree")))).toContain(words);
    expect(lanesOverTime(runOf("house_prices/price_cap.sys", "decree")).axes).toEqual([]);
    const empty = drawLanes(runText('import economy from "canon"\nscenario empty { }'));
    expect(said(empty)).toContain(words);
    expect(said(empty)).toContain("No system designated anything, and nothing was irritated: scenario empty");
    expect(said(drawLanes(runOf("thermostat/thermostat.sys", "cold_morning")))).not.toContain(words);
  });

  it("of series says whether there is no number, or none that changes", () => {
    const none = said(drawSeries(runText('import economy from "canon"\nscenario empty { }')));
    expect(none.split("No quantity or expectation of this model is a number").length).toBe(3);
    const still = said(drawSeries(runOf("house_prices/price_cap.sys", "decree")));
    expect(still.split("No number changes in this run.").length).toBe(3);
    expect(still).toContain("Unchanged: law.lending_limit 100");
    const moved = said(drawSeries(runOf("house_prices/house_prices.sys", "evaded")));
    expect(moved).not.toMatch(/No number|No quantity/);
  });
});
