/* Where on its way to a system something stopped, in words: what the run says, and what to do about it. */
import { listed, quoted } from "../../base/words.ts";
import { unreachable } from "../../base/unreachable.ts";
import type { Stopped } from "../../diagnostics/run_facts.ts";
import { choicesText, insteadText } from "../../diagnostics/run_words.ts";
import { callText, valuesText } from "./causes.ts";

/** One sentence: what happened, and why it did not go on. */
export function stoppedText(stopped: Stopped): string {
  const { operation, args, target, step } = stopped;
  const done = `step ${step}: ${quoted(callText(operation, args))}`;
  const coupling = quoted(stopped.coupling ?? "");
  const at = quoted(stopped.at ?? "");
  const because = conditionText(stopped);
  switch (stopped.stage) {
    case "not at issue":
      return `${done} was put to others alone, not to ${quoted(target)}`;
    case "no coupling":
      return `${done} stayed noise for ${quoted(target)}: nothing couples the two`;
    case "no channel":
      return `${done} stayed noise for ${quoted(target)}: ${coupling} has no channel for it`;
    case "closed":
      return `${done} did not reach ${quoted(target)}: ${coupling} was closed`;
    case "condition":
      return `${done} did not pass ${coupling}: ${because}`;
    case "chance":
      return `${done} did not pass ${coupling}: chance was against it`;
    case "capacity":
      return `${done} did not pass ${coupling}, which had carried all that it can carry in one step`;
    case "out of bounds":
      return `${done} did not reach ${quoted(target)}: an argument lay outside its bounds`;
    case "unplugged":
      return `${done} found ${quoted(target)} unplugged`;
    case "filtered":
      return `${done} was filtered by ${quoted(target)} at ${at}: ${because}`;
    case "undecided":
      return `${done} reached ${quoted(target)} at ${at}, and no clause decided on it`;
    case "under way":
      return `${done} is still under way to ${quoted(target)}`;
    case "program":
      return operation === ""
        ? `step ${step}: ${quoted(target)} decided ${quoted(stopped.decided ?? "undecided")} by ${at}${instead(stopped)}`
        : `${done} let ${quoted(target)} decide ${quoted(stopped.decided ?? "undecided")} by ${at}${instead(stopped)}`;
    case "limit":
      return `${done} was blocked by the limit ${at} of ${quoted(target)}: ${because}`;
    default:
      return unreachable(stopped.stage);
  }
}

/** By which choice a program decided, if by one, and what would have led on. */
function instead(stopped: Stopped): string {
  const { choices = [] } = stopped;
  const by = choices.length === 0 ? "" : ` (${choicesText(choices, quoted)})`;
  const withValues = (values: Stopped["values"]): string =>
    values.length === 0 ? "" : `, with ${valuesText(values)}`;
  return `${by}${insteadText(stopped, withValues, quoted)}`;
}

function conditionText({ stage, condition, values }: Stopped): string {
  const verb = stage === "limit" ? "held" : "did not hold";
  const said = condition === undefined ? "its condition" : quoted(condition);
  return values.length === 0 ? `${said} ${verb}` : `${said} ${verb}, with ${valuesText(values)}`;
}

/** The next step in the model for what stopped there. */
export function stageHelp(stopped: Stopped): string {
  const { stage, operation, target, coupling, at, condition } = stopped;
  if (stopped.chance === true) return chanceHelp;
  const channel = quoted(coupling ?? "");
  const said = condition === undefined ? "its condition" : quoted(condition);
  switch (stage) {
    case "not at issue":
      return `let ${quoted(operation)} happen for everybody with \`emits\`, or perturb ${quoted(target)}`;
    case "no coupling":
      return `couple ${quoted(target)} with what does ${quoted(operation)}, or take a way round by others`;
    case "no channel":
      return `give ${channel} a channel for ${quoted(operation)}`;
    case "closed":
      return `write \`open ${coupling ?? ""}\` before it`;
    case "condition":
      return `give arguments for which ${said} holds, or change the condition in ${channel}`;
    case "chance":
      return chanceHelp;
    case "capacity":
      return `let ${channel} carry more per step, or let less happen at once`;
    case "out of bounds":
      return `give values within the bounds that ${quoted(target)} declares`;
    case "unplugged":
      return `leave ${quoted(target)} plugged in; to interrupt it, close a coupling`;
    case "filtered":
      return `make ${quoted(target)} sensitive to this too, or let it notice in its own terms that ${said} holds`;
    case "undecided":
      return `give the programs on ${quoted(at ?? "")} an \`otherwise\``;
    case "under way":
      return "let the run go on for longer before this is expected";
    case "program":
      return programHelp(stopped);
    case "limit":
      return `change what the limit ${quoted(at ?? "")} of ${quoted(target)} reads, or expect the limit itself: \`${target}.${at ?? ""} occurs\``;
    default:
      return unreachable(stage);
  }
}

const chanceHelp = "ask an `experiment` how often it gets through; a single run is a matter of its seed";

/** How another clause would decide than the one that did. */
function programHelp({ operation, at, wanted, leading = [], choices = [], idle = false }: Stopped): string {
  if (idle)
    return `begin with other values: what ${quoted(at ?? "")} sets was so already, or could not be set`;
  if (leading.length === 0) {
    const does = wanted === undefined ? "leads on" : `designates ${quoted(wanted)}`;
    const on = operation === "" ? "" : ` ${wanted === undefined ? "from" : "on"} ${quoted(operation)}`;
    return `give ${quoted(at ?? "")} a clause that ${does}${on}`;
  }
  const open = leading.filter(({ chance = false }) => !chance);
  if (open.length === 0) return chanceHelp;
  const wanting = open.filter(({ condition, held }) => condition !== undefined && held !== true);
  const conditions = wanting.flatMap(({ condition }) =>
    condition === undefined || condition === "otherwise" ? [] : [quoted(condition)],
  );
  if (conditions.length > 0) {
    const decide = choices.length > 0 ? "choice that is taken" : "clause that decides";
    return `bring about that ${listed(conditions, "or")} holds, or let the ${decide} lead on as well`;
  }
  const [first] = open;
  if (first?.choice !== undefined) {
    const [taken] = choices;
    if (taken !== undefined && taken.yields === undefined) return chanceHelp;
    return `let ${quoted(first.choice.name)} yield more${taken === undefined ? "" : ` than ${quoted(taken.name)}`}`;
  }
  return first?.held === true && first.condition !== undefined
    ? `bring about a case in which no condition before ${quoted(first.condition)} holds`
    : "bring about a case in which none of the conditions before it holds";
}

/** A few words on where it ended. */
export function stageLabel({ stage }: Stopped): string {
  switch (stage) {
    case "not at issue":
      return "it was put to others alone";
    case "no coupling":
      return "nothing couples the two";
    case "no channel":
      return "no channel carries it";
    case "closed":
      return "the coupling was closed";
    case "condition":
      return "the condition of a channel did not hold";
    case "chance":
      return "chance was against it";
    case "capacity":
      return "the channel had carried all that it can";
    case "out of bounds":
      return "an argument lay outside its bounds";
    case "unplugged":
      return "the system was unplugged";
    case "filtered":
      return "the system's own sensitivity filtered it";
    case "undecided":
      return "no clause decided on it";
    case "under way":
      return "it has not arrived yet";
    case "program":
      return "another clause decided";
    case "limit":
      return "a limit of the system blocked it";
    default:
      return unreachable(stage);
  }
}
