import { describe, expect, it } from "vitest";
import { applyEdits } from "../../src/diagnostics/edits.ts";
import { afterFix, fixesOf, onlyFinding } from "../support/found.ts";
import { check } from "../../src/index.ts";

function found(text: string, name: string) {
  return check(text).diagnostics.filter((diagnostic) => diagnostic.check === name);
}

function messages(text: string, name: string): readonly string[] {
  return found(text, name).map((diagnostic) => diagnostic.message);
}

/** A meter that hears shots and passes on what is loud to a police that may come. */
const street = `environment street { event shot(loudness: number) traffic: number = 3 }
organization meter {
  code loud / quiet
  sensitive to level(decibel: number)
  operation alarm(decibel: number)
  expectation threshold: number = 70
  program measure conditional on level {
    when decibel > threshold -> loud { emit alarm(decibel: decibel) }
    otherwise -> quiet
  }
}
organization police {
  code out / in_office
  sensitive to alarm(decibel: number)
  operation patrol
  limit budget blocks patrol when designated = out
  program duty conditional on alarm {
    when decibel > 100 -> out { emit patrol }
    otherwise -> in_office
  }
}
coupling microphone between street and meter {
  street.shot -> meter.level(decibel: loudness) when traffic < 10
}
coupling emergency_call between meter and police {
  meter.alarm -> police.alarm(decibel: decibel)
}
`;
const shot = "street emits shot(loudness: 140)";

describe("unreachable_expectation", () => {
  const said = (block: string): readonly string[] =>
    messages(`${street}scenario s { ${block} }`, "unreachable_expectation");

  it.each<[string, readonly string[]]>([
    [`${shot} run expect police resonates to alarm`, []],
    ["run expect police resonates to alarm", ["nothing that happens here can reach `police.alarm`"]],
    ["run expect meter resonates", ["nothing that happens here can reach `meter`"]],
    [
      "run expect police designates out",
      ["nothing that happens here gives `police` an occasion to designate this"],
    ],
    ["run expect police.patrol occurs", ["nothing that happens here can lead to `police.patrol`"]],
    ["run expect police.budget occurs", ["nothing that happens here can lead to `police.budget`"]],
    ["run expect police.patrol never occurs", []],
    ["run expect police.patrol occurs at most 2 times", []],
    ["run expect police stays indifferent", []],
    [`run expect meter resonates ${shot} run`, ["nothing that happens here can reach `meter`"]],
    [`repeat 2 times { run expect meter resonates ${shot} }`, []],
    [`either { ${shot} } or { run } run expect meter resonates`, []],
    ["meter emits alarm(decibel: 90) run expect police resonates", []],
    ["perturb police from meter with alarm(decibel: 90) run expect police resonates", []],
  ])("%s", (block, expected) => {
    expect(said(block)).toEqual(expected);
  });

  it("knows that at the start every quantity counts as changed", () => {
    const text = street.replace(
      "street.shot ->",
      "street.traffic -> meter.level(decibel: traffic)\n  street.shot ->",
    );
    expect(messages(`${text}scenario s { run expect police resonates }`, "unreachable_expectation")).toEqual(
      [],
    );
  });

  it("counts what the scenario that this one is like has done", () => {
    const text = `${street}scenario first { ${shot} run expect meter resonates }
scenario second like first { run expect police resonates }`;
    expect(messages(text, "unreachable_expectation")).toEqual([]);
  });

  it("leaves it to the perturbation that nothing carries", () => {
    expect(said("perturb police from street with shot(loudness: 9) run expect police resonates")).toEqual([]);
  });

  it("proposes what would lead there, the nearest first", () => {
    const text = `${street}scenario s {\n  run\n  expect police resonates\n}\n`;
    const [finding] = found(text, "unreachable_expectation");
    expect(finding?.help?.[0]).toContain("`meter.alarm` or `street.shot` would lead here");
    const mended = applyEdits(text, finding?.fixes[0]?.edits ?? []);
    expect(mended).toContain("  meter emits alarm(decibel: 1)\n  run\n  expect police resonates");
    expect(messages(mended, "unreachable_expectation")).toEqual([]);
  });

  it("finds an aim that the route does not move, and says what sets it", () => {
    const aiming = (aim: string): string => `${street}regulation r {
  by meter of police starts with meter.alarm(decibel: 120) through emergency_call aim ${aim}
}`;
    expect(messages(aiming("count(police.patrol) > 0"), "unreachable_expectation")).toEqual([]);
    expect(messages(aiming("police.designated = out"), "unreachable_expectation")).toEqual([]);
    expect(messages(aiming("street.traffic < 3"), "unreachable_expectation")).toEqual([
      "`r` aims at `street.traffic`, which nothing that it starts can change",
    ]);
  });
});

