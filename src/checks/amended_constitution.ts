import type { Place } from "../base/place.ts";
import { quoted } from "../base/words.ts";
import type { Edit } from "../diagnostics/diagnostic.ts";
import { defineCheck } from "./context.ts";
import { modeSet } from "./support/expectations.ts";
import { everyExpression } from "../model/expression_parts.ts";
import { called } from "./support/names.ts";
import { isWrittenIn } from "./support/systems.ts";

interface Facts {
  readonly system: string;
  readonly limit: string;
  readonly limitPlace: Place;
  /** What the limit reads. */
  readonly reads: string;
  readonly reason:
    | { readonly kind: "cognitive"; readonly place: Place; readonly edit: Edit | undefined }
    | { readonly kind: "designated" }
    | { readonly kind: "amended"; readonly program: string; readonly place: Place };
}

export const amended_constitution = defineCheck<Facts>({
  name: "amended_constitution",
  severity: "error",
  group: "programs",
  summary: "a constitutional limit that reads what is not normative, or what a program amends",
  sources: ["Teubner 2011", "Luhmann 1993, ch. 10"],

  *detect(context) {
    for (const system of context.model.systems) {
      for (const limit of system.limits) {
        if (!limit.constitutional || !isWrittenIn(system, limit)) continue;
        const found = new Set<string>();
        for (const part of everyExpression(limit.when)) {
          const facts = {
            system: called(system, part.place, context),
            limit: limit.name,
            limitPlace: limit.namePlace,
          };
          if (part.kind === "designated" && !found.has("designated")) {
            found.add("designated");
            yield {
              place: part.place,
              facts: { ...facts, reads: "designated", reason: { kind: "designated" } },
            };
          }
          if (part.kind !== "expectation" || part.owner !== system.id || found.has(part.name)) continue;
          found.add(part.name);
          const expectation = context.index.expectation(system.id, part.name);
          if (expectation?.mode === "cognitive") {
            const edit = modeSet(expectation, "normative", context);
            const reason = { kind: "cognitive", place: expectation.namePlace, edit } as const;
            yield { place: part.place, facts: { ...facts, reads: part.name, reason } };
            continue;
          }
          for (const program of system.programs) {
            const amended = program.amends.find((word) => word.text === part.name);
            if (amended === undefined) continue;
            const reason = { kind: "amended", program: program.name, place: amended.place } as const;
            yield { place: part.place, facts: { ...facts, reads: part.name, reason } };
            break;
          }
        }
      }
    }
  },

  words({ system, limit, reads, reason }) {
    const why = [
      "a constitution binds the system beyond what its programs may change; what they can change, or what gives way to disappointment, cannot bind them",
    ];
    switch (reason.kind) {
      case "cognitive":
        return {
          message: `the constitutional limit ${quoted(limit)} of ${quoted(system)} reads ${quoted(reads)}, which is not normative`,
          label: "gives way when it is disappointed",
          related: [{ place: reason.place, message: "cognitive: any program may change it" }],
          why,
          help: [`make ${quoted(reads)} normative, or leave \`constitutional\` out`],
        };
      case "designated":
        return {
          message: `the constitutional limit ${quoted(limit)} of ${quoted(system)} reads \`designated\`, which every decision changes`,
          label: "changes with every decision",
          why,
          help: [
            `let ${quoted(limit)} read parameters of the operation and normative expectations, or leave \`constitutional\` out`,
          ],
        };
      case "amended":
        return {
          message: `the constitutional limit ${quoted(limit)} of ${quoted(system)} reads ${quoted(reads)}, which ${quoted(reason.program)} amends`,
          label: `${quoted(reason.program)} can move this limit`,
          related: [{ place: reason.place, message: "amended here" }],
          why,
          help: [
            `take ${quoted(reads)} out of what ${quoted(reason.program)} \`amends\`, let ${quoted(limit)} read an expectation that no program amends, or leave \`constitutional\` out`,
          ],
        };
    }
  },

  fixes({ reads, reason }) {
    if (reason.kind !== "cognitive" || reason.edit === undefined) return [];
    return [{ title: `make ${quoted(reads)} normative`, certain: false, edits: [reason.edit] }];
  },
});
