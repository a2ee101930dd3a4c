/* The one place where the core waits, for nothing but a turn of whatever else there is to do. */

/** Ends when everything that waits for its turn (requests, keys, timers) has had one. */
export function turnOfOthers(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
