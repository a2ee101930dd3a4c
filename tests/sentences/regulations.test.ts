/* Regulations, and what is judged of them. */
import { describe, expect, it } from "vitest";
import {
  entriesOf,
  irritationsOf,
  operationsOf,
  outcomes,
  outcomesOf,
  run,
  valueOf,
  verdictOf,
} from "../support/both.ts";
import { errorsIn } from "../support/found.ts";

/** A regulation by which `ruled.state` is raised by `by`, from 10. */
function regulated(aim: string, steps = "apply r run expect ruled resonates", by = "4"): string {
  return `environment e { t: number = 0 becomes min(9, t + 1) load: number = 0 }
machine rulers { code on / off operation act(n: number) }
machine ruled {
  code yes / no
  sensitive to got(n: number) sensitive to felt(n: number)
  expectation state: number = 10
  expectation flag: boolean = false
  program p conditional on got { when n > 0 -> yes { state := state + n flag := true } when n < 0 -> no }
  program q conditional on felt { otherwise -> no { state := state + n } }
}
coupling c between rulers and ruled { rulers.act -> ruled.got(n: n) }
coupling d between e and ruled { e.load -> ruled.felt(n: load) }
regulation r { by rulers of ruled starts with rulers.act(n: ${by}) through c aim ${aim} }
regulation again { by rulers of ruled starts with rulers.act(n: ${by}) through c aim ${aim} }
scenario s { ${steps} }`;
}

const verdict = (aim: string, steps?: string, by?: string) => verdictOf(regulated(aim, steps, by));

