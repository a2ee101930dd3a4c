/* Explores one model, and tells how many states there are and what they take; see `explore.ts`. */
import { readFileSync } from "node:fs";
import { explore } from "../src/engine/explore/explore.ts";
import { check, prepare } from "../src/index.ts";

const [, , file = ""] = process.argv;
const prepared = prepare(check({ name: file, text: readFileSync(file, "utf8") }));
const [scenario] = prepared.checked.model.scenarios;
if (scenario === undefined) throw new Error(`there is no scenario in ${file}`);
const [compiled, ready] = [prepared.compiled(), prepared.compiledScenario(scenario)];
const before = process.cpuUsage();
const begin = performance.now();
const { states, transitions, bytes, bound } = explore(
  compiled,
  ready,
  // As in SPIN nothing is weighed. That the property holds is not claimed in Promela.
  { states: 100_000_000, depth: Infinity, properties: [], likelihoods: false },
);
const clock = (performance.now() - begin) / 1e3;
const { user, system } = process.cpuUsage(before);
if (bound !== undefined) throw new Error(`bounded by ${bound}`);
const processor = (user + system) / 1e6;
console.log(
  JSON.stringify({ states, transitions, clock, processor, bytes: (bytes.states + bytes.besides) / states }),
);
