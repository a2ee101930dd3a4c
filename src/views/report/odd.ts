/*
 * A model in the form that journals of simulation ask for: the seven elements of the ODD protocol (Overview, Design concepts,
 * Details; Grimm et al. 2006, 2010, 2020). What the model says is filled in. What it cannot say, since only its author knows, is
 * asked for at each place: a form that looked finished would be worse than none.
 */
import { conceptBlocks } from "./odd_concepts.ts";
import { detailBlocks } from "./odd_details.ts";
import { referenceBlocks, repeatBlocks } from "./closing.ts";
import { errorBlocks, subtitleOf, titleOfModel } from "./contents.ts";
import {
  bullets,
  code,
  emphasis,
  listing,
  note,
  paragraph,
  prose,
  said,
  strong,
  type Block,
  type Document,
  type Inline,
} from "./document.ts";
import type { ReportInput } from "./input.ts";
import { propertyBlocks, sizePieces } from "./couplings.ts";
import { kindText } from "./kinds.ts";
import { figures, isOfModel } from "./pictures.ts";
import { finished } from "./finished.ts";
import { remarkBlocks } from "./remarks.ts";
import { whatItIs } from "./summary.ts";
import { meaning } from "./systems.ts";
import { heading, tableOf, tellingOf, titleOf, typePieces, type Telling } from "./telling.ts";

/** What is left for the author to write at a place. */
export function forAuthor(...what: readonly string[]): Block {
  return note("author", paragraph(strong("For the author to write. "), what.join(" ")));
}

export function oddOf(input: ReportInput): Document {
  const telling = tellingOf(input);
  return {
    title: titleOfModel(telling),
    subtitle: prose(subtitleOf(telling), ". Described by the ODD protocol"),
    blocks: finished([
      ...errorBlocks(telling),
      paragraph(
        "This description follows the ODD (Overview, Design concepts, Details) protocol for describing individual- and agent-based models (Grimm et al. 2006), as updated by Grimm et al. (2010, 2020). The agents of this model are social systems. What stands here follows from the model itself; what only its author can say is asked for in notes, which are to be replaced by text.",
      ),
      ...purpose(telling),
      ...entities(telling),
      ...processes(telling),
      ...conceptBlocks(telling, forAuthor),
      ...detailBlocks(telling, forAuthor),
      ...protocolBlocks(),
      ...referenceBlocks(telling),
      ...repeatBlocks(telling),
    ]),
  };
}

// ── 1 ─────────────────────────────────────────────────────────────────────

function purpose(telling: Telling): readonly Block[] {
  const { model } = telling;
  const { scenarios, properties } = model;
  const patterns = scenarios.map((scenario) =>
    prose(said(titleOf(scenario)), expected(telling, scenario.name)),
  );
  return [
    heading(2, "1. Purpose and patterns"),
    ...remarkBlocks(model.about?.doc),
    forAuthor(
      "What is the model for: to describe, to explain, to predict, to illustrate, to learn from?",
      "Which question does it answer, and for whom?",
      ...(model.about?.doc === undefined ? [] : ["What stands above is how the model introduces itself."]),
    ),
    ...(patterns.length === 0
      ? []
      : [
          paragraph(
            "By these patterns the model states whether it does what it is for; each scenario is a test that is run:",
          ),
          ...bullets(patterns),
        ]),
    ...(properties.length === 0
      ? []
      : [paragraph("It claims of all its runs:"), ...propertyBlocks(telling, properties)]),
    forAuthor(
      "Which observations of society are these patterns taken from, and by which sources?",
      "Which patterns should the model show, and has not been held against?",
    ),
  ];
}

/** What a scenario states is to come of it, and whether it does. */
function expected({ input }: Telling, scenario: string): readonly Inline[] {
  const result = input.results.find((each) => each.scenario === scenario);
  if (result === undefined || result.expectations.length === 0) return [];
  return prose(
    ": ",
    listing(
      result.expectations.map(({ text, holds }) =>
        prose(code(text), holds ? "" : prose(" (", strong("disappointed"), ")")),
      ),
    ),
    ".",
  );
}

// ── 2 ─────────────────────────────────────────────────────────────────────

function entities(telling: Telling): readonly Block[] {
  const { model, input } = telling;
  const kinds = model.systems.map(({ id, name, systemKind, within, codes, functions }) => [
    prose(telling.Name(id), " ", code(name)),
    prose(
      kindText(systemKind).replace(/^an? /u, ""),
      within.length === 0 ? "" : prose(" within ", listing(within.map((ref) => telling.name(ref.id)))),
    ),
    codes.flatMap(({ values }, index) =>
      prose(index === 0 ? "" : "; ", said(values.map((value) => value.label ?? value.name).join(" / "))),
    ),
    functions.flatMap(({ text }, index) => prose(index === 0 ? "" : "; ", said(text))),
  ]);
  const around = model.environments.map(({ id, name, kind, size }) => [
    prose(telling.Name(id), " ", code(name)),
    prose(kind, size === undefined ? "" : prose(" of ", sizePieces(telling, size))),
    [],
    [],
  ]);
  return [
    heading(2, "2. Entities, state variables, and scales"),
    paragraph(whatItIs(telling)),
    ...tableOf(["Entity", "Kind", "Code", "Function"], [...kinds, ...around]),
    ...figures(input.pictures, isOfModel),
    paragraph(
      "State variables are the expectations of systems, which only the system itself can change, and the quantities of environments and populations. Each system keeps the value of its code that it has designated last.",
    ),
    ...tableOf(["State variable", "What it is", "Values", "Changes"], variables(telling)),
    paragraph(
      "Time goes by in discrete steps. ",
      model.stepUnit === undefined ? "" : prose("One step stands for one ", said(model.stepUnit), ". "),
      "There is no space: what is near to what is a matter of couplings alone.",
    ),
    forAuthor(
      "Why these entities and no others: which systems of society have been left out, and why?",
      ...(model.stepUnit === undefined
        ? ['What does one step stand for? (`step "month"` in the header says it.)']
        : []),
      "How long are the runs, and what makes that the right length?",
    ),
  ];
}

