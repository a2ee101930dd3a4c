/* What is wrong with a command line, in our words. */
import type { Command, CommanderError } from "commander";
import { nearest } from "../base/near.ts";
import { listed, quoted } from "../base/words.ts";
import { UsageError } from "./failure.ts";
import { extension } from "./files.ts";

/** A word out of a few, given to an option; throws `UsageError` for any other. */
export function choiceFor<Word extends string>(
  option: string,
  words: readonly Word[],
): (text: string) => Word {
  return (text) => {
    const word = words.find((candidate) => candidate === text);
    if (word !== undefined) return word;
    const near = nearest(text, words);
    throw new UsageError(
      `${quoted(option)} does not take ${quoted(text)}`,
      near.length > 0 ? `a word like it that it takes: ${quoted(near[0] ?? "")}` : `it takes ${listed(words.map(quoted), "or")}`, // prettier-ignore
    );
  };
}

/** A seed: a whole number from 0 on. Throws `UsageError` for anything else. */
export function seedFrom(text: string): number {
  const seed = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(seed)) return seed;
  throw new UsageError(
    `${quoted("--seed")} does not take ${quoted(text)}`,
    "a seed is a whole number from 0 on",
  );
}

/** What is decided of all that a run leaves open: whole numbers from 0 on, or `none`. Throws `UsageError` for anything else. */
export function choicesFrom(text: string): readonly number[] {
  if (text === "none") return [];
  if (/^\d{1,9}(,\d{1,9})*$/.test(text)) return text.split(",").map(Number);
  throw new UsageError(
    `${quoted("--choices")} does not take ${quoted(text)}`,
    "choices are whole numbers from 0 on, such as `0,1,0`, or `none`; `niklas explore` prints them",
  );
}

/**
 * How many: a whole number from 1 on. Throws `UsageError` for anything else, and says what is wanted: so much alone, or also what it
 * is the number of.
 */
export function countFor(
  option: string,
  wanted = "it is a whole number from 1 on",
): (text: string) => number {
  return (text) => {
    if (/^\d{1,9}$/.test(text) && Number(text) > 0) return Number(text);
    throw new UsageError(`${quoted(option)} does not take ${quoted(text)}`, wanted);
  };
}

/** How far: a whole number from 0 on. Throws `UsageError` for anything else. */
export function depthFrom(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UsageError(
    `${quoted("--depth")} does not take ${quoted(text)}`,
    "it is a whole number from 0 on: 1 is what is coupled with it",
  );
}

/** A port: a whole number from 0 (any that is free) to 65535. Throws `UsageError` for anything else. */
export function portFrom(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UsageError(
    `${quoted("--port")} does not take ${quoted(text)}`,
    "a port is a whole number from 1 to 65535; without one, a free port is found",
  );
}

/** Collects the values of an option that may be given several times. */
export function collect(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}

/** What the parser of command lines found wrong. Its own sentences are not shown. */
export function usageError(error: CommanderError, program: Command): UsageError {
  const given = /'([^]*)'/.exec(error.message.split("\n(Did you mean")[0] ?? "")?.[1] ?? "";
  switch (error.code) {
    case "commander.unknownCommand":
      return unknownCommand(given, program);
    case "commander.unknownOption":
      return unknownOption(given, program);
    case "commander.optionMissingArgument":
      return new UsageError(
        `${quoted(/--[a-z-]+/.exec(given)?.[0] ?? given)} needs a value`,
        `in full: ${quoted(given)}`,
      );
    case "commander.missingMandatoryOptionValue":
      return new UsageError("it is not said in how many parts", "for example: `--shards 64`");
    case "commander.missingArgument":
      return missingArgument(given, program);
    case "commander.excessArguments":
      return new UsageError(
        `there are more words than ${given === "" ? "this command" : quoted(`niklas ${given}`)} takes`,
        `${quoted(given === "" ? "niklas --help" : `niklas ${given} --help`)} shows what it takes`,
      );
    default:
      return new UsageError("this command line is not understood", "`niklas --help` shows what can be said");
  }
}

/** What to say to a word that is no command. */
export function unknownCommand(given: string, program: Command): UsageError {
  const names = program.commands.map((command) => command.name());
  const near = nearest(given, names);
  const message = `there is no command ${quoted(given)}`;
  if (near.length > 0) return new UsageError(message, `a command like it: ${quoted(`niklas ${near[0]}`)}`);
  if (given.endsWith(extension) || given.includes("/")) {
    return new UsageError(message, `to check a model: ${quoted(`niklas check ${given}`)}`);
  }
  return new UsageError(message, `the commands are ${listed(names.map(quoted))}`);
}

/** What each command cannot do without. */
const missing: ReadonlyMap<string, readonly [what: string, example: string]> = new Map([
  ["run", ["which model to run", "niklas run city.sys"]],
  ["explore", ["which model to explore", "niklas explore city.sys"]],
  ["advise", ["on which model advice is wanted", "niklas advise city.sys curb"]],
  ["draw", ["which model to draw", "niklas draw city.sys -o city.svg"]],
  ["compare", ["which two models to compare", "niklas compare old.sys new.sys"]],
  ["report", ["which model the report is about", "niklas report city.sys -o city.html"]],
  ["experiment", ["which model the experiment is of", "niklas experiment city.sys"]],
  ["merge", ["which parts to merge", "niklas merge *.part -o prices.json"]],
  [
    "emit-job",
    ["what the job is for, and of which model", "niklas emit-job slurm city.sys prices --shards 64"],
  ],
  ["why", ["which model is asked about", "niklas why city.sys decree economy.price"]],
]);

function missingArgument(argument: string, program: Command): UsageError {
  const command = program.args[0] ?? "";
  const [what, example] = missing.get(command) ?? [`the ${argument}`, `niklas ${command} --help`];
  return new UsageError(`it is not said ${what}`, `for example: ${quoted(example)}`);
}

function unknownOption(given: string, program: Command): UsageError {
  const name = given.split("=")[0] ?? given;
  // Another command may have an option that is more like it, and does not help here.
  const meant = program.commands.filter((command) => command.name() === program.args[0]);
  const options = [program, ...(meant.length > 0 ? meant : program.commands)].flatMap((command) => [
    ...command
      .createHelp()
      .visibleOptions(command)
      .map(({ long }) => long ?? ""),
  ]);
  const bare = (option: string): string => option.replace(/^-+/, "");
  const near = nearest(bare(name), new Set(options.map(bare)))[0];
  return new UsageError(
    `there is no option ${quoted(name)}`,
    near === undefined
      ? "`niklas check --help` lists the options"
      : `an option like it: ${quoted(`--${near}`)}`,
  );
}
