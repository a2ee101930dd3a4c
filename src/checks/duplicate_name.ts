import type { Place } from "../base/place.ts";
import { quoted } from "../base/words.ts";
import type { Fix, Words } from "../diagnostics/diagnostic.ts";
import type { DuplicateNameFacts, Thing } from "../model/problems.ts";
import type { Import } from "../model/model.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { textAfter, textBefore } from "./support/around.ts";
import { itemRemoval } from "./support/list_items.ts";
import { described, isSystemKind, noun, plural, withArticle } from "./support/things.ts";

export const duplicate_name = defineCheck<DuplicateNameFacts>({
  name: "duplicate_name",
  severity: "error",
  group: "reading",
  leavesOut: true,
  summary: "a name that is given to two things of one namespace",
  sources: [],

  words(facts, context, place): Words {
    const { name, first, second } = facts;
    const importing = importOf(first.place?.file, place.file, context);
    return {
      message: messageOf(facts),
      label: facts.by === "import" ? "brought in once more" : "the second",
      related: [
        ...(first.place === undefined
          ? []
          : [{ place: first.place, message: `the first, ${described(withoutOwner(facts))}` }]),
        ...(importing === undefined || facts.by === "import"
          ? []
          : [{ place: importing.place, message: "brings in the first" }]),
        ...(second === undefined
          ? []
          : [{ place: second, message: `this ${quoted(name)} is what the import brings in` }]),
      ],
      why: [whyOf(facts)],
      help: [
        ...helpOf(facts),
        ...(importing === undefined || facts.by === "import"
          ? []
          : [
              `to keep the two apart, write ${quoted(`import "${importing.specifier}" as ${aliasFor(`"${importing.specifier}"`)}`)}: the first is then called ${quoted(`${aliasFor(`"${importing.specifier}"`)}.${name}`)}`,
            ]),
      ],
    };
  },

  fixes(facts, context, place): readonly Fix[] {
    const { name, what, by, first } = facts;
    if (what === "value" && /^\s*[,)]/u.test(textAfter(place, context))) {
      return [
        { title: `remove the second ${quoted(name)}`, certain: true, edits: [itemRemoval(place, context)] },
      ];
    }
    if (by === "import") return importFixes(facts, context, place);
    const kind = isSystemKind(what) && isSystemKind(first.what) ? kindBefore(place, context) : undefined;
    if (kind === undefined || !/^\s*\{/u.test(textAfter(place, context))) return [];
    return [
      {
        title: `add this to the first ${quoted(name)}: ${quoted(`extend ${name} { … }`)}`,
        certain: false,
        edits: [{ place: kind, text: "extend" }],
      },
    ];
  },
});

/** The import by which a file brings in another. */
function importOf(target: string | undefined, file: string, { model }: CheckContext): Import | undefined {
  if (target === undefined || target === file) return undefined;
  return model.files.find(({ name }) => name === file)?.imports.find((one) => one.file === target);
}

function messageOf({ name, what, first, by, owner }: DuplicateNameFacts): string {
  const other =
    first.what === what
      ? `${withArticle(noun(what))} ${quoted(name)}`
      : `${withArticle(noun(first.what))} of this name`;
  if (by === "import") return `this import brings in a second ${quoted(name)}`;
  if (what === "value") return `the value ${quoted(name)} is listed twice`;
  if (owner !== undefined) {
    return by === "extend"
      ? `${quoted(owner.name)} has ${other} already, and \`extend\` adds what is not there`
      : `${quoted(owner.name)} has two ${pluralOf(what, first.what)} ${quoted(name)}`;
  }
  return first.what === what
    ? `there are two ${plural(noun(what))} ${quoted(name)}`
    : `${quoted(name)} is ${withArticle(noun(first.what))} and ${withArticle(noun(what))} at once`;
}

function pluralOf(what: Thing, first: Thing): string {
  return what === first ? plural(noun(what)) : "operations or limits";
}

function whyOf({ what, first, by, owner }: DuplicateNameFacts): string {
  if (what === "value") return "the values of a type are told apart by their names alone";
  if (owner === undefined && what !== "choice" && what !== "measure") {
    return "all that a file declares or imports has names of its own, so that each name says what it stands for";
  }
  if (what !== first.what) {
    return "a limit shares its namespace with the operations, since both can be said to occur";
  }
  if (by === "extend")
    return "a model extends a system by what it does not have, and leaves what it has as it is";
  return `with two ${plural(noun(what))} of one name nobody could tell which is meant`;
}

function helpOf({ name, what, first, by, owner }: DuplicateNameFacts): readonly string[] {
  if (what === "value") return [];
  if (by === "import") return [];
  if (by === "extend") return [`give this ${noun(what)} another name, or change the first where it stands`];
  if (owner === undefined && isSystemKind(what) && isSystemKind(first.what)) {
    return [
      `if both are one system, put what the second says into the first, or write ${quoted(`extend ${name} { … }`)}; if they are two, name them so that they can be told apart`,
    ];
  }
  return [`rename one of them, or put what both say into one`];
}

function importFixes(
  { name, what }: DuplicateNameFacts,
  context: CheckContext,
  place: Place,
): readonly Fix[] {
  const end = { ...place, start: place.end };
  if (textBefore(end, context).endsWith('"')) {
    return [
      {
        title: "give the whole import a name of its own, and write it before what it brings in",
        certain: false,
        edits: [{ place: end, text: ` as ${aliasFor(textBefore(end, context))}` }],
      },
    ];
  }
  const other = `other_${name}`;
  const renamed = /\bas\s+$/u.test(textBefore(place, context));
  return [
    {
      title: `call the imported ${noun(what)} ${quoted(other)}`,
      certain: false,
      edits: [renamed ? { place, text: other } : { place: end, text: ` as ${other}` }],
    },
  ];
}

/** A name for a file: the last part of its path, if that can be a name. */
function aliasFor(textWithPath: string): string {
  const path = /"([^"]*)"$/u.exec(textWithPath)?.[1] ?? "";
  const last =
    path
      .replace(/\.sys$/u, "")
      .split("/")
      .at(-1) ?? "";
  return /^[\p{XID_Start}_]\p{XID_Continue}*$/u.test(last) ? `${last}_file` : "imported";
}

/** The words before the name of a system that say of what kind it is. */
function kindBefore(place: Place, context: CheckContext): Place | undefined {
  const words = /(?:function\s+system|organization|interaction|movement|psychic\s+system|machine)\s+$/u.exec(
    textBefore(place, context),
  );
  if (words === null) return undefined;
  const start = place.start - words[0].length;
  return { file: place.file, start, end: start + words[0].trimEnd().length };
}

function withoutOwner({ first }: DuplicateNameFacts): DuplicateNameFacts["first"] {
  return { ...first, owner: undefined };
}
