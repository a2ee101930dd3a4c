/* Scenarios, and those that others are like. */
import type { Declaration } from "../declarations.ts";
import type { Scenario } from "../model.ts";
import { findRef } from "../paths.ts";
import type { Named } from "../problems.ts";
import type { Report } from "../report.ts";
import { placeOf, standpointIn } from "../room.ts";
import type { Room } from "../room.ts";
import { lowerBlock } from "./block.ts";
import type { Course } from "./block.ts";
import { lowerDeclared } from "./items.ts";

export function lowerScenario(room: Room, declaration: Declaration): Scenario | undefined {
  const standpoint = standpointIn(room, declaration.file);
  const { node } = declaration;
  if (node.kind !== "Scenario" || standpoint === undefined) return undefined;
  const declared = lowerDeclared(standpoint, declaration, node.body?.items);
  const course: Course = { standpoint, declaration, happened: undefined, seed: undefined, given: new Map() };
  return {
    ...declared,
    kind: "scenario",
    like: node.like && findRef(standpoint, node.like, ["scenario"], "like"),
    block: node.body
      ? lowerBlock(course, node.body, declared.place)
      : { steps: [], place: placeOf(standpoint, node) },
  };
}

/** Reports circles of `like`, and cuts them: in the result every scenario is like one that ends somewhere. */
export function cutCircles(scenarios: readonly Scenario[], report: Report): readonly Scenario[] {
  const byId = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
  const done = new Set<Scenario>();
  const inCircle = new Set<Scenario>();
  for (const start of scenarios) {
    const chain: Scenario[] = [];
    const inChain = new Set<Scenario>();
    let next: Scenario | undefined = start;
    while (next !== undefined && !done.has(next) && !inChain.has(next)) {
      chain.push(next);
      inChain.add(next);
      next = next.like && byId.get(next.like.id);
    }
    if (next !== undefined && inChain.has(next)) {
      const circle = chain.slice(chain.indexOf(next));
      for (const scenario of circle) inCircle.add(scenario);
      reportCircle(circle, report);
    }
    for (const scenario of chain) done.add(scenario);
  }
  return scenarios.map((scenario) => (inCircle.has(scenario) ? { ...scenario, like: undefined } : scenario));
}

function reportCircle(circle: readonly Scenario[], report: Report): void {
  const named = circle.map(({ name, like, namePlace }): Named => ({
    name,
    what: "scenario",
    place: like?.place ?? namePlace,
  }));
  const place = named[0]?.place;
  if (place !== undefined) {
    report.add({ check: "like_cycle", place, facts: { what: "scenario", circle: named } });
  }
}
