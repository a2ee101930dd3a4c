/** Which combinations of values are run; plain data. */
export type DesignChoice =
  /** Every combination of the values that the experiment lists, the last `vary` fastest. */
  | { readonly kind: "factorial" }
  /** Latin hypercube: so many points, each factor in so many equal parts, each part once. */
  | { readonly kind: "lhs"; readonly points: number }
  /** Sobol's sequence, which fills space evenly, shifted by what is drawn. */
  | { readonly kind: "sobol"; readonly points: number }
  /** What depends on what, at a glance: so many walks, on each of which every factor changes once (Morris 1991). */
  | { readonly kind: "morris"; readonly walks: number }
  /** How much of the variance is due to what (Sobol, by Saltelli 2010): so many rows. */
  | { readonly kind: "saltelli"; readonly rows: number };
