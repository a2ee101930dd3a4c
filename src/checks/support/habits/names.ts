import { quoted } from "../../../base/words.ts";
import type { Fix, Words } from "../../../diagnostics/diagnostic.ts";
import type { Place } from "../../../base/place.ts";
import type { CheckContext } from "../../context.ts";
import { constructWords, writtenLike } from "../constructs.ts";
import { sayings, type HabitFacts } from "./say.ts";

export const foreignComment: Words = {
  message: "a comment begins with `//`",
  label: "the beginning of a comment in other languages",
};

export const ofNames = sayings({
  "quoted name": ({ meant, construct }) => ({
    message: `names stand without quotation marks: ${quoted(meant)}`,
    label: `in ${constructWords(construct).noun} a name is wanted`,
    why: ["what stands in quotation marks is a text for people to read: a label, a function, a reason"],
  }),
  "name in two words": ({ meant }) => ({
    message: `a name is one word: ${quoted(meant)}`,
    label: `${quoted(meant)} is meant`,
    why: ["the words of a name are joined by `_`"],
  }),
  "own name in full": ({ found, meant }) => ({
    message: `in the body of ${quoted(ownerIn(found))} its own things have their bare names: ${quoted(meant)}`,
    label: `leave out ${quoted(`${ownerIn(found)}.`)}`,
    why: ["what a system emits, sets, notices and designates is always its own"],
  }),
  "name of another": (facts) => ({
    message: ofAnother(facts),
    label: `of ${quoted(ownerIn(facts.found))}`,
    why:
      facts.role === "value"
        ? []
        : [
            "what happens in one system is no operation of another; it can irritate it, where a coupling carries it over",
          ],
    help:
      facts.role === "value"
        ? []
        : [
            `emit an operation here that a coupling carries to something ${quoted(ownerIn(facts.found))} is sensitive to`,
          ],
  }),
  "negated value": ({ found }) => ({
    message: `a clause designates a value of the code, and ${quoted(found)} is none`,
    label: "expected the other value of the code",
    why: ["a code has two values: what is not the one is the other"],
  }),
  "other word": ({ found, meant, construct }) => ({
    message: `${quoted(found)} is not known here, ${quoted(meant)} is`,
    label: `in ${constructWords(construct).noun}`,
    help: [writtenLike(construct)],
  }),
  "needless word": ({ found, construct }) =>
    construct === "couplingItems" || construct === "channel"
      ? {
          message: `a channel begins with what it carries, without a word like ${quoted(found)}`,
          label: "not needed",
          help: [writtenLike("channel")],
        }
      : {
          message: `${quoted(found)} is not needed here`,
          label: "leave it out",
          help: [writtenLike(construct)],
        },
  "foreign comment": () => foreignComment,
});

/** `law` of `law.judgment` */
function ownerIn(path: string): string {
  return path.split(".")[0] ?? path;
}

function ofAnother({ found, meant, role }: HabitFacts): string {
  switch (role) {
    case "operation":
      return `a system emits its own operations, and ${quoted(found)} is one of another`;
    case "expectation":
      return `a system sets what it expects itself, and ${quoted(found)} is what another expects`;
    case "value":
      return `a value of a code has its bare name: ${quoted(meant)}`;
    default:
      return `here a system names what is its own, and ${quoted(found)} is another's`;
  }
}

/** The other value of the code, where only one code has the value that is negated. */
export function otherValue({ found }: HabitFacts, { model }: CheckContext, place: Place): readonly Fix[] {
  const value = found.replace(/^not\s+/, "");
  const codes = model.systems.flatMap(({ codes: own }) =>
    own.filter(({ values }) => values.length === 2 && values.some(({ name }) => name === value)),
  );
  const others = new Set(codes.flatMap(({ values }) => values.map(({ name }) => name)));
  others.delete(value);
  const [other] = others;
  if (other === undefined || others.size > 1) return [];
  return [{ title: `write ${quoted(other)}`, certain: true, edits: [{ place, text: other }] }];
}
