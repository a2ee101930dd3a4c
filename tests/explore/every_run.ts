/* Every run of a scenario, played from its beginning to its end, one after another: slow, and with nothing that exploring does. */
import { kinds } from "../../src/engine/recorder.ts";
import { play, type Played } from "../../src/engine/play.ts";
import { runProperties } from "../../src/engine/properties.ts";
import type { Scenario } from "../../src/model/model.ts";
import type { Prepared } from "../../src/runs/prepared.ts";

export interface OneRun {
  readonly played: Played;
  readonly choices: readonly number[];
  /** How likely it is if these branches are taken. */
  readonly probability: number;
  readonly branches: string;
}

interface Open {
  readonly of: number;
  readonly branch: number;
  readonly likely: number;
  readonly isBranch: boolean;
}

/** Undefined if there are more than `most`, or one draws something of which there are infinitely many outcomes. */
export function everyRun(
  prepared: Prepared,
  scenario: Scenario,
  most: number,
): readonly OneRun[] | undefined {
  const runs: OneRun[] = [];
  let said: readonly number[] = [];
  for (;;) {
    const made: Open[] = [];
    let endless = false;
    const decided = (of: number, isBranch: boolean, likely: (branch: number) => number): number => {
      const branch = said[made.length] ?? 0;
      made.push({ of, branch, likely: likely(branch), isBranch });
      return branch;
    };
    const played = play(prepared.compiled(), prepared.compiledScenario(scenario), {
      traced: true,
      properties: runProperties(prepared.checked.model),
      choose: (_, of) => decided(of, true, () => 1),
      decide(_place, _step, probability) {
        if (probability === undefined) {
          endless = true;
          return undefined;
        }
        if (probability <= 0 || probability >= 1) return probability >= 1 ? 0 : 0.5;
        const branch = decided(2, false, (comes) => (comes === 0 ? probability : 1 - probability));
        return branch === 0 ? 0 : (probability + 1) / 2;
      },
    });
    if (endless || runs.length >= most) return undefined;
    runs.push({
      played,
      choices: made.map(({ branch }) => branch),
      probability: made.reduce((product, { likely }) => product * likely, 1),
      branches: made.flatMap(({ isBranch, branch }) => (isBranch ? [branch] : [])).join(" "),
    });
    const last = made.findLastIndex(({ branch, of }) => branch + 1 < of);
    if (last < 0) return runs;
    said = [...made.slice(0, last).map(({ branch }) => branch), (made[last]?.branch ?? 0) + 1];
  }
}

/** The clauses that decided in a run, and the channels that carried something. */
export function tookPart({ played }: OneRun): {
  readonly clauses: Set<number>;
  readonly channels: Set<number>;
} {
  const { recorder } = played.course;
  const [clauses, channels] = [new Set<number>(), new Set<number>()];
  for (let record = 0; record < (recorder?.count ?? 0); record += 1) {
    const head = recorder?.head(record);
    if (head?.kind === kinds.decision) clauses.add(head.about);
    if (head?.kind === kinds.irritation || head?.kind === kinds.passing || head?.kind === kinds.arrival)
      channels.add(head.about);
  }
  return { clauses, channels };
}
