/*
 * Listens to a run: takes it one step at a time, tells what happens as it happens, and looks in between at how things
 * stand. Between two steps there is time for whatever else there is to do.
 *
 *     npx tsx examples/embedding/listen.ts [MILLISECONDS]
 */
import { setTimeout as wait } from "node:timers/promises";
import { check, prepare, start, type TraceEntry } from "niklas";

const pause = Number(process.argv[2] ?? 0);

const market = `model market
import economy from "canon"

environment harvest {
  grain: number in 0.. = 60 becomes grain + 5
}
extend economy {
  sensitive to supply(grain: number in 0..)
  operation purchase(price: number)
  expectation price: number = 20
  program grain_market conditional on supply {
    when grain < 75 -> payment { price := price + 2 emit purchase(price: price) }
    otherwise -> non_payment { price := price - 1 }
  }
}
coupling exchange between harvest and economy {
  harvest.grain -> economy.supply(grain: grain)
}
scenario a_good_year {
  run 5 steps
}
`;

/** Whoever wants to know of one kind of event. */
type Listener<Kind extends TraceEntry["kind"]> = (entry: Extract<TraceEntry, { kind: Kind }>) => void;

const listeners: { readonly [Kind in TraceEntry["kind"]]?: Listener<Kind> } = {
  decision: ({ step, owner, value }) => console.log(`step ${step}: ${owner} decides ${value}`),
  operation: ({ step, owner, name, args }) =>
    console.log(
      `step ${step}: ${owner}.${name} ${args.map((each) => `${each.name} ${each.value}`).join(", ")}`,
    ),
};

function tell<Kind extends TraceEntry["kind"]>(entry: Extract<TraceEntry, { kind: Kind }>): void {
  const listener: Listener<Kind> | undefined = listeners[entry.kind as Kind];
  listener?.(entry);
}

const going = start(prepare(check({ name: "market.sys", text: market })));
let highest = 0;
while (going.advance()) {
  for (const entry of going.news()) tell(entry);
  highest = Math.max(highest, Number(going.value("economy.price")));
  await wait(pause);
}
console.log(`over after ${going.step} steps; the highest price was ${highest}`);
