import { expect, it } from "vitest";
import { indexModel } from "../../src/model/lookup.ts";
import { modelOf } from "./resolving.ts";

const text = `import law from "canon"
function system politics {}
function system court like law { operation o(x: number) }
function system other { code a / b sensitive to s(x: number) operation o limit l blocks o when 1 > 2 expectation e: number = 1
  program p conditional on s, every step { otherwise -> a }
  program q conditional on s { otherwise -> a } }
environment city { q: number = 0 r: number = 0 event v }
coupling k between court and other { court.o -> other.s(x: x) }
coupling k2 between other and court {}
coupling k3 between city and other { other.o -> city { q := 1 q := 2 r := 1 } city.v -> other.s(x: 1) }
machine __proto__ { operation constructor }
`;
const index = indexModel(modelOf(text));

it("finds declarations by id", () => {
  expect(index.system("court")?.name).toBe("court");
  expect(index.environment("city")?.kind).toBe("environment");
  expect(index.coupling("k")?.kind).toBe("coupling");
  expect(index.declared("city")?.kind).toBe("environment");
  expect(index.system("city")).toBeUndefined();
  expect(index.declared("toString")).toBeUndefined();
});

it("finds parts by owner and name", () => {
  expect(index.operation("other", "o")?.name).toBe("o");
  expect(index.limit("other", "l")?.name).toBe("l");
  expect(index.sensitivity("other", "s")?.parameters).toHaveLength(1);
  expect(index.expectation("other", "e")?.mode).toBe("cognitive");
  expect(index.quantity("city", "q")?.name).toBe("q");
  expect(index.event("city", "v")?.name).toBe("v");
  expect(index.operation("other", "s")).toBeUndefined();
  expect(index.operation("__proto__", "constructor")?.name).toBe("constructor");
});

it("finds the programs on a sensitivity in the order of declaration", () => {
  expect(index.programsOn("other", "s").map(({ name }) => name)).toEqual(["p", "q"]);
  expect(index.programsOn("other", "o")).toEqual([]);
});

it("finds channels by what they come from and run into", () => {
  expect(index.channelsFrom("court", "o").map(({ coupling }) => coupling.name)).toEqual(["k"]);
  expect(index.channelsFrom("city", "v").map(({ coupling }) => coupling.name)).toEqual(["k3"]);
  expect(index.channelsInto("other", "s").map(({ coupling }) => coupling.name)).toEqual(["k", "k3"]);
});

it("finds a channel once that assigns to a quantity twice", () => {
  expect(index.channelsInto("city", "q")).toHaveLength(1);
  expect(index.channelsInto("city", "r")).toHaveLength(1);
});

it("finds couplings by those that they couple, in either order", () => {
  expect(index.couplingsOf("other").map(({ name }) => name)).toEqual(["k", "k2", "k3"]);
  expect(index.couplingsBetween("other", "court").map(({ name }) => name)).toEqual(["k", "k2"]);
  expect(index.couplingsBetween("court", "city")).toEqual([]);
});

it("knows which canonical system a system is", () => {
  expect(index.canonicalName("law")).toBe("law");
  expect(index.canonicalName("politics")).toBe("politics");
  expect(index.canonicalName("court")).toBe("law");
  expect(index.canonicalName("other")).toBeUndefined();
});
