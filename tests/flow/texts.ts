import { expect } from "vitest";
import { noFiles } from "../../src/model/host.ts";
import { indexModel } from "../../src/model/lookup.ts";
import type { ModelIndex } from "../../src/model/lookup.ts";
import type { Model } from "../../src/model/model.ts";
import { resolve } from "../../src/model/resolve.ts";
import { buildFlow } from "../../src/flow/build.ts";
import { describeWay, namesOf, partName } from "../../src/flow/describe.ts";
import type { Flow, Way } from "../../src/flow/flow.ts";

export interface Read {
  readonly model: Model;
  readonly index: ModelIndex;
  readonly flow: Flow;
  readonly line: (way: Way | undefined) => string | undefined;
}

/** A model as a user writes it, and its graph; the text must be without mistakes. */
export function read(text: string): Read {
  const { model, problems } = resolve({ name: "model.sys", text }, noFiles);
  expect(problems).toEqual([]);
  const index = indexModel(model);
  const flow = buildFlow(model);
  return { model, index, flow, line: (way) => way && describeWay(flow, way, namesOf(index)).line };
}

/** What leads to what, by full names: only sensitivities, operations, events, quantities and what systems expect. */
export function leads({ flow, index }: Read): readonly string[] {
  const bundles = new Set(["decision", "readings", "effects", "channel"]);
  const isThing = (node: number): boolean => !bundles.has(flow.nodes[node]?.kind ?? "");
  const nameOf = (number: number): string => {
    const node = flow.nodes[number];
    return node ? partName(node, namesOf(index)) : "";
  };
  return flow.nodes.flatMap((_, from) => {
    if (!isThing(from)) return [];
    const reached = new Set<number>();
    const open = [from];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      for (const target of flow.successors[node] ?? []) {
        if (!reached.has(target) && !isThing(target)) open.push(target);
        reached.add(target);
      }
    }
    const targets = [...reached].filter(isThing).sort((a, b) => a - b);
    return targets.length === 0 ? [] : `${nameOf(from)} → ${targets.map(nameOf).join(", ")}`;
  });
}

export const thermostat = `
model thermostat "A thermostat is sensitive to temperature alone"

environment room {
  temperature: number in -50..60 "°C" = 15
  brightness: number "lx" = 300
}

machine thermostat {
  function "keep the room at a pleasant level"
  code too_cold / warm_enough
  sensitive to reading(degrees: number)
  operation heat
  expectation target: number = 20

  program regulate conditional on reading {
    when degrees < target -> too_cold { emit heat }
    otherwise -> warm_enough
  }
}

coupling thermometer between room and thermostat {
  room.temperature -> thermostat.reading(degrees: temperature)
}

coupling radiator between thermostat and room {
  thermostat.heat -> room { temperature := temperature + 1 }
}
`;

export const priceCap = `
model price_cap "A decree on house prices, and the way round through law"
import politics, law, economy from "canon"

extend politics {
  operation decree(cap: number)
  operation bill(limit: number)
}

extend law {
  sensitive to enacted(limit: number)
  operation judgment(cost: number)
  expectation lending_limit: number = 100 normative
  program legislation conditional on enacted amends lending_limit {
    when limit < lending_limit -> lawful { lending_limit := limit emit judgment(cost: 100 - limit) }
    otherwise -> lawful
  }
}

extend economy {
  sensitive to credit_cost(amount: number)
  operation purchase(price: number)
  expectation price: number in 0..1000 "1000 CNY/m²" = 60 cognitive
  program investment conditional on credit_cost {
    when amount > 20 -> non_payment { price := price * 90% }
    otherwise -> payment { emit purchase(price: price) }
  }
}

coupling constitution between politics and law {
  politics.bill -> law.enacted(limit: limit) when limit >= 0
}

coupling contract between law and economy {
  law.judgment -> economy.credit_cost(amount: cost) when cost > 0
}

property rule_of_law { politics reaches economy only through law }
`;

/** Systems with the code on / off, each irritated by `x` and answering with `y`, and what else is said. */
export function chain(names: readonly string[], rest: string): string {
  const systems = names.map(
    (name) => `machine ${name} {
  code on / off
  sensitive to x
  operation y
  program answer conditional on x { otherwise -> on { emit y } }
}`,
  );
  return `model chain\n${systems.join("\n")}\n${rest}`;
}
