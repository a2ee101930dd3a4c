/* A changed model, tried: read, checked, and run as the model was that it comes from. */
import type { CheckResult } from "../../checks/apply.ts";
import type { Severities } from "../../checks/describe.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Evaluate } from "../../engine/accelerate.ts";
import type { Regulation } from "../../model/model.ts";
import { checkpointOf, type Interruptible } from "../interruptible.ts";
import { prepare, type Prepared } from "../prepared.ts";
import type { Rereading } from "../read_again.ts";
import { run, type RunResult, type VerdictResult } from "../run.ts";

export interface TrialOptions extends Interruptible {
  readonly regulation: string;
  readonly seed: number | undefined;
  readonly severities: Severities | undefined;
  readonly evaluate: Evaluate | undefined;
  /** What stands behind the text of the entry while it is tried: a scenario, where the model has none. */
  readonly suffix: string;
}

export interface Trial {
  readonly prepared: Prepared;
  readonly regulation: Regulation;
  readonly play: (scenario: string) => RunResult;
  readonly verdictOf: (result: RunResult) => VerdictResult | undefined;
}

/** Reads and checks the model with these texts. */
export function checkedWith(
  texts: ReadonlyMap<string, string>,
  entry: string,
  rereading: Rereading,
  { suffix }: Pick<TrialOptions, "suffix">,
  own: string,
): CheckResult {
  if (suffix === "") return rereading.checked(texts);
  return rereading.checked(new Map([...texts, [entry, (texts.get(entry) ?? own) + suffix]]));
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
  const { regulation: id, seed, severities, evaluate } = options;
  const regulation = regulationIn(checked, id);
  if (regulation === undefined) throw new Error(`there is no regulation ${id}`);
  const prepared = prepare(
    { ...checked, diagnostics: checked.diagnostics.filter(({ severity }) => severity !== "error") },
    { evaluate },
  );
  const checkpoint = checkpointOf(options);
  return {
    prepared,
    regulation,
    play: (scenario) => run(prepared, { scenario, seed, severities, checkpoint }),
    verdictOf: ({ verdicts }) => verdicts.find(({ place }) => place === regulation.namePlace),
  };
}

/** What happened in a run, without the places and numbers by which it is told. */
export function fingerprintOf(result: RunResult): string {
  return JSON.stringify(
    result.trace().entries.map((entry) => {
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
