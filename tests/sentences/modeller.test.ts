/* What the modeller expects of a run. */
import { describe, expect, it } from "vitest";
import { check, prepare, run as runModel } from "../../src/index.ts";
import { receiver } from "../engine/plain/asking.ts";
import {
  entriesOf,
  foundIn,
  operationsOf,
  outcomes,
  outcomesOf,
  run,
  runsOf,
  violationsOf,
} from "../support/both.ts";
import { errorsIn, warningsIn } from "../support/found.ts";

const answering = "program p conditional on got { when x > 1 -> yes when x > 0 -> no }";

describe("Expectations of the modeller", () => {
  it("`expect` is checked where it stands, and looks back to the start of the scenario; …", () => {
    const text = receiver(
      answering,
      `expect receiver resonates
       sender emits send(x: 2) expect sender.send occurs 1 time expect receiver resonates
       run expect receiver resonates
       run 5 steps expect receiver resonates expect sender.send occurs 1 time
       sender emits send(x: 2) expect sender.send occurs 1 time expect sender.send occurs 2 times`,
    );
    expect(outcomes(text)).toEqual([false, true, false, true, true, true, false, true]);
  });

  it("… one that fails does not end the run.", () => {
    const runs = run(
      receiver(
        answering,
        "expect 1 = 2 sender emits send(x: 2) run expect receiver resonates expect step = 9 run 2 steps",
      ),
    );
    expect(outcomesOf(runs)).toEqual([false, true, false]);
    expect(runsOf(runs)).toEqual(["1 rest", "2 count"]);
    expect(foundIn(runs)).toEqual(["expectation_failed", "expectation_failed"]);
  });

  const triggers = (
    steps: string,
  ) => `machine a { code on / off operation send(x: number) operation touch(x: number) }
machine m {
  code yes / no
  sensitive to got(x: number) when x != 7
  sensitive to felt(x: number)
  operation tell
  program p conditional on got, felt { when x > 1 -> yes }
  program q conditional on own tell { otherwise -> no }
  program w conditional on every 4 steps { otherwise -> yes }
}
coupling c between a and m { a.send -> m.got(x: x) a.touch -> m.felt(x: x) }
scenario s { ${steps} expect m resonates expect m resonates to got expect m resonates to felt
  expect m stays indifferent expect m stays indifferent to got expect m stays indifferent to felt }`;
  const resonance = (got: boolean, felt: boolean) => [got || felt, got, felt, !(got || felt), !got, !felt];

  it("`S resonates [to x]`: S has decided on an irritation [by x] that a channel brought.", () => {
    expect(outcomes(triggers("a emits send(x: 2) run 1 steps"))).toEqual(resonance(true, false));
    expect(outcomes(triggers("a emits touch(x: 2) run 1 steps"))).toEqual(resonance(false, true));
    expect(outcomes(triggers("a emits touch(x: 2) a emits send(x: 2) run 1 steps"))).toEqual(
      resonance(true, true),
    );
  });

  it("`stays indifferent` is the opposite: what was undecided, filtered or came from `own` or `every` is no resonance.", () => {
    expect(outcomes(triggers("a emits send(x: 0) run 1 steps"))).toEqual(resonance(false, false));
    expect(outcomes(triggers("a emits send(x: 7) run 1 steps"))).toEqual(resonance(false, false));
    const own = run(triggers("m emits tell run 1 steps"));
    expect(entriesOf(own, "decision").map(({ value }) => value)).toEqual(["no"]);
    expect(outcomesOf(own)).toEqual(resonance(false, false));
    const every = run(triggers("run 4 steps"));
    expect(entriesOf(every, "decision").map(({ value }) => value)).toEqual(["yes"]);
    expect(outcomesOf(every)).toEqual(resonance(false, false));
  });

  it("`designates` is about the last value designated.", () => {
    const text = receiver(
      answering,
      `expect receiver designates yes
       sender emits send(x: 2) sender emits send(x: 1) run expect receiver designates yes expect receiver designates no
       sender emits send(x: 0) run expect receiver designates no`,
    );
    // What is left undecided designates nothing.
    expect(outcomes(text)).toEqual([false, false, true, true]);
  });

  it("`occurs` alone is at least once.", () => {
    const text = receiver(
      answering,
      "expect sender.send occurs sender emits send(x: 1) expect sender.send occurs sender emits send(x: 1) expect sender.send occurs expect sender.send occurs 1 time",
    );
    expect(outcomes(text)).toEqual([false, true, true, false]);
  });

  const apart = `environment e { q: number in 0..9 = 5 }
machine a { code on / off operation send operation other }
machine m { code yes / no sensitive to got expectation bar: number = 1 program p conditional on got { otherwise -> yes } }
coupling c between a and m { a.send -> m.got }
`;

  it("`expect violation NAME` says that the step before it (passing over other expectations; …", () => {
    const steps = "perturb m from a with other expect a.other occurs expect m stays indifferent";
    expect(errorsIn(`${apart}scenario s { ${steps} expect violation uncoupled_perturbation }`)).toEqual([]);
    expect(errorsIn(`${apart}scenario s { ${steps} run expect violation uncoupled_perturbation }`)).toEqual([
      "uncoupled_perturbation m",
      "expected_violation_missing expect violation uncoupled_perturbation",
    ]);
  });

  it("… at the head of a block: the block) …", () => {
    expect(
      errorsIn(
        `${apart}scenario s { expect violation uncoupled_perturbation run perturb m from a with other run }`,
      ),
    ).toEqual([]);
    expect(
      errorsIn(
        `${apart}scenario s { repeat 2 times { expect violation uncoupled_perturbation run perturb m from a with other } }`,
      ),
    ).toEqual([]);
    expect(
      errorsIn(
        `${apart}scenario s { repeat 2 times { expect violation uncoupled_perturbation run } perturb m from a with other }`,
      ),
    ).toEqual([
      "expected_violation_missing expect violation uncoupled_perturbation",
      "uncoupled_perturbation m",
    ]);
  });

  it("… is meant to show that violation, in the check or, for a `run`, while it runs: …", () => {
    const growing = (steps: string) =>
      `environment e { q: number in 0..2 = 0 becomes q + 1 } scenario s { ${steps} }`;
    const shown = run(growing("run 3 steps expect violation out_of_bounds expect e.q = 2"));
    expect(violationsOf(shown)).toEqual(["3 out_of_bounds e.q"]);
    expect(foundIn(shown)).toEqual([]);
    // It is the second run that shows it.
    const late = run(growing("run 2 steps expect violation out_of_bounds run 1 steps expect e.q = 2"));
    expect(foundIn(late)).toEqual(expect.arrayContaining(["expected_violation_missing", "out_of_bounds"]));
    const settled = run(
      "environment e { q: number = 0 becomes q + 1 } scenario s { run expect violation never_settles }",
    );
    expect(violationsOf(settled)).toEqual(["1000 never_settles s"]);
    expect(foundIn(settled)).toEqual([]);
  });

  it("… the check is then no error, and its absence is one.", () => {
    const steering = "steer m.bar to 5 by a expect violation direct_steering run expect m.bar = 1";
    expect(errorsIn(`${apart}scenario s { ${steering} }`)).toEqual([]);
    expect(errorsIn(`${apart}scenario s { a emits send expect violation direct_steering run }`)).toEqual([
      "expected_violation_missing expect violation direct_steering",
    ]);
    const missing = run(`${apart}scenario s { run expect violation out_of_bounds expect e.q = 5 }`);
    expect(missing.result.diagnostics.map(({ check, severity }) => `${severity} ${check}`)).toEqual([
      "error expected_violation_missing",
    ]);
  });

  it("Such a step still runs: as noise …", () => {
    const runs = run(
      `${apart}scenario s { perturb m from a with other expect violation uncoupled_perturbation run expect a.other occurs 1 time expect m stays indifferent }`,
    );
    expect(operationsOf(runs)).toEqual(["0 a.other"]);
    expect(entriesOf(runs, "irritation")).toEqual([]);
    expect(outcomesOf(runs)).toEqual([true, true]);
  });

  it("… (a forbidden `steer` or endless `run` does nothing).", () => {
    const steered = run(
      `${apart}scenario s { steer m.bar to 5 by a expect violation direct_steering run expect m.bar = 1 }`,
    );
    expect(outcomesOf(steered)).toEqual([true]);
    const endless = run(
      `${apart}machine z { code up / down program p conditional on every step { otherwise -> up } }
scenario s { run expect violation endless_run expect step = 0 run 1 steps expect step = 1 }`,
    );
    expect(runsOf(endless)).toEqual(["0 endless", "1 count"]);
    expect(outcomesOf(endless)).toEqual([true, true]);
  });

  it("`allow` silences its check in the declaration or block it stands in; …", () => {
    const unplugging = (inner: string, outer: string) =>
      warningsIn(`${apart}scenario s { ${outer} repeat 1 times { ${inner} unplug m } unplug a run 1 steps }
scenario t { unplug m run 1 steps }`)
        .filter((each) => each.startsWith("unplugging"))
        .map((each) => each.split(" ")[1]);
    const allow = 'allow unplugging "to see what is missing"';
    expect(unplugging("", "")).toEqual(["m", "a", "m"]);
    expect(unplugging(allow, "")).toEqual(["a", "m"]);
    expect(unplugging("", allow)).toEqual(["m"]);
    // An error that theory makes can be allowed as well.
    expect(
      errorsIn(`${apart}scenario s { allow direct_steering "to see it fail" steer m.bar to 5 by a run }`),
    ).toEqual([]);
  });

  it("… it cannot silence a language error.", () => {
    const text = `${apart}scenario s { allow unknown_name "never mind" unplug nobody run 1 steps }`;
    expect(errorsIn(text)).toContain("unknown_name nobody");
  });
});

describe("Checks", () => {
  it("Errors fail a check, warnings and hints do not.", () => {
    const text = receiver("program p conditional on got { when x > 1 -> yes }", "unplug sender run 1 steps");
    expect(warningsIn(text)).toContain("unplugging sender");
    expect(prepare(check(text)).errors).toEqual([]);
    expect(entriesOf(run(text), "run")).toHaveLength(1);
    const wrong = prepare(check("machine m { code a / b / c } scenario s { run }"));
    expect(wrong.errors.map((each) => each.check)).toEqual(["code_not_binary"]);
    expect(() => runModel(wrong)).toThrow("a model with errors does not run");
  });
});
