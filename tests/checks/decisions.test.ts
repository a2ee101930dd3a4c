import { describe, expect, it } from "vitest";
import { check } from "../../src/index.ts";
import { checksIn, fixesOf, onlyFinding } from "../support/found.ts";

/** A machine that is irritated by a number, a word and a truth, with these programs. */
function machine(programs: string): string {
  return `
environment street {
  noise: number in 0..200 = 40
  colour: one of (red, green, blue) = red
  open: boolean = true
}
machine meter {
  function "tell loud from quiet"
  code loud / quiet
  sensitive to level(decibel: number in 0..200)
  sensitive to light(hue: one of (red, green, blue), bright: boolean)
  expectation threshold: number in 0..100 = 70
  operation beep
  ${programs}
}
coupling microphone between street and meter {
  street.noise -> meter.level(decibel: noise)
  street.colour -> meter.light(hue: colour, bright: open)
}`;
}

/** Programs on both sensitivities, those on `level` given. */
function onLevel(clauses: string, more = ""): string {
  return machine(`
    program measure conditional on level { ${clauses} }
    ${more}
    program look conditional on light { when bright and threshold > 3 -> loud otherwise -> quiet }`);
}

function onLight(clauses: string): string {
  return machine(`
    program measure conditional on level { when decibel > threshold -> loud otherwise -> quiet }
    program look conditional on light { ${clauses} }`);
}

const spoken = new Set(["shadowed_clause", "decision_gap", "program_collision", "constant_condition"]);

/** What these checks say of a model, as \`check: what is underlined\`. */
function found(text: string): readonly string[] {
  const { diagnostics } = check(text);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return diagnostics
    .filter((diagnostic) => spoken.has(diagnostic.check))
    .map(({ check: name, place }) => `${name}: ${text.slice(place.start, place.end)}`);
}

describe("a clause is shadowed", () => {
  it.each([
    ["a bound within a wider one", "when decibel > 70 -> loud when decibel > 90 -> quiet", "decibel > 90"],
    [
      "the same bound said the other way round",
      "when decibel > 70 -> loud when 70 < decibel -> quiet",
      "70 < decibel",
    ],
    [
      "a conjunction within one of its parts",
      "when decibel > 70 -> loud when decibel > 70 and threshold > 3 -> quiet",
      "decibel > 70 and threshold > 3",
    ],
    [
      "an interval within a wider one",
      "when decibel > 20 and decibel < 80 -> loud when decibel > 30 and decibel < 60 -> quiet",
      "decibel > 30 and decibel < 60",
    ],
    [
      "one of two alternatives",
      "when decibel < 10 or decibel > 90 -> loud when decibel > 95 -> quiet",
      "decibel > 95",
    ],
    [
      "what two others cover between them",
      "when decibel < 50 -> loud when decibel > 100 -> loud when decibel < 20 or decibel > 120 -> quiet",
      "decibel < 20 or decibel > 120",
    ],
    [
      "a comparison of two names, repeated",
      "when decibel > threshold -> loud when threshold < decibel -> quiet",
      "threshold < decibel",
    ],
    [
      "a comparison of sums, repeated",
      "when decibel + threshold > 90 -> loud when decibel + threshold > 100 -> quiet",
      "decibel + threshold > 100",
    ],
  ])("if it is %s", (_, rules, underlined) => {
    expect(found(onLevel(`${rules} otherwise -> quiet`))).toEqual([`shadowed_clause: ${underlined}`]);
  });

  it("if all values of an enumeration have been decided on", () => {
    expect(
      found(
        onLight(
          "when hue = red -> loud when hue = green -> quiet when hue != red -> quiet otherwise -> loud",
        ),
      ),
    ).toEqual(["shadowed_clause: loud"]);
  });

  it("if it is a second otherwise", () => {
    const second = "program again conditional on level { when decibel < 5 -> quiet otherwise -> quiet }";
    expect(found(onLevel("when decibel > 70 -> loud otherwise -> quiet", second))).toEqual([
      "shadowed_clause: quiet",
    ]);
  });

  it("if another choice always yields more", () => {
    const choices = machine(`
      program measure purpose on level {
        choose warn -> loud yields 300 + decibel
        choose note -> loud yields decibel - 1
        choose rest -> quiet yields 600 - decibel
      }
      program look conditional on light { when bright and threshold > 3 -> loud otherwise -> quiet }`);
    expect(found(choices)).toEqual(["shadowed_clause: loud"]);
  });
});

