/* Words for problems, whoever found them: at which level each is, and whether the model allows it. */
import { enclosing } from "../base/enclosing.ts";
import type { Stretch } from "../base/enclosing.ts";
import type { Place } from "../base/place.ts";
import type { Source } from "../base/source.ts";
import type { Problem } from "../diagnostics/define.ts";
import type { Diagnostic, Severity, Silenced } from "../diagnostics/diagnostic.ts";
import type { Allow, Model } from "../model/model.ts";
import type { Word } from "../model/reference.ts";
import type { AnyCheck, CheckContext } from "./context.ts";
import { checks } from "./list.ts";
import { createContext } from "./support/create_context.ts";

export type Severities = ReadonlyMap<string, Severity | "off">;

/** A problem, and its severity where that differs from the check's own. */
export type Found = Problem & { readonly severity?: Severity };

export interface Describer {
  readonly context: CheckContext;
  /** The check of a name. */
  readonly check: (name: string) => AnyCheck | undefined;
  readonly levelOf: (check: AnyCheck) => Severity | "off";
  /** A problem in words; none if its check is off. */
  readonly described: (problem: Found) => readonly Diagnostic[];
  /** Takes out what an `allow` silences. */
  readonly withoutAllowed: (all: readonly Diagnostic[]) => Allowed;
}

export interface Allowed {
  readonly loud: readonly Diagnostic[];
  readonly silenced: readonly Silenced[];
  /** Those that silenced something. */
  readonly used: ReadonlySet<Allow>;
}

export function createDescriber(
  model: Model,
  sources: ReadonlyMap<string, Source>,
  severities: Severities | undefined,
): Describer {
  const context = createContext(model, sources);
  const byName: ReadonlyMap<string, AnyCheck> = new Map(checks.map((check) => [check.name, check]));

  function chosen({ name, group, severity }: AnyCheck): Severity | "off" | undefined {
    return group === "reading" && severity === "error" ? undefined : severities?.get(name);
  }

  function described(problem: Found): Diagnostic[] {
    const check = byName.get(problem.check);
    if (check === undefined) throw new Error(`no check is named ${problem.check}`);
    const level = chosen(check) ?? problem.severity ?? check.severity;
    if (level === "off") return [];
    // The facts were made by the check itself or by the stage that reports in its name.
    const facts = problem.facts as never;
    return [
      {
        check: check.name,
        severity: level,
        place: problem.place,
        facts: problem.facts,
        ...check.words(facts, context, problem.place),
        fixes: check.fixes?.(facts, context, problem.place) ?? [],
      },
    ];
  }

  function withoutAllowed(all: readonly Diagnostic[]): Allowed {
    const loud: Diagnostic[] = [];
    const silenced: Silenced[] = [];
    const allowing = byCheck(model.allows.flatMap(scopesOf));
    const silencing = new Set<Stretch<AllowedIn>>();
    for (const diagnostic of all) {
      const silenceable = byName.get(diagnostic.check)?.group !== "reading";
      const around = (silenceable ? allowing.get(diagnostic.check)?.(diagnostic.place) : undefined) ?? [];
      for (const stretch of around) silencing.add(stretch);
      const first = firstOf(around);
      if (first === undefined) loud.push(diagnostic);
      else silenced.push({ diagnostic, reason: first.reason });
    }
    const used = new Set([...silencing].flatMap(({ items }) => items.map(({ allow }) => allow)));
    return { loud, silenced, used };
  }

  return {
    context,
    check: (name) => byName.get(name),
    levelOf: (check) => chosen(check) ?? check.severity,
    described,
    withoutAllowed,
  };
}

/** An `allow`, the how-manieth of the model it is, and a stretch of text that it covers. */
interface AllowedIn {
  readonly allow: Allow;
  readonly check: Word;
  readonly order: number;
  readonly scope: Place;
}

function scopesOf(allow: Allow, order: number): readonly AllowedIn[] {
  const { check, scope, extended } = allow;
  const own = { allow, check, order, scope };
  return extended === undefined ? [own] : [own, { ...own, scope: extended }];
}

/** Of the `allow`s around a finding the one that the model says first. */
function firstOf(around: readonly Stretch<AllowedIn>[]): Allow | undefined {
  let first: AllowedIn | undefined;
  for (const { items } of around) {
    const [candidate] = items;
    if (first === undefined || (candidate !== undefined && candidate.order < first.order)) first = candidate;
  }
  return first?.allow;
}

/** For each check that they name, what finds those whose scope is around a place. */
export function byCheck<Item extends { readonly check: Word; readonly scope: Place }>(
  items: readonly Item[],
): ReadonlyMap<string, (place: Place) => readonly Stretch<Item>[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(item.check.text);
    if (group === undefined) groups.set(item.check.text, [item]);
    else group.push(item);
  }
  return new Map([...groups].map(([name, group]) => [name, enclosing(group, ({ scope }) => scope)]));
}
