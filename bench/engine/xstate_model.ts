/* The ring (`model.ts`) in XState 5: ten actors of one machine, with guards and assignments, that send each other events. */
import { assign, createActor, setup, type AnyActorRef } from "xstate";
import { parting, systems, threshold, urgencyAt, weightAt } from "./model.ts";

interface Context {
  readonly parting: number;
  readonly threshold: number;
  readonly attention: number;
  readonly weight: number;
  readonly urgency: number;
}
interface Message {
  readonly type: "message";
  readonly weight: number;
  readonly urgency: number;
}

/** Runs until so many messages have been decided on, and gives how many have. */
export function runInXState(messages: number, most: number): number {
  let events = 0;
  const actors: AnyActorRef[] = [];
  const queue: { readonly to: number; readonly message: Message }[] = [];
  const machine = setup({
    types: { context: {} as Context, events: {} as Message, input: {} as { system: number } },
    guards: {
      surpasses: ({ context, event }) =>
        event.weight > context.threshold && event.urgency >= context.attention,
      presses: ({ event }) => event.weight * event.urgency > 20,
    },
  }).createMachine({
    context: ({ input }) => ({
      parting: parting(input.system),
      threshold: threshold(input.system),
      attention: 0.5,
      weight: 0,
      urgency: 0,
    }),
    initial: "rejected",
    on: {
      message: [
        {
          guard: "surpasses",
          target: ".accepted",
          actions: assign(({ context, event }) => ({
            threshold: Math.min(100, context.threshold + (event.weight - context.threshold) / 4),
            weight: (event.weight * 7 + 3) % 100,
            urgency: event.urgency * 0.9 + 0.05,
          })),
        },
        {
          guard: "presses",
          target: ".accepted",
          actions: assign(({ context, event }) => ({
            attention: context.attention + (event.urgency - context.attention) / 8,
            weight: (event.weight + context.threshold) / 2,
            urgency: 1 - event.urgency,
          })),
        },
        {
          target: ".rejected",
          actions: assign(({ context, event }) => ({
            threshold: Math.max(0, context.threshold - 1),
            attention: context.attention * 0.95,
            weight: (event.weight * 5 + 11) % 100,
            urgency: (event.urgency + 0.37) % 1,
          })),
        },
      ],
    },
    states: { accepted: {}, rejected: {} },
  });
  for (let system = 0; system < systems; system += 1) {
    const actor = createActor(machine, { input: { system } });
    actor.subscribe(({ context: { weight, urgency, parting: least } }) => {
      // What one has made of a message goes to the next, or to the third after it.
      queue.push({
        to: (system + (weight > least ? 1 : 3)) % systems,
        message: { type: "message", weight, urgency },
      });
    });
    actors.push(actor);
  }
  for (const actor of actors) actor.start();
  queue.length = 0;
  for (let message = 0; message < messages; message += 1) {
    const from = message % systems;
    const weight = weightAt(message);
    const to = (from + (weight > parting(from) ? 1 : 3)) % systems;
    queue.push({ to, message: { type: "message", weight, urgency: urgencyAt(message) } });
  }
  for (let next = 0; next < queue.length && events < most; next += 1) {
    const entry = queue[next];
    if (entry === undefined) break;
    events += 1;
    actors[entry.to]?.send(entry.message);
  }
  return events;
}
