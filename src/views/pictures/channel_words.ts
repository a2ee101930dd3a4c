/* A channel in a line, in the words of the language. */
import { displayWidth } from "../../diagnostics/width.ts";
import type { Expression } from "../../model/expression.ts";
import type { Channel } from "../../model/model.ts";
import type { ModelIndex } from "../../model/lookup.ts";
import { expressionText, percentText } from "../../model/expression_text.ts";
import { calledIn, oneLine, shortened } from "./wording.ts";

const widestLine = 56;
const leastOfCondition = 16;

/** `judgment → credit_cost when cost > 0 after 2 steps`. Without `conditions` it ends where they begin. */
export function channelLine(channel: Channel, index: ModelIndex, conditions: boolean): string {
  const { source, target, when, chance, delay, capacity } = channel;
  const { owner, name } = source;
  const heard = index.operation(owner, name) ?? index.event(owner, name) ?? index.quantity(owner, name);
  const reached =
    target.kind === "sensitivity"
      ? [calledIn(index.sensitivity(target.owner, target.name) ?? target)]
      : target.assignments.map(({ target: { text } }) =>
          calledIn(index.quantity(target.owner, text) ?? { name: text }),
        );
  const carried = `${calledIn(heard ?? source)} → ${[...new Set(reached)].join(", ")}`;
  if (!conditions) return shortened(carried, widestLine);
  const condition = when && oneLine(`when ${expressionText(when)}`);
  const others = [
    chance && `with chance ${chance.kind === "number" ? percentText(chance.value) : expressionText(chance)}`,
    delay && `after ${expressionText(delay)} ${isOne(delay) ? "step" : "steps"}`,
    capacity && `at most ${expressionText(capacity)} per step`,
  ].filter((option) => option !== undefined);
  const fixed = [carried, ...others.map(oneLine)];
  // The condition is what can be cut short: the other options are short, and say most with their last word.
  const room = widestLine - displayWidth(fixed.join(" ")) - 1;
  const shown = condition && shortened(condition, Math.max(room, leastOfCondition));
  const [head = "", ...rest] = fixed;
  return shortened([head, ...(shown ? [shown] : []), ...rest].join(" "), widestLine + leastOfCondition);
}

function isOne(delay: Expression): boolean {
  return delay.kind === "number" && delay.value === 1;
}
