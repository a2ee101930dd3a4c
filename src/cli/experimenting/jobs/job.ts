/* A job for an engine that others run: the same command for each part, and one that merges them. */
import { shellWord } from "../../../base/shell_word.ts";

export interface Job {
  /** What stands after `niklas experiment`: the model, the experiment, which runs it consists of. */
  readonly words: readonly string[];
  /** The name of the experiment. */
  readonly name: string;
  readonly shards: number;
  /** The files of the results. */
  readonly results: readonly string[];
  readonly version: string;
}

/** A name as all engines take it: small letters, digits and hyphens, beginning and ending with neither hyphen nor nothing. */
export function plainName(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40)
    .replace(/-+$/, "");
  return plain === "" ? "experiment" : plain;
}

/** The command of a part, as a line of the shell. `number` and `inName`: how the number of the part is written there, and in a name. */
export function partCommand({ words, shards, name }: Job, number: string, options: string = ""): string {
  const part = `"${plainName(name)}-${number}-of-${shards}.part"`;
  const experiment = words.map(shellWord).join(" ");
  return `experiment ${experiment} --shard "${number}/${shards}"${options} -o ${part}`;
}

/** The command that merges all parts, as a line of the shell. */
export function mergeCommand({ shards, name, results }: Job): string {
  return `merge ${plainName(name)}-*-of-${shards}.part ${results.map((file) => `-o ${shellWord(file)}`).join(" ")}`;
}
