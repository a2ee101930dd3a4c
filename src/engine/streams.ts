/*
 * Streams of random numbers. Every place of a model that draws has one of its own; what it draws depends on the seed, the
 * place, the step and how often the place has drawn in this step, and on nothing that happens elsewhere (LANGUAGE.md,
 * "Chance"). So a die more in one system changes no throw in another, and two models that differ a little draw the same
 * where they are the same.
 */
import { philox4x32 } from "./philox.ts";

/** What tells a place from all others: 64 bits made of what it is called. */
export interface PlaceKey {
  readonly low: number;
  readonly high: number;
}

/**
 * The keys of places by their names, such as `economy/investment/0/when/0`. Names are those of the model, never offsets in a
 * text, so that a comment more changes no draw. No two have the same key.
 */
export function placeKeys(names: readonly string[]): readonly PlaceKey[] {
  const taken = new Set<string>();
  return names.map((name) => {
    for (let text = name; ; text += "'") {
      const key = keyOf(text);
      const written = `${key.low} ${key.high}`;
      if (taken.has(written)) continue;
      taken.add(written);
      return key;
    }
  });
}

/** Two sums over the units of a text that mix differently, each well mixed at the end. */
function keyOf(text: string): PlaceKey {
  let low = 0x2545f491;
  let high = 0x6c078965;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high + unit, 0x85ebca6b) ^ (high >>> 15);
  }
  return { low: mixed(low ^ text.length), high: mixed(high + low) };
}

function mixed(sum: number): number {
  let bits = sum | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x7feb352d);
  bits = Math.imul(bits ^ (bits >>> 15), 0x846ca68b);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** A seed of a run, in two words of 32 bits. */
export interface Root {
  readonly low: number;
  readonly high: number;
}

/** The root of all streams of a run with this seed, a whole number from 0 on. */
export function rootOf(seed: number): Root {
  return { low: seed >>> 0, high: Math.floor(seed / 2 ** 32) >>> 0 };
}

/** Draws for the places of a model. */
export interface Streams {
  /** A number from 0 up to and without 1, in steps of 2^-53; the next one of this place in this step. */
  readonly draw: (place: number, step: number) => number;
}

const noNumbers = new Uint32Array(0);

export function createStreams(keys: readonly PlaceKey[], root: Root): Streams {
  // Most runs draw nothing, and need no room for it.
  let out = noNumbers;
  let lastStep = new Float64Array(0);
  let drawn = new Int32Array(0);
  return {
    draw(place, step) {
      const key = keys[place];
      if (key === undefined) return 0;
      if (out === noNumbers) {
        out = new Uint32Array(4);
        lastStep = new Float64Array(keys.length).fill(-1);
        drawn = new Int32Array(keys.length);
      }
      if (lastStep[place] !== step) {
        lastStep[place] = step;
        drawn[place] = 0;
      }
      const count = drawn[place] ?? 0;
      drawn[place] = count + 1;
      philox4x32(out, key.low, key.high, step, count, root.low, root.high);
      return ((out[0] ?? 0) * 2 ** 21 + ((out[1] ?? 0) >>> 11)) / 2 ** 53;
    },
  };
}
