/* What is to hold over every run, and what the flow graph says. */
import { describe, expect, it } from "vitest";
import { outcomes, properties } from "../support/both.ts";
import { errorsIn } from "../support/found.ts";

describe("Properties", () => {
  it("Properties hold over every run of every scenario of the file (not over the second runs of regulations, …", () => {
    const two = (first: number, second: number) =>
      properties(`environment e { q: number = 0 } property below { always e.q < 5 }
scenario s { change e.q to ${first} run expect step = 1 }
scenario t { change e.q to ${second} run expect step = 1 }`);
    expect([two(1, 1), two(1, 9), two(9, 1)]).toEqual([{ below: true }, { below: false }, { below: false }]);

    const text = `machine a { code on / off operation act }
machine m {
  code yes / no sensitive to got
  expectation n: number = 0
  program p conditional on got { otherwise -> yes { n := 1 } }
}
coupling c between a and m { a.act -> m.got }
regulation r { by a of m starts with a.act through c aim m.n = 1 }
property moved { never step = 1 and m.n = 0 }
scenario s { apply r run expect r is effective }`;
    // Without the regulation n would be 0 in step 1.
    expect(outcomes(text)).toEqual([true]);
    expect(properties(text)).toEqual({ moved: true });
  });

  const moments = (claims: string, steps: string) =>
    properties(`environment e { q: number = 0 becomes q + 1 event bang }
${claims}
scenario s { ${steps} expect step >= 0 }`);

  it("`always` and `never` are checked before the first step and at the end of every step, …", () => {
    expect(
      moments(
        `property from_zero { never e.q = 0 }
property assumed { never e.q = 3 }
property each { never e.q = 5 }
property last { always e.q < 7 }
property within { always e.q < 8 }`,
        "given e.q = 3 run 4 steps",
      ),
    ).toEqual({ from_zero: true, assumed: false, each: false, last: false, within: true });
  });

  it("… `eventually` is fulfilled at one of these moments, …", () => {
    expect(
      moments(
        `property at_first { eventually e.q = 0 }
property on_the_way { eventually e.q = 2 }
property at_the_end { eventually e.q = 3 }
property too_late { eventually e.q = 4 }
property heard { eventually e.bang occurs 2 times }`,
        "run 3 steps e emits bang",
      ),
    ).toEqual({ at_first: true, on_the_way: true, at_the_end: true, too_late: false, heard: false });
  });

  it("… `after op eventually …` at or after each occurrence of `op`, before the run ends.", () => {
    const claims = `property three { after e.bang eventually e.q = 3 }
property one { after e.bang eventually e.q = 1 }
property last { after e.bang eventually e.q = 4 }`;
    // At step 1 and at step 3: the first at or after the first, the one before the second is not enough for it.
    expect(moments(claims, "run 1 steps e emits bang run 3 steps")).toEqual({
      three: true,
      one: true,
      last: true,
    });
    expect(moments(claims, "run 1 steps e emits bang run 2 steps e emits bang run 1 steps")).toEqual({
      three: true,
      one: false,
      last: true,
    });
    expect(moments(claims, "run 4 steps e emits bang run 2 steps")).toEqual({
      three: false,
      one: false,
      last: true,
    });
    // What never happens asks for nothing.
    expect(moments(claims, "run 1 steps")).toEqual({ three: true, one: true, last: true });
  });

  /** Whether `a` reaches `z`: through `b`, of which these are the members, and whatever stands besides. */
  function reaches(members: string, besides = "", claim = "a reaches z"): boolean {
    const errors = errorsIn(`machine a { code on / off operation start(n: number) }
machine b {
  code yes / no
  sensitive to got(x: number) sensitive to tick
  operation tell operation more
  ${members}
}
machine z { code good / bad sensitive to heard program p conditional on heard { otherwise -> good } }
environment clock { beat: number = 0 becomes beat + 1 }
coupling ab between a and b { a.start -> b.got(x: n) }
coupling bz between b and z { b.tell -> z.heard }
coupling cb between clock and b { clock.beat -> b.tick }
${besides}
property p { ${claim} }
scenario s { run 2 steps expect step = 2 }`);
    const violated = errors.filter((each) => each.startsWith("property_violated"));
    expect(errors).toEqual(violated);
    return violated.length === 0;
  }

  it("`reaches` is decided on the flow graph alone: a trigger (sensitivity, own operation) leads to the operations its clauses can emit …", () => {
    expect(reaches("program p conditional on got { otherwise -> yes { emit tell } }")).toBe(true);
    expect(reaches("program p conditional on got { otherwise -> yes { emit more } }")).toBe(false);
    expect(reaches("program p conditional on tick { otherwise -> yes { emit tell } }")).toBe(false);
    const echo = "program q conditional on own more { otherwise -> no { emit tell } }";
    expect(reaches(`program p conditional on got { otherwise -> yes { emit more } } ${echo}`)).toBe(true);
    // No run of the scenario lets anything start.
    expect(
      reaches("program p conditional on got { otherwise -> yes { emit tell } }", "", "a never reaches z"),
    ).toBe(false);
  });

  const learning = "expectation n: number = 0 expectation other: number = 0";

  it("… and to the expectations they can set; an expectation leads to all that the clauses on a trigger can emit or set, if one of them …", () => {
    const members = (read: string, set = "n := n + 1") => `${learning}
program p conditional on got { otherwise -> yes { ${set} } }
program q conditional on tick { when ${read} > 3 -> no when step > 5 -> yes { emit tell } }`;
    // The clause that emits does not read it itself; but that it is not passed over depends on the one before.
    expect(reaches(members("n"))).toBe(true);
    expect(reaches(members("other"))).toBe(false);
    expect(reaches(members("other", "other := n"))).toBe(true);
    expect(
      reaches(`${learning} program p conditional on got { otherwise -> yes { n := 1 } }
program q conditional on tick { when n > 3 -> no { other := 2 } }
program r conditional on own more { when other = 2 -> yes { emit tell } }`),
    ).toBe(true);
  });

  it("… or the sensitivity's `when` reads it, …", () => {
    const members = (read: string) => `${learning}
sensitive to stroke when ${read} > 3
program p conditional on got { otherwise -> yes { n := 1 } }
program q conditional on stroke { otherwise -> no { emit tell } }`;
    const stroke = "coupling sb between clock and b { clock.beat -> b.stroke }";
    expect(reaches(members("n"), stroke)).toBe(true);
    expect(reaches(members("other"), stroke)).toBe(false);
  });

  it("… and to the operations whose limits read it …", () => {
    const members = (read: string) => `${learning}
limit cap blocks tell when ${read} > 3
program p conditional on got { otherwise -> yes { n := 1 } }
program q conditional on tick { otherwise -> no { emit tell } }`;
    expect(reaches(members("n"))).toBe(true);
    expect(reaches(members("other"))).toBe(false);
  });

  it("… (`designated` counts as an expectation that every clause sets); …", () => {
    const members = (condition: string) => `program p conditional on got { otherwise -> yes }
program q conditional on tick { when ${condition} -> no { emit tell } }`;
    expect(reaches(members("designated = yes"))).toBe(true);
    expect(reaches(members("step = 4"))).toBe(false);
  });

  /** Whether `a` reaches `z` by a quantity that `b` changes, another, and one that moves by what is said. */
  function byRoom(from: string, rate?: string, option?: string): boolean {
    const errors = errorsIn(`machine a { code on / off operation start }
machine b { code yes / no sensitive to got operation tell program p conditional on got { otherwise -> yes { emit tell } } }
machine z { code good / bad sensitive to heard(n: number) program p conditional on heard { otherwise -> good } }
environment room { q: number = 0 r: number = 0 becomes min(9, r + ${rate ?? "1"}) still: number = 0 }
coupling ab between a and b { a.start -> b.got }
coupling br between b and room { b.tell -> room { q := 1 } }
coupling rz between room and z { room.${from} -> z.heard${option ?? "(n: 1)"} }
property p { a reaches z }
scenario s { run 2 steps expect step = 2 }`);
    const violated = errors.filter((each) => each.startsWith("property_violated"));
    expect(errors).toEqual(violated);
    return violated.length === 0;
  }

  it("… operations and quantities lead through channels to sensitivities and quantities; …", () => {
    expect(byRoom("q")).toBe(true);
    expect(byRoom("still")).toBe(false);
  });

  it("… a quantity leads to those whose `becomes` read it, …", () => {
    expect(byRoom("r", "q")).toBe(true);
    expect(byRoom("r", "still")).toBe(false);
  });

  it("… and to the channels whose conditions or arguments read it.", () => {
    expect(byRoom("still", "1", "(n: 1) when q > 0")).toBe(true);
    expect(byRoom("still", "1", "(n: q)")).toBe(true);
    expect(byRoom("still", "1", "(n: r) when r > 0")).toBe(false);
  });

  it("Conditions are not weighed.", () => {
    expect(reaches("program p conditional on got { when x > 1 and x < 1 -> yes { emit tell } }")).toBe(true);
    expect(byRoom("q", "1", "(n: 1) when q > 5 and q < 5 with chance 0")).toBe(true);
  });

  it("A system, environment or population reaches another if a path leads from anything of the one to a sensitivity or quantity of the other.", () => {
    const told = "program p conditional on tick { otherwise -> yes { emit tell } }";
    expect(reaches(told, "", "b reaches z")).toBe(true);
    expect(reaches(told, "", "clock reaches z")).toBe(true);
    expect(reaches(told, "", "clock reaches b")).toBe(true);
    expect(reaches(told, "", "z reaches b")).toBe(false);
    expect(reaches(told, "", "z never reaches b")).toBe(true);
    const people =
      "population people of 3 { joy: number = 0 } coupling bp between b and people { b.tell -> people { joy := 1 } }";
    expect(reaches(told, people, "clock reaches people")).toBe(true);
    expect(reaches(told, people, "a reaches people")).toBe(false);
  });

  it("`A reaches B only through C, D`: A reaches B, and every path passes a part of C or of D (systems) or a channel of theirs (couplings).", () => {
    const told = "program p conditional on got { otherwise -> yes { emit tell } }";
    const short = "coupling az between a and z { a.start -> z.heard }";
    expect(reaches(told, "", "a reaches z only through b")).toBe(true);
    expect(reaches(told, "", "a reaches z only through bz")).toBe(true);
    expect(reaches(told, "", "a reaches z only through cb")).toBe(false);
    expect(reaches(told, short, "a reaches z only through b")).toBe(false);
    expect(reaches(told, short, "a reaches z only through b, az")).toBe(true);
    expect(reaches(told, short, "a reaches z only through az")).toBe(false);
    // It has to reach it at all.
    expect(
      reaches("program p conditional on got { otherwise -> yes }", "", "a reaches z only through b"),
    ).toBe(false);
  });
});
