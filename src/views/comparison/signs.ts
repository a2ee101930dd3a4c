import type { Sign } from "./parts.ts";

/** As programs that compare texts have them. */
export const signTexts: Readonly<Record<Sign, string>> = { first: "-", second: "+", changed: "~" };
