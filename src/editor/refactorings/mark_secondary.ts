/* A second code, marked as the one that rests on the first. */
import { quoted } from "../../base/words.ts";
import { codeText } from "../../checks/support/codes.ts";
import { namesIn } from "../../checks/support/names.ts";
import { isWrittenIn } from "../../checks/support/systems.ts";
import type { System } from "../../model/model.ts";
import {
  isPointedAt,
  refused,
  type Asked,
  type Offer,
  type Refactoring,
  type Refused,
} from "./refactoring.ts";
import { contextOf, isOwner, ownerNamed } from "./surroundings.ts";

export const markSecondary: Refactoring = {
  name: "mark-secondary",
  title: "Mark a second code of a system as secondary",
  applies: "to a code of a system that has one before it",
  usage: "FILE SYSTEM, or FILE:LINE",
  examples: ["niklas refactor mark-secondary city.sys science"],
  kind: "rewrite",
  keepsRuns: true,
  find: (asked) => (asked.words.length === 0 ? atPlace(asked) : named(asked)),
};

function atPlace(asked: Asked): readonly Offer[] {
  return contextOf(asked.study).model.systems.flatMap((system) =>
    offersFor(system, asked).filter(({ place }) => isPointedAt(place, asked)),
  );
}

function named(asked: Asked): readonly Offer[] | Refused {
  const [name = ""] = asked.words;
  const system = ownerNamed(name, asked.study, contextOf(asked.study));
  if (!isOwner(system)) return system;
  const offers = system.kind === "system" ? offersFor(system, asked) : [];
  return offers.length > 0 ? offers : refused(`${quoted(name)} has no second code that could be secondary`);
}

function offersFor(system: System, { study }: Asked): readonly Offer[] {
  const [, ...others] = system.codes.filter(({ secondary }) => !secondary);
  const name = namesIn(study.entry, contextOf(study))(system.id);
  return others
    .filter((code) => code.values.length === 2 && isWrittenIn(system, code))
    .filter(({ place }) => place.file === study.entry)
    .map((code) => ({
      title: `Mark ${quoted(codeText(code))} as secondary`,
      place: code.place,
      words: others.length === 1 ? [name] : [],
      points: others.length === 1 ? "no" : "line",
      preferred: false,
      edits: () => [{ place: { ...code.place, end: code.place.start }, text: "secondary " }],
    }));
}
