/* What to do where a name of another kind stands than is wanted: by the construct, and by what was found. */
import type { Place } from "../../base/place.ts";
import { quoted } from "../../base/words.ts";
import type { Fix } from "../../diagnostics/diagnostic.ts";
import type { WrongKindFacts } from "../../model/problems.ts";
import type { CheckContext } from "../context.ts";
import { textAfter, textBefore } from "./around.ts";
import { ownerCalled } from "./names.ts";
import { comparedWithWord } from "./said_by_equals.ts";
import { fullName, isSystemKind, namesListed } from "./things.ts";
import { observedHelp, readerOf, readHelp } from "./value_help.ts";

/** What each construct does with the name it asks for. */
const constructs: ReadonlyMap<string, string> = new Map([
  ["between", "a coupling couples two systems, or a system with an environment or a population"],
  ["within", "a system is within another system or a society; people and things are environment of both"],
  ["performs", "a system performs something for others, which need it and are not part of it"],
  ["like", "`like` copies from something of the same kind"],
  ["extend", "`extend` adds to systems; what an environment or a coupling has stands in its own body"],
  ["included", "a population is included in a system, by one of its roles"],
  ["close", "`close` shuts a coupling with all its channels"],
  ["open", "`open` reopens a coupling that was closed"],
  ["unplug", "`unplug` ends the operations of a system for good"],
  ["apply", "`apply` lets the starting operation of a regulation happen"],
  ["given", "what is given is what a system expects, or a quantity of an environment"],
  ["change", "`change` sets a quantity of an environment or a population"],
  ["steer", "`steer` speaks of an expectation that somebody wants to set from outside"],
  ["vary", "an experiment varies what a system expects at the start, or a quantity"],
  ["by", "a regulation is attempted by a system"],
  ["of", "an experiment varies a scenario"],
  ["through", "`through` names the couplings by which a regulation is to take its way"],
  ["only through", "a way passes systems and couplings"],
  ["reaches", "a system, an environment or a population reaches another"],
  ["starts with", "a regulation starts with an operation of the system that attempts it"],
  ["after", "`after` waits for an operation or an event"],
  ["emits", "a system emits its operations, and an environment lets its events happen"],
  ["perturb", "one system perturbs another by an operation of its own"],
  ["from", "a perturbation comes from a system, an environment or a population"],
  ["emit", "a clause emits operations of its own system"],
  [":=", "`:=` sets what the system itself expects, and in a channel the quantities that it leads to"],
  ["amends", "a program amends expectations of its own system"],
  ["blocks", "a limit blocks an operation of its own system"],
  ["on", "a program is put to work by something that its system is sensitive to"],
  ["on own", "`on own` waits for an operation of the system itself"],
  ["is", "`effective`, `backfiring` and the like are verdicts on a regulation"],
  ["occurs", "operations and events occur, and limits, when they block"],
  ["never occurs", "operations and events occur, and limits, when they block"],
  ["count", "what is counted is how often an operation, an event or a limit occurred"],
  ["resonates", "a system resonates when it decides on an irritation; `to` names what it is sensitive to"],
  [
    "stays indifferent",
    "a system stays indifferent to what it does not decide on; `to` names what it is sensitive to",
  ],
  ["designates", "a system designates one of the two values of its code"],
]);

/** What the construct is for, and what to do where it is clear from what was found. */
export interface KindHelp {
  readonly why: readonly string[];
  readonly help: readonly string[];
}

export function kindHelp(facts: WrongKindFacts): KindHelp {
  const general = constructs.get(facts.construct);
  const special = specialHelp(facts);
  return {
    why: general === undefined ? [] : [general],
    help: special === undefined ? [] : [special],
  };
}

