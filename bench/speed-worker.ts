/* One task of `speed.ts` in a process of its own: prints its time in milliseconds, or the peak of memory in MB. */
import { check, parse } from "../src/index.ts";
import { parseByHand } from "./hand-parser.ts";
import { largeModel } from "./large-model.ts";

const [task, size] = process.argv.slice(2);
const lines = Number(size);
const source = { name: "model.sys", text: largeModel(lines) };

function perform(): unknown {
  if (task === "hand") return parseByHand(source);
  return task === "parse" ? parse(source) : check(source);
}

if (task === "memory") {
  check(source);
  // Kilobytes, on every system that Node runs on.
  console.log(process.resourceUsage().maxRSS / 1000);
} else {
  const times: number[] = [];
  const repetitions = lines > 50_000 ? 8 : lines > 5_000 ? 30 : 150;
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    const begin = performance.now();
    perform();
    times.push(performance.now() - begin);
  }
  const later = times.slice(times.length >> 1).sort((a, b) => a - b);
  console.log(later[later.length >> 1]);
}
