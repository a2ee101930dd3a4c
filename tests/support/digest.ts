/*
 * What runs come to, as one digest: all traces of every scenario of the examples, and of generated models. It is bundled and
 * run on several versions of Node by `npm run versions`.
 *
 *     node digest.cjs MODELS
 */
import { createHash } from "node:crypto";
import fc from "fast-check";
import { check, prepare, run, traceLines, type Prepared } from "../../src/index.ts";
import { runnableModel } from "../engine/generated_models.ts";
import { exampleModels } from "./examples.ts";
import { readyExample } from "./running.ts";

const models = Number(process.argv[2] ?? "500");
const hash = createHash("sha256");
let lines = 0;

function take(prepared: Prepared): void {
  for (const { name: scenario } of prepared.checked.model.scenarios) {
    for (const seed of [undefined, 2 ** 40 + 1]) {
      for (const line of traceLines(run(prepared, { scenario, seed }))) {
        hash.update(line);
        lines += 1;
      }
    }
  }
}

for (const path of exampleModels) take(readyExample(path));
for (const text of fc.sample(runnableModel, { numRuns: models, seed: 1 })) {
  const prepared = prepare(check(text), { evaluate: (code) => new Function(`return ${code}`)() });
  prepared.shortcuts()?.make(true);
  take(prepared);
}

console.log(`${hash.digest("hex")}  ${lines} lines of traces`);
