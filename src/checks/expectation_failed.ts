import { counted, quoted } from "../base/words.ts";
import { unreachable } from "../base/unreachable.ts";
import type { Fix, Related } from "../diagnostics/diagnostic.ts";
import type { ExpectationFailedFacts, Stopped } from "../diagnostics/run_facts.ts";
import { defineCheck } from "./context.ts";
import { againLines, byChoice, causeLines, causeNotes, momentText, valuesText } from "./support/causes.ts";
import { stageHelp, stageLabel, stoppedText } from "./support/stages.ts";

export const expectation_failed = defineCheck<ExpectationFailedFacts>({
  name: "expectation_failed",
  severity: "error",
  group: "scenarios",
  summary: "an expectation that a run disappoints",
  needsRun: true,
  sources: ["Luhmann 1984, ch. 8"],

  words(facts) {
    const { expected, stopped, causes, unchanging = [], nearest } = facts;
    return {
      message: `${momentText(facts)}, the expectation ${quoted(expected)} is disappointed: ${foundText(facts)}`,
      label: labelOf(facts),
      related: [...notesOn(facts), ...causeNotes(causes)],
      why: [
        ...comparison(facts),
        ...stopped.slice(0, 3).map(stoppedText),
        ...againLines(facts),
        ...unchanging.map(
          (name) => `no clause, channel or \`becomes\` of this model changes ${quoted(name)}`,
        ),
        ...causeLines(causes),
      ],
      help: [
        ...stopped.slice(0, 1).map(stageHelp),
        ...(nearest === undefined
          ? []
          : [
              `the nearest run that meets it has ${nearest.changes
                .map(({ name, from, to }) => `${quoted(`${name} = ${to}`)} instead of ${quoted(from)}`)
                .join(" and ")}`,
            ]),
        ...(stopped.length === 0 && nearest === undefined
          ? ["either the expectation or the model is to learn: correct the one that you trust less"]
          : []),
      ],
    };
  },

  fixes({ nearest }) {
    if (nearest === undefined) return [];
    const edits = nearest.changes.flatMap(({ to, place }) =>
      place === undefined ? [] : [{ place, text: to }],
    );
    if (edits.length < nearest.changes.length) return [];
    const fix: Fix = {
      title: nearest.changes.map(({ name, to }) => quoted(`${name} = ${to}`)).join(" and "),
      certain: false,
      edits,
    };
    return [fix];
  },
});

/** What the run shows instead of what was expected. */
function foundText({ found }: ExpectationFailedFacts): string {
  switch (found.kind) {
    case "condition":
      return found.values.length === 0 ? "it does not hold" : `here ${valuesText(found.values)}`;
    case "resonates":
      return found.to === undefined
        ? `${quoted(found.system)} has decided on nothing that a coupling brought`
        : `${quoted(found.system)} has not decided on any ${quoted(found.to)}`;
    case "stays indifferent": {
      const { step, program, value } = found.decision;
      return `in step ${step} it decided ${quoted(value)} on ${quoted(found.sensitivity)}, by ${quoted(program)}${byChoice(found.decision)}`;
    }
    case "designates":
      return found.designated === undefined
        ? `${quoted(found.system)} has designated nothing yet`
        : `${quoted(found.system)} designated ${quoted(found.designated)} last`;
    case "occurs":
      return found.counted === 0
        ? `${quoted(found.of)} has not occurred`
        : `${quoted(found.of)} has occurred ${counted(found.counted, "time")}`;
    case "verdict":
      return `${quoted(found.regulation)} is ${found.verdict}`;
    default:
      return unreachable(found);
  }
}

function labelOf({ found, stopped }: ExpectationFailedFacts): string {
  const [first] = stopped;
  switch (found.kind) {
    case "condition":
      return "this does not hold here";
    case "resonates":
      return first === undefined ? "nothing came near it" : stageLabel(first);
    case "stays indifferent":
      return "it did resonate";
    case "designates":
      return `not ${found.wanted}`;
    case "occurs":
      return `expected: ${found.bound === "exactly" ? "" : `${found.bound} `}${counted(found.wanted, "time")}`;
    case "verdict":
      return verdictReason(found);
    default:
      return unreachable(found);
  }
}

type VerdictFound = Extract<ExpectationFailedFacts["found"], { kind: "verdict" }>;

/** What the comparison of the two runs shows of the aim. */
function verdictReason({ withIt, without }: VerdictFound): string {
  if (withIt.holds && without.holds) return "the aim is reached with it, and without it too";
  if (!withIt.holds && !without.holds) return "the aim is reached neither with it nor without it";
  return withIt.holds
    ? "the aim is reached with it, and not without it"
    : "the aim is not reached with it, and is reached without it";
}

/** What the aim read in the two runs. */
function comparison({ found }: ExpectationFailedFacts): readonly string[] {
  if (found.kind !== "verdict") return [];
  const { aim, withIt, without } = found;
  const shown = (run: VerdictFound["withIt"]): string =>
    run.values.length > 0 ? valuesText(run.values) : run.holds ? "it holds" : "it does not hold";
  return [`the aim ${quoted(aim)}: with the regulation ${shown(withIt)}, without it ${shown(without)}`];
}

function notesOn({ found, stopped }: ExpectationFailedFacts): readonly Related[] {
  const notes = stopped
    .slice(0, 2)
    .flatMap((stop) => (stop.place === undefined ? [] : [{ place: stop.place, message: stopNote(stop) }]));
  if (found.kind === "stays indifferent" && found.decision.place !== undefined) {
    return [...notes, { place: found.decision.place, message: "this clause decided" }];
  }
  return notes;
}

function stopNote({ stage, leading = [] }: Stopped): string {
  switch (stage) {
    case "program":
      return leading.length === 0 ? "this clause decided" : "this clause would lead on";
    case "no coupling":
    case "no channel":
    case "not at issue":
      return "this got no further";
    case "under way":
      return "this has not brought it yet";
    case "limit":
      return "the limit that blocked it";
    case "undecided":
      return "no clause of this decides on it";
    case "filtered":
      return "filtered here";
    case "closed":
      return "closed here";
    case "unplugged":
      return "unplugged here";
    default:
      return "it stopped here";
  }
}
