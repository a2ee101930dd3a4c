import { readFileSync } from "node:fs";
import { check, prepare } from "../../src/index.ts";
import { explore } from "../../src/engine/explore/explore.ts";
const file = process.argv[2]!;
const prepared = prepare(check({ name: file, text: readFileSync(file, "utf8") }), { evaluate: (text) => new Function(`return ${text}`)() });
for (const e of prepared.errors) console.log(e.message);
const sc = prepared.checked.model.scenarios[0]!;
for (let i = 0; i < Number(process.argv[3] ?? 2); i++) {
  const t = process.cpuUsage(); const w = performance.now();
  const r = explore(prepared.compiled(), prepared.compiledScenario(sc), { states: 1e8, depth: Infinity, properties: [], likelihoods: process.argv[4] === "l" });
  const c = process.cpuUsage(t); const s = (c.user + c.system) / 1e6;
  console.log(r.states, r.transitions, r.depth, s.toFixed(2) + "s cpu", ((performance.now() - w) / 1e3).toFixed(2), (r.states / s / 1e3).toFixed(0) + "k/s", (r.transitions / s / 1e3).toFixed(0) + "k t/s", (r.bytes.states / r.states).toFixed(1) + " B");
}
