/*
 * Logs of continuous integration take orders from what a job prints. What a file or a model is called must not reach
 * them as one.
 */
import { randomWord } from "./random_word.ts";
import { guarded } from "../diagnostics/show/guard.ts";
import { logSafe } from "../diagnostics/show/log_safe.ts";

type Variables = Readonly<Record<string, string | undefined>>;

/** Text for people as it is printed here: guarded where a log reads it, as it is where a person does. */
export function guardedText(text: string, variables: Variables): string {
  if (text === "") return text;
  if (variables.GITHUB_ACTIONS === "true") return guarded(text, randomWord());
  return variables.CI || variables.TF_BUILD || variables.TEAMCITY_VERSION ? logSafe(text) : text;
}
