/* The report of a work, as `niklas report` makes it of its first file. What has to be laid out another worker draws in between. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { CheckResult } from "../checks/apply.ts";
import { buildFlow, checks, knownChecks, prepare, type ReadBibliography } from "../index.ts";
import { playAll } from "../runs/all.ts";
import { commandLines } from "../views/report/commands.ts";
import { reportOf } from "../views/report/contents.ts";
import { graphsForReport, runsDrawnForReport } from "../views/report/drawn.ts";
import { renderReportHtml } from "../views/report/html.ts";
import { reportStyle } from "../views/report/style.ts";
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
  const document = reportOf({
    prepared,
    flow: buildFlow(checked.model),
    results,
    tested,
    pictures: new Map([
      ...pictures.map(([name, { svg }]) => [name, svg] as const),
      ...runsDrawnForReport(results),
    ]),
    checks: new Map(checks.map(({ name, summary, sources }) => [name, { summary, sources }])),
    style: "apa",
    version,
    commands: commandLines(
      { file: named[0].name, output: `${fileNameOf(work)}.html`, seed },
      checked.model,
      results,
    ),
    files: digests(checked),
  });
  const styleHash = btoa(String.fromCharCode(...sha256(utf8ToBytes(reportStyle))));
  return renderReportHtml(document, { styleHash, foot: `Made with Niklas ${version}.` });
}

/** With the names that the files have when they are handed out. */
function asHandedOut(work: Work): Work {
  const [first, ...others] = work;
  return [{ ...first, name: nameOutside(work, first.name) }, ...others];
}

/** Of all that was read but the canon, which comes with the version. */
function digests({ model, sources }: CheckResult) {
  const canonical = new Set(model.files.filter((file) => file.canonical).map(({ name }) => name));
  return [...sources.values()]
    .filter(({ name }) => !canonical.has(name))
    .map(({ name, text }) => ({ name, digest: bytesToHex(sha256(utf8ToBytes(text))) }));
}
