/*
 * "Every place in the model that draws has a stream of its own: what it draws depends on the seed, the place, the step
 * and how often the place has drawn in this step, and on nothing that happens elsewhere." So each place can have a box of
 * its own here.
 */
import { createStreams, placeKeys, rootOf } from "../../../src/engine/streams.ts";
import type { Streams } from "../../../src/engine/streams.ts";

/** Draws a number from 0 up to and without 1. */
export type Chance = (place: string, step: number) => number;

export function chanceOf(seed: number): Chance {
  const root = rootOf(seed);
  const streams = new Map<string, Streams>();
  return (place, step) => {
    const known = streams.get(place) ?? createStreams(placeKeys([place]), root);
    streams.set(place, known);
    return known.draw(0, step);
  };
}
