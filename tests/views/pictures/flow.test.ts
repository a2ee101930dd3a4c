import { describe, expect, it } from "vitest";
import { modelOf } from "../../../bench/draw_model.ts";
import { drawGraph } from "../../../src/views/pictures/draw_graph.ts";
import { layOut, type LayoutEngine } from "../../../src/views/pictures/layout.ts";
import { edgesTold, flowOfText, nodeTitled, told } from "./drawing.ts";
import { elementsOf } from "./svg_parts.ts";

const failing: LayoutEngine = () => {
  throw new Error("no engine");
};

const town = `
function system politics {
  code government / opposition
  operation bill(fine: number)
}
function system law "Recht" {
  code lawful / unlawful
  sensitive to enacted(fine: number)
  operation judgment(fine: number)
  operation dismissal
  expectation limit: number = 3 normative
  expectation record: number = 0
  program legislation conditional on enacted amends limit {
    when fine > limit -> lawful { emit judgment(fine: fine) limit := fine }
    otherwise -> unlawful { emit dismissal }
  }
  limit restraint blocks judgment when record > 3
}
function system economy {
  code payment / non_payment
  sensitive to cost(fine: number)
  operation payment_made
  program accounting conditional on cost { otherwise -> payment { emit payment_made } }
}
environment river { level: number = 1 }
coupling constitution between politics and law { politics.bill -> law.enacted(fine: fine) }
coupling contract between law and economy { law.judgment -> economy.cost(fine: fine) }
coupling sewage between economy and river { economy.payment_made -> river { level := level + 1 } }
`;

const back = `coupling gauge between river and law { river.level -> law.enacted(fine: level) }`;

describe("a flow", () => {
  it("has what can be set off in groups by owner", () => {
    const flow = flowOfText(town);
    expect(flow.groups.map(({ title }) => title)).toEqual(["politics", "Recht", "economy", "river"]);
    expect(nodeTitled(flow, "enacted")).toMatchObject({ kind: "sensitivity", group: flow.groups[1]?.id });
    expect(nodeTitled(flow, "bill")?.kind).toBe("operation");
    expect(nodeTitled(flow, "limit")?.kind).toBe("expectation");
    expect(nodeTitled(flow, "level")?.kind).toBe("quantity");
  });

  it("folds a channel into a line with the name of its coupling", () => {
    expect(edgesTold(flowOfText(town))).toContain("bill ─channel→ enacted: constitution");
  });

  it("folds a decision into a line where one leads to one, with the name of the program", () => {
    expect(edgesTold(flowOfText(town))).toContain("cost ─follows→ payment_made: accounting");
    expect(nodeTitled(flowOfText(town), "accounting")).toBeUndefined();
  });

  it("keeps a decision that several lead to and that leads to several, named once", () => {
    const flow = flowOfText(town);
    expect(nodeTitled(flow, "legislation")?.kind).toBe("decision");
    expect(edgesTold(flow).filter((line) => line.includes("legislation"))).toEqual([
      "enacted ─follows→ legislation",
      "limit ─reading→ legislation",
      "legislation ─follows→ judgment",
      "legislation ─follows→ limit",
      "legislation ─follows→ dismissal",
    ]);
  });

  it("tells what is only read, and by which limit something is blocked", () => {
    expect(edgesTold(flowOfText(town))).toContain("record ─reading→ judgment: limit restraint");
  });

  it("keeps the decision that time sets off, and says when", () => {
    const flow = flowOfText(`organization office {
      operation report
      program yearly conditional on every 12 steps { otherwise -> undecided { emit report } }
    }`);
    expect(nodeTitled(flow, "yearly")?.lines).toEqual(["every 12 steps"]);
  });

  it("marks the circles if no way is asked for, and says them", () => {
    const flow = flowOfText(`${town}${back}`);
    const marked = flow.nodes.filter(({ mark }) => mark?.kind === "circle").map(({ title }) => title);
    expect(marked.sort()).toEqual(["cost", "enacted", "judgment", "legislation", "level", "payment_made"]);
    const lines = flow.edges.filter(({ mark }) => mark?.kind === "circle");
    expect(lines).toHaveLength(6);
    expect(flow.description).toContain("A circle: ");
    expect(flow.legend.some(({ of }) => "mark" in of && of.mark === "circle")).toBe(true);
    expect(flowOfText(town).nodes.every(({ mark }) => mark === undefined)).toBe(true);
  });
});

