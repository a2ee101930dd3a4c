import type { Severity } from "../diagnostic.ts";

/** What a stretch of the output is; the colour follows from it and never says anything alone. */
export type Style = Severity | "related" | "frame" | "strong" | "removed" | "added" | "plain";

export type Paint = (style: Style, text: string) => string;

/** The codes of ECMA-48 that begin a style; `plain` has none. */
const codes: Readonly<Record<Style, string>> = {
  error: "1;31",
  warning: "1;33",
  hint: "1;36",
  related: "34",
  frame: "2",
  strong: "1",
  removed: "31",
  added: "32",
  plain: "",
};

/** Text in colours, or as it is. */
export function painter(colour: boolean): Paint {
  if (!colour) return (_style, text) => text;
  return (style, text) => {
    const code = codes[style];
    return code === "" || text === "" ? text : `\u001b[${code}m${text}\u001b[0m`;
  };
}
