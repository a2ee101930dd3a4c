/* How a command prints: in colours or not, with which signs, how wide. */
import { wantsColor } from "./color.ts";
import type { Settings } from "./settings.ts";
import { isTerminal, terminalWidth, type Stream } from "./terminal.ts";

export interface Look {
  readonly colour: boolean;
  /** Draws with signs of ASCII alone. */
  readonly ascii: boolean;
  /** The columns to wrap at; undefined where nobody looks at it. */
  readonly width: number | undefined;
}

export function lookOf({ color, ascii }: Pick<Settings, "color" | "ascii">, stream: Stream): Look {
  return {
    colour: wantsColor(color, process.env, isTerminal(stream)),
    ascii,
    width: terminalWidth(stream),
  };
}
