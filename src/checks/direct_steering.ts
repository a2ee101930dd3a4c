import { listed, quoted } from "../base/words.ts";
import { defineCheck } from "./context.ts";
import type { Setter } from "./support/routes.ts";
import type { Steering } from "./support/steering.ts";
import { factsOfChange, factsOfRegulation, factsOfSteering } from "./support/steering.ts";
import { everyStepOfModel } from "./support/steps.ts";

export const direct_steering = defineCheck<Steering>({
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

function messageOf({ attempt, by, target, part, itself }: Steering): string {
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

function labelOf({ attempt, target, part }: Steering): string {
  if (attempt === "regulation") return "it names no coupling that could carry anything";
  return target.kind === "environment"
    ? `\`${part}\` changes when a channel assigns to it`
    : `\`${target.name}\` alone changes \`${part}\``;
}

function whyOf({ attempt, target, itself }: Steering): string {
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
}: Steering): readonly string[] {
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
