import { later } from "../base/later.ts";
import type { Place } from "../base/place.ts";
import { listed, quoted } from "../base/words.ts";
import type { Society, System } from "../model/model.ts";
import type { Id } from "../model/reference.ts";
import type { Differentiation } from "../syntax/tree.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { called } from "./support/names.ts";
import { functionSystemsAtWork } from "./support/at_work.ts";
import { textAt } from "./support/edits.ts";
import { isModelled, whereWritten } from "./support/systems.ts";

interface Facts {
  readonly society: string;
  readonly form: Differentiation;
  readonly systems: readonly { readonly name: string; readonly place: Place | undefined }[];
  /** Where the form is written, after `by`. */
  readonly formPlace: Place | undefined;
}

export const mixed_differentiation = defineCheck<Facts>({
  name: "mixed_differentiation",
  severity: "warning",
  group: "differentiation",
  summary: "function systems in a society that is differentiated otherwise than by function",
  sources: ["Luhmann 1997, ch. 4"],

  *detect(context) {
    const inside = later(() => functionSystemsBySociety(context));
    for (const society of context.model.societies) {
      const form = society.differentiation;
      if (form === undefined || form === "function" || society.citations.length > 0) continue;
      const systems = inside().get(society.id) ?? [];
      if (systems.length === 0) continue;
      const formPlace = placeOfForm(society, form, context);
      const place = formPlace ?? society.namePlace;
      yield {
        place,
        facts: {
          society: called(society, place, context),
          form,
          systems: systems.map((system) => ({
            name: called(system, place, context),
            place: isModelled(system) ? whereWritten(system, context) : undefined,
          })),
          formPlace,
        },
      };
    }
  },

  words({ society, form, systems }) {
    const some = systems.slice(0, 3).map(({ name }) => quoted(name));
    const rest = systems.length > 3 ? [`${systems.length - 3} more`] : [];
    return {
      message: `\`${society}\` is differentiated by ${wordFor(form)} and has ${systems.length === 1 ? "the function system" : "the function systems"} ${listed([...some, ...rest])}`,
      label: "the primary form of differentiation",
      related: systems
        .slice(0, 3)
        .flatMap(({ name, place }) =>
          place === undefined ? [] : [{ place, message: `\`${name}\` is a function system` }],
        ),
      why: [
        "a society has one primary form of differentiation; function systems that are open to everybody presuppose that it is the function",
      ],
      help: [
        `write \`differentiated by function\`, or \`cite\` the description of this mixture in the body of \`society ${society}\``,
      ],
    };
  },

  fixes({ formPlace }) {
    if (formPlace === undefined) return [];
    return [
      {
        title: "differentiate it by function",
        certain: false,
        edits: [{ place: formPlace, text: "function" }],
      },
    ];
  },
});

/** The function systems at work in each society, which they may be within by way of others. */
function functionSystemsBySociety(context: CheckContext): ReadonlyMap<Id, readonly System[]> {
  const inside = new Map<Id, System[]>();
  for (const system of functionSystemsAtWork(context)) {
    for (const society of societiesOf(system, context)) {
      const systems = inside.get(society);
      if (systems === undefined) inside.set(society, [system]);
      else systems.push(system);
    }
  }
  return inside;
}

/** A system that is within nothing is in the only society there is. */
function societiesOf(system: System, { model, index }: CheckContext): ReadonlySet<Id> {
  const societies = new Set<Id>();
  const around = new Set<Id>([system.id]);
  for (const id of around) {
    for (const ref of index.system(id)?.within ?? []) {
      if (index.system(ref.id) === undefined) societies.add(ref.id);
      else around.add(ref.id);
    }
  }
  const [only, second] = model.societies;
  return societies.size === 0 && only !== undefined && second === undefined ? new Set([only.id]) : societies;
}

function placeOfForm(society: Society, form: Differentiation, context: CheckContext): Place | undefined {
  const { file } = society.place;
  const rest = textAt({ file, start: society.namePlace.end, end: society.place.end }, context);
  const words = /^[^{]*?differentiated\s+by\s+/u.exec(rest);
  if (words === null) return undefined;
  const start = society.namePlace.end + words[0].length;
  return rest.startsWith(form, words[0].length) ? { file, start, end: start + form.length } : undefined;
}

function wordFor(form: Differentiation): string {
  return form === "center_periphery" ? "center and periphery" : form;
}
