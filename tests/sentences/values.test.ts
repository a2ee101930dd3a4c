/* Numbers and other values, chance, and what cannot be computed. */
import { describe, expect, it } from "vitest";
import { receiver } from "../engine/plain/asking.ts";
import {
  decisionsOf,
  entriesOf,
  inBoth,
  irritationsOf,
  noiseOf,
  operationsOf,
  outcomes,
  outcomesOf,
  run,
  valueOf,
  verdictOf,
  violationsOf,
} from "../support/both.ts";
import { errorsIn } from "../support/found.ts";

/** Whether each condition holds, seen by the observer. */
function holds(...conditions: readonly string[]): readonly boolean[] {
  const expects = conditions.map((condition) => `expect ${condition}`).join(" ");
  return outcomes(`environment e { q: number = 4 zero: number = 0 } scenario s { ${expects} }`);
}

describe("Values", () => {
  it("Numbers are IEEE doubles.", () => {
    const runs = run(`environment e { q: number = 0.1 + 0.2 r: number = 9007199254740992 + 1 }
scenario s { expect e.q > 0 }`);
    expect(valueOf(runs, "e.q")).toBe(0.30000000000000004);
    expect(valueOf(runs, "e.r")).toBe(9007199254740992);
  });

  it("Two numbers are equal if they differ by no more than 0.000000001 times the largest of 1 and their two magnitudes; …", () => {
    expect(
      holds("0 = 0.0000000009", "0 = 0.0000000011", "1000 = 1000.0000009", "1000 = 1000.0000011", "1 = -1"),
    ).toEqual([true, false, true, false, false]);
  });

  it("… all comparisons, …", () => {
    expect(holds("0 < 0.0000000009", "0 < 0.0000000011", "0.0000000009 <= 0", "0 >= 0.0000000011")).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(holds("0.0000000009 > 0", "0 != 0.0000000009", "0 != 0.0000000011")).toEqual([false, false, true]);
  });

  it("… bounds, …", () => {
    const runs = run(`environment e { q: number in 0..1 = 0 r: number in 0..1 = 0 }
scenario s { change e.q to 1 + 0.9 / 10 ^ 9 change e.r to 1 + 1.1 / 10 ^ 9 expect e.q = 1 and e.r = 0 }`);
    expect(outcomesOf(runs)).toEqual([true]);
    expect(violationsOf(runs)).toEqual(["0 out_of_bounds e.r"]);
  });

  it("… aims …", () => {
    const verdict = (sent: string) =>
      verdictOf(
        receiver(
          `expectation n: number = 0 program p conditional on got { otherwise -> yes { n := x } }`,
          "apply r run expect receiver resonates",
        ) +
          `regulation r { by sender of receiver starts with sender.send(x: ${sent}) through line aim receiver.n >= 1 }`,
      );
    expect(verdict("1 - 0.9 / 10 ^ 9")).toBe("effective");
    expect(verdict("1 - 1.1 / 10 ^ 9")).toBe("ineffective");
  });

  it('… and "has changed" go by this …', () => {
    const runs = run(`environment e { q: number = 1 }
machine m { code a / b sensitive to got(x: number) program p conditional on got { otherwise -> a } }
coupling c between e and m { e.q -> m.got(x: 5) }
scenario s { run 1 steps change e.q to 1 + 0.9 / 10 ^ 9 run 1 steps change e.q to 1 + 2.1 / 10 ^ 9 run 1 steps expect m resonates }`);
    // The first change is none; the second is one, compared with what was offered.
    expect(irritationsOf(runs)).toEqual(["1 m.got x=5", "3 m.got x=5"]);
  });

  it("… (`50% + 10% + 10% + 10% = 80%` holds).", () => {
    expect(0.5 + 0.1 + 0.1 + 0.1).not.toBe(0.8);
    expect(holds("50% + 10% + 10% + 10% = 80%")).toEqual([true]);
  });

  it("Booleans and enumerated values know `=` and `!=` only; nothing is converted.", () => {
    const condition = (text: string) =>
      `environment e { b: boolean = true w: one of (low, high) = low n: number = 1 } scenario s { expect ${text} }`;
    expect(outcomes(condition("e.b = true and e.b != false and e.w = low and e.w != high"))).toEqual([true]);
    for (const [wrong, underlined] of [
      ["e.b > false", "e.b"],
      ["e.w < high", "e.w"],
      ["e.n = true", "e.n = true"],
      ["e.b + 1 = 2", "e.b"],
      ["e.n", "e.n"],
    ])
      expect([wrong, errorsIn(condition(wrong ?? ""))]).toEqual([wrong, [`type_mismatch ${underlined}`]]);
  });

  it("An enumerated value fits a type that lists it.", () => {
    const sending = (
      from: string,
      word: string,
    ) => `machine a { code on / off operation send(w: one of (${from})) }
machine m {
  code yes / no sensitive to got(w: one of (low, high, other))
  expectation mood: one of (other, high, low) = other
  program p conditional on got { otherwise -> yes { mood := w } }
}
coupling c between a and m { a.send -> m.got(w: w) }
scenario s { a emits send(w: ${word}) run expect m.mood = high }`;
    expect(outcomes(sending("low, high", "high"))).toEqual([true]);
    expect(errorsIn(sending("high, deep", "high"))).toEqual(["type_mismatch w"]);
    expect(errorsIn(sending("low, high", "other"))).toEqual(["type_mismatch other"]);
  });

  it("`round` takes halves away from zero.", () => {
    expect(
      holds("round(2.5) = 3", "round(-2.5) = -3", "round(0.5) = 1", "round(-0.4) = 0", "round(1.4999) = 1"),
    ).toEqual([true, true, true, true, true]);
  });

  it("Where a number is not finite, …", () => {
    for (const value of [
      "1 / e.zero",
      "0 / e.zero",
      "log(e.zero)",
      "sqrt(-e.q)",
      "exp(e.q * 1000)",
      "mod(e.q, e.zero)",
      "(-e.q) ^ 0.5",
      "10 ^ 308 * e.q * 10",
      "-1 / e.zero",
      "min(1, 1 / e.zero)",
    ]) {
      const runs = run(
        `environment e { q: number = 4 zero: number = 0 } scenario s { change e.q to ${value} expect e.q = 4 }`,
      );
      expect([value, violationsOf(runs), outcomesOf(runs)]).toEqual([value, ["0 not_a_number s"], [true]]);
    }
  });

  it("… or a probability not in 0..1, …", () => {
    const runs = run(
      receiver(
        "program p conditional on got { when chance(x) -> yes otherwise -> no }",
        "sender emits send(x: 1.5) sender emits send(x: -0.5) sender emits send(x: 1) sender emits send(x: 0) run expect receiver resonates",
      ),
    );
    expect(violationsOf(runs)).toEqual(["1 not_a_number p", "1 not_a_number p"]);
    expect(decisionsOf(runs)).toEqual(["1 p 1 no", "1 p 1 no", "1 p 0 yes", "1 p 1 no"]);
  });

  it("… that is the run-time violation `not_a_number`, and what was being computed (condition, …", () => {
    const runs = run(
      receiver(
        "program p conditional on got { when 1 / x > 0 -> yes otherwise -> no }",
        "sender emits send(x: 0) sender emits send(x: 2) run expect receiver resonates",
      ),
    );
    expect(violationsOf(runs)).toEqual(["1 not_a_number p"]);
    expect(decisionsOf(runs)).toEqual(["1 p 1 no", "1 p 0 yes"]);
    expect(runs.result.diagnostics.map(({ check, severity }) => `${severity} ${check}`)).toEqual([
      "error not_a_number",
    ]);
  });

  it("… effect, …", () => {
    const runs = run(
      receiver(
        `operation tell(n: number) expectation n: number = 7 expectation m: number = 0
         program p conditional on got { otherwise -> yes { n := 1 / x emit tell(n: 1 / x) m := 5 } }`,
        "sender emits send(x: 0) run expect receiver.n = 7 and receiver.m = 5 expect receiver.tell never occurs",
      ),
    );
    expect(outcomesOf(runs)).toEqual([true, true]);
    expect(violationsOf(runs)).toEqual(["1 not_a_number p", "1 not_a_number p"]);
  });

  it("… passage, …", () => {
    const runs = run(
      receiver(
        "program p conditional on got { otherwise -> yes }",
        "sender emits send(x: 0) sender emits send(x: 1) run expect receiver resonates",
      ).replace("got(x: x)", "got(x: 1 / x)"),
    );
    expect(violationsOf(runs)).toEqual(["0 not_a_number line"]);
    expect(noiseOf(runs)).toEqual(["0 receiver not a number"]);
    expect(irritationsOf(runs)).toEqual(["1 receiver.got x=1"]);
  });

  it("… movement) does not happen.", () => {
    const runs = run(`environment e { q: number = 1 becomes 1 / (q - 1) r: number = 1 becomes r + q }
scenario s { run 1 steps expect e.q = 1 and e.r = 2 }`);
    expect(violationsOf(runs)).toEqual(["1 not_a_number e.q"]);
    expect(outcomesOf(runs)).toEqual([true]);
  });
});

