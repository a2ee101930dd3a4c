import type { IToken } from "chevrotain";
import type { Building } from "../build.ts";
import { buildConditions, buildSum, type Operand, type SumOperator } from "../operators.ts";
import { keyword, NumberToken, sign, TextToken, type Sign } from "../tokens.ts";
import type {
  Argument,
  Arguments,
  Bound,
  ComparisonOperator,
  EnumerationType,
  EnumerationValue,
  EnumerationValues,
  Expression,
  ExpressionList,
  Group,
  Name,
  NamePath,
  Not,
  NumberType,
  Parameter,
  Parameters,
  Range,
  TypeNode,
} from "../tree.ts";
import { numberOf, WordGrammar } from "./base.ts";

const none: readonly number[] = [];

/** `not not e`, from the offsets of the words. */
function negated(condition: Expression, nots: readonly number[]): Expression {
  let result = condition;
  for (const start of nots.toReversed()) {
    const not: Not = { kind: "Not", start, end: result.end, operand: result };
    result = not;
  }
  return result;
}

function indices(...spellings: readonly Sign[]): ReadonlySet<number> {
  return new Set(spellings.map((spelling) => sign[spelling].tokenTypeIdx ?? -1));
}

/** Expressions, types, parameters and arguments. */
export abstract class ExpressionGrammar extends WordGrammar {
  /** The signs that go on a sum, and those that compare two; token types have their indices from the parser. */
  private readonly arithmetic = indices("+", "-", "*", "/", "^");
  private readonly comparisons = indices("=", "!=", "<", "<=", ">", ">=");

  // ── Expressions: levels and operators are in `operators.ts` ──

  // The rules below are read more often than all others together. Each first looks whether there is more than one
  // operand, and leaves what makes closures to a method of its own.

  readonly expression = this.RULE("expression", (): Expression => {
    const first = this.SUBRULE(this.condition);
    return this.mayFollow(keyword.and) || this.mayFollow(keyword.or) ? this.moreConditions(first) : first;
  });

  private moreConditions(first: Expression): Expression {
    const conditions = [first];
    const operators: ("or" | "and")[] = [];
    this.MANY(() => {
      const operator = this.OR(this.logicalWords);
      conditions.push(this.SUBRULE2(this.condition));
      operators.push(operator.image === "or" ? "or" : "and");
    });
    return buildConditions(conditions, operators);
  }

  private readonly logicalWords = [
    { ALT: () => this.CONSUME(keyword.or) },
    { ALT: () => this.CONSUME(keyword.and) },
  ];

  /** What stands between `and`s and `or`s: a comparison, perhaps after `not`. */
  readonly condition = this.RULE("condition", (): Expression => {
    const nots = this.mayFollow(keyword.not) ? this.notsBefore() : none;
    const left = this.SUBRULE(this.sum);
    const compared = this.RECORDING_PHASE || this.comparisons.has(this.LA_FAST(1).tokenTypeIdx);
    const condition = compared ? this.comparisonWith(left) : left;
    return nots.length === 0 ? condition : this.ACTION(() => negated(condition, nots));
  });

  private notsBefore(): readonly number[] {
    const starts: number[] = [];
    this.MANY(() => {
      starts.push(this.CONSUME(keyword.not).startOffset);
    });
    return starts;
  }

  private comparisonWith(left: Expression): Expression {
    let comparison: Expression = left;
    this.OPTION(() => {
      const operator = this.OR(this.comparisonSigns).image as ComparisonOperator;
      const right = this.SUBRULE2(this.sum);
      comparison = { kind: "Comparison", start: left.start, end: this.last, operator, left, right };
    });
    return comparison;
  }

  private readonly comparisonSigns = [
    { ALT: () => this.CONSUME(sign["="]) },
    { ALT: () => this.CONSUME(sign["!="]) },
    { ALT: () => this.CONSUME(sign["<"]) },
    { ALT: () => this.CONSUME(sign["<="]) },
    { ALT: () => this.CONSUME(sign[">"]) },
    { ALT: () => this.CONSUME(sign[">="]) },
  ];

  readonly sum = this.RULE("sum", (): Expression => {
    const minus = this.mayFollow(sign["-"]) ? this.minusBefore() : none;
    const primary = this.SUBRULE(this.primary);
    const more = this.RECORDING_PHASE || this.arithmetic.has(this.LA_FAST(1).tokenTypeIdx);
    return more || minus.length > 0 ? this.moreOperands({ minus, primary }) : primary;
  });

