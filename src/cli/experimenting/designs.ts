/* What `--design`, `--shard` and the numbers beside them say. */
import { nearest } from "../../base/near.ts";
import { quoted } from "../../base/words.ts";
import type { DesignChoice } from "../../runs/experiment/design_choice.ts";
import { UsageError } from "../failure.ts";
import type { Shard } from "./part_file.ts";

export const designForms = ["factorial", "lhs:N", "sobol:N", "morris:N", "saltelli:N"] as const;
const kinds = designForms.map((form) => form.replace(":N", ""));

/** `factorial`, `lhs:1000` and so on. Throws `UsageError` for anything else. */
export function designFrom(text: string): DesignChoice {
  const [kind = "", size, ...more] = text.split(":");
  const takes = "`factorial`, `lhs:N`, `sobol:N`, `morris:N` and `saltelli:N`, with a number for N";
  if (!kinds.includes(kind) || more.length > 0) {
    const near = nearest(kind, kinds)[0];
    throw new UsageError(
      `${quoted("--design")} does not take ${quoted(text)}`,
      near === undefined
        ? `it takes ${takes}`
        : `a design like it: ${quoted(near === "factorial" ? near : `${near}:1000`)}`,
    );
  }
  if (kind === "factorial") {
    if (size === undefined) return { kind };
    throw new UsageError(
      `${quoted("--design factorial")} takes no number`,
      "it has all combinations of the values",
    );
  }
  if (size === undefined)
    throw new UsageError(`${quoted(`--design ${kind}`)} needs a number`, `for example: ${quoted(`--design ${kind}:${example(kind)}`)}, ${meaning(kind)}`); // prettier-ignore
  const number = Number(size);
  if (!/^\d{1,9}$/.test(size) || number < 1)
    throw new UsageError(`${quoted("--design")} does not take ${quoted(text)}`, `${quoted(size)} is no whole number from 1 on`); // prettier-ignore
  switch (kind) {
    case "lhs":
    case "sobol":
      return { kind, points: number };
    case "morris":
      return { kind, walks: number };
    default:
      return { kind: "saltelli", rows: number };
  }
}

function example(kind: string): number {
  return kind === "morris" ? 20 : 1000;
}

function meaning(kind: string): string {
  switch (kind) {
    case "morris":
      return "so many walks";
    case "saltelli":
      return "so many pairs of combinations";
    default:
      return "so many combinations";
  }
}

/** `2/5`: the second of five parts. Throws `UsageError` for anything else. */
export function shardFrom(text: string): Shard {
  const [, number, of] = /^(\d{1,9})\/(\d{1,9})$/.exec(text) ?? [];
  const shard = { number: Number(number), of: Number(of) };
  if (number !== undefined && shard.number >= 1 && shard.number <= shard.of) return shard;
  throw new UsageError(
    `${quoted("--shard")} does not take ${quoted(text)}`,
    "it takes which part of how many: `1/5` is the first of five, `5/5` the last",
  );
}
