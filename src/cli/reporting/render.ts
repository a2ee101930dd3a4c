/* A report as text. In a file beside the bundles: no other command wants it. */
import { createHash } from "node:crypto";
import { reportOf } from "../../views/report/contents.ts";
import { renderReportHtml } from "../../views/report/html.ts";
import type { ReportInput } from "../../views/report/input.ts";
import { renderReportMarkdown } from "../../views/report/markdown.ts";
import { oddOf } from "../../views/report/odd.ts";
import { reportStyle } from "../../views/report/style.ts";
import type { ReportForm, ReportFormat } from "./forms.ts";

export interface ReportToRender {
  readonly input: ReportInput;
  readonly form: ReportForm;
  readonly format: ReportFormat;
  /** Of a report in Markdown: where the pictures are to be found. */
  readonly pictureFiles: ReadonlyMap<string, string>;
}

export function renderReport({ input, form, format, pictureFiles }: ReportToRender): string {
  const report = form === "odd" ? oddOf(input) : reportOf(input);
  if (format === "markdown") return renderReportMarkdown(report, { pictures: pictureFiles });
  const styleHash = createHash("sha256").update(reportStyle, "utf8").digest("base64");
  return renderReportHtml(report, { styleHash, foot: `Made with Niklas ${input.version}.` });
}
