import { describe, expect, it } from "vitest";
import { answerOf, storyOf } from "../support/told.ts";

const campaign = `
import politics from "canon"
extend politics {
  sensitive to poll(level: number)
  sensitive to mood(level: number)
  operation bill(level: number)
  operation pledge
  operation speech
  program campaign purpose on poll {
    choose act -> government yields 10 - level / 10 when level < 90 { emit bill(level: level) }
    choose wait -> opposition yields 1.5 { emit pledge }
  }
  program luck purpose on mood {
    choose gamble -> government yields uniform(0, 1) { emit speech }
    choose pass -> opposition yields 2
  }
}
environment town { level: number = 30 }
coupling survey between town and politics {
  town.level -> politics.poll(level: level) when level > 0 and level != 50
  town.level -> politics.mood(level: level) when level = 50
}
scenario low { run expect politics.pledge occurs }
scenario high { change town.level to 88 run expect politics.bill occurs }
scenario full { change town.level to 95 run expect politics.bill occurs }
scenario middle { given town.level = 50 run expect politics.speech occurs }
`;

describe("a purpose program", () => {
  it.each([
    ["low", "government, by campaign: act yields 7, wait 1.5 (level = 30)"],
    ["high", "opposition, by campaign: wait yields 1.5, act 1.2 (level = 88)"],
    ["full", "opposition, by campaign: wait yields 1.5, act not open (level = 95)"],
    ["middle", "opposition, by luck: pass"],
  ])("is told by what its choices yielded, or by the choice where lots are drawn: %s", (scenario, text) => {
    expect(storyOf(campaign, scenario).split("\n")).toContain(`              ${text}`);
  });

  it("is explained so, when asked why, and why not", () => {
    expect(answerOf(campaign, "low", "politics.bill")).toContain(
      "politics decides government, by campaign\n        act yields 7, wait 1.5 (level = 30)",
    );
    expect(answerOf(campaign, "full", "politics.bill")).toContain(
      "politics decided opposition, by campaign: wait yields 1.5, act not open; what leads on is the choice act, which is open only when level < 90 (level = 95)",
    );
  });

  it("is explained so where an expectation is disappointed, with what to do about it", () => {
    expect(storyOf(campaign, "high")).toContain(
      "decide `opposition` by `campaign` (`wait` yields 1.5, `act` 1.2); what leads on is the choice `act`",
    );
    expect(storyOf(campaign, "high")).toContain("= help: let `act` yield more than `wait`");
    expect(storyOf(campaign, "full")).toContain(
      "= help: bring about that `level < 90` holds, or let the choice that is taken lead on as well",
    );
    expect(storyOf(campaign, "middle")).toContain("= help: ask an `experiment` how often it gets through");
    const calm = campaign.replace("expect politics.pledge occurs", "expect politics stays indifferent");
    expect(storyOf(calm, "low")).toContain("by `campaign` (act yields 7, wait 1.5)");
  });
});

const parliament = `
import politics from "canon"
extend politics {
  sensitive to poll(level: number, strength: number)
  operation bill
  operation budget
  expectation cap: number in 0..5 = 5
  program agenda conditional on poll {
    when level < 5 -> opposition
    when level > 40 and strength > 2 -> government { emit bill }
    when strength >= 10 -> government { emit bill }
    when level > 10 and chance(0%) -> government { emit budget }
    otherwise -> opposition { cap := min(5, cap + 1) }
  }
}
environment town { level: number = 30 strength: number = 5 }
coupling survey between town and politics {
  town.level -> politics.poll(level: level, strength: strength) when level > 0 and level != 7
}
scenario weak { run expect politics.bill occurs }
scenario early { given town.level = 3 given town.strength = 12 run expect politics.bill occurs }
scenario spent { run expect politics.budget occurs }
scenario poor { change town.level to 8 run expect politics.budget occurs }
scenario capped { run expect politics.cap = 4 }
`;

describe("where several clauses would have led on", () => {
  it("all are named, and what to bring about is one of their conditions", () => {
    const story = storyOf(parliament, "weak");
    expect(story).toContain(
      "what leads on stands under `level > 40 and strength > 2` or `strength >= 10`, with `level = 30` and `strength = 5`",
    );
    expect(story).toContain(
      "= help: bring about that `level > 40 and strength > 2` or `strength >= 10` holds",
    );
  });

  it("one that held after the clause that decided is no condition to bring about", () => {
    const story = storyOf(parliament, "early");
    expect(story).toContain("or `strength >= 10` (which held too, after the one that decided)");
    expect(story).toContain("= help: bring about that `level > 40 and strength > 2` holds");
  });
});

describe("where chance was against it", () => {
  it("in the condition of a clause, a condition is no advice; where something else was, it is", () => {
    expect(storyOf(parliament, "spent")).toContain("= help: ask an `experiment` how often it gets through");
    expect(storyOf(parliament, "poor")).toContain(
      "= help: bring about that `level > 10 and chance(0%)` holds",
    );
  });

  it("in the condition of a channel neither, also of one that does not carry what a quantity is at first", () => {
    const lots = parliament.replace("level > 0 and", "chance(0%) and");
    const story = storyOf(lots, "weak");
    expect(story).toContain("`town.level` did not pass `survey`: `chance(0%) and level != 7` did not hold");
    expect(story).toContain("= help: ask an `experiment` how often it gets through");
  });
});

it("a clause that sets what is so already is told as one that changed nothing", () => {
  expect(answerOf(parliament, "capped", "politics.cap")).toContain(
    "politics decided opposition, by agenda, which changed nothing",
  );
});
