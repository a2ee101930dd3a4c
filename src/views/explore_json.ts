/* What exploring all runs found, as data. */
import type { Place } from "../base/place.ts";
import { locator } from "../diagnostics/locate.ts";
import { jsonText } from "../diagnostics/show/json_text.ts";
import type { ExploreResult, FoundBy, Shown } from "../runs/explored.ts";
import { judgedOf, type Judged } from "../runs/judged.ts";
import type { Likelihood } from "../engine/explore/likelihood.ts";
import type { Sampled } from "../runs/explored.ts";

interface JsonPlace {
  readonly file: string;
  readonly line: number;
}

interface JsonShown {
  readonly steps: number;
  readonly choices?: readonly number[];
  readonly seed?: number;
}

interface JsonDecided extends JsonPlace {
  readonly by: FoundBy;
  readonly failing?: Likelihood;
  readonly sampled?: Sampled;
}

/** Described by `docs/schema/explore.schema.json`. */
export interface JsonExploreReport {
  readonly version: 1;
  readonly files: readonly {
    readonly name: string;
    readonly scenarios: readonly JsonExplored[];
  }[];
}

interface JsonExplored extends JsonPlace {
  readonly scenario: string;
  readonly label?: string;
  readonly done: {
    readonly kind: "exhausted" | "bounded" | "sampled";
    readonly states?: number;
    readonly transitions?: number;
    readonly depth?: number;
    readonly bound?: "states" | "transitions" | "depth";
    readonly bytes?: number;
    readonly runs?: number;
    readonly growing?: readonly (Partial<JsonPlace> & {
      readonly kind: string;
      readonly name?: string;
      readonly count: number;
      readonly bounded: boolean;
    })[];
    readonly continua?: readonly JsonPlace[];
  };
  readonly alternatives: boolean;
  readonly chances: boolean;
  readonly properties: readonly (JsonDecided & { readonly name: string; readonly violated?: JsonShown })[];
  readonly expectations: readonly (JsonDecided & {
    readonly text: string;
    readonly outcome: Judged;
    readonly held?: JsonShown;
    readonly failed?: JsonShown;
  })[];
  readonly verdicts: readonly (JsonPlace & {
    readonly regulation: string;
    readonly by: FoundBy;
    readonly occurring: readonly {
      readonly verdict: string;
      readonly shown: JsonShown;
      readonly probability?: Likelihood;
    }[];
    readonly always: boolean;
    readonly never: readonly string[];
  })[];
  readonly played?: { readonly runs: number; readonly all: boolean };
  readonly pairs?: { readonly states: number };
  readonly never: {
    readonly clauses: readonly (JsonPlace & { readonly name: string })[];
    readonly channels: readonly (JsonPlace & { readonly name: string })[];
    readonly values: readonly (JsonPlace & {
      readonly kind: "code" | "value";
      readonly name: string;
      readonly value: string;
    })[];
  };
  readonly wrong: readonly (JsonPlace & {
    readonly check: string;
    readonly expected: boolean;
    readonly shown?: JsonShown;
  })[];
  readonly broken?: JsonShown;
}

export interface ExploredFile {
  readonly name: string;
  readonly results: readonly ExploreResult[];
  /** Where what stands in the model stands in the file. */
  readonly placed?: ((place: Place) => Place) | undefined;
}

export function renderExploredJson(files: readonly ExploredFile[]): string {
  const report: JsonExploreReport = {
    version: 1,
    files: files.map(({ name, results, placed = (place) => place }) => ({
      name,
      scenarios: results.map((result) => exploredOf(result, placed)),
    })),
  };
  return jsonText(report);
}

function exploredOf(result: ExploreResult, placed: (place: Place) => Place): JsonExplored {
  const { prepared, done, never, played, pairs, broken, label } = result;
  const { sources } = prepared.checked;
  const located = locator((file) => sources.get(file));
  const at = (place: Place): JsonPlace => {
    const its = placed(place);
    return { file: its.file, line: located.locate(place).start.line };
  };
  return {
    scenario: result.scenario,
    ...(label !== undefined && { label }),
    ...at(result.place),
    done:
      done.kind === "sampled"
        ? { kind: done.kind, runs: done.runs, continua: done.continua.map(at) }
        : {
            kind: done.kind,
            states: done.states,
            transitions: done.transitions,
            depth: done.depth,
            ...(done.bound !== undefined && { bound: done.bound }),
            bytes: done.bytes,
            growing: done.growing.map(({ kind, name, place, count, bounded }) => ({
              kind,
              ...(name !== undefined && { name }),
              ...(place !== undefined && at(place)),
              count,
              bounded,
            })),
          },
    alternatives: result.alternatives,
    chances: result.chances,
    properties: result.properties.map(({ name, violated, place, ...rest }) => ({
      name,
      ...at(place),
      ...decidedOf(rest),
      ...(violated && { violated: shownOf(violated) }),
    })),
    expectations: result.expectations.map(({ text, place, held, failed, ...rest }) => ({
      text,
      ...at(place),
      outcome: judgedOf({ held, failed }),
      ...decidedOf(rest),
      ...(held && { held: shownOf(held) }),
      ...(failed && { failed: shownOf(failed) }),
    })),
    verdicts: result.verdicts.map(({ regulation, place, by, occurring, always, never: others }) => ({
      regulation,
      ...at(place),
      by,
      occurring: occurring.map(({ verdict, shown, likelihood }) => ({
        verdict,
        shown: shownOf(shown),
        ...(likelihood && { probability: likelihood }),
      })),
      always,
      never: others,
    })),
    ...(played && { played }),
    ...(pairs !== undefined && { pairs: { states: pairs } }),
    never: {
      clauses: never.clauses.map(({ name, place }) => ({ name, ...at(place) })),
      channels: never.channels.map(({ name, place }) => ({ name, ...at(place) })),
      values: never.values.map(({ kind, name, value, place }) => ({ kind, name, value, ...at(place) })),
    },
    wrong: result.wrong.map(({ check, place, expected, shown }) => ({
      check,
      ...at(place),
      expected,
      ...(shown && { shown: shownOf(shown) }),
    })),
    ...(broken && { broken: shownOf(broken) }),
  };
}

function decidedOf({
  by,
  likelihood,
  sampled,
}: {
  readonly by: FoundBy;
  readonly likelihood: Likelihood | undefined;
  readonly sampled: Sampled | undefined;
}) {
  return { by, ...(likelihood && { failing: likelihood }), ...(sampled && { sampled }) };
}

function shownOf({ steps, choices, seed }: Shown): JsonShown {
  return { steps, ...(choices && { choices }), ...(seed !== undefined && { seed }) };
}
