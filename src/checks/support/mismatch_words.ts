/* What is wrong with a type, a unit, a value or a count, in words. */
import { counted, listed, quoted } from "../../base/words.ts";
import type { Place } from "../../base/place.ts";
import { unreachable } from "../../base/unreachable.ts";
import type { Related, Words } from "../../diagnostics/diagnostic.ts";
import type { Named, TypeMismatchFacts, Use } from "../../model/problems.ts";
import type { CheckContext } from "../context.ts";
import { conditionHelp } from "./condition_help.ts";
import type { FactsOf } from "./mismatch_facts.ts";
import { chanceWords, countWords, designatedWords, initialWords } from "./observer_words.ts";
import { notANameWords } from "./outcome_words.ts";
import { described, fullName } from "./things.ts";
import { anyValue, typeWords, valueWords } from "./type_words.ts";

export function mismatchWords(facts: TypeMismatchFacts, context: CheckContext, place: Place): Words {
  switch (facts.kind) {
    case "type":
      return typeMismatch(facts, context, place);
    case "units":
      return unitMismatch(facts);
    case "bounds":
      return outOfBounds(facts);
    case "unlisted value":
      return unlisted(facts);
    case "wider enumeration":
      return wider(facts);
    case "unlike":
      return unlike(facts);
    case "order":
      return {
        message: `${quoted(facts.operator)} compares numbers, and this is ${typeWords(facts.found)}`,
        label: typeWords(facts.found),
        why: ["only numbers are greater or smaller than others"],
        help: ["compare it with `=` or `!=`"],
      };
    case "chance":
      return chanceWords(facts);
    case "count":
      return countWords();
    case "designated":
      return designatedWords(facts);
    case "initial":
      return initialWords(facts);
    case "arity":
      return arity(facts);
    case "count too small":
      return {
        message: `${facts.found} ${facts.of} are none: at least ${facts.least} ${facts.least === 1 ? "is" : "are"} needed`,
        label: `at least ${facts.least}`,
      };
    case "empty range":
      return {
        message: `no number lies between ${facts.low} and ${facts.high}: the lower bound stands first`,
        label: "a range that holds nothing",
      };
    case "endless variation":
      return endlessVariation(facts);
    case "not a name":
      return notANameWords(facts, context);
    default:
      return unreachable(facts);
  }
}

/** Where the thing is declared that wants another type. */
export function declaredAt(declared: Named | undefined, message: string): readonly Related[] {
  return declared?.place === undefined ? [] : [{ place: declared.place, message }];
}

/** `the parameter cap of decree`, `price`. */
function wanting(declared: Named): string {
  return declared.what === "parameter"
    ? `the parameter ${quoted(declared.name)}${declared.owner === undefined ? "" : ` of ${quoted(declared.owner)}`}`
    : quoted(fullName(declared));
}

const uses: Readonly<Record<Use, string>> = {
  condition: "a condition",
  argument: "this argument",
  assignment: "what is assigned here",
  "initial value": "this initial value",
  operand: "what stands here",
  comparison: "what is compared here",
  "function argument": "this argument",
  yields: "what a choice yields",
  becomes: "what it becomes",
  chance: "a probability",
  delay: "a delay",
  capacity: "a capacity",
  size: "the size of a population",
  given: "what is given",
  change: "what it is changed to",
  steer: "what it is steered to",
  vary: "what is varied",
  measure: "a measure",
};

