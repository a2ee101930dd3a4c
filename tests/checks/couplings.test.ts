import { describe, expect, it } from "vitest";
import { applyEdits } from "../../src/diagnostics/edits.ts";
import { check } from "../../src/index.ts";
import { afterFix, checksIn, onlyFinding } from "../support/found.ts";
import { twoMachines } from "./models.ts";

/** What one check finds in a model: the text at each place. */
function found(name: string, text: string): string[] {
  return check(text)
    .diagnostics.filter((diagnostic) => diagnostic.check === name)
    .map(({ place }) => text.slice(place.start, place.end));
}

/** The text after each fix that one check proposes. */
function mended(name: string, text: string): string[] {
  return check(text)
    .diagnostics.filter((diagnostic) => diagnostic.check === name)
    .flatMap((diagnostic) => diagnostic.fixes.map((fix) => applyEdits(text, fix.edits)));
}

const meter = `environment street {
  noise: number "dB" = 40
  event shot(loudness: number)
}

machine meter {
  function "tell loud from quiet"
  code loud / quiet
  sensitive to level(decibel: number)
  operation alarm
  program measure conditional on level {
    when decibel > 70 -> loud { emit alarm }
    otherwise -> quiet
  }
}
`;

const microphone = (options: string): string => `
coupling microphone between street and meter {
  street.shot -> meter.level(decibel: loudness) ${options}
}
`;

const scenario = (steps: string): string => `
scenario test {
  ${steps}
  run
  expect meter.alarm never occurs
}
`;

describe("closed_channel", () => {
  const closed = (options: string, steps: string): string[] =>
    found("closed_channel", meter + microphone(options) + scenario(steps));
  const shot = "perturb meter from street with shot(loudness: 60)";

  it("computes the condition with the arguments given", () => {
    expect(closed("when loudness > 90", shot)).toEqual(["shot"]);
    expect(closed("when loudness > 50", shot)).toEqual([]);
    expect(closed("when loudness * 2 < 100 or loudness = 61", shot)).toEqual(["shot"]);
  });

  it("says nothing where it cannot be computed", () => {
    expect(closed("when loudness > uniform(0, 100)", shot)).toEqual([]);
    expect(closed("when noise > 90", shot)).toEqual([]);
  });

  it("follows what is closed and opened", () => {
    expect(closed("", `close microphone ${shot}`)).toEqual(["shot"]);
    expect(closed("", `close microphone open microphone ${shot}`)).toEqual([]);
    expect(closed("", `${shot} close microphone`)).toEqual([]);
  });

  it("counts a coupling as closed only if it is in every branch", () => {
    expect(closed("", `either { close microphone } or { run 1 steps } ${shot}`)).toEqual([]);
    expect(closed("", `either { close microphone } or { close microphone run } ${shot}`)).toEqual(["shot"]);
  });

  it("counts a coupling as closed in a repetition only if it is so each time", () => {
    expect(closed("", `close microphone repeat 2 times { ${shot} open microphone }`)).toEqual([]);
    expect(closed("", `close microphone repeat 2 times { ${shot} run }`)).toEqual(["shot"]);
  });

  it("knows what the scenario it is like has closed", () => {
    const before = "\nscenario before {\n  close microphone\n  run\n  expect meter.alarm never occurs\n}\n";
    const after = scenario(shot).replace("test", "test like before");
    expect(found("closed_channel", meter + microphone("") + before + after)).toEqual(["shot"]);
  });

  it("is silent where the silence is expected", () => {
    expect(closed("", `close microphone ${shot} run expect meter stays indifferent`)).toEqual([]);
  });

  it("is silent about an emission that another channel carries", () => {
    const both = `${meter}
coupling microphone between street and meter {
  street.shot -> meter.level(decibel: loudness) when loudness > 90
  street.shot -> meter.level(decibel: 2 * loudness) when loudness < 90
}
`;
    expect(found("closed_channel", both + scenario("street emits shot(loudness: 60)"))).toEqual([]);
  });
});

describe("blocked_channel", () => {
  const options = (text: string) => twoMachines.replace("(minutes: minutes)", `(minutes: minutes) ${text}`);

  it.each(["at most 0 per step", "at most 1 / 2 per step", "with chance 0", "with chance 0%"])(
    "lets nothing through: %s",
    (option) => {
      const text = options(option);
      const found = onlyFinding("blocked_channel", text);
      expect(text.slice(found.place.start, found.place.end)).toBe(option);
      const [fix] = found.fixes;
      expect(fix && afterFix(text, fix)).toBe(twoMachines);
    },
  );

  it.each(["at most 1 per step", "with chance 1%", "at most max(0, 2) per step"])(
    "lets something through: %s",
    (option) => {
      expect(checksIn(options(option))).not.toContain("blocked_channel");
    },
  );
});

