/* What pictures are called on the command line: known before anything that makes them is loaded. */
export const viewNames = ["map", "flow", "check", "run", "lanes", "series"] as const;
export type ViewName = (typeof viewNames)[number];

/** Options of which each view takes some. */
export const viewOptions = ["focus", "depth", "from", "to", "scenario", "seed"] as const;
export type ViewOption = (typeof viewOptions)[number];
