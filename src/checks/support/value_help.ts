/* What to do where a value is wanted and something is named that has none. */
import { quoted } from "../../base/words.ts";
import type { Named, Wanted } from "../../model/problems.ts";
import { isSystemKind, noun, withArticle } from "./things.ts";

/** Who reads: an observer sees everything by its full name, a system and a channel what is theirs. */
export type Reader = "observer" | "system" | "channel" | "environment" | "initial value";

/** By what could be read where the name stands. */
export function readerOf(wanted: readonly Wanted[]): Reader {
  if (wanted.includes("parameter")) return wanted.includes("expectation") ? "system" : "channel";
  if (wanted.includes("expectation")) return "observer";
  return wanted.includes("value") ? "initial value" : "environment";
}

/** For an observer, who can say that something happened, and how often. */
export function observedHelp(found: Named, name: string): string {
  if (isSystemKind(found.what)) {
    return `as a whole it has no value: what it designates is said with ${quoted(`${name} designates …`)}, and what it expects has a name, ${quoted(`${name}.…`)}`;
  }
  switch (found.what) {
    case "regulation":
      return `it has no value; the verdict on it is expected like this: ${quoted(`${name} is effective`)}`;
    case "environment":
    case "population":
      return `name one of its quantities: ${quoted(`${name}.…`)}`;
    case "operation":
    case "event":
    case "limit":
      return `what happens has no value: ${quoted(`${name} occurs`)} says that it did, ${quoted(`count(${name})`)} how often`;
    case "sensitivity":
      return `what is noticed has no value: ${quoted(`${found.owner ?? "…"} resonates to ${found.name}`)} says that it was decided on`;
    default:
      return readHelp(found, "observer");
  }
}

/** Inside a system, a channel or an environment. */
export function readHelp(found: Named, reader: Reader): string {
  const isOwner = isSystemKind(found.what) || found.what === "environment" || found.what === "population";
  if (isOwner && reader !== "observer") return ownHelp(found, reader);
  switch (found.what) {
    case "operation":
    case "event":
      return `what happens has no value; what it says is at hand in a program ${quoted(`on own ${found.name}`)}`;
    case "limit":
      return "a limit has no value; what it reads can be read here, too";
    case "sensitivity":
      return `what irritates has no value of its own; in a program ${quoted(`on ${found.name}`)} its parameters can be read`;
    case "code value":
    case "value":
      return `a value is compared with what can have it: ${quoted(`designated = ${found.name}`)}`;
    case "program":
    case "role":
      return `a ${found.what} has no value that could be read`;
    default:
      return `${withArticle(noun(found.what))} has no value that could be read`;
  }
}

/** Of a system or environment can be read what is one's own, or carried over; it itself cannot. */
function ownHelp({ name }: Named, reader: Reader): string {
  switch (reader) {
    case "system":
      return `what is so in ${quoted(name)} comes here as an irritation, by a coupling, or not at all; the parameters of the irritation can be read`;
    case "channel":
      return "a channel reads what it carries: the parameters of the operation that it begins with, or the quantities of its environment, by their own names";
    case "environment":
      return "a quantity moves by the quantities around it, which have their own names here; what comes from elsewhere, a channel brings";
    default:
      return "what is so at the start is an assumption of its own: write a number or a value";
  }
}
