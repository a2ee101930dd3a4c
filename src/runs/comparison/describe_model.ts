/* A whole model, as a comparison looks at it. */
import { contains, type Place } from "../../base/place.ts";
import { indexModel } from "../../model/lookup.ts";
import type {
  About,
  Allow,
  Bibliography,
  BibliographyEntry,
  Declared,
  FileOfModel,
  Model,
  Remark,
} from "../../model/model.ts";
import type { Id } from "../../model/reference.ts";
import type { Described } from "./described.ts";
import { describeScenario } from "./describe_scenario.ts";
import {
  describeCoupling,
  describeEnvironment,
  describeExperiment,
  describeProperty,
  describeRegulation,
} from "./describe_others.ts";
import { describeSociety, describeSystem, line } from "./describe_system.ts";
import {
  asIs,
  describeBy,
  fact,
  label,
  lineBy,
  name,
  notTheModel,
  parts,
  place,
  toldElsewhere,
  words,
  type Table,
} from "./table.ts";
import { citationsText, wordingOf, type Naming, type Wording } from "./wording.ts";

export interface DescribedModel {
  readonly whole: Described;
  readonly naming: Naming;
  readonly wording: Wording;
}

/** Describes a model. Of the canon it has what it extends, and what it speaks of. */
export function describeModel(model: Model): DescribedModel {
  const mentioned = new Set<Id>();
  const names = namesIn(model);
  const called = (id: Id): string => {
    mentioned.add(id);
    return names(id);
  };
  const naming: Naming = { model, called };
  const wording = wordingOf(naming);

  const declared = <Item extends Declared>(
    describe: (item: Item, naming: Naming, wording: Wording) => Described,
    isOwn = ({ canonical }: Item): boolean => !canonical,
  ) =>
    parts<readonly Item[]>((items) => {
      const own = items.filter(isOwn).map((item) => describe(item, naming, wording));
      const spokenOf = items.filter((item) => !isOwn(item) && mentioned.has(item.id));
      return [...own, ...spokenOf.map((item) => describe(item, naming, wording))];
    });
  const table: Table<Model> = {
    name: asIs("name"),
    label,
    stepUnit: asIs("one step is a"),
    about: parts((about) => (about === undefined ? [] : [describeAbout(about)])),
    entry: place,
    // What refers to others comes before systems: of the canon those count that somebody speaks of.
    environments: declared(describeEnvironment),
    couplings: declared(describeCoupling),
    regulations: declared(describeRegulation),
    scenarios: declared(describeScenario),
    importedScenarios: parts((all) => (all ?? []).map((one) => describeScenario(one, naming, wording))),
    properties: declared(describeProperty),
    experiments: declared(describeExperiment),
    systems: declared(describeSystem, ({ canonical, bodies }) => !canonical || bodies.length > 1),
    societies: declared(describeSociety),
    files: parts((files) => describeFiles(files.filter(({ canonical }) => !canonical))),
    allows: parts((allows) => allows.map((one) => describeAllow(one, model, names))),
    // It is a step of its scenario, and told with it.
    expectedViolations: toldElsewhere,
  };
  const whole = describeBy({ kind: "model", name: "", places: [] }, model, table);
  return { whole, naming: { model, called: names }, wording: wordingOf({ model, called: names }) };
}

/** Own names; where two have the same, with the file, without what leads to it. */
function namesIn(model: Model): (id: Id) => string {
  const index = indexModel(model);
  return (id) => {
    const own = index.declared(id)?.name ?? id;
    return id === own ? own : `${own} (${id.slice(id.indexOf("@") + 1).replace(/^.*[/\\]/u, "")})`;
  };
}

function describeAbout(about: About): Described {
  const table: Table<About> = {
    doc: words("doc comment", (text) => text),
    authors: words("author", (authors) => (authors.length === 0 ? undefined : authors.join(", "))),
    license: words("license", (text) => text),
    remarks: words("remark", remarksText),
  };
  return describeBy({ kind: "remark", name: "", places: [] }, about, table);
}

const remarkTable: Table<Remark> = { doc: fact("", (text) => text), body: place };

function remarksText(remarks: readonly Remark[]): string | undefined {
  if (remarks.length === 0) return undefined;
  return remarks.map((one) => lineBy(one, remarkTable)).join("\n\n");
}

/** What several files say of the sources of the whole; how they import each other is no part of the model. */
function describeFiles(files: readonly FileOfModel[]): readonly Described[] {
  const bibliography: Table<Bibliography> = {
    file: place,
    entries: parts((entries) => entries.map(describeEntry)),
    place,
  };
  const table: Table<FileOfModel> = {
    name: place,
    model: name,
    citations: parts((citations) =>
      citations.map((one) => line("source", one.place, citationsText([one]) ?? "")),
    ),
    imports: notTheModel,
    bibliographies: parts((all) =>
      all.flatMap(
        (one) => describeBy({ kind: "bibliography entry", name: "", places: [] }, one, bibliography).parts,
      ),
    ),
    canonical: notTheModel,
    aliases: name,
  };
  return files.flatMap((file) => describeBy({ kind: "model", name: "", places: [] }, file, table).parts);
}

const entryTable: Table<BibliographyEntry> = {
  key: name,
  csl: words("entry", (csl) => JSON.stringify(csl)),
};

function describeEntry(entry: BibliographyEntry): Described {
  return describeBy({ kind: "bibliography entry", name: entry.key, places: [] }, entry, entryTable);
}

/** By its check and by what it stands in. */
function describeAllow(allow: Allow, model: Model, called: (id: Id) => string): Described {
  const around = smallestAround(allow.place, model);
  const table: Table<Allow> = {
    check: name,
    reason: words("reason", (text) => text),
    place,
    scope: place,
    extended: place,
  };
  const { text } = allow.check;
  return describeBy(
    {
      kind: "allow",
      name: around === undefined ? text : `${text} in ${called(around)}`,
      places: [allow.place],
    },
    allow,
    table,
  );
}

function smallestAround(where: Place, model: Model): Id | undefined {
  const all: readonly { readonly id: Id; readonly place: Place; readonly bodies?: readonly Place[] }[] = [
    ...model.societies,
    ...model.systems,
    ...model.environments,
    ...model.couplings,
    ...model.regulations,
    ...model.scenarios,
    ...(model.importedScenarios ?? []),
    ...model.properties,
    ...model.experiments,
  ];
  return all.find(({ place: own, bodies = [] }) =>
    [own, ...bodies].some((each) => each.file === where.file && contains(each, where)),
  )?.id;
}
