/* The fourth element of ODD: the design concepts, eleven questions that every model of agents is asked. */
import { strongComponents } from "../../base/graph/components.ts";
import type { Expression } from "../../model/expression.ts";
import { bullets, code, listing, paragraph, prose, type Block, type Inline } from "./document.ts";
import { numbered } from "./kinds.ts";
import { heading, type Telling } from "./telling.ts";

type ForAuthor = (...what: readonly string[]) => Block;

export function conceptBlocks(telling: Telling, forAuthor: ForAuthor): readonly Block[] {
  const { model } = telling;
  return [
    heading(2, "4. Design concepts"),
    heading(3, "Basic principles"),
    paragraph(
      "The model follows Niklas Luhmann’s theory of social systems. A system consists of its own operations and is closed: nothing from outside determines what it does. It observes by a code of two values and decides by its programs which of them applies. What another does can irritate it if the two are coupled; otherwise it is noise. The language of the model holds it to that, and its checks say where the model departs from it.",
    ),
    forAuthor(
      "Which theories and hypotheses beyond that are built into the submodels, and where have they been taken from?",
    ),
    heading(3, "Emergence"),
    ...circles(telling),
    forAuthor(
      "Which results emerge from how the systems irritate each other, and which are built in by rules?",
    ),
    heading(3, "Adaptation"),
    ...adaptation(telling),
    heading(3, "Objectives"),
    ...objectives(telling),
    forAuthor(
      "If a purpose program or an aim stands for an objective: how is it measured, and why in this way?",
    ),
    heading(3, "Learning"),
    ...learning(telling),
    heading(3, "Prediction"),
    paragraph(
      "No system predicts. What it expects is a state of its own, which it compares with what irritates it.",
    ),
    forAuthor("If an expectation stands for a forecast of the system’s: of what, and how is it made?"),
    heading(3, "Sensing"),
    paragraph(
      "A system senses nothing but its own state and what a channel brings to one of its sensitivities; the arguments of the channel translate the words of the one into those of the other. No system reads the state of another.",
    ),
    heading(3, "Interaction"),
    paragraph(
      model.couplings.length === 0
        ? "There is no coupling, and so no interaction."
        : prose(
            "Interaction is irritation, through ",
            listing(model.couplings.map(({ id }) => telling.name(id))),
            ". The submodels say what each of them carries.",
          ),
    ),
    heading(3, "Stochasticity"),
    ...stochasticity(telling),
    heading(3, "Collectives"),
    ...collectives(telling),
    heading(3, "Observation"),
    paragraph(
      "Everything that happens in a run is kept in a trace, each entry with what caused it: operations, irritations, decisions with their grounds, changes of values, and what was noise, with the reason. The results of this description are read from it.",
    ),
    ...measures(telling),
    forAuthor("Which results were looked at, how were they summed up, and what was left aside?"),
  ];
}

/** Systems that irritate each other in a circle: what emerges, emerges there. */
function circles({ input: { flow }, model, name }: Telling): readonly Block[] {
  const rounds = strongComponents(flow.successors, 2)
    .map((nodes) => [...new Set(nodes.flatMap((node) => flow.nodes[node]?.owner ?? []))])
    .map((owners) => owners.filter((id) => model.couplings.every((coupling) => coupling.id !== id)))
    .filter((owners) => owners.length > 1);
  if (rounds.length === 0) return [paragraph("No two systems irritate each other in a circle.")];
  return rounds.map((owners) =>
    paragraph(
      "In a circle, so that what one does can come back to it: ",
      listing(owners.map((id) => name(id))),
      ".",
    ),
  );
}

function adaptation({ model }: Telling): readonly Block[] {
  const programs = model.systems.flatMap((system) => system.programs);
  const clauses = programs.reduce((sum, program) => sum + program.clauses.length, 0);
  const purposes = programs.filter(({ form }) => form === "purpose").length;
  return [
    paragraph(
      programs.length === 0
        ? "No system has a program, so that none decides."
        : `Systems adapt by deciding: by ${numbered(programs.length, "program")} with ${numbered(clauses, "clause")}${purposes === 0 ? ", all of them conditional or without a form of their own" : `, ${numbered(purposes, "of them a purpose program", "of them purpose programs")}`}. The submodels list them.`,
    ),
  ];
}

function objectives(telling: Telling): readonly Block[] {
  const { model, text, part, Name } = telling;
  const aims = model.regulations.flatMap(({ id, aim }) =>
    aim === undefined ? [] : [prose(Name(id), " has the aim ", code(text(aim.place)), ".")],
  );
  const yields = model.systems.flatMap((system) =>
    system.programs.flatMap(({ name, clauses }) =>
      clauses.flatMap((clause) =>
        clause.yields === undefined
          ? []
          : [
              prose(
                code(part(system.id, name)),
                " weighs ",
                code(clause.name ?? ""),
                " by ",
                code(text(clause.yields.place)),
                ".",
              ),
            ],
      ),
    ),
  );
  const all = [...aims, ...yields];
  return all.length === 0
    ? [paragraph("No system pursues an objective: all decide by conditions.")]
    : bullets(all);
}

