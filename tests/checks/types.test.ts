/* Types, units, values and kinds: each mistake in its own words, and every fix gets rid of what it mends. */
import { expect, it } from "vitest";
import { afterFix, findings, findingsOf, fixesOf, onlyFinding } from "../support/found.ts";
import { room, twoMachines } from "./models.ts";

const members = `operation say(mood: one of (calm, angry))
  expectation mass: number "kg" = 1
  expectation length: number in 0..10 "m" = 1
  expectation mood: one of (calm, angry, sad) = calm
  expectation plain: boolean = true`;

/** The finding of a condition, or of effects, in a system with some expectations. */
function mismatch(condition: string, effects = "") {
  const text = room(members, effects).replace("when degrees < 20", `when ${condition}`);
  return { text, found: onlyFinding("type_mismatch", text) };
}

it.each([
  ["mass", 'a condition is true or false, and `mass` is a number "kg"', ["write `mass > 0`"]],
  ["mood", "a condition is true or false, and `mood` is one of calm, angry, sad", ["write `mood = calm`"]],
  ["plain + 1 > 2", "`+` goes with numbers, and `plain` is true or false", []],
  ["mass + length > 1", '`"m"` cannot be added to `"kg"`', []],
  ["mass > length", '`"kg"` and `"m"` cannot be compared', []],
  ["max(mass, length) > 1", '`max` cannot take `"kg"` and `"m"` together', []],
  ["mood < angry", "`<` compares numbers, and this is one of calm, angry, sad", ["write `mood != …`"]],
  ["mood = clam", "`clam` is no value of `mood`", ["certain: write `calm`"]],
  ["designated = too_clod", "`too_clod` is no value of the code", ["certain: write `too_cold`"]],
  ["mass = true", 'a number "kg" is never true or false', []],
  ["chance(40)", "a probability is between 0 and 1, and 40 is not", ["write `40%`"]],
  ["sqrt(1, 2) > 1", "`sqrt` takes 1 argument, and here are 2", []],
  ["min(1) > 1", "`min` takes 2 arguments or more, and here is 1", []],
  ["count(thermostat.say) > 1", "only an observer counts how often something has happened", []],
])("says what is wrong with `when %s`", (condition, message, fixes) => {
  const { text, found } = mismatch(condition);
  expect(found.message).toBe(message);
  expect(fixesOf(found)).toEqual(fixes);
  for (const fix of found.fixes) expect(findingsOf("type_mismatch", afterFix(text, fix))).toEqual([]);
});

it.each([
  ["length := 11", "`thermostat.length` is between 0 and 10, and 11 is not"],
  ["length := mass", '`thermostat.length` is in `"m"`, and this is in `"kg"`'],
  ["plain := 1", "`thermostat.plain` is true or false, and this is a number"],
  ["emit say(mood: mood)", "this can be `sad`, and the parameter `mood` of `say` cannot"],
])("says what is wrong with the effect `%s`", (effects, message) => {
  expect(mismatch("degrees < 20", effects).found.message).toBe(message);
});

it("points at what wants another type where it is declared", () => {
  const { text, found } = mismatch("degrees < 20", "length := 11");
  expect(found.related?.map(({ place }) => text.slice(place.start, place.end))).toEqual(["length"]);
});

it("turns a range round", () => {
  const text = room("expectation e: number in 5..1 = 3", "e := e + 1");
  const [fix] = onlyFinding("type_mismatch", text).fixes;
  expect(fix?.certain).toBe(true);
  expect(fix && afterFix(text, fix)).toContain("number in 1..5 = 3");
});

const scenario = (step: string) => `${twoMachines}scenario s { ${step} run 2 steps expect meter resonates }`;

it.each([
  ["unplug wire", "`wire` is a coupling, where a system is wanted", ["write `close wire`"]],
  ["close meter", "`meter` is a machine, where a coupling is wanted", ["write `unplug meter`"]],
  ["apply wire", "`wire` is a coupling, where a regulation is wanted", []],
  ["expect room resonates", "`room` is an environment, where a system is wanted", []],
  [
    "expect meter.use occurs",
    "`use` is a sensitivity of `meter`, where an operation or a limit is wanted",
    [],
  ],
  [
    "expect thermostat.heat\n",
    "`heat` is an operation of `thermostat`, where an expectation is wanted",
    ["write `thermostat.heat occurs`"],
  ],
])("says what kind of thing is wanted in `%s`", (step, message, fixes) => {
  const text = scenario(step);
  const found = onlyFinding("wrong_kind", text);
  expect(found.message).toBe(message);
  expect(fixesOf(found)).toEqual(fixes);
  for (const fix of found.fixes) expect(findingsOf("wrong_kind", afterFix(text, fix))).toEqual([]);
});

it("names the operations of a system of which one is said to occur", () => {
  expect(onlyFinding("wrong_kind", scenario("expect thermostat occurs")).help).toContain(
    "of that kind there is `thermostat.heat`",
  );
});

it("adds `own` to a program on an operation, and takes it from one on a sensitivity", () => {
  const own = room("operation heat", "emit heat").replace("conditional on reading", "conditional on heat");
  const [fix] = onlyFinding("wrong_kind", own).fixes;
  expect(fix?.certain).toBe(true);
  expect(fix && afterFix(own, fix)).toContain("conditional on own heat {");
  const foreign = twoMachines.replace("conditional on reading", "conditional on own reading");
  const [other] = onlyFinding("wrong_kind", foreign).fixes;
  expect(other?.certain).toBe(true);
  expect(other && findings(afterFix(foreign, other))).toEqual([]);
});

it("says what a channel carries, and how it changes an environment", () => {
  const carrying = twoMachines.replace("thermostat.heat ->", "meter.total ->");
  expect(onlyFinding("wrong_kind", carrying).help).toEqual([
    "a channel carries what a system does; what it expects (`meter.total`) is for itself alone: let an operation say it",
  ]);
  const into = twoMachines.replace("meter.use(minutes: minutes)", "room.temperature");
  expect(onlyFinding("wrong_kind", into).help).toEqual([
    "toward an environment a channel assigns to quantities: `-> room { temperature := … }`",
  ]);
});

it.each([
  ["1", "type_mismatch", "write `true`"],
  ["0", "type_mismatch", "write `false`"],
  ["yes", "unknown_name", "write `true`"],
  ["Nein", "unknown_name", "write `false`"],
  ["TRUE", "unknown_name", "certain: write `true`"],
])("takes %s for the truth or falsehood that it means where it begins with one", (value, check, title) => {
  const text = room(`expectation e: boolean = ${value}`, "e := not e");
  const found = onlyFinding(check, text);
  expect(fixesOf(found)).toEqual([title]);
  expect(found.help?.join() ?? "").not.toContain("> 0");
  const [fix] = found.fixes;
  expect(fix && findings(afterFix(text, fix)).map((one) => one.check)).not.toContain(check);
});

it("says what the values are where a name is none", () => {
  const found = onlyFinding("unknown_name", room("expectation e: boolean = perhaps", "e := not e"));
  expect(found.help).toEqual(["its values are `true` and `false`"]);
});

it.each([
  ["130%", "four of ten is written `40%` or `0.4`"],
  ["57", "57 of a hundred is written `57%`, which is 0.57"],
])("says what to do about a chance of %s", (chance, help) => {
  const text = twoMachines.replace("(minutes: minutes)", `(minutes: minutes) with chance ${chance}`);
  expect(onlyFinding("type_mismatch", text).help).toEqual([help]);
});
