/* What people are told of a run: its story and its outcomes, and the answers to questions. */
import { run, why, type RunOptions } from "../../src/index.ts";
import { renderRun, type RunTextOptions } from "../../src/views/run_text.ts";
import { renderWhy } from "../../src/views/why_text.ts";
import { ready } from "./running.ts";

/** The story of a run, with what came of it. */
export function storyOf(text: string, scenario?: string, options: RunTextOptions & RunOptions = {}): string {
  return renderRun(run(ready(text), { ...options, scenario }), options);
}

/** The answer to why something happened, or did not, without the places in the text. */
export function answerOf(text: string, scenario: string, subject: string): string {
  const explanation = why(run(ready(text), { scenario }), subject);
  return renderWhy(explanation, scenario, {
    colour: false,
    ascii: false,
    width: undefined,
    where: () => "",
  }).replace(/ +$/gmu, "");
}
