/* A run in a sentence or two: what whoever cannot see a picture of it is told. */
import { counted, listed } from "../../../base/words.ts";
import type { TraceEntry } from "../../../engine/trace.ts";
import type { RunResult } from "../../../runs/run.ts";
import type { PictureOptions } from "./frame.ts";

export function titleOf({ scenario, label, prepared }: RunResult, { title }: PictureOptions): string {
  if (title !== undefined) return title;
  const { name } = prepared.checked.model;
  return `${name === undefined ? "" : `${name}: `}${label ?? scenario}`;
}

/** Which run it is: below the title. */
export function runText({ scenario, steps, seed, broken }: RunResult): string {
  return `scenario ${scenario}, ${counted(steps, "step")}, seed ${seed}${broken ? ", broken off" : ""}`;
}

/** What happened, counted, and what came of it. */
export function outcomeText({ verdicts, expectations }: RunResult): string {
  const found = verdicts.map(({ regulation, verdict }) => `${regulation} is ${verdict}`);
  const missed = expectations.filter(({ holds }) => !holds).length;
  const failed = missed === 0 ? [] : [`${counted(missed, "expectation")} of the modeller not met`];
  const all = [...found, ...failed];
  return all.length === 0 ? "" : ` In the end ${listed(all)}.`;
}

export function happenedText(entries: readonly TraceEntry[]): string {
  const times = (...kinds: readonly TraceEntry["kind"][]): number =>
    entries.filter(({ kind }) => kinds.includes(kind)).length;
  return [
    counted(times("operation"), "operation"),
    counted(times("irritation", "arrival"), "irritation"),
    counted(times("decision"), "decision"),
    `${times("noise")} times noise on a channel`,
  ].join(", ");
}
