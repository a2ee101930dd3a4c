/* What is expected and allowed: by systems, and by those who write a model. */
import { describe, expect, it } from "vitest";
import { afterFix, checksIn, findingsOf, fixesOf, onlyFinding } from "../support/found.ts";
import { room, twoMachines } from "./models.ts";

describe("unused_expectation", () => {
  const declared = "expectation pleasant: number = 20";

  it("finds what nothing reads, sets, aims at, varies or expects", () => {
    expect(onlyFinding("unused_expectation", room(declared, "")).message).toBe(
      "nothing reads or sets the expectation `pleasant` of `thermostat`",
    );
  });

  it.each([
    ["a program assigns it", declared, "pleasant := degrees", ""],
    ["a clause emits it", `${declared} operation say(what: number)`, "emit say(what: pleasant)", ""],
    [
      "a limit reads it",
      `${declared} operation heat limit l blocks heat when pleasant > 30`,
      "emit heat",
      "",
    ],
    ["a scenario expects it", declared, "", "scenario s { run expect thermostat.pleasant = 20 }"],
    ["a scenario assumes it", declared, "", "scenario s { given thermostat.pleasant = 3 run 1 step }"],
    [
      "a scenario waits for it",
      declared,
      "",
      "scenario s { run until thermostat.pleasant > 3 at most 3 steps }",
    ],
    ["a property claims it", declared, "", "property p { always thermostat.pleasant > 0 }"],
    [
      "an experiment varies it",
      declared,
      "",
      "scenario s { run } experiment e of s { vary thermostat.pleasant over (1, 2) }",
    ],
    [
      "an experiment measures it",
      declared,
      "",
      "scenario s { run } experiment e of s { measure m = thermostat.pleasant }",
    ],
    [
      "a regulation aims at it",
      `${declared} operation heat`,
      "",
      "regulation r { by thermostat of room starts with thermostat.heat aim thermostat.pleasant > 3 }",
    ],
    [
      "a system that is like this one reads it",
      declared,
      "",
      "machine other like thermostat { } scenario s { run 1 step expect other.pleasant = 20 }",
    ],
  ])("is content if %s", (_what, members, effects, more) => {
    expect(findingsOf("unused_expectation", `${room(members, effects)}${more}`)).toEqual([]);
  });

  it("leaves files that are imported alone: what they expect in their own scenarios is not read here", () => {
    const files = { "other.sys": room(declared, "") };
    expect(findingsOf("unused_expectation", 'import "other"\n', files)).toEqual([]);
  });

  it("waits until all names are known, since one of them may be a slip of the pen", () => {
    const text = room(declared, "").replace("when degrees < 20", "when degrees < plesant");
    expect(checksIn(text)).toEqual(["unknown_name"]);
  });
});

describe("expected_violation_missing", () => {
  it("points at the step before, passing over other expectations", () => {
    const text = `${twoMachines}scenario s {
  thermostat emits heat(minutes: 5)
  run
  expect meter resonates
  expect violation unplugging
}`;
    const found = onlyFinding("expected_violation_missing", text);
    expect(found.message).toBe("`unplugging` is expected of the step before, and not found");
    expect(found.related?.map(({ place }) => text.slice(place.start, place.end))).toEqual(["run"]);
  });

  it("speaks of the block at whose head it stands", () => {
    const text = `${twoMachines}scenario s {
  either { expect violation unplugging run 2 steps } or { run 3 steps }
  expect meter resonates
}`;
    expect(onlyFinding("expected_violation_missing", text)).toMatchObject({
      message: "`unplugging` is expected in this block, and not found",
      related: [],
    });
  });

  it("is silent while something is left out of the model", () => {
    const text = `${twoMachines}scenario s { run expect violation unplugging expect metre resonates }`;
    expect(checksIn(text)).toEqual(["unknown_name"]);
  });
});

describe("allow", () => {
  it("is removed where it silences nothing", () => {
    const text = room('allow no_openness "none"\n', "");
    const [fix] = onlyFinding("unused_allow", text).fixes;
    expect(fix?.certain).toBe(true);
    expect(fix && checksIn(afterFix(text, fix))).toEqual([]);
  });

  it("cannot silence what is found in reading the text", () => {
    const text = room('allow unknown_name "it comes later"\n', "");
    const found = onlyFinding("unknown_check", text);
    expect(found.message).toBe("`unknown_name` cannot be allowed");
    expect(fixesOf(found)).toEqual(["certain: remove the `allow`"]);
  });
});

describe("late_assumption", () => {
  const late = (steps: string) => `${twoMachines}scenario s { ${steps} }`;

  it("proposes a change of what changes later, or an assumption before it", () => {
    const found = onlyFinding(
      "late_assumption",
      late("run given room.temperature = 5 run expect meter resonates"),
    );
    expect(fixesOf(found)).toEqual([
      "write `change room.temperature to 5`",
      "move the `given` before what happens first",
    ]);
  });

  it("does not propose that an expectation be changed from outside", () => {
    const found = onlyFinding(
      "late_assumption",
      late("run given meter.total = 5 run expect meter resonates"),
    );
    expect(fixesOf(found)).toEqual(["move the `given` before what happens first"]);
  });

  it("moves a seed before what happens", () => {
    const text = late("run\n seed 4\n expect meter resonates");
    const [fix] = onlyFinding("late_assumption", text).fixes;
    expect(fix && checksIn(afterFix(text, fix))).toEqual([]);
  });
});
