/*
 * What is left open when something goes on for a moment, taken in every way one after another: each branch of an alternative,
 * and of each chance that it comes and that it does not. The ways are in order, as the digits of a counter are.
 */

/** Something that was left open, and what it was decided to be. */
export interface Choice {
  /** `beside`: a chance in the run that is compared, of which this one has nothing. */
  readonly kind: "either" | "chance" | "beside";
  readonly branch: number;
  readonly of: number;
  /** How likely this branch is: of an alternative 1, since nothing is said of how likely its branches are. */
  readonly probability: number;
}

export interface Choosing {
  /** What has been chosen on the present way, in order. */
  readonly made: readonly Choice[];
  /** The branch of an alternative. */
  readonly choose: (branches: number) => number;
  /** Whether something comes that has this probability, in this run or in the one that is compared. */
  readonly toss: (probability: number, kind?: "chance" | "beside") => boolean;
  /** Begins the first way; of those that begin with some branches, if these are given. */
  readonly begin: (branches?: readonly number[]) => void;
  /** Goes on to the next way; false if there is none. */
  readonly next: () => boolean;
}

/** `chosen` is told of each choice, and whether its first branch is the less likely one. */
export function choosing(
  chosen: (branch: number, of: number, isUnlikely: boolean) => void = () => {},
): Choosing {
  const made: Choice[] = [];
  /** The way that is being gone. */
  let said: number[] = [];
  let fixed = 0;

  function decide(kind: Choice["kind"], of: number, probabilityOf: (branch: number) => number): number {
    const branch = said[made.length] ?? 0;
    made.push({ kind, branch, of, probability: probabilityOf(branch) });
    chosen(branch, of, kind !== "either" && probabilityOf(0) < probabilityOf(1));
    return branch;
  }

  return {
    made,
    choose: (branches) => decide("either", branches, () => 1),
    // What cannot be otherwise is no choice.
    toss: (probability, kind = "chance") =>
      probability >= 1 ||
      (probability > 0 && decide(kind, 2, (branch) => (branch === 0 ? probability : 1 - probability)) === 0),
    begin(branches = []) {
      said = [...branches];
      fixed = branches.length;
      made.length = 0;
    },
    next() {
      const last = made.findLastIndex(({ branch, of }) => branch + 1 < of);
      const open = made[last];
      if (open === undefined || last < fixed) return false;
      said = [...made.slice(0, last).map(({ branch }) => branch), open.branch + 1];
      made.length = 0;
      return true;
    },
  };
}

/** After so many choices one stops, since the ways would be too many, where that is possible. */
export const mostChoices = 6;

/** Numbers the ways by the branches of alternatives that are taken on them. */
export class Groups {
  private readonly numbers = new Map<string, number>();

  /** The number, and how likely the way is among those that have it. */
  of(made: readonly Choice[]): { readonly group: number; readonly probability: number } {
    let probability = 1;
    let key = "";
    for (const { kind, branch, probability: likely } of made) {
      probability *= likely;
      if (kind === "either") key += `${branch} `;
    }
    let group = this.numbers.get(key);
    if (group === undefined) this.numbers.set(key, (group = this.numbers.size));
    return { group, probability };
  }
}

/** What is drawn so that what has this probability comes, or does not: in the middle of what would do. */
export function drawnFor(comes: boolean, probability: number): number {
  return comes ? probability / 2 : (1 + probability) / 2;
}
