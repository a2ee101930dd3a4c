/* What becomes of an operation for everybody else. */
import { describe, expect, it } from "vitest";
import { fatesIn } from "../../src/index.ts";
import { receiver } from "../engine/plain/asking.ts";
import { entriesOf, noiseOf, run, type Runs } from "../support/both.ts";

/** What became of the operations of a name for a system, in the order of the trace. */
function fates(runs: Runs, name: string, of: string): readonly string[] {
  return entriesOf(runs, "operation")
    .filter((entry) => entry.name === name)
    .flatMap(({ id }) => fatesIn(runs.result, id))
    .filter(({ owner }) => owner === of)
    .map((fate) =>
      fate.kind === "noise"
        ? fate.reason
        : fate.kind === "irritated"
          ? `${fate.coupling} ${fate.channel} ${fate.value}`
          : fate.kind,
    );
}

describe("Noise", () => {
  const members = "program p conditional on got { when x > 5 -> yes when x > 1 -> no }";

  it("For every operation and every other system the trace can say what became of it: it irritated (channel, clause, value), …", () => {
    const runs = run(
      receiver(members, "sender emits send(x: 9) sender emits send(x: 3) run expect receiver resonates"),
    );
    expect(fates(runs, "send", "receiver")).toEqual(["line 0 yes", "line 0 no"]);
    expect(entriesOf(runs, "decision").map(({ program, clause, value }) => [program, clause, value])).toEqual(
      [
        ["p", 0, "yes"],
        ["p", 1, "no"],
      ],
    );
  });

  const three = (
    couplings: string,
    steps: string,
  ) => `machine a { code on / off operation send(x: number) operation other }
machine m {
  code yes / no sensitive to got(x: number in 0..9) when x > bar
  expectation bar: number = 3
  program p conditional on got { when x > 5 -> yes }
}
machine n { code good / bad sensitive to got(x: number) program p conditional on got { otherwise -> good } }
${couplings}
scenario s { ${steps} run 1 steps expect step > 0 }`;
  const toBoth =
    "coupling c between a and m { a.send -> m.got(x: x) } coupling d between a and n { a.send -> n.got(x: x) }";

  it("… or it was noise, and why, the first that applies: not at issue (a perturbation of another system); …", () => {
    const runs = run(three(toBoth, "close c perturb n from a with send(x: 9)"));
    expect(fates(runs, "send", "m")).toEqual(["not at issue"]);
    expect(fates(runs, "send", "n")).toEqual(["d 0 good"]);
  });

  it("… no coupling; …", () => {
    const runs = run(three("coupling c between a and m { a.send -> m.got(x: x) }", "a emits send(x: 9)"));
    expect(fates(runs, "send", "n")).toEqual(["no coupling"]);
  });

  it("… a coupling, but no channel for this operation; …", () => {
    const runs = run(three(toBoth, "close c a emits other"));
    expect(fates(runs, "other", "m")).toEqual(["no channel"]);
  });

  const first = (options: string, steps: string) =>
    run(three(`coupling c between a and m { a.send -> m.got(x: x) ${options} }`, steps));

  it("… the coupling closed; …", () => {
    const runs = first("when x > 9 with chance 0 at most 0 per step", "close c a emits send(x: 1)");
    expect(noiseOf(runs)).toEqual(["0 m closed"]);
    expect(fates(runs, "send", "m")).toEqual(["closed"]);
  });

  it("… condition not met (with the values); …", () => {
    const runs = first("when x > 9 + step with chance 0 at most 0 per step", "a emits send(x: 1)");
    expect(noiseOf(runs)).toEqual(["0 m condition"]);
    expect(entriesOf(runs, "noise")[0]?.values).toEqual([
      { name: "x", value: 1 },
      { name: "step", value: 0 },
    ]);
    expect(fates(runs, "send", "m")).toEqual(["condition"]);
  });

  it("… chance; …", () => {
    const runs = first("with chance 0 at most 0 per step", "a emits send(x: 1)");
    expect(fates(runs, "send", "m")).toEqual(["chance"]);
    expect(noiseOf(runs)).toEqual(["0 m chance"]);
  });

  it("… over the channel's capacity; …", () => {
    const runs = first("at most 0 per step", "unplug m a emits send(x: 11)");
    expect(fates(runs, "send", "m")).toEqual(["capacity"]);
    expect(noiseOf(runs)).toEqual(["0 m capacity"]);
  });

  it("… out of bounds; …", () => {
    const runs = first("", "unplug m a emits send(x: 11)");
    expect(fates(runs, "send", "m")).toEqual(["out of bounds"]);
    expect(noiseOf(runs)).toEqual(["0 m out of bounds"]);
  });

  it("… unplugged; …", () => {
    const runs = first("", "unplug m a emits send(x: 1)");
    expect(fates(runs, "send", "m")).toEqual(["unplugged"]);
    expect(noiseOf(runs)).toEqual(["1 m unplugged"]);
  });

  it("… filtered by the system's own sensitivity; …", () => {
    const runs = first("", "a emits send(x: 1)");
    expect(fates(runs, "send", "m")).toEqual(["filtered"]);
    expect(noiseOf(runs)).toEqual(["1 m filtered"]);
    expect(entriesOf(runs, "noise")[0]?.values).toEqual([
      { name: "x", value: 1 },
      { name: "bar", value: 3 },
    ]);
  });

  it("… undecided.", () => {
    const runs = first("", "a emits send(x: 4)");
    expect(fates(runs, "send", "m")).toEqual(["c 0 undecided"]);
    expect(entriesOf(runs, "decision")).toMatchObject([{ step: 1, owner: "m", value: "undecided" }]);
    expect(noiseOf(runs)).toEqual([]);
  });
});
