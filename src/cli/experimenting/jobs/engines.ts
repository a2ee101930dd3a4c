/** What can carry out an experiment in parts. */
export const engines = ["parallel", "slurm", "kubernetes", "github"] as const;
export type Engine = (typeof engines)[number];