describe("Regulations", () => {
  it("Regulations are attempts of one system to move another toward an aim.", () => {
    // The one operates; what becomes of it the other decides.
    const runs = run(
      regulated("ruled.state = 14", "apply r expect ruled.state = 10 run expect ruled.state = 14"),
    );
    expect(operationsOf(runs)).toEqual(["0 rulers.act n=4"]);
    expect(outcomesOf(runs)).toEqual([true, true]);
    const refused = run(regulated("ruled.state = 14", "apply r run expect ruled.state = 10", "-4"));
    expect(outcomesOf(refused)).toEqual([true]);
    expect(entriesOf(refused, "decision").map(({ value }) => value)).toContain("no");
  });

  const routed = (through: string) => `machine a { code a1 / a2 operation start }
machine b { code b1 / b2 sensitive to got operation next program p conditional on got { otherwise -> b1 { emit next } } }
machine z { code z1 / z2 sensitive to got program p conditional on got { otherwise -> z1 } }
coupling ab between a and b { a.start -> b.got }
coupling bz between b and z { b.next -> z.got }
coupling az between a and z { }
regulation r { by a of z starts with a.start through ${through} aim step > 0 }
scenario s { apply r run expect z resonates }`;
  const checks = (text: string) => errorsIn(text).map((each) => each.split(" ")[0]);

  it("Statically: every hop must have a channel in the named couplings, in that order (else `no_route`); …", () => {
    expect(checks(routed("ab, bz"))).toEqual([]);
    expect(checks(routed("bz, ab"))).toEqual(["no_route"]);
    expect(checks(routed("ab"))).toEqual(["no_route"]);
    expect(checks(routed("az"))).toEqual(["no_route"]);
  });

  it("… `through direct` is the error `direct_steering`.", () => {
    expect(checks(routed("direct"))).toEqual(["direct_steering"]);
  });

  it("`by`, `of`, `starts with`, `aim` and `through` stand once each; …", () => {
    for (const part of ["by a", "of z", "starts with a.start", "aim step > 1", "through ab, bz"])
      expect([part, checks(routed(`ab, bz ${part}`))]).toEqual([part, ["duplicate_member"]]);
  });

  it("… the starting operation is one of `by`.", () => {
    expect(errorsIn(routed("ab, bz").replace("starts with a.start", "starts with b.next"))).toContain(
      "foreign_operation next",
    );
  });

  it("`of` may name an environment or population: it is irritated when a channel assigns to it.", () => {
    const text = (steps: string, aim = "e.q >= 4") => `environment e { q: number = 0 other: number = 0 }
machine a { code on / off operation act(n: number) }
coupling c between a and e { a.act -> e { q := q + n } }
regulation r { by a of e starts with a.act(n: 4) through c aim ${aim} }
scenario s { ${steps} expect step > 0 }`;
    expect(verdictOf(text("apply r run"))).toBe("effective");
    expect(verdictOf(text("apply r run", "e.q >= 9"))).toBe("ineffective");
    expect(verdictOf(text("close c apply r run"))).toBe("indifferent");
    // That another changes it is none of its irritations.
    expect(verdictOf(text("close c apply r change e.q to 9 run"))).toBe("indifferent");
  });

  it("In a run every channel carries as always; `through` is the plan, not a filter.", () => {
    const text = `machine a { code a1 / a2 operation start }
machine b { code b1 / b2 sensitive to got program p conditional on got { otherwise -> b1 } }
machine z { code z1 / z2 sensitive to got program p conditional on got { otherwise -> z1 } }
coupling ab between a and b { a.start -> b.got }
coupling az between a and z { a.start -> z.got }
coupling za between a and z { a.start -> z.got after 2 steps }
regulation r { by a of z starts with a.start through za aim step > 0 }
scenario s { apply r run expect b resonates }`;
    expect(irritationsOf(run(text))).toEqual(["1 b.got", "1 z.got", "2 z.got"]);
  });

  it("For a verdict the scenario is run a second time with the same seed …", () => {
    // The draws are the same with it and without; so that only what it starts could make a difference.
    const drawing = (options: string) => `machine rulers { code on / off operation act(n: number) }
environment e { load: number = uniform(0, 1) becomes uniform(0, 1) }
machine ruled {
  code yes / no sensitive to got(n: number) sensitive to felt(n: number)
  expectation state: number = 0
  program p conditional on got { otherwise -> yes { state := state + 1 } }
  program q conditional on felt { when chance(50%) -> yes { state := state + n } otherwise -> no }
}
coupling c between rulers and ruled { rulers.act -> ruled.got(n: n) ${options} }
coupling d between e and ruled { e.load -> ruled.felt(n: load) }
regulation r { by rulers of ruled starts with rulers.act(n: 4) through c aim ruled.state > 10 }
scenario s { seed 5 apply r run 9 steps expect ruled resonates }`;
    expect(verdictOf(drawing("when n > 9"))).toBe("indifferent");
    expect(verdictOf(drawing(""))).toBe("ineffective");
  });

  it("… up to the same place, …", () => {
    const runs = run(
      regulated(
        "ruled.state >= 14",
        `apply r run 1 steps expect r is effective
         change e.load to 8 run 1 steps expect r is ineffective`,
      ),
    );
    // At first 14 and 10; then 22 and 18.
    expect(outcomesOf(runs)).toEqual([true, true]);
  });

  it("… each `run` taking as many steps as it took the first time, …", () => {
    // It takes one step, after which t is 1. If it took all nine without the regulation, the aim would fail then.
    expect(
      verdict("e.t <= 1", "apply r run until ruled.state > 10 at most 9 steps expect ruled resonates"),
    ).toBe("ineffective");
    // Nor would it then hold without and fail with it.
    expect(verdict("e.t >= 2", "apply r run until ruled.state > 10 at most 9 steps expect step = 1")).toBe(
      "ineffective",
    );
  });

  it("… leaving out only what `apply` of this regulation starts; other regulations stay.", () => {
    const both = "apply r apply again run expect ruled.state = 18";
    const effective = run(
      regulated("ruled.state >= 18", `${both} expect r is effective expect again is effective`),
    );
    expect(outcomesOf(effective)).toEqual([true, true, true]);
    // One of the two is enough.
    const enough = run(
      regulated("ruled.state >= 14", `${both} expect r is ineffective expect again is ineffective`),
    );
    expect(outcomesOf(enough)).toEqual([true, true, true]);
    // What the same system does besides stays, too.
    expect(verdict("ruled.state >= 14", "apply r rulers emits act(n: 4) run expect ruled.state = 18")).toBe(
      "ineffective",
    );
  });

  it("The verdict is the first of these that is so.", () => {
    // In each of them the aim holds with it and not without.
    const first = (steps: string, by?: string) =>
      verdict("count(rulers.act) > 0", `close d ${steps} run expect step > 0`, by);
    expect(first("apply r")).toBe("effective");
    expect(first("close c apply r")).toBe("indifferent");
    // More is left undecided than decided; it has answered the same in both, namely nothing.
    expect(first("apply r", "0")).toBe("disintegrating");
  });

  it("*disintegrating*: the target is unplugged, or leaves undecided more of its irritations than it decides, and would not without.", () => {
    const undecided = (steps: string) =>
      verdict("ruled.state > 12", `close d ${steps} run expect step > 0`, "0");
    expect(undecided("apply r")).toBe("disintegrating");
    expect(undecided("apply r apply r rulers emits act(n: -1)")).toBe("disintegrating");
    // As many as it decides.
    expect(undecided("apply r rulers emits act(n: -1)")).toBe("indifferent");
    // Without it, too.
    expect(undecided("apply r rulers emits act(n: 0)")).toBe("indifferent");
    expect(undecided("apply r unplug ruled")).toBe("indifferent");
  });

  it("*indifferent*: the target has decided on the same irritations, in the same steps and with the same values, in both.", () => {
    expect(verdict("ruled.state > 12", "close c apply r run expect step > 0")).toBe("indifferent");
    // The one that passes is like the one that would have passed.
    const capacity = (steps: string) =>
      verdictOf(
        regulated("ruled.state > 12", steps).replace("got(n: n) }", "got(n: n) at most 1 per step }"),
      );
    expect(capacity("apply r rulers emits act(n: 4) run expect ruled resonates")).toBe("indifferent");
    // Other irritations; other steps; another value.
    expect(capacity("apply r rulers emits act(n: 5) run expect ruled resonates")).toBe("ineffective");
    expect(capacity("apply r run 1 steps rulers emits act(n: 4) run expect ruled resonates")).toBe(
      "ineffective",
    );
    const valued = (otherwise: string) =>
      verdictOf(`machine a { code on / off operation act operation other }
machine m {
  code yes / no sensitive to got sensitive to heard
  expectation warned: number = 0
  program p conditional on got { when warned > 0 -> no otherwise -> ${otherwise} }
  program q conditional on heard { otherwise -> undecided { warned := 1 } }
}
coupling c between a and m { a.act -> m.heard a.other -> m.got after 3 steps a.other -> m.got after 4 steps }
regulation r { by a of m starts with a.act through c aim m.warned > 5 }
scenario s { apply r a emits other run expect m resonates }`);
    // It decides twice, and leaves undecided what only warns it.
    expect(valued("yes")).toBe("ineffective");
    expect(valued("no")).toBe("indifferent");
  });

  it("*effective*: the aim holds with it and not without.", () => {
    expect(verdict("ruled.state > 12")).toBe("effective");
    expect(verdict("ruled.state > 12 and ruled.flag")).toBe("effective");
    expect(verdict("ruled.state > 9")).toBe("ineffective");
    expect(verdict("ruled.flag")).toBe("effective");
  });

  it("*backfiring*: it is further off with it than without.", () => {
    expect(verdict("ruled.state <= 5")).toBe("backfiring");
    expect(verdict("ruled.state <= 12")).toBe("backfiring");
  });

  it("Otherwise *ineffective*.", () => {
    expect(verdict("ruled.state >= 20")).toBe("ineffective");
    expect(verdict("ruled.state <= 50")).toBe("ineffective");
  });

  it("(Further off: for a comparison of numbers, if it held without and fails with it, …", () => {
    expect(verdict("ruled.state < 14")).toBe("backfiring");
    expect(verdict("ruled.state = 10")).toBe("backfiring");
    expect(verdict("ruled.state != 10")).toBe("effective");
  });

  it("… or fails in both and the two sides lie further apart; …", () => {
    // 14 with it, 10 without.
    expect(verdict("ruled.state <= 5")).toBe("backfiring");
    expect(verdict("ruled.state >= 20")).toBe("ineffective");
    expect(verdict("ruled.state = 11")).toBe("backfiring");
    expect(verdict("ruled.state = 13")).toBe("ineffective");
    expect(verdict("ruled.state = 12")).toBe("ineffective");
  });

  it("… for any other condition, if it held and now fails; …", () => {
    expect(verdict("not ruled.flag")).toBe("backfiring");
    expect(verdict("ruled.flag = false")).toBe("backfiring");
    expect(verdict("not ruled.state > 12")).toBe("backfiring");
    // It fails in both: there is no further off.
    expect(verdict("not ruled.state > 5")).toBe("ineffective");
  });

  it("… for `and`, if one side is further off; …", () => {
    expect(verdict("ruled.state >= 20 and ruled.state <= 5")).toBe("backfiring");
    expect(verdict("ruled.state >= 20 and not ruled.flag")).toBe("backfiring");
    expect(verdict("ruled.state >= 20 and ruled.state >= 30")).toBe("ineffective");
  });

  it("… for `or`, if both are.", () => {
    expect(verdict("ruled.state <= 5 or ruled.state <= 3")).toBe("backfiring");
    expect(verdict("ruled.state <= 5 or ruled.state >= 20")).toBe("ineffective");
  });

  it("Unlike units are never added.", () => {
    const heat = (aim: string) => `environment e { warmth: number "°C" = 4 weight: number "kg" = 4 }
machine a { code on / off operation act }
coupling c between a and e { a.act -> e { warmth := warmth + 3 weight := weight - 2 } }
regulation r { by a of e starts with a.act through c aim ${aim} }
scenario s { apply r run expect step > 0 }`;
    expect(errorsIn(heat("e.warmth + e.weight < 3")).map((each) => each.split(" ")[0])).toEqual([
      "type_mismatch",
    ]);
    // 3 further from the one, 2 nearer to the other: in neither case is a sum made of it.
    const either = run(heat("e.warmth <= 0 and e.weight <= 0"));
    expect(either.result.verdicts.map((each) => [each.verdict, each.withIt?.distance])).toEqual([
      ["backfiring", undefined],
    ]);
    expect(verdictOf(heat("e.warmth <= 0 and e.weight <= 0"))).toBe("backfiring");
    expect(verdictOf(heat("e.warmth <= 0 or e.weight <= 0"))).toBe("ineffective");
    expect(verdictOf(heat("e.warmth >= 20 and e.weight <= 0"))).toBe("ineffective");
  });

  it("`expect r is …` where `r` cannot have been applied is the error `regulation_not_applied`.)", () => {
    const judged = (steps: string) => checks(regulated("ruled.state > 12", steps));
    expect(judged("run 1 steps expect r is effective")).toEqual(["regulation_not_applied"]);
    expect(judged("run 1 steps expect r is effective apply r")).toEqual(["regulation_not_applied"]);
    expect(judged("apply again run 1 steps expect r is effective")).toEqual(["regulation_not_applied"]);
    expect(judged("either { apply r } or { } run 1 steps expect r is effective")).toEqual([]);
    expect(
      outcomes(regulated("ruled.state > 12", "apply r run expect r is effective expect r is ineffective")),
    ).toEqual([true, false]);
    expect(valueOf(run(regulated("ruled.state > 12")), "ruled.state")).toBe(14);
  });
});
