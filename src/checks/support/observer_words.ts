/* What can be said only by an observer, or only by a system of itself. */
import { quoted } from "../../base/words.ts";
import type { Words } from "../../diagnostics/diagnostic.ts";
import type { Construct } from "../../model/problems.ts";
import type { FactsOf } from "./mismatch_facts.ts";
import { described } from "./things.ts";

const constructs: Readonly<Record<Construct, string>> = {
  expect: "an `expect`",
  aim: "an aim",
  property: "a property",
  until: "an `until`",
  measure: "a measure",
  vary: "what an experiment varies",
  "initial value": "an initial value",
  system: "a system",
  channel: "a channel",
  environment: "an environment",
};

export function chanceWords({ function: name, construct }: FactsOf<"chance">): Words {
  return {
    message: `${quoted(name)} cannot be drawn in ${constructs[construct]}`,
    label: "nothing is left to chance here",
    why: ["an observer says what is so; what is drawn belongs to what happens in the model"],
    help: ["let a program, a sensitivity, a channel or a quantity draw it, and observe what becomes of it"],
  };
}

export function countWords(): Words {
  return {
    message: "only an observer counts how often something has happened",
    label: "not at hand here",
    why: ["a system remembers what it keeps in its expectations, not what others could count of it"],
    help: ["keep the number in an expectation that a program raises: `seen := seen + 1`"],
  };
}

export function designatedWords({ system }: FactsOf<"designated">): Words {
  return system === undefined
    ? {
        message: "`designated` is what a system designated last, and here stands no system",
        label: "whose, it does not say",
        why: [
          "only the system itself sees its last designation; for others it is an event in their environment",
        ],
        help: ["an observer says it like this: `expect law designates lawful`"],
      }
    : {
        message: `${quoted(system.name)} has no code, so that it has designated nothing`,
        label: "nothing can be designated",
        help: [`give ${quoted(system.name)} a code: ${quoted("code … / …")}`],
      };
}

export function initialWords({ name, declared, thing }: FactsOf<"initial">): Words {
  return {
    message: `${quoted(declared.name)} cannot begin with what ${quoted(name)} is`,
    label: described(thing),
    related:
      thing.place === undefined
        ? []
        : [{ place: thing.place, message: `${quoted(thing.name)} begins at the same time` }],
    why: ["all initial values are there at once, so that none can be made of another"],
    help: ["write the number or value itself; a scenario can assume another with `given`"],
  };
}
