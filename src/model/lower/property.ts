/* Properties: what is claimed of every run, or of the graph of perturbations. */
import type * as tree from "../../syntax/tree.ts";
import type { Declaration } from "../declarations.ts";
import { lowerCondition } from "../expressions.ts";
import type { Claim, Property } from "../model.ts";
import { findRef } from "../paths.ts";
import { placeOf, standpointIn } from "../room.ts";
import type { Room, Standpoint } from "../room.ts";
import { observerSight } from "../sight.ts";
import { doers, findPartRef } from "./doing.ts";
import { lowerDeclared } from "./items.ts";
import { lowerOutcome } from "./outcome.ts";

export function lowerProperty(room: Room, declaration: Declaration): Property | undefined {
  const standpoint = standpointIn(room, declaration.file);
  const { node } = declaration;
  if (node.kind !== "Property" || standpoint === undefined) return undefined;
  // That there is one claim, and not two, is a matter of the text, and reported there.
  const claim = node.body?.items.find((item) => item.kind !== "Cite" && item.kind !== "Allow");
  return {
    ...lowerDeclared(standpoint, declaration, node.body?.items),
    kind: "property",
    claim: claim && lowerClaim(standpoint, declaration.name, claim),
  };
}

function lowerClaim(standpoint: Standpoint, property: string, node: tree.Claim): Claim | undefined {
  const place = placeOf(standpoint, node);
  switch (node.kind) {
    case "Always":
    case "Never": {
      const sight = observerSight(standpoint, property, "property");
      const kind = node.kind === "Always" ? "always" : "never";
      return { kind, condition: lowerCondition(sight, node.condition), place };
    }
    case "Eventually": {
      const outcome = lowerOutcome(standpoint, node.outcome, "property", property);
      return outcome && { kind: "eventually", outcome, place };
    }
    case "After": {
      const found = findPartRef(standpoint, node.operation, ["operation", "event"], "after");
      const outcome = lowerOutcome(standpoint, node.outcome, "property", property);
      return found && outcome && { kind: "after", operation: found.ref, outcome, place };
    }
    case "Reaches": {
      const from = findRef(standpoint, node.from, doers, "reaches");
      const to = findRef(standpoint, node.to, doers, "reaches");
      const through = node.through.flatMap(
        (path) => findRef(standpoint, path, ["system", "coupling"], "only through") ?? [],
      );
      // With a part of the way unknown, the claim would be another one.
      if (from === undefined || to === undefined || through.length < node.through.length) return undefined;
      return { kind: "reaches", from, never: node.never, to, through, place };
    }
  }
}
