/* A changed model, tried: read, checked, and run as the model was that it comes from. */
import type { CheckResult } from "../../checks/apply.ts";
import type { Severities } from "../../checks/describe.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Verdict } from "../../diagnostics/run_facts.ts";
import type { Evaluate } from "../../engine/accelerate.ts";
import { entriesOf } from "../../engine/decode.ts";
import { startPlaying } from "../../engine/play.ts";
import type { Regulation } from "../../model/model.ts";
import { checkpointOf, type Interruptible } from "../interruptible.ts";
import { prepare, scenarioNamed, type Prepared } from "../prepared.ts";
import { playOptions, type RunResult } from "../run.ts";

/** A run whose trace grows beyond this is broken off: what goes on so long is not looked into a hundred times. */
const mostEntries = 200_000;

export interface TrialOptions extends Interruptible {
  readonly regulation: string;
  readonly seed: number | undefined;
  readonly severities: Severities | undefined;
  readonly evaluate: Evaluate | undefined;
  /** What stands behind the text of the entry while it is tried: a scenario, where the model has none. */
  readonly suffix: string;
}

/** A run, without what `run` finds out besides: what was disappointed, and why. */
export type Outcome = Pick<RunResult, "prepared" | "played" | "traced">;

export interface Trial {
  readonly prepared: Prepared;
  readonly regulation: Regulation;
  readonly play: (scenario: string) => Outcome;
  /** On the regulation; undefined if it was not applied, or the run was broken off. */
  readonly verdictOf: (outcome: Outcome) => Verdict | undefined;
}

/** The texts of a changed model, with what stands behind the entry while it is tried. */
export function textsTried(
  texts: ReadonlyMap<string, string>,
  { model: { entry }, sources }: CheckResult,
  { suffix }: Pick<TrialOptions, "suffix">,
): ReadonlyMap<string, string> {
  if (suffix === "") return texts;
  return new Map([...texts, [entry, (texts.get(entry) ?? sources.get(entry)?.text ?? "") + suffix]]);
}

/**
 * What keeps a model from running, but that the regulation has no way yet: it is just this that is sought. What it starts happens
 * all the same, and is carried by what carries it.
 */
export function errorsBeside(checked: CheckResult, regulation: string): readonly Diagnostic[] {
  const place = regulationIn(checked, regulation)?.place;
  return checked.diagnostics.filter(
    ({ severity, check, place: at }) =>
      severity === "error" &&
      !(
        (check === "no_route" || check === "direct_steering") &&
        place !== undefined &&
        at.file === place.file &&
        place.start <= at.start &&
        at.end <= place.end
      ),
  );
}

export function regulationIn({ model }: CheckResult, id: string): Regulation | undefined {
  return model.regulations.find((each) => each.id === id);
}

/** Makes a changed model ready that has no errors beside. */
export function trialOf(checked: CheckResult, options: TrialOptions): Trial {
  const { regulation: id, seed, evaluate } = options;
  const regulation = regulationIn(checked, id);
  if (regulation === undefined) throw new Error(`there is no regulation ${id}`);
  const diagnostics = checked.diagnostics.filter(({ severity }) => severity !== "error");
  const prepared = prepare({ ...checked, diagnostics }, { evaluate });
  const checkpoint = checkpointOf(options);
  return {
    prepared,
    regulation,
    play(scenario) {
      const playing = startPlaying(
        prepared.compiled(),
        prepared.compiledScenario(scenarioNamed(prepared.checked.model, scenario)),
        { ...playOptions(prepared, { seed, traced: true, budget: { entries: mostEntries } }), checkpoint },
      );
      while (playing.advance());
      return { prepared, played: playing.result(), traced: true };
    },
    verdictOf: ({ played }) => played.verdicts.find((each) => each.regulation.id === id)?.verdict,
  };
}

/** What happened in a run, without the places and numbers by which it is told. */
export function fingerprintOf({ played }: Outcome): string {
  return JSON.stringify(
    entriesOf(played.course).map((entry) => {
      switch (entry.kind) {
        case "decision":
          return [entry.step, entry.owner, entry.program, entry.clause, entry.value];
        case "noise":
          return [entry.step, entry.owner, entry.name, entry.coupling, entry.channel, entry.reason];
        case "irritation":
          return [entry.step, entry.owner, entry.name, entry.args];
        case "operation":
        case "blocked":
          return [entry.step, entry.kind, entry.owner, entry.name, entry.args];
        case "value":
          return [entry.step, entry.owner, entry.name, entry.to];
        case "arrival":
          return [entry.step, entry.owner, entry.args];
        default:
          return [entry.step, entry.kind];
      }
    }),
  );
}
