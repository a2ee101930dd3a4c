/* What an expression sees, and what a name means. */
import { describe, expect, it } from "vitest";
import { receiver } from "../engine/plain/asking.ts";
import {
  decisionsOf,
  irritationsOf,
  operationsOf,
  outcomes,
  outcomesOf,
  properties,
  run,
  valueOf,
} from "../support/both.ts";
import { errorsIn } from "../support/found.ts";

describe("Scope is the boundary", () => {
  it("Inside a system an expression sees the parameters of what is at hand (the irritation; …", () => {
    const text = receiver(
      "program p conditional on got { when x > 2 -> yes otherwise -> no }",
      "sender emits send(x: 3) sender emits send(x: 1) run expect receiver resonates",
    );
    expect(decisionsOf(run(text))).toEqual(["1 p 0 yes", "1 p 1 no"]);
  });

  it("… on `own` and in a limit, the operation; …", () => {
    const runs = run(`machine m {
  code a / b
  operation o(n: number)
  limit cap blocks o when n > 5
  program p conditional on own o { when n > 2 -> a otherwise -> b }
}
scenario s { m emits o(n: 3) m emits o(n: 1) m emits o(n: 6) run expect m.cap occurs 1 time }`);
    expect(decisionsOf(runs)).toEqual(["1 p 0 a", "1 p 1 b"]);
    expect(outcomesOf(runs)).toEqual([true]);
  });

  it("… on `every`, none; …", () => {
    expect(
      errorsIn(receiver("program p conditional on every step { when x > 2 -> yes }", "run 1 steps")),
    ).toEqual(["unknown_name x"]);
  });

  it("… of several triggers, the parameters they have in common) …", () => {
    const both = (condition: string) => `machine a { code on / off operation send(x: number) }
machine m {
  code yes / no
  sensitive to got(x: number, y: number) sensitive to felt(x: number, z: number)
  program p conditional on got, felt { when ${condition} -> yes otherwise -> no }
}
coupling c between a and m { a.send -> m.got(x: x, y: 0) a.send -> m.felt(x: x - 1, z: 0) }
scenario s { a emits send(x: 3) run expect m resonates }`;
    // 3 is put before it by the one channel, 2 by the other.
    expect(decisionsOf(run(both("x > 2")))).toEqual(["1 p 0 yes", "1 p 1 no"]);
    expect(errorsIn(both("y > 2"))).toEqual(["unknown_name y"]);
  });

  it("… and the system's own expectations, nothing else.", () => {
    const reading = (condition: string) => `environment e { q: number = 1 }
machine a { code on / off operation send(x: number) expectation far: number = 0 }
machine m {
  code yes / no sensitive to got(x: number)
  expectation bar: number = 2
  program p conditional on got { when x > ${condition} -> yes otherwise -> no }
}
coupling c between a and m { a.send -> m.got(x: x) }
scenario s { a emits send(x: 3) a emits send(x: 2) run expect m resonates }`;
    expect(decisionsOf(run(reading("bar")))).toEqual(["1 p 0 yes", "1 p 1 no"]);
    expect(errorsIn(reading("a.far"))).toEqual(["reads_across_boundary a.far"]);
    expect(errorsIn(reading("e.q"))).toEqual(["reads_across_boundary e.q"]);
  });

  it("Inside a channel it sees the parameters of the source operation (or, from an environment or population, its quantities), nothing else: a coupling reads the structures of neither side.", () => {
    const reading = (
      condition: string,
      fromQuantity = "q + r",
    ) => `environment e { q: number = 1 r: number = 10 }
machine a { code on / off operation send(x: number) expectation far: number = 0 }
machine m {
  code yes / no sensitive to got(x: number)
  expectation bar: number = 2
  program p conditional on got { when x > bar -> yes otherwise -> no }
}
coupling c between a and m { a.send -> m.got(x: x * 2) when x > ${condition} }
coupling d between e and m { e.q -> m.got(x: ${fromQuantity}) }
scenario s { a emits send(x: 3) a emits send(x: 0) run expect m resonates }`;
    expect(irritationsOf(run(reading("0")))).toEqual(["1 m.got x=6", "1 m.got x=11"]);
    expect(errorsIn(reading("a.far"))).toEqual(["reads_across_boundary a.far"]);
    expect(errorsIn(reading("m.bar"))).toEqual(["reads_across_boundary m.bar"]);
    expect(errorsIn(reading("0", "m.bar"))).toEqual(["reads_across_boundary m.bar"]);
  });

  it("Only the assignments of a channel toward an environment or population see, besides, the quantities they change.", () => {
    const writing = (assigned: string, option: string) => `environment e { q: number = 1 }
machine a { code on / off operation send(x: number) }
coupling c between a and e { a.send -> e { q := ${assigned} } ${option} }
scenario s { a emits send(x: 3) run expect e.q = 4 }`;
    expect(outcomes(writing("q + x", ""))).toEqual([true]);
    expect(errorsIn(writing("q + x", "when e.q > 0"))).toEqual(["reads_across_boundary e.q"]);
  });

  it("`becomes` sees the quantities of its own environment or population; an initial value sees no names but the values of its type.", () => {
    const becoming = (becomes: string, initial = "low") => `environment e {
  q: number = 1 becomes ${becomes}
  r: number = 10
  mood: one of (low, high) = ${initial}
}
population people of 3 { joy: number = 7 becomes joy * 2 }
machine m { code a / b expectation bar: number = 5 }
scenario s { run 1 steps expect e.q = 11 and e.mood = low and people.joy = 14 }`;
    expect(outcomes(becoming("q + r"))).toEqual([true]);
    expect(errorsIn(becoming("people.joy"))).toEqual(["reads_across_boundary people.joy"]);
    expect(errorsIn(becoming("m.bar"))).toEqual(["reads_across_boundary m.bar"]);
    // Its own are not seen either: all begin at once.
    const own = errorsIn("environment e { q: number = 1 r: number = q }");
    expect(own.map((each) => each.split(" ")[1])).toEqual(["q"]);
    expect(
      errorsIn("environment e { q: number = m.bar } machine m { code a / b expectation bar: number = 5 }"),
    ).toEqual(["reads_across_boundary m.bar"]);
  });

  it("Whatever looks further is the error `reads_across_boundary`.", () => {
    const text = `environment e { q: number = far.q becomes far.q }
environment far { q: number = 1 }
machine a { code on / off operation send(x: number) }
machine m {
  code yes / no
  sensitive to got(x: number) when x > far.q
  operation tell(x: number)
  expectation bar: number = far.q
  limit cap blocks tell when x > far.q
  program p conditional on got { when x > far.q -> yes { bar := far.q emit tell(x: far.q) } }
  program w purpose on got { choose c -> yes yields far.q when x > far.q }
}
coupling c between a and m {
  a.send -> m.got(x: far.q) when x > far.q with chance far.q at most far.q per step after far.q steps
}
coupling d between a and e { a.send -> e { q := far.q } }`;
    expect(errorsIn(text)).toEqual(Array.from({ length: 16 }, () => "reads_across_boundary far.q"));
  });

  it("`step` is seen everywhere.", () => {
    const text = `environment e { q: number = step becomes q + step }
machine a { code on / off operation send(n: number) }
machine m {
  code yes / no
  sensitive to got(n: number) when step >= 1
  operation tell(n: number)
  expectation seen: number = step
  limit late blocks tell when step > 2
  program p conditional on got {
    when step = 1 -> yes { seen := step emit tell(n: step) }
    otherwise -> no { emit tell(n: step) }
  }
}
coupling c between a and m { a.send -> m.got(n: step) when step < 5 after step + 1 steps }
property short { always step < 4 }
scenario s {
  a emits send(n: step)
  run until step = 1 at most 9 steps
  a emits send(n: step)
  run 2 steps
  expect step = 3
  expect e.q = 6 and m.seen = 1
}`;
    const runs = run(text);
    expect(irritationsOf(runs)).toEqual(["1 m.got n=0", "3 m.got n=1"]);
    expect(decisionsOf(runs)).toEqual(["1 p 0 yes", "3 p 1 no"]);
    expect(operationsOf(runs)).toEqual(["0 a.send n=0", "1 m.tell n=1", "1 a.send n=1"]);
    expect(outcomesOf(runs)).toEqual([true, true]);
    expect(properties(text)).toEqual({ short: true });
  });

  it("Scenarios, properties, regulations' arguments and aims and experiments belong to the observer: they see everything, by its full name (`economy.price`).", () => {
    const text = `environment e { q: number = 2 }
machine a { code on / off operation send(n: number) expectation push: number = 3 }
machine m {
  code yes / no sensitive to got(n: number)
  expectation sum: number = 0
  program p conditional on got { otherwise -> yes { sum := sum + n } }
}
coupling c between a and m { a.send -> m.got(n: n) }
regulation r { by a of m starts with a.send(n: a.push + e.q) through c aim m.sum >= a.push + e.q }
property small { always m.sum <= a.push + e.q + 3 }
experiment x of s { vary a.push over (1, 2) measure sum = m.sum + e.q }
scenario s {
  change e.q to e.q * 2 + m.sum
  a emits send(n: a.push)
  apply r
  run until m.sum > a.push at most 5 steps
  expect m.sum = a.push + a.push + e.q
  expect r is effective
}`;
    // e.q becomes 4; 3 and 7 are sent, and the sum is 10, where it would be 3.
    const runs = run(text);
    expect(irritationsOf(runs)).toEqual(["1 m.got n=3", "1 m.got n=7"]);
    expect(outcomesOf(runs)).toEqual([true, true]);
    expect(properties(text)).toEqual({ small: true });
  });
});

