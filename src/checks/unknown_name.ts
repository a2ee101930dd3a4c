import { counted, listed, quoted } from "../base/words.ts";
import type { Fix, Related, Words } from "../diagnostics/diagnostic.ts";
import type { Named, UnknownNameFacts } from "../model/problems.ts";
import { defineCheck, type CheckContext } from "./context.ts";
import { canonItemMeant } from "./support/canon_item.ts";
import { designatedPart } from "./support/designated_part.ts";
import { importAdded } from "./support/import_added.ts";
import { letterWords, lookalikeIn } from "./support/letters.ts";
import { isSurelyMeant, spellings } from "./support/misspelling.ts";
import { partDeclared } from "./support/part_declared.ts";
import { described, fullName, namesListed, nounsOf } from "./support/things.ts";

/** So many further uses are pointed at. */
const mostUses = 3;

/** So many things of exactly this name are proposed. */
const mostExact = 3;

/** So many names that would do are listed. */
const mostKnown = 16;

export const unknown_name = defineCheck<UnknownNameFacts>({
  name: "unknown_name",
  severity: "error",
  group: "reading",
  leavesOut: true,
  summary: "a name that stands for nothing known here",
  sources: [],

  words(facts, context, place): Words {
    const { near, uses } = facts;
    const [meant] = near;
    const lookalike = meant && lookalikeIn(facts.name, meant.name);
    const canonical = canonItemMeant(facts, place, context);
    const designated = designatedPart(facts, place, context);
    return {
      message: messageOf(facts),
      label:
        lookalike !== undefined
          ? `with ${letterWords(lookalike[0])}, where ${letterWords(lookalike[1])} is meant`
          : near.length === 1 && meant !== undefined
            ? `not known here, ${quoted(meant.name)} is`
            : "not known here",
      related: [
        ...near.slice(0, 1).flatMap((one) => declarationOf(one)),
        ...uses.slice(0, mostUses).map((place) => ({ place, message: "and here" })),
      ],
      why: [
        whyOf(facts),
        ...(lookalike === undefined
          ? []
          : ["two letters that look alike are two letters, and the names that they are in two names"]),
      ],
      help:
        designated !== undefined
          ? [designated.help]
          : canonical === undefined
            ? helpOf(facts, importedBy(place.file, context))
            : [canonical.help],
    };
  },

  fixes(facts, context, place): readonly Fix[] {
    const { name, owner, uses } = facts;
    const canonical = canonItemMeant(facts, place, context);
    if (canonical !== undefined) return [canonical.fix];
    const designated = designatedPart(facts, place, context);
    if (designated !== undefined) return designated.fixes;
    const places = [place, ...uses];
    const exact = isSeenInFull(facts) ? facts.elsewhere.slice(0, mostExact) : [];
    const importing = facts.importable && importAdded(name, facts.importable, context);
    const near = facts.near.map((one) => one.name);
    // An imported name is used under its misspelt form, too; which of its uses are meant, nobody can say.
    // One that is used again and again is perhaps right, and misspelt where it is declared; the canon is not.
    const again = uses.length > 0 && !isCanonical(facts.near[0], context);
    const surely = isSurelyMeant(name, near) && owner?.what !== "import" && !again;
    const full = exact.map((named): Fix => ({
      title: `write ${quoted(fullName(named))}`,
      certain: facts.elsewhere.length === 1,
      edits: places.map((each) => ({ place: each, text: fullName(named) })),
    }));
    const imported: readonly Fix[] =
      importing === undefined
        ? []
        : [
            {
              title: `import ${quoted(name)} from ${quoted(`"${facts.importable?.specifier ?? ""}"`)}`,
              certain: near.length === 0,
              edits: [importing],
            },
          ];
    const exactly = [...full, ...imported];
    const declared =
      near.length === 0 && exactly.length === 0 ? partDeclared(facts, context, place) : undefined;
    return [
      ...exactly,
      ...spellings(name, near, places, surely && exactly.length === 0),
      ...(declared === undefined ? [] : [declared]),
    ];
  },
});

function isCanonical(named: Named | undefined, { model }: CheckContext): boolean {
  return model.files.some(({ name, canonical }) => canonical && name === named?.place?.file);
}

function messageOf({ name, wanted, owner }: UnknownNameFacts): string {
  if (owner?.what === "import") return `${importNamed(owner)} declares nothing called ${quoted(name)}`;
  if (owner !== undefined) {
    return wanted.length > 3
      ? `${quoted(owner.name)} has nothing called ${quoted(name)}`
      : `${quoted(owner.name)} has no ${nounsOf(wanted)} ${quoted(name)}`;
  }
  if (wanted.includes("value")) return `an initial value cannot be ${quoted(name)}: nothing is called so`;
  if (wanted.includes("parameter")) return `there is no ${nounsOf(wanted)} ${quoted(name)} to be read here`;
  return `there is no ${nounsOf(wanted)} ${quoted(name)}`;
}

