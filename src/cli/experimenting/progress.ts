/* How far an experiment is, on a terminal: a line that is written over and over, and gone at the end. */
import { counted, numberText } from "../../base/words.ts";
import { isTerminal, print } from "../terminal.ts";

export interface Progress {
  /** So many runs have been carried out. */
  readonly at: (runs: number) => void;
  readonly end: () => void;
}

/** Milliseconds between two lines, and before the first. */
const every = 250;

/** `total`: of all runs; `before`: how many were done already. Nothing is shown where nobody looks. */
export function progressOf(name: string, total: number, before: number): Progress {
  if (!isTerminal("errors")) return { at: () => {}, end: () => {} };
  const start = Date.now();
  let last = start;
  let shown = false;
  return {
    at(runs) {
      const now = Date.now();
      if (now - last < every) return;
      last = now;
      shown = true;
      const line = progressLine(name, { total, before, runs, milliseconds: now - start });
      print("errors", `\r${line}\u001b[K`);
    },
    end() {
      if (shown) print("errors", "\r\u001b[K");
      shown = false;
    },
  };
}

export interface Reached {
  readonly total: number;
  readonly before: number;
  /** Of those that were to be done now. */
  readonly runs: number;
  readonly milliseconds: number;
}

/** `willingness: 37% of 12,288 runs, about 2 minutes left`. */
export function progressLine(name: string, { total, before, runs, milliseconds }: Reached): string {
  const share = Math.floor(((before + runs) / total) * 100);
  const left = (milliseconds / Math.max(1, runs)) * (total - before - runs);
  return `${name}: ${share}% of ${numberText(total)} runs, ${timeText(left)} left`;
}

function timeText(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds < 60) return counted(seconds, "second");
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `about ${counted(minutes, "minute")}`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `about ${counted(hours, "hour")}` : `about ${counted(Math.round(hours / 24), "day")}`;
}
