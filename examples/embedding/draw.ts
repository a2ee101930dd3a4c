/*
 * A host that shows what a model is and does: from a string it makes its map, the picture of a run, and a report as one page that
 * can be opened, sent or handed in.
 *
 *     npx tsx examples/embedding/draw.ts [FOLDER]
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { check, checks, prepare, run } from "niklas";
import { drawSeries, mapOf, picturesOf, toMermaid, toSvg } from "niklas/pictures";
import { htmlReport } from "niklas/report";

const model = `model canteen "A canteen that cools its soup"

environment kitchen {
  temperature: number in -20..120 "°C" = 70
}

machine cooler {
  function "keep soup from spoiling"
  code too_warm / cool_enough
  sensitive to reading(degrees: number)
  operation cool
  program watch conditional on reading {
    when degrees > 7 -> too_warm { emit cool }
    otherwise -> cool_enough
  }
}

coupling probe between kitchen and cooler {
  kitchen.temperature -> cooler.reading(degrees: temperature)
}

coupling pipe between cooler and kitchen {
  cooler.cool -> kitchen { temperature := temperature - 20 }
}

scenario noon {
  change kitchen.temperature to 90
  run
  expect cooler designates cool_enough
}
`;

const checked = check({ name: "canteen.sys", text: model });
const prepared = prepare(checked);
const noon = run(prepared, { scenario: "noon" });

// One picture, in whatever form it is wanted.
const map = mapOf(checked.model);
const pictures = await picturesOf(checked, [noon]);
const files = new Map([
  ["map.svg", await toSvg(map)],
  ["map.mmd", toMermaid(map)],
  ["noon.svg", drawSeries(noon)],
  // All of it on one page.
  ["report.html", htmlReport({ prepared, results: [noon], pictures, checks })],
]);

const [folder] = process.argv.slice(2);
for (const [name, text] of files) {
  const [title = ""] = /(?<=<title>)[^<]*/.exec(text) ?? [];
  console.log(`${name}: ${title || text.split("\n")[0]}`);
  if (folder === undefined) continue;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), text);
}
