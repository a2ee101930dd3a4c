/* Findings in the form asked for. */
import { renderGithub } from "../diagnostics/show/github.ts";
import { renderJson } from "../diagnostics/show/json.ts";
import { renderJunit } from "../diagnostics/show/junit.ts";
import { renderSarif } from "../diagnostics/show/sarif.ts";
import { renderText, summaryLine } from "../diagnostics/show/text.ts";
import { summarize } from "../diagnostics/sort.ts";
import { checks } from "../index.ts";
import type { Checked } from "./check_all.ts";
import { statuses, type Status } from "./errors.ts";
import type { Failure } from "./failure.ts";
import type { FailLevel, Format } from "./levels.ts";
import { displayName, isWithin, pathOf, standardInputName } from "./paths.ts";
import { renamedDiagnostic, renamedSources } from "./rename.ts";
import { version } from "./version.ts";

/** All there is to tell. */
export interface Report extends Checked {
  /** The status to end with. */
  readonly status: Status;
}

export interface RenderOptions {
  readonly workingFolder: string;
  /** The root of the repository: code hosts know files relative to it. */
  readonly repository: string;
  readonly failLevel: FailLevel;
  readonly color: boolean;
  /** Draws with signs of ASCII alone. */
  readonly ascii: boolean;
  /** Errors only. */
  readonly quiet: boolean;
  /** Columns to wrap at. */
  readonly width: number | undefined;
}

/** The report as one text that ends with a line break, or nothing. */
export async function render(format: Format, report: Report, options: RenderOptions): Promise<string> {
  const { names, silenced } = report;
  const diagnostics = options.quiet
    ? report.diagnostics.filter(({ severity }) => severity === "error")
    : report.diagnostics;
  const counts = { files: names.length, silenced: silenced.length };
  const sources = (file: string) => report.sources.get(file);
  switch (format) {
    case "text": {
      const { color: colour, ascii, width } = options;
      const text = renderText(diagnostics, sources, { colour, ascii, ...(width !== undefined && { width }) });
      // Where nothing was read, there is nothing to sum up; what is not shown still counts, being why the status is not 0.
      if (names.length === 0) return text;
      return `${text}${text === "" ? "" : "\n"}${summaryLine(summarize(report.diagnostics, counts))}\n`;
    }
    case "json":
      return renderJson(diagnostics, sources, { summary: summarize(diagnostics, counts), silenced });
    case "junit":
      return renderJunit(diagnostics, sources, {
        files: names,
        silenced,
        // What fails there does so whether or not anybody here minds; errors, if nothing else is said.
        ...(options.failLevel !== "never" && { failLevel: options.failLevel }),
      });
    case "sarif":
    case "github":
      return renderForCodeHost(format, { ...report, diagnostics }, options);
  }
}

/** Findings for a code host, which knows files relative to the root of the repository. */
export async function renderForCodeHost(
  format: "sarif" | "github",
  { diagnostics, silenced, sources, status, failures }: Report,
  { workingFolder, repository }: Pick<RenderOptions, "workingFolder" | "repository">,
): Promise<string> {
  const rename = (file: string): string => {
    const path = pathOf(workingFolder, file);
    return file !== standardInputName && isWithin(repository, path) ? displayName(repository, path) : file;
  };
  const renamed = diagnostics.map((diagnostic) => renamedDiagnostic(diagnostic, rename));
  const byName = renamedSources(sources, rename);
  const sourceOf = (file: string) => byName.get(file);
  if (format === "github") return renderGithub(renamed, sourceOf);
  // A book of pages, which nothing else wants.
  const { explain } = await import("../checks/explain.ts");
  return renderSarif(renamed, sourceOf, {
    version: version(),
    rules: checks.map((check) => ({ ...check, page: explain(check.name) ?? check.summary })),
    silenced: silenced.map(({ diagnostic, reason }) => ({
      diagnostic: renamedDiagnostic(diagnostic, rename),
      reason,
    })),
    successful: status !== statuses.failed,
    exitCode: status,
    notifications: failures.map(notification),
  });
}

function notification({ message, help }: Failure) {
  return { level: "error" as const, message: help === undefined ? message : `${message}; ${help}` };
}
