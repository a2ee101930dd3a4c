/* What a report is made from, completed from what a program that embeds the library has. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { Source } from "../base/source.ts";
import { buildFlow } from "../flow/build.ts";
import type { Prepared } from "../runs/prepared.ts";
import type { RunResult } from "../runs/run.ts";
import type { TestResult } from "../runs/test.ts";
import { commandsToRepeat } from "../views/report/commands.ts";
import type { CitationStyle } from "../views/report/citation_style.ts";
import type { CheckInReport, FileInReport, ReportInput } from "../views/report/input.ts";

export interface ReportContent {
  /** The model as `prepare` has made it ready; one with errors is told of as far as it is understood, errors first. */
  readonly prepared: Prepared;
  /** Runs of its scenarios, each of one: those that are not among them are told as they are written. */
  readonly results?: readonly RunResult[] | undefined;
  /** What became of its properties. */
  readonly tested?: TestResult | undefined;
  /** SVG by name: `picturesOf` of `niklas/pictures` makes them. Without it there are no pictures. */
  readonly pictures?: ReadonlyMap<string, string> | undefined;
  /** `checks` of `niklas`. Without it there is no chapter on the theory behind those that spoke. */
  readonly checks?: readonly (CheckInReport & { readonly name: string })[] | undefined;
  /** `report`, if it is not said, or `odd`: by the seven elements of the ODD protocol. */
  readonly form?: "report" | "odd" | undefined;
  /** How works are cited: `apa`, if it is not said. */
  readonly style?: CitationStyle | undefined;
  /** The command lines by which all can be had again; without it those of `niklas check`, `run` and `test` for the files. */
  readonly commands?: readonly string[] | undefined;
}

/** `version`: of Niklas. */
export function reportInput(content: ReportContent, version: string): ReportInput {
  const { prepared, results = [], tested, pictures, checks = [], style = "apa" } = content;
  return {
    prepared,
    flow: buildFlow(prepared.checked.model),
    results,
    tested,
    pictures: pictures ?? new Map(),
    checks: new Map(checks.map(({ name, summary, sources }) => [name, { summary, sources }])),
    style,
    version,
    commands:
      content.commands ??
      commandsToRepeat(prepared.checked.model.entry, results, { isTested: tested !== undefined }),
    files: filesOf(prepared),
  };
}

/** Of all that was read but the canon, which comes with the version. */
export function filesOf({ checked: { model, sources } }: Prepared): readonly FileInReport[] {
  const canonical = new Set(model.files.filter((file) => file.canonical).map(({ name }) => name));
  return [...sources.values()].filter(({ name }) => !canonical.has(name)).map(fileOf);
}

function fileOf({ name, text }: Source): FileInReport {
  return { name, digest: bytesToHex(sha256(new TextEncoder().encode(text))) };
}
