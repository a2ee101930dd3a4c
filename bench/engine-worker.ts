/*
 * One case of `engine.ts`, taking turns with the loop by hand: `engine-worker.ts CASE ROUNDS` prints the speeds of both in
 * millions of events a second, round by round. `length` measures a step by the length of the run instead.
 */
import { check, prepare, run, type Prepared } from "../src/index.ts";
import { runByHand } from "./engine/hand.ts";
import { messages, ring } from "./engine/model.ts";

const [name = "", rounds = "9"] = process.argv.slice(2);
const steps = 3_000;

function prepared(length: number): Prepared {
  const ready = prepare(check(ring(messages, length)), {
    evaluate: (text) => new Function(`return ${text}`)(),
  });
  if (ready.errors.length > 0) throw new Error(ready.errors[0]?.message);
  return ready;
}

const ready = prepared(steps);
const general: Prepared = { ...ready, shortcuts: () => undefined };

/** Runs a model, makes sure that it comes to what the loop by hand comes to, and gives the number of events. */
function play(model: Prepared, traced: boolean): number {
  const { played, broken } = run(model, { traced });
  const { state } = played.course;
  const { thresholds, attentions, events } = ends;
  const same = [...thresholds].every(
    (value, system) =>
      state.values[system * 2] === value && state.values[system * 2 + 1] === attentions[system],
  );
  if (!same || broken) throw new Error("the engine and the loop come to different ends");
  return events;
}
const ends = runByHand(messages, steps);

const cases: Readonly<Record<string, () => number>> = {
  untraced: () => play(ready, false),
  traced: () => play(ready, true),
  general: () => play(general, false),
};

if (name === "length") {
  for (const length of [1_000, 10_000, 100_000]) {
    const longer = prepared(length);
    const begun = performance.now();
    const result = run(longer, { traced: false });
    const perStep = ((performance.now() - begun) / length) * 1_000;
    globalThis.gc?.();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    console.log(
      `${String(length).padStart(8)} steps  ${perStep.toFixed(2).padStart(7)} µs a step  ${((heapUsed + arrayBuffers) / 1e6).toFixed(1).padStart(7)} MB  (step ${result.steps})`,
    );
  }
} else {
  const job = cases[name] ?? (await xstate());
  const speeds = Array.from({ length: Number(rounds) }, () => [
    speedOf(() => runByHand(messages, steps).events),
    speedOf(job),
  ]);
  console.log(JSON.stringify(speeds));
}

async function xstate(): Promise<() => number> {
  // By a path that the compiler does not follow: where XState is not installed, the types are checked without it.
  const path: string = process.env["XSTATE_MODEL"] ?? "";
  const { runInXState }: { readonly runInXState: (messages: number, most: number) => number } = await import(
    path
  );
  return () => runInXState(messages, 60_000);
}

function speedOf(job: () => number): number {
  const begun = performance.now();
  const events = job();
  return events / (performance.now() - begun) / 1_000;
}
