import { quoted } from "../../base/words.ts";

/** What a stretch of text is called, and how it is written: one valid example of each construct of the grammar. */
export interface ConstructWords {
  readonly noun: string;
  readonly example: string;
  /** Whether the noun is of several. */
  readonly plural?: boolean;
}

const importWords = { noun: "an import", example: 'import politics, law from "canon"' };
const variationWords = { noun: "a variation", example: "vary law.lending_limit from 60 to 100 by 10" };

/** The constructs of the grammar, by the rule that reads them. */
export const constructs: ReadonlyMap<string, ConstructWords> = new Map(
  Object.entries({
    model: { noun: "a model", example: "function system law { … }" },
    header: { noun: "the header of the model", example: 'model price_cap "A decree on house prices"' },
    author: { noun: "an author", example: 'author "Niklas Luhmann"' },
    license: { noun: "a licence", example: 'license "CC BY 4.0"' },
    stepUnit: { noun: "the unit of a step", example: 'step "year"' },
    import: importWords,
    importNames: importWords,
    importFile: importWords,
    bibliography: { noun: "a bibliography", example: 'bibliography "sources.bib"' },
    society: { noun: "a society", example: "society modern differentiated by function" },
    system: { noun: "a system", example: 'function system law "Recht" { … }' },
    extend: { noun: "an extension", example: "extend law { … }" },
    members: { noun: "a system", example: "operation judgment(cost: number)" },
    cite: { noun: "a citation", example: 'cite luhmann_1997 "ch. 4"' },
    allow: { noun: "an allowance", example: 'allow unplugging "the model asks what remains of it"' },
    functionText: { noun: "a function", example: 'function "stabilise normative expectations"' },
    code: { noun: "a code", example: "code lawful / unlawful" },
    medium: { noun: "a medium", example: "medium money" },
    contingency: { noun: "a contingency formula", example: 'contingency "scarcity"' },
    reflection: { noun: "a reflection", example: 'reflection "jurisprudence"' },
    performs: { noun: "a performance", example: 'performs "security of behaviour" for economy' },
    role: { noun: "a role", example: "role judge performance" },
    sensitivity: { noun: "a sensitivity", example: "sensitive to enacted(limit: number)" },
    operation: { noun: "an operation", example: "operation judgment(cost: number)" },
    expectation: { noun: "an expectation", example: "expectation price: number in 0..1000 = 60 cognitive" },
    program: {
      noun: "a program",
      example: "program legislation conditional on enacted { otherwise -> lawful }",
    },
    clauses: { noun: "a program", example: "when limit < 80 -> lawful" },
    rule: { noun: "a clause", example: "when limit < 80 -> lawful { emit judgment(cost: 20) }" },
    choice: { noun: "a choice", example: "choose invest -> payment yields 3 when price < 80" },
    otherwise: { noun: "the last clause", example: "otherwise -> lawful" },
    effectItems: {
      noun: "the effects of a clause",
      example: "price := price * 90% emit purchase(price: price)",
      plural: true,
    },
    emit: { noun: "an emission", example: "emit judgment(cost: 20)" },
    assignment: { noun: "an assignment", example: "price := price * 90%" },
    limit: { noun: "a limit", example: "limit dignity blocks experiment when on_embryos" },
    environment: { noun: "an environment", example: "environment city { price: number = 60 }" },
    population: {
      noun: "a population",
      example: "population tenants of 1_000_000 { included in law as party }",
    },
    environmentItems: { noun: "an environment", example: 'temperature: number "°C" = 15' },
    quantity: { noun: "a quantity", example: 'temperature: number in -50..60 "°C" = 15' },
    event: { noun: "an event", example: "event accident(size: number)" },
    inclusion: { noun: "an inclusion", example: "included in law as party" },
    coupling: { noun: "a coupling", example: "coupling contract between law and economy { … }" },
    couplingItems: {
      noun: "a coupling",
      example: "law.judgment -> economy.credit_cost(amount: cost) when cost > 0",
    },
    channel: {
      noun: "a channel",
      example: "law.judgment -> economy.credit_cost(amount: cost) when cost > 0",
    },
    assignmentItems: {
      noun: "the assignments of a channel",
      example: "temperature := temperature + 1",
      plural: true,
    },
    regulation: { noun: "a regulation", example: "regulation credit_rules { by politics … }" },
    regulationItems: { noun: "a regulation", example: "through constitution, contract" },
    regulationBy: { noun: "who regulates", example: "by politics" },
    regulationOf: { noun: "who is regulated", example: "of economy" },
    startsWith: { noun: "the start of a regulation", example: "starts with politics.bill(limit: 70)" },
    aim: { noun: "an aim", example: "aim economy.price <= 55" },
    through: {
      noun: "the couplings of a regulation",
      example: "through constitution, contract",
      plural: true,
    },
    scenario: { noun: "a scenario", example: 'scenario decree "The city decrees a price" { … }' },
    steps: { noun: "a scenario", example: "run 3 steps" },
    emission: { noun: "an emission", example: "politics emits bill(limit: 70)" },
    perturbation: { noun: "a perturbation", example: "perturb economy from politics with decree(cap: 50)" },
    given: { noun: "an assumption", example: "given economy.price = 80" },
    change: { noun: "a change", example: "change city.temperature to 5" },
    steer: { noun: "an attempt to steer", example: "steer economy.price to 50 by politics" },
    unplug: { noun: "an unplugging", example: "unplug economy" },
    close: { noun: "a closing", example: "close constitution" },
    open: { noun: "an opening", example: "open constitution" },
    apply: { noun: "the application of a regulation", example: "apply credit_rules" },
    run: { noun: "a run", example: "run until economy.price > 80 at most 20 steps" },
    either: { noun: "an alternative", example: "either { run } or { close contract run }" },
    repeat: { noun: "a repetition", example: "repeat 3 times { politics emits bill(limit: 70) run }" },
    seed: { noun: "a seed", example: "seed 7" },
    expect: { noun: "an expectation of yours", example: "expect economy resonates to credit_cost" },
    property: {
      noun: "a property",
      example: "property rule_of_law { politics reaches economy only through law }",
    },
    propertyItems: { noun: "a property", example: "always economy.price < 100" },
    always: { noun: "a claim", example: "always economy.price < 100" },
    never: { noun: "a claim", example: "never economy.price > 100" },
    eventually: { noun: "a claim", example: "eventually economy.price > 80" },
    after: { noun: "a claim", example: "after politics.bill eventually economy.price < 60" },
    reaches: { noun: "a claim", example: "politics reaches economy only through law" },
    experiment: {
      noun: "an experiment",
      example: "experiment limits of reflexive_law { vary law.lending_limit from 60 to 100 by 10 }",
    },
    experimentItems: { noun: "an experiment", example: "vary law.lending_limit over (60, 80, 100)" },
    vary: variationWords,
    varyRange: variationWords,
    varyOver: variationWords,
    runs: { noun: "the number of runs", example: "runs 100" },
    measure: { noun: "a measure", example: "measure price = economy.price" },
    headerItems: { noun: "the header of the model", example: 'author "Niklas Luhmann"' },
    societyItems: { noun: "a society", example: "cite luhmann_1997" },
  }),
);

/** `a clause is written like this: …` */
export function writtenLike(rule: string): string {
  const { noun, example, plural } = constructWords(rule);
  return `${noun} ${plural === true ? "are" : "is"} written like this: ${quoted(example)}`;
}

/** `here a clause is being read` */
export function beingRead(rule: string): string {
  const { noun, plural } = constructWords(rule);
  return `here ${noun} ${plural === true ? "are" : "is"} being read`;
}

const fallback: ConstructWords = { noun: "the model", example: "function system law { … }" };

export function constructWords(rule: string): ConstructWords {
  return constructs.get(rule) ?? fallback;
}
