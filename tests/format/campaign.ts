/*
 * The campaign of the formatter: 10,000 generated models with comments strewn among their words, as many texts drawn from
 * the grammar, and every example, each in five widths. `npm run campaign:format`, or with a number of models and a seed:
 * `npm run campaign:format -- 1000 42`. It ends with the first that fails, made as small as can be.
 */
import fc from "fast-check";
import { runnableModel } from "../engine/generated_models.ts";
import { exampleFiles, exampleModels } from "../support/examples.ts";
import { faultOf, gapOf, strewn } from "../support/layout.ts";
import { choices, sentence } from "../support/sentence.ts";

const widths = [40, 60, 80, 110, 200];
const [models = 10_000, seed = Date.now() % 1_000_000] = process.argv.slice(2).map(Number);
const begun = Date.now();

function told(what: string, count: number): void {
  const seconds = Math.round((Date.now() - begun) / 1000);
  console.log(
    `${what}: ${count.toLocaleString("en")} in ${widths.length} widths, without a fault (${seconds} s)`,
  );
}

/** Holds a property; every thousandth is told, so that one sees it go on. */
function campaign(what: string, texts: fc.Arbitrary<string>): void {
  let count = 0;
  const property = fc.property(texts, (text) => {
    const fault = faultOf(text, widths);
    if (fault !== undefined) throw new Error(fault);
    count += 1;
    if (count % 1000 === 0) told(what, count);
  });
  fc.assert(property, { numRuns: models, seed });
  told(what, count);
}

console.log(`seed ${seed}`);
for (const path of exampleModels) {
  const fault = faultOf(exampleFiles.get(path) ?? "", widths);
  if (fault !== undefined) throw new Error(`${path}: ${fault}`);
}
told("examples", exampleModels.length);
campaign(
  "models",
  fc.tuple(runnableModel, choices).map(([text, choose]) => strewn(text, choose, 40)),
);
campaign(
  "texts of the grammar",
  fc.tuple(choices, fc.nat(3)).map(([choose, rarity]) =>
    sentence({ kind: "rule", name: "model" }, choose, 0)
      .map((word) => word + gapOf(choose, rarity))
      .join(""),
  ),
);
