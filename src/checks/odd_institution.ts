import { quoted } from "../base/words.ts";
import type { Place } from "../base/place.ts";
import { defineCheck } from "./context.ts";
import { called } from "./support/names.ts";
import { institutionOf, isKnownBetween, knownInstitutions } from "./support/known_institutions.ts";

interface Facts {
  readonly coupling: string;
  readonly left: string;
  readonly right: string;
  /** Of the two those that the institution does not couple with any other. */
  readonly strangers: readonly { readonly name: string; readonly place: Place }[];
  /** What the canon calls the institution, and what that couples. */
  readonly title: string;
  readonly between: readonly [string, string];
  readonly source: string | undefined;
  /** What the canon knows between these two instead. */
  readonly known: readonly { readonly name: string; readonly title: string }[];
}

export const odd_institution = defineCheck<Facts>({
  name: "odd_institution",
  severity: "hint",
  group: "couplings",
  summary: "an institution between systems that it is not known to couple",
  sources: ["Luhmann 1993, ch. 10", "Luhmann 1997, ch. 4"],
  blindToNumbers: true,

  *detect(context) {
    const { model, index } = context;
    for (const coupling of model.couplings) {
      const { left, right } = coupling;
      if (left === undefined || right === undefined || left.id === right.id) continue;
      // A source is the evidence that this check asks for.
      if (coupling.citations.length > 0) continue;
      if (index.canonicalName(left.id) === undefined || index.canonicalName(right.id) === undefined) continue;
      const institution = institutionOf(coupling);
      if (institution === undefined || isKnownBetween(institution, left.id, right.id, context)) continue;
      const sides = new Set<string>(institution.between);
      yield {
        place: coupling.namePlace,
        facts: {
          coupling: coupling.name,
          left: called(left, coupling.namePlace, context),
          right: called(right, coupling.namePlace, context),
          strangers: [left, right]
            .filter(({ id }) => !sides.has(index.canonicalName(id) ?? ""))
            .map((side) => ({ name: called(side, coupling.namePlace, context), place: side.place })),
          title: institution.title,
          between: institution.between,
          source: institution.source,
          known: knownInstitutions(left.id, right.id, context).map(({ name, title }) => ({ name, title })),
        },
      };
    }
  },

  words({ coupling, left, right, strangers, title, between, source, known }) {
    const [one, other] = between.map((side) => side.replaceAll("_", " "));
    const origin = source === undefined ? "" : ` (${source})`;
    const [first] = known;
    return {
      message: `\`${coupling}\` is not known to couple \`${left}\` and \`${right}\``,
      label: `${title}: known between ${one} and ${other}`,
      related: strangers.map(({ name, place }) => ({ place, message: `\`${name}\` on this side` })),
      why: [
        `by ${title}, ${one} and ${other} are coupled${origin}: each institution fits the two codes between which it stands, and no others`,
      ],
      help: [
        first === undefined
          ? "give the coupling a name of its own, or `cite` who has described it between these two"
          : `the canon knows ${first.title} between \`${left}\` and \`${right}\`, ${quoted(first.name)}; to keep \`${coupling}\`, \`cite\` who has described it between these two`,
      ],
    };
  },
});
