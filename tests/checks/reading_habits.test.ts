/*
 * Forms of speech, of mathematics and of other languages in the small model: one message, and the edit that says what
 * is meant, where nothing else can have been.
 */
import { describe, expect, it } from "vitest";
import { errorsOf, mendedFrom, rewritten } from "../support/reading.ts";

const code = "code too_cold / warm_enough";

/** The model with a line behind the code. */
function behindCode(line: string): readonly [from: string, to: string] {
  return [code, `${code}\n  ${line}`];
}

type Row = readonly [what: string, from: string, to: string, message: string, meant?: string];

const rows: readonly Row[] = [
  // Numbers.
  [
    "a point without a digit",
    "target < 5",
    "target < .5",
    "`.5` has no digit before its point",
    "target < 0.5",
  ],
  [
    "a per cent sign in front",
    "target < 5",
    "target < %60",
    "`%` stands behind its number: `60%`",
    "target < 60%",
  ],
  ["a per cent sign alone", "-50..60", "-50..%", "`%` stands behind a number, and here is none"],
  [
    "a negative count",
    "run 3 steps",
    "run -1 steps",
    "`-1` counts something, and nothing is counted below 0",
  ],
  ["a negative seed", "run 3 steps", "seed -1", "`-1` counts something, and nothing is counted below 0"],
  ["a count left out", "run 3 steps", "run steps", "a number is missing after `run` in a run"],
  [
    "a range in brackets",
    "in -50..60",
    "in [-50, 60]",
    "a range is written without brackets: `-50..60`",
    "in -50..60",
  ],
  [
    "a range in parentheses",
    "in -50..60",
    "in (-50, 60)",
    "a range is written without brackets: `-50..60`",
    "in -50..60",
  ],
  [
    "a power of programmers",
    "target < 5",
    "target < 5 ** 2",
    "`**` stands where `^` is meant",
    "target < 5 ^ 2",
  ],
  [
    "an operand forgotten",
    "target < 5",
    "target < min(100, * 2)",
    "a value, a name or a condition is missing before `*` in a limit",
  ],
  [
    "a first operand forgotten",
    "when target < 5",
    "when * target < 5",
    "a value, a name or a condition is missing before `*` in a limit",
  ],

  // Comparisons.
  ["a comparison turned", "target < 5", "target =< 5", "`=<` stands where `<=` is meant", "target <= 5"],
  [
    "an arrow for a comparison",
    "degrees < target",
    "degrees => target",
    "`=>` stands where `>=` is meant",
    "degrees >= target",
  ],
  ["an arrow for an arrow", "< target ->", "< target =>", "`=>` stands where `->` is meant", "< target ->"],
  ["a comparison in two", "target < 5", "target > = 5", "`> =` is one sign: `>=`", "target >= 5"],
  ["`is`", "target < 5", "target is 5", "`is` is written `=`", "target = 5"],
  ["`is at least`", "target < 5", "target is at least 5", "`is at least` is written `>=`", "target >= 5"],
  [
    "`is` in an expectation",
    "expect thermostat designates too_cold",
    "expect thermostat.target is 20",
    "`is` is written `=`",
    "expect thermostat.target = 20",
  ],
  [
    "`in`",
    "target < 5",
    "target in 3..5",
    "whether something lies in a range is two comparisons: `target >= 3 and target <= 5`",
    "target >= 3 and target <= 5",
  ],
  [
    "`between`",
    "target < 5",
    "target between 3 and 5",
    "whether something lies in a range is two comparisons: `target >= 3 and target <= 5`",
  ],
  [
    "a chain",
    "target < 5",
    "3 < target < 5",
    "a comparison compares two things, and here are three",
    "3 < target and target < 5",
  ],
  ["half a comparison", "target < 5", "target > 3 and < 5", "the left side of this comparison is missing"],
  [
    "a function without parentheses",
    "target < 5",
    "chance 30%",
    "a function is given its arguments in parentheses: `chance(30%)`",
    "chance(30%)",
  ],
  [
    "`mod` between two",
    "target < 5",
    "target mod 2 = 1",
    "what remains of a division is `mod(target, 2)`",
    "mod(target, 2) = 1",
  ],
  [
    "`%` between two",
    "target < 5",
    "target % 2 = 1",
    "`%` makes a percentage, and what remains of a division is `mod(target, 2)`",
  ],
  [
    "a comma between conditions",
    "degrees < target",
    "degrees < target, degrees > 3",
    "a comma joins no conditions",
  ],
  [
    "a branching in signs",
    "temperature + 1",
    "temperature > 3 ? 1 : 2",
    "the sign `?` means nothing in a model",
  ],
  [
    "a branching in words",
    "temperature + 1",
    "if temperature > 3 then 1 else 2",
    "a calculation has no branches",
  ],
  [
    "`=` where something is set",
    "{ emit heat }",
    "{ target = 3 }",
    "what is set is written with `:=`",
    "{ target := 3 }",
  ],
  [
    "`+=`",
    "{ emit heat }",
    "{ target += 3 }",
    "`target +=` is written `target := target + …`",
    "{ target := target + 3 }",
  ],

  // Channels.
  [
    "`to` between the ends",
    "room.temperature ->",
    "room.temperature to",
    "`to` is not known here, `->` is",
    "room.temperature ->",
  ],
  [
    "a quantity without its owner",
    "room.temperature ->",
    "temperature ->",
    "a channel says whose `temperature` it carries",
    "room.temperature ->",
  ],
  [
    "an owner without a quantity",
    "room.temperature ->",
    "room ->",
    "`room` as a whole is nothing that a channel could carry",
  ],
  ["two sources", "room.temperature ->", "room.temperature, room.light ->", "a channel carries one thing"],
  ["two halves of sources", "room.temperature ->", "temperature, light ->", "a channel carries one thing"],
  [
    "`if` behind a channel",
    "temperature)",
    "temperature) if temperature > 3",
    "`if` is not known here, `when` is",
    "temperature) when temperature > 3",
  ],
  [
    "`where` behind a channel",
    "temperature)",
    "temperature) where temperature > 3",
    "`where` is not known here, `when` is",
    "temperature) when temperature > 3",
  ],
  [
    "`with probability`",
    "temperature)",
    "temperature) with probability 30%",
    "`probability` is not known here, `chance` is",
    "temperature) with chance 30%",
  ],

  // Clauses.
  [
    "effects for a value",
    "-> too_cold { emit heat }",
    "-> emit heat",
    "this clause has effects, and designates no value",
  ],
  [
    "a value in two words",
    "-> too_cold {",
    "-> too cold {",
    "a name is one word: `too_cold`",
    "-> too_cold {",
  ],
  [
    "a negated value",
    "-> too_cold {",
    "-> not warm_enough {",
    "a clause designates a value of the code, and `not warm_enough` is none",
    "-> too_cold {",
  ],
  [
    "`designated is`",
    "degrees < target ->",
    "designated is too_cold ->",
    "`is` is written `=`",
    "designated = too_cold ->",
  ],
  [
    "an own operation in full",
    "emit heat",
    "emit thermostat.heat",
    "in the body of `thermostat` its own things have their bare names: `heat`",
    "emit heat",
  ],
  [
    "an own expectation in full",
    "{ emit heat }",
    "{ thermostat.target := 1 }",
    "in the body of `thermostat` its own things have their bare names: `target`",
    "{ target := 1 }",
  ],
  [
    "an own value in full",
    "-> too_cold",
    "-> thermostat.too_cold",
    "in the body of `thermostat` its own things have their bare names: `too_cold`",
    "-> too_cold",
  ],
  [
    "an own trigger in full",
    "on reading",
    "on thermostat.reading",
    "in the body of `thermostat` its own things have their bare names: `reading`",
    "on reading",
  ],
  [
    "an own operation in full in a limit",
    "blocks heat",
    "blocks thermostat.heat",
    "in the body of `thermostat` its own things have their bare names: `heat`",
    "blocks heat",
  ],
  [
    "an operation of another",
    "emit heat",
    "emit room.warmth",
    "a system emits its own operations, and `room.warmth` is one of another",
  ],
  [
    "an expectation of another",
    "{ emit heat }",
    "{ room.temperature := 40 }",
    "a system sets what it expects itself, and `room.temperature` is what another expects",
  ],
  ["steps without a count", "on reading", "on every steps", "a number is missing after `every` in a program"],

  // Members of a system.
  [
    "a mode in front",
    ...behindCode("normative expectation n: number = 1"),
    "`normative` stands behind: `expectation n: number = 1 normative`",
    `${code}\n  expectation n: number = 1 normative`,
  ],
  [
    "a mode for a member",
    ...behindCode("cognitive n: number = 1"),
    "`cognitive` stands behind: `expectation n: number = 1 cognitive`",
    `${code}\n  expectation n: number = 1 cognitive`,
  ],
  [
    "a side in front",
    ...behindCode("public role guest"),
    "`public` stands behind: `role guest public`",
    `${code}\n  role guest public`,
  ],
  [
    "an expectation without its word",
    ...behindCode("n: number = 1"),
    "`expectation` is missing before `n`",
    `${code}\n  expectation n: number = 1`,
  ],
  ["a code without its word", code, "too_cold / warm_enough", "`code` is missing before `too_cold`", code],
  [
    "`is sensitive to`",
    ...behindCode("is sensitive to light"),
    "`is` is not needed here",
    `${code}\n  sensitive to light`,
  ],
  ["`goal`", 'function "keep', 'goal "keep', "`goal` is not known here, `function` is", 'function "keep'],
  [
    "`within` in the body",
    ...behindCode("within room"),
    "`within room` stands in the header of a system, before its body",
  ],
  [
    "`like` in the body",
    ...behindCode("like other"),
    "`like other` stands in the header of a system, before its body",
  ],
  ["a word that is none", ...behindCode("member x"), "nothing in a system begins with `member`"],
  ["a name alone", ...behindCode("heat"), "nothing in a system begins with `heat`"],
  ["a trigger", ...behindCode("on reading"), "nothing in a system begins with `on`"],
  [
    "a condition",
    ...behindCode("when target > 3"),
    "`when` begins a clause of a program, and that cannot stand in a system",
  ],
  [
    "an effect",
    ...behindCode("emit heat"),
    "`emit` begins an effect of a clause, and that cannot stand in a system",
  ],
  [
    "a system in a system",
    ...behindCode("function system x { code a / b }"),
    "systems stand side by side, none in the body of another",
  ],
  [
    "a machine in a system",
    ...behindCode("machine x {}"),
    "systems stand side by side, none in the body of another",
  ],
  [
    "a scenario in a system",
    ...behindCode("scenario x {}"),
    "`scenario x` stands beside other declarations, not in their bodies",
  ],
  [
    "a reason left out",
    ...behindCode("allow unplugging"),
    "a text in quotation marks is missing after `unplugging` in an allowance",
  ],
  [
    "a type before its name",
    "reading(degrees: number)",
    "reading(number degrees)",
    "the type stands behind the name: `degrees: number`",
    "reading(degrees: number)",
  ],
  ["an expectation without a type", "target: number = 20", "target = 20", "`target` has no type"],
  [
    "a quantity without a type",
    'temperature: number in -50..60 "°C" = 15',
    "temperature = 15",
    "`temperature` has no type",
  ],

  // Properties.
  [
    "`reach`",
    "eventually room.temperature > 19",
    "room reach thermostat",
    "`reach` is not known here, `reaches` is",
    "room reaches thermostat",
  ],
  [
    "`does not reach`",
    "eventually room.temperature > 19",
    "thermostat does not reach thermostat",
    "`does not reach` is not known here, `never reaches` is",
    "thermostat never reaches thermostat",
  ],
  [
    "`never` in front",
    "eventually room.temperature > 19",
    "never thermostat reaches thermostat",
    "`never thermostat reaches` is written `thermostat never reaches`",
    "thermostat never reaches thermostat",
  ],
  [
    "`reaches only`",
    "eventually room.temperature > 19",
    "room reaches only thermostat",
    "`only` says through what all ways lead",
  ],
  [
    "`through` without `only`",
    "eventually room.temperature > 19",
    "room reaches thermostat through c",
    "`through` is not known here, `only through` is",
  ],
  [
    "a condition alone",
    "eventually room.temperature > 19",
    "thermostat.target > 3",
    "it is not said when this should hold",
  ],

  // Scenarios and experiments.
  [
    "`emit` for `emits`",
    "run 3 steps",
    "thermostat emit heat",
    "`emit` is not known here, `emits` is",
    "thermostat emits heat",
  ],
  [
    "who is perturbed behind",
    "run 3 steps",
    "thermostat perturbs thermostat with heat",
    "who is perturbed is named first: `perturb thermostat from thermostat`",
    "perturb thermostat from thermostat with heat",
  ],
  [
    "a perturbation without its operation",
    "run 3 steps",
    "perturb thermostat from room\n  run 3 steps",
    "`with` is missing after `room` in a perturbation",
  ],
  [
    "a perturbation without its operation, on one line",
    "run 3 steps",
    "perturb thermostat from room run 3 steps",
    "`with` is missing after `room` in a perturbation",
  ],
  [
    "a measure without a name",
    "measure final = room.temperature",
    "measure room.temperature",
    "a measure has a name: `measure temperature = room.temperature`",
  ],
  [
    "people within a system",
    "environment room {",
    "population p of 30 within thermostat { }\nenvironment room {",
    "people are no part of `thermostat`",
    "population p of 30 { }\nenvironment room {",
  ],

  // Comments, names, texts.
  [
    "a comment of scripts",
    "  operation heat",
    "  # it warms\n  operation heat",
    "a comment begins with `//`",
    "  // it warms\n  operation heat",
  ],
  [
    "a comment of databases",
    "  operation heat",
    "  -- it warms\n  operation heat",
    "a comment begins with `//`",
    "  // it warms\n  operation heat",
  ],
  [
    "a comment of web pages",
    "  operation heat",
    "  <!-- it warms -->\n  operation heat",
    "a comment begins with `//`",
    "  // it warms\n  operation heat",
  ],
  [
    "a dash in a name",
    "too_cold /",
    "too–cold /",
    "the name `too–cold` has a hyphen, which would be a minus",
    "too_cold /",
  ],
  [
    "an arrow with a dash",
    "temperature ->",
    "temperature –>",
    "`–>` stands where `->` is meant",
    "temperature ->",
  ],
  [
    "a digit before a name",
    "operation heat",
    "operation 2nd_heat",
    "the number `2` runs into the name `nd_heat`",
  ],
  [
    "a word before a text",
    'function "keep',
    'function is "keep',
    "expected a text in quotation marks in a function, found `is`",
  ],
  ["a unit that is not closed", '"°C" = 15', '"°C = 15', "the text that begins here is never closed"],

  // Scenarios and experiments.
  [
    "an assertion of test languages",
    "expect thermostat designates",
    "assert thermostat designates",
    "`assert` is not known here, `expect` is",
    "expect thermostat designates",
  ],
  [
    "something set that may be assumed",
    "change room.temperature to 10",
    "set room.temperature to 10",
    "`set` is not known here, `change` is",
  ],
  [
    "an assumption of mathematics",
    "change room.temperature to 10",
    "let thermostat.target = 10",
    "`let` is not known here, `given` is",
  ],
  [
    "a change by some amount",
    "change room.temperature to 10",
    "change room.temperature by 10",
    "`change room.temperature by` is written `change room.temperature to room.temperature + …`",
    "change room.temperature to room.temperature + 10",
  ],
  [
    "a change by some part",
    "change room.temperature to 10",
    "change room.temperature by 10%",
    "`change room.temperature by` is written `change room.temperature to room.temperature + …`",
  ],
  [
    "a change of what is not said in full",
    "change room.temperature",
    "change temperature",
    "it is not said whose `temperature` is meant",
    "change room.temperature",
  ],
  [
    "a change of an environment as a whole",
    "change room.temperature",
    "change room",
    "`room` as a whole has no value",
  ],
  [
    "a variation of what is not said in full",
    "vary thermostat.target",
    "vary target",
    "it is not said whose `target` is meant",
    "vary thermostat.target",
  ],
  [
    "a variation of nothing that there is",
    "vary thermostat.target",
    "vary humidity",
    "it is not said whose `humidity` is meant",
  ],
  [
    "a run until something within some steps",
    "run 3 steps",
    "run until room.temperature > 20% within 9 steps",
    "`within` is not known here, `at most` is",
    "run until room.temperature > 20% at most 9 steps",
  ],
  ["a run for some steps", "run 3 steps", "run for 3 steps", "`for` is not needed here", "run 3 steps"],
  [
    "a number of steps without the word",
    "run 3 steps",
    "run 3",
    "`steps` is missing after `3` in a run",
    "run 3 steps",
  ],
  ["one step without the word", "run 3 steps", "run 1", "`step` is missing after `1` in a run", "run 1 step"],
  [
    "once",
    "designates too_cold\n}",
    "resonates\n  expect thermostat.heat occurs once\n}",
    "`once` is not known here, `1 time` is",
    "resonates\n  expect thermostat.heat occurs 1 time\n}",
  ],
  [
    "twice",
    "eventually room.temperature > 19",
    "eventually thermostat.heat occurs twice",
    "`twice` is not known here, `2 times` is",
    "eventually thermostat.heat occurs 2 times",
  ],
  [
    "varied values without parentheses",
    "from 1 to 3 by 1",
    "over 1, 2, 3",
    "`(` is missing after `over` in a variation",
    "over (1, 2, 3)",
  ],
  ["one varied value", "from 1 to 3 by 1", "over 1", "`(` is missing after `over` in a variation"],
  [
    "values of a type without parentheses",
    "target: number = 20",
    "target: number = 20\n  expectation mood: one of high, low = high",
    "`(` is missing after `of` in an expectation",
    "target: number = 20\n  expectation mood: one of (high, low) = high",
  ],

  // Words of which a clause and a coupling are made.
  [
    "a clause without its word",
    "when degrees < target ->",
    "degrees < target ->",
    "`when` is missing before `degrees`",
    "when degrees < target ->",
  ],
  [
    "a clause without a condition",
    "otherwise -> warm_enough",
    "-> warm_enough",
    "`otherwise` is missing before `->`",
  ],
  [
    "a sign for a word",
    "between room and thermostat",
    "between room,thermostat",
    "expected `and` in a coupling, found `,`",
    "between room and thermostat",
  ],
  [
    "nothing for a word",
    "between room and thermostat",
    "between room thermostat",
    "`and` is missing after `room` in a coupling",
    "between room and thermostat",
  ],

  // What is expected of a run.
  [
    "something said of a system",
    "thermostat designates too_cold",
    "thermostat is too_cold",
    "what a system designates is expected like this: `thermostat designates too_cold`",
    "thermostat designates too_cold",
  ],
  [
    "something else said of a system",
    "thermostat designates too_cold",
    "thermostat is broken",
    "a system cannot be expected to be `broken`",
  ],
  [
    "an operation as a verb",
    "thermostat designates too_cold",
    "thermostat heats",
    "that `thermostat` operates is said of its operation: `thermostat.heat occurs`",
  ],
  [
    "a verb that is no operation",
    "thermostat designates too_cold",
    "thermostat sleeps",
    "`sleeps` is nothing that a system can be expected to do",
  ],
  [
    "a movement",
    "thermostat designates too_cold",
    "room.temperature rises",
    "what rises is compared with a value: `room.temperature > 15`",
  ],
  ["`that`", "expect thermostat", "expect that thermostat", "`that` is not needed here", "expect thermostat"],
  ["an article", "run 3 steps", "thermostat emits a heat", "`a` is not needed here", "thermostat emits heat"],
  [
    "two things that happen",
    "thermostat designates too_cold",
    "thermostat resonates and designates too_cold",
    "an `expect` says of one thing what happens to it",
    "thermostat resonates\n  expect thermostat designates too_cold",
  ],
  [
    "one thing that happens or another",
    "thermostat designates too_cold",
    "thermostat resonates or room.temperature > 3",
    "an `expect` says of one thing what happens to it",
  ],
  [
    "what happens where a run waits",
    "run 3 steps",
    "run until thermostat designates too_cold at most 9 steps",
    "`until` waits for a condition, and what happens is no condition",
  ],
  [
    "what happens where a run waits, without a bound",
    "run 3 steps",
    "run until thermostat.heat occurs",
    "`until` waits for a condition, and what happens is no condition",
  ],
  [
    "more than some times",
    "thermostat designates too_cold",
    "thermostat.heat occurs more than 1 time",
    "`more than 1 time` is written `at least 2 times`",
    "thermostat.heat occurs at least 2 times",
  ],
  [
    "less than some times",
    "thermostat designates too_cold",
    "thermostat.heat occurs less than 2 times",
    "`less than 2 times` is written `at most 1 time`",
    "thermostat.heat occurs at most 1 time",
  ],
  [
    "`stays calm`",
    "thermostat designates too_cold",
    "thermostat stays calm",
    "`calm` is not known here, `indifferent` is",
    "thermostat stays indifferent",
  ],
  [
    "an own sensitivity in full",
    "thermostat designates too_cold",
    "thermostat resonates to thermostat.reading",
    "`thermostat.` is not needed here",
    "thermostat resonates to reading",
  ],
  [
    "an argument behind a sign of equality",
    "degrees: temperature)",
    "degrees = temperature)",
    "`:` is meant: an argument stands behind its name and a colon",
    "degrees: temperature)",
  ],
];

for (const [what, from, to, message, meant] of rows) {
  describe(what, () => {
    it("is said once", () => {
      const reading = errorsOf(from, to).filter(({ check }) => check === "syntax_error");
      expect(reading.map((found) => found.message)).toEqual([message]);
    });

    it(meant === undefined ? "is left to the modeller to mend" : "is mended to what is meant", () => {
      expect(mendedFrom(from, to)).toBe(meant === undefined ? undefined : rewritten(from, meant));
    });
  });
}
