/* From couplings to channels: on which conditions they carry what, and what they make of it. */
import type { Expression } from "../model/expression.ts";
import type { Channel, Parameter } from "../model/model.ts";
import type { CompiledArgument, CompiledChannel } from "./compiled.ts";
import {
  boundsOf,
  compileArguments,
  computed,
  conditioned,
  numbering,
  scopesWith,
  type Compiler,
} from "./compiler.ts";
import { arrival } from "./queues.ts";
import { compileProbability } from "./expressions.ts";
import type { Sensitivities } from "./compile_programs.ts";

/** All channels, in the order of declaration. */
export function compileChannels(
  compiler: Compiler,
  sensitivities: Sensitivities,
): readonly CompiledChannel[] {
  const channels: Omit<CompiledChannel, "rank">[] = [];
  compiler.model.couplings.forEach((coupling, couplingNumber) => {
    const nameOf = placesIn(coupling.id);
    coupling.channels.forEach((channel, index) => {
      const place = nameOf(channel);
      const into = compileTarget(compiler, channel, sensitivities, place);
      if (into === undefined) return;
      channels.push({
        number: channels.length,
        coupling,
        couplingNumber,
        channel,
        index,
        target: compiler.layout.owner(channel.target.owner),
        goal:
          channel.target.kind === "sensitivity"
            ? channel.target.name
            : compiler.layout.nameOf(channel.target.owner),
        acting: { what: "channel", name: compiler.layout.nameOf(coupling.id), prevented: "effect" },
        ...compileOptions(compiler, channel, place),
        size: arrival.args + (into.kind === "quantities" ? into.carried : into.args.length),
        into,
      });
    });
  });
  const { systems } = compiler.layout;
  const place = ({ target }: { readonly target: number }) => Math.min(target, systems);
  const ranked = [...channels].sort((a, b) => place(a) - place(b) || a.number - b.number);
  const ranks = new Map(ranked.map((channel, rank) => [channel, rank]));
  return channels.map((channel) => ({ ...channel, rank: ranks.get(channel) ?? 0 }));
}

/** Names channels by what they lead from and to; of several that do the same, by how many come before. */
function placesIn(coupling: string): (channel: Channel) => string {
  const numberOf = numbering();
  const times: number[] = [];
  return ({ source, target }) => {
    const goal = target.kind === "sensitivity" ? `${target.owner}.${target.name}` : target.owner;
    const path = `${source.owner}.${source.name} -> ${goal}`;
    const number = numberOf(path);
    const before = times[number] ?? 0;
    times[number] = before + 1;
    return `${coupling}/${path}${before === 0 ? "" : ` ${before}`}`;
  };
}

/** What the expressions of a channel have at hand: the parameters of the operation or event. */
function carriedBy({ layout }: Compiler, { source }: Channel): readonly Parameter[] {
  if (source.kind === "quantity") return [];
  return layout.happenings[layout.happening(source.owner, source.name)]?.parameters ?? [];
}

function compileOptions(
  compiler: Compiler,
  channel: Channel,
  place: string,
): Pick<CompiledChannel, "condition" | "chance" | "capacity" | "delay"> {
  const scopeAt = scopesWith(compiler, carriedBy(compiler, channel));
  const number = (expression: Expression | undefined, name: string) =>
    expression && computed(expression, scopeAt(`${place}/${name}`));
  const { when, chance, capacity, delay } = channel;
  const probability = scopeAt(`${place}/probability`);
  return {
    condition: when && conditioned(when, scopeAt(`${place}/when`)),
    chance: chance && {
      expression: chance,
      compute: compileProbability(chance, probability()),
      scope: probability,
      drawing: compiler.places.number(`${place}/chance`),
    },
    capacity: number(capacity, "capacity"),
    delay: number(delay, "delay"),
  };
}

/** Whether all that is carried, and nothing else, is handed on in its order. */
function isAsSent(args: readonly CompiledArgument[], carried: readonly Parameter[]): boolean {
  return (
    args.length > 0 &&
    args.length === carried.length &&
    args.every(
      ({ expression }, index) => expression.kind === "parameter" && expression.name === carried[index]?.name,
    )
  );
}

function compileTarget(
  compiler: Compiler,
  channel: Channel,
  sensitivities: Sensitivities,
  place: string,
): CompiledChannel["into"] | undefined {
  const { layout } = compiler;
  const { target } = channel;
  const carried = carriedBy(compiler, channel);
  const scopeAt = scopesWith(compiler, carried);
  if (target.kind === "sensitivity") {
    const sensitivity = sensitivities.get(target.owner)?.get(target.name);
    if (sensitivity === undefined) return undefined;
    const { parameters } = sensitivity.sensitivity;
    const args = compileArguments(target.args, parameters, scopeAt, `${place}/argument`);
    return { kind: "sensitivity", sensitivity, args, asSent: isAsSent(args, carried) };
  }
  return {
    kind: "quantities",
    carried: carried.length,
    assignments: target.assignments.flatMap((assignment, order) => {
      const slot = layout.slots[layout.slot(target.owner, assignment.target.text)];
      if (slot === undefined) return [];
      const value = computed(assignment.value, scopeAt(`${place}/assignment ${order}`));
      return [{ slot, bounds: boundsOf(slot.type), ...value, place: assignment.place }];
    }),
  };
}
