/* Works for tests, and changes made in them. */
import { playgroundExamples } from "../../src/cli/package/playground.ts";
import type { Change } from "../../src/playground/protocol.ts";
import { workFrom, type Work } from "../../src/playground/work.ts";

export function applied(text: string, changes: readonly Change[]): string {
  return [...changes]
    .sort((a, b) => b.from - a.from)
    .reduce((result, { from, to, insert }) => result.slice(0, from) + insert + result.slice(to), text);
}

/** An example of the page. */
export function exampleWork(name: string): Work {
  const found = workFrom(playgroundExamples().find((one) => one.name === name)?.work ?? []);
  if (found === undefined) throw new Error(`there is no example ${name}`);
  return found;
}

/** With another text in one of its files. */
export function withText(work: Work, name: string, change: (text: string) => string): Work {
  const [first, ...others] = work.map((file) =>
    file.name === name ? { name, text: change(file.text) } : file,
  );
  return first === undefined ? work : [first, ...others];
}
