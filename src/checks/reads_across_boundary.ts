import type { Place } from "../base/place.ts";
import { quoted } from "../base/words.ts";
import type { Fix, Words } from "../diagnostics/diagnostic.ts";
import type { ReadsAcrossBoundaryFacts } from "../model/problems.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { textAt } from "./support/edits.ts";
import { carriersBetween, sourceName, targetName } from "./support/carriers.ts";
import { namesIn } from "./support/names.ts";
import { ownerOf } from "./support/owners.ts";
import { namesListed, noun, withArticle } from "./support/things.ts";

export const reads_across_boundary = defineCheck<ReadsAcrossBoundaryFacts>({
  name: "reads_across_boundary",
  severity: "error",
  group: "closure",
  leavesOut: true,
  summary: "an expression that reads what belongs to another system, or to the environment",
  sources: ["Luhmann 1984, ch. 1 and 5", "Luhmann 1997, ch. 1"],

  words(facts, context, place): Words {
    const { thing, owner, visible } = facts;
    const own = visible.filter(({ name }) => name !== thing.name).map(({ name }) => name);
    return {
      message: messageOf(facts),
      label:
        thing.place === undefined
          ? `of ${quoted(owner.name)}, which has nothing of this name`
          : `${withArticle(noun(thing.what))} of ${quoted(owner.name)}`,
      related:
        thing.place === undefined
          ? []
          : [{ place: thing.place, message: `${quoted(owner.name)} has it for itself` }],
      why: [whyOf(facts)],
      help: [
        helpOf(facts, place, context),
        own.length === 0
          ? "here nothing can be read but numbers and values"
          : `here can be read ${namesListed(own)}`,
      ],
    };
  },

  fixes(facts, context, place): readonly Fix[] {
    const { thing, visible, construct } = facts;
    const same = visible.find(({ name, what }) => name === thing.name && what === "parameter");
    if (same !== undefined) {
      return [
        {
          title: `read the parameter ${quoted(same.name)}, which is at hand`,
          certain: false,
          edits: [{ place, text: same.name }],
        },
      ];
    }
    return construct === "initial value" || construct === "size"
      ? constantInstead(facts, place, context)
      : [];
  },
});

function messageOf({ name, thing, owner, reader, construct }: ReadsAcrossBoundaryFacts): string {
  const whose = name.includes(".") ? "" : ` of ${quoted(owner.name)}`;
  const what = `${thing.place === undefined ? "" : `the ${noun(thing.what)} `}${quoted(name)}${whose}`;
  switch (construct) {
    case "program":
    case "sensitivity":
    case "limit":
      return `${quoted(reader.name)} reads ${what} across its boundary`;
    case "channel condition":
    case "channel argument":
    case "channel assignment":
    case "channel option":
      return `a channel of ${quoted(reader.name)} reads ${what}, which it does not carry`;
    case "becomes":
      return `${quoted(reader.name)} moves by ${what}, which no channel brings to it`;
    case "initial value":
    case "size":
      return `${quoted(reader.name)} begins with ${what}, which lies outside of it`;
  }
}

function whyOf({ reader, owner, construct }: ReadsAcrossBoundaryFacts): string {
  switch (construct) {
    case "program":
    case "sensitivity":
    case "limit":
      return `${quoted(reader.name)} is in contact with itself alone: what is so in ${quoted(owner.name)} reaches it as an irritation, by a coupling, or not at all`;
    case "channel condition":
    case "channel argument":
    case "channel assignment":
    case "channel option":
      return "a coupling carries what happens on one side to the other; the structures of both sides stay closed to it";
    case "becomes":
      return "a quantity moves by the quantities around it, and by what systems do to it through channels";
    case "initial value":
    case "size":
      return "what is so at the start is an assumption of its own, and is read off nothing";
  }
}

/** How what is read could come here: by a channel that there is, or by one to be made. */
function helpOf(facts: ReadsAcrossBoundaryFacts, place: Place, context: CheckContext): string {
  const { thing, owner, reader, construct } = facts;
  switch (construct) {
    case "program":
    case "sensitivity":
    case "limit":
      return broughtBy(facts, place, context);
    case "channel condition":
    case "channel argument":
    case "channel assignment":
    case "channel option":
      return thing.what === "expectation"
        ? `let the operation that is carried say it, as a parameter: ${quoted(owner.name)} gives it when it operates`
        : `let a channel from ${quoted(`${owner.name}.${thing.name}`)} carry it`;
    case "becomes":
      return `let an operation carry it: a channel into ${quoted(reader.name)} with ${quoted("{ … := … }")}`;
    case "initial value":
    case "size":
      return "write the number or value itself; a scenario can assume another with `given`";
  }
}

function broughtBy(
  { thing, owner, reader }: ReadsAcrossBoundaryFacts,
  place: Place,
  context: CheckContext,
): string {
  const from = ownerOf(owner, context);
  const to = ownerOf(reader, context);
  const carriers = from === undefined || to === undefined ? [] : carriersBetween(from.id, to.id, context);
  const happens = thing.what === "operation" || thing.what === "event";
  const carrier =
    carriers.find(({ channel }) => channel.source.name === thing.name) ??
    carriers.find(({ channel }) => channel.target.kind === "sensitivity");
  if (carrier !== undefined) {
    const { coupling, channel } = carrier;
    const names = namesIn(place.file, context);
    if (happens && channel.source.name === thing.name && channel.target.kind === "sensitivity") {
      return `${quoted(names(coupling.id))} brings ${quoted(sourceName(channel, names))} to ${quoted(targetName(channel, names))}: decide on that, in a program ${quoted(`on ${channel.target.name}`)}`;
    }
    if (!happens)
      return `${quoted(names(coupling.id))} brings ${quoted(sourceName(channel, names))} to ${quoted(targetName(channel, names))}: let it carry ${quoted(thing.name)} as a parameter, and decide on that`;
  }
  if (happens) {
    return `let a coupling carry it to something that ${quoted(reader.name)} is sensitive to: ${quoted(`${owner.name}.${thing.name} -> ${reader.name}.…`)}, and decide on the irritation`;
  }
  const source = thing.what === "quantity" ? `${owner.name}.${thing.name}` : `${owner.name}.…`;
  return `let a coupling bring it: ${quoted(`${source} -> ${reader.name}.…(${thing.name}: ${thing.what === "quantity" ? thing.name : "…"})`)}, and decide on the irritation`;
}

/** The value that what is read begins with, if it is written as a mere number or name. */
function constantInstead(
  { thing, owner }: ReadsAcrossBoundaryFacts,
  place: Place,
  context: CheckContext,
): readonly Fix[] {
  const id = ownerOf(owner, context)?.id ?? "";
  const read = context.index.expectation(id, thing.name) ?? context.index.quantity(id, thing.name);
  const text = read === undefined ? "" : textAt(read.initial.place, context);
  if (!/^[\p{XID_Continue}.%]+$/u.test(text)) return [];
  return [{ title: `write ${quoted(text)}, which it begins with`, certain: false, edits: [{ place, text }] }];
}
