/*
 * Words by which a description gives an organisation away: it has members and decides, above all on who is one; a
 * function system has neither membership nor a head office (Luhmann 2000, *Organisation und Entscheidung*).
 */

/** One of these is enough. Several words stand for a phrase. */
const telling: readonly string[] = [
  "members",
  "membership",
  "head office",
  "headquarters",
  "hierarchy",
  "board of directors",
  "executive board",
  "chief executive",
  "ceo",
  "employees",
  "employs",
  "personnel",
  "organization chart",
  "organisation chart",
  "subsidiary",
  "mitglied",
  "mitglieder",
  "mitgliedschaft",
  "hauptsitz",
  "hierarchie",
  "vorstand",
  "aufsichtsrat",
  "geschäftsführung",
  "mitarbeiter",
  "angestellte",
  "beschäftigte",
];

/** In Chinese no spaces part words, so that these are looked for anywhere. */
const tellingInChinese: readonly string[] = [
  "成员",
  "会员",
  "总部",
  "董事会",
  "理事会",
  "等级制",
  "科层",
  "员工",
  "雇员",
  "下属单位",
];

/** Function systems may be described with any one of these; two of them together speak of an organisation. */
const hinting: readonly string[] = [
  "decides",
  "decisions",
  "director",
  "staff",
  "office",
  "offices",
  "department",
  "departments",
  "superiors",
  "hires",
  "dismisses",
  "entscheidungen",
  "leitung",
  "abteilung",
  "abteilungen",
  "büro",
  "vorgesetzte",
];
const hintingInChinese: readonly string[] = ["决定", "决策", "部门", "领导", "上级", "办公室"];

/** Everyone's membership in society is not membership in an organisation. */
const harmless: readonly string[] = [
  "members of society",
  "members of the public",
  "mitglieder der gesellschaft",
];
const harmlessInChinese: readonly string[] = ["社会成员"];

/**
 * The words in a text (a function, a label, or a name like `hire_members`) that speak of an organisation, in the
 * order of the lists above; empty if nothing does. Upper and lower case are alike, and whole words count.
 */
export function organizationWords(text: string): readonly string[] {
  const lower = text.normalize("NFC").toLowerCase();
  const spaced = without(` ${lower.split(/[^\p{L}\p{N}]+/u).join(" ")} `, harmless.map(asWords));
  const unspaced = without(lower, harmlessInChinese);
  const certain = [
    ...telling.filter((word) => spaced.includes(asWords(word))),
    ...tellingInChinese.filter((word) => unspaced.includes(word)),
  ];
  if (certain.length > 0) return certain;
  const hints = [
    ...hinting.filter((word) => spaced.includes(asWords(word))),
    ...hintingInChinese.filter((word) => unspaced.includes(word)),
  ];
  return hints.length > 1 ? hints : [];
}

function asWords(phrase: string): string {
  return ` ${phrase} `;
}

function without(text: string, phrases: readonly string[]): string {
  return phrases.reduce((rest, phrase) => rest.replaceAll(phrase, " "), text);
}
