/* Conditions that never opened: of channels, of sensitivities, and of clauses that another one kept from deciding. */
import type { Place } from "../../base/place.ts";
import { removal, textAt } from "../../checks/support/edits.ts";
import type { NamedValue } from "../../diagnostics/run_facts.ts";
import { readingsAt, standingOf, type Standing } from "../../engine/inquiry/readings.ts";
import type { TraceEntry } from "../../engine/trace.ts";
import type { Expression } from "../../model/expression.ts";
import type { Channel, Clause, Program } from "../../model/model.ts";
import { sizes, type Change, type ConditionOf } from "./change.ts";
import type { Ground } from "./ground.ts";
import { turnsOf } from "./opening.ts";

type EntryOf<Kind extends TraceEntry["kind"]> = Extract<TraceEntry, { kind: Kind }>;

export function conditionChanges(ground: Ground): readonly Change[] {
  const seen = new Set<string>();
  return ground.entries.flatMap((entry) => {
    if (entry.kind === "noise") {
      const key = `${entry.coupling} ${entry.channel} ${entry.reason}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return ofNoise(entry, ground);
    }
    if (entry.kind !== "decision") return [];
    const cause = entry.cause === undefined ? undefined : ground.inquiry.history.at(entry.cause);
    const on = cause !== undefined && "name" in cause ? cause.name : "";
    const key = `${entry.owner} ${on} ${entry.program ?? ""} ${entry.clause ?? ""}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return ofDecision(entry, cause, ground);
  });
}

// ── Channels and sensitivities ────────────────────────────────────────────

function ofNoise(noise: EntryOf<"noise">, ground: Ground): readonly Change[] {
  const { inquiry, context, relevance } = ground;
  const channel = inquiry.places.channel(noise.coupling, noise.channel);
  if (channel === undefined || !leadsOn(channel, ground)) return [];
  const { source, target } = channel;
  const of: ConditionOf = {
    what: "channel",
    coupling: inquiry.names(noise.coupling),
    from: inquiry.part(source),
    to: target.kind === "sensitivity" ? inquiry.part(target) : inquiry.names(target.owner),
  };
  const cause = noise.cause === undefined ? undefined : inquiry.history.at(noise.cause);
  const args = cause !== undefined && "args" in cause ? cause.args : [];
  const standing: Standing = { entry: noise.id, step: noise.step, args };
  switch (noise.reason) {
    case "condition":
      return channel.when === undefined
        ? []
        : [
            ...turned(channel.when, true, of, standing, ground),
            ...without(channel.when, "when", "condition", of, standing, ground),
          ];
    case "chance":
      return channel.chance === undefined
        ? []
        : without(channel.chance, "with chance", "chance", of, standing, ground);
    case "capacity":
      return channel.capacity === undefined
        ? []
        : without(channel.capacity, "at most", "capacity", of, standing, ground);
    case "filtered": {
      const sensitivity = context.index.sensitivity(noise.owner, noise.name);
      if (sensitivity?.when === undefined || !relevance.sensitivity(noise.owner, noise.name)) return [];
      const at: ConditionOf = { what: "sensitivity", name: inquiry.part(noise) };
      // What it read was noted where it was not noticed.
      const there = { ...standing, args: noise.values };
      return [
        ...turned(sensitivity.when, true, at, there, ground),
        ...without(sensitivity.when, "when", "condition", at, there, ground),
      ];
    }
    default:
      return [];
  }
}

function leadsOn({ target }: Channel, { relevance }: Ground): boolean {
  return target.kind === "sensitivity"
    ? relevance.sensitivity(target.owner, target.name)
    : target.assignments.some((each) => relevance.quantity(target.owner, each.target.text));
}

// ── Clauses ───────────────────────────────────────────────────────────────

/** Every clause of a decision list that did not decide, made to decide. */
function ofDecision(
  entry: EntryOf<"decision">,
  cause: TraceEntry | undefined,
  ground: Ground,
): readonly Change[] {
  const { inquiry } = ground;
  const standing = standingOf(inquiry, entry);
  const rules = rulesOn(entry, cause, ground);
  const decided = rules.findIndex(
    ({ program, number }) => program.name === entry.program && number === entry.clause,
  );
  // What a purpose program chooses is not a matter of one condition.
  if (entry.program !== undefined && decided < 0) return [];
  const own = rules[decided];
  const matters = ({ clause }: Rule): boolean =>
    clause.effects.some((effect) => ground.relevance.effect(entry.owner, effect));
  return rules.flatMap((rule, position) => {
    if (position === decided || (!matters(rule) && !(own !== undefined && matters(own)))) return [];
    const of = (which: Rule, decides: boolean): ConditionOf => ({
      what: "clause",
      program: `${inquiry.names(entry.owner)}.${which.program.name}`,
      value: which.clause.value?.text ?? "",
      decides,
    });
    if (decided < 0 || position < decided)
      return rule.clause.when === undefined
        ? []
        : turned(rule.clause.when, true, of(rule, true), standing, ground);
    // A clause behind the one that decided comes to it only if that one does not.
    const [next] = rules.slice(decided + 1);
    if (own?.clause.when === undefined || next !== rule) return [];
    return turned(own.clause.when, false, of(own, false), standing, ground);
  });

  function rulesOn(
    decision: EntryOf<"decision">,
    by: TraceEntry | undefined,
    { context: { index } }: Ground,
  ) {
    const programs = (index.system(decision.owner)?.programs ?? []).filter((program) =>
      program.triggers.some((trigger) =>
        by === undefined
          ? trigger.kind === "every" && program.name === decision.program
          : trigger.kind === "sensitivity"
            ? by.kind === "irritation" && trigger.name === by.name
            : trigger.kind === "own" && by.kind === "operation" && trigger.operation === by.name,
      ),
    );
    if (programs.some(({ form }) => form === "purpose")) return [];
    const all = programs.flatMap((program) =>
      program.clauses.map((clause, number): Rule => ({ program, clause, number })),
    );
    return [
      ...all.filter(({ clause }) => clause.kind === "rule"),
      ...all.filter(({ clause }) => clause.kind === "otherwise").slice(0, 1),
    ];
  }
}

interface Rule {
  readonly program: Program;
  readonly clause: Clause;
  readonly number: number;
}

// ── What can be done with a condition ─────────────────────────────────────

/** Other values by which it comes out as wanted. */
export function turned(
  condition: Expression,
  wanted: boolean,
  of: ConditionOf,
  standing: Standing,
  ground: Ground,
): readonly Change[] {
  const kind = of.what === "limit" ? "limit" : "condition";
  return turnsOf(condition, wanted, standing, ground).map(({ values, edits }) => ({
    facts: {
      kind,
      of,
      condition: ground.inquiry.text(condition.place),
      read: readIn(condition, standing, ground),
      values,
    },
    size: values.length * sizes.value,
    edits,
  }));
}

export function readIn(
  condition: Expression,
  standing: Standing,
  { inquiry }: Ground,
): readonly NamedValue[] {
  return readingsAt(inquiry, condition, standing);
}

/** The option taken out, with its keywords. */
function without(
  expression: Expression,
  keywords: string,
  removed: "condition" | "chance" | "capacity",
  of: ConditionOf,
  standing: Standing,
  ground: Ground,
): readonly Change[] {
  const place = optionAround(expression.place, keywords, removed === "capacity", ground);
  if (place === undefined) return [];
  return [
    {
      facts: {
        kind: "condition",
        of,
        removed,
        condition: ground.inquiry.text(expression.place),
        read: readIn(expression, standing, ground),
      },
      size: sizes.removal,
      edits: [removal(place, ground.context)],
    },
  ];
}

/** An option with the keywords before its expression (and `per step` behind); undefined if they stand otherwise. */
function optionAround(
  { file, start, end }: Place,
  keywords: string,
  perStep: boolean,
  { context }: Ground,
): Place | undefined {
  const text = context.source(file)?.text ?? "";
  const head = new RegExp(`(?:${keywords.replace(" ", "\\s+")})[\\s(]*$`, "u").exec(
    text.slice(Math.max(0, start - 60), start),
  );
  if (head === null || head[0].includes("(")) return undefined;
  const tail = perStep ? /^\s+per\s+step/u.exec(text.slice(end, end + 60)) : [""];
  if (tail === null) return undefined;
  const place = { file, start: start - head[0].length, end: end + (tail[0] ?? "").length };
  return textAt(place, context) === "" ? undefined : place;
}
