/*
 * The ten function systems of the canon, as names. What each is stands in its `.sys` file beside this one. The ten
 * are those that pass the test of reference to society, to other systems and to themselves (Roth and Schütz 2015).
 */
import { finderByName } from "./names.ts";
import type { ValuePair } from "./names.ts";

export const canonicalSystems = [
  "politics",
  "law",
  "economy",
  "science",
  "education",
  "religion",
  "art",
  "mass_media",
  "health",
  "sport",
] as const;

export type CanonicalSystem = (typeof canonicalSystems)[number];

const known: ReadonlySet<string> = new Set(canonicalSystems);

/** Whether this is, to the letter, the name of a system of the canon. */
export function isCanonicalSystem(name: string): name is CanonicalSystem {
  return known.has(name);
}

/** The codes of the ten, designation value first, as their `.sys` files declare them. */
export const canonicalCodes: Readonly<Record<CanonicalSystem, ValuePair>> = {
  politics: ["government", "opposition"],
  law: ["lawful", "unlawful"],
  economy: ["payment", "non_payment"],
  science: ["true", "untrue"],
  education: ["better", "worse"],
  religion: ["immanent", "transcendent"],
  art: ["fitting", "unfitting"],
  mass_media: ["information", "non_information"],
  health: ["ill", "healthy"],
  sport: ["win", "lose"],
};

interface OtherNames {
  readonly system: CanonicalSystem;
  readonly names: readonly string[];
}

/** The same systems in other words: in German, in Chinese, and as English authors call them. */
const otherNames: readonly OtherNames[] = [
  {
    system: "politics",
    names: ["politics", "political_system", "polity", "politik", "politisches_system", "政治", "政治系统"],
  },
  {
    system: "law",
    names: ["law", "legal_system", "recht", "rechtssystem", "法", "法律", "法律系统"],
  },
  {
    system: "economy",
    names: ["economy", "economic_system", "economics", "wirtschaft", "wirtschaftssystem", "经济", "经济系统"],
  },
  {
    system: "science",
    names: ["science", "scientific_system", "wissenschaft", "wissenschaftssystem", "科学", "科学系统"],
  },
  {
    system: "education",
    names: [
      "education",
      "educational_system",
      "education_system",
      "erziehung",
      "erziehungssystem",
      "bildungssystem",
      "教育",
      "教育系统",
    ],
  },
  { system: "religion", names: ["religion", "religious_system", "religionssystem", "宗教", "宗教系统"] },
  { system: "art", names: ["art", "arts", "art_system", "kunst", "kunstsystem", "艺术", "艺术系统"] },
  {
    system: "mass_media",
    names: [
      "mass_media",
      "media",
      "media_system",
      "massenmedien",
      "mediensystem",
      "大众传媒",
      "大众媒体",
      "传媒",
    ],
  },
  {
    system: "health",
    names: [
      "health",
      "health_care",
      "health_system",
      "health_care_system",
      "medicine",
      "medical_system",
      "gesundheit",
      "gesundheitssystem",
      "medizin",
      "krankenbehandlung",
      "医疗",
      "卫生",
      "医疗系统",
    ],
  },
  {
    system: "sport",
    names: ["sport", "sports", "sport_system", "sports_system", "sportsystem", "体育", "体育系统"],
  },
];

const find = finderByName(() => otherNames);

/** The canonical system that a name means in other words (`medicine`, `Wirtschaft`, `法律`), or by itself. */
export function canonicalSystemMeant(name: string): CanonicalSystem | undefined {
  return find(name)?.system;
}
