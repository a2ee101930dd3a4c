import type { EarlyExitException, IRecognitionException } from "chevrotain";
import { decodeExpected } from "./expected.ts";
import type { ItemsRule } from "./bodies.ts";
import type { DocBefore, OpenBody } from "./grammar/base.ts";
import { grammar } from "./parser.ts";
import type { Token } from "./tokens.ts";
import type { Kind, Node, NumberLiteral } from "./tree.ts";

/** Where and why a stretch of tokens could not be read further. */
export interface Failure {
  /** Index of the token that does not fit; the number of tokens if they ended too early. */
  readonly at: number;
  /** The rule that was being read: the innermost that is a construct of its own. */
  readonly construct: string;
  /** The rule that failed. */
  readonly rule: string;
  readonly expected: readonly string[];
  /** Everything before was read; the token begins no further item. */
  readonly leftOver: boolean;
  /** The kind of the item that was read last. */
  readonly lastItem: Kind | undefined;
}

export interface Attempt {
  readonly items: Node[];
  readonly bodies: readonly OpenBody[];
  readonly unwhole: readonly NumberLiteral[];
  readonly tooDeepAt: number | undefined;
  readonly failure: Failure | undefined;
}

/** Rules that are parts of many constructs and tell a reader nothing. */
const parts: ReadonlySet<string> = new Set([
  "name",
  "value",
  "text",
  "label",
  "count",
  "ref",
  "part",
  "path",
  "expression",
  "condition",
  "sum",
  "primary",
  "number",
  "group",
  "nameOrCall",
  "callArguments",
  "type",
  "numberType",
  "bound",
  "range",
  "enumerationType",
  "enumerationValues",
  "parameters",
  "arguments",
  "when",
  "systemKind",
  "effects",
  "effectsBody",
  "channelOption",
  "stepWord",
  "outcome",
  "happening",
  "toWhat",
  "occurs",
  "verdict",
  "differentiation",
  "importItem",
  "variedValues",
  "trigger",
  "member",
  "clause",
  "step",
  "fileItem",
  "assignments",
  "headerBody",
  "societyBody",
  "systemBody",
  "programBody",
  "environmentBody",
  "couplingBody",
  "regulationBody",
  "block",
  "propertyBody",
  "experimentBody",
]);

/** The rule of one item, where the rule of items has one. */
const itemOf: Partial<Record<ItemsRule, string>> = {
  model: "fileItem",
  members: "member",
  clauses: "clause",
  steps: "step",
};

/** Reads tokens by a rule of items. Never throws. */
export function attempt(tokens: readonly Token[], rule: ItemsRule, docOf: DocBefore): Attempt {
  const items: Node[] = [];
  const bodies: OpenBody[] = [];
  grammar.begin([...tokens], items, docOf, bodies);
  grammar[rule]();
  const read: Attempt = {
    items,
    bodies,
    unwhole: [...grammar.unwhole],
    tooDeepAt: grammar.tooDeepAt,
    failure: failureOf(tokens, grammar.errors[0], rule, items.at(-1)?.kind),
  };
  grammar.end();
  return read;
}

function failureOf(
  tokens: readonly Token[],
  error: IRecognitionException | EarlyExitException | undefined,
  itemsRule: ItemsRule,
  lastItem: Kind | undefined,
): Failure | undefined {
  if (error === undefined) return undefined;
  const found = tokens.findIndex((token) => token === error.token);
  const { rule, expected } = decodeExpected(error.message);
  const construct = error.context.ruleStack.findLast((name) => !parts.has(name)) ?? rule;
  return {
    at: found < 0 ? tokens.length : found,
    construct,
    rule,
    expected,
    // A word that could be a name lets the loop over the items begin one more, which then turns out to be none.
    leftOver: error.name === "NotAllInputParsedException" || rule === itemsRule || itemOf[itemsRule] === rule,
    lastItem,
  };
}