function learning({ model, part }: Telling): readonly Block[] {
  const learnt = model.systems.flatMap((system) => {
    const set = new Set(
      system.programs.flatMap(({ clauses }) =>
        clauses.flatMap(({ effects }) =>
          effects.flatMap((effect) => (effect.kind === "assignment" ? [effect.target.text] : [])),
        ),
      ),
    );
    return system.expectations
      .filter(({ name }) => set.has(name))
      .map(({ name, mode }) => ({ called: part(system.id, name), mode }));
  });
  const of = (mode: "normative" | "cognitive"): readonly Inline[] =>
    listing(learnt.filter((one) => one.mode === mode).map(({ called }) => code(called)));
  const cognitive = of("cognitive");
  const normative = of("normative");
  if (learnt.length === 0) return [paragraph("No system changes its expectations in a run.")];
  return [
    paragraph(
      cognitive.length === 0
        ? ""
        : prose("When they are disappointed, systems change what they expect: ", cognitive, ". "),
      normative.length === 0
        ? ""
        : prose(
            "Normative expectations are kept when they are disappointed; by a program made for it these can be changed: ",
            normative,
            ".",
          ),
    ),
  ];
}

/** Where chance has a part: draws in expressions, channels with a chance, alternatives of scenarios. */
function stochasticity(telling: Telling): readonly Block[] {
  const { model, text } = telling;
  const draws = expressionsIn(model)
    .filter(draw)
    .map((expression) => code(text(expression.place)));
  const chances = model.couplings.flatMap(({ channels }) =>
    channels.flatMap(({ source, chance }) =>
      chance === undefined
        ? []
        : [
            prose(
              "what ",
              code(telling.part(source.owner, source.name)),
              " sets off passes with a chance of ",
              code(text(chance.place)),
            ),
          ],
    ),
  );
  const either = model.scenarios.some(({ block }) => hasEither(block));
  const all = [
    ...draws.map((one) => prose("a number is drawn by ", one)),
    ...chances,
    ...(either ? [prose("scenarios have alternatives, of which the seed chooses one")] : []),
  ];
  if (all.length === 0) return [paragraph("Nothing in the model is random.")];
  return [
    paragraph("Chance has a part where:"),
    ...bullets(all),
    paragraph(
      "Every place that draws has a stream of numbers of its own, which follows from the seed, the place and the step. With the same seed a run is the same, to the last digit.",
    ),
  ];
}

type Steps = Telling["model"]["scenarios"][number]["block"];

function hasEither({ steps }: Steps): boolean {
  return steps.some((step) => step.kind === "either" || (step.kind === "repeat" && hasEither(step.block)));
}

/** What is computed in a run. */
function expressionsIn(model: Telling["model"]): readonly Expression[] {
  return [
    ...model.systems.flatMap(({ programs }) =>
      programs.flatMap(({ clauses }) =>
        clauses.flatMap(({ when, yields, effects }) => [
          ...(when === undefined ? [] : [when]),
          ...(yields === undefined ? [] : [yields]),
          ...effects.flatMap((effect) =>
            effect.kind === "assignment" ? [effect.value] : effect.args.map(({ value }) => value),
          ),
        ]),
      ),
    ),
    ...model.environments.flatMap(({ quantities }) =>
      quantities.flatMap(({ initial, becomes }) => (becomes === undefined ? [initial] : [initial, becomes])),
    ),
    ...model.couplings.flatMap(({ channels }) =>
      channels.flatMap(({ when, target }) => [
        ...(when === undefined ? [] : [when]),
        ...(target.kind === "sensitivity" ? target.args : target.assignments).map(({ value }) => value),
      ]),
    ),
  ];
}

/** Whether a random number is drawn in it. */
function draw(expression: Expression): boolean {
  switch (expression.kind) {
    case "call":
      return ["chance", "uniform", "normal"].includes(expression.function) || expression.args.some(draw);
    case "chain":
      return expression.operands.some(draw);
    case "comparison":
      return draw(expression.left) || draw(expression.right);
    case "not":
    case "negative":
      return draw(expression.operand);
    case "power":
      return draw(expression.base) || draw(expression.exponent);
    default:
      return false;
  }
}

function collectives({ model, name, Name }: Telling): readonly Block[] {
  const organizations = model.systems.filter(({ within }) => within.length > 0);
  const populations = model.environments.filter(({ inclusions }) => inclusions.length > 0);
  const all = [
    ...organizations.map(({ id, within }) =>
      prose(Name(id), " is within ", listing(within.map((ref) => name(ref.id))), "."),
    ),
    ...populations.map(({ id, inclusions }) =>
      prose(
        Name(id),
        " takes part in ",
        listing([...new Set(inclusions.map(({ system }) => system.id))].map((of) => name(of))),
        " by roles.",
      ),
    ),
  ];
  return all.length === 0
    ? [paragraph("There are no collectives: no system stands within another.")]
    : bullets(all);
}

function measures({ model, Name, text }: Telling): readonly Block[] {
  return bullets(
    model.experiments.flatMap(({ id, measures: taken }) =>
      taken.map(({ place }) => prose(Name(id), " measures ", code(text(place)), ".")),
    ),
  );
}
