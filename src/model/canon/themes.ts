/*
 * What is often called a system of society and is not one of the ten: themes, which many systems take up, and
 * candidates about which the literature disagrees.
 */
import { finderByName } from "./names.ts";

export interface Theme {
  readonly names: readonly string[];
  /** `theme`: no function system; `contested`: some authors count it as one. */
  readonly standing: "theme" | "contested";
  /** Why it is no function system, or what is disputed: a sentence without a full stop. */
  readonly why: string;
  /** What it can be in a model instead: completes "model it as …". */
  readonly instead: string;
  /** Author and year; absent where the field says so without one source. */
  readonly source?: string;
}

const tenSystems = "Roth and Schütz 2015";

export const themes: readonly Theme[] = [
  {
    names: ["morality", "morals", "moral", "道德"],
    standing: "theme",
    why: "morality distributes esteem and disesteem throughout society, and no system has exclusive competence for it",
    instead: "a criterion in the programs of the systems that take it up",
    source: tenSystems,
  },
  {
    names: ["ethics", "ethik", "伦理"],
    standing: "theme",
    why: "ethics reflects on morality and is not differentiated by a code of its own",
    instead: "a limit or a criterion in the programs of the system concerned",
    source: tenSystems,
  },
  {
    names: ["culture", "kultur", "文化"],
    standing: "theme",
    why: "culture has been tested as a candidate and not admitted: it has no code that only its own communications would use",
    instead: "expectations of the systems that draw on it",
    source: tenSystems,
  },
  {
    names: ["technology", "tech", "technik", "technologie", "技术", "科技"],
    standing: "theme",
    why: "technology is used by all systems, and what has been proposed as its code differs from author to author",
    instead: "a `machine`, a quantity of an environment, or what science performs for others",
    source: tenSystems,
  },
  {
    names: [
      "ecology",
      "environmentalism",
      "climate",
      "environmental_protection",
      "ökologie",
      "oekologie",
      "umweltschutz",
      "生态",
      "环保",
    ],
    standing: "theme",
    why: "ecological dangers must be communicated in the code of each system, and to warn of them is what protest movements do",
    instead: "an `environment` that irritates the systems, and a `movement`",
    source: "Luhmann 1986",
  },
  {
    names: ["civil_society", "zivilgesellschaft", "公民社会", "市民社会"],
    standing: "theme",
    why: "civil society gathers movements and organisations under one name, without a code they would share",
    instead: "movements and organisations",
    source: tenSystems,
  },
  {
    names: ["security", "safety", "sicherheit", "安全"],
    standing: "theme",
    why: "security is a value that programs of many systems pursue, and has no code of its own",
    instead: "an aim of a regulation, or a criterion in programs",
    source: tenSystems,
  },
  {
    names: ["sustainability", "sustainable_development", "nachhaltigkeit", "可持续发展", "可持续性"],
    standing: "theme",
    why: "sustainability has no code, medium or program of its own, and means something else in each system",
    instead: "a criterion in the programs of the systems concerned",
    source: tenSystems,
  },
  {
    names: ["tourism", "tourismus", "旅游", "旅游业"],
    standing: "theme",
    why: "tourism is a theme of many systems, and has no code of its own",
    instead: "an organisation, or operations of the systems concerned",
    source: tenSystems,
  },
  {
    names: ["welfare", "welfare_state", "social_security", "wohlfahrt", "sozialstaat", "福利"],
    standing: "theme",
    why: "welfare compensates for effects of the function systems, by programs of politics and law",
    instead: "programs of politics and of law",
  },
  {
    names: [
      "family",
      "families",
      "love",
      "intimacy",
      "intimate_relations",
      "familie",
      "liebe",
      "intimbeziehungen",
      "家庭",
      "爱情",
    ],
    standing: "contested",
    why: "Luhmann treats intimate relations as a system, one in each family; Roth and Schütz do not admit it among the ten",
    instead: "a function system with a `cite`, or interactions",
    source: "Roth and Schütz 2015",
  },
  {
    names: ["social_work", "social_help", "soziale_arbeit", "soziale_hilfe", "社会工作", "社会救助"],
    standing: "contested",
    why: "it is disputed whether social work is a system of its own, a secondary one, or none",
    instead: "a function system with a `cite`, or an organisation",
    source: "Baecker 1994",
  },
  {
    names: ["military", "army", "war", "militär", "militaer", "krieg", "军队", "军事", "战争"],
    standing: "contested",
    why: "it is debated whether the military is a system; usually it is an organisation of politics",
    instead: "an `organization` within politics",
  },
  {
    names: [
      "platform",
      "platforms",
      "digital",
      "digitalization",
      "internet",
      "social_media",
      "digitalisierung",
      "plattform",
      "平台",
      "互联网",
      "数字化",
    ],
    standing: "contested",
    why: "whether digital platforms are more than organisations is an open question",
    instead: "an `organization` within several function systems",
  },
];

const find = finderByName(() => themes);

/** What is known of a name that is no function system of the canon but is often declared as one. */
export function theme(name: string): Theme | undefined {
  return find(name);
}
