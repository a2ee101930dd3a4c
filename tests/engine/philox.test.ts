import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { philox4x32 } from "../../src/engine/philox.ts";
import { createStreams, placeKeys, rootOf } from "../../src/engine/streams.ts";

type Words = readonly [number, number, number, number];

function at([c0, c1, c2, c3]: Words, k0: number, k1: number): string[] {
  const out = new Uint32Array(4);
  philox4x32(out, c0, c1, c2, c3, k0, k1);
  return [...out].map((word) => word.toString(16).padStart(8, "0"));
}

describe("Philox4x32-10", () => {
  const ones = 0xffffffff;
  // The known answers of Random123 (Salmon, Moraes, Dror and Shaw 2011), file kat_vectors.
  it.each<[Words, number, number, string]>([
    [[0, 0, 0, 0], 0, 0, "6627e8d5 e169c58d bc57ac4c 9b00dbd8"],
    [[ones, ones, ones, ones], ones, ones, "408f276d 41c83b0e a20bc7c6 6d5451fd"],
    [
      [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      0xa4093822,
      0x299f31d0,
      "d16cfe09 94fdcceb 5001e420 24126ea1",
    ],
  ])("gives at %j the answer that is known", (counter, k0, k1, answer) => {
    expect(at(counter, k0, k1).join(" ")).toBe(answer);
  });

  it("is what the authors' rounds come to in whole numbers of any size", () => {
    const word = fc.integer({ min: 0, max: ones });
    const exact = (counter: readonly bigint[], keys: readonly bigint[]): bigint[] => {
      let [x0 = 0n, x1 = 0n, x2 = 0n, x3 = 0n] = counter;
      let [k0 = 0n, k1 = 0n] = keys;
      const mask = 0xffffffffn;
      for (let round = 0; round < 10; round += 1) {
        const [first, second] = [0xd2511f53n * x0, 0xcd9e8d57n * x2];
        [x0, x1, x2, x3] = [(second >> 32n) ^ x1 ^ k0, second & mask, (first >> 32n) ^ x3 ^ k1, first & mask];
        [k0, k1] = [(k0 + 0x9e3779b9n) & mask, (k1 + 0xbb67ae85n) & mask];
      }
      return [x0, x1, x2, x3];
    };
    fc.assert(
      fc.property(fc.tuple(word, word, word, word), word, word, (counter, k0, k1) => {
        const expected = exact(counter.map(BigInt), [BigInt(k0), BigInt(k1)]);
        expect(at(counter, k0, k1)).toEqual(expected.map((each) => each.toString(16).padStart(8, "0")));
      }),
    );
  });
});

describe("streams", () => {
  const keys = placeKeys(["economy/investment", "law/judgment", "economy/rest"]);
  const drawing = (seed: number) => createStreams(keys, rootOf(seed));

  it("give what stands at seed, place, step and draw, whatever was drawn before", () => {
    const straight = drawing(7);
    const [first, second] = [straight.draw(0, 5), straight.draw(0, 5)];
    const other = drawing(7);
    for (let step = 0; step < 5; step += 1) other.draw(0, step);
    for (let more = 0; more < 9; more += 1) other.draw(1, 5);
    expect([other.draw(0, 5), other.draw(0, 5)]).toEqual([first, second]);
    expect(first).not.toBe(second);
  });

  it("differ by seed, by place and by step", () => {
    const all = [0, 1, 2 ** 32, 2 ** 52].flatMap((seed) =>
      [0, 1, 2].flatMap((place) => [0, 1, 2].map((step) => drawing(seed).draw(place, step))),
    );
    expect(new Set(all).size).toBe(all.length);
  });

  it("are even: of 100,000 draws as many fall into each of a hundred parts as chance allows", () => {
    const streams = drawing(1);
    const counts = new Array<number>(100).fill(0);
    for (let step = 0; step < 100_000; step += 1) {
      const drawn = streams.draw(0, step);
      expect(drawn >= 0 && drawn < 1).toBe(true);
      counts[Math.floor(drawn * 100)]! += 1;
    }
    const chiSquare = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    // 99 degrees of freedom: between these lie 99.8 of 100 cases. The seed is fixed, so the test never varies.
    expect(chiSquare).toBeGreaterThan(61.1);
    expect(chiSquare).toBeLessThan(148.3);
  });

  it("no two places have the same key, be their names as they may", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 50 }), (names) => {
        const written = placeKeys(names).map(({ low, high }) => `${low} ${high}`);
        expect(new Set(written).size).toBe(names.length);
      }),
    );
    expect(placeKeys(["a", "b"])[0]).toEqual(placeKeys(["a"])[0]);
  });
});
