import { listed, quoted } from "../base/words.ts";
import type { Fix, Related, Words } from "../diagnostics/diagnostic.ts";
import type { NamedParameter, WrongArgumentsFacts } from "../model/problems.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { carriedInto } from "./support/carried_at.ts";
import { itemRemoval } from "./support/list_items.ts";
import { isSurelyMeant } from "./support/misspelling.ts";
import { anyValueOf } from "./support/proposal.ts";
import { signatureOf } from "./support/signature.ts";
import { fullName, namesListed } from "./support/things.ts";
import { typeWords } from "./support/type_words.ts";
import { argumentAt } from "./support/argument_at.ts";
import { textAt } from "./support/edits.ts";

export const wrong_arguments = defineCheck<WrongArgumentsFacts>({
  name: "wrong_arguments",
  severity: "error",
  group: "reading",
  summary: "arguments that are missing, given twice, or asked for by nothing",
  sources: [],

  words(facts): Words {
    const { callee, parameters, missing, unknown, duplicate } = facts;
    return {
      message: messageOf(facts),
      label: labelOf(facts),
      related: [
        ...(callee.place === undefined
          ? []
          : [
              { place: callee.place, message: `declared as ${quoted(signatureOf(callee.name, parameters))}` },
            ]),
        ...duplicate.flatMap(({ name, first }): readonly Related[] => [
          { place: first, message: `${quoted(name)} is given here first` },
        ]),
      ],
      why: [
        facts.braces !== undefined
          ? "toward an environment a channel sets quantities, which stand in `{ }`; a system is irritated, and the irritation comes with arguments"
          : facts.construct === "channel"
            ? "a channel translates: what it carries becomes what the other system notices by the arguments that say so, and by nothing else"
            : "each parameter is given by its name, once, and nothing is filled in",
      ],
      help: [
        ...missing
          .slice(0, 4)
          .map((parameter) => `${quoted(parameter.name)} is ${typeWords(parameter.type)}`),
        ...(missing.length === 0 && unknown.length > 0 && parameters.length > 0
          ? [`${quoted(callee.name)} asks for ${namesListed(parameters.map(({ name }) => name))}`]
          : []),
        ...(parameters.length === 0 && unknown.length > 0
          ? [
              `if it is to say more, give it parameters where it is declared: ${quoted(signatureOf(callee.name, unknownAsNumbers(facts)))}`,
            ]
          : []),
      ],
    };
  },

  fixes(facts, context): readonly Fix[] {
    return [
      ...bracketed(facts, context),
      ...renamed(facts),
      ...completed(facts, context),
      ...removed(facts, context),
    ];
  },
});

function messageOf({ callee, missing, unknown, duplicate, braces }: WrongArgumentsFacts): string {
  const name = quoted(fullName(callee));
  if (braces !== undefined) return `what ${name} is given stands in \`( )\`, not in \`{ }\``;
  const missed = namesListed(missing.map((parameter) => parameter.name));
  const unasked = namesListed(unknown.map((each) => each.name));
  if (missing.length > 0 && unknown.length > 0) {
    return `${name} asks for ${missed} and not for ${unasked}`;
  }
  if (missing.length > 0) return `${name} is not given its ${missed}`;
  if (unknown.length === 1) return `${name} has no parameter ${unasked}`;
  if (unknown.length > 1) return `${name} does not ask for ${unasked}`;
  return `${namesListed(duplicate.map((each) => each.name))} is given to ${name} twice`;
}

function labelOf({ missing, unknown, duplicate, braces }: WrongArgumentsFacts): string {
  if (braces !== undefined) return "arguments, written like assignments";
  const [first] = unknown;
  const [near, other] = first?.near ?? [];
  if (unknown.length === 1 && near !== undefined && other === undefined)
    return `${quoted(near)} is asked for`;
  if (unknown.length > 0) return "not asked for";
  return missing.length === 0 && duplicate.length > 0 ? "given twice" : "something is missing here";
}

/** Arguments in the brackets of arguments. */
function bracketed(
  { braces, parameters, insertAt }: WrongArgumentsFacts,
  context: CheckContext,
): readonly Fix[] {
  if (braces === undefined) return [];
  const args = braces.given.map(({ name, value }) => `${name}: ${textAt(value, context)}`);
  const text = `(${args.join(", ")})`;
  const asked = new Set(parameters.map(({ name }) => name));
  // A list of arguments follows the name at once.
  const gap = { ...insertAt, end: braces.place.start };
  const start = textAt(gap, context).trim() === "" ? gap.start : braces.place.start;
  return [
    {
      title: `write ${quoted(text)}`,
      certain: braces.given.every(({ name }) => asked.has(name)),
      edits: [{ place: { ...braces.place, start }, text }],
    },
  ];
}

/** A misspelt name is one of those that are missing. */
function renamed({ missing, unknown }: WrongArgumentsFacts): readonly Fix[] {
  return unknown.flatMap(({ name, place, near }) =>
    near.map((meant, index): Fix => {
      const surely = index === 0 && isSurelyMeant(name, near) && missing.some((each) => each.name === meant);
      return { title: `write ${quoted(meant)}`, certain: surely, edits: [{ place, text: meant }] };
    }),
  );
}

/** Whoever leaves out more than so many is not given them all by an edit. */
const mostGiven = 100;

/** What is missing, with a value of the same name where the channel carries one. */
function completed(facts: WrongArgumentsFacts, context: CheckContext): readonly Fix[] {
  const { missing, unknown, given, insertAt, list } = facts;
  if (missing.length === 0 || missing.length > mostGiven) return [];
  if (unknown.some(({ near }) => near.length > 0)) return [];
  const carried = facts.construct === "channel" ? carriedInto(facts.callee, insertAt, context) : [];
  const args = missing.map((parameter) => `${parameter.name}: ${valueFor(parameter, carried)}`).join(", ");
  const text = list === undefined ? `(${args})` : `${given.length > 0 ? ", " : ""}${args}`;
  return [
    {
      title: `give ${listed(missing.map((parameter) => quoted(parameter.name)))}`,
      certain: false,
      edits: [{ place: insertAt, text }],
    },
  ];
}

function valueFor(parameter: NamedParameter, carried: readonly NamedParameter[]): string {
  const same = carried.find(({ name, type }) => name === parameter.name && type.kind === parameter.type.kind);
  const alike = carried.filter(({ type }) => type.kind === parameter.type.kind);
  const [only] = alike;
  return same?.name ?? (alike.length === 1 ? only?.name : undefined) ?? anyValueOf(parameter.type);
}

function removed({ unknown, duplicate }: WrongArgumentsFacts, context: CheckContext): readonly Fix[] {
  const surplus = [
    ...unknown
      .filter(({ near }) => near.length === 0)
      .map(({ name, place }) => ({ title: `leave out ${quoted(name)}`, place })),
    ...duplicate.map(({ name, place }) => ({ title: `leave out the second ${quoted(name)}`, place })),
  ];
  return surplus.flatMap(({ title, place }): readonly Fix[] => {
    const argument = argumentAt(place, context);
    if (argument === undefined) return [];
    return [{ title, certain: false, edits: [itemRemoval(argument, context)] }];
  });
}

function unknownAsNumbers({ unknown }: WrongArgumentsFacts): readonly NamedParameter[] {
  return unknown.map(({ name, place }) => ({ name, place, type: { kind: "number" } }));
}
