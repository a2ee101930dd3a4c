import { quoted } from "../base/words.ts";
import type { InstitutionDirection } from "../model/canon/institutions.ts";
import { defineCheck } from "./context.ts";
import { isInEntry } from "./support/at_work.ts";
import { textAt } from "./support/edits.ts";
import { directionOf, institutionOf } from "./support/known_institutions.ts";

interface Facts {
  readonly coupling: string;
  readonly title: string;
  /** The direction that is used, and what the other would carry. */
  readonly from: string;
  readonly to: string;
  readonly back: Pick<InstitutionDirection, "carries" | "operation" | "sensitivity">;
}

export const one_way_coupling = defineCheck<Facts>({
  name: "one_way_coupling",
  severity: "hint",
  group: "couplings",
  summary: "an institution that couples in both directions, used in one",
  fromAbsence: true,
  sources: ["Luhmann 1993, ch. 10", "Luhmann 1997, ch. 4"],
  blindToNumbers: true,

  *detect(context) {
    const { model, index } = context;
    for (const coupling of model.couplings) {
      const { left, right, channels } = coupling;
      const first = channels[0];
      if (left === undefined || right === undefined || first === undefined) continue;
      if (coupling.citations.length > 0 || !isInEntry(coupling.place, context)) continue;
      const [from, to] = first.source.owner === left.id ? [left, right] : [right, left];
      if (channels.some((channel) => channel.source.owner !== from.id || channel.target.owner !== to.id))
        continue;
      const institution = institutionOf(coupling);
      // Language couples every social system with every mind; that one of them is silent is no omission.
      if (institution === undefined || institution.between.includes("social_system")) continue;
      const back = directionOf(institution, to.id, from.id, context);
      if (back === undefined || directionOf(institution, from.id, to.id, context) === undefined) continue;
      // Another institution between the same two may carry what comes back.
      const answered = index
        .couplingsBetween(left.id, right.id)
        .some((each) => each.channels.some((channel) => channel.source.owner === to.id));
      if (answered) continue;
      const fromName = textAt(from.place, context);
      const toName = textAt(to.place, context);
      yield {
        place: coupling.namePlace,
        facts: {
          coupling: coupling.name,
          title: institution.title,
          from: fromName,
          to: toName,
          back: { carries: back.carries, operation: back.operation, sensitivity: back.sensitivity },
        },
      };
    }
  },

  words({ coupling, title, from, to, back }) {
    return {
      message: `\`${coupling}\` leads from \`${from}\` to \`${to}\`, and nothing leads back`,
      label: "used in one direction",
      why: [
        `what is coupled by ${title}${title.includes(",") ? "," : ""} is irritated on both sides: ${back.carries}`,
      ],
      help: [
        `if the model is to show it, let an operation of \`${to}\`, such as ${quoted(back.operation)}, reach a sensitivity of \`${from}\`, such as ${quoted(back.sensitivity)}`,
      ],
    };
  },
});
