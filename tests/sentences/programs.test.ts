/* Codes and programs: what decides, what is designated, what is left undecided. */
import { describe, expect, it } from "vitest";
import { renderRun } from "../../src/index.ts";
import { receiver } from "../engine/plain/asking.ts";
import {
  checkedWithoutError,
  decisionsOf,
  entriesOf,
  irritationsOf,
  operationsOf,
  outcomesOf,
  run,
  valueOf,
} from "../support/both.ts";
import { errorsIn, warningsIn } from "../support/found.ts";

describe("Code and programs", () => {
  it("A code has exactly two values (else `code_not_binary`): …", () => {
    const coded = (code: string) => errorsIn(`machine m { code ${code} }`).map((each) => each.split(" ")[0]);
    expect(coded("a / b")).toEqual([]);
    expect(coded("a / b / c")).toEqual(["code_not_binary"]);
    expect(coded("a")).toEqual(["code_not_binary"]);
  });

  it("… the designation value (positive, the one operations connect to) first, the reflection value (negative) second.", () => {
    const { model } = checkedWithoutError("machine m { code warm / cold }");
    expect(model.systems[0]?.codes[0]?.values.map(({ name }) => name)).toEqual(["warm", "cold"]);
  });

  it("A clause designates a value of the code or of the secondary code.", () => {
    const members = (value: string) => `secondary code good / bad
  program p conditional on got { when x > 1 -> bad otherwise -> ${value} }`;
    const runs = run(
      receiver(
        members("yes"),
        "sender emits send(x: 2) sender emits send(x: 1) run expect receiver designates yes",
      ),
    );
    expect(decisionsOf(runs)).toEqual(["1 p 0 bad", "1 p 1 yes"]);
    expect(errorsIn(receiver(members("maybe"), "run"))).toEqual(["value_outside_code maybe"]);
    expect(errorsIn(receiver(members("on"), "run"))).toEqual(["foreign_value on"]);
  });

  it("A conditional program is a decision list: the first `when` that holds decides.", () => {
    const runs = run(
      receiver(
        "program p conditional on got { when x > 5 -> yes when x > 1 -> no otherwise -> yes }",
        "sender emits send(x: 9) sender emits send(x: 3) sender emits send(x: 0) run expect receiver resonates",
      ),
    );
    expect(decisionsOf(runs)).toEqual(["1 p 0 yes", "1 p 1 no", "1 p 2 yes"]);
  });

  it("A purpose program takes the `choose` with the highest `yields` among those whose `when` holds (ties: the first).", () => {
    const runs = run(
      receiver(
        `program p purpose on got {
          choose a -> yes yields 2
          choose b -> no yields 2
          choose c -> yes yields x when x > 5
          choose d -> no yields 2 * x when x > 7
        }`,
        "sender emits send(x: 1) sender emits send(x: 6) sender emits send(x: 8) run expect receiver resonates",
      ),
    );
    expect(decisionsOf(runs)).toEqual(["1 p 0 yes", "1 p 2 yes", "1 p 3 no"]);
  });

  it("Several programs on one trigger form one list: first every `when` in the order of declaration, then every `choose`, then the one `otherwise` (a second is `shadowed_clause`).", () => {
    const members = (
      otherwise: string,
    ) => `program first purpose on got { choose a -> yes yields 1 when x = 2 otherwise -> no }
      program second conditional on got { when x = 1 -> no ${otherwise} }
      program third conditional on got { when x < 2 -> yes }`;
    const scenario = `sender emits send(x: 0) sender emits send(x: 1) sender emits send(x: 2) sender emits send(x: 3) run
      expect receiver resonates`;
    const runs = run(receiver(members(""), scenario));
    expect(decisionsOf(runs)).toEqual(["1 third 0 yes", "1 second 0 no", "1 first 0 yes", "1 first 1 no"]);
    const shadowed = (otherwise: string) =>
      warningsIn(receiver(members(otherwise), scenario)).filter((each) => each.startsWith("shadowed_clause"));
    expect(shadowed("")).toEqual([]);
    expect(shadowed("otherwise -> yes")).toHaveLength(1);
  });

  it("`-> undecided` leaves the case open: its effects may change expectations (irritation that builds up), but emit nothing.", () => {
    const members = (emitted: string) => `operation tell expectation worry: number = 0
      program p conditional on got {
        when worry + x < 5 -> undecided { worry := worry + x ${emitted} }
        otherwise -> yes { emit tell }
      }`;
    const runs = run(
      receiver(
        members(""),
        "sender emits send(x: 2) sender emits send(x: 2) sender emits send(x: 2) run expect receiver.tell occurs 1 time",
      ),
    );
    expect(decisionsOf(runs)).toEqual(["1 p 0 undecided", "1 p 0 undecided", "1 p 1 yes"]);
    expect(valueOf(runs, "receiver.worry")).toBe(4);
    expect(outcomesOf(runs)).toEqual([true]);
    expect(errorsIn(receiver(members("emit tell"), "run"))).toEqual(["undecided_emission emit tell"]);
  });

  it("A clause of an organization may also designate a value of the code of a function system it is `within`; …", () => {
    const text = `function system trade { function "supply" code pay / keep }
organization firm within trade {
  code hire / fire
  operation ask
  expectation last: one of (hire, fire, pay, keep) = fire
  program p conditional on own ask { when designated = pay -> hire { last := designated } otherwise -> pay { last := designated } }
}
scenario s { firm emits ask run expect firm designates pay firm emits ask run expect firm designates hire }`;
    const runs = run(text);
    expect(decisionsOf(runs)).toEqual(["1 p 1 pay", "2 p 0 hire"]);
    expect(outcomesOf(runs)).toEqual([true, true]);
    const elsewhere = (within: string) =>
      errorsIn(`function system trade { function "supply" code pay / keep }
function system faith { function "meaning" code here / beyond }
organization firm ${within} { code hire / fire operation ask program p conditional on own ask { otherwise -> pay } }`);
    expect(elsewhere("within trade, faith")).toEqual([]);
    expect(elsewhere("within faith")).toEqual(["foreign_value pay"]);
    expect(elsewhere("")).toEqual(["foreign_value pay"]);
  });

  it("… reports say whose value it was.", () => {
    const { result } = run(`function system trade { function "supply" code pay / keep }
machine a { code on / off operation send }
organization firm within trade { code hire / fire sensitive to got program p conditional on got { otherwise -> pay } }
coupling c between a and firm { a.send -> firm.got }
scenario s { a emits send run expect firm designates pay }`);
    expect(renderRun(result)).toContain("pay (trade)");
  });

  it("Where nothing decides, the irritation stays *undecided*, which the trace says.", () => {
    const runs = run(
      receiver(
        "program p conditional on got { when x > 5 -> yes }",
        "sender emits send(x: 9) sender emits send(x: 0) run expect receiver designates yes",
      ),
    );
    expect(decisionsOf(runs)).toEqual(["1 p 0 yes", "1 - - undecided"]);
    const [, undecided] = entriesOf(runs, "decision");
    const [, irritation] = entriesOf(runs, "irritation");
    expect(undecided?.cause).toBe(irritation?.id);
    expect(outcomesOf(runs)).toEqual([true]);
  });

  it("What decides first designates, then has its effects one after another, each seeing what those before it set.", () => {
    const runs = run(
      receiver(
        `operation tell(n: number) expectation n: number = 1 expectation was: one of (yes, no) = no
         program p conditional on got {
           when designated != yes -> yes { n := n + x was := designated emit tell(n: n * 2) n := n * 10 }
         }`,
        "sender emits send(x: 4) run expect receiver.n = 50 expect receiver.was = yes",
      ),
    );
    expect(operationsOf(runs)).toEqual(["0 sender.send x=4", "1 receiver.tell n=10"]);
    expect(outcomesOf(runs)).toEqual([true, true]);
  });

  it("`on own op`: the system's own operation is put before it again in the next step.", () => {
    const runs = run(`machine m {
  code a / b
  operation tick(n: number)
  program echo conditional on own tick { when n < 3 -> a { emit tick(n: n + 1) } otherwise -> b }
}
scenario s { m emits tick(n: 1) run expect m.tick occurs 3 times }`);
    expect(decisionsOf(runs)).toEqual(["1 echo 0 a", "2 echo 0 a", "3 echo 1 b"]);
    expect(operationsOf(runs)).toEqual(["0 m.tick n=1", "1 m.tick n=2", "2 m.tick n=3"]);
    expect(entriesOf(runs, "decision").map(({ cause }) => cause)).toEqual(
      entriesOf(runs, "operation").map(({ id }) => id),
    );
    expect(irritationsOf(runs)).toEqual([]);
  });

  it("`on every step` and `on every N steps`: in each step whose number N divides.", () => {
    const runs = run(`machine m {
  code a / b
  program always conditional on every step { otherwise -> a }
  program seldom conditional on every 3 steps { otherwise -> b }
}
scenario s { run 2 steps run 5 steps expect m designates a }`);
    const steps = (program: string) =>
      entriesOf(runs, "decision").flatMap((entry) => (entry.program === program ? [entry.step] : []));
    expect(steps("always")).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(steps("seldom")).toEqual([3, 6]);
  });
});
