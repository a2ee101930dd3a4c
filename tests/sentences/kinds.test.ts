/* What the kinds of systems are, and how a system is made of another. */
import { describe, expect, it } from "vitest";
import { receiver } from "../engine/plain/asking.ts";
import {
  checkedWithoutError,
  decisionsOf,
  entriesOf,
  inBoth,
  irritationsOf,
  outcomes,
  outcomesOf,
  run,
} from "../support/both.ts";
import { checksIn, errorsIn } from "../support/found.ts";

describe("Kinds", () => {
  it("Function systems have a code, a medium, programs and a function.", () => {
    const whole = [
      'function "one"',
      "code a / b",
      "medium m",
      "sensitive to x",
      "program p conditional on x { otherwise -> a }",
    ];
    const without = (at: number) =>
      checksIn(`function system f { ${whole.filter((_, each) => each !== at).join(" ")} }`);
    expect(without(0)).toContain("missing_function");
    expect(without(1)).toContain("codeless_system");
    expect(without(2)).toContain("unproven_system");
    expect(without(4)).toContain("missing_program");
    for (const check of ["missing_function", "codeless_system", "missing_program"])
      expect(without(-1)).not.toContain(check);
  });

  it("Organizations decide on membership and take part in several function systems (`within`).", () => {
    const runs = run(`import law, economy from "canon"
organization firm within law, economy {
  code member / non_member
  sensitive to application(n: number)
  program hiring conditional on application {
    when n = 1 -> member
    when n = 2 -> lawful
    when n = 3 -> payment
    otherwise -> non_member
  }
}
environment applicants { event applies(n: number) }
coupling door between applicants and firm { applicants.applies -> firm.application(n: n) }
scenario s {
  repeat 4 times { applicants emits applies(n: step + 1) run 1 steps }
  run expect firm designates non_member
}`);
    expect(decisionsOf(runs)).toEqual([
      "1 hiring 0 member",
      "2 hiring 1 lawful",
      "3 hiring 2 payment",
      "4 hiring 3 non_member",
    ]);
    expect(outcomesOf(runs)).toEqual([true]);
  });

  it("Interactions need presence and sit within an organization or a society.", () => {
    const talk = (within: string) =>
      checksIn(`society world differentiated by function organization firm { code a / b }
machine other { code e / f }
interaction talk ${within} { code c / d }`).filter((check) => /homeless|misplaced/.test(check));
    expect(talk("within firm")).toEqual([]);
    expect(talk("within world")).toEqual([]);
    expect(talk("")).toEqual(["homeless_interaction"]);
    expect(talk("within other")).toEqual(["misplaced_system"]);
  });

  it("Movements protest; they have no membership, and sit within a society.", () => {
    const protest = (within: string) =>
      checksIn(`society world differentiated by function organization firm { code a / b }
movement green within ${within} { code c / d }`).filter((check) => /misplaced/.test(check));
    expect(protest("world")).toEqual([]);
    expect(protest("firm")).toEqual(["misplaced_system"]);
  });

  it("Psychic systems and populations are environment of society, never part of it (no `within`).", () => {
    expect(
      errorsIn("society world differentiated by function psychic system mind within world { code a / b }"),
    ).toEqual(["people_as_elements world"]);
    expect(
      errorsIn(
        "society world differentiated by function population people of 3 within world { q: number = 1 }",
      ),
    ).toContain("syntax_error within world");
    expect(errorsIn("society world differentiated by function psychic system mind { code a / b }")).toEqual(
      [],
    );
  });

  it("Machines (the thermostat) are trivial systems with a code of their own.", () => {
    const text = receiver(
      "program p conditional on got { when x > 1 -> yes otherwise -> no }",
      "sender emits send(x: 2) run sender emits send(x: 2) run sender emits send(x: 0) run expect receiver resonates",
    );
    // The same irritation, the same answer.
    expect(decisionsOf(run(text))).toEqual(["1 p 0 yes", "2 p 0 yes", "3 p 1 no"]);
  });

  it("Any kind may have a code; a program needs one.", () => {
    const kinds = ["function system", "organization", "interaction", "movement", "psychic system", "machine"];
    for (const kind of kinds) {
      const deciding = (code: string) =>
        errorsIn(
          `${kind} m { ${code} operation o program p conditional on own o { otherwise -> undecided } }`,
        );
      expect([kind, deciding("code a / b")]).toEqual([kind, []]);
      expect([kind, deciding("")]).toEqual([kind, ["codeless_system m"]]);
    }
    expect(errorsIn("organization firm { operation o }")).toEqual([]);
  });

  it("`society`, `within`, `role`, `included`, `performs` and the strings describe: checks and reports use them, a run does not.", () => {
    const described = (
      society: string,
      within: string,
      members: string,
      people: string,
      label: string,
    ) => `${society}
organization sender ${label} ${within} { code on / off operation send ${label} (x ${label}: number) ${members} }
machine receiver {
  code yes / no sensitive to got(x: number)
  program p ${label} conditional on got { when x > 1 -> yes otherwise -> no }
}
population people of 3 { joy: number = 1 becomes joy + step ${people} }
coupling line between sender and receiver { sender.send -> receiver.got(x: x) }
scenario s { sender emits send(x: uniform(0, 3)) run 3 steps expect receiver resonates }`;
    const bare = run(described("", "", "", "", ""));
    const full = run(
      described(
        "society world differentiated by function",
        "within world",
        'function "f" reflection "r" contingency "c" performs "care" for people role member public',
        "included in sender as member",
        '"Label"',
      ),
    );
    expect(inBoth(full, ({ entries }) => entries)).toEqual(inBoth(bare, ({ entries }) => entries));
    expect(irritationsOf(bare)).toHaveLength(1);
  });

  const likeness = `machine a { code on / off operation send(x: number) }
machine m {
  code yes / no
  sensitive to got(x: number)
  operation tell
  expectation bar: number = 2
  program p conditional on got { when x > bar -> yes { emit tell } otherwise -> no }
}
extend m { expectation more: number = 7 }
machine n like m { expectation bar: number = 9 }
coupling c between a and m { a.send -> m.got(x: x) }
`;

  it("`like` copies a system's members (with what extends it) under a new name: …", () => {
    const text = `${likeness}coupling d between a and n { a.send -> n.got(x: x) }
scenario s { a emits send(x: 5) a emits send(x: 10) run expect m.tell occurs 2 times expect n.tell occurs 1 time expect n.more = 7 }`;
    expect(outcomes(text)).toEqual([true, true, true]);
  });

  it("… not its couplings, and not what refers to it; …", () => {
    const text = `${likeness}scenario s { a emits send(x: 10) run expect m resonates expect n stays indifferent }`;
    const runs = run(text);
    expect(outcomesOf(runs)).toEqual([true, true]);
    expect(
      inBoth(runs, ({ entries }) => entries.filter((entry) => "owner" in entry && entry.owner === "n")),
    ).toEqual([]);
  });

  it("… a member of the new body replaces the copied one of its name.", () => {
    const { model } = checkedWithoutError(likeness);
    const copied = model.systems.find(({ name }) => name === "n");
    expect(copied?.expectations.map(({ name }) => name).sort()).toEqual(["bar", "more"]);
    expect(outcomes(`${likeness}scenario s { run expect m.bar = 2 expect n.bar = 9 }`)).toEqual([true, true]);
  });

  it("A scenario `like` another does that one's steps first.", () => {
    const runs = run(`environment e { q: number = 1 }
scenario first { change e.q to e.q + 1 run 2 steps }
scenario second like first { change e.q to e.q * 10 expect e.q = 20 expect step = 2 }`);
    expect(outcomesOf(runs)).toEqual([true, true]);
    expect(entriesOf(runs, "value").map(({ step, to }) => `${step} ${to}`)).toEqual(["0 2", "2 20"]);
  });

  it("`extend` adds to a system declared elsewhere what it does not have (else `duplicate_name`), and holds for the whole model.", () => {
    const files = {
      "base.sys": `machine a { code on / off operation send }
machine m { code yes / no sensitive to got }
coupling c between a and m { a.send -> m.got }`,
      "more.sys": 'import m from "base" extend m { program p conditional on got { otherwise -> yes } }',
    };
    expect(
      outcomes('import "base" import "more" scenario s { a emits send run expect m resonates }', { files }),
    ).toEqual([true]);
    expect(outcomes('import "base" scenario s { a emits send run expect m resonates }', { files })).toEqual([
      false,
    ]);
    expect(errorsIn('import "base" extend m { sensitive to got }', files)).toEqual(["duplicate_name got"]);
  });
});
