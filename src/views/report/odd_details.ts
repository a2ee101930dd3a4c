/* The last three elements of ODD: initialization, input data, submodels. */
import { channelPieces } from "./couplings.ts";
import type { Block as Steps, Step } from "../../model/model.ts";
import { bullets, code, listing, paragraph, prose, said, type Block, type Inline } from "./document.ts";
import { remarkBlocks } from "./remarks.ts";
import { programBlocks } from "./systems.ts";
import { heading, tableOf, titleOf, type Telling } from "./telling.ts";

type ForAuthor = (...what: readonly string[]) => Block;

export function detailBlocks(telling: Telling, forAuthor: ForAuthor): readonly Block[] {
  return [...initialization(telling, forAuthor), ...inputData(forAuthor), ...submodels(telling, forAuthor)];
}

// ── 5 ─────────────────────────────────────────────────────────────────────

function initialization(telling: Telling, forAuthor: ForAuthor): readonly Block[] {
  const { model, input } = telling;
  const rows = [
    ...model.systems.flatMap(({ id, expectations }) => expectations.map((one) => ({ id, ...one }))),
    ...model.environments.flatMap(({ id, quantities }) => quantities.map((one) => ({ id, ...one }))),
  ].map(({ id, name, label, initial }) => [
    [code(telling.part(id, name))],
    label === undefined ? [] : [said(label)],
    [code(telling.text(initial.place))],
  ]);
  const assumed = model.scenarios.flatMap(({ id, block }) => {
    const given = givenIn(block).map(({ place }) => code(telling.text(place).replace(/^given\s+/u, "")));
    return given.length === 0 ? [] : [prose(telling.Name(id), " begins with ", listing(given), ".")];
  });
  const seeds = input.results.map(({ scenario, seed }) => prose(code(scenario), ` (seed ${seed})`));
  return [
    heading(2, "5. Initialization"),
    ...(rows.length === 0
      ? [paragraph("The model has no state that would have to begin as something.")]
      : [
          paragraph("Every run begins in step 0 with these values:"),
          ...tableOf(["State variable", "What it is", "At first"], rows),
        ]),
    ...(assumed.length === 0
      ? []
      : [paragraph("Scenarios that assume something else:"), ...bullets(assumed)]),
    ...(seeds.length === 0 ? [] : [paragraph("Played were: ", listing(seeds), ".")]),
    forAuthor(
      "Where does each of these values come from: data, literature, or convenience? How much depends on them?",
    ),
  ];
}

function givenIn({ steps }: Steps): readonly Extract<Step, { kind: "given" }>[] {
  return steps.filter((step) => step.kind === "given");
}

// ── 6 ─────────────────────────────────────────────────────────────────────

function inputData(forAuthor: ForAuthor): readonly Block[] {
  return [
    heading(2, "6. Input data"),
    paragraph(
      "The model does not use input data to represent time-varying processes: nothing in it can read a file, a clock or the network while it runs.",
    ),
    forAuthor("If numbers of the model were fitted to data: to which, and how?"),
  ];
}

// ── 7 ─────────────────────────────────────────────────────────────────────

function submodels(telling: Telling, forAuthor: ForAuthor): readonly Block[] {
  const { systems, couplings, environments, regulations } = telling.model;
  const deciding = systems.flatMap((system): readonly Block[] => {
    if (system.programs.length + system.limits.length === 0) return [];
    return [
      heading(3, "How ", telling.name(system.id), " decides"),
      ...(system.canonical ? [] : remarkBlocks(system.doc)),
      ...programBlocks(telling, system.programs),
      ...bullets(
        system.limits.map(({ operation, when }) =>
          prose(
            "It blocks its own ",
            code(operation?.text ?? "operation"),
            " when ",
            code(telling.text(when.place)),
            ".",
          ),
        ),
      ),
    ];
  });
  const carrying = couplings.flatMap((coupling): readonly Block[] => [
    heading(3, "What ", telling.name(coupling.id), " carries"),
    ...remarkBlocks(coupling.doc),
    ...bullets(coupling.channels.map((channel) => channelPieces(telling, channel))),
  ]);
  const moving = environments.flatMap(({ id, quantities }) =>
    quantities.flatMap(({ name, label, becomes }): readonly (readonly Inline[])[] =>
      becomes === undefined
        ? []
        : [
            prose(
              code(telling.part(id, name)),
              label === undefined ? "" : prose(" (", said(label), ")"),
              " becomes ",
              code(telling.text(becomes.place)),
              " in each step.",
            ),
          ],
    ),
  );
  const regulating = regulations.map((regulation) =>
    prose(
      said(titleOf(regulation)),
      regulation.start === undefined
        ? ""
        : prose(
            " starts with ",
            code(telling.part(regulation.start.operation.owner, regulation.start.operation.name)),
          ),
      regulation.aim === undefined ? "" : prose(" and aims at ", code(telling.text(regulation.aim.place))),
      ".",
    ),
  );
  return [
    heading(2, "7. Submodels"),
    paragraph(
      "A program is a list of clauses, of which the first whose condition holds decides; of a purpose program the choice that yields most does. The clause designates a value of the code, and has its effects one after another.",
    ),
    ...deciding,
    ...carrying,
    ...(moving.length === 0 ? [] : [heading(3, "What moves by itself"), ...bullets(moving)]),
    ...(regulating.length === 0 ? [] : [heading(3, "Regulations"), ...bullets(regulating)]),
    forAuthor(
      "Why these conditions and numbers: by which sources, and how were they tested?",
      "Which alternatives were tried?",
    ),
  ];
}
