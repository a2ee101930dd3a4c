import { describe, expect, it } from "vitest";
import { checkOfText, nodeTitled, told } from "./drawing.ts";

const town = `
function system politics { code government / opposition function "f" operation bill }
function system law "Recht" { code lawful / unlawful sensitive to enacted }
coupling constitution between politics and law { politics.bill -> law.enacted }
organization court within law { sensitive to suit }
`;

function missingIn(text: string): readonly (readonly [string, unknown])[] {
  const graph = checkOfText(text);
  return graph.edges.filter(({ kind }) => kind === "missing").map((edge) => [told(graph, edge), edge.mark]);
}

describe("the findings on a map", () => {
  it("draw a perturbation that no coupling carries, with what it would carry and what is said of it", () => {
    const [missing, ...others] = missingIn(`${town}
      scenario s { perturb court from politics with bill run }`);
    expect(others).toEqual([]);
    expect(missing?.[0]).toBe("politics ─missing→ court: bill");
    expect(missing?.[1]).toMatchObject({ kind: "finding", severity: "error" });
    expect(
      checkOfText(`${town} scenario s { perturb court from politics with bill run }`).description,
    ).toContain("1 perturbation would cross a boundary without a coupling.");
  });

  it("draw it once for several steps, wherever they stand", () => {
    const missing = missingIn(`${town}
      scenario s { perturb court from politics with bill run repeat 2 times { perturb court from politics with bill run } }`);
    expect(missing.map(([line]) => line)).toEqual(["politics ─missing→ court: bill"]);
  });

  it("draw no line for a perturbation that a coupling carries", () => {
    expect(missingIn(`${town} scenario s { perturb law from politics with bill run }`)).toEqual([]);
  });

  it("draw a perturbation between systems of the canon that nothing else speaks of", () => {
    const [missing] = missingIn(`import law, art from "canon"
      extend art { operation exhibition }
      scenario s { perturb law from art with exhibition run }`);
    expect(missing?.[0]).toBe("art ─missing→ law: exhibition");
  });

  it("mark the system of which they speak, with the gravest severity and a short text", () => {
    const mark = nodeTitled(
      checkOfText(`function system law { code lawful / unlawful / other function "f" }`),
      "law",
    )?.mark;
    expect(mark).toMatchObject({ kind: "finding" });
    if (mark?.kind !== "finding") return;
    expect(mark.texts.length).toBeGreaterThan(1);
    expect(mark.texts.join("")).not.toContain("`");
    for (const text of mark.texts) expect(text.length).toBeLessThanOrEqual(72);
  });

  it("mark the system that an `extend` extends, where its body is", () => {
    const graph = checkOfText(
      `import law from "canon" extend law { sensitive to x program p conditional on x { when nothing > 3 -> lawful otherwise -> unlawful } }`,
    );
    expect(nodeTitled(graph, "law")?.mark).toMatchObject({ severity: "error" });
  });

  it("mark the line of a channel", () => {
    const graph = checkOfText(
      `${town} coupling tax between politics and law { politics.bill -> law.enacted when nothing > 3 }`,
    );
    const marked = graph.edges.filter(({ mark }) => mark?.kind === "finding" && mark.severity === "error");
    expect(marked.map((edge) => told(graph, edge))).toEqual([
      "politics ─channel→ tax: bill → enacted when ? > 3",
    ]);
  });

  it("mark a society with a box of its own", () => {
    const graph =
      checkOfText(`society one differentiated by function society two differentiated by function ${town}
      movement m within one {} movement n within two {}`);
    const societies = graph.nodes.filter(({ kind }) => kind === "society");
    expect(societies.length).toBeGreaterThan(0);
    for (const { group, mark } of societies) {
      expect(group).toBeDefined();
      expect(mark?.kind).toBe("finding");
    }
  });

  it("mark the box of many on which they are, when the map is very large", () => {
    const systems = [...Array(80).keys()].map((number) => `organization s${number} { operation y }`);
    // Of a model with an error it is not said what is missing.
    const wrong = checkOfText(`${systems.join("\n")}
      organization last { sensitive to x program p conditional on x { when nothing > 3 -> undecided } }`);
    const marked = wrong.nodes.find(({ kind }) => kind === "more");
    expect(marked?.mark).toMatchObject({ kind: "finding", severity: "error" });
    const graph = checkOfText(`${systems.join("\n")}
      organization last { sensitive to x }
      scenario s { perturb last from s0 with y run }`);
    const more = graph.nodes.find(({ kind }) => kind === "more");
    const [missing] = graph.edges.filter(({ kind }) => kind === "missing");
    expect(missing && told(graph, missing)).toBe(`s0 ─missing→ ${more?.title ?? "?"}: y`);
  });

  it("that speak of nothing on the map are counted", () => {
    const { description } = checkOfText(`${town} import nothing from "nowhere"`);
    expect(description).toMatch(/\d findings? speaks? of nothing that is on the map/);
  });

  it("are none where the checks found nothing", () => {
    const graph = checkOfText("");
    expect(graph.description).toContain("The checks found nothing.");
    expect(graph.edges).toEqual([]);
  });
});
