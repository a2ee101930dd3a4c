/* On what an owner has decided in a run: what verdicts on a regulation compare. */
import { equal } from "./compare.ts";

/**
 * The answers of one owner, in their order. An environment or population answers to what a channel assigns to it.
 */
export class Answers {
  private numbers: number[] = [];
  private starts: number[] = [];

  /** Notes an answer: to what a channel brought, with which value (-1 of an environment), and with which arguments. */
  note(
    step: number,
    channel: number,
    value: number,
    args: Float64Array,
    offset: number,
    count: number,
  ): void {
    this.starts.push(this.numbers.length);
    this.numbers.push(step, channel, value);
    for (let index = 0; index < count; index += 1) this.numbers.push(args[offset + index] ?? 0);
  }

  /** Whether the same was decided on, in the same steps and with the same values. */
  equals(other: Answers): boolean {
    const { numbers, starts } = this;
    return (
      starts.length === other.starts.length &&
      numbers.length === other.numbers.length &&
      starts.every((start, index) => start === other.starts[index]) &&
      numbers.every((number, index) => equal(number, other.numbers[index] ?? NaN))
    );
  }
}
