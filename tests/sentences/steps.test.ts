/* What happens in a step, and in which order. */
import { describe, expect, it } from "vitest";
import { receiver } from "../engine/plain/asking.ts";
import {
  decisionsOf,
  entriesOf,
  inBoth,
  irritationsOf,
  noiseOf,
  operationsOf,
  outcomesOf,
  run,
  violationsOf,
} from "../support/both.ts";

describe("One step", () => {
  it("A scenario begins in step 0; what it does outside `run` happens in the step reached.", () => {
    const runs = run(`environment e { q: number = 1 }
machine a { code on / off operation send }
scenario s { expect step = 0 a emits send run 3 steps expect step = 3 a emits send change e.q to 2 run 1 steps a emits send expect step = 4 }`);
    expect(operationsOf(runs)).toEqual(["0 a.send", "3 a.send", "4 a.send"]);
    expect(entriesOf(runs, "value").map(({ step }) => step)).toEqual([3]);
    expect(outcomesOf(runs)).toEqual([true, true, true]);
  });

  it("Then, step by step: (1) Before the number goes up, what happened in the step just ending (operations, also the scenario's own, and quantities that have changed) is offered to every channel from it; …", () => {
    const runs = run(`environment e { q: number = 1 becomes q + 1 }
machine a { code on / off operation send }
machine m {
  code yes / no
  sensitive to got(at: number) sensitive to felt(at: number) sensitive to moved(at: number)
  operation tell
  program p conditional on got, felt, moved { otherwise -> yes }
  program q conditional on got { when step = 1 -> no { emit tell } }
}
machine n { code good / bad sensitive to told(at: number) program p conditional on told { otherwise -> good } }
coupling c between a and m { a.send -> m.got(at: step) a.send -> m.felt(at: step) }
coupling d between e and m { e.q -> m.moved(at: step * 10 + q) }
coupling f between m and n { m.tell -> n.told(at: step) }
scenario s { a emits send run 2 steps expect n resonates }`);
    expect(irritationsOf(runs)).toEqual([
      "1 m.got at=0",
      "1 m.felt at=0",
      "1 m.moved at=1",
      "2 m.moved at=12",
      "2 n.told at=1",
    ]);
    expect(operationsOf(runs)).toEqual(["0 a.send", "1 m.tell"]);
  });

  it("… what passes is due after the channel's delay.", () => {
    const runs = run(
      receiver(
        "program p conditional on got { otherwise -> yes }",
        "run 1 steps sender emits send(x: 7) run 1 steps sender emits send(x: 8) run expect receiver resonates",
        "after 3 steps",
      ),
    );
    expect(irritationsOf(runs)).toEqual(["4 receiver.got x=7", "5 receiver.got x=8"]);
  });

  it("(2) In the new step, irritations due now are put before each system: own operations first, then those from channels, ordered by declaration of channel, then by emission, then `every`.", () => {
    const runs = run(`machine a { code on / off operation x(n: number) operation y(n: number) }
machine m {
  code yes / no
  sensitive to first(n: number) sensitive to second(n: number)
  operation o
  program e conditional on every step { otherwise -> yes }
  program p conditional on first { otherwise -> yes }
  program q conditional on second { otherwise -> no }
  program r conditional on own o { otherwise -> no }
}
coupling c between a and m { a.y -> m.second(n: n) after 2 steps }
coupling d between a and m { a.y -> m.second(n: n * 10) a.x -> m.first(n: n) }
scenario s {
  a emits y(n: 1)
  run 1 steps
  a emits x(n: 2) a emits y(n: 3) m emits o a emits y(n: 4)
  run 1 steps
  expect m resonates
}`);
    expect(decisionsOf(runs)).toEqual([
      "1 q 0 no",
      "1 e 0 yes",
      "2 r 0 no",
      "2 q 0 no",
      "2 q 0 no",
      "2 q 0 no",
      "2 p 0 yes",
      "2 e 0 yes",
    ]);
    // In step 2: what the first channel has brought since step 0, then the second by emission, then the third.
    expect(irritationsOf(runs)).toEqual([
      "1 m.second n=10",
      "2 m.second n=1",
      "2 m.second n=30",
      "2 m.second n=40",
      "2 m.first n=2",
    ]);
  });

  it("(3) Every system that is not unplugged handles its own in that order, on its own state alone.", () => {
    const runs = run(`environment e { event bang }
machine m {
  code yes / no sensitive to got
  expectation n: number = 0
  program p conditional on got { when n > 0 -> yes { n := n + 1 } otherwise -> no { n := n + 1 } }
}
machine w {
  code left / right sensitive to got
  expectation n: number = 0
  program p conditional on got { when n > 0 -> left { n := n + 1 } otherwise -> right { n := n + 1 } }
}
machine z { code up / down sensitive to got program p conditional on got { otherwise -> up } }
coupling c between e and m { e.bang -> m.got e.bang -> m.got }
coupling d between e and w { e.bang -> w.got e.bang -> w.got }
coupling f between e and z { e.bang -> z.got }
scenario s { unplug z e emits bang run expect m.n = 2 and w.n = 2 expect z stays indifferent }`);
    expect(decisionsOf(runs)).toEqual(["1 p 1 no", "1 p 0 yes", "1 p 1 right", "1 p 0 left"]);
    expect(noiseOf(runs)).toEqual(["1 z unplugged"]);
    expect(outcomesOf(runs)).toEqual([true, true]);
  });

  it("(4) Assignments due now are made, in the same order; …", () => {
    const runs = run(`environment e { q: number = 1 }
machine m { code on / off operation x operation y }
coupling c between m and e { m.y -> e { q := q * 10 } m.x -> e { q := q + 2 } }
scenario s { m emits x m emits y m emits x run expect e.q = 14 }`);
    // By declaration of channel: times 10, plus 2, plus 2.
    expect(entriesOf(runs, "value").map(({ step, to }) => `${step} ${to}`)).toEqual(["1 10", "1 12", "1 14"]);
    expect(outcomesOf(runs)).toEqual([true]);
  });

  it("… then quantities with `becomes` move, all from the values they have then.", () => {
    const runs = run(`environment e { a: number in 0..8 = 1 becomes b b: number = 2 becomes a + b }
machine m { code on / off operation send }
coupling c between m and e { m.send -> e { a := 5 } }
scenario s { m emits send run 2 steps expect e.a = 7 expect e.b = 9 run 1 steps expect e.a = 7 expect e.b = 16 }`);
    // Step 1: a := 5, then a = 2, b = 5 + 2 = 7. Step 2: a = 7, b = 2 + 7 = 9. Step 3: a = 9 is out of bounds.
    expect(outcomesOf(runs)).toEqual([true, true, true, true]);
    expect(violationsOf(runs)).toEqual(["3 out_of_bounds e.a"]);
  });

  const systems = {
    ping: `machine ping {
  code on / off sensitive to back(n: number) operation forth(n: number)
  program p conditional on back { when n < 5 and chance(90%) -> on { emit forth(n: n + 1) } otherwise -> off }
}`,
    pong: `machine pong {
  code yes / no sensitive to forth(n: number) operation back(n: number)
  expectation seen: number = 0
  program p conditional on forth { otherwise -> yes { seen := seen + n emit back(n: n) } }
}`,
    room: `environment room { q: number = 1 becomes q + uniform(0, 1) }`,
  };
  const table = (
    order: readonly (keyof typeof systems)[],
  ) => `${order.map((name) => systems[name]).join("\n")}
coupling c between ping and pong { ping.forth -> pong.forth(n: n) pong.back -> ping.back(n: n) }
scenario s { ping emits forth(n: 1) pong emits back(n: 0) run 8 steps expect pong.seen > 0 }`;

  it("So no system sees another's present, …", () => {
    // Both operate in each step, and each answers what the other did in the step before.
    const runs = run(table(["ping", "pong", "room"]).replace(" and chance(90%)", ""));
    expect(irritationsOf(runs).slice(0, 4)).toEqual([
      "1 ping.back n=0",
      "1 pong.forth n=1",
      "2 ping.back n=1",
      "2 pong.forth n=1",
    ]);
  });

  it("… the order of systems never matters, …", () => {
    const shown = (order: readonly (keyof typeof systems)[]) => {
      const runs = run(table(order), { seed: 4 });
      return inBoth(runs, ({ values }) =>
        [...values].sort().map(([name, value]) => `${name} ${value}`),
      ).concat(
        [...decisionsOf(runs)].sort(),
        [...irritationsOf(runs)].sort(),
        [...operationsOf(runs)].sort(),
      );
    };
    expect(shown(["room", "pong", "ping"])).toEqual(shown(["ping", "pong", "room"]));
  });

  it("… and a run is a function of the model, the scenario and the seed.", () => {
    const trace = (seed: number) =>
      inBoth(run(table(["ping", "pong", "room"]), { seed }), ({ entries, values }) => ({ entries, values }));
    expect(trace(1)).toEqual(trace(1));
    expect(trace(1)).not.toEqual(trace(2));
  });
});
