import { quoted } from "../../../base/words.ts";
import { writtenLike } from "../constructs.ts";
import { sayings } from "./say.ts";

export const ofNumbers = sayings({
  "decimal comma": ({ found, meant }) => ({
    message: `${quoted(found)} has a comma where a number has a point`,
    label: `${quoted(meant)} is meant`,
    why: ["a comma stands between things that are listed"],
  }),
  "grouped digits": ({ found, meant }) => ({
    message: `${quoted(found)} has commas where a number has ${quoted("_")}`,
    label: `read as ${quoted(meant)}`,
    help: [
      `digits are grouped by ${quoted("_")}, and decimals stand after a point: ${quoted("1_500")}, ${quoted("1.5")}`,
    ],
  }),
  "bare decimals": ({ found, meant }) => ({
    message: `${quoted(found)} has no digit before its point`,
    label: `${quoted(meant)} is meant`,
    why: ["a point without a digit before it leads to a part of something: `economy.price`"],
  }),
  "percent before": ({ meant }) => ({
    message: `${quoted("%")} stands behind its number: ${quoted(meant)}`,
    label: `${quoted(meant)} is meant`,
  }),
  "percent of nothing": ({ construct }) => ({
    message: "`%` stands behind a number, and here is none",
    label: "how many per cent?",
    help: ["`0..100%` ends at 1, and `0..` has no end", writtenLike(construct)],
  }),
  "negative count": ({ found, construct }) => ({
    message: `${quoted(found)} counts something, and nothing is counted below 0`,
    label: "a whole number without `-` is wanted",
    help: [writtenLike(construct)],
  }),
  "bracketed range": ({ meant }) => ({
    message: `a range is written without brackets: ${quoted(meant)}`,
    label: `${quoted(meant)} is meant`,
    why: ["both bounds belong to a range"],
  }),
  "bare range": ({ meant }) => ({
    message: "a range alone is no type: it bounds a `number`",
    label: `expected ${quoted(meant)} before this`,
    help: [writtenLike("quantity")],
  }),
  "range without in": ({ meant }) => ({
    message: "the bounds of a number stand behind `in`",
    label: `expected ${quoted(meant)}`,
    help: [writtenLike("quantity")],
  }),
  "unknown type": ({ found }) => ({
    message: `${quoted(found)} is no type`,
    label: "expected `number`, `boolean` or `one of (…)`",
    why: ["a system reckons with numbers, with what is true or false, and with values that are listed"],
    help: [
      /^(text|string|str|word|name|char|enum|varchar)$/i.test(found)
        ? "list what is possible: `one of (high, low)`"
        : "write `number`, `boolean`, or what is possible: `one of (high, low)`",
    ],
  }),
  "missing type": ({ found, meant }) => ({
    message: `${quoted(found)} has no type`,
    label: "expected `:` and a type after this",
    why: ["whatever can be reckoned with is a number, true or false, or one of some values that are listed"],
    help: [`write ${quoted(meant)}, or the other types: \`boolean\`, \`one of (high, low)\``],
  }),
  "type before name": ({ meant }) => ({
    message: `the type stands behind the name: ${quoted(meant)}`,
    label: `${quoted(meant)} is meant`,
  }),
});