describe("instant_channel", () => {
  const instant = (options: string): string[] =>
    found("instant_channel", meter + microphone(options) + scenario("street emits shot(loudness: 80)"));

  it("wants whole steps, at least one", () => {
    expect(instant("after 0 steps")).toEqual(["0"]);
    expect(instant("after 1 / 2 steps")).toEqual(["1 / 2"]);
    expect(instant("after 1.5 steps")).toEqual(["1.5"]);
    expect(instant("after -1 steps")).toEqual(["-1"]);
  });

  it("leaves alone what is whole, or known only in a run", () => {
    expect(instant("after 1 step")).toEqual([]);
    expect(instant("after 0.5 + 0.5 steps")).toEqual([]);
    expect(instant("after loudness / 10 steps")).toEqual([]);
  });

  it("proposes the next whole number", () => {
    const text = meter + microphone("after 1.5 steps");
    expect(mended("instant_channel", text)).toEqual([text.replace("1.5 steps", "2 steps")]);
  });
});

describe("dead_channel", () => {
  it("takes an emission, a perturbation or the start of a regulation for a beginning", () => {
    const dead = (steps: string): string[] =>
      found("dead_channel", meter + microphone("") + (steps === "" ? "" : scenario(steps)));
    expect(dead("street emits shot(loudness: 3)")).toEqual([]);
    expect(dead("perturb meter from street with shot(loudness: 3)")).toEqual([]);
    expect(dead("run 1 steps")).toEqual(["street.shot"]);
  });

  it("leaves alone what only describes: nothing has programs, nothing is run", () => {
    const text = `import politics, law from "canon"
extend politics { operation bill(limit: number) }
extend law { sensitive to enacted(limit: number) }
coupling procedure between politics and law {
  politics.bill -> law.enacted(limit: limit) when limit > 0
}
`;
    expect(found("dead_channel", text)).toEqual([]);
  });
});

describe("unheard_operation", () => {
  const text = meter + microphone("") + scenario("street emits shot(loudness: 80)");

  it("leaves alone what the observer looks at", () => {
    expect(found("unheard_operation", text)).toEqual([]);
    expect(
      found("unheard_operation", text.replace("meter.alarm never occurs", "count(meter.alarm) = 0")),
    ).toEqual([]);
    expect(
      found("unheard_operation", text.replace("meter.alarm never occurs", "meter designates loud")),
    ).toEqual(["alarm"]);
  });

  it("leaves alone what the system takes up itself", () => {
    const own = text
      .replace("meter.alarm never occurs", "meter designates loud")
      .replace(
        "  program measure",
        "  program again conditional on own alarm { otherwise -> quiet }\n  program measure",
      );
    expect(found("unheard_operation", own)).toEqual([]);
  });
});

describe("deaf_sensitivity", () => {
  it("proposes a channel for what nothing carries yet", () => {
    const text = `${meter.replace("  operation alarm", "  sensitive to bang(loudness: number)\n  operation alarm")}
coupling microphone between street and meter {
  street.noise -> meter.level(decibel: noise)
}
`;
    expect(found("deaf_sensitivity", text)).toEqual(["bang"]);
    const [fixed] = mended("deaf_sensitivity", text);
    expect(fixed).toContain("  street.shot -> meter.bang(loudness: loudness)\n");
    expect(found("deaf_sensitivity", fixed ?? "")).toEqual([]);
  });
});

describe("duplicate_channel", () => {
  const duplicates = (second: string): number =>
    found(
      "duplicate_channel",
      `${meter}
coupling microphone between street and meter {
  street.noise -> meter.level(decibel: noise + 1) when noise > 3
  ${second}
}
`,
    ).length;

  it("compares what the channels say, not how it is written", () => {
    expect(duplicates("street.noise -> meter.level( decibel: noise+1 ) when (noise > 3)")).toBe(1);
    expect(duplicates("street.noise -> meter.level(decibel: noise + 2) when noise > 3")).toBe(0);
    expect(duplicates("street.noise -> meter.level(decibel: noise + 1) when noise > 4")).toBe(0);
    expect(duplicates("street.noise -> meter.level(decibel: noise + 1) when noise > 3 after 2 steps")).toBe(
      0,
    );
  });

  it("does not take two draws of chance for one", () => {
    expect(duplicates("street.noise -> meter.level(decibel: uniform(0, 1)) when noise > 3")).toBe(0);
  });
});

