/* What is said of a text with one mistake: once, and of its cause. */
import { describe, expect, it } from "vitest";
import { errorsOf } from "../support/reading.ts";

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
    ["room.temperature ->", ".temperature ->", "nothing in a coupling begins with `.`"],
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
    ["(degrees: number)", "(degrees)", "expected `:` in a sensitivity, found `)`"],
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
