import { describe, expect, it } from "vitest";
import { modelOf } from "../../../bench/draw_model.ts";
import { clustersOf } from "../../../src/views/pictures/clusters.ts";
import { mapOf } from "../../../src/views/pictures/map.ts";
import { exampleModels } from "../../support/examples.ts";
import { checked, checkedExample, edgesTold, mapOfText, nodeTitled, picturesOf } from "./drawing.ts";

const town = `
import law, economy, science from "canon"
society modern "Moderne" differentiated by function
extend law {
  sensitive to enacted(fine: number)
  operation judgment(fine: number)
}
function system politics "Politik" within modern {
  code government / opposition
  medium power
  operation bill(fine: number)
  operation decree(fine: number)
}
organization court "Gericht" within law, modern
interaction hearing within court
coupling constitution "Verfassung" between politics and law {
  politics.bill -> law.enacted(fine: fine) when fine > 0 and not (fine > 10 or fine = 5) after 2 steps
  politics.decree -> law.enacted(fine: fine) with chance 50% at most 3 per step
}
coupling tax between economy and politics {}
environment river { level: number = 1 event flood }
population people of 300_000 {
  included in law as party
  included in politics as voter
  mood: number = 1
}
`;

describe("a map", () => {
  it("has the systems the model uses, with their code and medium, and not those it only imports", () => {
    const map = mapOfText(town);
    expect(nodeTitled(map, "law")).toMatchObject({
      kind: "function system",
      lines: ["code lawful / unlawful", "medium legal validity"],
    });
    expect(nodeTitled(map, "economy")).toBeDefined();
    expect(nodeTitled(map, "science")).toBeUndefined();
    expect(nodeTitled(map, "Gericht")?.kind).toBe("organization");
  });

  it("calls things by their labels", () => {
    const map = mapOfText(town);
    expect(nodeTitled(map, "Politik")).toBeDefined();
    expect(nodeTitled(map, "politics")).toBeUndefined();
  });

  it("has each coupling as a node of its own, with its channels in the words of the language", () => {
    const map = mapOfText(town);
    expect(nodeTitled(map, "Verfassung")?.kind).toBe("coupling");
    expect(edgesTold(map)).toContain(
      "Politik ─channel→ Verfassung: bill → enacted when fine > 0 and not (fin… after 2 steps | decree → enacted with chance 50% at most 3 per step",
    );
    expect(edgesTold(map)).toContain("Verfassung ─channel→ law");
    expect(edgesTold(map)).not.toContain("law ─channel→ Verfassung");
  });

  it("draws the side of a coupling that has no channel as a line without a direction", () => {
    const lines = edgesTold(mapOfText(town)).filter((line) => line.includes("tax"));
    expect(lines).toEqual(["economy ─couples→ tax", "Politik ─couples→ tax"]);
  });

  it("puts what is within a society in its group, and joins organizations to the systems they take part in", () => {
    const map = mapOfText(town);
    const [society] = map.groups;
    expect(society?.title).toBe("Moderne");
    expect(nodeTitled(map, "Politik")?.group).toBe(society?.id);
    expect(nodeTitled(map, "hearing")?.group).toBe(society?.id);
    expect(nodeTitled(map, "people")?.group).toBeUndefined();
    expect(edgesTold(map)).toContain("Gericht ─within→ law");
    expect(edgesTold(map)).toContain("hearing ─within→ Gericht");
  });

  it("includes populations by roles", () => {
    const map = mapOfText(town);
    expect(nodeTitled(map, "people")?.lines).toEqual(["of 300,000", "mood"]);
    expect(edgesTold(map)).toContain("people ─inclusion→ law: party");
  });

  it("says what it shows, for whoever cannot see it", () => {
    const { title, description } = mapOfText(`model town "Eine Stadt" ${town}`);
    expect(title).toBe("Eine Stadt: map");
    expect(description).toBe(
      "5 systems, 2 couplings, 1 environment and 1 population: Verfassung (Politik → law); tax (economy and Politik, without channels).",
    );
  });

  it("has in its legend what occurs and nothing else", () => {
    const { legend } = mapOfText(town);
    expect(legend.map(({ of }) => Object.values(of)[0])).toEqual([
      "function system",
      "organization",
      "interaction",
      "environment",
      "population",
      "coupling",
      "channel",
      "couples",
      "within",
      "inclusion",
    ]);
  });

  it("shows four channels of a direction and counts the others", () => {
    const names = ["a", "b", "c", "d", "e", "f"];
    const map = mapOfText(`
      organization one { ${names.map((name) => `operation ${name}`).join(" ")} }
      organization two { ${names.map((name) => `sensitive to ${name}`).join(" ")} }
      coupling between_them between one and two { ${names.map((name) => `one.${name} -> two.${name}`).join(" ")} }`);
    expect(map.edges[0]?.label).toEqual(["a → a", "b → b", "c → c", "d → d", "and 2 more"]);
  });

  it("uses all of a model that uses nothing of its own", () => {
    expect(nodeTitled(mapOfText('import law from "canon"'), "law")).toBeDefined();
  });
});

