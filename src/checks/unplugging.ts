import type { Place } from "../base/place.ts";
import { listed, quoted } from "../base/words.ts";
import type { Fix } from "../diagnostics/diagnostic.ts";
import type { System } from "../model/model.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { indentationOf } from "./support/insertion.ts";
import { namesIn } from "./support/names.ts";
import { everyStepOfModel } from "./support/steps.ts";

/** An operation that others will not be irritated by any more. */
interface Loss {
  readonly operation: string;
  readonly coupling: string;
  readonly receiver: string;
}

interface Facts {
  readonly system: string;
  readonly isFunctionSystem: boolean;
  readonly functions: readonly string[];
  readonly performances: readonly { readonly text: string; readonly receivers: readonly string[] }[];
  readonly losses: readonly Loss[];
  /** Whose irritations will find nobody. */
  readonly unheard: readonly string[];
  /** The couplings of the system that the file can close instead. */
  readonly couplings: readonly string[];
  readonly stepPlace: Place;
}

export const unplugging = defineCheck<Facts>({
  name: "unplugging",
  severity: "warning",
  group: "regulation",
  summary: "a system ended from outside, with all that it performed for others",
  sources: ["Luhmann 1986, ch. 16", "Luhmann 1997, ch. 4"],

  *detect(context) {
    for (const { step } of everyStepOfModel(context)) {
      if (step.kind !== "unplug") continue;
      const system = context.index.system(step.system.id);
      if (system === undefined) continue;
      yield { place: step.system.place, facts: factsOf(system, step.place, context) };
    }
  },

  words(facts) {
    const { system, isFunctionSystem, couplings } = facts;
    return {
      message: `\`${system}\` is ended from outside, and with it what it was good for`,
      label: "it operates no more from here on",
      why: [
        isFunctionSystem
          ? "a function that society has differentiated out is fulfilled by one system alone: whoever switches it off goes without, and no other can take over (Luhmann 1986, ch. 16)"
          : "a system is not steered by being ended: it is gone, and with it all that others had come to rely on (Luhmann 1997, ch. 4)",
      ],
      help: [
        ...lossesOf(facts),
        couplings.length === 0
          ? `to move \`${system}\`, irritate it through a coupling; if its end is the point, say so with \`expect violation unplugging\``
          : `to interrupt it, close what couples it (${listed(couplings.slice(0, 4).map((name) => quoted(`close ${name}`)))}), which can be opened again; if its end is the point, say so with \`expect violation unplugging\``,
      ],
    };
  },

  fixes({ couplings, stepPlace }, context) {
    if (couplings.length === 0) return [];
    const text = couplings.map((name) => `close ${name}`).join(`\n${indentationOf(stepPlace, context)}`);
    const fix: Fix = {
      title: `close ${listed(couplings.map(quoted))} instead`,
      certain: false,
      edits: [{ place: stepPlace, text }],
    };
    return [fix];
  },
});

/** What is lost, one sentence for each kind of thing that the model says of it. */
function lossesOf({ system, functions, performances, losses, unheard }: Facts): readonly string[] {
  const lines: string[] = [];
  if (functions.length > 0) {
    lines.push(`lost: the function of \`${system}\`, ${listed(functions.map((text) => `"${text}"`))}`);
  }
  for (const { text, receivers } of performances.slice(0, 4)) {
    lines.push(`lost: "${text}", performed for ${listed(receivers.map(quoted))}`);
  }
  for (const { operation, coupling, receiver } of losses.slice(0, 4)) {
    lines.push(`lost: ${quoted(operation)}, which \`${coupling}\` carries to \`${receiver}\``);
  }
  if (losses.length > 4) lines.push(`and ${losses.length - 4} more channels that carry nothing any longer`);
  if (unheard.length > 0) {
    lines.push(`what ${listed(unheard.slice(0, 4).map(quoted))} would tell it becomes noise`);
  }
  return lines;
}

function factsOf(system: System, stepPlace: Place, context: CheckContext): Facts {
  const { index } = context;
  const name = namesIn(stepPlace.file, context);
  const couplings = index.couplingsOf(system.id);
  const channels = couplings.flatMap((coupling) =>
    coupling.channels.map((channel) => ({ coupling, channel })),
  );
  return {
    system: name(system.id),
    isFunctionSystem: system.systemKind === "function system",
    functions: system.functions.map(({ text }) => text),
    performances: system.performances.map(({ text, receivers }) => ({
      text,
      receivers: receivers.map((ref) => name(ref.id)),
    })),
    losses: channels
      .filter(({ channel }) => channel.source.owner === system.id)
      .map(({ coupling, channel }) => ({
        operation: `${name(system.id)}.${channel.source.name}`,
        coupling: name(coupling.id),
        receiver: name(channel.target.owner),
      })),
    unheard: [
      ...new Set(
        channels
          .filter(({ channel }) => channel.target.owner === system.id && channel.source.owner !== system.id)
          .map(({ channel }) => name(channel.source.owner)),
      ),
    ],
    couplings: couplings.map((coupling) => name(coupling.id)),
    stepPlace,
  };
}
