/* A change of a model in a sentence, and what there is to say about it. */
import { listed, quoted } from "../../base/words.ts";
import { unreachable } from "../../base/unreachable.ts";
import type { ChangeFacts, ConditionOf, OtherValue } from "../../runs/advice/change.ts";
import { readText } from "../call_text.ts";

export interface ChangeWords {
  /** What is to be done, without a full stop. */
  readonly sentence: string;
  readonly remarks: readonly string[];
}

export function changeWords(facts: ChangeFacts): ChangeWords {
  switch (facts.kind) {
    case "channel":
      return channelWords(facts);
    case "condition":
    case "limit":
      return "removed" in facts ? removalWords(facts) : valueWords(facts);
    case "clause":
      return clauseWords(facts);
    case "route":
      return {
        sentence: `say that the regulation goes through ${listed(facts.couplings.map(quoted))}`,
        remarks: [
          facts.was === "direct"
            ? "as it is, it says `through direct`: that one system determines another, which none does"
            : facts.was === "unsaid"
              ? "as it is, it does not say through what"
              : "the couplings that it names do not lead there",
        ],
      };
    default:
      return unreachable(facts);
  }
}

function channelWords(facts: Extract<ChangeFacts, { kind: "channel" }>): ChangeWords {
  const { operation, sensitivity, coupling, isNew, institution } = facts;
  const { title, carries, source, operationNamed, sensitivityNamed } = institution;
  const of = source === undefined ? "" : ` (${source})`;
  const named = operationNamed
    ? sensitivityNamed
      ? undefined
      : `the canon names the operation so, and ${quoted(sensitivity)} otherwise: whether it is what the one makes of the other is for you to say`
    : sensitivityNamed
      ? `the canon names the sensitivity so, and ${quoted(operation)} otherwise: whether it is such an occasion is for you to say`
      : `the canon names neither ${quoted(operation)} nor ${quoted(sensitivity)} there: whether the one means anything to the other is for you to say`;
  return {
    sentence: `let ${quoted(operation)} irritate ${quoted(sensitivity)}, through ${isNew ? "a new coupling" : "the coupling"} ${quoted(coupling)}`,
    remarks: [
      `the canon knows the two to be coupled by ${title}: ${carries}${of}`,
      ...(named === undefined ? [] : [named]),
    ],
  };
}

function removalWords(
  facts: Extract<ChangeFacts, { kind: "condition" | "limit"; removed: unknown }>,
): ChangeWords {
  const { of, removed, condition, read } = facts;
  const what =
    removed === "limit"
      ? `take out ${ownerOf(of).replace(/^of /u, "")}`
      : `take out ${removed === "condition" ? "the condition" : removed === "chance" ? "the chance" : "the capacity"} ${quoted(condition)} ${ownerOf(of)}`;
  return {
    sentence: what,
    remarks: [heldBack(of, removed, condition, readText(read)), ...constitutionOf(of)],
  };
}

function valueWords(
  facts: Extract<ChangeFacts, { kind: "condition" | "limit"; values: unknown }>,
): ChangeWords {
  const { of, condition, read, values } = facts;
  return {
    sentence: listed(values.map((value) => valueText(value, condition, of))),
    remarks: [
      heldBack(of, undefined, condition, readText(read)),
      ...values.flatMap(({ name, normative }) =>
        normative
          ? [
              `${quoted(name ?? "")} is normative: a system changes such an expectation by its own programs, and the model by its author`,
            ]
          : [],
      ),
      ...constitutionOf(of),
    ],
  };
}

function valueText({ name, from, to }: OtherValue, condition: string, of: ConditionOf): string {
  return name === undefined
    ? `write ${to} for ${from} in the condition ${quoted(condition)} ${ownerOf(of)}`
    : `let ${quoted(name)} begin with ${to} instead of ${from}`;
}

function ownerOf(of: ConditionOf): string {
  switch (of.what) {
    case "channel":
      return `of the channel ${quoted(`${of.from} ─${of.coupling}→ ${of.to}`)}`;
    case "sensitivity":
      return `of the sensitivity ${quoted(of.name)}`;
    case "clause":
      return `of the clause \`-> ${of.value}\` of ${quoted(of.program)}`;
    case "limit":
      return `of the limit ${quoted(of.name)}`;
    default:
      return unreachable(of);
  }
}

/** What it did in the run as the model is. */
function heldBack(of: ConditionOf, removed: string | undefined, condition: string, read: string): string {
  switch (of.what) {
    case "channel":
      return removed === "chance"
        ? `lots were against the channel, which carries with the chance ${quoted(condition)}`
        : removed === "capacity"
          ? `more came than the channel carries at once, ${quoted(condition)}`
          : `${quoted(condition)} did not hold, and the channel carried nothing${read}`;
    case "sensitivity":
      return `${quoted(condition)} did not hold, and it was not noticed${read}`;
    case "clause":
      return of.decides
        ? `in the run ${quoted(condition)} did not hold${read}; then the clause \`-> ${of.value}\` of ${quoted(of.program)} decides`
        : `in the run ${quoted(condition)} held${read}, and the clause \`-> ${of.value}\` of ${quoted(of.program)} decided; then it does not`;
    case "limit":
      return `it blocked ${quoted(of.blocks)}, since ${quoted(condition)}${read}`;
    default:
      return unreachable(of);
  }
}

function constitutionOf(of: ConditionOf): readonly string[] {
  return of.what === "limit" && of.constitutional
    ? ["the limit is constitutional: what it holds back is held back on principle"]
    : [];
}

function clauseWords(facts: Extract<ChangeFacts, { kind: "clause" }>): ChangeWords {
  const { program, value, emits, isNew, on, madeUp } = facts;
  const remarks =
    madeUp.length === 0
      ? []
      : [`nothing at hand fits ${listed(madeUp.map(quoted))}: put there what is meant`];
  switch (isNew) {
    case "emission":
      return {
        sentence: `let the clause \`-> ${value}\` of ${quoted(program)} carry on with ${quoted(emits)}`,
        remarks: [`it decided on ${quoted(on)}, and nothing followed from it there`, ...remarks],
      };
    case "clause":
      return {
        sentence: `give ${quoted(program)} a clause for all else, which carries on with ${quoted(emits)}`,
        remarks: [`none of its clauses decided on ${quoted(on)}`, ...remarks],
      };
    case "program":
      return {
        sentence: `give ${quoted(program)} to decide on ${quoted(on)}, and to carry on with ${quoted(emits)}`,
        remarks: [`no program decides on ${quoted(on)}`, ...remarks],
      };
    default:
      return unreachable(isNew);
  }
}
