/* The plain interpreter alone: each case a tiny model, its end computed by hand from the sentence that names it. */
import { describe, expect, it } from "vitest";
import { allHold, decisionsOf, entriesOf, noiseOf, receiver, run, violationsOf } from "./plain/asking.ts";

describe("values and expressions", () => {
  it("Two numbers are equal if they differ by no more than 0.000000001 times the largest of 1 and their two magnitudes", () => {
    const result = run(`environment e { q: number = 0 }
scenario s {
  expect 50% + 10% + 10% + 10% = 80%
  expect not 0.1 + 0.2 > 0.3
  expect 1000000000 = 1000000001
  expect 1 != 1.00000001
}`);
    expect(result.expectations.map(({ holds }) => holds)).toEqual([true, true, true, true]);
  });

  it("`round` takes halves away from zero; `mod` has the sign of b; 2^3^2 is 2^9", () => {
    const result = run(`environment e { q: number = 0 }
scenario s { expect round(-2.5) = -3 and mod(-7, 3) = 2 and mod(7, -3) = -2 and 2^3^2 = 512 and -2^2 = -4 }`);
    expect(allHold(result)).toBe(true);
  });

  it("Where a number is not finite, what was being computed does not happen", () => {
    const result = run(`environment e { q: number = 4 zero: number = 0 }
scenario s { change e.q to 1 / e.zero change e.zero to sqrt(e.q) expect e.q = 4 expect e.zero = 2 }`);
    expect(allHold(result)).toBe(true);
    expect(violationsOf(result)).toEqual(["0 not_a_number s"]);
    expect(entriesOf(result, "violation")[0]?.cause).toBe(0);
  });

  it("What a place draws depends on nothing that happens elsewhere", () => {
    const drawing = (other: string) =>
      run(`environment e { a: number = uniform(0, 1) ${other} }
scenario s { change e.a to e.a + uniform(0, 1) expect e.a > 0 }`).values.get("e.a");
    expect(drawing("b: number = normal(0, 1)")).toBe(drawing(""));
  });
});

describe("code and programs", () => {
  it("The first `when` that holds decides", () => {
    const result = run(
      receiver(
        `program p conditional on got { when x > 5 -> yes when x > 1 -> no otherwise -> yes }`,
        `sender emits send(x: 3) run expect receiver designates no`,
      ),
    );
    expect(decisionsOf(result)).toEqual(["1 p 1 no"]);
    expect(allHold(result)).toBe(true);
  });

  it("A purpose program takes the `choose` with the highest `yields` among those whose `when` holds (ties: the first)", () => {
    const text = receiver(
      `program p purpose on got {
        choose a -> yes yields 2
        choose b -> no yields 2
        choose c -> no yields 1 / 0
        choose d -> no yields 9 when x > 5
      }`,
      `sender emits send(x: 1) run sender emits send(x: 6) run expect receiver designates no`,
    );
    const result = run(text);
    expect(decisionsOf(result)).toEqual(["1 p 0 yes", "2 p 3 no"]);
    expect(violationsOf(result)).toEqual(["1 not_a_number p", "2 not_a_number p"]);
  });

  it("Several programs on one trigger form one list: every `when`, then every `choose`, then the one `otherwise`", () => {
    const result = run(
      receiver(
        `program first purpose on got { choose a -> yes yields 1 when x = 2 otherwise -> no }
         program second conditional on got { when x = 1 -> no }`,
        `sender emits send(x: 1) sender emits send(x: 2) sender emits send(x: 3) run
         expect receiver resonates`,
      ),
    );
    expect(decisionsOf(result)).toEqual(["1 second 0 no", "1 first 0 yes", "1 first 1 no"]);
  });

  it("`-> undecided` leaves the case open; where nothing decides, the irritation stays undecided", () => {
    const result = run(
      receiver(
        `expectation worry: number = 0
         program p conditional on got {
           when x > 5 -> yes
           when x > 1 -> undecided { worry := worry + x }
         }`,
        `sender emits send(x: 9) sender emits send(x: 3) sender emits send(x: 0) run
         expect receiver designates yes expect receiver.worry = 3`,
      ),
    );
    expect(decisionsOf(result)).toEqual(["1 p 0 yes", "1 p 1 undecided", "1 - - undecided"]);
    expect(allHold(result)).toBe(true);
  });

  it("What decides first designates, then has its effects one after another, each seeing what those before it set", () => {
    const result = run(
      receiver(
        `operation tell(n: number) expectation n: number = 1 expectation was: one of (yes, no) = no
         program p conditional on got {
           when designated != yes -> yes { n := n + x was := designated emit tell(n: n * 2) n := n * 10 }
         }`,
        `sender emits send(x: 4) run expect receiver.n = 50 expect receiver.was = yes`,
      ),
    );
    expect(allHold(result)).toBe(true);
    const told = entriesOf(result, "operation").find(({ name }) => name === "tell");
    expect(told?.args).toEqual([{ name: "n", value: 10 }]);
  });

  it("`on own op`: put before it again in the next step; `on every N steps`: in each step whose number N divides", () => {
    const result = run(`machine m {
  code a / b
  operation tick
  program clock conditional on every 2 steps { when step > 2 -> a { emit tick } }
  program echo conditional on own tick { otherwise -> b }
}
scenario s { run 5 steps expect m.tick occurs 1 time }`);
    expect(decisionsOf(result)).toEqual(["4 clock 0 a", "5 echo 0 b"]);
    const [tick] = entriesOf(result, "operation");
    expect(entriesOf(result, "decision")[1]?.cause).toBe(tick?.id);
  });
});

