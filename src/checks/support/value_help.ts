/* What to do where a value is wanted and something is named that has none. */
import { quoted } from "../../base/words.ts";
import type { Named } from "../../model/problems.ts";

/** For an observer, who can say that something happened, and how often. */
export function observedHelp(found: Named, name: string): string {
  switch (found.what) {
    case "operation":
    case "event":
    case "limit":
      return `what happens has no value: ${quoted(`${name} occurs`)} says that it did, ${quoted(`count(${name})`)} how often`;
    case "sensitivity":
      return `what is noticed has no value: ${quoted(`${found.owner ?? "…"} resonates to ${found.name}`)} says that it was decided on`;
    default:
      return readHelp(found);
  }
}

/** Inside a system, a channel or an environment. */
export function readHelp(found: Named): string {
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
    case "environment":
    case "population":
      return `name one of its quantities: ${quoted(`${found.name}.…`)}`;
    case "program":
    case "role":
      return `a ${found.what} has no value that could be read`;
    default:
      return `as a whole it has no value; name something that it expects: ${quoted(`${found.name}.…`)}`;
  }
}