function variables(telling: Telling): readonly (readonly (readonly Inline[])[])[] {
  const { systems, environments } = telling.model;
  return [
    ...systems.flatMap(({ id, expectations }) =>
      expectations.map(({ name, label, doc, type, mode }) => [
        [code(telling.part(id, name))],
        meaning(label, doc),
        typePieces(type),
        prose(
          mode === "normative"
            ? "only by a program that may amend it (normative)"
            : "by learning (cognitive)",
        ),
      ]),
    ),
    ...environments.flatMap(({ id, quantities }) =>
      quantities.map(({ name, label, doc, type, becomes }) => [
        [code(telling.part(id, name))],
        meaning(label, doc),
        typePieces(type),
        prose(
          becomes === undefined
            ? "through couplings, or by a scenario"
            : "by itself in each step, and through couplings",
        ),
      ]),
    ),
  ];
}

// ── 3 ─────────────────────────────────────────────────────────────────────

function processes(telling: Telling): readonly Block[] {
  const { systems, couplings, environments } = telling.model;
  const periodic = systems.flatMap(({ id, programs }) =>
    programs.flatMap(({ name, triggers }) =>
      triggers.flatMap((trigger) =>
        trigger.kind === "every"
          ? [
              prose(
                code(telling.part(id, name)),
                trigger.steps === 1 ? " decides in every step." : ` decides every ${trigger.steps} steps.`,
              ),
            ]
          : [],
      ),
    ),
  );
  const slow = couplings.flatMap(({ id, channels }) =>
    channels.flatMap(({ source, delay }) =>
      delay === undefined
        ? []
        : [
            prose(
              "What ",
              code(telling.part(source.owner, source.name)),
              " sets off through ",
              telling.name(id),
              " arrives after ",
              code(telling.text(delay.place)),
              " steps.",
            ),
          ],
    ),
  );
  const moving = environments.flatMap(({ id, quantities }) =>
    quantities.flatMap(({ name, becomes }) =>
      becomes === undefined
        ? []
        : [prose(code(telling.part(id, name)), " becomes ", code(telling.text(becomes.place)), ".")],
    ),
  );
  return [
    heading(2, "3. Process overview and scheduling"),
    paragraph(
      "All systems operate at the same time, and none sees what another does in the same step, so that their order never matters. Each step goes like this:",
    ),
    {
      kind: "list",
      ordered: true,
      items: [
        "What happened in the step before, operations and quantities that have changed, is offered to every channel from it. What passes the channel’s condition, chance and capacity is on its way, and due after the channel’s delay, which is one step if nothing else is said.",
        "What is due is put before each system: its own operations first, then irritations in the order in which their channels are declared, then what it does at regular times.",
        "Each system decides on them one after another by its programs, on its own state alone: it designates a value of its code, changes its expectations, and operates.",
        "What is due to quantities of environments and populations is assigned; then those that move by themselves move, all from the values that they have then.",
      ].map((text) => [paragraph(text)]),
    },
    ...bullets([...periodic, ...moving, ...slow]),
    forAuthor(
      "Why do the processes follow each other in this way, and what would be otherwise with another order or another delay?",
    ),
  ];
}

// ── The protocol itself ───────────────────────────────────────────────────

function protocolBlocks(): readonly Block[] {
  const works: readonly (readonly Inline[])[] = [
    prose(
      "Grimm, V., Berger, U., Bastiansen, F., et al. (2006). A standard protocol for describing individual-based and agent-based models. ",
      emphasis("Ecological Modelling"),
      ", ",
      emphasis("198"),
      "(1–2), 115–126.",
    ),
    prose(
      "Grimm, V., Berger, U., DeAngelis, D. L., Polhill, J. G., Giske, J., & Railsback, S. F. (2010). The ODD protocol: A review and first update. ",
      emphasis("Ecological Modelling"),
      ", ",
      emphasis("221"),
      "(23), 2760–2768.",
    ),
    prose(
      "Grimm, V., Railsback, S. F., Vincenot, C. E., et al. (2020). The ODD protocol for describing agent-based and other simulation models: A second update to improve clarity, replication, and structural realism. ",
      emphasis("Journal of Artificial Societies and Social Simulation"),
      ", ",
      emphasis("23"),
      "(2), 7.",
    ),
  ];
  return [
    heading(2, "The protocol"),
    { kind: "references", items: works.map((pieces, index) => ({ id: `protocol-${index + 1}`, pieces })) },
  ];
}