describe("nothing_expected", () => {
  const message = "`s` expects nothing, so no run can disappoint it";

  it.each<[string, string, readonly string[]]>([
    ["nothing at all", `scenario s { ${shot} run }`, [message]],
    [
      "something in a branch",
      `scenario s { either { ${shot} } or { expect meter stays indifferent } run }`,
      [],
    ],
    ["a violation", "scenario s { unplug meter expect violation unplugging run }", []],
    [
      "what the scenario it is like expects",
      `scenario t { ${shot} run expect meter resonates } scenario s like t { run }`,
      [],
    ],
    [
      "what an experiment measures",
      `scenario s { ${shot} run } experiment e of s { measure m = count(meter.alarm) }`,
      [],
    ],
    [
      "what a property claims of every run",
      `scenario s { ${shot} run } property p { always count(meter.alarm) < 5 }`,
      [],
    ],
    ["no property of the graph", `scenario s { ${shot} run } property p { meter reaches police }`, [message]],
  ])("a scenario that expects %s", (_, text, expected) => {
    expect(messages(street + text, "nothing_expected")).toEqual(expected);
  });

  it("proposes what could be expected of the last thing done", () => {
    const text = `${street}scenario s {\n  ${shot}\n  run\n}\n`;
    const [finding] = found(text, "nothing_expected");
    const mended = applyEdits(text, finding?.fixes[0]?.edits ?? []);
    expect(mended).toContain("  run\n  expect meter resonates\n}");
    expect(messages(mended, "nothing_expected")).toEqual([]);
  });
});

describe("expect_before_run", () => {
  const said = (block: string): readonly string[] =>
    messages(`${street}scenario s { ${block} }`, "expect_before_run");
  const early = (act: string): string =>
    `this asks for an answer to \`${act}\` before anybody can have given one`;

  it.each<[string, readonly string[]]>([
    [`${shot} expect meter resonates run`, [early(shot)]],
    [`${shot} run expect meter resonates`, []],
    [`${shot} expect meter.threshold = 70 run`, [early(shot)]],
    ["expect meter.threshold = 70 run", []],
    ["expect meter stays indifferent run", ["this asks for an answer before anything has run"]],
    [`${shot} expect street.shot occurs run`, []],
    ["meter emits alarm(decibel: 5) expect meter.alarm occurs run", []],
    [
      "meter emits alarm(decibel: 5) expect police.patrol never occurs run",
      [early("meter emits alarm(decibel: 5)")],
    ],
    [`${shot} meter emits alarm(decibel: 5) expect meter.alarm occurs 1 times run`, []],
    ["change street.traffic to 5 expect street.traffic = 5 run", []],
    [`${shot} run close microphone expect meter resonates`, []],
    [`either { ${shot} } or { run } expect meter resonates`, []],
    [`${shot} expect meter resonates expect meter designates loud run`, [early(shot)]],
  ])("%s", (block, expected) => {
    expect(said(block)).toEqual(expected);
  });

  it("is certain that a run is missing only where none follows", () => {
    const certain = (block: string): boolean | undefined =>
      found(`${street}scenario s { ${block} }`, "expect_before_run")[0]?.fixes[0]?.certain;
    expect(certain(`${shot} expect meter resonates`)).toBe(true);
    expect(certain(`${shot} expect meter resonates run`)).toBe(false);
  });
});