function typeMismatch(facts: FactsOf<"type">, context: CheckContext, place: Place): Words {
  const { use, wanted, found, declared, operator, thing } = facts;
  const what = thing === undefined ? "this" : quoted(thing.name);
  const message =
    declared !== undefined
      ? `${wanting(declared)} is ${typeWords(wanted)}, and ${what} is ${typeWords(found)}`
      : operator !== undefined
        ? `${quoted(operator)} goes with ${wanted.kind === "number" ? "numbers" : typeWords(wanted)}, and ${what} is ${typeWords(found)}`
        : `${uses[use]} is ${use === "measure" ? "a number, or true or false" : typeWords(wanted)}, and ${what} is ${typeWords(found)}`;
  return {
    message,
    label: typeWords(found),
    related: [
      ...declaredAt(declared, typeWords(wanted)),
      ...(thing?.place === undefined || thing.place === declared?.place
        ? []
        : [{ place: thing.place, message: `${described(thing)}: ${typeWords(found)}` }]),
    ],
    why: ["nothing is converted: a number is not a truth, and a value is not a text"],
    help: [
      ...(wanted.kind === "boolean" && found.kind === "text" && use === "condition"
        ? conditionHelp(place, context)
        : []),
      ...(thing === undefined && wanted.kind === "boolean" && found.kind === "number"
        ? [
            isAsked(use)
              ? "compare it with something: `… > 0`"
              : "true and false are written `true` and `false`; what has a number is declared as `number`",
          ]
        : []),
      ...(thing === undefined && wanted.kind === "boolean" && found.kind === "enumeration"
        ? [`compare it with one of its values: ${quoted(`… = ${found.values[0] ?? ""}`)}`]
        : []),
      ...(wanted.kind === "enumeration" ? [`its values are ${valueWords(wanted.values)}`] : []),
      ...(wanted.kind === "number" && found.kind === "boolean" && use !== "operand"
        ? ["if it is true or false by nature, declare it as `boolean`"]
        : []),
    ],
  };
}

/** Whether something is asked, which can be said of a number by comparing it. */
function isAsked(use: FactsOf<"type">["use"]): boolean {
  return use === "condition" || use === "operand" || use === "becomes";
}

function unitMismatch({ use, operator, left, right, declared }: FactsOf<"units">): Words {
  const [first, second] = [quoted(`"${left.unit}"`), quoted(`"${right.unit}"`)];
  const message =
    declared !== undefined
      ? `${wanting(declared)} is in ${first}, and this is in ${second}`
      : use === "comparison"
        ? `${first} and ${second} cannot be compared`
        : operator === "+" || operator === "-"
          ? `${second} cannot be ${operator === "+" ? "added to" : "taken from"} ${first}`
          : `${quoted(operator ?? "this")} cannot take ${first} and ${second} together`;
  return {
    message,
    label: `in ${second}`,
    related: [{ place: left.place, message: `in ${first}` }],
    why: [
      declared === undefined
        ? "numbers of unlike units measure different things, and neither their sum nor their order says anything"
        : "numbers of unlike units measure different things, and none stands for the other",
    ],
    help: [
      `convert one of them: a product or a quotient has no unit of its own, so that ${quoted("… * 1000")} fits everything`,
      "if both measure the same, declare both with the same unit",
    ],
  };
}

function outOfBounds({ use, value, low, high, declared }: FactsOf<"bounds">): Words {
  const isProbability = low === 0 && high === 1 && declared === undefined;
  const range =
    low === undefined
      ? `at most ${high}`
      : high === undefined
        ? `at least ${low}`
        : `between ${low} and ${high}`;
  return {
    message: isProbability
      ? `a probability is between 0 and 1, and ${value} is not`
      : `${declared === undefined || use === "size" ? uses[use] : wanting(declared)} is ${range}, and ${value} is not`,
    label: low !== undefined && value < low ? `below ${low}` : `above ${high}`,
    related: isProbability || use === "size" ? [] : declaredAt(declared, "its bounds are declared here"),
    ...(isProbability && { why: ["a probability of 1 is always, of 0 never, and nothing lies beyond"] }),
    help: isProbability
      ? [asProbability(value)]
      : [`change the number${declared === undefined ? "" : ", or widen the bounds where they are declared"}`],
  };
}

