/*
 * A channel, moved into a coupling of its own. The language names no translation but by the coupling that does it, so this
 * is how one comes by a name: it can then be told of, closed, and passed by a regulation alone. Every run stays as it is.
 */
import type { Place, Span } from "../../base/place.ts";
import { quoted } from "../../base/words.ts";
import type { CheckContext } from "../../checks/context.ts";
import { textAt } from "../../checks/support/edits.ts";
import { namesIn } from "../../checks/support/names.ts";
import { newName } from "../../checks/support/new_declaration.ts";
import type { Edit } from "../../diagnostics/diagnostic.ts";
import type { Channel, Coupling } from "../../model/model.ts";
import { beginOfLine, endOfLine } from "../../syntax/layout.ts";
import { occurrencesOf } from "../occurrences.ts";
import { textOf } from "../study.ts";
import { draws, movedPast, referencesChanged, type Move } from "./moved_channel.ts";
import { isPointedAt, isRefused, refused, type Asked, type Offer, type Refactoring, type Refused } from "./refactoring.ts"; // prettier-ignore
import { contextOf, nothingNamed } from "./surroundings.ts";

export const extractTranslation: Refactoring = {
  name: "extract",
  title: "Give the translation of a channel a coupling of its own",
  applies: "to a channel of a coupling that has others",
  usage: "FILE:LINE [NAME], or FILE OPERATION SENSITIVITY [NAME]",
  examples: [
    "niklas refactor extract city.sys:42 penalty",
    "niklas refactor extract city.sys law.judgment economy.credit_cost penalty",
  ],
  kind: "extract",
  keepsRuns: true,
  find,
};

interface Found {
  readonly coupling: Coupling;
  readonly channel: Channel;
}

function find(asked: Asked): readonly Offer[] | Refused {
  const { study, words } = asked;
  const context = contextOf(study);
  const names = namesIn(study.entry, context);
  const all = context.model.couplings
    .filter(({ place }) => place.file === study.entry)
    .flatMap((coupling) => coupling.channels.map((channel): Found => ({ coupling, channel })));
  const [first = "", second] = words;
  const byName = first.includes(".");
  if (byName && second === undefined)
    return refused("it is not said where the channel leads", "name both ends: `law.judgment economy.credit_cost`"); // prettier-ignore
  const source = ({ channel }: Found): string => `${names(channel.source.owner)}.${channel.source.name}`;
  const target = ({ channel: { target: to } }: Found): string =>
    to.kind === "sensitivity" ? `${names(to.owner)}.${to.name}` : names(to.owner);
  const meant = all.filter((found) =>
    byName ? source(found) === first && target(found) === second : isPointedAt(found.channel.place, asked),
  );
  if (meant.length === 0 && byName)
    return nothingNamed(`${first} -> ${second}`, all.map((found) => `${source(found)} -> ${target(found)}`), "among the channels"); // prettier-ignore
  const name = byName ? words[2] : words[0];
  const answers = meant.map((found) =>
    offerFor(found, name, asked, context, `${quoted(source(found))} into ${quoted(target(found))}`),
  );
  const [only, another] = answers;
  if (words.length > 0 && another === undefined && only !== undefined && "reason" in only) return only;
  return answers.flatMap((answer) => ("reason" in answer ? [] : [answer]));
}

function offerFor(
  { coupling, channel }: Found,
  wanted: string | undefined,
  asked: Asked,
  context: CheckContext,
  what: string,
): Offer | Refused {
  const { left, right, channels } = coupling;
  const called = quoted(coupling.name);
  if (left === undefined || right === undefined) return refused(`what ${called} couples is not known`);
  if (channels.length === 1)
    return refused(`${called} has this channel alone, and is the name of its translation`);
  if (channels.slice(channels.indexOf(channel)).some(draws))
    return refused(
      "chance would come out otherwise",
      `what is drawn depends on the place in ${called} at which it is drawn`,
    );
  const side = movedPast(coupling, channel);
  if (side === undefined)
    return refused(
      `channels before and after it in ${called} lead to the same end, and which comes first there would change`,
      "move it to the beginning or the end of the coupling first, if that is meant",
    );
  if (wanted !== undefined && context.shared.declaredNames().has(wanted))
    return refused(`there is something called ${quoted(wanted)} already`);
  const name = wanted ?? newName(`${coupling.name}_${channel.source.name}`, context);
  return {
    title: `Give the translation of ${what} a coupling of its own`,
    place: channel.place,
    words: [name],
    points: "column",
    preferred: false,
    edits: () => editsFor({ coupling, channel, name, side }, asked, context),
  };
}

function editsFor(move: Move, asked: Asked, context: CheckContext): readonly Edit[] | Refused {
  const { coupling, channel, name, side } = move;
  const { study } = asked;
  const references = referencesChanged(move, occurrencesOf(study), asked, context);
  if (isRefused(references)) return references;
  const text = textOf(study, study.entry);
  const taken = withComments(channel, context);
  const [left = "", right = ""] = [coupling.left, coupling.right].map(
    (ref) => ref && textAt(ref.place, context),
  );
  const moved = text.slice(taken.start, taken.end).trim();
  const lines = `coupling ${name} between ${left} and ${right} {\n  ${moved}\n}`;
  const file = study.entry;
  const whole = wholeLines(text, taken);
  const start = startWithDoc(coupling, text);
  return [
    side === "after"
      ? { place: { file, start: coupling.place.end, end: coupling.place.end }, text: `\n\n${lines}` }
      : { place: { file, start, end: start }, text: `${lines}\n\n` },
    { place: { file, ...whole }, text: "" },
    ...references,
  ];
}

/** A channel with the comments that stand above it and behind it. */
function withComments({ place }: Channel, context: CheckContext): Place {
  const text = context.source(place.file)?.text ?? "";
  let start = place.start;
  for (;;) {
    const begin = beginOfLine(text, start);
    if (text.slice(begin, start).trim() !== "" || begin === 0) break;
    const above = beginOfLine(text, begin - 1);
    const line = text.slice(above, begin).trim();
    if (!line.startsWith("//")) break;
    start = above + text.slice(above, begin).indexOf("//");
  }
  const behind = /^[ \t]*\/\/[^\r\n]*/u.exec(text.slice(place.end, endOfLine(text, place.end)));
  return { ...place, start, end: place.end + (behind?.[0].length ?? 0) };
}

/** The stretch with its line break, if nothing else stands on its lines. */
function wholeLines(text: string, { start, end }: Span): Span {
  const [begin, finish] = [beginOfLine(text, start), endOfLine(text, end)];
  if (text.slice(begin, start).trim() !== "" || text.slice(end, finish).trim() !== "") return { start, end };
  return { start: begin, end: Math.min(text.length, finish + (text.startsWith("\r\n", finish) ? 2 : 1)) };
}

/** Where the lines of comment begin that belong to a coupling. */
function startWithDoc({ place, doc }: Coupling, text: string): number {
  let start = beginOfLine(text, place.start);
  if (doc === undefined) return place.start;
  while (start > 0) {
    const above = beginOfLine(text, start - 1);
    if (!text.slice(above, start).trim().startsWith("///")) break;
    start = above;
  }
  return start;
}
