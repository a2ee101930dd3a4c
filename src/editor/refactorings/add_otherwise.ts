/* What a program says where none of its conditions holds. */
import { quoted } from "../../base/words.ts";
import type { CheckContext } from "../../checks/context.ts";
import { isSound, primaryCode, valuesOpenTo } from "../../checks/support/codes.ts";
import { isExhaustive } from "../../checks/support/decisions.ts";
import { clauseAdded } from "../../checks/support/edits.ts";
import { namesIn } from "../../checks/support/names.ts";
import { valueOtherwise } from "../../checks/support/otherwise.ts";
import { undecided } from "../../checks/support/programs.ts";
import { isWrittenIn } from "../../checks/support/systems.ts";
import type { Program, System } from "../../model/model.ts";
import {
  isPointedAt,
  refused,
  type Asked,
  type Offer,
  type Refactoring,
  type Refused,
} from "./refactoring.ts";
import { contextOf, nothingNamed, partNamed } from "./surroundings.ts";

export const addOtherwise: Refactoring = {
  name: "add-otherwise",
  title: "Say what applies where no condition of a program holds",
  applies: "to a program that leaves cases open",
  usage: "FILE SYSTEM.PROGRAM [VALUE], or FILE:LINE",
  examples: [
    "niklas refactor add-otherwise city.sys law.legislation",
    "niklas refactor add-otherwise city.sys economy.investment undecided",
  ],
  kind: "rewrite",
  keepsRuns: false,
  find: (asked) => (asked.words.length === 0 ? atPlace(asked) : named(asked)),
};

function atPlace(asked: Asked): readonly Offer[] {
  const context = contextOf(asked.study);
  return context.model.systems.flatMap((system) =>
    system.programs
      .filter((program) => isPointedAt(program.place, asked) && isWrittenIn(system, program))
      .flatMap((program) => {
        const offers = offersFor(system, program, undefined, asked, context);
        return "reason" in offers ? [] : offers;
      }),
  );
}

function named(asked: Asked): readonly Offer[] | Refused {
  const [word = "", value] = asked.words;
  const context = contextOf(asked.study);
  const found = partNamed(word, asked.study, context);
  if ("reason" in found) return found;
  const { owner, name } = found;
  const all = owner.kind === "system" ? owner.programs : [];
  const program = all.find((one) => one.name === name);
  if (owner.kind !== "system" || program === undefined)
    return nothingNamed(
      name,
      all.map((one) => one.name),
      `among the programs of ${quoted(word.slice(0, word.lastIndexOf(".")))}`,
    );
  return offersFor(owner, program, value, asked, context);
}

function offersFor(
  system: System,
  program: Program,
  value: string | undefined,
  { study }: Asked,
  context: CheckContext,
): readonly Offer[] | Refused {
  const name = `${namesIn(study.entry, context)(system.id)}.${program.name}`;
  const lists = context.shared.decisionLists(system).filter(({ programs }) => programs.includes(program));
  const open = lists.filter((list) => !isExhaustive(list));
  if (open.length < lists.length || lists.length === 0)
    return refused(`${quoted(name)} leaves no case open`, "an `otherwise` would never be asked");
  const last = open.flatMap(({ programs }) => programs.slice(-1)).find((one) => one !== program);
  if (last !== undefined && open.length === 1)
    return refused(
      `what ${quoted(name)} leaves open is for ${quoted(last.name)} to decide, which is asked after it`,
      `add it there: ${quoted(`${namesIn(study.entry, context)(system.id)}.${last.name}`)}`,
    );
  const code = primaryCode(system);
  const usual = code !== undefined && isSound(code) ? valueOtherwise(code, system) : undefined;
  const values = value === undefined ? [usual, undecided] : [value];
  if (value !== undefined && value !== undecided && !valuesOpenTo(system, context).has(value))
    return nothingNamed(value, [...valuesOpenTo(system, context), undecided], "among the values of its code");
  const offers = values.flatMap((one): readonly Offer[] => {
    const line = `otherwise -> ${one ?? ""}`;
    const edit = one === undefined ? undefined : clauseAdded(program, line, context);
    if (one === undefined || edit === undefined) return [];
    return [
      {
        title: `Add ${quoted(line)} to ${quoted(name)}`,
        place: program.namePlace,
        words: [name, one],
        points: "no",
        preferred: false,
        edits: () => [edit],
      },
    ];
  });
  return offers.length > 0 ? offers : refused(`nothing can be added to ${quoted(name)}`);
}
