/* A run as people read it: its story, what came of it, and what is to be said of that. */
import { visible } from "../base/visible.ts";
import { counted } from "../base/words.ts";
import { renderText } from "../diagnostics/show/text.ts";
import { decisiveSteps } from "../engine/inquiry/decisive.ts";
import { inquiryInto } from "../runs/why.ts";
import type { RunResult } from "../runs/run.ts";
import { renderOutcome } from "./outcome_text.ts";
import { storyOf, type StoryOptions } from "./story.ts";
import { renderStory, type StoryTextOptions } from "./story_text.ts";

const usual: StoryOptions & StoryTextOptions & { readonly untold: string } = {
  noise: false,
  fold: true,
  colour: false,
  ascii: false,
  width: undefined,
  most: Infinity,
  untold: "no trace was kept, so that there is no story to tell",
};

export interface RunTextOptions extends Partial<StoryOptions>, Partial<StoryTextOptions> {
  /** Said at the end: how to have the same again. */
  readonly end?: string | undefined;
  /** Said instead of the story of a run that kept no trace. */
  readonly untold?: string;
}

/** Nothing in it is interpreted by a terminal but the colours asked for, whatever names and texts contain. */
export function renderRun(result: RunResult, chosen: RunTextOptions = {}): string {
  const options = { ...usual, ...chosen };
  const { scenario, label, steps, broken, diagnostics, prepared } = result;
  const title = `scenario ${scenario}${label === undefined ? "" : ` ${JSON.stringify(label)}`}`;
  const story = result.traced ? storyText(result, options) : `  ${counted(steps, "step")}; ${options.untold}`;
  const outcome = renderOutcome(result, options);
  const found = renderText(diagnostics, (file) => prepared.checked.sources.get(file), {
    colour: options.colour,
    ascii: options.ascii,
    ...(options.width !== undefined && { width: options.width }),
  });
  const end = [...(broken ? ["broken off"] : []), ...(options.end === undefined ? [] : [options.end])].join(
    "; ",
  );
  const shown = { ascii: options.ascii };
  return [
    `${visible(title, shown)}\n`,
    ...(story === "" ? [] : [`${story}\n`]),
    ...(outcome === "" ? [] : [`${outcome}\n`]),
    ...(found === "" ? [] : [found]),
    ...(end === "" ? [] : [`  ${visible(end, shown)}\n`]),
  ].join("\n");
}

function storyText(result: RunResult, options: StoryOptions & StoryTextOptions): string {
  const inquiry = inquiryInto(result);
  return renderStory(storyOf(inquiry, result.steps, options), {
    ...options,
    decisive: () => decisiveSteps(inquiry, result.played),
  });
}
