import { listed, quoted } from "../base/words.ts";
import type { Place } from "../base/place.ts";
import type { Coupling } from "../model/model.ts";
import type { Id } from "../model/reference.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { called } from "./support/names.ts";
import { textAt } from "./support/edits.ts";
import { channelsBetween } from "./support/proposal.ts";

interface Facts {
  readonly coupling: string;
  readonly left: string;
  readonly right: string;
  /** Channels that the two sides would allow, as text; the first is the proposal. */
  readonly channels: readonly string[];
  /** What neither side has, so that no channel can be proposed. */
  readonly missing: readonly string[];
  /** Where the first channel goes: what stands between the brackets. */
  readonly inside: Place;
}

export const empty_coupling = defineCheck<Facts>({
  name: "empty_coupling",
  severity: "warning",
  group: "couplings",
  summary: "a coupling without a channel",
  fromAbsence: true,
  sources: ["Luhmann 1993, ch. 10"],

  *detect(context) {
    for (const coupling of context.model.couplings) {
      const { left, right } = coupling;
      if (left === undefined || right === undefined || left.id === right.id) continue;
      if (coupling.channels.length > 0) continue;
      // A channel that could not be read has been reported; the coupling is not empty then.
      const text = textAt(coupling.place, context);
      const open = text.indexOf("{");
      if (open < 0 || !text.endsWith("}") || text.includes("->")) continue;
      const start = coupling.place.start;
      const leftName = textAt(left.place, context);
      const rightName = textAt(right.place, context);
      yield {
        place: coupling.namePlace,
        facts: {
          coupling: coupling.name,
          left: called(left, coupling.namePlace, context),
          right: called(right, coupling.namePlace, context),
          channels: [
            ...channelsBetween({ id: left.id, name: leftName }, { id: right.id, name: rightName }, context),
            ...channelsBetween({ id: right.id, name: rightName }, { id: left.id, name: leftName }, context),
          ],
          missing: [left.id, right.id].flatMap((id) => lackOf(id, coupling, context)),
          inside: { file: coupling.place.file, start: start + open + 1, end: start + text.length - 1 },
        },
      };
    }
  },

  words({ coupling, left, right, channels, missing }) {
    return {
      message: `the coupling \`${coupling}\` carries nothing between \`${left}\` and \`${right}\``,
      label: "no channel",
      why: [
        "a coupling is the selection of what may irritate: it shuts out everything but its channels, so without one it only shuts out",
      ],
      help:
        channels[0] !== undefined
          ? [`say what it carries, such as \`${channels[0]}\``]
          : missing.length > 0
            ? [`say what it carries; so far ${listed(missing)}`]
            : [`say what it carries: \`${left}.… -> ${right}.…\``],
    };
  },

  fixes({ channels, inside }, context) {
    const channel = channels[0];
    if (channel === undefined) return [];
    const rest = textAt(inside, context).trim();
    return [
      {
        title: `let it carry ${quoted(channel)}`,
        certain: false,
        edits: [{ place: inside, text: `\n${rest === "" ? "" : `  ${rest}\n`}  ${channel}\n` }],
      },
    ];
  },
});

/** What a system lacks that a channel would hold on to. */
function lackOf(id: Id, { place }: Coupling, context: CheckContext): readonly string[] {
  const system = context.index.system(id);
  if (system === undefined || (system.operations.length > 0 && system.sensitivities.length > 0)) return [];
  const name = quoted(called(system, place, context));
  if (system.operations.length > 0) return [`${name} is sensitive to nothing`];
  if (system.sensitivities.length > 0) return [`${name} has no operation`];
  return [`${name} has neither operations nor sensitivities`];
}
