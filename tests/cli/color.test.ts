import { expect, test } from "vitest";
import { wantsColor } from "../../src/cli/color.ts";

test("without a word about it, a terminal is coloured and a pipe is not", () => {
  expect(wantsColor("auto", {}, true)).toBe(true);
  expect(wantsColor("auto", {}, false)).toBe(false);
});

test("what is said on the command line wins over every variable", () => {
  expect(wantsColor("always", { NO_COLOR: "1", TERM: "dumb" }, false)).toBe(true);
  expect(wantsColor("never", { FORCE_COLOR: "1" }, true)).toBe(false);
});

test("NO_COLOR wins over FORCE_COLOR, and that over the terminal", () => {
  expect(wantsColor("auto", { NO_COLOR: "1", FORCE_COLOR: "1" }, true)).toBe(false);
  expect(wantsColor("auto", { FORCE_COLOR: "1", TERM: "dumb" }, false)).toBe(true);
  expect(wantsColor("auto", { CLICOLOR_FORCE: "1" }, false)).toBe(true);
  expect(wantsColor("auto", { FORCE_COLOR: "0" }, true)).toBe(false);
});

test("a variable set to nothing is not set", () => {
  expect(wantsColor("auto", { NO_COLOR: "", FORCE_COLOR: "" }, true)).toBe(true);
});

test("a terminal that says it is dumb, or CLICOLOR=0, has no colour", () => {
  expect(wantsColor("auto", { TERM: "dumb" }, true)).toBe(false);
  expect(wantsColor("auto", { CLICOLOR: "0" }, true)).toBe(false);
});
