import type { Coupling, Environment, Model } from "../model/model.ts";
import type { Id } from "../model/reference.ts";
import { addProgramsOf } from "./build_programs.ts";
import { startFlow } from "./builder.ts";
import type { FlowBuilder } from "./builder.ts";
import type { Flow, FlowCause } from "./flow.ts";
import { readingsOf } from "./reads.ts";
import type { Reading } from "./reads.ts";

/**
 * The graph of perturbations of a model, by LANGUAGE.md, "Properties". Time and size are linear in the size of
 * the model. What the model only names wrongly leads nowhere, and what it reads across a boundary neither: both have
 * been reported as errors.
 */
export function buildFlow(model: Model): Flow {
  const builder = startFlow();
  for (const system of model.systems) addProgramsOf(system, builder);
  for (const environment of model.environments) addEnvironment(environment, builder);
  for (const coupling of model.couplings) addChannelsOf(coupling, builder);
  return builder.finish();
}

function addEnvironment({ id, events, quantities }: Environment, builder: FlowBuilder): void {
  builder.begin(id);
  for (const { name } of events) builder.add({ kind: "event", owner: id, name });
  for (const { name } of quantities) builder.add({ kind: "quantity", owner: id, name });
  for (const { name, becomes } of quantities) {
    const moved = builder.find("quantity", id, name);
    readingsOf(becomes, quantityReader(builder, [id], moved, { kind: "becomes" }));
  }
}

/**
 * Each channel becomes a node between its source and what it reaches. From an environment it reads the quantities
 * of its source. Toward one, what it assigns are its arguments, and they also read the quantities they change.
 */
function addChannelsOf(coupling: Coupling, builder: FlowBuilder): void {
  builder.begin(coupling.id);
  for (const channel of coupling.channels) {
    const { source, target } = channel;
    const goal = target.kind === "sensitivity" ? `${target.owner}.${target.name}` : target.owner;
    const name = `${source.owner}.${source.name} -> ${goal}`;
    const node = builder.add({ kind: "channel", owner: coupling.id, name, coupling, channel });
    const cause = { kind: "channel", coupling, channel } as const;
    builder.connect(builder.find(source.kind, source.owner, source.name), node, cause);
    const readSource = quantityReader(builder, [source.owner], node);
    readingsOf(channel.when, readSource);
    readingsOf(channel.chance, readSource);
    readingsOf(channel.capacity, readSource);
    readingsOf(channel.delay, readSource);
    if (target.kind === "sensitivity") {
      for (const argument of target.args) readingsOf(argument.value, readSource);
      builder.connect(node, builder.find("sensitivity", target.owner, target.name), cause);
    } else {
      const readBoth = quantityReader(builder, [source.owner, target.owner], node);
      for (const { target: changed, value } of target.assignments) {
        readingsOf(value, readBoth);
        builder.connect(node, builder.find("quantity", target.owner, changed.text), cause);
      }
    }
  }
}

/** Lets the quantities that these owners have, and that are read, lead to their reader. */
function quantityReader(
  builder: FlowBuilder,
  owners: readonly Id[],
  to: number | undefined,
  cause?: FlowCause,
): (reading: Reading) => void {
  const read = builder.reader(to, cause);
  return (reading) => {
    if (reading.kind !== "quantity" || !owners.includes(reading.owner)) return;
    read(builder.find("quantity", reading.owner, reading.name));
  };
}
