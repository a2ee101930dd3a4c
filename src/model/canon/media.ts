/*
 * Which medium belongs to which system of the canon. A symbolically generalised medium makes the communication of
 * its own system likely to be accepted, and of no other.
 */
import { finderByName } from "./names.ts";
import type { CanonicalSystem } from "./systems.ts";

export interface KnownMedium {
  /** The usual English name first. */
  readonly names: readonly string[];
  readonly system: CanonicalSystem;
  readonly source: string;
}

const tenSystems = "Roth and Schütz 2015";

export const knownMedia: readonly KnownMedium[] = [
  {
    names: ["power", "political_power", "macht", "权力"],
    system: "politics",
    source: "Luhmann 2000, Die Politik der Gesellschaft",
  },
  {
    names: ["validity", "legal_validity", "rechtsgeltung", "geltung", "效力", "法律效力"],
    system: "law",
    source: "Luhmann 1993",
  },
  {
    names: ["norm", "norms", "legal_norm", "legal_norms", "rechtsnorm", "规范", "法律规范"],
    system: "law",
    source: tenSystems,
  },
  { names: ["money", "geld", "货币", "金钱", "钱"], system: "economy", source: "Luhmann 1988" },
  {
    names: ["property", "ownership", "eigentum", "财产"],
    system: "economy",
    source: "Luhmann 1988",
  },
  {
    names: ["truth", "scientific_truth", "wahrheit", "真理", "真"],
    system: "science",
    source: "Luhmann 1990, Die Wissenschaft der Gesellschaft",
  },
  {
    names: ["life_course", "vita", "lebenslauf", "career", "人生历程"],
    system: "education",
    source: "Luhmann 2002",
  },
  { names: ["child", "children", "kind", "儿童"], system: "education", source: "Luhmann 1991" },
  {
    names: ["faith", "belief", "glaube", "glauben", "信仰"],
    system: "religion",
    source: "Luhmann 2000, Die Religion der Gesellschaft",
  },
  { names: ["style", "stil", "风格"], system: "art", source: tenSystems },
  {
    names: [
      "dissemination",
      "dissemination_media",
      "media_of_dissemination",
      "verbreitungsmedien",
      "传播媒介",
    ],
    system: "mass_media",
    source: tenSystems,
  },
  { names: ["illness", "sickness", "disease", "krankheit", "疾病"], system: "health", source: tenSystems },
  { names: ["achievement", "leistung", "成绩"], system: "sport", source: tenSystems },
];

const find = finderByName(() => knownMedia);

/** The system of the canon that a medium belongs to, whatever language it is named in. */
export function knownMedium(name: string): KnownMedium | undefined {
  return find(name);
}
