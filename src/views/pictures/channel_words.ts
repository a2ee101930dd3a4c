/* A channel in a line, in the words of the language. */
import type { Channel } from "../../model/model.ts";
import type { ModelIndex } from "../../model/lookup.ts";
import { expressionText } from "../expression_text.ts";
import { calledIn, oneLine, shortened } from "./wording.ts";

const widestLine = 56;

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
  const options = [
    when && `when ${expressionText(when)}`,
    chance && `with chance ${expressionText(chance)}`,
    delay &&
      `after ${expressionText(delay)} ${delay.kind === "number" && delay.value === 1 ? "step" : "steps"}`,
    capacity && `at most ${expressionText(capacity)} per step`,
  ].filter((option) => option !== undefined);
  return shortened([carried, ...options.map(oneLine)].join(" "), widestLine);
}
