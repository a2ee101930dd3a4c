/* What a channel carries, from where, where to, and when. */
import { describe, expect, it } from "vitest";
import { receiver } from "../engine/plain/asking.ts";
import {
  decisionsOf,
  entriesOf,
  irritationsOf,
  noiseOf,
  operationsOf,
  outcomes,
  outcomesOf,
  properties,
  run,
  runsOf,
  violationsOf,
} from "../support/both.ts";
import { errorsIn } from "../support/found.ts";

const answering = "program p conditional on got { otherwise -> yes }";

/** Quantities whose movement a machine notices. */
const noticing = (steps: string) => `environment e { q: number = 1 r: number = 5 }
machine m { code a / b sensitive to got(x: number) program p conditional on got { otherwise -> a } }
coupling c between e and m { e.q -> m.got(x: q + r) }
scenario s { ${steps} expect m resonates }`;

describe("Couplings and channels", () => {
  it("A channel carries one operation of one side, under its conditions, into one sensitivity of the other side, translating parameters by its arguments.", () => {
    const runs =
      run(`machine a { code on / off operation send(x: number, y: number) operation other(x: number, y: number) }
machine m {
  code yes / no
  sensitive to got(sum: number) sensitive to felt(sum: number)
  program p conditional on got, felt { otherwise -> yes }
}
coupling c between a and m { a.send -> m.got(sum: x + y * 10) when x > 0 }
scenario s { a emits send(x: 1, y: 2) a emits send(x: 0, y: 2) a emits other(x: 1, y: 2) run expect m resonates to got expect m stays indifferent to felt }`);
    expect(irritationsOf(runs)).toEqual(["1 m.got sum=21"]);
    expect(noiseOf(runs)).toEqual(["0 m condition"]);
    expect(outcomesOf(runs)).toEqual([true, true]);
  });

  it("It carries nothing else: every parameter of the sensitivity is given, none is filled in because it has the same name.", () => {
    const carrying = (args: string) => receiver(answering, "run").replace("got(x: x)", `got${args}`);
    expect(errorsIn(carrying("(x: x)"))).toEqual([]);
    expect(errorsIn(carrying("")).map((each) => each.split(" ")[0])).toEqual(["wrong_arguments"]);
    expect(errorsIn(carrying("()")).map((each) => each.split(" ")[0])).toEqual(["wrong_arguments"]);
    expect(errorsIn(carrying("(x: x, y: x)")).map((each) => each.split(" ")[0])).toEqual(["wrong_arguments"]);
  });

  it("From an environment or population the source is a quantity, and the channel fires when that quantity has changed since it was last offered …", () => {
    const runs = run(
      noticing("run 2 steps change e.r to 6 run 1 steps change e.q to 3 change e.q to 2 run 1 steps"),
    );
    // r has changed, but is no source; q changes twice in a step and is offered once.
    expect(irritationsOf(runs)).toEqual(["1 m.got x=6", "4 m.got x=8"]);
    const moved = entriesOf(runs, "value").at(-1);
    expect(entriesOf(runs, "irritation").at(-1)?.cause).toBe(moved?.id);
  });

  it("… (at the start every quantity counts as changed; …", () => {
    const runs = run(noticing("run 3 steps"));
    expect(irritationsOf(runs)).toEqual(["1 m.got x=6"]);
    expect(entriesOf(runs, "irritation")[0]?.cause).toBeUndefined();
  });

  it("… setting one to the value it has is no change); …", () => {
    const runs = run(
      noticing("run 1 steps change e.q to 1 run 1 steps change e.q to 7 change e.q to 1 run 1 steps"),
    );
    expect(irritationsOf(runs)).toEqual(["1 m.got x=6"]);
  });

  it("… toward one, the target is a block of assignments to its quantities.", () => {
    const runs = run(`environment e { q: number = 1 r: number = 5 }
population people of 3 { joy: number = 0 }
machine a { code on / off operation send(x: number) }
coupling c between a and e { a.send -> e { q := x r := q + r } }
coupling d between people and a { a.send -> people { joy := joy - x } }
scenario s { a emits send(x: 3) run expect e.q = 3 and e.r = 8 and people.joy = -3 }`);
    expect(outcomesOf(runs)).toEqual([true]);
  });

  it("An environment or population may also have events: `city emits accident(size: 3)` lets one happen, a channel may start from it and sees its parameters and the quantities; `perturb … from`, `occurs`, `count` and `after` may name it.", () => {
    const text = `environment city { people: number = 4 event accident(size: number) }
machine m { code a / b sensitive to got(x: number) program p conditional on got { when x > 9 -> a otherwise -> b } }
coupling c between city and m { city.accident -> m.got(x: size * people) }
property noticed { after city.accident eventually m resonates }
property unnoticed { after city.accident eventually m designates b }
scenario s {
  city emits accident(size: 3)
  run
  perturb m from city with accident(size: 5)
  run
  expect city.accident occurs 2 times
  expect count(city.accident) = 2
}`;
    const runs = run(text);
    expect(operationsOf(runs)).toEqual(["0 city.accident size=3", "1 city.accident size=5"]);
    expect(irritationsOf(runs)).toEqual(["1 m.got x=12", "2 m.got x=20"]);
    expect(outcomesOf(runs)).toEqual([true, true]);
    expect(properties(text)).toEqual({ noticed: true, unnoticed: false });
  });

  it("The two ends differ and one at least is a system; a channel runs from one to the other, either way (else `self_coupling` or `foreign_channel`).", () => {
    const coupling = (ends: string, channels: string) => `environment e { q: number = 1 }
environment f { q: number = 1 }
machine a { code on / off operation send sensitive to heard program p conditional on heard { otherwise -> on } }
machine m { code yes / no operation tell sensitive to got program p conditional on got { otherwise -> yes } }
machine n { code good / bad sensitive to got program p conditional on got { otherwise -> good } }
coupling c between ${ends} { ${channels} }
scenario s { a emits send m emits tell run expect m resonates expect a resonates }`;
    expect(outcomes(coupling("a and m", "a.send -> m.got m.tell -> a.heard"))).toEqual([true, true]);
    expect(outcomes(coupling("m and a", "a.send -> m.got m.tell -> a.heard"))).toEqual([true, true]);
    const checks = (ends: string, channels: string) =>
      errorsIn(coupling(ends, channels)).map((each) => each.split(" ")[0]);
    expect(checks("m and m", "m.tell -> m.got")).toContain("self_coupling");
    expect(checks("e and f", "e.q -> f { q := 1 }")).toContain("self_coupling");
    expect(checks("a and m", "a.send -> n.got")).toEqual(["foreign_channel"]);
    expect(checks("m and n", "a.send -> n.got")).toEqual(["foreign_channel"]);
    expect(checks("a and m", "a.send -> a.heard")).toEqual(["foreign_channel"]);
  });

  it("The options stand once each …", () => {
    const twice = (option: string) =>
      errorsIn(receiver(answering, "run", `${option} ${option}`)).map((each) => each.split(" ")[0]);
    for (const option of ["when x > 1", "with chance 50%", "at most 2 per step", "after 2 steps"]) {
      expect([option, twice(option)]).toEqual([option, ["duplicate_member"]]);
      expect([option, errorsIn(receiver(answering, "run", option))]).toEqual([option, []]);
    }
  });

  it("… and are asked in this order, however written: `when`, `with chance`, `at most` …", () => {
    const asked = (options: string) =>
      noiseOf(
        run(
          receiver(
            answering,
            `sender emits send(x: 0) sender emits send(x: 1) sender emits send(x: 2) sender emits send(x: 3) run
             expect receiver resonates`,
            options,
          ),
        ),
      );
    // 0 meets no condition, 1 has no chance; so that 2 is the first that would use up the capacity.
    const noise = ["0 receiver condition", "0 receiver chance", "0 receiver capacity"];
    expect(asked("when x > 0 with chance min(1, x - 1) at most 1 per step")).toEqual(noise);
    expect(asked("at most 1 per step with chance min(1, x - 1) when x > 0")).toEqual(noise);
    // With 0 the probability would be -1, which is no probability: it is not asked for.
    expect(
      violationsOf(
        run(
          receiver(
            answering,
            "sender emits send(x: 0) run expect receiver resonates",
            "with chance x - 1 when x > 0",
          ),
        ),
      ),
    ).toEqual([]);
  });

  it("… (the first that come pass, the rest is lost).", () => {
    const runs = run(
      receiver(
        answering,
        "sender emits send(x: 1) sender emits send(x: 2) sender emits send(x: 3) run 1 steps sender emits send(x: 4) run expect receiver resonates",
        "at most 2 per step",
      ),
    );
    expect(irritationsOf(runs)).toEqual(["1 receiver.got x=1", "1 receiver.got x=2", "2 receiver.got x=4"]);
    expect(noiseOf(runs)).toEqual(["0 receiver capacity"]);
  });

  it("Options and arguments are computed when the operation is offered, assignments when they arrive, one after another.", () => {
    const runs = run(`environment e { q: number = 1 r: number = 0 }
environment f { q: number = 1 event bang }
machine m {
  code a / b operation send(x: number)
  sensitive to got(x: number) program p conditional on got { otherwise -> a }
}
coupling c between m and e { m.send -> e { q := q + x r := q * 2 } when step = 0 after 2 steps }
coupling d between f and m { f.bang -> m.got(x: q * 10) when q < 9 after 2 steps }
scenario s {
  m emits send(x: 5) f emits bang
  run 1 steps
  change e.q to 100 change f.q to 50
  run
  expect e.q = 105 and e.r = 210
}`);
    // When it was offered f.q was 1; when it arrives e.q is 100.
    expect(irritationsOf(runs)).toEqual(["2 m.got x=10"]);
    expect(entriesOf(runs, "arrival")).toMatchObject([{ step: 2, args: [{ name: "x", value: 5 }] }]);
    expect(outcomesOf(runs)).toEqual([true]);
  });

  it("Default delay: one step; …", () => {
    const runs = run(receiver(answering, "sender emits send(x: 1) run expect receiver resonates"));
    expect(irritationsOf(runs)).toEqual(["1 receiver.got x=1"]);
  });

  it("… a delay is a whole number of steps, at least one (else `instant_channel`).", () => {
    const runs = run(
      receiver(
        answering,
        "sender emits send(x: 0) sender emits send(x: 1.5) sender emits send(x: 3) sender emits send(x: 1) run expect receiver resonates",
        "after x steps",
      ),
    );
    expect(violationsOf(runs)).toEqual(["0 instant_channel line", "0 instant_channel line"]);
    expect(irritationsOf(runs)).toEqual(["1 receiver.got x=1", "3 receiver.got x=3"]);
    expect(runsOf(runs)).toEqual(["3 rest"]);
    expect(decisionsOf(runs)).toHaveLength(2);
    for (const delay of ["0", "1.5", "-1"])
      expect(
        errorsIn(receiver(answering, "run", `after ${delay} steps`)).map((each) => each.split(" ")[0]),
      ).toEqual(["instant_channel"]);
  });
});
