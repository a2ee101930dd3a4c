/* A checked model made ready to run, once for any number of runs. */
import type { CheckResult } from "../checks/apply.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { shortcutsOf, type Evaluate, type ShortcutSource } from "../engine/accelerate.ts";
import { compile } from "../engine/compile.ts";
import type { CompiledModel } from "../engine/compiled.ts";
import { scenariosOf } from "../engine/play.ts";
import type { CompiledScenario } from "../engine/scenario.ts";
import type { Model, Scenario } from "../model/model.ts";

export interface Prepared {
  readonly checked: CheckResult;
  /** What keeps the model from being run; nothing runs while there is any. */
  readonly errors: readonly Diagnostic[];
  readonly compiled: () => CompiledModel;
  readonly compiledScenario: (scenario: Scenario) => CompiledScenario;
  readonly shortcuts: () => ShortcutSource | undefined;
}

export interface PrepareOptions {
  /**
   * Makes what a text of JavaScript says: `(text) => new Function(`return ${text}`)()`. With it long runs are several times as
   * fast, and give the same. The text is made from the model's structure and numbers and holds no word of it. Leave it out where
   * code must not be made at run time.
   */
  readonly evaluate?: Evaluate | undefined;
}

/** Makes a checked model ready to run. */
export function prepare(checked: CheckResult, { evaluate }: PrepareOptions = {}): Prepared {
  const errors = checked.diagnostics.filter(({ severity }) => severity === "error");
  let compiled: CompiledModel | undefined;
  let compiledScenario: Prepared["compiledScenario"] | undefined;
  let shortcuts: ShortcutSource | undefined;
  const ready = (): CompiledModel => {
    if (errors.length > 0) throw new Error(`a model with errors does not run: ${errors[0]?.message ?? ""}`);
    return (compiled ??= compile(checked.model));
  };
  return {
    checked,
    errors,
    compiled: ready,
    compiledScenario: (scenario) => (compiledScenario ??= scenariosOf(ready()))(scenario),
    shortcuts: () => evaluate && (shortcuts ??= shortcutsOf(ready(), evaluate)),
  };
}

/** Thrown where a model has no scenario of the name. */
export class UnknownScenario extends Error {
  readonly scenario: string;
  /** The names of those it has. */
  readonly known: readonly string[];

  constructor(scenario: string, known: readonly string[]) {
    super(
      scenario === ""
        ? `this model has ${known.length === 0 ? "no scenario" : "several scenarios"}; say which is meant`
        : `there is no scenario \`${scenario}\` in this model`,
    );
    this.name = "UnknownScenario";
    this.scenario = scenario;
    this.known = known;
  }
}

/** The scenario of a name; without a name the only one. Throws `UnknownScenario`. */
export function scenarioNamed({ scenarios }: Model, name: string | undefined): Scenario {
  const found = name === undefined ? scenarios[0] : scenarios.find((each) => each.name === name);
  const known = scenarios.map((each) => each.name);
  if (found === undefined || (name === undefined && scenarios.length > 1))
    throw new UnknownScenario(name ?? "", known);
  return found;
}
