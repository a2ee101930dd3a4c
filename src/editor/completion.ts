/* What can be written at a place. */
import { placeIn, type Place } from "../base/place.ts";
import { canonicalSystems } from "../model/canon/systems.ts";
import { bodySpecs } from "../syntax/bodies.ts";
import { canonicalItem, checkItems, namesIn, type CompletionItem, type Names } from "./completion_names.ts";
import { inRegulation, observed } from "./completion_observer.ts";
import { inCoupling, inEnvironment } from "./completion_surroundings.ts";
import { inProgram, inSystem } from "./completion_systems.ts";
import { keywords, starters, type Items } from "./completion_words.ts";
import { situationAt, type Situation } from "./situation.ts";
import { textOf, type Study } from "./study.ts";

export type { CompletionItem, ItemKind } from "./completion_names.ts";

export interface Completion {
  /** The beginning of a word that is to be replaced. */
  readonly replaces: Place;
  readonly items: readonly CompletionItem[];
}

/** What can be written at an offset, whether the text around it can be read or not. */
export function completionAt(study: Study, file: string, offset: number): Completion {
  const situation = situationAt({ name: file, text: textOf(study, file) }, offset);
  const replaces = placeIn(file, { start: Math.min(situation.wordStart, offset), end: offset });
  if (situation.within !== undefined) return { replaces, items: [] };
  const items = candidates(situation, namesIn(study, file));
  const distinct = new Map(items.map((item) => [item.label, item]));
  return { replaces, items: [...distinct.values()] };
}

function candidates(situation: Situation, names: Names): Items {
  const { frames, written } = situation;
  const frame = frames.at(-1);
  const last = written.at(-1)?.image;
  const kind = frame?.kind ?? "ModelFile";
  if (written.length === 1 && last === "cite") return names.keys();
  if (written.length === 1 && last === "allow") return checkItems(true);
  switch (kind) {
    case "ModelFile":
      return inFile(situation, names);
    case "SystemBody":
      return inSystem(situation, names);
    case "ProgramBody":
    case "Effects":
      return inProgram(situation, names);
    case "EnvironmentBody":
      return inEnvironment(situation, names);
    case "CouplingBody":
    case "Assignments":
      return inCoupling(situation, names);
    case "RegulationBody":
      return inRegulation(situation, names);
    case "HeaderBody":
    case "SocietyBody":
      return written.length === 0 ? starters(bodySpecs[kind], false) : [];
    case "Block":
    case "PropertyBody":
    case "ExperimentBody":
      return observed(situation, names);
  }
}

function inFile({ written }: Situation, names: Names): Items {
  const words = written.map(({ image }) => image);
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined) return starters(bodySpecs.ModelFile, true);
  const systems = (): Items => [...names.systems(), ...names.canonical()];
  if (last === ".") return names.inAlias(words.at(-2) ?? "");
  switch (first) {
    case "import":
      if (last === "from") return [{ label: '"canon"', kind: "file" }];
      return last === "import" || last === "," ? canonicalSystems.map(canonicalItem) : keywords("from", "as");
    case "extend":
      return last === "extend" ? systems() : [];
    case "coupling":
      if (last === "between" || last === "and")
        return [...names.owners(), ...names.canonical()].filter(({ label }) => label !== words.at(-2));
      return words.includes("between") ? keywords("and") : words.length > 1 ? keywords("between") : [];
    case "society":
      if (last === "by") return keywords("function", "segmentation", "stratification", "center_periphery");
      return words.length > 1 ? keywords("differentiated by") : [];
    case "scenario":
      if (last === "like") return names.declared(({ node }) => node.kind === "Scenario");
      return words.length > 1 ? keywords("like") : [];
    case "experiment":
      if (last === "of") return names.declared(({ node }) => node.kind === "Scenario");
      return words.length > 1 ? keywords("of") : [];
    case "population":
      return words.length > 1 ? keywords("of") : [];
    case "function":
    case "psychic":
      if (words.length === 1) return keywords("system");
      break;
    default:
  }
  if (last === "like" || last === "within" || (last === "," && words.includes("within"))) return systems();
  const named = first === "function" || first === "psychic" ? 3 : 2;
  return words.length >= named ? keywords("like", "within") : [];
}
