/* The plain interpreter alone: channels, and the order within a step. */
import { describe, expect, it } from "vitest";
import { allHold, decisionsOf, entriesOf, noiseOf, receiver, run, violationsOf } from "./asking.ts";

describe("channels", () => {
  it("The channel fires when that quantity has changed since it was last offered; at the start every quantity counts as changed", () => {
    const result = run(`environment e { q: number = 1 }
machine m { code a / b sensitive to got(x: number) program p conditional on got { otherwise -> a } }
coupling c between e and m { e.q -> m.got(x: q) }
scenario s { run change e.q to 1 run change e.q to 2 run expect m resonates }`);
    expect(decisionsOf(result)).toEqual(["1 p 0 a", "3 p 0 a"]);
    const causes = entriesOf(result, "irritation").map(({ cause }) => cause);
    const [value] = entriesOf(result, "value");
    expect(causes).toEqual([undefined, value?.id]);
  });

  it("`at most`: the first that come pass, the rest is lost; options are asked in this order: `when`, `with chance`, `at most`", () => {
    const result = run(
      receiver(
        `program p conditional on got { otherwise -> yes }`,
        `sender emits send(x: 0) sender emits send(x: 1) sender emits send(x: 2) run
         expect receiver resonates`,
        "at most 1 per step with chance 100% when x > 0",
      ),
    );
    expect(noiseOf(result)).toEqual(["0 receiver condition", "0 receiver capacity"]);
    expect(entriesOf(result, "noise").map(({ values }) => values)).toEqual([
      [{ name: "x", value: 0 }],
      [{ name: "capacity", value: 1 }],
    ]);
    expect(decisionsOf(result)).toEqual(["1 p 0 yes"]);
  });

  it("A probability not in 0..1 is the violation `not_a_number`, and the passage does not happen", () => {
    const result = run(
      receiver(
        `program p conditional on got { otherwise -> yes }`,
        `sender emits send(x: 2) sender emits send(x: 0) sender emits send(x: 1) run
         expect receiver resonates`,
        "with chance x",
      ),
    );
    expect(violationsOf(result)).toEqual(["0 not_a_number line"]);
    expect(noiseOf(result)).toEqual(["0 receiver not a number", "0 receiver chance"]);
  });

  it("A delay is a whole number of steps, at least one (else `instant_channel`)", () => {
    const result = run(
      receiver(
        `program p conditional on got { otherwise -> yes }`,
        `sender emits send(x: 0) sender emits send(x: 1.5) sender emits send(x: 3) run
         expect receiver resonates`,
        "after x steps",
      ),
    );
    expect(violationsOf(result)).toEqual(["0 instant_channel line", "0 instant_channel line"]);
    expect(noiseOf(result)).toEqual(["0 receiver not a number", "0 receiver not a number"]);
    expect(decisionsOf(result)).toEqual(["3 p 0 yes"]);
    expect(result.stepsOfRuns).toEqual([3]);
  });

  it("Assignments are computed when they arrive, one after another", () => {
    const result = run(`environment e { q: number in 0..20 = 1 r: number = 0 }
machine m { code a / b operation send(x: number) }
coupling c between m and e { m.send -> e { q := q + x r := q } after 2 steps }
scenario s { m emits send(x: 5) run 1 steps change e.q to 10 run expect e.q = 15 and e.r = 15 }`);
    expect(allHold(result)).toBe(true);
    expect(entriesOf(result, "arrival")).toMatchObject([{ step: 2, args: [{ name: "x", value: 5 }] }]);
  });
});

describe("one step", () => {
  it("Own operations first, then those from channels, ordered by declaration of channel, then by emission, then `every`", () => {
    const result = run(`machine a { code on / off operation x operation y }
machine m {
  code yes / no
  sensitive to first(n: number) sensitive to second(n: number)
  operation o
  program e conditional on every step { otherwise -> yes }
  program p conditional on first { otherwise -> yes }
  program q conditional on second { otherwise -> no }
  program r conditional on own o { otherwise -> no }
}
coupling c between a and m {
  a.y -> m.second(n: 1)
  a.x -> m.first(n: 2)
}
scenario s { a emits x a emits y m emits o a emits y run 1 steps expect m resonates }`);
    expect(decisionsOf(result)).toEqual(["1 r 0 no", "1 q 0 no", "1 q 0 no", "1 p 0 yes", "1 e 0 yes"]);
  });

  it("Assignments due now are made; then quantities with `becomes` move, all from the values they have then", () => {
    const result = run(`environment e { a: number in 0..8 = 1 becomes b b: number = 2 becomes a + b }
machine m { code on / off operation send }
coupling c between m and e { m.send -> e { a := 5 } }
scenario s { m emits send run 2 steps expect e.a = 7 expect e.b = 9 run 1 steps expect e.a = 7 expect e.b = 16 }`);
    // Step 1: a := 5, then a = 2, b = 5 + 2 = 7. Step 2: a = 7, b = 2 + 7 = 9. Step 3: a = 9 is out of bounds.
    expect(allHold(result)).toBe(true);
    expect(violationsOf(result)).toEqual(["3 out_of_bounds e.a"]);
  });

  it("The first reason that applies: the coupling closed; condition; …; unplugged; filtered by the system's own sensitivity", () => {
    const text = `machine a { code on / off operation send(x: number) }
machine m { code yes / no sensitive to got(x: number) when x > bar expectation bar: number = 3 program p conditional on got { otherwise -> yes } }
coupling c between a and m { a.send -> m.got(x: x) when x > 0 }
scenario s {
  close c a emits send(x: 0) run 1 steps
  open c a emits send(x: 0) run 1 steps
  a emits send(x: 2) run 1 steps
  a emits send(x: 9) unplug m run 1 steps
  expect m stays indifferent
}`;
    const result = run(text);
    expect(noiseOf(result)).toEqual(["0 m closed", "1 m condition", "3 m filtered", "4 m unplugged"]);
    expect(entriesOf(result, "noise")[2]?.values).toEqual([
      { name: "x", value: 2 },
      { name: "bar", value: 3 },
    ]);
    expect(allHold(result)).toBe(true);
  });
});
