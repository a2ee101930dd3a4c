/* What is said of a text with one mistake: once, and of its cause. */
import { describe, expect, it } from "vitest";
import { errorsOf, mendedFrom, model, rewritten } from "../support/reading.ts";

/** A thermostat and its room, coupled both ways, with one stretch written otherwise. */
function written(from: string, to: string): readonly string[] {
  return errorsOf(from, to).map(({ message }) => message);
}

describe("a name that is missing is said once, and not wherever the thing is used", () => {
  it.each([
    ["operation heat", "operation", "a name is missing after `operation` in an operation"],
    ["reading(degrees: number)", "(degrees: number)", "a name is missing after `to` in a sensitivity"],
    ["degrees: number", ": number", "a name is missing after `(` in a sensitivity"],
    ["expectation target:", "expectation :", "a name is missing after `expectation` in an expectation"],
    ["machine thermostat {", "machine {", "a name is missing after `machine` in a system"],
    ["room.temperature ->", ".temperature ->", "a name is missing before `.` in a coupling"],
    ["room.temperature ->", "room. ->", "a name is missing after `.` in a channel"],
    ["emit heat", "emit", "a name is missing after `emit` in an emission"],
    ["change room.temperature", "change .temperature", "a name is missing before `.` in a change"],
    ["-> too_cold", "->", "a value of the code is missing after `->` in a clause"],
  ])("%s, written %s", (from, to, message) => {
    expect(written(from, to)).toEqual([message]);
  });
});

describe("a word of the language is not taken for the name that is missing before it", () => {
  it.each([
    ["limit frost blocks", "limit blocks", "a name is missing after `limit` in a limit"],
    ["c between", "between", "a name is missing after `coupling` in a coupling"],
    ["experiment e of", "experiment of", "a name is missing after `experiment` in an experiment"],
    ["thermostat designates", "designates", "a name is missing after `expect` in an expectation of yours"],
    [
      "vary thermostat.target from 1",
      "vary thermostat.target from",
      "a name is missing after `from` in a variation",
    ],
  ])("%s, written %s", (from, to, message) => {
    expect(written(from, to)).toEqual([message]);
  });
});

describe("a type, a value, a number or a text that is missing is said once", () => {
  it.each([
    ["(degrees: number)", "(degrees)", "`degrees` has no type"],
    [
      "(degrees: number)",
      "(degrees:)",
      "a type: `number`, `boolean` or `one of (…)` is missing after `:` in a sensitivity",
    ],
    ["degrees < target", "degrees <", "a value, a name or a condition is missing after `<` in a clause"],
    ["degrees < target", "< target", "a value, a name or a condition is missing before `<` in a clause"],
    ["degrees: temperature", "degrees:", "a value, a name or a condition is missing after `:` in a channel"],
    ["run 3 steps", "run steps", "a number is missing after `run` in a run"],
    ["runs 10", "runs", "a number is missing after `runs` in the number of runs"],
    [
      'function "keep the room warm"',
      "function",
      "a text in quotation marks is missing after `function` in a function",
    ],
  ])("%s, written %s", (from, to, message) => {
    expect(written(from, to)).toEqual([message]);
  });
});

describe("of two braces the one that is missing is said", () => {
  it.each([
    [
      "warm { eventually room.temperature > 19 }",
      "warm eventually room.temperature > 19 }",
      "the body of `property warm` is never opened",
    ],
    ["run 3 steps", "repeat 3 times run 1 step }", "the body of `repeat 3 times` is never opened"],
    ["run 3 steps", "either run } or { run 2 steps }", "the body of `either` is never opened"],
    [
      "too_cold { emit heat }",
      "too_cold emit heat }",
      "the body of `when degrees < target -> too_cold` is never opened",
    ],
    ["room { temperature", "room temperature", "the body of `thermostat.heat -> room` is never opened"],
    [
      "too_cold { emit heat }",
      "too_cold { emit heat",
      "the body of `when degrees < target -> too_cold` is never closed",
    ],
    ["temperature + 1 }", "temperature + 1", "the body of `thermostat.heat -> room` is never closed"],
    ["run 3 steps", "either { run or { run 2 steps }", "the body of `either` is never closed"],
    [
      "warm { eventually room.temperature > 19 }",
      "warm { eventually room.temperature > 19",
      "the body of `property warm` is never closed",
    ],
    ["scenario cold {", "scenario cold", "the body of `scenario cold` is never opened"],
    ["scenario cold {", "scenario cold (", "the body of `scenario cold` is never opened"],
    ["scenario cold {", "scenario cold:", "the body of `scenario cold` is never opened"],
    ["  operation heat", "  }\n  operation heat", "this `}` closes nothing"],
    ["  operation heat", "}\n  operation heat", "this `}` closes nothing"],
    ["  operation heat", "  operation heat }", "this `}` closes nothing"],
  ])("%s, written %s", (from, to, message) => {
    expect(written(from, to)).toEqual([message]);
  });
});

describe("a body without its braces gets both, or none", () => {
  it.each([
    ["warm { eventually room.temperature > 19 }", "warm eventually room.temperature > 19"],
    ["run 3 steps", "repeat 3 times run 1 step", "repeat 3 times { run 1 step }"],
    ["too_cold { emit heat }", "too_cold emit heat"],
    ["too_cold { emit heat }", "too_cold emit heat }"],
    ["warm { eventually room.temperature > 19 }", "warm eventually room.temperature > 19 }"],
  ])("%s, written %s", (from, to, meant = from) => {
    expect(written(from, to)).toHaveLength(1);
    expect(mendedFrom(from, to)).toBe(rewritten(from, meant));
  });
});

describe("a parenthesis that is missing is said once", () => {
  it.each([
    [
      "reading(degrees: number)",
      "reading degrees: number)",
      "`(` is missing after `reading` in a sensitivity",
    ],
    [
      "reading(degrees: number)",
      "readingdegrees: number)",
      "`(` is missing after `readingdegrees` in a sensitivity",
    ],
    [
      "reading(degrees: temperature)",
      "readingdegrees: temperature)",
      "`(` is missing after `readingdegrees` in a channel",
    ],
    ["temperature + 1", "min temperature, 30)", "`(` is missing after `min` in an assignment"],
    ["reading(degrees: number)", "reading(degrees: number", "`)` is missing after `number` in a sensitivity"],
  ])("%s, written %s", (from, to, message) => {
    expect(written(from, to)).toEqual([message]);
  });
});

describe("a range without its words gets them", () => {
  it.each([
    ["number in -50..60", "number -50..60"],
    ["number in -50..60", "in -50..60"],
    ["number in -50..60", "-50..60"],
  ])("%s, written %s", (from, to) => {
    expect(written(from, to)).toHaveLength(1);
    expect(mendedFrom(from, to)).toBe(model);
  });
});
