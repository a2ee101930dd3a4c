import { describe, expect, it } from "vitest";
import { storyOf } from "../support/told.ts";

/** In step 20 the town is alarmed, politics decides, and nothing more comes of it; all the while people talk. */
const alarm = (expected: string): string => `
import politics, mass_media, sport from "canon"
environment town {
  noise: number = 0 becomes mod(step * step, 7)
  alarm: number = 0
}
extend sport {
  operation match(crowd: number)
  expectation crowd: number = 0
  program season conditional on every step {
    when mod(step, 2) = 0 -> win { crowd := crowd + 1 emit match(crowd: crowd) }
    otherwise -> lose { crowd := crowd + 2 }
  }
}
extend politics {
  sensitive to danger(alarm: number)
  operation bill
  expectation worry: number = 0
  program crisis conditional on danger { otherwise -> government { worry := alarm emit bill } }
}
extend mass_media {
  sensitive to bill
  program news conditional on bill { otherwise -> information }
}
coupling survey between town and politics { town.alarm -> politics.danger(alarm: alarm) when alarm > 0 }
coupling public_opinion between politics and mass_media { politics.bill -> mass_media.bill() when true }
scenario years {
  run 20 steps
  change town.alarm to 3
  run 20 steps
  ${expected}
}
`;

const stepsTold = (story: string): number[] =>
  [...story.matchAll(/^ {2}step (\d+)$/gmu)].map((match) => Number(match[1]));
const leftOut = (story: string): number[] =>
  [...story.matchAll(/… (\d+) steps more/gu)].map((match) => Number(match[1]));

describe("a story that is shortened", () => {
  it.each([
    ["a value", "expect politics.worry = 3", [20, 21]],
    ["a resonance", "expect mass_media resonates", [20, 21, 22]],
    ["a decision", "expect mass_media designates information", [20, 21, 22]],
    ["an operation", "expect politics.bill occurs", [20, 21]],
  ])("tells the steps that led to %s that was expected", (_what, expected, steps) => {
    const story = storyOf(alarm(expected), undefined, { most: 20 });
    expect(stepsTold(story)).toEqual(expect.arrayContaining(steps));
    expect(leftOut(story)).toHaveLength(2);
  });

  it("tells the beginning and the end, and no more than it may, where nothing is expected", () => {
    const story = storyOf(alarm(""), undefined, { most: 20 });
    expect(stepsTold(story)).toContain(1);
    expect(stepsTold(story)).toContain(40);
    expect(stepsTold(story)).not.toContain(21);
    expect(leftOut(story)).toHaveLength(1);
  });

  it("leaves out no one or two steps: that would save nothing", () => {
    for (let most = 20; most < 300; most += 13) {
      const story = storyOf(alarm("expect politics.worry = 3"), undefined, { most });
      for (const steps of leftOut(story)) expect(steps).toBeGreaterThanOrEqual(3);
    }
  });
});
