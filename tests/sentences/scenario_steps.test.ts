/* What a scenario can let happen. */
import { describe, expect, it } from "vitest";
import { receiver } from "../engine/plain/asking.ts";
import {
  decisionsOf,
  entriesOf,
  foundIn,
  irritationsOf,
  noiseOf,
  operationsOf,
  outcomes,
  outcomesOf,
  properties,
  run,
  runsOf,
  valueOf,
  verdictOf,
  violationsOf,
} from "../support/both.ts";
import { errorsIn, findingsOf, warningsIn } from "../support/found.ts";

const answering = "program p conditional on got { otherwise -> yes }";

const two = (steps: string) => `machine a { code on / off operation send operation other }
machine m { code yes / no sensitive to got program p conditional on got { otherwise -> yes } }
machine n { code good / bad sensitive to got program p conditional on got { otherwise -> good } }
coupling c between a and m { a.send -> m.got }
coupling d between a and n { a.send -> n.got }
scenario s { ${steps} }`;

describe("Scenario steps", () => {
  it("`perturb T from S with op(…)`: S operates, and T alone is at issue: only channels into T carry it; …", () => {
    const runs = run(two("perturb n from a with send run expect m stays indifferent expect n resonates"));
    expect(operationsOf(runs)).toEqual(["0 a.send"]);
    expect(irritationsOf(runs)).toEqual(["1 n.got"]);
    expect(outcomesOf(runs)).toEqual([true, true]);
  });

  it("… without such a channel this is the error `uncoupled_perturbation`.", () => {
    expect(errorsIn(two("perturb n from a with other run"))).toEqual(["uncoupled_perturbation n"]);
    expect(errorsIn(two("perturb n from a with send run"))).toEqual([]);
  });

  it("`S emits op(…)`: S operates, and every channel may carry it.", () => {
    const runs = run(two("a emits send run expect m resonates expect n resonates"));
    expect(operationsOf(runs)).toEqual(["0 a.send"]);
    expect(irritationsOf(runs)).toEqual(["1 m.got", "1 n.got"]);
    expect(outcomesOf(runs)).toEqual([true, true]);
  });

  const norms = (steps: string) => `environment e { q: number = 1 }
population people of 3 { joy: number = 2 }
machine m { code a / b expectation bar: number = 3 expectation norm: number = 4 normative }
scenario s { ${steps} }`;

  it("`change` sets an environment's or population's quantity (a system's expectation: `direct_steering`).", () => {
    expect(
      outcomes(
        norms("change e.q to e.q + 4 change people.joy to e.q * 2 expect e.q = 5 and people.joy = 10"),
      ),
    ).toEqual([true]);
    expect(errorsIn(norms("change m.bar to 5 run 1 steps"))).toEqual(["direct_steering m.bar"]);
  });

  it("`steer` sets another system's expectation from outside: always the error `direct_steering`, since no system determines another.", () => {
    const steering = (by: string) =>
      `${norms(`steer m.bar to 5 by ${by} run 1 steps`)} machine o { code c / d }`;
    expect(errorsIn(steering("o")).map((each) => each.split(" ")[0])).toEqual(["direct_steering"]);
    expect(errorsIn(steering("m")).map((each) => each.split(" ")[0])).toEqual(["direct_steering"]);
  });

  it("`given S.x = e` sets the initial value of an expectation (normative or not) or of a quantity for this scenario.", () => {
    const text = `${norms("given m.bar = 10 given m.norm = m.bar * 2 given e.q = 7 run 1 steps expect m.bar = 10 and m.norm = 20 and e.q = 7")}
scenario other { run 1 steps expect m.bar = 3 and m.norm = 4 and e.q = 1 }`;
    expect(outcomes(text, { scenario: "s" })).toEqual([true]);
    expect(outcomes(text, { scenario: "other" })).toEqual([true]);
  });

  it("It stands before anything happens; …", () => {
    expect(errorsIn(norms("change e.q to 2 given e.q = 3"))).toEqual(["late_assumption given e.q = 3"]);
    expect(errorsIn(norms("run 1 steps given e.q = 3"))).toEqual(["late_assumption given e.q = 3"]);
    expect(errorsIn(norms("seed 3 given m.bar = 3 given e.q = 3 run 1 steps"))).toEqual([]);
  });

  it("… it is an assumption of the observer, no steering; …", () => {
    expect(errorsIn(norms("given m.norm = 9"))).toEqual([]);
    // Nothing is offered twice for it: the quantity begins with the value.
    const runs = run(`environment e { q: number = 1 }
machine m { code a / b sensitive to got(x: number) program p conditional on got { otherwise -> a } }
coupling c between e and m { e.q -> m.got(x: q) }
scenario s { given e.q = 5 run expect m resonates }`);
    expect(irritationsOf(runs)).toEqual(["1 m.got x=5"]);
  });

  it("… with `like` the other scenario's hold too, an own one wins; …", () => {
    const text = `${norms("given m.bar = 10 given e.q = 20 change e.q to e.q + 1")}
scenario t like s { given m.bar = 30 expect m.bar = 30 and e.q = 21 }`;
    expect(outcomes(text)).toEqual([true]);
  });

  /** A regulation by which `of.state` is raised by 4, from 10. */
  const regulated = (aim: string, steps: string) => `machine rulers { code on / off operation act(n: number) }
machine ruled {
  code yes / no sensitive to got(n: number)
  expectation state: number = 10
  program p conditional on got { otherwise -> yes { state := state + n } }
}
coupling c between rulers and ruled { rulers.act -> ruled.got(n: n) }
regulation r { by rulers of ruled starts with rulers.act(n: 4) through c aim ${aim} }
scenario s { ${steps} }`;

  it("… the second run of a regulation has them too.", () => {
    expect(verdictOf(regulated("ruled.state >= 14", "apply r run expect ruled resonates"))).toBe("effective");
    expect(
      verdictOf(regulated("ruled.state >= 14", "given ruled.state = 14 apply r run expect ruled resonates")),
    ).toBe("ineffective");
  });

  it("`close c` shuts a coupling, all its channels, from here on; …", () => {
    const text = (
      steps: string,
    ) => `machine a { code on / off operation send(x: number) operation late(x: number) }
machine m {
  code yes / no sensitive to got(x: number) operation tell
  program p conditional on got { otherwise -> yes { emit tell } }
}
machine n { code good / bad sensitive to told program p conditional on told { otherwise -> good } }
coupling c between a and m { a.send -> m.got(x: x) a.late -> m.got(x: x) after 3 steps }
coupling d between m and n { m.tell -> n.told }
scenario s { ${steps} run expect step > 0 }`;
    const runs = run(text("a emits late(x: 1) run 1 steps a emits send(x: 2) close c a emits late(x: 3)"));
    // What has passed comes; nothing more passes, not even what happened in the same step. The other coupling stays open.
    expect(irritationsOf(runs)).toEqual(["3 m.got x=1", "4 n.told"]);
    expect(noiseOf(runs)).toEqual(["1 m closed", "1 m closed"]);
  });

  it("… `open c` reopens it: windows of opportunity.", () => {
    const runs = run(
      receiver(
        answering,
        `close line sender emits send(x: 1) run 1 steps open line sender emits send(x: 2) run 1 steps
         close line sender emits send(x: 3) run 1 steps expect receiver resonates`,
      ),
    );
    expect(irritationsOf(runs)).toEqual(["2 receiver.got x=2"]);
    expect(noiseOf(runs)).toEqual(["0 receiver closed", "2 receiver closed"]);
  });

  const unplugged = (steps: string) => `machine a { code on / off operation send }
machine m {
  code yes / no sensitive to got operation tell performs "warmth" for n
  expectation n: number = 0
  program p conditional on got { otherwise -> yes { n := n + 1 emit tell } }
  program q conditional on own tell { otherwise -> no { n := n + 10 } }
}
machine n { code good / bad sensitive to told program p conditional on told { otherwise -> good } }
coupling c between a and m { a.send -> m.got after 2 steps }
coupling d between m and n { m.tell -> n.told after 2 steps }
scenario s { ${steps} }`;

  it("`unplug` ends a system's operations for good: allowed, never recommended (the warning `unplugging`), …", () => {
    const text = unplugged("unplug m run 1 steps expect m stays indifferent");
    expect(errorsIn(text)).toEqual([]);
    expect(warningsIn(text)).toContain("unplugging m");
  });

  it("… and everything it performed for others is gone; …", () => {
    const text = unplugged("unplug m a emits send run expect n stays indifferent");
    expect(outcomes(text)).toEqual([true]);
    expect(outcomes(text.replace("unplug m", ""))).toEqual([false]);
    // The warning says so.
    const [found] = findingsOf("unplugging", text);
    expect(JSON.stringify(found)).toContain("warmth");
  });

  it("… what is under way to it becomes noise, …", () => {
    const runs = run(unplugged("a emits send run 1 steps unplug m run expect m stays indifferent"));
    expect(noiseOf(runs)).toEqual(["2 m unplugged"]);
    expect(outcomesOf(runs)).toEqual([true]);
  });

  it("… what it has done before stays done, …", () => {
    const runs = run(
      unplugged(
        "a emits send run 2 steps unplug m run expect m.tell occurs 1 time expect m.n = 1 expect n resonates expect m designates yes",
      ),
    );
    // It told in step 2, which is on its way to n when it is unplugged.
    expect(irritationsOf(runs)).toEqual(["2 m.got", "4 n.told"]);
    expect(outcomesOf(runs)).toEqual([true, true, true, true]);
  });

  it("… and it neither emits nor handles anything any more.", () => {
    const runs = run(
      unplugged(
        "m emits tell unplug m m emits tell a emits send run 4 steps expect m.tell occurs 1 time expect m.n = 0",
      ),
    );
    expect(operationsOf(runs)).toEqual(["0 m.tell", "0 a.send"]);
    expect(entriesOf(runs, "blocked").map(({ name, by }) => `${name} ${by}`)).toEqual(["tell unplugged"]);
    // Not even its own operation is put before it.
    expect(decisionsOf(runs)).toEqual(["2 p 0 good"]);
    expect(outcomesOf(runs)).toEqual([true, true]);
  });

  it("`apply r` makes the regulation's starting operation happen, as `emits` does.", () => {
    const runs = run(
      regulated("ruled.state >= 14", "apply r expect rulers.act occurs 1 time run expect ruled.state = 14"),
    );
    expect(operationsOf(runs)).toEqual(["0 rulers.act n=4"]);
    expect(irritationsOf(runs)).toEqual(["1 ruled.got n=4"]);
    expect(outcomesOf(runs)).toEqual([true, true]);
  });

  it("`run N steps` takes N steps.", () => {
    const runs = run(two("run 1 step run 3 steps expect step = 4"));
    expect(runsOf(runs)).toEqual(["1 count", "3 count"]);
    expect(outcomesOf(runs)).toEqual([true]);
  });

  it("`run until e at most N steps` takes steps while `e` does not hold (perhaps none), at most N; not getting there is no error.", () => {
    const runs = run(`environment e { q: number = 0 becomes q + 1 }
scenario s {
  run until e.q = 3 at most 9 steps
  run until e.q > 1 at most 9 steps
  run until e.q < 0 at most 2 steps
  expect e.q = 5
}`);
    expect(runsOf(runs)).toEqual(["3 until", "0 until", "2 count"]);
    expect(outcomesOf(runs)).toEqual([true]);
    expect(foundIn(runs)).toEqual([]);
  });

  it("`run` takes at least one step and ends with the first in which no operation took place and no quantity changed, and after which nothing is due …", () => {
    expect(runsOf(run(two("run run expect step = 2")))).toEqual(["1 rest", "1 rest"]);
    const delayed = (delay: string) =>
      runsOf(run(receiver(answering, "sender emits send(x: 1) run expect step > 0", delay)));
    expect(delayed("")).toEqual(["1 rest"]);
    expect(delayed("after 4 steps")).toEqual(["4 rest"]);
    // An operation in step 1, of which nobody takes notice, and nothing in step 2.
    const telling = receiver(
      "operation tell program p conditional on got { otherwise -> yes { emit tell } }",
      "sender emits send(x: 1) run expect step > 0",
    );
    expect(runsOf(run(telling))).toEqual(["2 rest"]);
    // 0, 1, 2, 2: the quantity rests in the third step.
    expect(
      runsOf(run("environment e { q: number = 0 becomes min(2, q + 1) } scenario s { run expect e.q = 2 }")),
    ).toEqual(["3 rest"]);
  });

  it("… (if there is none within 1,000 steps: the error `never_settles`).", () => {
    const growing = (most: number) =>
      run(`environment e { q: number = 0 becomes min(${most}, q + 1) } scenario s { run expect e.q > 0 }`);
    // The step in which it rests is the 1,000th, or would be the 1,001st.
    expect(runsOf(growing(999))).toEqual(["1000 rest"]);
    const unsettled = growing(1000);
    expect(runsOf(unsettled)).toEqual(["1000 unsettled"]);
    expect(violationsOf(unsettled)).toEqual(["1000 never_settles s"]);
    expect(unsettled.result.diagnostics.map(({ check, severity }) => `${severity} ${check}`)).toEqual([
      "error never_settles",
    ]);
  });

  it("In a model where something is `on every`, or a `becomes` draws random numbers, a bare `run` is the error `endless_run`: say how long.", () => {
    const every = (
      steps: string,
    ) => `machine m { code a / b program p conditional on every 5 steps { otherwise -> a } }
scenario s { ${steps} expect step = 2 }`;
    const drawing = (steps: string) =>
      `environment e { q: number = 0 becomes uniform(0, 1) } scenario s { ${steps} expect step = 2 }`;
    for (const text of [every, drawing]) {
      expect(errorsIn(text("run"))).toEqual(["endless_run run"]);
      expect(outcomes(text("run 2 steps"))).toEqual([true]);
    }
    // What draws at first, or elsewhere, comes to rest.
    expect(
      errorsIn("environment e { q: number = uniform(0, 1) } scenario s { run expect step = 1 }"),
    ).toEqual([]);
  });

  it("`either … or …` are alternatives: a run takes the branch the seed gives, …", () => {
    const text = `environment e { q: number = 0 }
scenario s { either { change e.q to 1 } or { change e.q to 2 } or { change e.q to 3 } run expect e.q > 0 }`;
    const taken = (seed: number) => {
      const runs = run(text, { seed });
      const branches = entriesOf(runs, "choice").map(({ branch }) => branch + 1);
      // One of them is carried out, and no other.
      expect(branches).toEqual([valueOf(runs, "e.q")]);
      return branches[0];
    };
    const seeds = Array.from({ length: 20 }, (_, seed) => seed);
    expect(new Set(seeds.map(taken))).toEqual(new Set([1, 2, 3]));
    expect(seeds.map(taken)).toEqual(seeds.map(taken));
  });

  it("… exploration takes all.", () => {
    // Whatever branch the seed gives, a property is held against the others too.
    const held = (limit: number, ...values: readonly number[]) => {
      const branches = values.map((value) => `{ change e.q to ${value} run 1 steps }`).join(" or ");
      return properties(`environment e { q: number = 0 } property below { always e.q < ${limit} }
scenario s { either ${branches} expect e.q > 0 }`);
    };
    expect([held(2, 1, 2), held(2, 2, 1), held(3, 1, 2)]).toEqual([
      { below: false },
      { below: false },
      { below: true },
    ]);
  });
});
