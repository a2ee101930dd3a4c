/* The words with which a user sets how seriously findings are taken. */
import type { Severity } from "../diagnostics/diagnostic.ts";

/** What a check may be set to. */
export const levels = ["error", "warning", "hint", "off"] as const;
export type Level = (typeof levels)[number];

/** From which severity on a finding makes the check fail. */
export const failLevels = ["error", "warning", "hint", "never"] as const;
export type FailLevel = (typeof failLevels)[number];

/** The forms in which findings can be had. */
export const formats = ["text", "json", "sarif", "github", "junit"] as const;
export type Format = (typeof formats)[number];

const weights = { error: 3, warning: 2, hint: 1 } as const;

/** Whether findings of this severity make the check fail. */
export function fails(severity: Severity, failLevel: FailLevel): boolean {
  return failLevel !== "never" && weights[severity] >= weights[failLevel];
}

/** The one of `words` that `text` is, or undefined. */
export function oneOf<Word extends string>(words: readonly Word[], text: unknown): Word | undefined {
  return words.find((word) => word === text);
}
