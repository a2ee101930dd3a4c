/*
 * From two to many: does order scale? Prints, for the settings of the figures of Dittrich, Kron and Banzhaf (2003), what an
 * observer of all agents sees (O_P), how certain the agents are themselves (O_AV), and how many signs are in use; means over
 * several seeds, with what the paper publishes beside them.
 *
 *     npx tsx examples/double_contingency/population.ts [SEEDS]
 */
import { createPopulation, type Setting } from "./agents.ts";
import { activitySystems, measured, type Measured } from "./measures.ts";

const seeds = Number(process.argv[2] ?? 3);
if (!Number.isInteger(seeds) || seeds < 1) throw new RangeError("how many seeds? a whole number from 1 on");

const usual: Omit<Setting, "agents" | "seed"> = {
  signs: 10,
  meeting: "by lot",
  expectedBy: "own memory",
  observers: 0,
  needForCertainty: 0,
  sharpness: 2,
  learning: 0.5,
  forgetting: 0.001,
  whim: 0.01,
};
const dyad = { ...usual, meeting: "in turns", signs: 20, learning: 0.2 } as const;
const others = { ...usual, expectedBy: "memory of others" } as const;
const watched = { ...others, observers: 3 } as const;

/** What is set, for how many agents, over how many steps, and what the paper publishes of it. */
const parts: readonly (readonly [
  title: string,
  setting: Omit<Setting, "agents" | "seed">,
  rows: readonly (readonly [agents: number, steps: number, published: string])[],
])[] = [
  ["Two agents, 20 signs, γ = 1 (fig. 5)", { ...dyad, sharpness: 1 }, [[2, 1000, "O_AV 0.58, 15 signs"]]],
  ["Two agents, 20 signs, γ = 2 (fig. 5)", dyad, [[2, 1000, "2 signs"]]],
  [
    "Expected of me is what I did so far (fig. 7)",
    usual,
    [
      [3, 1000, "O_P 0.58, O_AV 0.91"],
      [10, 1000, "O_P 0.23, O_AV 0.90"],
      [10, 4000, ""],
      [20, 4000, "O_P 0.11, O_AV 0.83"],
      [30, 4000, "O_P 0.06"],
    ],
  ],
  [
    "Expected of me is what others did (fig. 8)",
    others,
    [
      [6, 1000, "O_P 1.00"],
      [10, 1000, "O_P 0.93"],
      [10, 2000, ""],
      [20, 1000, "O_P 0.50"],
      [20, 2000, ""],
      [20, 4000, ""],
      [20, 8000, ""],
    ],
  ],
  [
    "The same, and three others watch (fig. 9)",
    watched,
    [
      [5, 1000, "O_P 1.00"],
      [10, 1000, "O_P 1.00"],
      [20, 1000, "O_P 1.00"],
      [30, 1000, "O_P 1.00"],
      [30, 2000, ""],
    ],
  ],
  [
    "The same, but certainty counts for half, α = 0.5 (fig. 9)",
    { ...watched, needForCertainty: 0.5 },
    [
      [10, 1000, "O_P 0.26"],
      [10, 4000, ""],
    ],
  ],
  [
    "The same, but certainty counts for all, α = 1 (fig. 9)",
    { ...watched, needForCertainty: 1 },
    [
      [10, 1000, "O_P 0.30"],
      [10, 4000, ""],
    ],
  ],
];

/** The mean over the seeds, and how far they lie apart (the standard deviation of the sample). */
function told(results: readonly Measured[], measure: keyof Measured, digits: number): string {
  const mean = results.reduce((sum, result) => sum + result[measure], 0) / results.length;
  const squares = results.reduce((sum, result) => sum + (result[measure] - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / Math.max(1, results.length - 1));
  return `${mean.toFixed(digits)} ± ${deviation.toFixed(digits)}`;
}

console.log(
  `${"agents".padStart(6)} ${"steps".padStart(6)}  O_P          O_AV         signs       published`,
);
for (const [title, setting, rows] of parts) {
  console.log(`\n${title}`);
  for (const [agents, steps, published] of rows) {
    const results = Array.from({ length: seeds }, (_, index) =>
      measured({ ...setting, agents, seed: index + 1 }, steps),
    );
    const columns = [
      told(results, "order", 2),
      told(results, "certaintyOfActing", 2),
      told(results, "differentSigns", 1).padEnd(10),
    ];
    const line = `${String(agents).padStart(6)} ${String(steps).padStart(6)}  ${columns.join("  ")}  ${published}`;
    console.log(line.trimEnd());
  }
}

console.log(
  "\nActivity systems of ten agents of whom nobody watches, after 4000 steps (fig. 11: one, of 3 signs)",
);
for (let seed = 1; seed <= seeds; seed += 1) {
  const population = createPopulation({ ...others, agents: 10, learning: 0.2, seed });
  for (let step = 0; step < 4000; step += 1) population.step();
  const systems = activitySystems(population, 0.1).map((signs) => signs.map((sign) => sign + 1).join(" "));
  console.log(`  seed ${seed}: signs ${systems.join(" and ")}`);
}
