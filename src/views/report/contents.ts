/* A model, its runs and what the checks say of it as a report: from what it says of itself to how all can be had again. */
import {
  couplingBlocks,
  environmentBlocks,
  experimentBlocks,
  propertyBlocks,
  regulationBlocks,
} from "./couplings.ts";
import { referenceBlocks, repeatBlocks, theoryBlocks } from "./closing.ts";
import { code, note, paragraph, prose, said, type Block, type Document, type Inline } from "./document.ts";
import { countedFindings, findingBlocks, silencedBlocks } from "./findings.ts";
import type { ReportInput } from "./input.ts";
import { summaryBlocks } from "./summary.ts";
import { figures, isOfModel } from "./pictures.ts";
import { finished } from "./finished.ts";
import { remarkBlocks } from "./remarks.ts";
import { scenarioBlocks } from "./scenarios.ts";
import { societyBlocks, systemBlocks } from "./systems.ts";
import { heading, tellingOf, titleOf, type Telling } from "./telling.ts";

export function reportOf(input: ReportInput): Document {
  const telling = tellingOf(input);
  const { model } = telling;
  return {
    title: titleOfModel(telling),
    subtitle: subtitleOf(telling),
    blocks: finished([
      ...errorBlocks(telling),
      ...remarkBlocks(model.about?.doc),
      ...summaryBlocks(telling),
      ...modelBlocks(telling),
      ...checkBlocks(telling),
      ...scenarioChapter(telling),
      ...propertyChapter(telling),
      ...theoryBlocks(telling),
      ...referenceBlocks(telling),
      ...repeatBlocks(telling),
    ]),
  };
}

export function titleOfModel({ model, input }: Telling): string {
  if (model.label !== undefined) return model.label;
  if (model.name !== undefined) return titleOf({ name: model.name });
  // What stands in a document is called after it.
  return input.placed?.({ file: model.entry, start: 0, end: 0 }).file ?? model.entry;
}

/** Whose model it is, under which conditions, and what it draws on. */
export function subtitleOf({ model, bibliography }: Telling): readonly Inline[] {
  const { authors = [], license } = model.about ?? {};
  const cited = bibliography.cited(
    model.files.flatMap(({ citations, canonical }) => (canonical ? [] : citations)),
  );
  return prose(
    "A model of society in the sense of Niklas Luhmann’s systems theory",
    authors.length === 0 ? "" : prose(", by ", said(authors.join(", "))),
    cited.length === 0 ? "" : prose(" ", cited),
    license === undefined ? "" : prose(". Licence: ", said(license)),
  );
}

/** What keeps the model from being run stands before all else. */
export function errorBlocks(telling: Telling): readonly Block[] {
  const { errors } = telling.input.prepared;
  if (errors.length === 0) return [];
  return [
    note(
      "error",
      paragraph(
        `The model has ${countedFindings(errors)}, and does not run: what follows is what can be said without a run.`,
      ),
    ),
    heading(2, "What is wrong with it"),
    ...findingBlocks(telling, errors),
  ];
}

function modelBlocks(telling: Telling): readonly Block[] {
  const { model, input } = telling;
  const { societies, systems, environments, couplings, regulations } = model;
  // Systems of the canon that a file imports, and of which nothing more is said, are told of in a sentence.
  const chapter = (title: string, blocks: readonly Block[]): readonly Block[] =>
    blocks.length === 0 ? [] : [heading(2, title), ...blocks];
  return [
    ...chapter("The model", [
      ...societies.flatMap((society) => societyBlocks(telling, society)),
      ...figures(input.pictures, isOfModel),
    ]),
    ...chapter(
      "Systems",
      systems.flatMap((system) => systemBlocks(telling, system)),
    ),
    ...chapter(
      "Environment",
      environments.flatMap((environment) => environmentBlocks(telling, environment)),
    ),
    ...chapter("Couplings", [
      ...(couplings.length === 0
        ? []
        : [
            paragraph(
              "No system determines another. Where two are coupled, an operation of the one can irritate the other, which makes of it what its own programs make of it.",
            ),
          ]),
      ...couplings.flatMap((coupling) => couplingBlocks(telling, coupling)),
    ]),
    ...chapter(
      "Regulations",
      regulations.flatMap((regulation) => regulationBlocks(telling, regulation)),
    ),
  ];
}

function checkBlocks(telling: Telling): readonly Block[] {
  const { input } = telling;
  const { diagnostics, silenced } = input.prepared.checked;
  const errors = new Set(input.prepared.errors);
  const others = diagnostics.filter((diagnostic) => !errors.has(diagnostic));
  return [
    heading(2, "What the checks say"),
    ...(diagnostics.length === 0
      ? [paragraph("The checks, which hold the model to the theory, find nothing to object to.")]
      : [
          paragraph(
            `The checks hold the model to the theory. They find ${countedFindings(diagnostics)}${errors.size > 0 ? "; the errors stand at the beginning" : ""}.`,
          ),
        ]),
    ...figures(input.pictures, (name) => name === "check"),
    ...findingBlocks(telling, others),
    ...silencedBlocks(telling, silenced),
  ];
}

function scenarioChapter(telling: Telling): readonly Block[] {
  const { scenarios, experiments } = telling.model;
  if (scenarios.length + experiments.length === 0) return [];
  const played = telling.input.results.length > 0;
  return [
    heading(2, "Scenarios"),
    ...(played
      ? [
          paragraph(
            "The story of each scenario tells step by step who operated, whom that irritated, and what the other made of it in its own code. What irritated nobody is ",
            code("noise"),
            ", and it is said why.",
          ),
        ]
      : []),
    ...scenarios.flatMap((scenario) => scenarioBlocks(telling, scenario)),
    ...(experiments.length === 0
      ? []
      : [heading(3, "Experiments"), ...experimentBlocks(telling, experiments)]),
  ];
}

function propertyChapter(telling: Telling): readonly Block[] {
  const { properties } = telling.model;
  if (properties.length === 0) return [];
  return [
    heading(2, "What always holds"),
    paragraph("The model claims of itself:"),
    ...propertyBlocks(telling, properties),
  ];
}
