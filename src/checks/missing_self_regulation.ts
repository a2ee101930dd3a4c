import type { Place } from "../base/place.ts";
import { listed, quoted } from "../base/words.ts";
import type { Edit } from "../diagnostics/diagnostic.ts";
import type { Program, System } from "../model/model.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { isInEntry } from "./support/at_work.ts";
import { after } from "./support/insertion.ts";
import type { Gap } from "./support/route.ts";
import { routeOf } from "./support/route.ts";
import { anyArguments } from "./support/routes.ts";
import { programTemplate } from "./support/template.ts";
import { memberAdded } from "./support/edits.ts";
import { namesIn } from "./support/names.ts";

interface Facts {
  readonly regulation: string;
  readonly system: string;
  /** How the irritation arrives, and at which sensitivities. */
  readonly arriving: { readonly coupling: string; readonly sensitivities: readonly string[] };
  /** What the next coupling would carry on. */
  readonly leaving: {
    readonly coupling: string;
    readonly operations: readonly string[];
    readonly to: string;
  };
  /** The programs that decide on what arrives. */
  readonly programs: readonly { readonly name: string; readonly place: Place }[];
  readonly edit: Edit | undefined;
}

export const missing_self_regulation = defineCheck<Facts>({
  name: "missing_self_regulation",
  severity: "warning",
  group: "regulation",
  summary: "a regulation that passes a system which does nothing by itself on the way",
  fromAbsence: true,
  sources: ["Teubner 1983", "Luhmann 1988, ch. 10"],
  blindToNumbers: true,

  *detect(context) {
    for (const regulation of context.model.regulations) {
      if (!isInEntry(regulation.place, context)) continue;
      const route = routeOf(regulation, context);
      if (route.kind !== "whole") continue;
      for (const gap of route.gaps) {
        const system = context.index.system(gap.arriving.to);
        if (system === undefined) continue;
        yield { place: gap.arriving.ref.place, facts: factsOf(regulation.name, gap, system, context) };
      }
    }
  },

  words({ regulation, system, arriving, leaving, programs }) {
    const operations = listed(leaving.operations.slice(0, 3).map(quoted), "or");
    const sensitivities = listed(arriving.sensitivities.map(quoted), "or");
    const decided = programs.length > 0;
    return {
      message: `on its way through \`${system}\`, \`${regulation}\` has nothing that goes on to \`${leaving.to}\``,
      label: `\`${system}\` hears ${sensitivities}, and does nothing then that \`${leaving.coupling}\` carries`,
      related: programs.slice(0, 3).map(({ name, place }) => ({
        place,
        message: `\`${name}\` decides on it, and emits nothing of the kind`,
      })),
      why: [
        "nothing passes through a system: it is irritated, regulates itself, and only its own next operation irritates the next (Teubner 1983)",
      ],
      help: [
        decided
          ? `let ${listed(
              programs.slice(0, 3).map((program) => quoted(program.name)),
              "or",
            )} emit ${operations} in one of its clauses`
          : `let \`${system}\` decide on ${sensitivities} with a program that emits ${operations}`,
      ],
    };
  },

  fixes({ system, leaving, edit }) {
    if (edit === undefined) return [];
    return [
      {
        title: `let \`${system}\` answer with ${quoted(leaving.operations[0] ?? "")}`,
        certain: false,
        edits: [edit],
      },
    ];
  },
});

function factsOf(
  regulation: string,
  { arriving, leaving }: Gap,
  system: System,
  context: CheckContext,
): Facts {
  const { index } = context;
  const name = namesIn(arriving.ref.place.file, context);
  const sensitivities = [
    ...new Set(arriving.channels.flatMap(({ target }) => (target.kind === "sensitivity" ? target.name : []))),
  ];
  const operations = [...new Set(leaving.channels.map(({ source }) => source.name))];
  const programs = [...new Set(sensitivities.flatMap((each) => index.programsOn(system.id, each)))];
  return {
    regulation,
    system: name(system.id),
    arriving: { coupling: name(arriving.coupling.id), sensitivities },
    leaving: { coupling: name(leaving.coupling.id), operations, to: name(leaving.to) },
    programs: programs.map((program) => ({ name: program.name, place: program.namePlace })),
    edit: editFor(system, sensitivities[0], operations[0], programs[0], context),
  };
}

/** The operation as an effect of the first clause that decides on the irritation, or in a program of its own. */
function editFor(
  system: System,
  sensitivity: string | undefined,
  operation: string | undefined,
  program: Program | undefined,
  context: CheckContext,
): Edit | undefined {
  const emitted = system.operations.find(({ name }) => name === operation);
  if (emitted === undefined) return undefined;
  const emission = `emit ${emitted.name}${anyArguments(emitted.parameters)}`;
  if (program === undefined) {
    const heard = system.sensitivities.find(({ name }) => name === sensitivity);
    const lines = heard && programTemplate(system, heard, context);
    const [head = "", clause = "", ...rest] = lines ?? [];
    return lines && memberAdded(system, [head, `${clause} { ${emission} }`, ...rest], context);
  }
  const [clause] = program.clauses;
  if (clause === undefined) return undefined;
  const last = clause.effects.at(-1);
  return last === undefined
    ? { place: after(clause.place), text: ` { ${emission} }` }
    : { place: after(last.place), text: ` ${emission}` };
}