describe("Chance", () => {
  const everywhere = `environment e {
  q: number in 0..1 = uniform(0, 1) becomes uniform(0, 1)
  r: number = normal(0, 1)
}
machine a { code on / off operation send(x: number) }
machine m {
  code yes / no
  sensitive to got(x: number) when not chance(0)
  operation tell(n: number)
  expectation n: number = uniform(1, 1)
  limit luck blocks tell when chance(0)
  program p conditional on got { when chance(100%) -> yes { n := uniform(2, 2) emit tell(n: normal(5, 0)) } }
}
coupling c between a and m { a.send -> m.got(x: uniform(x, x)) when chance(1) with chance 1 }
`;

  it("`chance`, `uniform`, `normal` may stand in programs, sensitivities, limits, channels, `becomes`, initial values and a scenario's steps, …", () => {
    const runs = run(`${everywhere}scenario s {
  given e.q = uniform(1, 1)
  a emits send(x: uniform(9, 9))
  change e.r to normal(3, 0)
  expect e.q = 1 and e.r = 3
  run 1 steps
  expect m.n = 2
}`);
    expect(outcomesOf(runs)).toEqual([true, true]);
    expect(operationsOf(runs)).toEqual(["0 a.send x=9", "1 m.tell n=5"]);
    expect(irritationsOf(runs)).toEqual(["1 m.got x=9"]);
  });

  it("… not in an `expect`, aim, property, `until` or measure.", () => {
    const observing = (members: string, steps = "") =>
      `${everywhere}${members} scenario s { ${steps} run 1 steps }`;
    const drawn = "e.q < uniform(0, 1)";
    const wrong = ["type_mismatch uniform(0, 1)"];
    expect(errorsIn(observing("", `expect ${drawn}`))).toEqual(wrong);
    expect(
      errorsIn(observing(`regulation r { by a of m starts with a.send(x: 1) through c aim ${drawn} }`)),
    ).toEqual(wrong);
    expect(errorsIn(observing(`property p { always ${drawn} }`))).toEqual(wrong);
    expect(errorsIn(observing("", `run until ${drawn} at most 2 steps`))).toEqual(wrong);
    expect(errorsIn(observing(`experiment x of s { measure share = ${drawn} }`))).toEqual(wrong);
  });

  /** What is drawn: two quantities at first and in each of three steps, and two arguments in one step. */
  function drawn(seed: number, elsewhere = ""): readonly number[] {
    const runs = run(
      `environment e { a: number = uniform(0, 1) becomes uniform(0, 1) b: number = uniform(0, 1) becomes uniform(0, 1) }
${receiver("operation tell(n: number) program p conditional on got { otherwise -> yes { emit tell(n: uniform(0, 1)) } }", "sender emits send(x: 1) sender emits send(x: 1) run 3 steps expect step = 3")}
${elsewhere}`,
      { seed },
    );
    const moved = entriesOf(runs, "value").flatMap(({ owner, to }) => (owner === "e" ? [to] : []));
    const told = entriesOf(runs, "operation").flatMap(({ name, args }) =>
      name === "tell" ? args.map(({ value }) => value) : [],
    );
    const initial = inBoth(runs, (shown) => [shown.initial.get("e.a"), shown.initial.get("e.b")]);
    return [...initial, ...moved, ...told].map(Number);
  }

  it("Every place in the model that draws has a stream of its own: what it draws depends on the seed, the place, the step and how often the place has drawn in this step, …", () => {
    const one = drawn(1);
    // Other places, other steps, other times in a step: ten numbers, none of them twice.
    expect(one).toHaveLength(2 + 6 + 2);
    expect(new Set(one).size).toBe(10);
    const other = drawn(2);
    expect(one.filter((number, at) => number === other[at])).toEqual([]);
    expect(drawn(1)).toEqual(one);
  });

  it("… and on nothing that happens elsewhere.", () => {
    const more = `environment other { c: number = uniform(0, 1) becomes normal(0, 1) }
machine n { code left / right operation o program w conditional on every step { when chance(50%) -> left { emit o } otherwise -> right } }`;
    expect(drawn(1, more)).toEqual(drawn(1));
  });

  it("`seed` may stand once, before anything happens in a scenario; …", () => {
    const text = (steps: string) =>
      `environment e { q: number = uniform(0, 1) } scenario s { ${steps} expect e.q >= 0 }`;
    const seeded = (steps: string) => inBoth(run(text(steps)), ({ seed }) => seed);
    expect(seeded("seed 7")).toBe(7);
    expect(errorsIn(text("seed 7 seed 8"))).toEqual(["duplicate_member seed 8"]);
    expect(errorsIn(text("change e.q to 1 seed 7"))).toEqual(["late_assumption seed 7"]);
    expect(valueOf(run(text("seed 7")), "e.q")).not.toBe(valueOf(run(text("seed 8")), "e.q"));
  });

  it("… without it the seed is 1.", () => {
    const text = (steps: string) =>
      `environment e { q: number = uniform(0, 1) } scenario s { ${steps} expect e.q >= 0 }`;
    expect(inBoth(run(text("")), ({ seed }) => seed)).toBe(1);
    expect(valueOf(run(text("")), "e.q")).toBe(valueOf(run(text("seed 1")), "e.q"));
  });
});
