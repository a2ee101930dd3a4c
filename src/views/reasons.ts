/* Why something was noise, in words. */
import { unreachable } from "../base/unreachable.ts";
import type { Fate } from "../engine/inquiry/fates.ts";

type Reason = Extract<Fate, { kind: "noise" }>["reason"];

/** In a word or two. */
export function reasonWord(reason: Reason): string {
  return reason === "closed" ? "coupling closed" : reason;
}

/** As the beginning of what follows. */
export function reasonText(reason: Reason): string {
  switch (reason) {
    case "not at issue":
      return "it was put to another";
    case "no coupling":
      return "nothing couples the two";
    case "no channel":
      return "no channel between the two carries it";
    case "closed":
      return "the coupling was closed";
    case "condition":
      return "condition not met,";
    case "chance":
      return "chance was against it";
    case "capacity":
      return "the channel had carried all that it can";
    case "out of bounds":
      return "an argument out of bounds";
    case "not a number":
      return "something had no result";
    case "unplugged":
      return "unplugged";
    case "filtered":
      return "filtered by its own sensitivity,";
    default:
      return unreachable(reason);
  }
}