describe("expect_before_run before a run that follows", () => {
  it("can be moved after it", () => {
    const text = `${street}scenario s { ${shot} expect meter resonates run }`;
    const [fix] = found(text, "expect_before_run")[0]?.fixes ?? [];
    expect(fix?.title).toBe("write it after `run`");
    expect(applyEdits(text, fix?.edits ?? [])).toContain(`${shot} run expect meter resonates }`);
  });
});

describe("endless_run", () => {
  const every = street.replace(
    "program duty conditional on alarm",
    "program duty conditional on alarm, every step",
  );

  it("finds every bare run, and says what never rests", () => {
    expect(
      messages(
        `${every.replace("when decibel > 100", "when step > 3")}scenario s { run ${shot} run expect meter resonates }`,
        "endless_run",
      ),
    ).toEqual([
      "this `run` would never end: `police.duty` never rests",
      "this `run` would never end: `police.duty` never rests",
    ]);
  });

  it("finds no other runs, and none in a model that rests", () => {
    expect(
      messages(`${every}scenario s { run 3 steps run until step > 5 at most 9 steps }`, "endless_run"),
    ).toEqual([]);
    expect(messages(`${street}scenario s { run }`, "endless_run")).toEqual([]);
  });

  it("is not set off by a quantity that moves without chance", () => {
    const moving = (becomes: string): string =>
      `${street.replace("traffic: number = 3", `traffic: number = 3 becomes ${becomes}`)}scenario s { run }`;
    expect(messages(moving("traffic / 2"), "endless_run")).toEqual([]);
    expect(messages(moving("traffic + normal(0, 1)"), "endless_run")).toHaveLength(1);
  });

  it("proposes as many steps as the scenario takes elsewhere", () => {
    const text = `${every}scenario s { run 7 steps run }`;
    expect(found(text, "endless_run")[0]?.fixes[0]?.edits[0]?.text).toBe("run 7 steps");
  });
});

describe("unplugging", () => {
  it("lists what is lost, and to whom", () => {
    const [finding] = found(
      `${street}scenario s { unplug meter run expect police stays indifferent }`,
      "unplugging",
    );
    expect(finding?.help?.slice(0, 2)).toEqual([
      "lost: `meter.alarm`, which `emergency_call` carries to `police`",
      "what `street` would tell it becomes noise",
    ]);
  });

  it("is met where a scenario expects the violation", () => {
    const text = `${street}scenario s { unplug meter expect violation unplugging run expect police stays indifferent }`;
    expect(messages(text, "unplugging")).toEqual([]);
  });
});

describe("wrong_kind in a scenario", () => {
  const said = (step: string) => {
    const found = onlyFinding("wrong_kind", `${street}scenario s { ${step} run expect meter resonates }`);
    return [...(found.help ?? []), ...fixesOf(found)];
  };

  it.each([["perturb meter from street with traffic"], ["street emits traffic"]])(
    "a quantity does not happen: %s",
    (step) => {
      expect(said(step)).toEqual(["a quantity does not happen, it changes: `change street.traffic to …`"]);
    },
  );

  it("no verdict is given on a system", () => {
    expect(said("run expect meter is indifferent")).toEqual([
      "of a system is said what it does: `meter stays indifferent`, `meter resonates`",
      "write `meter stays indifferent`",
    ]);
  });
});

describe("what a system designated", () => {
  it("is expected of it, not read from it", () => {
    const text = `${street}scenario s { run expect meter.designated = loud }`;
    const found = onlyFinding("unknown_name", text);
    expect(found.help).toEqual([
      "what a system designated last is expected like this: `meter designates loud`",
    ]);
    const [fix] = found.fixes;
    expect(fix && afterFix(text, fix)).toContain("expect meter designates loud }");
  });
});
