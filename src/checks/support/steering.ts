/* What can be said of an attempt to determine another system, and what the model offers instead. */
import type { Place } from "../../base/place.ts";
import { quoted } from "../../base/words.ts";
import type { Fix } from "../../diagnostics/diagnostic.ts";
import { nodeNamed } from "../../flow/flow.ts";
import type { NameOf } from "../../flow/describe.ts";
import type { Expression } from "../../model/expression.ts";
import type { Regulation, Scenario } from "../../model/model.ts";
import type { Id, PartRef, Ref } from "../../model/reference.ts";
import type { CheckContext } from "../context.ts";
import { textAt } from "./edits.ts";
import { knownInstitutions } from "./known_institutions.ts";
import { namesIn } from "./names.ts";
import { newName, placeForRegulation } from "./new_declaration.ts";
import type { OfferedRoute, Setter } from "./routes.ts";
import { anyArguments, offeredRoutes, settersOf } from "./routes.ts";
import type { StepOfKind } from "./steps.ts";

export interface Steering {
  readonly attempt: "steer" | "change" | "regulation";
  /** Who steers; undefined for a `change`, which nobody brings about. */
  readonly by: string | undefined;
  readonly target: { readonly name: string; readonly kind: "system" | "environment" };
  /** The expectation or quantity that would be set; undefined for a regulation. */
  readonly part: string | undefined;
  /** Whether the system would steer itself. */
  readonly itself: boolean;
  /** The target's own programs that set the expectation. */
  readonly setters: readonly Setter[];
  /** The ways that the model has instead, the best first. */
  readonly routes: readonly OfferedRoute[];
  readonly institutions: readonly { readonly title: string; readonly condition: string }[];
  readonly fixes: readonly Fix[];
}

export function factsOfRegulation(
  regulation: Regulation,
  by: Ref,
  of: Ref,
  place: Place,
  context: CheckContext,
): Steering {
  const names = namesIn(place.file, context);
  const operation = regulation.start?.operation;
  const start = operation && nodeNamed(context.flow, "operation", operation.owner, operation.name);
  const itself = by.id === of.id;
  const own = itself ? [] : offeredRoutes(by.id, of.id, names, context, start).routes;
  const any = own.length > 0 || itself ? own : offeredRoutes(by.id, of.id, names, context).routes;
  const [best] = own;
  const couplings = best?.couplings.map(names).join(", ");
  return {
    ...attempted("regulation", by.id, of.id, undefined, names, context),
    routes: any,
    fixes:
      couplings === undefined
        ? []
        : [
            {
              title: `go through ${quoted(couplings)}`,
              certain: false,
              edits: [{ place, text: `through ${couplings}` }],
            },
          ],
  };
}

export function factsOfSteering(
  step: StepOfKind<"steer">,
  scenario: Scenario,
  context: CheckContext,
): Steering {
  const { part, by, value } = step;
  const names = namesIn(step.place.file, context);
  const attempt = attempted("steer", by.id, part.owner, part, names, context);
  const routes = attempt.itself ? [] : offeredRoutes(by.id, part.owner, names, context).routes;
  const sensitivities = new Set(attempt.setters.flatMap((setter) => setter.sensitivities));
  const arriving = (route: OfferedRoute): boolean =>
    part.kind === "quantity" ? route.arrives === part.name : sensitivities.has(route.arrives);
  const best = [...routes.filter(arriving), ...routes.filter((route) => !arriving(route))];
  const fixes: Fix[] = [];
  if (best[0] !== undefined) {
    fixes.push(...regulationInstead(best[0], { by: by.id, part, value }, step, scenario, names, context));
  } else if (part.kind === "quantity") {
    fixes.push(instead(step, "change", context, "let it happen by itself"));
  }
  return { ...attempt, routes: best, fixes };
}

export function factsOfChange(
  step: StepOfKind<"change">,
  scenario: Scenario,
  context: CheckContext,
): Steering {
  const names = namesIn(step.place.file, context);
  const attempt = attempted("change", undefined, step.part.owner, step.part, names, context);
  const { steps } = scenario.block;
  const before = steps.slice(0, Math.max(0, steps.indexOf(step)));
  const first = steps.includes(step) && before.every(({ kind }) => kind === "given" || kind === "seed");
  return {
    ...attempt,
    fixes: first ? [instead(step, "given", context, "assume it from the beginning")] : [],
  };
}

function attempted(
  attempt: Steering["attempt"],
  by: Id | undefined,
  target: Id,
  part: PartRef | undefined,
  names: NameOf,
  context: CheckContext,
): Steering {
  const system = context.index.system(target);
  return {
    attempt,
    by: by === undefined ? undefined : names(by),
    target: { name: names(target), kind: system === undefined ? "environment" : "system" },
    part: part && `${names(target)}.${part.name}`,
    itself: by === target,
    setters: system === undefined || part === undefined ? [] : settersOf(system, part.name),
    routes: [],
    institutions:
      by === undefined || by === target
        ? []
        : knownInstitutions(by, target, context).map(({ title, condition }) => ({ title, condition })),
    fixes: [],
  };
}

/** A regulation along the route, with what was to be set as its aim, and its application in place of the step. */
function regulationInstead(
  route: OfferedRoute,
  { by, part, value }: { readonly by: Id; readonly part: PartRef; readonly value: Expression },
  step: StepOfKind<"steer">,
  scenario: Scenario,
  names: NameOf,
  context: CheckContext,
): readonly Fix[] {
  const place = placeForRegulation(scenario.place.file, context);
  const operation = context.index.operation(by, route.start);
  if (place === undefined || operation === undefined) return [];
  const name = newName(`${part.name}_rules`, context);
  const lines = [
    `regulation ${name} {`,
    `  by ${names(by)}`,
    `  of ${names(part.owner)}`,
    `  starts with ${names(by)}.${route.start}${anyArguments(operation.parameters)}`,
    `  through ${route.couplings.map(names).join(", ")}`,
    `  aim ${names(part.owner)}.${part.name} = ${textAt(value.place, context)}`,
    "}",
  ];
  return [
    {
      title: `regulate by way of ${quoted(route.couplings.map(names).join(", "))} instead`,
      certain: false,
      edits: [
        { place, text: `\n\n${lines.join("\n")}` },
        { place: step.place, text: `apply ${name}` },
      ],
    },
  ];
}

/** The same setting by another kind of step. */
function instead(
  { part, value, place }: StepOfKind<"steer"> | StepOfKind<"change">,
  keyword: "given" | "change",
  context: CheckContext,
  title: string,
): Fix {
  const set = `${textAt(part.place, context)} ${keyword === "given" ? "=" : "to"} ${textAt(value.place, context)}`;
  return {
    title: `${title}: ${quoted(`${keyword} ${set}`)}`,
    certain: false,
    edits: [{ place, text: `${keyword} ${set}` }],
  };
}