  private minusBefore(): readonly number[] {
    const starts: number[] = [];
    this.MANY(() => {
      starts.push(this.CONSUME(sign["-"]).startOffset);
    });
    return starts;
  }

  private moreOperands(first: Operand): Expression {
    const operands = [first];
    const operators: SumOperator[] = [];
    this.MANY2(() => {
      const operator = this.OR(this.arithmeticSigns).image as SumOperator;
      const minus: number[] = [];
      this.MANY3(() => {
        minus.push(this.CONSUME2(sign["-"]).startOffset);
      });
      operands.push({ minus, primary: this.SUBRULE2(this.primary) });
      operators.push(operator);
    });
    return this.ACTION(() =>
      buildSum(operands, operators, () => {
        this.tooDeepAt ??= first.primary.start;
      }),
    );
  }

  private readonly arithmeticSigns = [
    { ALT: () => this.CONSUME(sign["+"]) },
    { ALT: () => this.CONSUME3(sign["-"]) },
    { ALT: () => this.CONSUME(sign["*"]) },
    { ALT: () => this.CONSUME(sign["/"]) },
    { ALT: () => this.CONSUME(sign["^"]) },
  ];

  readonly primary = this.RULE("primary", (): Expression => this.OR(this.primaries));

  private readonly primaries: { ALT: () => Expression }[] = [
    { ALT: () => this.SUBRULE(this.nameOrCall) },
    { ALT: () => this.SUBRULE(this.number) },
    { ALT: () => this.SUBRULE(this.group) },
    { ALT: () => this.booleanNode(this.CONSUME(keyword.true), true) },
    { ALT: () => this.booleanNode(this.CONSUME(keyword.false), false) },
    {
      ALT: () => {
        const token = this.CONSUME(TextToken);
        return { kind: "TextLiteral", start: token.startOffset, end: this.last, value: token.image };
      },
    },
  ];

  private booleanNode(token: IToken, value: boolean): Expression {
    return { kind: "BooleanLiteral", start: token.startOffset, end: this.last, value };
  }

  readonly number = this.RULE("number", (): Expression => {
    const token = this.CONSUME(NumberToken);
    const percent = this.mayFollow(sign["%"]) ? this.OPTION(() => this.CONSUME(sign["%"])) : undefined;
    const value = numberOf(token.image);
    const { startOffset: start } = token;
    const end = this.last;
    return percent === undefined
      ? { kind: "NumberLiteral", start, end, value }
      : { kind: "NumberLiteral", start, end, value: value / 100, percent: true };
  });

  readonly group = this.RULE("group", (): Expression => {
    const node: Building<Group> = { kind: "Group", start: this.next, end: -1, inner: this.hole };
    this.CONSUME(sign["("]);
    node.inner = this.SUBRULE(this.expression);
    this.CONSUME(sign[")"]);
    node.end = this.last;
    return node;
  });

  /** A name, a part, or a call: `min(a, b)`. */
  readonly nameOrCall = this.RULE("nameOrCall", (): Expression => {
    const path: NamePath = this.SUBRULE(this.path);
    return this.mayFollow(sign["("]) ? this.callOf(path) : path;
  });

  private callOf(path: NamePath): Expression {
    const args = this.OPTION({
      GATE: () => path.names.length === 1,
      DEF: () => this.SUBRULE(this.callArguments),
    });
    const name: Name | undefined = this.ACTION(() => path.names[0]);
    if (args === undefined || name === undefined) return path;
    return { kind: "Call", start: path.start, end: args.end, name, args };
  }

  readonly callArguments = this.RULE("callArguments", (): ExpressionList => {
    const node: Building<ExpressionList> = {
      kind: "ExpressionList",
      start: this.next,
      end: -1,
      items: [],
    };
    this.CONSUME(sign["("]);
    this.MANY_SEP({
      SEP: sign[","],
      DEF: () => node.items.push(this.SUBRULE(this.expression)),
    });
    this.CONSUME(sign[")"]);
    node.end = this.last;
    return node;
  });

  // ── Types ──

  readonly type = this.RULE("type", (): TypeNode => this.OR(this.types));

  private readonly types: { ALT: () => TypeNode }[] = [
    { ALT: () => this.SUBRULE(this.numberType) },
    {
      ALT: () => {
        const token = this.CONSUME(keyword.boolean);
        return { kind: "BooleanType", start: token.startOffset, end: this.last };
      },
    },
    { ALT: () => this.SUBRULE(this.enumerationType) },
  ];