function specialHelp({ found, construct, wanted, near }: WrongKindFacts): string | undefined {
  const name = fullName(found);
  if (found.what === "import") {
    return `${quoted(found.name)} stands for a whole file: name what is meant in it, ${quoted(`${found.name}.…`)}`;
  }
  switch (construct) {
    case "expression":
      return readerOf(wanted) === "observer" ? observedHelp(found, name) : readHelp(found, readerOf(wanted));
    case "occurs":
    case "never occurs":
    case "count":
      if (found.what === "sensitivity") {
        return `operations occur; whether something was noticed is said of the system: ${quoted(`${found.owner ?? "…"} resonates to ${found.name}`)}`;
      }
      if (found.what === "quantity" || found.what === "expectation") {
        return `operations occur; what has a value is compared: ${quoted(`${name} = …`)}`;
      }
      return undefined;
    case "resonates":
    case "stays indifferent":
    case "designates":
      if (wanted.includes("sensitivity")) return sensitivityHelp(near);
      return found.what === "environment" || found.what === "population"
        ? `an environment has no code and answers nothing; what becomes of it is said of its quantities: ${quoted(`${found.name}.… > …`)}`
        : undefined;
    case "channel":
      return channelHelp(found, name, wanted);
    case "emits":
    case "perturb":
      if (found.what === "quantity") {
        return `a quantity does not happen, it changes: ${quoted(`change ${name} to …`)}`;
      }
      if (found.what === "expectation") {
        return `what a system expects does not happen: what it does is an operation; to assume another value from the beginning write ${quoted(`given ${name} = …`)}`;
      }
      return found.what === "sensitivity"
        ? `${quoted(found.name)} is what the system notices, not what it does: let something happen that a channel carries there`
        : undefined;
    case "is":
      if (isSystemKind(found.what)) {
        return `of a system is said what it does: ${quoted(`${found.name} stays indifferent`)}, ${quoted(`${found.name} resonates`)}`;
      }
      return found.what === "quantity" || found.what === "expectation"
        ? `what has a value is compared: ${quoted(`${name} = …`)}`
        : undefined;
    case ":=":
      if (found.what === "parameter") {
        return "a parameter is what the occasion says, and cannot be set; what the system makes of it is kept in an expectation";
      }
      return found.what === "operation"
        ? `an operation is not set, it is emitted: ${quoted(`emit ${found.name}`)}`
        : undefined;
    case "emit":
      if (found.what === "expectation")
        return `what a system expects is set: ${quoted(`${found.name} := …`)}`;
      return found.what === "sensitivity"
        ? `${quoted(found.name)} is what the system notices; what it does is an operation`
        : undefined;
    case "between":
      return found.what === "coupling"
        ? "what two couplings have in common is a system: couple that"
        : undefined;
    case "of":
      // Of a regulation, or of an experiment.
      return wanted.includes("scenario")
        ? undefined
        : "a regulation attempts to move a system, an environment or a population";
    case "unplug":
      return found.what === "coupling"
        ? `a coupling is shut with ${quoted(`close ${found.name}`)}`
        : undefined;
    case "close":
      return !isSystemKind(found.what)
        ? undefined
        : `the operations of a system are ended with ${quoted(`unplug ${found.name}`)}`;
    default:
      return undefined;
  }
}

/** `resonates to mass_media`: a system resonates to what it notices, wherever that came from. */
function sensitivityHelp(near: WrongKindFacts["near"]): string {
  const [first] = near;
  return first === undefined
    ? "leave out what it resonates to: it is sensitive to nothing yet"
    : `${quoted(first.owner ?? "it")} is sensitive to ${namesListed(near.map(({ name }) => name))}`;
}

function channelHelp(
  found: WrongKindFacts["found"],
  name: string,
  wanted: WrongKindFacts["wanted"],
): string | undefined {
  if (wanted.includes("sensitivity")) {
    const environment = found.what === "environment" ? found.name : (found.owner ?? found.name);
    return `toward an environment a channel assigns to quantities: ${quoted(`-> ${environment} { ${found.what === "quantity" ? found.name : "…"} := … }`)}`;
  }
  if (found.what === "expectation") {
    return `a channel carries what a system does; what it expects (${quoted(name)}) is for itself alone: let an operation say it`;
  }
  if (found.what === "sensitivity") {
    return "a channel begins with what one side does and ends at what the other is sensitive to";
  }
  return "a channel carries an operation of a system, or an event or a quantity of its environment";
}

