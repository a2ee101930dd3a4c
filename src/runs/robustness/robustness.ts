/*
 * Whether a verdict rests on numbers that nobody has measured: does it hold if each unsourced number is a tenth more or less, and if
 * all are at once; and at which value of each does it become another.
 */
import type { CheckResult } from "../../checks/apply.ts";
import type { Verdict } from "../../diagnostics/run_facts.ts";
import { namesInFile, namesOf, type NameOf } from "../../flow/describe.ts";
import { indexModel } from "../../model/lookup.ts";
import type { Id } from "../../model/reference.ts";
import { looseNumbers, type LooseNumber } from "./loose_numbers.ts";
import { pointsAround, within } from "./neighbourhood.ts";
import { varying, type Varying, type VaryingOptions } from "./varying.ts";

/** By so much numbers vary, and so many points are taken around them where all vary together. */
export const usualSpread = 0.1;
export const usualPoints = 40;

export interface Neighbourhood {
  /** How far each number varies: 0.1 is a tenth of its value. */
  readonly spread: number;
  /** How many numbers vary together, and in how many runs. */
  readonly numbers: number;
  readonly runs: number;
  /** In how many of these the verdict is the same; what it is in the others. `undefined`: the run was broken off. */
  readonly same: number;
  readonly others: ReadonlyMap<Verdict | "broken off", number>;
}

/** Where a verdict becomes another if one number alone is changed. */
export interface Flip {
  readonly direction: "below" | "above";
  /** The last value found with which it is the same, and the first with which it is not: between the two it flips. */
  readonly last: number;
  readonly first: number;
  readonly verdict: Verdict | "broken off";
}

export interface NumberVaried {
  readonly number: LooseNumber;
  /** The verdicts with a tenth less and with a tenth more. */
  readonly less: Verdict | "broken off";
  readonly more: Verdict | "broken off";
  /** The nearest flips found on either side. */
  readonly flips: readonly Flip[];
}

export interface Robustness {
  /** As the file that is run calls it. */
  readonly regulation: string;
  readonly verdict: Verdict;
  readonly spread: number;
  /** Every unsourced number of the model that a run of the scenario may read. */
  readonly numbers: readonly NumberVaried[];
  /** Whether it holds for each number alone. */
  readonly holdsAlone: boolean;
  readonly together: Neighbourhood;
}

export interface RobustnessOfRun {
  readonly scenario: string;
  readonly seed: number;
  readonly verdicts: readonly Robustness[];
  /** All runs that were taken to find this out. */
  readonly runs: number;
}

export interface RobustnessOptions extends VaryingOptions {
  readonly spread?: number;
  readonly points?: number;
}

/** For each regulation that the scenario applies. The model must have no errors. */
export function robustness(checked: CheckResult, options: RobustnessOptions): RobustnessOfRun {
  const { spread = usualSpread, points = usualPoints } = options;
  const names = namesInModel(checked);
  const numbers = numbersOf(checked, options.scenario);
  const vary = varying(checked, options);
  const here = vary.verdicts(new Map()) ?? new Map<Id, Verdict>();
  const verdicts = [...here].map(([regulation, verdict]): Robustness => {
    const varied = numbers.map((number) => variedAlone(vary, number, regulation, verdict, spread));
    return {
      regulation: names(regulation),
      verdict,
      spread,
      numbers: varied,
      holdsAlone: varied.every(({ less, more }) => less === verdict && more === verdict),
      together: neighbourhoodOf(vary, numbers, regulation, verdict, { spread, points }),
    };
  });
  return { scenario: options.scenario, seed: vary.seed(), verdicts, runs: vary.runs() };
}

/** In how many runs around the values of a model a verdict stays what it is. */
export function neighbourhood(
  checked: CheckResult,
  regulation: Id,
  verdict: Verdict,
  options: RobustnessOptions,
): Neighbourhood {
  const { spread = usualSpread, points = usualPoints } = options;
  const numbers = numbersOf(checked, options.scenario);
  return neighbourhoodOf(varying(checked, options), numbers, regulation, verdict, { spread, points });
}

function namesInModel({ model }: CheckResult): NameOf {
  return namesInFile(model, model.entry, namesOf(indexModel(model)));
}

function numbersOf(checked: CheckResult, scenario: string): readonly LooseNumber[] {
  const { model } = checked;
  return looseNumbers(
    checked,
    indexModel(model),
    namesInModel(checked),
    model.scenarios.find(({ name }) => name === scenario),
  );
}

function neighbourhoodOf(
  vary: Varying,
  numbers: readonly LooseNumber[],
  regulation: Id,
  verdict: Verdict,
  { spread, points }: { readonly spread: number; readonly points: number },
): Neighbourhood {
  const around = numbers.length === 0 ? [] : pointsAround(numbers, points, spread);
  const others = new Map<Verdict | "broken off", number>();
  let same = 0;
  for (const point of around) {
    const other = vary.verdicts(point)?.get(regulation) ?? "broken off";
    if (other === verdict) same += 1;
    else others.set(other, (others.get(other) ?? 0) + 1);
  }
  return { spread, numbers: numbers.length, runs: around.length, same, others };
}

function variedAlone(
  vary: Varying,
  number: LooseNumber,
  regulation: Id,
  verdict: Verdict,
  spread: number,
): NumberVaried {
  const at = (value: number): Verdict | "broken off" =>
    vary.verdicts(new Map([[number, value]]))?.get(regulation) ?? "broken off";
  return {
    number,
    less: at(within(number, number.value * (1 - spread))),
    more: at(within(number, number.value * (1 + spread))),
    flips: (["below", "above"] as const).flatMap(
      (direction) => flipOf(number, direction, verdict, spread, at) ?? [],
    ),
  };
}

/** How far is looked, as parts of the number: down to nought, up to ten times as much. */
const farther = [0.25, 0.5, 1, 3, 9] as const;
/** As near as this the two sides of a flip are brought together, as a part of the number. */
const nearness = 0.001;

/** The first of a few values ever farther away with which the verdict is another, brought as near as it is so by halving. */
function flipOf(
  number: LooseNumber,
  direction: "below" | "above",
  verdict: Verdict,
  spread: number,
  at: (value: number) => Verdict | "broken off",
): Flip | undefined {
  const { value } = number;
  const size = Math.abs(value);
  const parts = [spread, ...farther].filter((part) => direction === "above" || part <= 1);
  let last = value;
  for (const part of parts) {
    const next = within(number, direction === "above" ? value + part * size : value - part * size);
    if (next === last) continue;
    const found = at(next);
    if (found !== verdict) return halved(last, next, found);
    last = next;
  }
  return undefined;

  function halved(same: number, other: number, found: Verdict | "broken off"): Flip {
    let [near, far, then] = [same, other, found];
    while (Math.abs(far - near) > nearness * size) {
      const middle = Number(((near + far) / 2).toPrecision(12));
      if (middle === near || middle === far) break;
      const here = at(middle);
      if (here === verdict) near = middle;
      else [far, then] = [middle, here];
    }
    return { direction, last: near, first: far, verdict: then };
  }
}