describe("what is said of a shadowed clause", () => {
  const look =
    "program look conditional on light { when bright and threshold > 3 -> loud otherwise -> quiet }";

  it("proposes to put the narrower condition first, and not one of two that hold in the same cases", () => {
    const wider = onlyFinding(
      "shadowed_clause",
      onLevel("when decibel > 70 -> loud when decibel > 90 -> quiet otherwise -> quiet"),
    );
    expect(fixesOf(wider)).toEqual([
      "put it before `when decibel > 70 -> loud`",
      "remove `when decibel > 90 -> quiet`",
    ]);
    const same = onlyFinding(
      "shadowed_clause",
      onLevel("when decibel > 70 -> loud when 70 < decibel -> quiet otherwise -> quiet"),
    );
    expect(fixesOf(same)).toEqual(["remove `when 70 < decibel -> quiet`"]);
    expect(same.help).toEqual([
      "the two ask for the same: say what tells their cases apart, or leave one out",
    ]);
  });

  it("speaks of no yield where an otherwise comes after a choice without condition", () => {
    const text = machine(
      `program measure purpose on level { choose warn -> loud yields decibel otherwise -> quiet } ${look}`,
    );
    const found = onlyFinding("shadowed_clause", text);
    expect(found.related?.map(({ message }) => message)).toEqual([
      "this one has no condition: there is always something to choose",
    ]);
    expect(found.why?.join()).not.toContain("yield");
  });

  it("says nothing of clauses in a program of the other form, which is reported", () => {
    const text = machine(
      `program measure conditional on level { choose warn -> loud yields decibel otherwise -> quiet } ${look}`,
    );
    expect(checksIn(text)).not.toContain("shadowed_clause");
  });
});

describe("a clause is not shadowed", () => {
  it.each([
    ["if it is wider than the one before", "when decibel > 90 -> loud when decibel > 70 -> quiet"],
    ["if the one before draws by chance", "when chance(50%) -> loud when decibel > 70 -> quiet"],
    ["if each of the two draws for itself", "when chance(50%) -> loud when chance(50%) -> quiet"],
    [
      "if the one before may come to no number",
      "when decibel > 60 or 1 / (decibel - 100) > 0 -> loud when decibel > 70 -> quiet",
    ],
    ["if it only touches the one before", "when decibel > 70 -> loud when decibel >= 70 -> quiet"],
    [
      "if another expectation is asked",
      "when decibel > threshold -> loud when decibel > threshold - 1 -> quiet",
    ],
  ])("%s", (_, rules) => {
    expect(found(onLevel(`${rules} otherwise -> quiet`))).toEqual([]);
  });

  it("on one trigger, if it decides on another of its program", () => {
    const both = machine(`
      program first conditional on level { when decibel > 3 -> loud }
      program second conditional on level, light { when threshold > 3 -> loud otherwise -> quiet }`);
    expect(found(both)).toEqual([]);
  });
});

describe("a gap in what is decided", () => {
  it("is found where no otherwise stands between several programs", () => {
    const more = "program night conditional on level { when decibel < 20 -> quiet }";
    expect(found(onLevel("when decibel > 70 -> loud", more))).toEqual(["decision_gap: level"]);
  });

  it.each([
    ["numbers", "when decibel > 70 -> loud when decibel <= 70 -> quiet"],
    [
      "numbers at three points",
      "when decibel < 70 -> loud when decibel = 70 -> quiet when decibel > 70 -> quiet",
    ],
    [
      "a condition and its negation",
      "when decibel > threshold -> loud when not (decibel > threshold) -> quiet",
    ],
  ])("is none where conditions cover every case: %s", (_, rules) => {
    expect(found(onLevel(rules))).toEqual([]);
  });

  it.each([
    ["values", "when hue = red or hue = blue -> loud when hue = green -> quiet"],
    ["truths", "when bright -> loud when not bright -> quiet"],
    ["truths compared", "when bright = true -> loud when bright = false -> quiet"],
  ])("is none where conditions cover every case: %s", (_, rules) => {
    expect(found(onLight(rules))).toEqual([]);
  });

  it("stays where a value is missing", () => {
    expect(found(onLight("when hue = red -> loud when hue = green -> quiet"))).toEqual([
      "decision_gap: light",
    ]);
  });

  it.each([
    ["the other side where it has none yet", "when degrees < 20 -> warm_enough", "too_cold"],
    [
      "the second side where both have some",
      "when degrees < 3 -> too_cold when degrees > 20 -> warm_enough",
      "warm_enough",
    ],
  ])("proposes %s", (_, rules, value) => {
    const text = `machine thermostat {
  code too_cold / warm_enough
  sensitive to reading(degrees: number)
  program regulate conditional on reading { ${rules} }
}
`;
    const [gap] = check(text).diagnostics.filter((one) => one.check === "decision_gap");
    expect(gap?.fixes[0]?.title).toBe(`add \`otherwise -> ${value}\``);
  });

  it("is none if cases are left open on purpose", () => {
    expect(found(onLevel("when decibel > 70 -> loud otherwise -> undecided"))).toEqual([]);
  });

  it("is none on own operations and on every step", () => {
    const own = machine(`
      program measure conditional on level, own beep { when threshold > 3 -> loud { emit beep } otherwise -> quiet }
      program tick conditional on every step { when threshold > 4 -> loud }
      program look conditional on light { when bright -> loud otherwise -> quiet }`);
    expect(found(own)).toEqual([]);
  });

  it("is an error in law, whatever law is called", () => {
    const law = (name: string) => `
environment city { complaints: number in 0..9 = 3 }
function system ${name} {
  function "stabilise normative expectations"
  code lawful / unlawful
  medium validity
  contingency "justice"
  sensitive to suit(claims: number in 0..9)
  program adjudication conditional on suit { when claims > 3 -> lawful when claims < 3 -> unlawful }
}
coupling access between city and ${name} { city.complaints -> ${name}.suit(claims: complaints) }`;
    for (const name of ["law", "Recht", "法律"]) {
      const severities = check(law(name)).diagnostics.flatMap((diagnostic) =>
        diagnostic.check === "decision_gap" ? [diagnostic.severity] : [],
      );
      expect(severities).toEqual(["error"]);
    }
  });
});

