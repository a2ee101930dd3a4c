import { sign, TextToken, Word, type Keyword, type Token } from "./tokens.ts";

/** How the items of a body are read, and how one sees where an item begins. */
export interface BodySpec {
  /** The grammar rule that reads items until something is none. */
  readonly rule: ItemsRule;
  /** The words an item may begin with. */
  readonly starters: readonly Keyword[];
  /** Items that begin with a name of the modeller's: whether one does at `index`. */
  readonly begins?: (tokens: readonly Token[], index: number) => boolean;
}

export type ItemsRule =
  | "model"
  | "headerItems"
  | "societyItems"
  | "members"
  | "clauses"
  | "effectItems"
  | "environmentItems"
  | "couplingItems"
  | "assignmentItems"
  | "regulationItems"
  | "steps"
  | "propertyItems"
  | "experimentItems";

function is(tokens: readonly Token[], index: number, type: { readonly tokenTypeIdx?: number }): boolean {
  return tokens[index]?.tokenTypeIdx === type.tokenTypeIdx;
}

export function isWord(token: Token | undefined): boolean {
  return token !== undefined && Word.categoryMatchesMap?.[token.tokenTypeIdx] === true;
}

/** Whether items of a body may begin with this word. */
export function isStarter({ starters }: BodySpec, word: string | undefined): boolean {
  return starters.some((starter) => starter === word);
}

const everywhere = ["cite", "allow"] as const;

/** Every kind of body in braces, and the file itself. */
export const bodySpecs = {
  ModelFile: {
    rule: "model",
    starters: [
      "model",
      "import",
      "bibliography",
      "society",
      "function",
      "organization",
      "interaction",
      "movement",
      "psychic",
      "machine",
      "extend",
      "environment",
      "population",
      "coupling",
      "regulation",
      "scenario",
      "property",
      "experiment",
    ],
  },
  HeaderBody: { rule: "headerItems", starters: ["author", "license", "step", ...everywhere] },
  SocietyBody: { rule: "societyItems", starters: everywhere },
  SystemBody: {
    rule: "members",
    starters: [
      "function",
      "secondary",
      "code",
      "medium",
      "contingency",
      "reflection",
      "performs",
      "role",
      "sensitive",
      "operation",
      "expectation",
      "program",
      "limit",
      ...everywhere,
    ],
  },
  ProgramBody: { rule: "clauses", starters: ["when", "choose", "otherwise", ...everywhere] },
  Effects: {
    rule: "effectItems",
    starters: ["emit"],
    begins: (tokens, index) => isWord(tokens[index]) && is(tokens, index + 1, sign[":="]),
  },
  Assignments: {
    rule: "assignmentItems",
    starters: [],
    begins: (tokens, index) => isWord(tokens[index]) && is(tokens, index + 1, sign[":="]),
  },
  EnvironmentBody: {
    rule: "environmentItems",
    starters: ["event", "included", ...everywhere],
    begins: (tokens, index) =>
      isWord(tokens[index]) &&
      is(tokens, is(tokens, index + 1, TextToken) ? index + 2 : index + 1, sign[":"]),
  },
  CouplingBody: {
    rule: "couplingItems",
    starters: everywhere,
    begins: (tokens, index) => isWord(tokens[index]) && is(tokens, index + 1, sign["."]),
  },
  RegulationBody: {
    rule: "regulationItems",
    starters: ["by", "of", "starts", "aim", "through", ...everywhere],
  },
  Block: {
    rule: "steps",
    starters: [
      "perturb",
      "given",
      "change",
      "steer",
      "unplug",
      "close",
      "open",
      "apply",
      "run",
      "either",
      "repeat",
      "seed",
      "expect",
      ...everywhere,
    ],
    begins: (tokens, index) =>
      isWord(tokens[index]) &&
      (tokens[index + 1]?.image === "emits" ||
        (is(tokens, index + 1, sign["."]) && tokens[index + 3]?.image === "emits")),
  },
  PropertyBody: {
    rule: "propertyItems",
    starters: ["always", "never", "eventually", "after", ...everywhere],
    begins: (tokens, index) =>
      isWord(tokens[index]) &&
      (tokens[index + 1]?.image === "reaches" || tokens[index + 2]?.image === "reaches"),
  },
  ExperimentBody: { rule: "experimentItems", starters: ["vary", "runs", "measure", ...everywhere] },
} as const satisfies Record<string, BodySpec>;

export type BodyKind = keyof typeof bodySpecs;

/** How the body of this kind is read, or undefined if the kind is no body. */
export function bodySpec(kind: string): BodySpec | undefined {
  return Object.hasOwn(bodySpecs, kind) ? bodySpecs[kind as BodyKind] : undefined;
}
