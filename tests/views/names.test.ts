import { describe, expect, it } from "vitest";
import { run, start, UnknownSubject, why } from "../../src/index.ts";
import { ready } from "../support/running.ts";
import { answerOf, storyOf } from "../support/told.ts";

const court = `
import law as recht, politics from "canon"
extend recht {
  sensitive to enacted(fine: number)
  operation judgment(fine: number)
  expectation limit: number in 0..10 = 3
  program legislation conditional on enacted {
    when fine > limit -> lawful { emit judgment(fine: fine) limit := fine }
    otherwise -> unlawful
  }
}
extend politics { operation bill(fine: number) }
coupling constitution between politics and recht {
  politics.bill -> recht.enacted(fine: fine) when fine > 0
}
scenario passed { politics emits bill(fine: 5) run expect recht.limit = 6 }
`;

describe("under an alias", () => {
  it("a system is called in stories and messages as the file that is run calls it", () => {
    const story = storyOf(court);
    expect(story).toContain("recht     politics.bill ─constitution→ enacted(fine: 5)");
    expect(story).toContain("recht.judgment for everybody: no channel carries it");
    expect(story).toContain("the expectation `recht.limit = 6` is disappointed: here `recht.limit = 5`");
    expect(story).not.toMatch(/\blaw\b/);
  });

  it("it can be asked about by its alias and by its own name, with one answer", () => {
    for (const part of ["", ".limit", ".judgment", ".enacted"]) {
      const answer = answerOf(court, "passed", `recht${part}`);
      expect(answer).toMatch(new RegExp(`^recht${part} `));
      expect(answerOf(court, "passed", `law${part}`)).toBe(answer);
    }
  });

  it("its values can be read step by step by either name, and a trace calls it by its id", () => {
    const stepping = start(ready(court));
    while (stepping.advance());
    expect([stepping.value("recht.limit"), stepping.value("law.limit")]).toEqual([5, 5]);
    expect([stepping.designated("recht"), stepping.designated("law")]).toEqual(["lawful", "lawful"]);
    expect(stepping.news()).toContainEqual(expect.objectContaining({ kind: "decision", owner: "law" }));
  });
});

describe("a name that cannot be asked about", () => {
  const refusal = (subject: string): unknown => {
    try {
      return why(run(ready(court)), subject);
    } catch (error) {
      return error;
    }
  };
  it.each([
    ["like one of its parts", "recht.judgement", { near: ["recht.judgment"] }],
    ["without its owner", "limit", { near: ["recht.limit"] }],
    ["like none of its parts", "recht.x", { known: ["recht.judgment", "recht.limit", "recht.enacted"] }],
    ["like none", "sport", { known: ["recht", "politics"] }],
    ["of a program", "recht.legislation", { program: true, known: ["recht.enacted"] }],
    ["of a program by the system's own name", "law.legislation", { program: true, known: ["recht.enacted"] }],
  ])("%s is answered with names of this model", (_what, subject, instead) => {
    const error = refusal(subject);
    expect(error).toBeInstanceOf(UnknownSubject);
    expect(error).toMatchObject({ near: [], known: [], program: false, ...instead });
  });
});
