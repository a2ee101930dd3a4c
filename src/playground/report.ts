/* The report of a work, as `niklas report` makes it of its first file. What has to be laid out another worker draws in between. */
import { reportInput } from "../embedding/report_input.ts";
import { styleHash } from "../embedding/style_hash.ts";
import { checks, knownChecks, prepare, type ReadBibliography } from "../index.ts";
import { playAll } from "../runs/all.ts";
import { commandLines } from "../views/report/commands.ts";
import { reportOf } from "../views/report/contents.ts";
import { graphsForReport, runsDrawnForReport } from "../views/report/drawn.ts";
import { renderReportHtml } from "../views/report/html.ts";
import { checkedWork } from "./checked_work.ts";
import { budget } from "./play.ts";
import type { QuestionOf, ReportBegun } from "./protocol.ts";
import { fileNameOf, nameOutside, type Work } from "./work.ts";

export function beginReport(
  { work }: QuestionOf<"beginReport">,
  readBibliography: ReadBibliography | undefined,
): ReportBegun {
  const { model, diagnostics } = checkedWork(asHandedOut(work), readBibliography);
  // What the theory objects to is told; what cannot be read cannot.
  const unread = diagnostics.find(
    ({ severity, check }) => severity === "error" && knownChecks.ofLanguage.has(check),
  );
  if (unread !== undefined) return { kind: "refused", reason: unread.message };
  return { kind: "begun", graphs: graphsForReport(model, diagnostics) };
}

export function report(
  { work, seed, version, pictures }: QuestionOf<"report">,
  readBibliography: ReadBibliography | undefined,
): string {
  const named = asHandedOut(work);
  const checked = checkedWork(named, readBibliography);
  const prepared = prepare(checked);
  const { results, tested } = playAll(prepared, { seed, budget });
  const input = reportInput(
    {
      prepared,
      results,
      tested,
      checks,
      pictures: new Map([
        ...pictures.map(([name, { svg }]) => [name, svg] as const),
        ...runsDrawnForReport(results),
      ]),
      commands: commandLines(
        { file: named[0].name, output: `${fileNameOf(work)}.html`, seed },
        checked.model,
        results,
      ),
    },
    version,
  );
  return renderReportHtml(reportOf(input), { styleHash, foot: `Made with Niklas ${version}.` });
}

/** With the names that the files have when they are handed out. */
function asHandedOut(work: Work): Work {
  const [first, ...others] = work;
  return [{ ...first, name: nameOutside(work, first.name) }, ...others];
}
