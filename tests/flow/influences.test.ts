import { expect, test } from "vitest";
import { influences } from "../../src/flow/influences.ts";
import { chain, priceCap, read } from "./texts.ts";

test("influences go from one to the other through couplings, each pair once", () => {
  const { flow, index } = read(
    chain(
      ["a", "b"],
      `coupling one between a and b { a.y -> b.x b.y -> a.x a.y -> b.x when step > 1 }
       coupling two between a and b { a.y -> b.x }`,
    ),
  );
  const found = influences(flow, index).influences;
  expect(found.map(({ from, to, couplings, channels }) => [from, to, couplings, channels.length])).toEqual([
    ["a", "b", ["one", "two"], 3],
    ["b", "a", ["one"], 1],
  ]);
});

test("what no channel joins falls into parts, and what no coupling knows is isolated", () => {
  const { flow, index } = read(
    chain(
      ["a", "b", "c", "d", "e", "f"],
      `coupling ab between b and a { b.y -> a.x }
       coupling cd between c and d { c.y -> d.x }
       coupling empty between a and e { }`,
    ),
  );
  const { parts, isolated, members } = influences(flow, index);
  expect(members).toEqual(["a", "b", "c", "d", "e", "f"]);
  expect(parts).toEqual([["a", "b"], ["c", "d"], ["e"]]);
  expect(isolated).toEqual(["f"]);
});

test("law has the whole share of the ways between politics and the economy", () => {
  const { flow, index } = read(priceCap);
  expect(influences(flow, index).shares).toEqual(
    new Map([
      ["politics", 0],
      ["law", 1],
      ["economy", 0],
    ]),
  );
});

test("a hub has the larger share, and ways that are equally short are shared", () => {
  const { flow, index } = read(
    chain(
      ["a", "b", "c", "d"],
      `coupling ab between a and b { a.y -> b.x }
       coupling ac between a and c { a.y -> c.x }
       coupling bd between b and d { b.y -> d.x }
       coupling cd between c and d { c.y -> d.x }`,
    ),
  );
  const shares = influences(flow, index).shares;
  // Without b three pairs are left (a to c, a to d, c to d); of the two shortest ways from a to d one passes b.
  expect(shares?.get("b")).toBeCloseTo(1 / 6);
  expect(shares?.get("c")).toBeCloseTo(1 / 6);
  expect(shares?.get("a")).toBe(0);
});

test("for very large models the shares are left out", () => {
  const names = Array.from({ length: 301 }, (_, number) => `s${number}`);
  const { flow, index } = read(chain(names, ""));
  expect(influences(flow, index).shares).toBeUndefined();
});
