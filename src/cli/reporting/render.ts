/* A report as text. In a file beside the bundles: no other command wants it. */
import { reportInput, type ReportContent } from "../../embedding/report_input.ts";
import { styleHash } from "../../embedding/style_hash.ts";
import { reportOf } from "../../views/report/contents.ts";
import { renderReportHtml } from "../../views/report/html.ts";
import type { ReportInput } from "../../views/report/input.ts";
import { renderReportMarkdown } from "../../views/report/markdown.ts";
import { oddOf } from "../../views/report/odd.ts";
import type { Placing } from "../documents/placing.ts";
import { standardInputName } from "../paths.ts";
import type { ReportFormat } from "./forms.ts";

export interface ReportToRender {
  readonly content: ReportContent;
  /** Of Niklas. */
  readonly version: string;
  /** What the model is called in a command line. */
  readonly path: string;
  readonly placing: Placing;
  readonly format: ReportFormat;
  /** Of a report in Markdown: where the pictures are to be found. */
  readonly pictureFiles: ReadonlyMap<string, string>;
}

export function renderReport(wanted: ReportToRender): string {
  const { content, version, path, placing, format, pictureFiles } = wanted;
  const whole = reportInput(content, version);
  const input: ReportInput = {
    ...whole,
    path,
    placed: placing.place,
    files: whole.files
      // A model that stands in a document has no file of its own.
      .filter(({ name }) => placing.file(name) === name)
      .map(({ name, digest }) => ({ name: name === standardInputName ? "standard input" : name, digest })),
  };
  const report = content.form === "odd" ? oddOf(input) : reportOf(input);
  if (format === "markdown") return renderReportMarkdown(report, { pictures: pictureFiles });
  return renderReportHtml(report, { styleHash, foot: `Made with Niklas ${version}.` });
}
