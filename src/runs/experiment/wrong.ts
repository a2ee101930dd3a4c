/** What went wrong in a run, as bits of one number. */
export const wrong = {
  /** A limit of the tool ended it before its end: nothing is measured of it. */
  broken: 1,
  /** Something that a run reports: out of bounds, not a number and the like. The run went on. */
  violated: 2,
  /** A measure had no result. */
  unmeasured: 4,
} as const;
