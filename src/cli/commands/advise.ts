/* `niklas advise`: which smallest changes would make a regulation effective that is not. */
import { shellWord } from "../../base/shell_word.ts";
import { counted, listed, quoted } from "../../base/words.ts";
import { renderText } from "../../diagnostics/show/text.ts";
import { checks } from "../../index.ts";
import type { Advice } from "../../runs/advice/advice.ts";
import { advise, NoAdvice, UnknownRegulation, usualSearch } from "../../runs/advice/advise.ts";
import { UnknownScenario } from "../../runs/prepared.ts";
import { renderAdvice } from "../../views/advice/advice_text.ts";
import { renderAdviceJson } from "../../views/advice/advice_json.ts";
import type { CheckedEntry } from "../check_entry.ts";
import { guardedText } from "../ci.ts";
import { reportFailures, statuses, type Status } from "../errors.ts";
import { UsageError } from "../failure.ts";
import { lookOf, type Look } from "../look.ts";
import { oneModel } from "../one_model.ts";
import { evaluate, unknownScenario } from "../ready_models.ts";
import type { AdviceFormat } from "../run_formats.ts";
import { settingsOf, type CheckArguments } from "../settings.ts";
import { print } from "../terminal.ts";

export interface AdviseArguments extends Pick<CheckArguments, "color" | "ascii" | "severity" | "config"> {
  readonly file: string;
  readonly regulation: string | undefined;
  readonly scenario?: string;
  readonly format?: AdviceFormat;
  readonly seed?: number;
  /** How many changed models are tried at most. */
  readonly most?: number;
}

export async function adviseCommand(typed: AdviseArguments): Promise<Status> {
  const settings = settingsOf({ ...typed, paths: [typed.file] }, checks);
  const look = lookOf(settings, "output");
  const entry = await oneModel(typed.file, settings, "advice is given on one model");
  if ("message" in entry) {
    reportFailures([entry]);
    return statuses.failed;
  }
  if (entry.block !== undefined)
    throw new UsageError(
      `the model stands in the block of a document, ${quoted(typed.file)}`,
      "give it a file of its own: what is proposed are lines of a file",
    );
  const regulation = typed.regulation ?? onlyRegulation(entry);
  try {
    const advice = advise(entry.result, regulation, {
      scenario: typed.scenario,
      seed: typed.seed,
      severities: settings.levels,
      evaluate,
      most: typed.most,
    });
    const sources = (file: string) => entry.result.sources.get(file);
    const text =
      typed.format === "json"
        ? renderAdviceJson(advice, sources)
        : guardedText(
            renderAdvice(advice, sources, { ...look, file: entry.name, again: againText(advice, typed) }),
            process.env,
          );
    print("output", text);
    return advice.isReached || advice.isReachedWithout || advice.proposals.length > 0
      ? statuses.fine
      : statuses.found;
  } catch (error) {
    if (error instanceof UnknownRegulation) throw unknownRegulation(error, entry.name);
    if (error instanceof UnknownScenario) throw unknownScenario(error, entry.name);
    if (error instanceof NoAdvice) return noAdvice(error, regulation, entry, look, typed);
    throw error;
  }
}

/** The regulation that is meant where none is named. */
function onlyRegulation({ result, name }: CheckedEntry): string {
  const names = result.model.regulations.map((each) => each.name);
  const [first, ...others] = names;
  if (first !== undefined && others.length === 0) return first;
  if (first === undefined)
    throw new UsageError(
      `there is no regulation in ${quoted(name)}`,
      "a regulation begins with `regulation NAME {`, and has an aim",
    );
  throw new UsageError(
    `it is not said on which regulation of ${quoted(name)} advice is wanted`,
    `its regulations are ${listed(names.map(quoted))}`,
  );
}

function unknownRegulation({ regulation, known, near }: UnknownRegulation, file: string): UsageError {
  return new UsageError(
    `there is no regulation ${quoted(regulation)} in ${quoted(file)}`,
    near[0] !== undefined
      ? `a name like it: ${quoted(near[0])}`
      : known.length === 0
        ? "a regulation begins with `regulation NAME {`, and has an aim"
        : `its regulations are ${listed(known.map(quoted))}`,
  );
}

/** Why there is none. With errors a model does not run, but that the regulation has no way yet. */
function noAdvice(
  { because }: NoAdvice,
  regulation: string,
  { result, name }: CheckedEntry,
  look: Look,
  { scenario }: AdviseArguments,
): Status {
  switch (because) {
    case "errors": {
      const errors = result.diagnostics.filter(({ severity }) => severity === "error");
      print(
        "output",
        renderText(errors, (file) => result.sources.get(file), {
          colour: look.colour,
          ascii: look.ascii,
          ...(look.width !== undefined && { width: look.width }),
        }),
      );
      print("errors", `niklas: with ${counted(errors.length, "error")} the model does not run\n`);
      return statuses.found;
    }
    case "no aim":
      throw new UsageError(
        `${quoted(regulation)} in ${quoted(name)} has no aim that could be reached`,
        "give it one: `aim economy.price <= 55`",
      );
    case "no start":
      throw new UsageError(
        `${quoted(regulation)} in ${quoted(name)} does not say with which operation it begins`,
        "`starts with politics.bill(limit: 70)`",
      );
    case "not applied":
      throw new UsageError(
        `${quoted(regulation)} is not applied in ${scenario === undefined ? `any scenario of ${quoted(name)}` : quoted(scenario)}`,
        `a scenario applies it with ${quoted(`apply ${regulation}`)}`,
      );
    case "broken off":
      throw new UsageError(
        "the run that is asked about is broken off by a limit, and there is no verdict",
        `${quoted(`niklas run ${name}`)} tells by which`,
      );
  }
}

/** The command that gives this advice again. */
function againText(
  { regulation, question }: Advice,
  { file, most = usualSearch.most }: AdviseArguments,
): string {
  const words = ["niklas", "advise", file, regulation];
  if (!question.isAdded) words.push("--scenario", question.scenario);
  words.push("--seed", String(question.seed));
  if (most !== usualSearch.most) words.push("--most", String(most));
  return words.map(shellWord).join(" ");
}
