/* What pictures are called on the command line: known before anything that makes them is loaded. */
export const viewNames = ["map", "flow", "check"] as const;
export type ViewName = (typeof viewNames)[number];

/** Options of which each view takes some. */
export type ViewOption = "focus" | "depth" | "from" | "to";
