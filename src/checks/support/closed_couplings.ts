/* Which couplings a scenario has closed where a step stands. */
import type { Place } from "../../base/place.ts";
import type { Block, Scenario, Step } from "../../model/model.ts";
import type { Id } from "../../model/reference.ts";
import type { CheckContext } from "../context.ts";
import { everyStep } from "./steps.ts";

/** The couplings that are closed in every run, each with the `close` that closed it. */
export type Closed = ReadonlyMap<Id, Place>;

type Visit = (step: Step, closed: Closed) => void;

/**
 * Takes the steps of every scenario of the file in order, and tells for each what is closed when it is taken. What
 * the scenario that it is `like` has closed is closed here too. Where the branches of an `either` disagree, a coupling
 * counts as open; in a `repeat` it counts as closed if it is so each time. `closed` is good only until `visit` returns.
 */
export function followClosed(
  { model }: CheckContext,
  visit: (scenario: Scenario, step: Step, closed: Closed) => void,
): void {
  const scenarios = [...(model.importedScenarios ?? []), ...model.scenarios];
  const byId = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
  const ends = new Map<Id, Closed>();
  const own = new Set(model.scenarios);
  for (const scenario of scenarios) {
    // A scenario is looked at after the one it is like; a circle of them ends where it closes.
    const chain = new Set<Scenario>();
    for (
      let next: Scenario | undefined = scenario;
      next !== undefined && !ends.has(next.id) && !chain.has(next);
      next = next.like && byId.get(next.like.id)
    ) {
      chain.add(next);
    }
    for (const each of [...chain].reverse()) {
      const before = each.like && ends.get(each.like.id);
      ends.set(
        each.id,
        follow(each.block, new Map(before), (step, closed) => {
          if (own.has(each)) visit(each, step, closed);
        }),
      );
    }
  }
}

/** What is closed after a block; `closed` is what is so before it, and is changed. */
function follow(block: Block, closed: Map<Id, Place>, visit: Visit | undefined): Map<Id, Place> {
  for (const step of block.steps) {
    visit?.(step, closed);
    switch (step.kind) {
      case "close":
        closed.set(step.coupling.id, step.place);
        break;
      case "open":
        closed.delete(step.coupling.id);
        break;
      case "either": {
        const ends = step.branches.map((branch) => followApart(branch, closed, visit));
        keepThoseIn(closed, ends);
        for (const [id, place] of ends[0] ?? []) {
          if (ends.every((end) => end.has(id))) closed.set(id, place);
        }
        break;
      }
      case "repeat": {
        // Where nobody looks at the steps, one round shows what they leave behind.
        const once = followApart(step.block, closed, undefined);
        if (visit === undefined) {
          closed = once;
          break;
        }
        const entry = new Map(closed);
        keepThoseIn(entry, [once]);
        closed = new Map(follow(step.block, entry, visit));
        break;
      }
      default:
        break;
    }
  }
  return closed;
}

/** What is closed after a block, without a change to `closed`, which is copied only if the block changes anything. */
function followApart(block: Block, closed: Map<Id, Place>, visit: Visit | undefined): Map<Id, Place> {
  const changes = [...everyStep(block)].some(({ kind }) => kind === "close" || kind === "open");
  return follow(block, changes ? new Map(closed) : closed, visit);
}

function keepThoseIn(closed: Map<Id, Place>, others: readonly Closed[]): void {
  const apart = others.filter((other) => other !== closed);
  if (apart.length === 0) return;
  for (const id of [...closed.keys()]) {
    if (!apart.every((other) => other.has(id))) closed.delete(id);
  }
}
