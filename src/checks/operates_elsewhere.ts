import { quoted } from "../base/words.ts";
import type { Fix, Words } from "../diagnostics/diagnostic.ts";
import type { OperatesElsewhereFacts } from "../model/problems.ts";
import type { Place } from "../base/place.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { carriersBetween, targetName } from "./support/carriers.ts";
import { ownerOf } from "./support/owners.ts";
import { signatureOf } from "./support/signature.ts";
import { textAfter } from "./support/around.ts";
import { namesIn } from "./support/names.ts";
import { anyValueOf } from "./support/proposal.ts";
import { namesListed, noun, withArticle } from "./support/things.ts";

/** So many ways to say it with an operation of the system's own. */
const mostFixes = 2;

export const operates_elsewhere = defineCheck<OperatesElsewhereFacts>({
  name: "operates_elsewhere",
  severity: "error",
  group: "closure",
  leavesOut: true,
  summary: "a program that performs another system's operation, or sets what another system expects",
  sources: ["Luhmann 1984, ch. 1", "Luhmann 1997, ch. 1"],

  words(facts, context, place): Words {
    const { kind, system, thing, owner, own } = facts;
    return {
      message: messageOf(facts),
      label: `not ${quoted(system.name)}'s own`,
      related:
        thing.place === undefined
          ? []
          : [{ place: thing.place, message: `belongs to ${quoted(owner.name)}` }],
      why: [whyOf(facts)],
      help: [
        ...reachedBy(facts, place, context),
        own.length === 0
          ? `${quoted(system.name)} has no ${noun(kind === "emit" ? "operation" : "expectation")} of its own yet`
          : `${quoted(system.name)} can ${kind === "emit" ? "emit" : "set"} ${namesListed(own.map((each) => each.name))}`,
      ],
    };
  },

  fixes(facts, context, place): readonly Fix[] {
    if (facts.kind === "assignment") return [];
    const args = /^\s*\([^()]*\)/u.exec(textAfter(place, context))?.[0] ?? "";
    const system = ownerOf(facts.system, context);
    const names = new Set(carriers(facts, context).map(({ channel }) => channel.source.name));
    return [...names].slice(0, mostFixes).flatMap((name): readonly Fix[] => {
      const operation = system === undefined ? undefined : context.index.operation(system.id, name);
      if (operation === undefined) return [];
      const given = operation.parameters.map((each) => `${each.name}: ${anyValueOf(each.type)}`).join(", ");
      const call = given === "" ? name : `${name}(${given})`;
      return [
        {
          title: `emit ${quoted(signatureOf(name, operation.parameters))}, which is carried to ${quoted(facts.owner.name)}`,
          certain: false,
          edits: [{ place: { ...place, end: place.end + args.length }, text: call }],
        },
      ];
    });
  },
});

function messageOf({ kind, system, program, thing, owner }: OperatesElsewhereFacts): string {
  const who = `${quoted(program)} of ${quoted(system.name)}`;
  const what = quoted(`${owner.name}.${thing.name}`);
  if (thing.what === "event" || thing.what === "quantity") {
    return `${who} ${kind === "emit" ? "emits" : "sets"} ${what}, ${withArticle(thing.what)} of the environment`;
  }
  return kind === "emit"
    ? `${who} emits ${what}, which only ${quoted(owner.name)} itself can perform`
    : `${who} sets ${what}, which only ${quoted(owner.name)} itself can change`;
}

function whyOf({ kind, system, owner, thing }: OperatesElsewhereFacts): string {
  if (thing.what === "event") {
    return `${quoted(owner.name)} is environment: what happens there is done by no system`;
  }
  if (thing.what === "quantity") {
    return `${quoted(owner.name)} is environment of ${quoted(system.name)}: what a system does changes it by a channel`;
  }
  return kind === "emit"
    ? `a system consists of its own operations and of no others: ${quoted(system.name)} can occasion what ${quoted(owner.name)} does, and cannot do it in its place`
    : `a system changes its structures by its own operations: ${quoted(system.name)} can irritate ${quoted(owner.name)}, and cannot decide what it is to expect`;
}

function carriers({ system, owner }: OperatesElsewhereFacts, context: CheckContext) {
  const from = ownerOf(system, context);
  const to = ownerOf(owner, context);
  return from === undefined || to === undefined ? [] : carriersBetween(from.id, to.id, context);
}

/** How the system can move the other: by the channels that there are, else by one to be made. */
function reachedBy(facts: OperatesElsewhereFacts, place: Place, context: CheckContext): readonly string[] {
  const { system, owner, own, thing } = facts;
  const found = carriers(facts, context).slice(0, mostFixes);
  const names = namesIn(place.file, context);
  if (found.length > 0) {
    const sentences = found.map(
      ({ coupling, channel }) =>
        `${quoted(names(coupling.id))} carries ${quoted(`${system.name}.${channel.source.name}`)} to ${quoted(targetName(channel, names))}: emit that, and leave the answer to ${quoted(owner.name)}`,
    );
    return [...new Set(sentences)];
  }
  const [first] = facts.kind === "emit" ? own : [];
  const operation = `${system.name}.${first?.name ?? "…"}`;
  const target = thing.what === "quantity" ? `${owner.name} { ${thing.name} := … }` : `${owner.name}.…`;
  return [
    `do something of ${quoted(system.name)}'s own and let a coupling carry it: ${quoted(`${operation} -> ${target}`)}`,
  ];
}
