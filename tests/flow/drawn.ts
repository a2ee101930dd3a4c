import fc from "fast-check";
import type { ChannelSketch, EnvironmentSketch, Sketch, SystemSketch } from "./sketch.ts";

const some = (names: readonly string[]): fc.Arbitrary<string[]> =>
  fc.subarray([...names], { maxLength: Math.min(2, names.length) });

const rarely = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

const sensitivities = ["s0", "s1"];
const operations = ["o0", "o1"];
const expectations = ["e0", "e1"];
const readable = [...expectations, "designated"];
const triggers = [...sensitivities, ...operations.map((name) => `own ${name}`), "every 1", "every 2"];
const quantities = ["q0", "q1"];

function drawnSystem(name: string): fc.Arbitrary<SystemSketch> {
  const clause = fc.record({
    kind: fc.constantFrom("rule" as const, "choice" as const, "otherwise" as const),
    reads: some(readable),
    emits: some(operations),
    sets: some(expectations),
  });
  return fc.record({
    kind: fc.constant("system" as const),
    name: fc.constant(name),
    sensitivities: fc
      .tuple(...sensitivities.map(() => rarely(some(readable))))
      .map((reads) => new Map(sensitivities.map((sensitivity, index) => [sensitivity, reads[index]]))),
    operations: fc.constant(operations),
    expectations: fc.constant(expectations),
    programs: fc.array(
      fc.record({
        on: fc.subarray(triggers, { minLength: 1, maxLength: 3 }),
        clauses: fc.array(clause, { minLength: 1, maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    limits: fc.array(fc.record({ blocks: fc.constantFrom(...operations), reads: some(readable) }), {
      maxLength: 1,
    }),
  });
}

function drawnEnvironment(name: string): fc.Arbitrary<EnvironmentSketch> {
  return fc.tuple(...quantities.map(() => rarely(some(quantities)))).map((reads) => ({
    kind: "environment",
    name,
    quantities: new Map(quantities.map((quantity, index) => [quantity, reads[index]])),
  }));
}

const ends = fc.constantFrom("a", "b", "c", "d", "env");

const drawnChannel: fc.Arbitrary<ChannelSketch> = fc
  .record({
    from: ends,
    to: ends,
    source: fc.nat({ max: 1 }),
    target: fc.nat({ max: 1 }),
    reads: rarely(some(quantities)),
    chance: rarely(fc.constant(true)),
    second: fc.boolean(),
  })
  .filter(({ from, to }) => from !== to)
  .map(({ from, to, source, target, reads, chance, second }) => ({
    coupling: `${[from, to].sort().join("_")}${second ? "_2" : ""}`,
    from: [from, (from === "env" ? quantities : operations)[source] ?? ""],
    to: [to, (to === "env" ? quantities : sensitivities)[target] ?? ""],
    reads: from === "env" ? reads : reads && [],
    chance: chance ?? false,
  }));

/** Models with the systems `a`, `b`, `c` and `d` and the environment `env`, at random. */
export const drawnSketch: fc.Arbitrary<Sketch> = fc.record({
  members: fc.tuple(
    drawnSystem("a"),
    drawnSystem("b"),
    drawnSystem("c"),
    drawnSystem("d"),
    drawnEnvironment("env"),
  ),
  channels: fc.array(drawnChannel, { minLength: 2, maxLength: 14 }),
});

export const drawnMember = ends;
