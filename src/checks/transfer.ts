import { quoted } from "../base/words.ts";
import type { Place } from "../base/place.ts";
import type { Fix, Words } from "../diagnostics/diagnostic.ts";
import type { TransferFacts } from "../model/problems.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { textAfter } from "./support/around.ts";
import { memberAdded } from "./support/edits.ts";
import { ownerOfPart, systemOf } from "./support/owners.ts";
import { carriedBy, channelInto } from "./support/proposal.ts";
import { signatureOf } from "./support/signature.ts";
import { fullName, namesListed } from "./support/things.ts";

/** So many sensitivities are proposed. */
const mostFixes = 2;

export const transfer = defineCheck<TransferFacts>({
  name: "transfer",
  severity: "error",
  group: "couplings",
  leavesOut: true,
  summary: "a channel into an expectation, an operation or a code of another system instead of a sensitivity",
  sources: ["Luhmann 1997, ch. 1", "Luhmann 1993, ch. 10"],

  words(facts): Words {
    const { target, system, sensitivities } = facts;
    return {
      message: messageOf(facts),
      label: target === undefined ? "a whole system" : "not a sensitivity",
      related:
        target?.place === undefined
          ? []
          : [{ place: target.place, message: `${quoted(system.name)} decides on this itself` }],
      why: [
        `a coupling irritates and transfers nothing: what ${quoted(system.name)} makes of an irritation is decided in ${quoted(system.name)}`,
      ],
      help: [
        sensitivities.length === 0
          ? `${quoted(system.name)} is sensitive to nothing yet: say what it notices, and let the channel lead there`
          : `${quoted(system.name)} is sensitive to ${namesListed(sensitivities.map(({ name }) => name))}: let the channel lead there`,
        answerWords(facts),
      ],
    };
  },

  fixes(facts, context, place): readonly Fix[] {
    const { sensitivities, system, source } = facts;
    if (sensitivities.length > 0) {
      return sensitivities.slice(0, mostFixes).flatMap((sensitivity) => {
        const call = callOf(facts, sensitivity.name, context);
        return call === undefined
          ? []
          : [
              {
                title: `irritate ${quoted(fullName(sensitivity))}`,
                certain: false,
                edits: [targetReplaced(place, call, context)],
              },
            ];
      });
    }
    const receiver = systemOf(system, context);
    const sender = ownerOfPart(source, context);
    const carried = sender && carriedBy(sender.id, context).find(({ name }) => name === source.name);
    if (receiver === undefined || carried === undefined) return [];
    const parameters = carried.own.map((own) => ({ ...own, place }));
    const member = memberAdded(
      receiver,
      [`sensitive to ${signatureOf(source.name, parameters, parameters.length)}`],
      context,
    );
    if (member === undefined) return [];
    const args = parameters.map(({ name }) => `${name}: ${name}`).join(", ");
    const call = `${system.name}.${source.name}${args === "" ? "" : `(${args})`}`;
    return [
      {
        title: `make ${quoted(system.name)} sensitive to ${quoted(source.name)}, and irritate that`,
        certain: false,
        edits: [member, targetReplaced(place, call, context)],
      },
    ];
  },
});

function messageOf({ coupling, source, target, system, assigned }: TransferFacts): string {
  const from = quoted(fullName(source));
  if (target === undefined) {
    return assigned.length > 0
      ? `${quoted(coupling)} would let ${from} set ${namesListed(assigned)} in ${quoted(system.name)}`
      : `${quoted(coupling)} leads ${from} into ${quoted(system.name)} as a whole`;
  }
  const what = quoted(`${system.name}.${target.name}`);
  switch (target.what) {
    case "expectation":
      return `${quoted(coupling)} would let ${from} determine the expectation ${what}`;
    case "operation":
      return `${quoted(coupling)} would let ${from} perform the operation ${what}`;
    case "code value":
      return `${quoted(coupling)} would let ${from} designate ${quoted(target.name)} in ${quoted(system.name)}`;
    default:
      return `${quoted(coupling)} leads ${from} into the ${target.what} ${what}`;
  }
}

/** How the system itself can come to what the channel was meant to bring about. */
function answerWords({ target, system, sensitivities, assigned }: TransferFacts): string {
  const trigger = sensitivities[0]?.name ?? "…";
  const set = target?.what === "expectation" ? target.name : assigned[0];
  if (target?.what === "operation") {
    return `a program of ${quoted(system.name)} can answer: ${quoted(`conditional on ${trigger} { … -> … { emit ${target.name} } }`)}`;
  }
  if (target?.what === "code value") {
    return `a program of ${quoted(system.name)} can decide: ${quoted(`conditional on ${trigger} { … -> ${target.name} }`)}`;
  }
  return set === undefined
    ? `a program of ${quoted(system.name)} decides what follows`
    : `a program of ${quoted(system.name)} can learn: ${quoted(`conditional on ${trigger} { … -> … { ${set} := … } }`)}`;
}

/** `economy.credit_cost(amount: cost)`, as a channel from the source would irritate the sensitivity. */
function callOf(
  { source, system }: TransferFacts,
  sensitivity: string,
  context: CheckContext,
): string | undefined {
  const from = ownerOfPart(source, context);
  const to = systemOf(system, context);
  const carried = from && carriedBy(from.id, context).find(({ name }) => name === source.name);
  if (from === undefined || to === undefined || carried === undefined) return undefined;
  const sides = [
    { id: from.id, name: source.owner ?? from.name },
    { id: to.id, name: system.name },
  ] as const;
  const text = channelInto(sides[0], carried, sides[1], sensitivity, context)?.text ?? "";
  return /-> (\S+?(?:\([^()]*\))?)(?: when .*)?$/u.exec(text)?.[1];
}

/** The target with its arguments or assignments. */
function targetReplaced(place: Place, text: string, context: CheckContext) {
  const rest = /^\s*(?:\([^()]*\)|\{[^{}]*\})/u.exec(textAfter(place, context))?.[0] ?? "";
  return { place: { ...place, end: place.end + rest.length }, text };
}