/** A chain of organizations, each coupled with the next. */
function chain(length: number): string {
  const numbers = [...Array(length).keys()];
  const systems = numbers.map(
    (number) => `organization s${number} { code a / b medium m sensitive to x operation y }`,
  );
  const couplings = numbers
    .slice(1)
    .map(
      (number) =>
        `coupling c${number} between s${number - 1} and s${number} { s${number - 1}.y -> s${number}.x when step > 3 }`,
    );
  return [...systems, ...couplings].join("\n");
}

describe("a map of one system", () => {
  it("shows what is so many couplings away, and counts who is left out on each side", () => {
    const map = mapOfText(chain(9), { focus: "s4", depth: 1 });
    const systems = map.nodes.filter(({ kind }) => kind === "organization").map(({ title }) => title);
    expect(systems).toEqual(["s3", "s4", "s5"]);
    expect(
      map.nodes.filter(({ kind }) => kind === "more").map(({ title, lines }) => [title, ...lines]),
    ).toEqual([
      ["1 more", "that can irritate what is shown"],
      ["1 more", "that what is shown can irritate"],
    ]);
    expect(edgesTold(map)).toContain("1 more ─channel→ s3");
    expect(map.description).toContain(
      "Shown is what is at most 1 coupling away from s4; 6 others are left out. niklas draw --depth 2 shows more.",
    );
  });

  it("shows more with more depth, and all without a focus that is there", () => {
    const systemsWith = (depth: number): number =>
      mapOfText(chain(9), { focus: "s4", depth }).nodes.filter(({ kind }) => kind === "organization").length;
    expect(systemsWith(2)).toBe(5);
    expect(systemsWith(0)).toBe(1);
    expect(mapOfText(chain(9), { focus: "nobody" }).nodes).toHaveLength(17);
  });

  it("can have a coupling in its middle", () => {
    const map = mapOfText(chain(9), { focus: "c1", depth: 0 });
    expect(map.nodes.map(({ title }) => title).slice(0, 3)).toEqual(["s0", "s1", "c1"]);
  });
});

