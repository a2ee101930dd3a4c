import type { Place } from "../base/place.ts";
import { listed, quoted } from "../base/words.ts";
import type { Fix, Words } from "../diagnostics/diagnostic.ts";
import type { SyntaxErrorFacts } from "../syntax/problems.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { constructWords, writtenLike } from "./support/constructs.ts";
import { expectedWords } from "./support/expected_words.ts";
import { unknownItem } from "./support/unknown_item.ts";
import { foreignComment } from "./support/habits/names.ts";
import { habitFixes, habitWords } from "./support/habits/words.ts";

export const syntax_error = defineCheck<SyntaxErrorFacts>({
  name: "syntax_error",
  severity: "error",
  group: "reading",
  summary: "text that is not of the language",
  sources: [],
  words: say,
  fixes: (facts, context, place): readonly Fix[] => {
    if (facts.kind === "habit") return habitFixes(facts, context, place);
    if (!("repair" in facts) || facts.repair === undefined) return [];
    return [facts.repair];
  },
});

function say(facts: SyntaxErrorFacts, context: CheckContext, place: Place): Words {
  switch (facts.kind) {
    case "unexpected":
      return unexpected(facts);
    case "missing":
      return missing(facts);
    case "unknown item":
      return unknownItem(facts);
    case "habit":
      return habitWords(facts, context, place);
    case "missing operator":
      return {
        message: `expected a sign between ${quoted(facts.before)} and ${quoted(facts.found)} in ${constructWords(facts.construct).noun}`,
        label: "expected a sign before this, such as `<` or `and`",
        help: [
          `two things are compared by \`=\`, \`!=\`, \`<\`, \`<=\`, \`>\` or \`>=\`, and joined by \`and\` or \`or\`: ${quoted(`${facts.before} < ${facts.found}`)}`,
        ],
      };
    case "missing separator":
      return missingSeparator(facts);
    case "unclosed":
      return {
        message:
          facts.header === ""
            ? `this ${quoted(facts.opener)} is never closed`
            : `the body of ${quoted(facts.header)} is never closed`,
        label: "opened here",
        related:
          facts.noticed === undefined
            ? []
            : [
                {
                  place: facts.noticed,
                  message: "by its indentation it should have been closed before this",
                },
              ],
        why: ["what follows an open body is read as a part of it, down to the end of the file"],
        help: [
          facts.inLine
            ? "write `}` at the end of the line, or where the body ends"
            : facts.next === "" || facts.next === "}"
              ? "write `}` where the body ends"
              : `write \`}\` on a line of its own before ${quoted(facts.next)}`,
        ],
      };
    case "unopened":
      return {
        message: `this ${quoted(facts.closer)} closes nothing`,
        label:
          facts.around === "" ? "no open brace is left here" : `the body of ${quoted(facts.around)} goes on`,
        help: ["remove it, or look above for a body that was closed too early"],
      };
    case "missing brace":
      return {
        message:
          facts.header === ""
            ? "the body that begins after this line is never opened"
            : `the body of ${quoted(facts.header)} is never opened`,
        label: "expected `{`",
        related: [{ place: facts.closer, message: "closes the body" }],
        why: ["what belongs to a declaration stands between braces"],
        help: [
          facts.instead === undefined
            ? `write \`{\` ${facts.next === "" ? "at the end of the line" : `before ${quoted(facts.next)}`}`
            : `write \`{\` where ${quoted(facts.instead)} stands`,
        ],
      };
    case "foreign signs":
      return foreignSigns(facts);
    case "unknown signs":
      return unknownSigns(facts);
    case "foreign comment":
      return foreignComment;
    case "apostrophe in name":
      return {
        message: `the name ${quoted(facts.found)} has an apostrophe`,
        label: "names have letters, digits and `_` alone",
      };
    case "unclosed text":
      return {
        message: "the text that begins here is never closed",
        label: 'no closing `"` follows',
        help: ['write a `"` where the text ends'],
      };
    case "unclosed comment":
      return {
        message: "the comment that begins here is never closed",
        label: "no `*/` follows",
        help: ["write `*/` where the comment ends, or begin the line with `//`"],
      };
    case "unknown escape":
      return {
        message: `${quoted(facts.found)} stands for nothing in a text`,
        label: "a backslash begins an escape",
        help: [
          'the escapes are `\\"`, `\\\\`, `\\n`, `\\t` and `\\u{…}`; a backslash itself is written `\\\\`',
        ],
      };
    case "number into name":
      return {
        message: `the number ${quoted(facts.number)} runs into the name ${quoted(facts.name)}`,
        label: "a number ends where a space or a sign follows",
        help:
          facts.repair === undefined
            ? [
                'numbers are written out, without exponent or unit: `1000`, `1_000`, `0.25`, `20%`; a unit stands in the type: `number "m²"`',
              ]
            : [],
      };
    case "malformed number":
      return {
        message: `${quoted(facts.found)} is not a number of the language`,
        label: "not a number",
        help: ["numbers are written `12`, `3.5`, `1_000_000` or `20%`: `_` stands only between two digits"],
      };
    case "hyphen in name":
      return {
        message: `the name ${quoted(facts.found)} has a hyphen, which would be a minus`,
        label: "names are written with `_`",
      };
    case "reserved word":
      return {
        message: `${quoted(facts.found)} cannot be ${facts.construct === "coupling" ? "the name of a coupling" : "a name"}`,
        label: facts.construct === "coupling" ? "means something of its own" : "a reserved word",
        why: [
          facts.construct === "coupling"
            ? "`through direct` says that a regulation goes through no coupling at all"
            : "`and`, `or`, `not`, `true` and `false` always mean what they say in a condition",
        ],
        help: ["choose another name"],
      };
    case "whole number":
      return {
        message: `${quoted(facts.found)} counts something, and only whole numbers count`,
        label: "a whole number is wanted",
      };
    case "wrong item":
      return wrongItem(facts);
    case "late header":
      return {
        message: "the header of the model stands at the top of the file, once",
        label: "something stands before it",
        help: ["move the line `model …` to the top"],
      };
    case "missing part":
      return {
        message: `this ${facts.construct} has no ${facts.part}`,
        label: "nothing is claimed here",
        help: [`write what should hold: ${quoted(constructWords(`${facts.construct}Items`).example)}`],
      };
    case "second part":
      return {
        message: `a ${facts.construct} has one ${facts.part}, this is a second`,
        label: `a second ${facts.part}`,
        related: [{ place: facts.first, message: "the first" }],
        help: [`make a ${facts.construct} of its own of it`],
      };
  }
}

