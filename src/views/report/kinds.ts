/* What kinds of things are called in the prose of a report. */
import type { Verdict } from "../../diagnostics/run_facts.ts";
import type { Environment, Society, System } from "../../model/model.ts";

const kinds: Readonly<Record<System["systemKind"], string>> = {
  "function system": "a function system",
  organization: "an organisation",
  interaction: "an interaction",
  movement: "a protest movement",
  "psychic system": "a psychic system",
  machine: "a trivial machine",
};

export function kindText(kind: System["systemKind"]): string {
  return kinds[kind];
}

const plurals: Readonly<Record<System["systemKind"] | Environment["kind"], readonly [string, string]>> = {
  "function system": ["function system", "function systems"],
  organization: ["organisation", "organisations"],
  interaction: ["interaction", "interactions"],
  movement: ["protest movement", "protest movements"],
  "psychic system": ["psychic system", "psychic systems"],
  machine: ["machine", "machines"],
  environment: ["environment", "environments"],
  population: ["population", "populations"],
};

const numerals = [
  "no",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];

/** `one step`, `three couplings`, `14 systems`: as it stands in a sentence. */
export function numbered(count: number, one: string, many = `${one}s`): string {
  return `${numerals[count] ?? String(count)} ${count === 1 ? one : many}`;
}

/** `four function systems`, `one population`. */
export function countedKind(kind: System["systemKind"] | Environment["kind"], count: number): string {
  return numbered(count, ...plurals[kind]);
}

export function differentiationText(differentiation: NonNullable<Society["differentiation"]>): string {
  switch (differentiation) {
    case "function":
      return "by function: none of its systems can stand for another or for the whole";
    case "segmentation":
      return "by segments, which are all alike";
    case "stratification":
      return "by strata, one above the other";
    case "center_periphery":
      return "into a centre and a periphery";
  }
}

/** What a verdict on a regulation means. */
export function verdictText(verdict: Verdict): string {
  switch (verdict) {
    case "effective":
      return "with the regulation the aim is reached, and without it it is not";
    case "ineffective":
      return "the regulation has made no difference to the aim";
    case "backfiring":
      return "with the regulation the aim is further off than without it";
    case "indifferent":
      return "the target decided on the very same irritations in both runs, as if there were no regulation";
    case "disintegrating":
      return "under the regulation the target leaves undecided most of what irritates it, or operates no more";
  }
}
