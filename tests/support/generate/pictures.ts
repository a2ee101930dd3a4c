/* The pictures of the examples, and the page that shows them. */
import { check, compare, memoryHost, prepare, run } from "../../../src/index.ts";
import { svgOfGraph } from "../../../src/embedding/svg_of_graph.ts";
import { comparisonPicture } from "../../../src/views/pictures/comparison_picture.ts";
import { mapOf } from "../../../src/views/pictures/map.ts";
import { drawSequence } from "../../../src/views/pictures/run/sequence.ts";
import { exampleFiles, exampleModels } from "../examples.ts";

function checked(name: string) {
  return check({ name, text: exampleFiles.get(name) ?? "" }, { host: memoryHost(exampleFiles) });
}

/** `house_prices/price_cap.sys` → `price_cap` */
function shortName(name: string): string {
  return name.replace(/^.*\/|\.sys$/g, "");
}

/** The map of each example, by the file that it goes to. */
export const maps: readonly { readonly path: string; readonly make: () => Promise<string> }[] =
  exampleModels.map((name) => ({
    path: `docs/pictures/${shortName(name)}.svg`,
    make: () => svgOfGraph(mapOf(checked(name).model)),
  }));

/** What came of the law, where the decree is noise. */
export function lawPicture(): string {
  const prepared = prepare(checked("house_prices/price_cap.sys"));
  return drawSequence(run(prepared, { scenario: "reflexive_law" }));
}

/** The old and the new governance on one map, for the page on comparing. */
export function comparedPicture(): Promise<string> {
  const names = { first: "governance/old_governance.sys", second: "governance/governance.sys" };
  const comparison = compare(prepare(checked(names.first)), prepare(checked(names.second)));
  return svgOfGraph(comparisonPicture(comparison, names));
}

export function picturesPage(): string {
  const entries = exampleModels.map((name) => {
    const title = checked(name).model.label ?? shortName(name);
    return `## ${title}\n\n[\`examples/${name}\`](../examples/${name})\n\n![The map of ${shortName(name)}](pictures/${shortName(name)}.svg)\n`;
  });
  return `# The examples as maps

This page is written by \`npm run generate\`. Each picture is what \`niklas draw FILE\` makes of a model: its systems with code and medium,
the couplings between them, and what these carry. [\`niklas draw\`](command-line.md#niklas-draw) has more views: what can irritate what,
the findings of the checks, and the course of a run.

${entries.join("\n")}`;
}
