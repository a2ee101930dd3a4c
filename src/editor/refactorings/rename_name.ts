/* Another name for something, wherever it is named. */
import { listed, quoted } from "../../base/words.ts";
import type { Place } from "../../base/place.ts";
import { namesIn } from "../../checks/support/names.ts";
import type { CheckContext } from "../../checks/context.ts";
import type { Environment, System } from "../../model/model.ts";
import { occurrencesOf } from "../occurrences.ts";
import { rename, renameableAt } from "../rename.ts";
import { refused, type Asked, type Offer, type Refactoring, type Refused } from "./refactoring.ts";
import { contextOf, isOwner, nothingNamed, ownerNamed } from "./surroundings.ts";

export const renameName: Refactoring = {
  name: "rename",
  title: "Give something another name, wherever it is named",
  applies: "to every name, in all models of the project",
  usage: "FILE NAME NEW_NAME, or FILE:LINE:COLUMN NEW_NAME",
  examples: [
    "niklas refactor rename city.sys economy.price cost",
    "niklas refactor rename city.sys:12:15 cost",
  ],
  kind: "rename",
  keepsRuns: true,
  find,
};

function find(asked: Asked): readonly Offer[] | Refused {
  const { study, at, words } = asked;
  const context = contextOf(study);
  const [first, second, ...more] = words;
  if (first === undefined) return [];
  if (more.length > 0 || (at !== undefined && second !== undefined && at.start === at.end))
    return refused("there are more names than are needed", `it is asked for like this: ${quoted(`niklas refactor rename ${renameName.usage}`)}`); // prettier-ignore
  if (second === undefined && at === undefined)
    return refused("it is not said what the new name is", `it is asked for like this: ${quoted(`niklas refactor rename ${renameName.usage}`)}`); // prettier-ignore
  if (second === undefined && at !== undefined && at.start !== at.end)
    return refused("a line can hold several names", "say the column, too: `FILE:LINE:COLUMN`");
  const name = second ?? first;
  const place =
    second === undefined
      ? { file: study.entry, start: at?.start ?? 0, end: at?.start ?? 0 }
      : placeNamed(first, asked, context);
  if ("reason" in place) return place;
  const spot = { file: place.file, offset: place.start };
  const able = renameableAt(study, spot.file, spot.offset);
  if ("reason" in able) return refused(able.reason);
  return [
    {
      title: `Rename ${quoted(able.name)} to ${quoted(name)}`,
      place: able.place,
      words,
      points: second === undefined ? "column" : "no",
      preferred: false,
      edits() {
        const renaming = rename(study, { ...spot, name }, asked);
        if (renaming.kind === "refused") return refused(renaming.reason);
        return renaming.edits.length > 0 ? renaming.edits : refused(`it is called ${quoted(name)} already`);
      },
    },
  ];
}

/** Where the entry file writes a name, or where the part is declared that is named in full. */
function placeNamed(word: string, { study }: Asked, context: CheckContext): Place | Refused {
  const written = occurrencesOf(study).in(study.entry);
  const declared =
    written.find((one) => one.written === word && one.symbol.id !== undefined) ??
    written.find((one) => one.written === word && one.symbol.kind === "import");
  if (declared !== undefined) return declared.place;
  const dot = word.lastIndexOf(".");
  const owner = ownerNamed(dot < 0 ? word : word.slice(0, dot), study, context);
  const within = dot < 0 || isOwner(owner) ? undefined : parameterNamed(word, study, context);
  if (within !== undefined) return within;
  if (!isOwner(owner)) return dot < 0 ? nothingNamed(word, declaredNames(study, context)) : owner;
  if (dot < 0) return owner.namePlace;
  const parts = partsOf(owner).filter(({ name }) => name === word.slice(dot + 1));
  const [part, another] = parts;
  if (part === undefined)
    return nothingNamed(
      word.slice(dot + 1),
      partsOf(owner).map(({ name }) => name),
      `in ${quoted(word.slice(0, dot))}`,
    );
  if (another !== undefined)
    return refused(
      `${quoted(word)} could be ${listed(
        parts.map(({ what }) => what),
        "or",
      )}`,
      "point at it instead, with the line and the column: `FILE:LINE:COLUMN`",
    );
  return part.place;
}

/** `law.judgment.cost`: a parameter of an operation, a sensitivity or an event. */
function parameterNamed(word: string, { entry }: Asked["study"], context: CheckContext): Place | undefined {
  const names = word.split(".");
  const [parameter, part] = [names.pop(), names.pop()];
  const owner = [...context.model.systems, ...context.model.environments].find(
    ({ id }) => namesIn(entry, context)(id) === names.join("."),
  );
  if (owner === undefined) return undefined;
  const called = owner.kind === "system" ? [...owner.operations, ...owner.sensitivities] : owner.events;
  return called
    .filter(({ name }) => name === part)
    .flatMap(({ parameters }) => parameters)
    .find(({ name }) => name === parameter)?.place;
}

function partsOf(owner: System | Environment) {
  const said = (what: string) => (item: { readonly name: string; readonly namePlace: Place }) => ({
    what,
    name: item.name,
    place: item.namePlace,
  });
  if (owner.kind !== "system")
    return [...owner.quantities.map(said("a quantity")), ...owner.events.map(said("an event"))];
  return [
    ...owner.operations.map(said("an operation")),
    ...owner.sensitivities.map(said("a sensitivity")),
    ...owner.expectations.map(said("an expectation")),
    ...owner.programs.map(said("a program")),
    ...owner.limits.map(said("a limit")),
    ...owner.roles.map(said("a role")),
    ...owner.codes.flatMap(({ values }) =>
      values.map(({ name, place }) => ({ what: "a value of the code", name, place })),
    ),
  ];
}

function declaredNames(study: Asked["study"], context: CheckContext): readonly string[] {
  const here = occurrencesOf(study).in(study.entry);
  return [
    ...new Set([
      ...context.shared.declaredNames(),
      ...here.flatMap(({ symbol, written }) => (symbol.id === undefined ? [] : written)),
    ]),
  ];
}