/** So many signs of a line are underlined. */
const mostSigns = 4;

function foreignSigns({ signs }: FactsOf<"foreign signs">): Words {
  const byMeant = new Map<string, Set<string>>();
  for (const { found, meant } of signs) {
    const others = byMeant.get(meant);
    if (others === undefined) byMeant.set(meant, new Set([found]));
    else others.add(found);
  }
  const parts = [...byMeant].map(([meant, found]) => meantBy([...found], meant));
  const needless = parts.length === 1 && byMeant.has("");
  return {
    message: listed(parts),
    label: signs.length === 1 ? "not a sign of the language" : `the first of ${signs.length}`,
    related: signs.slice(1, mostSigns).map(({ place, meant }) => ({
      place,
      message: meant.trim() === "" ? "and this" : `${quoted(meant)} is meant`,
    })),
    why: needless
      ? ["items follow one another without a sign between them, on one line or on many"]
      : ["word processors, full-width keyboards and other languages have such signs; here each has one form"],
  };
}

function unknownSigns({ signs }: FactsOf<"unknown signs">): Words {
  const found = [...new Set(signs.map((one) => one.found))];
  return {
    message: `the ${found.length === 1 ? "sign" : "signs"} ${listed(found.map(quoted))} ${found.length === 1 ? "means" : "mean"} nothing in a model`,
    label: signs.length === 1 ? "not a sign of the language" : `the first of ${signs.length}`,
    related: signs.slice(1, mostSigns).map(({ place }) => ({ place, message: "and this" })),
    help: [
      found.includes("?")
        ? "a calculation has no branches: what depends on a condition, a program decides by its clauses"
        : found.some((sign) => "[]".includes(sign))
          ? "calls and lists stand in parentheses, a range without brackets: `0..5`"
          : "texts stand in quotation marks, comments begin with `//`",
    ],
  };
}

