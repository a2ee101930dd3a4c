/* On what an owner has decided in a run: what verdicts on a regulation compare. */
import { limits } from "../base/limits.ts";
import { equal } from "./compare.ts";
import { Broken } from "./violations.ts";

/** How many numbers may still be noted, in a run and in those with which it is compared. */
export interface RoomForAnswers {
  left: number;
}

export function roomForAnswers(): RoomForAnswers {
  return { left: limits.answers };
}

/**
 * The answers of one owner, in their order. An environment or population answers to what a channel assigns to it.
 */
export class Answers {
  /** Of each answer the step, the channel, the value, and as many arguments as the channel brings. */
  numbers = new Float64Array(0);
  used = 0;
  private readonly room: RoomForAnswers;
  private isClosed = false;

  constructor(room: RoomForAnswers) {
    this.room = room;
  }

  /**
   * Notes an answer: to what a channel brought, with which value (-1 of an environment), and with which arguments.
   * Throws `Broken` where there is no room for more.
   */
  note(
    step: number,
    channel: number,
    value: number,
    args: Float64Array,
    offset: number,
    count: number,
  ): void {
    if (this.isClosed) return;
    const { used, room } = this;
    const end = used + 3 + count;
    room.left -= end - used;
    if (room.left < 0) throw new Broken("numbers for verdicts", limits.answers);
    if (end > this.numbers.length) {
      const larger = new Float64Array(end * 2);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    const { numbers } = this;
    numbers[used] = step;
    numbers[used + 1] = channel;
    numbers[used + 2] = value;
    for (let index = 0; index < count; index += 1) numbers[used + 3 + index] = args[offset + index] ?? 0;
    this.used = end;
  }

  /** Forgets all answers so far. */
  clear(): void {
    this.room.left += this.used;
    this.used = 0;
  }

  /** Forgets all answers, and notes none any more. */
  close(): void {
    this.isClosed = true;
    this.clear();
    this.numbers = new Float64Array(0);
  }
}

/**
 * Tells, as often as it is asked, whether two owners have answered the same: to the same, in the same steps and with the same
 * values. What has been compared is not looked at again, and those that once differ differ for good: so asking at every
 * moment costs no more than asking at the end. Of what differs, nothing more of `other` is noted.
 */
export function comparing(answers: Answers, other: Answers): () => boolean {
  let compared = 0;
  let differ = false;
  return () => {
    const end = Math.min(answers.used, other.used);
    while (!differ && compared < end) {
      differ = !equal(answers.numbers[compared] ?? 0, other.numbers[compared] ?? 0);
      compared += 1;
    }
    if (differ) other.close();
    return !differ && answers.used === other.used;
  };
}
