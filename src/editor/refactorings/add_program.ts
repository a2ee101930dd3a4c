/* A program on a sensitivity that none decides on. */
import { quoted } from "../../base/words.ts";
import type { CheckContext } from "../../checks/context.ts";
import { namesIn } from "../../checks/support/names.ts";
import { membersAdded } from "../../checks/support/new_declaration.ts";
import { isWrittenIn } from "../../checks/support/systems.ts";
import { programTemplate } from "../../checks/support/template.ts";
import type { Sensitivity, System } from "../../model/model.ts";
import {
  isPointedAt,
  refused,
  type Asked,
  type Offer,
  type Refactoring,
  type Refused,
} from "./refactoring.ts";
import { contextOf, nothingNamed, partNamed } from "./surroundings.ts";

export const addProgram: Refactoring = {
  name: "add-program",
  title: "Let a system decide on what it is sensitive to",
  applies: "to a sensitivity on which no program decides",
  usage: "FILE SYSTEM.SENSITIVITY, or FILE:LINE",
  examples: ["niklas refactor add-program city.sys economy.credit_cost"],
  kind: "rewrite",
  keepsRuns: false,
  find: (asked) => (asked.words.length === 0 ? atPlace(asked) : named(asked)),
};

function atPlace(asked: Asked): readonly Offer[] {
  const context = contextOf(asked.study);
  return context.model.systems.flatMap((system) =>
    system.sensitivities
      .filter((one) => isPointedAt(one.place, asked) && isWrittenIn(system, one))
      .flatMap((one) => {
        const offer = offerFor(system, one, asked, context);
        return "reason" in offer ? [] : [offer];
      }),
  );
}

function named(asked: Asked): readonly Offer[] | Refused {
  const { study, words } = asked;
  const [word = ""] = words;
  const context = contextOf(study);
  const found = partNamed(word, study, context);
  if ("reason" in found) return found;
  const { owner, name } = found;
  const all = owner.kind === "system" ? owner.sensitivities : [];
  const sensitivity = all.find((one) => one.name === name);
  if (owner.kind !== "system" || sensitivity === undefined)
    return nothingNamed(
      name,
      all.map((one) => one.name),
      `among the sensitivities of ${quoted(word.slice(0, word.lastIndexOf(".")))}`,
    );
  const offer = offerFor(owner, sensitivity, asked, context);
  return "reason" in offer ? offer : [offer];
}

function offerFor(
  system: System,
  sensitivity: Sensitivity,
  { study }: Asked,
  context: CheckContext,
): Offer | Refused {
  const name = namesIn(study.entry, context)(system.id);
  const part = `${name}.${sensitivity.name}`;
  const [program] = context.index.programsOn(system.id, sensitivity.name);
  if (program !== undefined) return refused(`${quoted(program.name)} decides on ${quoted(part)} already`);
  const lines = programTemplate(system, sensitivity, context);
  if (lines === undefined)
    return refused(
      `${quoted(name)} has no code with two values, and a program says which of the two is designated`,
      `give it one first: ${quoted("code … / …")}`,
    );
  const edit = membersAdded(system, lines, study.entry, context);
  if (edit === undefined) return refused(`there is no place in ${quoted(study.entry)} for it`);
  return {
    title: `Add a program on ${quoted(part)}`,
    place: sensitivity.namePlace,
    words: [part],
    points: "no",
    preferred: false,
    edits: () => [edit],
  };
}
