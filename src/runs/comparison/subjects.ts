/* What a finding is about: the smallest thing of the model around the place that it names. */
import { contains, type Place } from "../../base/place.ts";
import type { Described } from "./described.ts";

/** `economy.caution`; empty where it is about the model as a whole. */
export type Subject = string;

/** What has no name (a clause, a channel) belongs to what it is a part of. */
export function subjectsIn(whole: Described): (place: Place) => Subject {
  const stretches: { readonly place: Place; readonly name: string }[] = [];
  const put = (described: Described, owner: string): void => {
    const named =
      described.name === "" ? owner : owner === "" ? described.name : `${owner}.${described.name}`;
    if (described.kind !== "allow")
      for (const place of described.places) stretches.push({ place, name: named });
    for (const part of described.parts) put(part, named);
  };
  for (const part of whole.parts) put(part, "");
  return (place) => {
    let found: (typeof stretches)[number] | undefined;
    for (const stretch of stretches) {
      if (stretch.place.file !== place.file || !contains(stretch.place, place)) continue;
      if (found === undefined || sizeOf(stretch.place) <= sizeOf(found.place)) found = stretch;
    }
    return found?.name ?? "";
  };
}

function sizeOf({ start, end }: Place): number {
  return end - start;
}
