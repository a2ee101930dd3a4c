/* `niklas explain`: the page of a check, or the list of all. */
import { groups } from "../../diagnostics/define.ts";
import { painter } from "../../diagnostics/show/paint.ts";
import { wrapped } from "../../diagnostics/show/wrap.ts";
import { explain } from "../../checks/explain.ts";
import { checks } from "../../checks/list.ts";
import { unknownCheck } from "../check_levels.ts";
import { wantsColor, type ColorChoice } from "../color.ts";
import { reportThrown, statuses, type Status } from "../errors.ts";
import { UsageError } from "../failure.ts";
import { markdownForTerminal } from "../markdown.ts";
import { isTerminal, print, terminalWidth } from "../terminal.ts";

export interface ExplainArguments {
  readonly name: string | undefined;
  readonly color: ColorChoice;
}

/** Longer lines are hard to read, however wide the window is. */
const widest = 100;

export function explainCommand({ name, color: choice }: ExplainArguments): Status {
  const color = wantsColor(choice, process.env, isTerminal("output"));
  const width = Math.min(terminalWidth("output") ?? 80, widest);
  const printed = print("output", name === undefined ? list({ color, width }) : page(name, { color, width }));
  return printed.kind === "failed" ? reportThrown(printed.error) : statuses.fine;
}

interface Look {
  readonly color: boolean;
  readonly width: number;
}

function page(name: string, look: Look): string {
  const check = checks.find((candidate) => candidate.name === name);
  const markdown = explain(name);
  if (check === undefined || markdown === undefined) {
    const { message, help } = unknownCheck(name, checks);
    throw new UsageError(message, help);
  }
  const about = `*${check.severity}*, ${groups[check.group]}`;
  const sources = check.sources.length > 0 ? `\n\nSources: ${check.sources.join("; ")}\n` : "";
  // The page begins with a heading and what the check finds; what kind of check it is comes between them.
  const [heading = "", ...rest] = markdown.split("\n");
  return markdownForTerminal([heading, "", about, ...rest].join("\n").trimEnd() + sources, look);
}

function list({ color, width }: Look): string {
  const paint = painter(color);
  const column = Math.max(...checks.map((check) => check.name.length)) + 2;
  const lines: string[] = [];
  for (const [group, title] of Object.entries(groups)) {
    const members = checks.filter((check) => check.group === group);
    if (members.length === 0) continue;
    lines.push(paint("strong", title));
    for (const { name, severity, summary } of members) {
      const start = `  ${name.padEnd(column)}${severity.padEnd(9)}`;
      const [first = "", ...others] = wrapped(summary, Math.max(width - start.length, 30));
      lines.push(`  ${name.padEnd(column)}${paint(severity, severity.padEnd(9))}${first}`);
      for (const other of others) lines.push(" ".repeat(start.length) + other);
    }
    lines.push("");
  }
  lines.push("`niklas explain NAME` says why, with a wrong model and a right one.");
  return `${lines.join("\n")}\n`;
}
