/* What a report is made from. */
import type { Place } from "../../base/place.ts";
import type { Flow } from "../../flow/flow.ts";
import type { Prepared } from "../../runs/prepared.ts";
import type { RunResult } from "../../runs/run.ts";
import type { TestResult } from "../../runs/test.ts";
import type { CitationStyle } from "./citation_style.ts";

export interface ReportInput {
  /** The model as it was read and checked; with errors in it it does not run. */
  readonly prepared: Prepared;
  readonly flow: Flow;
  /** Of each scenario that was played, in their order. */
  readonly results: readonly RunResult[];
  /** What became of the properties. */
  readonly tested?: TestResult | undefined;
  /**
   * SVG by name. `map`, `flow` and others stand in the chapter on the model, `check` with the findings, and `scenario NAME`,
   * `scenario NAME lanes` and `scenario NAME series` with the scenario of that name.
   */
  readonly pictures: ReadonlyMap<string, string>;
  /** What the checks are, by their names. */
  readonly checks: ReadonlyMap<string, CheckInReport>;
  readonly style: CitationStyle;
  /** Of Niklas. */
  readonly version: string;
  /** The command lines by which all this can be had again, the one that made the report last. */
  readonly commands: readonly string[];
  /** What the model is called in a command line; by its entry, if it is not said. */
  readonly path?: string | undefined;
  /** Where a place of the model stands in the file that its readers know, if that is another. */
  readonly placed?: ((place: Place) => Place) | undefined;
  /** The files that the model was read from, and the SHA-256 of each. */
  readonly files: readonly FileInReport[];
}

export interface CheckInReport {
  readonly summary: string;
  readonly sources: readonly string[];
}

export interface FileInReport {
  readonly name: string;
  readonly digest: string;
}