function whyOf({ wanted, owner }: UnknownNameFacts): string {
  if (owner?.what === "import") return "an import brings in what the other file declares itself";
  if (owner !== undefined) {
    return `what belongs to ${quoted(owner.name)} is declared in its body${isSystem(owner) ? " or in an `extend` of it" : ""}`;
  }
  if (wanted.includes("function"))
    return "the language has these functions and no others, so that a run is the same everywhere";
  if (wanted.includes("value")) return "an initial value sees no names but the values of its type";
  if (wanted.includes("parameter")) {
    return wanted.includes("expectation")
      ? "inside a system can be read what is at hand and what the system itself expects, and nothing else"
      : "inside a channel can be read what it carries, and nothing else";
  }
  if (isQuantityOnly(wanted))
    return "what becomes of a quantity depends on the quantities around it, and on nothing else";
  if (wanted.includes("expectation") || wanted.includes("operation")) {
    return "an observer names things in full: the system or environment, a dot, the part of it";
  }
  return "a file knows what it declares itself and what it imports";
}

function isSystem({ what }: Named): boolean {
  return what !== "environment" && what !== "population";
}

function isQuantityOnly(wanted: UnknownNameFacts["wanted"]): boolean {
  return wanted.every((what) => what === "quantity");
}

function declarationOf(named: Named): readonly Related[] {
  if (named.place === undefined) return [];
  return [{ place: named.place, message: `${quoted(named.name)} is ${described(withoutFullName(named))}` }];
}

/** In a full name the owner is said already. */
function withoutFullName(named: Named): Named {
  return named.owner !== undefined && named.name.startsWith(`${named.owner}.`)
    ? { ...named, owner: undefined }
    : named;
}

/** The files of which a file imports something, by name. */
function importedBy(file: string, { model }: CheckContext): ReadonlySet<string | undefined> {
  return new Set(model.files.find(({ name }) => name === file)?.imports.map((one) => one.file));
}

function helpOf(facts: UnknownNameFacts, imported: ReadonlySet<string | undefined>): readonly string[] {
  const { name, near, known, importable, wanted, uses } = facts;
  const more = uses.length - mostUses;
  return [
    ...(isSeenInFull(facts) ? [] : elsewhereWords(facts, imported)),
    ...(importable === undefined && near.length === 0 && known.length > 0
      ? [
          `${knownLead(facts)} ${namesListed(
            known.map((one) => one.name),
            mostKnown,
          )}`,
        ]
      : []),
    ...(wanted.includes("scenario") && near.length === 0 && known.length === 0
      ? [`a scenario is declared like this: ${quoted(`scenario ${name} { … }`)}`]
      : []),
    ...(more > 0 ? [`${quoted(name)} stands at ${counted(more, "more place")}`] : []),
  ];
}

/** Whether the name stands where an observer speaks, who names everything in full. */
function isSeenInFull({ wanted, owner }: UnknownNameFacts): boolean {
  const isPart = wanted.includes("expectation") || wanted.includes("operation");
  return owner === undefined && isPart && !wanted.includes("parameter");
}

function elsewhereWords(
  { name, elsewhere, owner, wanted }: UnknownNameFacts,
  imported: ReadonlySet<string | undefined>,
): readonly string[] {
  const [first] = elsewhere;
  if (first === undefined) return [];
  if (first.what === "parameter") {
    const owners = listed([...new Set(elsewhere.map((one) => quoted(one.owner ?? "")))]);
    return [`${quoted(name)} is a parameter of ${owners}, which is not at hand here`];
  }
  const things = listed(elsewhere.slice(0, 3).map(described));
  if (owner === undefined && wanted.includes("parameter")) {
    return [`${quoted(name)} is ${things}; what happens there can be noticed here only through a coupling`];
  }
  if (first.owner === undefined) {
    const files = [...new Set(elsewhere.flatMap(({ place }) => (place === undefined ? [] : [place.file])))];
    const part = files.some((file) => imported.has(file));
    return [
      `${quoted(name)} is ${things} in ${namesListed(files)}, ${part ? "of which this file imports other things" : "which this file does not import"}`,
    ];
  }
  return [`${quoted(name)} is ${things}: ${namesListed(elsewhere.slice(0, 3).map(fullName))}`];
}

function knownLead({ owner, wanted }: UnknownNameFacts): string {
  if (wanted.includes("function")) return "the functions are";
  if (wanted.includes("value")) return "its values are";
  if (owner?.what === "import") return `${importNamed(owner)} declares`;
  if (owner !== undefined) return `${quoted(owner.name)} has`;
  return wanted.includes("parameter") || wanted.includes("quantity") ? "here can be read" : "known are";
}

/** An alias stands as it is, the path of a file in quotation marks. */
function importNamed({ name, place }: Named): string {
  return quoted(place === undefined ? `"${name}"` : name);
}
