/* A fenced block of a Markdown text. */
import type { Span } from "../../base/place.ts";

/** A word of the line that opens a block: the language, then what is said of it. */
export interface InfoWord extends Span {
  readonly text: string;
}

/** A line of a block without the marks of the containers before it and what ends it; where what ends it ends. */
export interface FenceLine extends Span {
  readonly next: number;
}

export interface Fence {
  /** Where its opening fence stands. */
  readonly opening: number;
  readonly words: readonly InfoWord[];
  readonly lines: readonly FenceLine[];
  /** Where something would stand that came after its last line. */
  readonly end: number;
  /** Whether it has a closing fence. Without one it reaches to the end of what it stands in. */
  readonly isClosed: boolean;
}

/** Finds the fenced blocks of a text. */
export type FencesIn = (text: string) => readonly Fence[];
