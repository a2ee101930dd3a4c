/* Models made ready to run, as a user of the library does it. */
import {
  check,
  memoryHost,
  prepare,
  run,
  type Prepared,
  type RunOptions,
  type RunResult,
} from "../../src/index.ts";
import { readBibliography } from "../../src/model/bibliography.ts";
import { exampleFiles } from "./examples.ts";

/** A text made ready, with the short ways that a command line takes. Errors of the model are the test's mistake. */
export function ready(text: string): Prepared {
  return withoutErrors(check(text));
}

/** An example made ready, by its path from `examples/`; its text can be altered before. */
export function readyExample(path: string, altered = (text: string): string => text): Prepared {
  const source = { name: path, text: altered(exampleFiles.get(path) ?? "") };
  return withoutErrors(check(source, { host: memoryHost(exampleFiles), readBibliography }));
}

function withoutErrors(checked: ReturnType<typeof check>): Prepared {
  const prepared = prepare(checked, { evaluate: (text) => new Function(`return ${text}`)() });
  if (prepared.errors[0] !== undefined) throw new Error(prepared.errors[0].message);
  return prepared;
}

export function runText(text: string, options?: RunOptions): RunResult {
  return run(ready(text), options);
}

/** What a result says at its end of a part of the model: `economy.price`. */
export function endOf(result: RunResult, name: string): number | string | boolean | undefined {
  return result.values.find(({ owner, name: part }) => `${owner}.${part}` === name)?.value;
}