describe("programs collide", () => {
  it("if the later decides otherwise and never gets its turn", () => {
    const later = "program night conditional on level { when decibel > 80 -> quiet }";
    expect(found(onLevel("when decibel > 70 -> loud otherwise -> quiet", later))).toEqual([
      "program_collision: night",
    ]);
  });

  it("if both have nothing but an otherwise", () => {
    const later = "program night conditional on level { otherwise -> quiet }";
    expect(found(onLevel("otherwise -> loud", later))).toEqual(["program_collision: night"]);
  });

  it("and only then: with the same value the later is merely shadowed", () => {
    const later = "program night conditional on level { when decibel > 80 -> loud }";
    expect(found(onLevel("when decibel > 70 -> loud otherwise -> quiet", later))).toEqual([
      "shadowed_clause: decibel > 80",
    ]);
  });

  it("and only then: a later program that decides some cases does not", () => {
    const later = "program night conditional on level { when decibel > 60 -> quiet }";
    expect(found(onLevel("when decibel > 70 -> loud otherwise -> quiet", later))).toEqual([]);
  });
});

describe("a condition is constant", () => {
  it.each([
    ["above the bound", "when decibel > 200 -> loud otherwise -> quiet", "decibel > 200"],
    [
      "a contradiction",
      "when decibel > 70 and decibel < 30 -> loud otherwise -> quiet",
      "decibel > 70 and decibel < 30",
    ],
    [
      "two bounds that never meet",
      "when threshold > decibel + 101 -> loud otherwise -> quiet",
      "threshold > decibel + 101",
    ],
    ["an impossible chance", "when chance(0) -> loud otherwise -> quiet", "chance(0)"],
    [
      "a part of an alternative",
      "when decibel > 70 or decibel < 0 -> loud otherwise -> quiet",
      "decibel < 0",
    ],
    [
      "a part of a conjunction",
      "when decibel >= 0 and decibel > 70 -> loud otherwise -> quiet",
      "decibel >= 0",
    ],
  ])("if it is %s", (_, rules, underlined) => {
    expect(found(onLevel(rules))).toEqual([`constant_condition: ${underlined}`]);
  });

  it("and what comes after one that always holds is not reported besides", () => {
    expect(found(onLevel("when decibel >= 0 -> loud when decibel > 3 -> quiet otherwise -> quiet"))).toEqual([
      "constant_condition: decibel >= 0",
    ]);
  });

  it.each([
    ["that may come to no number", "when 1 / decibel > -1 -> loud otherwise -> quiet"],
    ["that reaches the bound", "when decibel >= 200 -> loud otherwise -> quiet"],
    [
      "that asks what was designated last",
      "when designated != loud and designated != quiet -> loud otherwise -> quiet",
    ],
  ])("but not one %s", (_, rules) => {
    expect(found(onLevel(rules))).toEqual([]);
  });

  it("in sensitivities, limits and channels, too, but not in `when true` at a channel", () => {
    const text = `
environment street { noise: number in 0..200 = 40 }
machine meter {
  function "tell loud from quiet"
  code loud / quiet
  sensitive to level(decibel: number in 0..200) when decibel >= 0
  operation beep(volume: number in 0..10)
  program measure conditional on level { when decibel > 70 -> loud { emit beep(volume: 3) } otherwise -> quiet }
  limit ears blocks beep when volume > 10
}
coupling microphone between street and meter {
  street.noise -> meter.level(decibel: noise) when noise < 0
  meter.beep -> street { noise := noise / 2 } when true
}`;
    expect(found(text)).toEqual([
      "constant_condition: decibel >= 0",
      "constant_condition: volume > 10",
      "constant_condition: noise < 0",
    ]);
  });
});
