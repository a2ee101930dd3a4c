/* What is said to those who listen to the page rather than look at it. */
import { fill, part } from "./elements.ts";

export interface Saying {
  readonly now: (words: string) => void;
  /** When somebody has stopped typing, and it is news. */
  readonly soon: (words: string) => void;
}

export function createSaying(): Saying {
  const place = part("said", HTMLElement);
  let timer = 0;
  let last = "";
  const now = (words: string): void => fill(place, words);
  return {
    now,
    soon(words) {
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        if (words !== last) now(words);
        last = words;
      }, 900);
    },
  };
}
