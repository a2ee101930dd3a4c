import { nearest } from "../base/near.ts";
import { listed, quoted } from "../base/words.ts";
import type { Fix, Words } from "../diagnostics/diagnostic.ts";
import type { LimitOnAnotherFacts } from "../model/problems.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { memberAdded, removal, textAt } from "./support/edits.ts";
import { ownerOfPart, systemOf } from "./support/owners.ts";
import { spellings } from "./support/misspelling.ts";
import { described, namesListed } from "./support/things.ts";

/** So many of its own operations are weighed as what was meant. */
const mostNear = 200;

export const limit_on_another = defineCheck<LimitOnAnotherFacts>({
  name: "limit_on_another",
  severity: "error",
  group: "closure",
  leavesOut: true,
  summary: "a limit on an operation that is not the system's own",
  sources: ["Teubner 2011", "Luhmann 1997, ch. 1"],

  words({ limit, system, operation, owners, own }): Words {
    const [owner] = owners;
    const other = owner?.owner ?? "";
    return {
      message: `${quoted(system.name)} cannot limit ${quoted(operation)}, ${listed(owners.slice(0, 3).map(described), "and")}`,
      label: `not ${quoted(system.name)}'s own`,
      related:
        owner?.place === undefined ? [] : [{ place: owner.place, message: `belongs to ${quoted(other)}` }],
      why: [
        `a system is limited by itself alone: what ${quoted(system.name)} decides can irritate ${quoted(other)} to limit itself, and cannot stop what it does`,
      ],
      help: [
        owner?.what === "event"
          ? `what happens in ${quoted(other)} cannot be blocked; it can be kept from irritating ${quoted(system.name)}, by the condition of a channel or a sensitivity`
          : `move the limit ${quoted(limit)} to where the operation is: ${quoted(`extend ${other} { limit ${limit} blocks ${operation} when … }`)}`,
        ...(own.length === 0
          ? []
          : [`${quoted(system.name)} can limit ${namesListed(own.map(({ name }) => name))}`]),
      ],
    };
  },

  fixes(facts, context, place): readonly Fix[] {
    const { operation, own } = facts;
    const near = nearest(
      operation,
      own.slice(0, mostNear).map(({ name }) => name),
    );
    return [...moved(facts, context), ...spellings(operation, near, [place], false)];
  },
});

/** The limit as it is written, in the one system whose operation it means to block. */
function moved({ limit, system, owners }: LimitOnAnotherFacts, context: CheckContext): readonly Fix[] {
  const [owner, other] = owners;
  const from = systemOf(system, context);
  const to = owner && ownerOfPart(owner, context);
  const written = from && context.index.limit(from.id, limit);
  if (written === undefined || to?.kind !== "system" || other !== undefined) return [];
  const added = memberAdded(to, [textAt(written.place, context)], context);
  if (added === undefined) return [];
  return [
    {
      title: `move the limit to ${quoted(owner?.owner ?? to.name)}`,
      certain: false,
      edits: [removal(written.place, context), added],
    },
  ];
}
