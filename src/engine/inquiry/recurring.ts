/* What keeps happening in a run that does not come to its end. */
import type { Place } from "../../base/place.ts";
import type { Recurring } from "../../diagnostics/run_facts.ts";
import type { Inquiry } from "./inquiry.ts";

/** So many entries are looked back on, in no more than so many steps. */
const mostEntries = 10_000;
const mostSteps = 100;
const mostNamed = 5;

/** What happened, or changed, most often in the last steps of a run; what happened once only is left out. */
export function recurringIn(inquiry: Inquiry, step: number): readonly Recurring[] {
  const { history, part, places } = inquiry;
  const counts = new Map<string, { times: number; readonly place: Place | undefined }>();
  for (let id = history.count - 1; id >= Math.max(0, history.count - mostEntries); id -= 1) {
    const entry = history.at(id);
    if (entry === undefined || entry.step < step - mostSteps) break;
    if (entry.kind !== "operation" && entry.kind !== "value") continue;
    const name = part(entry);
    const known = counts.get(name);
    if (known === undefined) counts.set(name, { times: 1, place: places.of(entry) });
    else known.times += 1;
  }
  return [...counts]
    .map(([name, { times, place }]) => ({ name, times, place }))
    .filter(({ times }) => times > 1)
    .sort((a, b) => b.times - a.times || (a.name < b.name ? -1 : 1))
    .slice(0, mostNamed);
}
