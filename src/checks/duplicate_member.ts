import type { Place } from "../base/place.ts";
import { quoted } from "../base/words.ts";
import type { Fix } from "../diagnostics/diagnostic.ts";
import type { DuplicateMemberFacts } from "../model/problems.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { removal, textAt } from "./support/edits.ts";
import { itemRemoval } from "./support/list_items.ts";

/** Options of a channel, which belong to no declaration with a name. */
const options: ReadonlySet<string> = new Set(["when", "with chance", "after", "at most … per step"]);

export const duplicate_member = defineCheck<DuplicateMemberFacts>({
  name: "duplicate_member",
  severity: "error",
  group: "reading",
  summary: "something that may stand once and stands twice",
  sources: [],

  words({ member, part, first, owner }) {
    return {
      message: messageOf(member, owner?.name, part),
      label: "the second",
      related: [{ place: first, message: "the first" }],
      why: ["which of the two holds would be anybody's guess"],
      help:
        member === "when"
          ? ["if both conditions must hold, join them by `and`; if one of them is enough, by `or`"]
          : member === "trigger"
            ? []
            : member === "vary"
              ? ["list all values in one: `vary … over (60, 80, 100)`"]
              : ["keep the one that is meant, or say both in one"],
    };
  },

  fixes({ member, first, second }, context): readonly Fix[] {
    const same = normalized(first, context) === normalized(second, context);
    const removed: Fix = {
      title: "remove the second",
      // What has been said before is not lost.
      certain: same,
      edits: [member === "trigger" ? itemRemoval(second, context) : removal(second, context)],
    };
    const joined = member === "when" && !same ? conditionsJoined(first, second, context) : undefined;
    return joined === undefined ? [removed] : [joined, removed];
  },
});

function messageOf(member: string, owner: string | undefined, part: string | undefined): string {
  if (part !== undefined) {
    return `${quoted(owner ?? "")} ${member === "vary" ? "varies" : "assumes"} ${quoted(part)} twice`;
  }
  if (member === "trigger") {
    return `a program${owner === undefined ? "" : ` of ${quoted(owner)}`} is put to work by one trigger twice`;
  }
  if (member === "seed") return "this scenario has a second `seed`, and can have one";
  const subject = owner !== undefined ? quoted(owner) : options.has(member) ? "this channel" : "the header";
  return `${subject} has a second ${quoted(member)}, and can have one`;
}

function normalized(place: Place, context: CheckContext): string {
  return textAt(place, context).replace(/\s+/gu, " ");
}

/** `when a` and `when b` to `when a and b`. */
function conditionsJoined(first: Place, second: Place, context: CheckContext): Fix {
  const [left, right] = [first, second].map((place) =>
    bracketed(textAt(place, context).replace(/^when\s+/u, "")),
  );
  const text = `when ${left} and ${right}`;
  return {
    title: `join them: ${quoted(text)}`,
    certain: false,
    edits: [{ place: first, text }, removal(second, context)],
  };
}

/** `or` binds less than `and`. */
function bracketed(condition: string): string {
  return /\bor\b/u.test(condition) ? `(${condition})` : condition;
}
