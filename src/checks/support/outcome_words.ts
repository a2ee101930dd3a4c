/* What is said where conditions stand before what happens to a name. */
import { quoted } from "../../base/words.ts";
import type { Place } from "../../base/place.ts";
import type { Fix, Words } from "../../diagnostics/diagnostic.ts";
import type { CheckContext } from "../context.ts";
import { textBefore } from "./around.ts";
import { indentationAt, textAt } from "./edits.ts";
import type { FactsOf } from "./mismatch_facts.ts";
import { ownerCalled } from "./names.ts";
import { anyOf } from "./things.ts";
import { otherValueOf, verdictsListed } from "./verdicts.ts";

type Facts = FactsOf<"not a name">;

export function notANameWords(facts: Facts, context: CheckContext): Words {
  const { construct, wanted, joint, last, negated, outcome } = facts;
  const why = ["what happens is said of something that the model declares, not of a value"];
  if (joint !== undefined && last !== undefined) {
    const [first, second] = parts(facts, context);
    return {
      message: `${quoted(joint)} joins conditions, and ${quoted(second)} is none`,
      label: `not before ${quoted(construct)}`,
      why,
      help: [
        joint === "and"
          ? `write two: ${quoted(`${keywordBefore(outcome, context)}${first}`)} and ${quoted(`${keywordBefore(outcome, context)}${second}`)}`
          : "say one of the two; what may turn out one way or the other, one does not expect",
      ],
    };
  }
  if (negated) {
    const meant = opposite(facts, context);
    return {
      message: `${quoted("not")} stands before a condition, and what happens is none`,
      label: meant === undefined ? `not before ${quoted(construct)}` : `${quoted(meant)} is meant`,
      why,
      help:
        meant !== undefined
          ? []
          : [
              construct === "is"
                ? `say which verdict is expected: ${verdictsListed}`
                : `say what is expected to happen instead`,
            ],
    };
  }
  return {
    message: `before ${quoted(construct)} stands the name of ${anyOf(wanted)}`,
    label: "this is an expression",
    why,
  };
}

export function notANameFixes(facts: Facts, context: CheckContext): readonly Fix[] {
  const { joint, last, negated, outcome } = facts;
  const keyword = keywordBefore(outcome, context);
  if (joint === "and" && last !== undefined && keyword === "expect ") {
    const text = context.source(outcome.file)?.text ?? "";
    const [first] = parts(facts, context);
    const between = { ...outcome, start: outcome.start + first.length, end: last.start };
    const margin = indentationAt(text, outcome.start);
    return [
      {
        title: "write two `expect`s",
        certain: !/\b(?:and|or|not)\b/u.test(first),
        edits: [{ place: between, text: `\n${margin}expect ` }],
      },
    ];
  }
  const meant = negated ? opposite(facts, context) : undefined;
  if (meant === undefined) return [];
  return [
    {
      title: `write ${quoted(meant)}`,
      // What has not designated yet, designates neither value.
      certain: facts.construct !== "designates",
      edits: [{ place: outcome, text: meant }],
    },
  ];
}

/** What stands before the last `and` or `or`, and behind it. */
function parts({ joint, last, outcome }: Facts, context: CheckContext): readonly [string, string] {
  const start = last?.start ?? outcome.end;
  const first = textAt({ ...outcome, end: start }, context).trimEnd();
  return [
    first.slice(0, first.length - (joint?.length ?? 0)).trimEnd(),
    textAt({ ...outcome, start }, context),
  ];
}

function keywordBefore(outcome: Place, context: CheckContext): string {
  return /\b(expect|eventually)\s+$/u.test(textBefore(outcome, context))
    ? `${/(\w+)\s+$/u.exec(textBefore(outcome, context))?.[1] ?? ""} `
    : "";
}

/** `not law resonates` to `law stays indifferent`. */
function opposite({ construct, outcome }: Facts, context: CheckContext): string | undefined {
  const said = /^not\s+([\p{XID_Continue}.]+)\s+(.*)$/su.exec(textAt(outcome, context));
  const [, name = "", rest = ""] = said ?? [];
  if (said === null) return undefined;
  switch (construct) {
    case "resonates":
      return `${name} ${rest.replace(/^resonates/u, "stays indifferent")}`;
    case "stays indifferent":
      return `${name} ${rest.replace(/^stays\s+indifferent/u, "resonates")}`;
    case "occurs":
      return /^occurs$/u.test(rest) ? `${name} never occurs` : undefined;
    case "never occurs":
      return `${name} occurs`;
    case "designates": {
      const system = ownerCalled(name, outcome.file, context);
      const value = /([\p{XID_Continue}]+)$/u.exec(rest)?.[1] ?? "";
      const other = system?.kind === "system" ? otherValueOf(value, system) : undefined;
      return other === undefined ? undefined : `${name} designates ${other}`;
    }
    default:
      return undefined;
  }
}