/** A share of a hundred that lacks its sign; a little more than 1 is no such. */
function asProbability(value: number): string {
  return value >= 2 && value <= 100
    ? `${value} of a hundred is written ${quoted(`${value}%`)}, which is ${Number((value / 100).toPrecision(12))}`
    : `four of ten is written ${quoted("40%")} or ${quoted("0.4")}`;
}

function unlisted({ value, values, near, code, declared }: FactsOf<"unlisted value">): Words {
  const whose = declared === undefined ? "" : ` of ${quoted(declared.name)}`;
  const [meant, other] = near;
  return {
    message: code
      ? `${quoted(value)} is no value of the code${whose}`
      : `${quoted(value)} is no value${whose}`,
    label:
      meant !== undefined && other === undefined
        ? `not a value, ${quoted(meant)} is`
        : `not ${anyValue(values)}`,
    related:
      declared === undefined
        ? []
        : declaredAt(declared, code ? `its code is ${values.join(" / ")}` : "its values are declared here"),
    why: [
      code
        ? "a system designates one of the values of its own code, and nothing else"
        : "a type has the values that it lists, and no others",
    ],
    help: [`the values are ${valueWords(values)}`],
  };
}

function wider({ found, wanted, surplus, declared }: FactsOf<"wider enumeration">): Words {
  const what = declared === undefined ? "what takes it" : wanting(declared);
  return {
    message: `this can be ${listed(surplus.map(quoted), "or")}, and ${what} cannot`,
    label: `one of ${valueWords(found)}`,
    related: declaredAt(declared, `one of ${valueWords(wanted)}`),
    why: ["a value fits a type that lists it, whatever else it could be in its own"],
    help: [
      `add ${listed(surplus.map(quoted))} to the values of ${what}, or let a condition before it leave ${surplus.length === 1 ? "that case" : "those cases"} aside`,
    ],
  };
}

function unlike({ operator, left, right }: FactsOf<"unlike">): Words {
  return {
    message:
      left.type.kind === "enumeration" && right.type.kind === "enumeration"
        ? "the two sides have no value in common"
        : `${typeWords(left.type)} is never ${typeWords(right.type)}`,
    label: operator === "=" ? "never so" : "always so",
    related: [
      { place: left.place, message: typeWords(left.type) },
      { place: right.place, message: typeWords(right.type) },
    ],
    why: ["nothing is converted, so that what is of another type is never equal"],
  };
}

function endlessVariation({ from, to, by }: FactsOf<"endless variation">): Words {
  return {
    message: `from ${from} in steps of ${by} one never comes to ${to}`,
    label: by === 0 ? "no step at all" : "leads away from it",
    help: [
      by === 0
        ? `say how far one value is from the next: ${quoted(`by ${(to - from) / 10 || 1}`)}`
        : `turn it round: ${quoted(`by ${-by}`)}`,
    ],
  };
}

function arity({ function: name, least, most, found }: FactsOf<"arity">): Words {
  const wanted =
    most === undefined
      ? `${least} arguments or more`
      : least === most
        ? counted(least, "argument")
        : `${least} to ${most} arguments`;
  return {
    message: `${quoted(name)} takes ${wanted}, and here ${found === 1 ? "is" : "are"} ${found === 0 ? "none" : found}`,
    label: found === 0 ? "nothing is given" : counted(found, "argument"),
    help: [`it is written like this: ${quoted(examples.get(name) ?? `${name}(…)`)}`],
  };
}

const examples: ReadonlyMap<string, string> = new Map([
  ["min", "min(price, 100)"],
  ["max", "max(price, 0)"],
  ["abs", "abs(price - 60)"],
  ["round", "round(price)"],
  ["floor", "floor(price)"],
  ["ceil", "ceil(price)"],
  ["sqrt", "sqrt(distance)"],
  ["log", "log(price)"],
  ["exp", "exp(rate)"],
  ["mod", "mod(step, 12)"],
  ["chance", "chance(20%)"],
  ["uniform", "uniform(0, 10)"],
  ["normal", "normal(0, 1)"],
  ["count", "count(law.judgment)"],
]);
