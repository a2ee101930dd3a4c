import type { Setting } from "../../examples/double_contingency/agents.ts";

/** Of the example: two agents, two signs, both show the first, and both choose it. */
export const example: Setting = {
  agents: 2,
  signs: 2,
  meeting: "in turns",
  expectedBy: "own memory",
  observers: 0,
  needForCertainty: 0.5,
  sharpness: 2,
  learning: 0.1,
  forgetting: 0.01,
  whim: 0.02,
  seed: 1,
};