describe("what stands under the title of a flow", () => {
  it("is which circles there are, so that it can be seen without reading the description", () => {
    const { said, description } = flowOfText(`${town}${back}`);
    expect(said).toHaveLength(1);
    expect(said?.[0]).toMatch(/^A circle: .*river\.level/u);
    expect(description).toContain(said?.[0]);
  });

  it("is that there is none, and who irritates each other in turn all the same", () => {
    expect(flowOfText(town).said).toEqual(["No circle: nothing comes back to what has set it off."]);
    const answered = `coupling answer between law and politics { law.dismissal -> politics.defeat }
      extend politics { sensitive to defeat }`;
    expect(flowOfText(`${town}${answered}`).said).toEqual([
      "No circle, though politics and Recht can irritate each other in turn: nothing comes back to what has set it off.",
    ]);
  });

  it("is the way that was asked for, and what every such way passes", () => {
    const { said } = flowOfText(town, { from: "politics", to: "river" });
    expect(said?.[0]).toMatch(/^Highlighted is a shortest way from politics to river: /u);
    expect(said?.[1]).toMatch(/^Every such way passes /u);
    expect(flowOfText(town, { from: "river", to: "politics" }).said).toEqual([
      "No way leads from river to politics.",
    ]);
  });

  it("is drawn, for each circle and way", () => {
    const graph = flowOfText(`${town}${back}`);
    const texts = elementsOf(drawGraph(graph, layOut(graph, failing))).filter(({ name }) => name === "text");
    expect(texts.map(({ text }) => text).join(" ")).toContain(graph.said?.[0]);
  });
});

describe("a way in a flow", () => {
  const twoWays = `${town}
    coupling lobby between politics and economy { politics.bill -> economy.cost(fine: fine) }
    coupling ban between politics and river { politics.bill -> river { level := 0 } }`;

  it("is highlighted, with what all ways pass", () => {
    const flow = flowOfText(town, { from: "politics", to: "river" });
    const marks = new Map(flow.nodes.map(({ title, mark }) => [title, mark?.kind]));
    expect(marks.get("legislation")).toBe("way");
    expect(marks.get("judgment")).toBe("bottleneck");
    expect(marks.get("dismissal")).toBeUndefined();
    expect(flow.edges.filter(({ mark }) => mark !== undefined).map((edge) => told(flow, edge))).toEqual([
      "bill ─channel→ enacted: constitution",
      "enacted ─follows→ legislation",
      "judgment ─channel→ cost: contract",
      "legislation ─follows→ judgment",
      "cost ─follows→ payment_made: accounting",
      "payment_made ─channel→ level: sewage",
    ]);
    expect(flow.description).toContain(
      "Every such way passes Recht, economy, constitution, contract and sewage.",
    );
  });

  it("is the shortest of several, and what only some pass is no bottleneck", () => {
    const flow = flowOfText(twoWays, { from: "politics", to: "economy" });
    const kinds = new Map(flow.edges.map((edge) => [told(flow, edge), edge.mark?.kind]));
    expect(kinds.get("bill ─channel→ cost: lobby")).toBe("way");
    expect(kinds.get("judgment ─channel→ cost: contract")).toBeUndefined();
    expect(nodeTitled(flow, "judgment")?.mark).toBeUndefined();
  });

  it("that is not there is said not to be there", () => {
    const flow = flowOfText(town, { from: "river", to: "law" });
    expect(flow.description).toContain("No way leads from river to");
    expect(flow.nodes.every(({ mark }) => mark === undefined)).toBe(true);
  });
});

describe("a flow that is looked at in part", () => {
  it("shows all of one system and its nearest", () => {
    const flow = flowOfText(town, { focus: "economy" });
    expect(flow.nodes.map(({ title }) => title)).toEqual(["judgment", "cost", "payment_made", "level"]);
  });

  const star = (rays: number): string => {
    const numbers = [...Array(rays).keys()];
    return `
      ${numbers.map((number) => `organization s${number} { sensitive to x operation y operation z operation w operation v operation u }`).join("\n")}
      ${numbers
        .slice(1)
        .map(
          (number) =>
            `coupling c${number} between s0 and s${number} { s0.y -> s${number}.x s0.z -> s${number}.x }`,
        )
        .join("\n")}`;
  };

  it("shows who irritates whom when it is too large, and says so", () => {
    const flow = flowOfText(star(30));
    expect(flow.nodes).toHaveLength(30);
    expect(edgesTold(flow)[0]).toBe("s0 ─channel→ s1: c1");
    expect(flow.said?.[0]).toBe(
      "Who can irritate whom, of 30 owners, since the model is too large to show each thing.",
    );
    expect(flow.description).toContain(flow.said?.[0]);
  });

  it("has those that irritate each other most in one box when they are too many, and leaves none out", () => {
    const flow = flowOfText(modelOf(120, 240));
    const boxes = flow.nodes.filter(({ kind }) => kind === "cluster");
    expect(flow.nodes.length).toBeLessThanOrEqual(41);
    const members = boxes.reduce((sum, { lines }) => sum + Number(/^\d+/u.exec(lines[0] ?? "")?.[0]), 0);
    expect(members + flow.nodes.length - boxes.length).toBe(120);
    expect(flow.said?.join(" ")).toContain("all 120 would be too many to be told apart");
    expect(flow.said?.join(" ")).toContain("niklas draw --view flow --focus NAME");
  });

  it("shows only what lies on the way when one is asked for, and says of how many", () => {
    const { said, nodes, edges } = flowOfText(modelOf(120, 240), { from: "system_0", to: "system_2" });
    expect(nodes.length).toBeLessThan(30);
    expect(nodes.every(({ mark }) => mark?.kind === "way" || mark?.kind === "bottleneck")).toBe(true);
    expect(said?.at(-1)).toBe(`Only what lies on the way is shown: ${nodes.length} of 120 owners.`);
    expect(edges.some(({ mark }) => mark !== undefined)).toBe(true);
  });
});
