/* One map of two models. */
import { describe, expect, it } from "vitest";
import { svgOfGraph } from "../../../src/embedding/svg_of_graph.ts";
import type { Comparison } from "../../../src/runs/comparison/compare.ts";
import { comparisonPicture } from "../../../src/views/pictures/comparison_picture.ts";
import type { Graph } from "../../../src/views/pictures/graph.ts";
import { toGraphJson } from "../../../src/views/pictures/graph_json.ts";
import { toMermaid } from "../../../src/views/pictures/mermaid.ts";
import { compared, market } from "../../runs/comparison/comparing.ts";
import { graphValidator } from "../../support/json-schema.ts";
import { files, governance } from "../comparison/showing.ts";

const valid = graphValidator();

function picture(comparison: Comparison): Graph {
  return comparisonPicture(comparison, files);
}

/** `economy changed`, of what has a mark. */
function marked({ nodes }: Graph): readonly string[] {
  return nodes.flatMap(({ title, mark }) => (mark === undefined ? [] : [`${title} ${mark.kind}`]));
}

function markedLines({ nodes, edges }: Graph): readonly string[] {
  const titles = new Map(nodes.map(({ id, title }) => [id, title]));
  return edges.flatMap(({ from, to, mark, label }) =>
    mark === undefined ? [] : [`${titles.get(from)} → ${titles.get(to)} ${mark.kind}: ${label.join("; ")}`],
  );
}

describe("the map of two models", () => {
  it("marks what is in one alone, and what is otherwise", () => {
    const graph = picture(governance());
    expect(marked(graph)).toEqual([
      "economy changed",
      "politics changed",
      "law changed",
      "residents' committee removed",
      "compound removed",
      "filing removed",
      "instructions removed",
      "licences removed",
      "streets removed",
      "petitions removed",
      "constitution added",
      "property added",
      "repair added",
      "elections added",
    ]);
    expect(markedLines(graph)).toContain("politics → constitution added: bill → enacted when tolerated < 10");
    expect(graph.description).toMatch(
      /^7 boxes and 14 lines only in old_governance, 4 boxes and 12 lines only in governance/u,
    );
    expect(valid(JSON.parse(toGraphJson(graph)))).toEqual([]);
  });

  it("says on a line that both have what it carries in each", () => {
    const stricter = market({ channel: "law.judgment -> economy.cost(amount: cost) when cost > 10" });
    expect(markedLines(picture(compared(market(), stricter)))).toEqual([
      "law → contract changed: − judgment → cost when cost > 0; + judgment → cost when cost > 10",
    ]);
  });

  it("marks nothing where nothing but words is otherwise", () => {
    const other = market().replace("model market", `model market "A market"`);
    const graph = picture(compared(market(), other));
    expect([...marked(graph), ...markedLines(graph)]).toEqual([]);
  });

  it("tells by signs and strokes what it tells by colours", async () => {
    const graph = picture(governance());
    const svg = await svgOfGraph(graph);
    expect(svg).toContain("only in old_governance: dashed");
    const mermaid = toMermaid(graph);
    for (const words of ["only in the first", "only in the second", "otherwise in each"])
      expect(mermaid.replace(/#\d+;/gu, " ")).toContain(words);
  });
});
