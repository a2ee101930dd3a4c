/* What a system expects, and how it limits itself. */
import { describe, expect, it } from "vitest";
import { receiver } from "../engine/plain/asking.ts";
import {
  decisionsOf,
  entriesOf,
  foundIn,
  irritationsOf,
  noiseOf,
  operationsOf,
  outcomesOf,
  run,
  valueOf,
  violationsOf,
} from "../support/both.ts";
import { errorsIn } from "../support/found.ts";

describe("Expectations", () => {
  const learning = (mode: string, amends: string) =>
    receiver(
      `expectation n: number = 0 ${mode}
       program p conditional on got ${amends} { when x > n -> yes { n := x } otherwise -> no }`,
      "sender emits send(x: 3) sender emits send(x: 2) run expect receiver.n = 3",
    );

  it("Cognitive ones (the default) may be changed by any program of their own system (learning).", () => {
    for (const mode of ["", "cognitive"]) {
      const runs = run(learning(mode, ""));
      expect(decisionsOf(runs)).toEqual(["1 p 0 yes", "1 p 1 no"]);
      expect(outcomesOf(runs)).toEqual([true]);
    }
    expect(
      errorsIn(`machine m { code a / b expectation n: number = 0 }
machine o { code c / d operation tick program p conditional on own tick { otherwise -> c { n := 1 } } }`),
    ).toEqual(["operates_elsewhere n"]);
  });

  it("Normative ones hold when disappointed: only a program that `amends` them may change them (else the error `normative_learning`).", () => {
    expect(outcomesOf(run(learning("normative", "amends n")))).toEqual([true]);
    expect(errorsIn(learning("normative", ""))).toEqual(["normative_learning n"]);
    // What is disappointed again and again stays what it is.
    const runs = run(
      receiver(
        "expectation n: number = 5 normative program p conditional on got { when x > n -> yes otherwise -> no }",
        "repeat 4 times { sender emits send(x: 9) run 1 steps } expect receiver.n = 5",
      ),
    );
    expect(outcomesOf(runs)).toEqual([true]);
  });

  const bounded = `environment e { q: number in 0..9 = 5 becomes q + 3 }
${receiver(
  `operation tell(n: number in 0..9) expectation n: number in 0..9 = 1
   program first conditional on got { when x < 0 -> no }
   program p conditional on got { when x > 5 -> yes { n := x emit tell(n: x) n := n + 1 } otherwise -> no }`,
  `sender emits send(x: 20) run 1 steps
   expect receiver.n = 2 expect receiver.tell never occurs expect receiver resonates
   expect e.q = 8 run 1 steps expect e.q = 8`,
)}`;

  it("A value outside its `in` bounds is the run-time violation `out_of_bounds`, …", () => {
    const runs = run(bounded);
    expect(violationsOf(runs)).toEqual([
      "1 out_of_bounds receiver.n",
      "1 out_of_bounds tell.n",
      "2 out_of_bounds e.q",
    ]);
    expect(foundIn(runs)).toEqual(["out_of_bounds", "out_of_bounds", "out_of_bounds"]);
  });

  it("… which names the clause: …", () => {
    const [found] = run(bounded).result.diagnostics.filter(
      ({ place }) => place.start > bounded.indexOf("program p"),
    );
    expect(found?.message).toContain("a clause of `p`");
    const shown = found?.related?.map(({ place }) => bounded.slice(place.start, place.end));
    expect(shown).toContain("when x > 5 -> yes { n := x emit tell(n: x) n := n + 1 }");
  });

  it("… the expectation or quantity keeps its old value, …", () => {
    // The assignment after the one that fails stands: 1 + 1.
    const runs = run(bounded);
    expect(valueOf(runs, "receiver.n")).toBe(2);
    expect(valueOf(runs, "e.q")).toBe(8);
  });

  it("… an operation or irritation with such an argument does not take place, …", () => {
    const runs = run(`machine a { code on / off operation send(x: number in 0..10) }
machine m { code yes / no sensitive to got(x: number in 0..5) program p conditional on got { otherwise -> yes } }
coupling c between a and m { a.send -> m.got(x: x) }
scenario s { a emits send(x: step + 11) a emits send(x: 7) a emits send(x: 3) run expect a.send occurs 2 times }`);
    expect(operationsOf(runs)).toEqual(["0 a.send x=7", "0 a.send x=3"]);
    expect(irritationsOf(runs)).toEqual(["1 m.got x=3"]);
    expect(noiseOf(runs)).toEqual(["0 m out of bounds"]);
    expect(violationsOf(runs)).toEqual(["0 out_of_bounds send.x", "0 out_of_bounds got.x"]);
    expect(outcomesOf(runs)).toEqual([true]);
  });

  it("… and the run goes on.", () => {
    const runs = run(bounded);
    expect(outcomesOf(runs)).toEqual([true, true, true, true, true]);
    expect(entriesOf(runs, "run").map(({ step }) => step)).toEqual([1, 2]);
  });
});

describe("Limits", () => {
  const limited = receiver(
    `operation tell(n: number) expectation cap: number = 5 expectation told: number = 0
     limit modesty blocks tell when n > cap
     program p conditional on got { otherwise -> yes { emit tell(n: x) told := told + 1 } }`,
    `sender emits send(x: 7) sender emits send(x: 5) run
     receiver emits tell(n: 8)
     run
     expect receiver.modesty occurs 2 times expect count(receiver.modesty) = 2
     expect count(receiver.tell) = 1 expect receiver.told = 2`,
  );

  it("A limit belongs to a system and blocks its own operation before it happens, whether a program or a scenario brings it about: self-limitation, the only control that does not come from outside.", () => {
    const runs = run(limited);
    expect(operationsOf(runs)).toEqual(["0 sender.send x=7", "0 sender.send x=5", "1 receiver.tell n=5"]);
    expect(
      errorsIn(
        "machine a { code on / off operation send } machine m { code a / b limit cap blocks send when step > 1 }",
      ),
    ).toEqual(["limit_on_another send"]);
  });

  it("The other effects of the clause stand.", () => {
    expect(valueOf(run(limited), "receiver.told")).toBe(2);
  });

  it("The trace records what was blocked; …", () => {
    expect(entriesOf(run(limited), "blocked")).toMatchObject([
      {
        step: 1,
        owner: "receiver",
        name: "tell",
        by: "limit",
        limit: "modesty",
        args: [{ name: "n", value: 7 }],
        values: [
          { name: "n", value: 7 },
          { name: "cap", value: 5 },
        ],
      },
      // The first run ends with the step in which nothing happens any more.
      { step: 2, name: "tell", limit: "modesty", args: [{ name: "n", value: 8 }] },
    ]);
  });

  it("… `occurs` and `count` may name a limit and then count that.", () => {
    expect(outcomesOf(run(limited))).toEqual([true, true, true, true]);
  });

  it("What a `constitutional` limit reads must be normative, and no program may amend it (else `amended_constitution`).", () => {
    const members = (mode: string, head: string, effect: string) =>
      receiver(
        `operation tell(n: number) expectation cap: number = 5 ${mode}
         limit basic constitutional blocks tell when n > cap
         program p conditional on got ${head} { otherwise -> yes { emit tell(n: x) ${effect} } }`,
        "sender emits send(x: 7) run expect receiver.basic occurs 1 time",
      );
    expect(outcomesOf(run(members("normative", "", "")))).toEqual([true]);
    expect(errorsIn(members("", "", ""))).toEqual(["amended_constitution cap"]);
    expect(errorsIn(members("normative", "amends cap", "cap := 9"))).toEqual(["amended_constitution cap"]);
  });
});