describe("Names in expressions", () => {
  it("A bare name is a parameter, an expectation or a quantity.", () => {
    const runs = run(`environment e { x: number = 4 }
machine m {
  code yes / no sensitive to got(x: number)
  expectation bar: number = 5
  program p conditional on got { when x > bar -> yes otherwise -> no }
}
coupling c between e and m { e.x -> m.got(x: x + 2) }
scenario s { run expect m designates yes }`);
    expect(irritationsOf(runs)).toEqual(["1 m.got x=6"]);
    expect(outcomesOf(runs)).toEqual([true]);
  });

  it("Where a value of an enumeration or of a code is wanted (across `=` or `!=` from one, in `:=`, in an argument, as an initial value, across from `designated`) it may be that value.", () => {
    const runs = run(`machine a { code on / off operation send(w: one of (low, high)) }
machine m {
  code yes / no sensitive to got(w: one of (low, high))
  operation tell(w: one of (low, high))
  expectation mood: one of (low, high) = low
  program p conditional on got {
    when w = high and mood != high -> yes { mood := high emit tell(w: low) }
    when designated = yes -> no { mood := low }
  }
}
coupling c between a and m { a.send -> m.got(w: w) }
scenario s { a emits send(w: high) a emits send(w: high) run expect m.mood = low }`);
    expect(decisionsOf(runs)).toEqual(["1 p 0 yes", "1 p 1 no"]);
    expect(operationsOf(runs)).toEqual(["0 a.send w=high", "0 a.send w=high", "1 m.tell w=low"]);
    expect(valueOf(runs, "m.mood")).toBe("low");
  });

  it("A name that could be two of these is the error `ambiguous_name`: rename the parameter.", () => {
    expect(
      errorsIn(
        receiver(
          "expectation x: number = 1 program p conditional on got { when x > 1 -> yes }",
          "run 1 steps",
        ),
      ),
    ).toEqual(["ambiguous_name x"]);
    expect(
      errorsIn(`machine m {
  code a / b sensitive to got(low: one of (low, high))
  expectation mood: one of (low, high) = high
  program p conditional on got { when mood = low -> a }
}`),
    ).toEqual(["ambiguous_name low"]);
  });
});