describe("a large map", () => {
  it("leaves out media and conditions, and says so", () => {
    const map = mapOfText(chain(30));
    expect(nodeTitled(map, "s0")?.lines).toEqual(["code a / b"]);
    expect(map.edges[0]?.label).toEqual(["y → x"]);
    expect(map.description).toContain("Media and the conditions of channels are left out");
  });

  it("has couplings as names on lines when it is larger, and groups what is of one kind", () => {
    const map = mapOfText(`${chain(33)} population p of 2 {} population q of 2 {}`);
    expect(map.groups.map(({ title }) => title)).toEqual(["33 organizations", "2 populations"]);
    expect(edgesTold(map)).toContain("s1 ─channel→ s2: c2");
    expect(map.nodes).toHaveLength(35);
    expect(map.said).toEqual([
      "Codes, media and channels are left out, and couplings are names on lines, since the model is large.",
    ]);
    expect(map.description).toContain(map.said?.[0]);
  });

  it("has what is coupled closely in one box when it is very large, and leaves nothing out", () => {
    const model = checked(`${chain(200)} population p of 2 {} population q of 2 {}`).model;
    const map = mapOf(model);
    const boxes = map.nodes.filter(({ kind }) => kind === "cluster");
    expect(boxes.length).toBeGreaterThan(5);
    expect(boxes.length).toBeLessThanOrEqual(40);
    const members = boxes.map(({ lines }) => Number(/^(\d+) organizations$/u.exec(lines[0] ?? "")?.[1]));
    const among = boxes.map(({ lines }) => Number(/^(\d+) couplings among them$/u.exec(lines[1] ?? "")?.[1]));
    const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0);
    expect(sum(members)).toBe(200);
    // Each coupling of the chain is among those of one box, or a line of its own.
    expect(sum(among) + map.edges.length).toBe(199);
    expect(map.nodes.filter(({ kind }) => kind === "population").map(({ title }) => title)).toEqual([
      "p",
      "q",
    ]);
    expect(map.said?.join(" ")).toContain("all 202 would be too many to be told apart");
    expect(map.said?.join(" ")).toContain("niklas draw --focus NAME");
  });

  it("draws no more lines than can be followed, and says of how many", () => {
    const map = mapOf(checked(modelOf(400, 1600)).model);
    expect(map.edges).toHaveLength(80);
    expect(map.said?.at(-1)).toMatch(
      /^Of \d{3} lines between the boxes only the 80 are drawn that stand for the most couplings\.$/u,
    );
  });

  it("shows in a box of its own what is looked at", () => {
    const map = mapOfText(chain(200), { focus: "s100", depth: 60 });
    expect(map.nodes.some(({ kind }) => kind === "cluster")).toBe(true);
    expect(nodeTitled(map, "s100")?.kind).toBe("organization");
  });
});

describe("clusters", () => {
  const pairs = (text: string): readonly (readonly string[])[] => text.split(" ").map((pair) => [...pair]);

  it("are what is coupled more closely with each other than with the rest", () => {
    const { clusters, rest } = clustersOf([..."abcdefgh"], pairs("ab bc ca cd de ef fd"));
    expect(clusters.map((ids) => [...ids].sort().join(""))).toEqual(["abc", "def", "g", "h"]);
    expect(rest).toEqual([]);
  });

  it("are named by those with the most couplings, and leave alone what is to stand alone", () => {
    expect(clustersOf([..."abcd"], pairs("ab cb db")).clusters[0]?.[0]).toBe("b");
    const { clusters } = clustersOf([..."abcd"], pairs("ab cb db ac"), new Set(["b"]));
    expect(clusters).toContainEqual(["b"]);
  });

  it("are no more than can be told apart", () => {
    const things = [...Array(300).keys()].map(String);
    const two = things.slice(150).map((id, index) => [id, String(index)]);
    const { clusters, rest } = clustersOf(things, two);
    expect(clusters).toHaveLength(40);
    expect(rest).toHaveLength(220);
    const star = clustersOf(
      things,
      things.slice(1).map((id) => ["0", id]),
    );
    expect(star.clusters.length).toBeLessThanOrEqual(40);
    expect([...star.clusters.flat(), ...star.rest].sort()).toEqual([...things].sort());
  });
});

describe("every example", () => {
  it.each(exampleModels)("%s has pictures whose edges have both ends and whose ids are ours", (name) => {
    const pictures = picturesOf(checkedExample(name));
    expect(pictures).toHaveLength(3);
    for (const { nodes, edges, groups, description } of pictures) {
      const ids = new Set(nodes.map(({ id }) => id));
      const groupIds = new Set(groups.map(({ id }) => id));
      expect(ids.size).toBe(nodes.length);
      expect(nodes.length).toBeGreaterThan(1);
      expect(edges.length).toBeGreaterThan(1);
      for (const id of [...ids, ...groupIds]) expect(id).toMatch(/^[ng]\d+$/);
      for (const { from, to } of edges) expect([ids.has(from), ids.has(to)]).toEqual([true, true]);
      for (const { group } of nodes) if (group !== undefined) expect(groupIds.has(group)).toBe(true);
      expect(description).not.toBe("");
    }
  });

  it("has the same pictures each time", () => {
    const name = "house_prices/house_prices.sys";
    expect(picturesOf(checkedExample(name))).toEqual(picturesOf(checkedExample(name)));
  });
});
