/**
 * Reports, for programs that embed Niklas: what `niklas report` writes.
 *
 *     check → prepare → run, test → picturesOf (of niklas/pictures) → htmlReport, markdownReport
 *
 * A report is a function of what is handed in, to the byte. Nothing that a model says can act in it.
 */
import { reportOf } from "../views/report/contents.ts";
import type { Document } from "../views/report/document.ts";
import { renderReportHtml } from "../views/report/html.ts";
import { renderReportMarkdown } from "../views/report/markdown.ts";
import { oddOf } from "../views/report/odd.ts";
import { reportInput, type ReportContent } from "./report_input.ts";
import { styleHash } from "./style_hash.ts";

/** Put in by whoever builds the package. */
declare const NIKLAS_VERSION: string | undefined;
const version = typeof NIKLAS_VERSION === "undefined" ? "from its sources" : NIKLAS_VERSION;

/**
 * A report as one page of HTML that needs nothing beside it: its pictures stand in it as images, there is no script, and its content
 * security policy permits its own style alone. It does not throw but for a scenario among `results` that the model has not.
 */
export function htmlReport(content: ReportContent): string {
  return renderReportHtml(documentOf(content), { styleHash, foot: `Made with Niklas ${version}.` });
}

export interface MarkdownReportOptions {
  /**
   * Where each picture is to be found from the report, by its name: `["map", "map.svg"]`. Pictures that are not named there are left
   * out; writing the files is up to the caller.
   */
  readonly pictureFiles?: ReadonlyMap<string, string>;
}

/** A report as Markdown of the kind that GitHub reads. Like `htmlReport` otherwise. */
export function markdownReport(content: ReportContent, options: MarkdownReportOptions = {}): string {
  return renderReportMarkdown(documentOf(content), { pictures: options.pictureFiles ?? new Map() });
}

function documentOf(content: ReportContent): Document {
  const input = reportInput(content, version);
  return content.form === "odd" ? oddOf(input) : reportOf(input);
}

export type { ReportContent };
