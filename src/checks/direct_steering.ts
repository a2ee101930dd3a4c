import type { Place } from "../base/place.ts";
import { listed, quoted } from "../base/words.ts";
import type { Fix } from "../diagnostics/diagnostic.ts";
import { nodeNamed } from "../flow/flow.ts";
import type { NameOf } from "../flow/describe.ts";
import type { Expression } from "../model/expression.ts";
import type { Regulation, Scenario } from "../model/model.ts";
import type { Id, PartRef, Ref } from "../model/reference.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { textAt } from "./support/edits.ts";
import { knownInstitutions } from "./support/known_institutions.ts";
import { namesIn, newName, placeForRegulation } from "./support/new_declaration.ts";
import type { OfferedRoute, Setter } from "./support/routes.ts";
import { anyArguments, offeredRoutes, settersOf } from "./support/routes.ts";
import type { StepOfKind } from "./support/steps.ts";
import { everyStepOfModel } from "./support/steps.ts";

interface Facts {
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

export const direct_steering = defineCheck<Facts>({
  name: "direct_steering",
  severity: "error",
  group: "regulation",
  summary: "one system that determines another, without any coupling",
  sources: ["Luhmann 1988, ch. 10", "Teubner 1983", "Willke 1995"],

  *detect(context) {
    for (const regulation of context.model.regulations) {
      const { by, of, through } = regulation;
      if (through?.direct !== true || by === undefined || of === undefined) continue;
      yield { place: through.place, facts: factsOfRegulation(regulation, by, of, through.place, context) };
    }
    for (const { scenario, step } of everyStepOfModel(context)) {
      if (step.kind === "steer") {
        yield { place: step.part.place, facts: factsOfSteering(step, scenario, context) };
      } else if (step.kind === "change" && step.part.kind === "expectation") {
        yield { place: step.part.place, facts: factsOfChange(step, scenario, context) };
      }
    }
  },

  words(facts) {
    return {
      message: messageOf(facts),
      label: labelOf(facts),
      why: [whyOf(facts)],
      help: helpOf(facts),
    };
  },

  fixes: ({ fixes }) => fixes,
});

function messageOf({ attempt, by, target, part, itself }: Facts): string {
  if (attempt === "regulation") {
    return itself
      ? `\`${target.name}\` regulates itself by its programs, not by a regulation`
      : `\`${by}\` cannot move \`${target.name}\` without any coupling`;
  }
  if (target.kind === "environment") {
    return `\`${by}\` cannot set \`${part}\` without a coupling`;
  }
  if (itself) return `\`${by}\` changes what it expects by its own programs alone`;
  return attempt === "change"
    ? `nobody can set what \`${target.name}\` expects from outside`
    : `\`${by}\` cannot set what \`${target.name}\` expects`;
}

function labelOf({ attempt, target, part }: Facts): string {
  if (attempt === "regulation") return "it names no coupling that could carry anything";
  return target.kind === "environment"
    ? `\`${part}\` changes when a channel assigns to it`
    : `\`${target.name}\` alone changes \`${part}\``;
}

function whyOf({ attempt, target, itself }: Facts): string {
  if (target.kind === "environment" && attempt !== "regulation") {
    return "a system operates, and its operations change its environment only by way of a coupling";
  }
  if (itself)
    return "what a system expects is the result of its own operations, and of nothing else (Luhmann 1984)";
  return attempt === "change"
    ? "an expectation is a structure of the system that has it: events may irritate the system, but how it learns is its own decision (Luhmann 1984)"
    : "no system can steer another: politics, too, steers only itself, and what others make of that is decided in them (Luhmann 1988, ch. 10; Willke 1995)";
}

function helpOf({
  attempt,
  by,
  target,
  part,
  itself,
  setters,
  routes,
  institutions,
}: Facts): readonly string[] {
  const help: string[] = [];
  if (part !== undefined && target.kind === "system") {
    help.push(
      setters.length > 0
        ? `${quoted(part)} is set by ${listed(setters.slice(0, 3).map(setterText))} of \`${target.name}\``
        : `no program of \`${target.name}\` sets ${quoted(part)} so far: let one do so, with \`{ ${lastPart(part)} := … }\``,
    );
  }
  if (itself) return help;
  const [first, ...others] = routes;
  if (first !== undefined) {
    help.push(
      attempt === "regulation"
        ? `the model has a way: ${first.line}`
        : `the model has a way that a \`regulation\` can take: ${first.line}`,
      ...others.slice(0, 2).map((route) => `another way: ${route.line}`),
    );
  } else if (by !== undefined && target.kind === "system") {
    help.push(
      ...institutions
        .slice(0, 3)
        .map(
          ({ title, condition }) =>
            `${quoted(by)} and ${quoted(target.name)} are coupled by ${title}, which carries when ${condition}`,
        ),
      `couple \`${by}\` and \`${target.name}\`, directly or by way of others, and let \`${by}\` begin with an operation of its own`,
    );
  } else if (by !== undefined) {
    help.push(
      `let a channel of \`${by}\` assign to ${quoted(part ?? target.name)}, or, if nobody in the model brings it about, write \`change\` instead`,
    );
  }
  if (attempt === "change") {
    help.push(
      `if it is what \`${target.name}\` expects from the beginning, assume it with \`given\` before anything happens; otherwise let something irritate \`${target.name}\``,
    );
  }
  return help;
}

function setterText({ program, triggers }: Setter): string {
  return `${quoted(program)} (on ${listed(triggers.map(quoted), "or")})`;
}

function lastPart(part: string): string {
  return part.slice(part.lastIndexOf(".") + 1);
}

function factsOfRegulation(
  regulation: Regulation,
  by: Ref,
  of: Ref,
  place: Place,
  context: CheckContext,
): Facts {
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

function factsOfSteering(step: StepOfKind<"steer">, scenario: Scenario, context: CheckContext): Facts {
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

function factsOfChange(step: StepOfKind<"change">, scenario: Scenario, context: CheckContext): Facts {
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
  attempt: Facts["attempt"],
  by: Id | undefined,
  target: Id,
  part: PartRef | undefined,
  names: NameOf,
  context: CheckContext,
): Facts {
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
