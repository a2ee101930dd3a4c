/* Every example with one word or sign left out, and how much is said of it. */
import { check, memoryHost, type Diagnostic } from "../../src/index.ts";
import { scan } from "../../src/syntax/scan.ts";
import type { Token } from "../../src/syntax/tokens.ts";
import { exampleFiles, exampleModels } from "./examples.ts";

/** An example without one of its words, signs, numbers or texts. */
export interface Deletion {
  readonly example: string;
  readonly text: string;
  /** What was left out, and where it stood. */
  readonly deleted: string;
  readonly start: number;
}

/** One deletion for every `stride` tokens of the examples, in the order of the text. */
export function deletions(stride: number): readonly Deletion[] {
  const all = exampleModels.flatMap((example) => {
    const text = exampleFiles.get(example) ?? "";
    return scan({ name: example, text }).tokens.map((token: Token): Deletion => ({
      example,
      text: text.slice(0, token.startOffset) + text.slice(token.end),
      deleted: text.slice(token.startOffset, token.end),
      start: token.startOffset,
    }));
  });
  return all.filter((_, index) => index % stride === 0);
}

/** The errors found in an example, the text of which may have been changed. */
export function errorsIn(example: string, text: string): readonly Diagnostic[] {
  const host = memoryHost(new Map([...exampleFiles, [example, text]]));
  return check({ name: example, text }, { host }).diagnostics.filter(({ severity }) => severity === "error");
}
