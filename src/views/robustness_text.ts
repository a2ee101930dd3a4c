/* Whether verdicts hold where numbers that rest on no source are otherwise, as people read it. */
import type { Place } from "../base/place.ts";
import { visible } from "../base/visible.ts";
import { counted, listed } from "../base/words.ts";
import { painter, type Style } from "../diagnostics/show/paint.ts";
import { inAscii } from "../diagnostics/show/signs.ts";
import { wrapped } from "../diagnostics/show/wrap.ts";
import { shownNumber, withUnit } from "../engine/values.ts";
import type { LooseNumber } from "../runs/robustness/loose_numbers.ts";
import type {
  Flip,
  Neighbourhood,
  NumberVaried,
  Robustness,
  RobustnessOfRun,
} from "../runs/robustness/robustness.ts";

export interface RobustnessTextOptions {
  readonly colour?: boolean;
  readonly ascii?: boolean;
  readonly width?: number | undefined;
  /** Says where a number stands: `city.sys:12`. */
  readonly where: (place: Place) => string;
}

interface Row {
  readonly depth: number;
  readonly text: string;
  readonly style?: Style;
  readonly place?: Place;
}

/** Empty if the scenario applies no regulation. `depth`: how far it is moved in. */
export function renderRobustness(
  { verdicts, seed, runs }: RobustnessOfRun,
  options: RobustnessTextOptions,
  depth = 1,
): string {
  const { colour = false, ascii = false, width, where } = options;
  const paint = painter(colour);
  const clean = (text: string): string => {
    const safe = visible(text, { ascii });
    return ascii ? inAscii(safe) : safe;
  };
  if (verdicts.length === 0) return "";
  const rows: readonly Row[] = [
    ...verdicts.flatMap((verdict) => rowsOf(verdict)),
    {
      depth: 0,
      text: `found in ${counted(runs, "run")} with seed ${seed}; between the values that were tried there may be more flips`,
      style: "frame",
    },
  ];
  return rows
    .flatMap(({ depth: own, text, style = "plain", place }) => {
      const indent = "  ".repeat(depth + own);
      const columns = width === undefined ? undefined : width - indent.length - 2;
      const at = place === undefined ? "" : `  ${paint("frame", clean(where(place)))}`;
      const lines = wrapped(clean(text), columns);
      return lines.map(
        (line, index) =>
          `${indent}${index > 0 ? "  " : ""}${paint(style, line)}${index === lines.length - 1 ? at : ""}\n`,
      );
    })
    .join("");
}

function rowsOf({ regulation, verdict, spread, numbers, holdsAlone, together }: Robustness): readonly Row[] {
  const head: Row = { depth: 0, text: `how robust it is that ${regulation} is ${verdict}`, style: "strong" };
  if (numbers.length === 0)
    return [head, { depth: 1, text: "no number that it could rest on is without a source" }];
  const swayed = numbers.filter(({ less, more }) => less !== verdict || more !== verdict);
  const farther = numbers.filter((each) => !swayed.includes(each) && each.flips.length > 0);
  const steady = numbers.length - swayed.length - farther.length;
  const percent = `${shownNumber(spread * 100)}%`;
  const alone = holdsAlone
    ? `it holds if any of ${counted(numbers.length, "unsourced number")} alone is ${percent} less or more`
    : `it does not hold if one of these alone is ${percent} less or more; it holds for ${numbers.length - swayed.length} of ${counted(numbers.length, "unsourced number")}`;
  return [
    head,
    { depth: 1, text: alone },
    ...swayed.map((each) => numberRow(each, verdict, spread)),
    ...neighbourhoodRows(together, verdict),
    ...(farther.length === 0 ? [] : [{ depth: 1, text: "it flips, with one number alone changed" }]),
    ...farther.map((each) => numberRow(each, verdict, spread)),
    ...(steady === 0
      ? []
      : [
          {
            depth: 1,
            text: `no flip was found for ${counted(steady, "number")}, between nought and ten times its value`,
          },
        ]),
  ];
}

/** `economy.alarm = 2%: ineffective from 0.9% down, at 0.91% not yet` */
function numberRow({ number, less, more, flips }: NumberVaried, verdict: string, spread: number): Row {
  const apart = spread * Math.abs(number.value);
  const swayed = [
    ...(less === verdict ? [] : [`${less} with ${shown(number, number.value - apart)}`]),
    ...(more === verdict ? [] : [`${more} with ${shown(number, number.value + apart)}`]),
  ];
  const told = flips.map((flip) => flipText(number, flip));
  const value = shown(number, number.value);
  const name = number.isInitial ? `${number.name} = ${value}` : `the ${value} in ${number.name}`;
  return { depth: 2, text: `${name}: ${listed(told.length > 0 ? told : swayed)}`, place: number.place };
}

function flipText(number: LooseNumber, { direction, last, first, verdict }: Flip): string {
  const digits = [4, 5, 6, 7].find((each) => shown(number, last, each) !== shown(number, first, each)) ?? 8;
  const [from, not] = [first, last].map((value) => shown(number, value, digits));
  return `${verdict} from ${from ?? ""} ${direction === "below" ? "down" : "up"}, at ${not ?? ""} not yet`;
}

/** As it is written in the model: in percent, or in its unit. */
function shown({ percent, unit }: LooseNumber, value: number, digits = 12): string {
  const rounded = Number((percent ? value * 100 : value).toPrecision(digits));
  return percent ? `${shownNumber(rounded)}%` : withUnit(shownNumber(rounded), { kind: "number", unit });
}

/** In how many of the runs around it a verdict stays. */
export function neighbourhoodRows(
  { spread, numbers, runs, same, others }: Neighbourhood,
  verdict: string,
  depth = 1,
): readonly { readonly depth: number; readonly text: string }[] {
  if (runs === 0)
    return [
      { depth, text: "no number of the model is without a source: there is no neighbourhood to look at" },
    ];
  const rest = [...others].map(([other, times]) => `${other} in ${times}`);
  const tail = rest.length === 0 ? "" : `, ${listed(rest)}`;
  const all =
    numbers === 1 ? "the one unsourced number varies" : `all ${numbers} unsourced numbers vary together`;
  return [
    {
      depth,
      text: `${verdict} in ${same} of ${runs} runs in which ${all} by up to ${shownNumber(spread * 100)}%${tail}`,
    },
  ];
}