describe("foreign_channel", () => {
  it("finds a channel that leads back to where it starts", () => {
    const text = `${meter}
coupling microphone between street and meter {
  street.noise -> meter.level(decibel: noise)
  meter.alarm -> meter.level(decibel: 3)
}
`;
    expect(found("foreign_channel", text)).toEqual(["meter.level"]);
  });

  it("moves the channel to the coupling in which it is at home", () => {
    const text = `${meter}
environment room { light: number = 3 }
coupling microphone between street and meter { street.noise -> meter.level(decibel: noise) }
coupling lamp between room and meter {
  room.light -> meter.level(decibel: light)
  street.noise -> meter.level(decibel: noise + 1)
}
`;
    expect(found("foreign_channel", text)).toEqual(["street.noise"]);
    for (const fixed of mended("foreign_channel", text)) {
      expect(found("foreign_channel", fixed)).toEqual([]);
      expect(fixed).toContain("street.noise -> meter.level(decibel: noise + 1)");
    }
  });
});

describe("missing_canonical_coupling", () => {
  const pair = (first: string, second: string, between: string): string[] =>
    found(
      "missing_canonical_coupling",
      `import ${first}, ${second} from "canon"
environment city { trouble: number = 3 }
extend ${first} { sensitive to one(size: number) operation first_act(size: number) }
extend ${second} { sensitive to other(size: number) operation second_act(size: number) }
coupling a between city and ${first} { city.trouble -> ${first}.one(size: trouble) }
coupling b between city and ${second} { city.trouble -> ${second}.other(size: trouble) }
${between}`,
    );

  it("is about systems between which no way leads", () => {
    expect(pair("politics", "law", "")).toEqual(["law"]);
    expect(
      pair(
        "politics",
        "law",
        "coupling c between law and politics { law.second_act -> politics.one(size: size) }",
      ),
    ).toEqual([]);
  });

  it("is silent about pairs that the canon knows no institution for", () => {
    expect(pair("sport", "religion", "")).toEqual([]);
  });

  it("is silent about parts of a model that nothing connects", () => {
    const apart = `import politics, law from "canon"
environment city { trouble: number = 3 }
environment land { trouble: number = 3 }
extend politics { sensitive to one(size: number) }
extend law { sensitive to other(size: number) }
coupling a between city and politics { city.trouble -> politics.one(size: trouble) }
coupling b between land and law { land.trouble -> law.other(size: trouble) }
`;
    expect(found("missing_canonical_coupling", apart)).toEqual([]);
  });
});

describe("institutions", () => {
  const contract = (
    name: string,
    left = "law",
    right = "economy",
  ): string => `import ${left}, ${right} from "canon"
extend ${left} { operation act(size: number) }
extend ${right} { sensitive to news(size: number) }
coupling ${name} between ${left} and ${right} { ${left}.act -> ${right}.news(size: size) when size > 0 }
`;

  it("are known in German and Chinese", () => {
    expect(found("one_way_coupling", contract("Vertrag"))).toEqual(["Vertrag"]);
    expect(found("one_way_coupling", contract("合同"))).toEqual(["合同"]);
    expect(found("odd_institution", contract("Verfassung"))).toEqual(["Verfassung"]);
    expect(found("odd_institution", contract("宪法", "art", "sport"))).toEqual(["宪法"]);
  });

  it("are named in a sentence that goes on behind a comma", () => {
    const text = `import law, mass_media from "canon"
extend law { operation conviction(weight: number) }
extend mass_media { sensitive to trial(weight: number) }
coupling court_reporting between law and mass_media { law.conviction -> mass_media.trial(weight: weight) when weight > 0 }
`;
    const [finding] = check(text).diagnostics.filter((one) => one.check === "one_way_coupling");
    expect(finding?.why?.[0]).toContain(
      "what is coupled by court reporting, with the conviction at its centre, is irritated on both sides",
    );
  });

  it("are known by their label", () => {
    expect(found("one_way_coupling", contract('k1 "contract"'))).toEqual(["k1"]);
  });

  it("may stand where somebody has described them", () => {
    const cited = contract("Verfassung").replace("{ law.act", "{ cite teubner2011 law.act");
    expect(found("odd_institution", cited)).toEqual([]);
  });
});

it("says nothing of a canon that is merely imported", () => {
  expect(check('import "canon"').diagnostics.filter(({ check: name }) => name !== "unused_import")).toEqual(
    [],
  );
});