/** The edit that makes the construct fit what was named. */
export function kindRepair(
  { found, construct, name }: WrongKindFacts,
  context: CheckContext,
  place: Place,
): Fix | undefined {
  const before = textBefore(place, context);
  if (construct === "on" && found.what === "operation") {
    return {
      title: `write ${quoted(`on own ${name}`)}`,
      certain: true,
      edits: [{ place: { ...place, end: place.start }, text: "own " }],
    };
  }
  const own = /own\s+$/u.exec(before);
  if (construct === "on own" && found.what === "sensitivity" && own !== null) {
    return {
      title: `write ${quoted(`on ${name}`)}`,
      certain: true,
      edits: [{ place: { ...place, start: place.start - own[0].length, end: place.start }, text: "" }],
    };
  }
  if (construct === "expression" && found.what === "operation" && isAllExpected(before, place, context)) {
    return {
      title: `write ${quoted(`${fullName(found)} occurs`)}`,
      certain: false,
      edits: [{ place: { ...place, start: place.end }, text: " occurs" }],
    };
  }
  const said = construct === "expression" ? comparedWithWord(found, place, context) : undefined;
  if (said !== undefined) return said;
  const verdict =
    construct === "is" && isSystemKind(found.what)
      ? /^\s+is\s+indifferent\b/u.exec(textAfter(place, context))
      : null;
  if (verdict !== null) {
    return {
      title: `write ${quoted(`${name} stays indifferent`)}`,
      certain: false,
      edits: [
        {
          place: { ...place, start: place.end, end: place.end + verdict[0].length },
          text: " stays indifferent",
        },
      ],
    };
  }
  if (construct === "channel" && found.what === "sensitivity") return turnedRound(before, place, context);
  const keyword = /(unplug|close)\s+$/u.exec(before);
  const meant = keyword?.[1] === "unplug" ? "close" : "unplug";
  const isMeant =
    keyword?.[1] === "unplug" ? found.what === "coupling" : construct === "close" && isSystemKind(found.what);
  if (keyword === null || !isMeant) return undefined;
  const start = place.start - keyword[0].length;
  return {
    title: `write ${quoted(`${meant} ${name}`)}`,
    certain: false,
    edits: [{ place: { ...place, start, end: start + (keyword[1]?.length ?? 0) }, text: meant }],
  };
}

/** `law.enacted -> politics.bill` to `politics.bill -> law.enacted`, where the second is an operation. */
function turnedRound(before: string, place: Place, context: CheckContext): Fix | undefined {
  const head = /(?:[\p{XID_Continue}]+\.)+$/u.exec(before)?.[0] ?? "";
  const start = place.start - head.length;
  const source = context.source(place.file)?.text.slice(start, place.end) ?? "";
  const arrow = /^\s*->\s*((?:[\p{XID_Continue}]+\.)+)([\p{XID_Continue}]+)/u.exec(textAfter(place, context));
  const [all = "", owner = "", operation = ""] = arrow ?? [];
  const found = ownerCalled(owner.slice(0, -1), place.file, context);
  const operations = found?.kind === "system" ? found.operations : (found?.events ?? []);
  if (arrow === null || operations.every(({ name }) => name !== operation)) return undefined;
  const text = `${owner}${operation} -> ${source}`;
  return {
    title: `turn it round: ${quoted(text)}`,
    certain: false,
    edits: [{ place: { file: place.file, start, end: place.end + all.length }, text }],
  };
}

/** `expect law.judgment`, and nothing more on the line. */
function isAllExpected(before: string, place: Place, context: CheckContext): boolean {
  return (
    /expect\s+[\p{XID_Continue}.]+\.$/u.test(before) &&
    /^[ \t]*(?:[\r\n}]|$)/u.test(textAfter(place, context))
  );
}
