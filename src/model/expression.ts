import type { Place } from "../base/place.ts";
import type { Id, PartRef } from "./reference.ts";

/** `unknown` fits everything: what is wrong there has been reported. */
export type Type =
  | {
      readonly kind: "number";
      /** Inclusive; undefined: open on that side. */
      readonly low?: number | undefined;
      readonly high?: number | undefined;
      readonly unit?: string | undefined;
      /** Whether the declaration says a bound, or the first value, as a percentage; so are its values shown to people. */
      readonly percent?: boolean | undefined;
    }
  | { readonly kind: "boolean" }
  /** `code`: the values of a code, as `designated` gives them. */
  | { readonly kind: "enumeration"; readonly values: readonly string[]; readonly code?: boolean | undefined }
  | { readonly kind: "text" }
  | { readonly kind: "unknown" };

export type FunctionName =
  | "min"
  | "max"
  | "abs"
  | "round"
  | "floor"
  | "ceil"
  | "sqrt"
  | "log"
  | "exp"
  | "mod"
  | "chance"
  | "uniform"
  | "normal";

interface ExpressionOf<Kind extends string> {
  readonly kind: Kind;
  readonly type: Type;
  readonly place: Place;
}
export type Expression =
  | (ExpressionOf<"number"> & { readonly value: number })
  | (ExpressionOf<"boolean"> & { readonly value: boolean })
  | (ExpressionOf<"text"> & { readonly value: string })
  /** A value of an enumeration or of a code. */
  | (ExpressionOf<"value"> & { readonly value: string })
  /** A parameter of the irritation or operation at hand. */
  | (ExpressionOf<"parameter"> & { readonly name: string })
  | (ExpressionOf<"expectation"> & { readonly owner: Id; readonly name: string })
  | (ExpressionOf<"quantity"> & { readonly owner: Id; readonly name: string })
  | ExpressionOf<"step">
  /** The value that `owner` designated last. */
  | (ExpressionOf<"designated"> & { readonly owner: Id })
  | (ExpressionOf<"call"> & { readonly function: FunctionName; readonly args: readonly Expression[] })
  /** `count(law.judgment)` */
  | (ExpressionOf<"count"> & { readonly of: PartRef })
  /** From the left: `operands[0] operators[0] operands[1] …`; all operators of one level. */
  | (ExpressionOf<"chain"> & {
      readonly operators: readonly ("or" | "and" | "+" | "-" | "*" | "/")[];
      readonly operands: readonly Expression[];
    })
  | (ExpressionOf<"comparison"> & {
      readonly operator: "=" | "!=" | "<" | "<=" | ">" | ">=";
      readonly left: Expression;
      readonly right: Expression;
    })
  | (ExpressionOf<"not"> & { readonly operand: Expression })
  | (ExpressionOf<"negative"> & { readonly operand: Expression })
  | (ExpressionOf<"power"> & { readonly base: Expression; readonly exponent: Expression })
  /** What was written has been reported as an error. */
  | ExpressionOf<"unknown">;
