/* `allow`, `expect violation`, and the stretch of text that each covers. */
import { nearest } from "../base/near.ts";
import type { Place } from "../base/place.ts";
import type * as tree from "../syntax/tree.ts";
import type { Word } from "./reference.ts";
import type { UnknownCheckFacts } from "./problems.ts";
import { placeOf } from "./room.ts";
import type { Standpoint } from "./room.ts";

/**
 * Notes the `allow`s among the items of a body. They cover `scope`: the file, declaration, program or block in which
 * they stand; those in an `extend` also `extended`, the system it adds to.
 */
export function collectAllows(
  standpoint: Standpoint,
  items: readonly tree.Node[] | undefined,
  scope: Place,
  extended?: Place,
): void {
  for (const item of items ?? []) {
    if (item.kind !== "Allow" || item.check.kind === "Missing") continue;
    const check = { text: item.check.text, place: placeOf(standpoint, item.check) };
    if (!isKnown(standpoint, check, "allow")) continue;
    const reason = item.reason.kind === "Text" ? item.reason.value : "";
    if (item.reason.kind === "Text" && reason.trim() === "") {
      const place = placeOf(standpoint, item.reason);
      standpoint.room.report.add({ check: "missing_reason", place, facts: { allowed: check.text } });
    }
    standpoint.room.allows.push({
      check,
      reason,
      place: placeOf(standpoint, item),
      scope,
      extended,
    });
  }
}

/** Whether there is such a check, and it may be named here; if not, that is reported. */
export function isKnown(
  { room }: Standpoint,
  check: Word,
  construct: UnknownCheckFacts["construct"],
): boolean {
  const { checks } = room;
  if (checks === undefined) return true;
  const kind = !checks.names.has(check.text)
    ? "unknown"
    : construct === "allow" && checks.ofLanguage.has(check.text)
      ? "language"
      : undefined;
  if (kind === undefined) return true;
  const near = kind === "unknown" ? nearest(check.text, checks.names) : [];
  room.report.add({
    check: "unknown_check",
    place: check.place,
    facts: { name: check.text, construct, kind, near },
  });
  return false;
}
