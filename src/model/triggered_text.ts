/* Programs are made ready for each of their triggers anew, so that many clauses on many triggers grow with their product. */
import { limits } from "../base/limits.ts";
import type { System } from "./model.ts";
import type { Report } from "./report.ts";

/** Reports the first program with which the clauses of all are too much text, counted again for each trigger after the first. */
export function reportTriggeredText(systems: readonly System[], report: Report): void {
  const limit = limits.triggeredText;
  let left: number = limit;
  for (const { programs } of systems) {
    for (const { triggers, clauses, namePlace } of programs) {
      const text = clauses.reduce((length, { place }) => length + place.end - place.start, 0);
      left -= Math.max(0, triggers.length - 1) * text;
      if (left >= 0) continue;
      const facts = { what: "triggered text", limit, triggers: triggers.length } as const;
      report.add({ check: "too_many", place: namePlace, facts });
      return;
    }
  }
}