describe("codes of others, events", () => {
  it("A clause of an organization may also designate a value of the code of a function system it is `within`", () => {
    const result = run(`function system trade { function "supply" code pay / keep sensitive to nothing }
organization firm within trade {
  code hire / fire
  secondary code up / down
  expectation last: one of (hire, fire, up, down, pay, keep) = fire
  program p conditional on every step {
    when designated = pay -> down { last := designated }
    when designated = down -> hire
    otherwise -> pay
  }
}
scenario s { run 2 steps expect firm.last = down run 2 steps expect firm designates pay expect firm stays indifferent }`);
    expect(decisionsOf(result)).toEqual(["1 p 2 pay", "2 p 0 down", "3 p 1 hire", "4 p 2 pay"]);
    expect(allHold(result)).toBe(true);
  });

  it("A channel may start from an event and sees its parameters and the quantities", () => {
    const result = run(`environment city { people: number = 3 event accident(size: number in 0..9) }
machine m { code a / b sensitive to got(x: number) program p conditional on got { when x = 6 -> a otherwise -> b } }
coupling c between city and m { city.accident -> m.got(x: size * people) when people > 1 }
scenario s {
  city emits accident(size: 2) change city.people to 1 city emits accident(size: city.people * 12) run
  perturb m from city with accident(size: 2) change city.people to 3 run
  expect city.accident occurs 2 times expect m designates a
}`);
    // The first accident is offered after the people have left.
    expect(noiseOf(result)).toEqual(["0 m condition"]);
    expect(decisionsOf(result)).toEqual(["2 p 0 a"]);
    expect(violationsOf(result)).toEqual(["0 out_of_bounds accident.size"]);
    expect(allHold(result)).toBe(true);
  });
});

describe("expectations and limits", () => {
  it("A value outside its `in` bounds is the violation `out_of_bounds`: the old value is kept, and the run goes on", () => {
    const result = run(
      receiver(
        `operation tell(n: number in 0..5) expectation n: number in 0..10 = 1
         program p conditional on got { otherwise -> yes { n := x emit tell(n: x) n := n + 1 } }`,
        `sender emits send(x: 20) run expect receiver.n = 2 expect receiver.tell never occurs`,
      ),
    );
    expect(allHold(result)).toBe(true);
    expect(violationsOf(result)).toEqual(["1 out_of_bounds receiver.n", "1 out_of_bounds tell.n"]);
    expect(entriesOf(result, "blocked").map(({ by, args }) => [by, args])).toEqual([["out of bounds", []]]);
  });

  it("A limit blocks the own operation before it happens; the other effects of the clause stand", () => {
    const result = run(
      receiver(
        `operation tell(n: number) expectation cap: number = 5 expectation told: number = 0
         limit first blocks tell when 1 / 0 > n
         limit second blocks tell when n > cap
         program p conditional on got { otherwise -> yes { emit tell(n: x) told := told + 1 } }`,
        `sender emits send(x: 7) run
         receiver emits tell(n: 8)
         expect receiver.second occurs 2 times expect count(receiver.tell) = 0 expect receiver.told = 1`,
      ),
    );
    expect(allHold(result)).toBe(true);
    expect(violationsOf(result)).toEqual(["1 not_a_number first", "1 not_a_number first"]);
    expect(entriesOf(result, "blocked")[0]).toMatchObject({
      by: "limit",
      limit: "second",
      args: [{ name: "n", value: 7 }],
      values: [
        { name: "n", value: 7 },
        { name: "cap", value: 5 },
      ],
    });
  });
});
