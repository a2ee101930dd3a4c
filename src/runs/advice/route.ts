/* What a regulation has to say of its way, once there is one. */
import { linesBeforeBrace, removal } from "../../checks/support/edits.ts";
import { createContext } from "../../checks/support/create_context.ts";
import { namesIn } from "../../checks/support/names.ts";
import { offeredRoutes } from "../../checks/support/routes.ts";
import type { CheckResult } from "../../checks/apply.ts";
import { contains } from "../../base/place.ts";
import type { Edit } from "../../diagnostics/diagnostic.ts";
import { nodeNamed } from "../../flow/flow.ts";
import type { Regulation } from "../../model/model.ts";
import type { Id } from "../../model/reference.ts";
import type { Change } from "./change.ts";
import { groundOf } from "./ground.ts";
import type { Outcome } from "./trial.ts";

/**
 * The regulation with the couplings that the run shows it to go through, where it says none that lead there; undefined if it
 * says so already, or no way can be named.
 */
export function routeChange(
  checked: CheckResult,
  result: Outcome,
  regulation: Regulation,
): Change | undefined {
  const context = createContext(checked.model, checked.sources);
  const { through, by, of, start, place } = regulation;
  if (by === undefined || of === undefined || start === undefined) return undefined;
  const isBroken = context.shared.route(regulation).kind === "broken";
  if (through?.direct !== true && !isBroken) return undefined;
  const names = namesIn(place.file, context);
  const node = nodeNamed(context.flow, "operation", start.operation.owner, start.operation.name);
  const { routes } = offeredRoutes(by.id, of.id, names, context, node);
  const passed = couplingsPassed(result, regulation);
  const route = routes.find(({ couplings }) => couplings.every((id) => passed.has(id)));
  if (route === undefined) return undefined;
  const couplings = route.couplings.map(names);
  const text = `through ${couplings.join(", ")}`;
  const edit: Edit | undefined =
    through === undefined ? linesBeforeBrace(place, [text], context) : { place: through.place, text };
  if (edit === undefined) return undefined;
  const was = through === undefined ? "unsaid" : through.direct ? "direct" : "broken";
  // That the way was none is silenced no more.
  const allows = checked.model.allows.filter(
    (allow) =>
      (allow.check.text === "direct_steering" || allow.check.text === "no_route") &&
      allow.place.file === place.file &&
      contains(place, allow.place),
  );
  return {
    facts: { kind: "route", couplings, was },
    size: 0,
    edits: [edit, ...allows.map((allow) => removal(allow.place, context))],
  };
}

/** The couplings by which something was carried that the regulation started. */
function couplingsPassed(result: Outcome, regulation: Regulation): ReadonlySet<Id> {
  const { entries } = groundOf(result, regulation);
  return new Set(
    entries.flatMap((entry) =>
      entry.kind === "irritation" || entry.kind === "arrival" ? [entry.coupling] : [],
    ),
  );
}

/**
 * A way from the starting operation to the target through couplings that carried something, `politics.bill ─…→ …`: the one that the
 * regulation says, else the shortest.
 */
export function wayOf(checked: CheckResult, result: Outcome, regulation: Regulation): string | undefined {
  const context = createContext(checked.model, checked.sources);
  const { by, of, start, place } = regulation;
  if (by === undefined || of === undefined || start === undefined) return undefined;
  const node = nodeNamed(context.flow, "operation", start.operation.owner, start.operation.name);
  const { routes } = offeredRoutes(by.id, of.id, namesIn(place.file, context), context, node);
  const passed = couplingsPassed(result, regulation);
  const taken = routes.filter(({ couplings }) => couplings.every((id) => passed.has(id)));
  // The way that it says is the one that is meant, where several have been taken.
  const said = (regulation.through?.couplings ?? []).map(({ id }) => id).join("\n");
  return (taken.find(({ couplings }) => couplings.join("\n") === said) ?? taken[0])?.line;
}