function meantBy(found: readonly string[], meant: string): string {
  const signs = listed(found.map(quoted));
  const one = found.length === 1;
  if (meant === "")
    return `${signs} ${one ? "is" : "are"} not needed: nothing separates the parts of a model`;
  return `${signs} ${one ? "stands" : "stand"} where ${meant === " " ? "a plain space" : quoted(meant)} is meant`;
}

type FactsOf<Kind extends SyntaxErrorFacts["kind"]> = Extract<SyntaxErrorFacts, { kind: Kind }>;

function unexpected(facts: FactsOf<"unexpected">): Words {
  const { noun } = constructWords(facts.construct);
  const wanted = expectedWords(facts.expected);
  const found = facts.found === "" ? "the line ends here" : `found ${quoted(facts.found)}`;
  const message =
    facts.meant === undefined
      ? `expected ${wanted} in ${noun}, ${found}`
      : `${quoted(facts.found)} is not known here, ${quoted(facts.meant)} is`;
  return {
    message,
    label: facts.meant === undefined ? `expected ${wanted}` : `in ${noun}`,
    related: facts.begins === undefined ? [] : [{ place: facts.begins, message: `${noun} begins here` }],
    help: [writtenLike(facts.construct)],
  };
}

function missing(facts: FactsOf<"missing">): Words {
  const { before, after, begins } = facts;
  const { noun } = constructWords(facts.construct);
  const wanted = expectedWords(facts.expected);
  // A sign says nothing of what stands before it, a word does.
  const besides =
    /^([.%*+/^=]|!=|[<>]=?)$/.test(after) || before === ""
      ? `before ${quoted(after)}`
      : `after ${quoted(before)}`;
  return {
    message: `${wanted} is missing ${besides} in ${noun}`,
    label: `expected ${wanted}`,
    related: begins === undefined ? [] : [{ place: begins, message: `${noun} begins here` }],
    help: [writtenLike(facts.construct)],
  };
}

function missingSeparator(facts: FactsOf<"missing separator">): Words {
  const { separator, before, found, instead } = facts;
  const { noun } = constructWords(facts.construct);
  return {
    message: instead
      ? `expected ${quoted(separator)} after ${quoted(before)} in ${noun}, found ${quoted(found)}`
      : `expected ${quoted(separator)} between ${quoted(before)} and ${quoted(found)} in ${noun}`,
    label: instead ? `expected ${quoted(separator)}` : `expected ${quoted(separator)} before this`,
    why: [
      facts.construct === "code"
        ? "a code is a distinction, and `/` stands between its two sides"
        : `what is listed stands apart by ${quoted(separator)}`,
    ],
    help: [writtenLike(facts.construct)],
  };
}

function wrongItem({ construct, item, meant }: FactsOf<"wrong item">): Words {
  if (construct === "environment") {
    return {
      message: "an environment is included in nothing, a population is",
      label: "inclusion of an environment",
      why: ["systems include persons, by the roles in which they address them"],
      help: [`declare people as a population: ${quoted(meant)}`],
    };
  }
  return {
    message: `${quoted(item)} cannot stand in a ${construct}`,
    label: `this is a ${construct}`,
    help: [`a ${construct} has clauses of the form ${quoted(meant)}`],
  };
}
