import { visible } from "../../base/visible.ts";
import { counted, listed } from "../../base/words.ts";
import type { Diagnostic, Severity } from "../diagnostic.ts";
import type { Sources } from "../locate.ts";
import { locator } from "../locate.ts";
import { logSafe } from "./log_safe.ts";

/** GitHub shows so many annotations of each kind for a step; further ones are dropped without a word. */
const mostOfAKind = 10;

const commands: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", hint: "notice" };

/**
 * The findings as annotations of a GitHub workflow, the severest first, otherwise in the order given; at most ten of
 * each severity, with a last line that says how many more there are. To be written to the log outside any guard.
 */
export function renderGithub(diagnostics: readonly Diagnostic[], sources: Sources): string {
  const located = locator(sources);
  const lines: string[] = [];
  const more: string[] = [];
  for (const severity of ["error", "warning", "hint"] as const) {
    const found = diagnostics.filter((diagnostic) => diagnostic.severity === severity);
    for (const diagnostic of found.slice(0, mostOfAKind)) {
      const { start, end } = located.locate(diagnostic.place);
      const oneLine = start.line === end.line;
      const properties = [
        ["file", diagnostic.place.file],
        ["line", String(start.line)],
        ["endLine", String(end.line)],
        // Columns are understood only within one line.
        ...(oneLine
          ? [["col", String(start.column)] as const, ["endColumn", String(end.column)] as const]
          : []),
        ["title", diagnostic.check],
      ] as const;
      const shown = properties.map(([name, value]) => `${name}=${escapedProperty(value)}`).join(",");
      lines.push(`::${commands[severity]} ${shown}::${escapedData(messageOf(diagnostic))}`);
    }
    const beyond = found.length - mostOfAKind;
    if (beyond > 0) more.push(counted(beyond, `more ${severity}`));
  }
  if (more.length > 0) lines.push(`${listed(more)} not shown as annotations: they are in the log`);
  return lines.map((line) => `${line}\n`).join("");
}

function messageOf({ message, why = [], help = [] }: Diagnostic): string {
  const lines = [visible(message), ...[...why, ...help].map((text) => visible(text, { newlines: true }))];
  return logSafe(lines.join("\n"));
}

/** The escapes that the runner undoes in the text of a command. */
function escapedData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** Those that it undoes in properties, where commas and colons separate. */
function escapedProperty(text: string): string {
  return escapedData(logSafe(visible(text)))
    .replaceAll(":", "%3A")
    .replaceAll(",", "%2C");
}
