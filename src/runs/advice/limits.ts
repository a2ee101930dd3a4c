/* Limits by which a system blocked its own operation. */
import { removal } from "../../checks/support/edits.ts";
import { sizes, type Change, type ConditionOf } from "./change.ts";
import { readIn, turned } from "./conditions.ts";
import type { Ground } from "./ground.ts";

export function limitChanges(ground: Ground): readonly Change[] {
  const { inquiry, context, relevance, entries } = ground;
  const seen = new Set<string>();
  return entries.flatMap((entry): readonly Change[] => {
    if (entry.kind !== "blocked" || entry.limit === undefined) return [];
    const limit = context.index.limit(entry.owner, entry.limit);
    const key = `${entry.owner} ${entry.limit}`;
    if (limit === undefined || seen.has(key) || !relevance.operation(entry.owner, entry.name)) return [];
    seen.add(key);
    const standing = { entry: entry.id, step: entry.step, args: entry.args };
    const { constitutional } = limit;
    const of: ConditionOf = {
      what: "limit",
      name: `${inquiry.names(entry.owner)}.${limit.name}`,
      blocks: inquiry.part(entry),
      constitutional,
    };
    return [
      ...turned(limit.when, false, of, standing, ground),
      {
        facts: {
          kind: "limit",
          of,
          removed: "limit",
          condition: inquiry.text(limit.when.place),
          read: readIn(limit.when, standing, ground),
        },
        size: constitutional ? sizes.constitution : sizes.limit,
        edits: [removal(limit.place, context)],
      },
    ];
  });
}
