/* Whether the engine and the plain interpreter say the same of a model. */
import { check } from "../../src/index.ts";
import { shortcutsOf } from "../../src/engine/accelerate.ts";
import { compile } from "../../src/engine/compile.ts";
import { entriesOf } from "../../src/engine/decode.ts";
import { play, scenariosOf, type PlayOptions } from "../../src/engine/play.ts";
import { runProperties } from "../../src/engine/properties.ts";
import type { CompiledModel } from "../../src/engine/compiled.ts";
import type { Scenario } from "../../src/model/model.ts";
import { interpret } from "./plain/interpret.ts";

/** All that a run shows, in a form in which two can be compared. */
interface Shown {
  readonly entries: readonly unknown[];
  readonly rest: unknown;
}

/** The ways in which the engine can run a model. */
const ways: Readonly<Record<string, (compiled: CompiledModel) => PlayOptions>> = {
  "the general way": () => ({ traced: true }),
  "the short way": (compiled) => theShortWay(compiled, true),
  "the short way without a trace": (compiled) => theShortWay(compiled, false),
};

function theShortWay(compiled: CompiledModel, traced: boolean): PlayOptions {
  const shortcuts = shortcutsOf(compiled, (text) => new Function(`return ${text}`)());
  shortcuts.make(traced);
  return { shortcuts, traced };
}

/** Where the two first differ, in words; undefined if they agree on every scenario. */
export function disagreement(text: string): string | undefined {
  const { model, diagnostics } = check(text);
  const wrong = diagnostics.find(({ severity }) => severity === "error");
  if (wrong !== undefined) return `the model has an error: ${wrong.message}`;
  const compiled = compile(model);
  const compiledScenario = scenariosOf(compiled);
  for (const scenario of model.scenarios) {
    const plain = shownByPlain(compiled, scenario);
    for (const [name, optionsOf] of Object.entries(ways)) {
      const options = optionsOf(compiled);
      const played = play(compiled, compiledScenario(scenario), {
        properties: runProperties(model),
        ...options,
      });
      const shown: Shown = {
        entries: options.traced ? entriesOf(played.course) : plain.entries,
        rest: {
          initial: played.course.initialValues(),
          values: played.course
            .presentValues()
            .map(({ owner, name: part, value }) => [`${owner}.${part}`, value]),
          stepsOfRuns: played.course.stepsOfRuns,
          expectations: played.expectations.map(({ step, holds }) => ({ path: step.path, holds })),
          verdicts: played.verdicts.map(({ regulation, verdict }) => [regulation.id, verdict]).sort(),
          violated: played.properties.map(({ property }) => property.name).sort(),
        },
      };
      const differs = difference(plain, shown);
      if (differs !== undefined) return `${scenario.name}, ${name}: ${differs}`;
    }
  }
  return undefined;
}

function shownByPlain({ model, layout }: CompiledModel, scenario: Scenario): Shown {
  const run = interpret(model, scenario);
  return {
    entries: run.trace.entries,
    rest: {
      initial: run.trace.initial,
      values: layout.slots.map(({ owner, name }) => [`${owner}.${name}`, run.values.get(`${owner}.${name}`)]),
      stepsOfRuns: run.stepsOfRuns,
      expectations: run.expectations,
      verdicts: [...run.verdicts].sort(),
      violated: [...run.properties].flatMap(([name, held]) => (held ? [] : [name])).sort(),
    },
  };
}

function difference(plain: Shown, engine: Shown): string | undefined {
  const count = Math.max(plain.entries.length, engine.entries.length);
  for (let id = 0; id < count; id += 1) {
    const [one, other] = [written(plain.entries[id]), written(engine.entries[id])];
    if (one !== other) return `entry ${id} is\n  plain:  ${one}\n  engine: ${other}`;
  }
  const [one, other] = [written(plain.rest), written(engine.rest)];
  return one === other ? undefined : `what is left at the end is\n  plain:  ${one}\n  engine: ${other}`;
}

/** As JSON, with the keys in order; minus nothing is told from nothing. */
function written(value: unknown): string {
  return (
    JSON.stringify(value, (_key, each: unknown) => {
      if (Object.is(each, -0)) return "-0";
      if (typeof each !== "object" || each === null || Array.isArray(each)) return each;
      return Object.fromEntries(
        Object.entries(each)
          .filter(([, part]) => part !== undefined)
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      );
    }) ?? "nothing"
  );
}
