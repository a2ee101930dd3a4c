/* Whether verdicts hold where numbers that rest on no source are otherwise, as data. */
import type { Locator } from "../diagnostics/locate.ts";
import type { Flip, Neighbourhood, NumberVaried, RobustnessOfRun } from "../runs/robustness/robustness.ts";

export interface JsonNeighbourhood {
  readonly spread: number;
  readonly numbers: number;
  readonly runs: number;
  readonly same: number;
  readonly others: Readonly<Record<string, number>>;
}

interface JsonNumber {
  readonly name: string;
  readonly initial: boolean;
  readonly value: number;
  readonly file: string;
  readonly line: number;
  readonly less: string;
  readonly more: string;
  readonly flips: readonly Flip[];
}

export interface JsonRobustness {
  readonly seed: number;
  readonly runs: number;
  readonly verdicts: readonly {
    readonly regulation: string;
    readonly verdict: string;
    readonly holdsAlone: boolean;
    readonly together: JsonNeighbourhood;
    readonly numbers: readonly JsonNumber[];
  }[];
}

export function robustnessJson({ seed, runs, verdicts }: RobustnessOfRun, located: Locator): JsonRobustness {
  return {
    seed,
    runs,
    verdicts: verdicts.map(({ regulation, verdict, holdsAlone, together, numbers }) => ({
      regulation,
      verdict,
      holdsAlone,
      together: neighbourhoodJson(together),
      numbers: numbers.map((number) => numberJson(number, located)),
    })),
  };
}

function numberJson({ number, less, more, flips }: NumberVaried, located: Locator): JsonNumber {
  const { name, isInitial, value, place } = number;
  const { line } = located.locate(place).start;
  return { name, initial: isInitial, value, file: place.file, line, less, more, flips };
}

export function neighbourhoodJson({ spread, numbers, runs, same, others }: Neighbourhood): JsonNeighbourhood {
  return { spread, numbers, runs, same, others: Object.fromEntries(others) };
}