  readonly numberType = this.RULE("numberType", (): TypeNode => {
    const node: Building<NumberType> = {
      kind: "NumberType",
      start: this.next,
      end: -1,
      range: undefined,
      unit: undefined,
    };
    this.CONSUME(keyword.number);
    this.OPTION(() => {
      this.CONSUME(keyword.in);
      node.range = this.SUBRULE(this.range);
    });
    node.unit = this.SUBRULE(this.label);
    node.end = this.last;
    return node;
  });

  /** `0..5`, `0..`, `..10%`: bounds belong to the range. */
  readonly range = this.RULE("range", (): Range => {
    const node: Building<Range> = {
      kind: "Range",
      start: this.next,
      end: -1,
      low: undefined,
      high: undefined,
    };
    this.OPTION(() => {
      node.low = this.SUBRULE(this.bound);
    });
    this.CONSUME(sign[".."]);
    this.OPTION2(() => {
      node.high = this.SUBRULE2(this.bound);
    });
    node.end = this.last;
    return node;
  });

  readonly bound = this.RULE("bound", (): Bound => {
    const start = this.next;
    const minus = this.OPTION(() => this.CONSUME(sign["-"]));
    const number = this.SUBRULE(this.number);
    return this.ACTION(() => {
      const { value, percent } = number.kind === "NumberLiteral" ? number : { value: 0 };
      return {
        kind: "Bound",
        start,
        end: this.last,
        value: minus === undefined ? value : -value,
        percent,
      };
    });
  });

  readonly enumerationType = this.RULE("enumerationType", (): TypeNode => {
    const node: Building<EnumerationType> = {
      kind: "EnumerationType",
      start: this.next,
      end: -1,
      values: this.hole,
    };
    this.CONSUME(keyword.one);
    this.CONSUME(keyword.of);
    node.values = this.SUBRULE(this.enumerationValues);
    node.end = this.last;
    return node;
  });

  readonly enumerationValues = this.RULE("enumerationValues", (): EnumerationValues => {
    const node: Building<EnumerationValues> = {
      kind: "EnumerationValues",
      start: this.next,
      end: -1,
      items: [],
    };
    this.CONSUME(sign["("]);
    this.AT_LEAST_ONE_SEP({
      SEP: sign[","],
      DEF: () => {
        const value: Building<EnumerationValue> = {
          kind: "EnumerationValue",
          start: this.next,
          end: -1,
          name: this.hole,
          label: undefined,
        };
        node.items.push(value);
        value.name = this.SUBRULE(this.name);
        value.label = this.SUBRULE(this.label);
        value.end = this.last;
      },
    });
    this.CONSUME(sign[")"]);
    node.end = this.last;
    return node;
  });

  // ── Parameters and arguments ──

  readonly parameters = this.RULE("parameters", (): Parameters => {
    const node: Building<Parameters> = { kind: "Parameters", start: this.next, end: -1, items: [] };
    this.CONSUME(sign["("]);
    this.MANY_SEP({
      SEP: sign[","],
      DEF: () => {
        const parameter: Building<Parameter> = {
          kind: "Parameter",
          start: this.next,
          end: -1,
          name: this.hole,
          label: undefined,
          type: this.hole,
        };
        node.items.push(parameter);
        parameter.name = this.SUBRULE(this.name);
        parameter.label = this.SUBRULE(this.label);
        this.CONSUME(sign[":"]);
        parameter.type = this.SUBRULE(this.type);
        parameter.end = this.last;
      },
    });
    this.CONSUME(sign[")"]);
    node.end = this.last;
    return node;
  });

  readonly arguments = this.RULE("arguments", (): Arguments => {
    const node: Building<Arguments> = { kind: "Arguments", start: this.next, end: -1, items: [] };
    this.CONSUME(sign["("]);
    this.MANY_SEP({
      SEP: sign[","],
      DEF: () => {
        const argument: Building<Argument> = {
          kind: "Argument",
          start: this.next,
          end: -1,
          name: this.hole,
          value: this.hole,
        };
        node.items.push(argument);
        argument.name = this.SUBRULE(this.name);
        this.CONSUME(sign[":"]);
        argument.value = this.SUBRULE(this.expression);
        argument.end = this.last;
      },
    });
    this.CONSUME(sign[")"]);
    node.end = this.last;
    return node;
  });
}
