import type { Place } from "../base/place.ts";
import { counted, listed, quoted } from "../base/words.ts";
import type { Id } from "../model/reference.ts";
import type { NameOf } from "../flow/describe.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { isInEntry } from "./support/at_work.ts";
import { isModelled, whereWritten } from "./support/systems.ts";
import { knownInstitutions } from "./support/known_institutions.ts";
import { namesIn } from "./support/names.ts";

/** The first members of a part, and how many there are besides. */
interface PartShown {
  readonly members: readonly string[];
  readonly more: number;
}

interface Facts {
  readonly part: PartShown;
  readonly largest: PartShown;
  readonly parts: number;
  /** What the canon knows to couple one of the one with one of the other. */
  readonly institution: { readonly one: string; readonly other: string; readonly title: string } | undefined;
}

export const split_model = defineCheck<Facts>({
  name: "split_model",
  severity: "hint",
  group: "whole",
  summary: "parts of a model that no channel connects",
  fromAbsence: true,
  sources: ["Luhmann 1997, ch. 1"],
  blindToNumbers: true,

  *detect(context) {
    // A coupling without channels leaves its ends alone, and is reported as such.
    const parts = context.shared.influences().parts.filter((part) => part.length > 1);
    const largest = parts.reduce<readonly Id[]>(
      (best, part) => (part.length > best.length ? part : best),
      [],
    );
    for (const part of parts) {
      if (part === largest) continue;
      const place = part.map((id) => placeOf(id, context)).find((each) => each && isInEntry(each, context));
      if (place === undefined) continue;
      const names = namesIn(place.file, context);
      yield {
        place,
        facts: {
          part: shownOf(part, names),
          largest: shownOf(largest, names),
          parts: parts.length,
          institution: institutionBetween(part, largest, names, context),
        },
      };
    }
  },

  words({ part, largest, parts, institution }) {
    return {
      message: `no channel connects ${shown(part)} with ${shown(largest)}`,
      label: parts === 2 ? "a part by itself" : `one of ${counted(parts, "part")} by themselves`,
      why: [
        "society is one: all communication takes place in it, and what is done in one of its systems can have consequences, by way of others, in every other (Luhmann 1997, ch. 1)",
      ],
      help: [
        institution === undefined
          ? "couple one of the one part with one of the other, or make two models of it, each in a file of its own"
          : `${quoted(institution.one)} and ${quoted(institution.other)} are coupled by ${institution.title}; or make two models of it, each in a file of its own`,
      ],
    };
  },
});

const mostShown = 4;

function shownOf(part: readonly Id[], names: NameOf): PartShown {
  const members = part.slice(0, mostShown).map(names);
  return { members, more: part.length - members.length };
}

function shown({ members, more }: PartShown): string {
  return listed([...members.map(quoted), ...(more > 0 ? [`${more} more`] : [])]);
}

/** Where the modeller writes of it first; of a canonical system that is only coupled, where a coupling names it. */
function placeOf(id: Id, context: CheckContext): Place | undefined {
  const { index } = context;
  const system = index.system(id);
  if (system === undefined) return index.environment(id)?.namePlace;
  if (isModelled(system)) return whereWritten(system, context);
  const [coupling] = index.couplingsOf(id);
  return [coupling?.left, coupling?.right].find((side) => side?.id === id)?.place;
}

function institutionBetween(
  part: readonly Id[],
  other: readonly Id[],
  names: NameOf,
  context: CheckContext,
): Facts["institution"] {
  for (const a of part.slice(0, 20)) {
    for (const b of other.slice(0, 20)) {
      const [known] = knownInstitutions(a, b, context);
      if (known !== undefined) return { one: names(a), other: names(b), title: known.title };
    }
  }
  return undefined;
}
