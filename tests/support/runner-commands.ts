/** A command that the runner of GitHub's workflows would carry out. */
export interface RunnerCommand {
  readonly name: string;
  readonly properties: ReadonlyMap<string, string>;
  readonly data: string;
}

const registered = new Set([
  "add-mask",
  "add-matcher",
  "add-path",
  "debug",
  "echo",
  "endgroup",
  "error",
  "group",
  "internal-set-repo-path",
  "notice",
  "remove-matcher",
  "save-state",
  "set-env",
  "set-output",
  "stop-commands",
  "warning",
]);

/**
 * What the runner obeys in a log, by its rules: a line is split at any line end; `::name properties::data` counts at
 * its beginning after white space, `##[name properties]data` anywhere in it (`ActionCommand` in actions/runner).
 * After `stop-commands` nothing counts until a line `::token::`.
 */
export function runnerCommands(log: string): readonly RunnerCommand[] {
  const commands: RunnerCommand[] = [];
  let stopped: string | undefined;
  for (const line of log.split(/\r\n|\r|\n/)) {
    if (stopped !== undefined) {
      if (line.trimStart().startsWith(`::${stopped}::`)) stopped = undefined;
      continue;
    }
    const command = colonCommand(line) ?? bracketCommand(line);
    if (command === undefined) continue;
    commands.push(command);
    if (command.name === "stop-commands") stopped = command.data;
  }
  return commands;
}

function colonCommand(line: string): RunnerCommand | undefined {
  const match = /^[\s\u0085]*::(?<head>.*?)::(?<data>.*)$/su.exec(line);
  return match ? commandOf(match.groups?.head ?? "", match.groups?.data ?? "", ",") : undefined;
}

function bracketCommand(line: string): RunnerCommand | undefined {
  const match = /##\[(?<head>[^\]]*)\](?<data>.*)$/su.exec(line);
  return match ? commandOf(match.groups?.head ?? "", match.groups?.data ?? "", ";") : undefined;
}

function commandOf(head: string, data: string, separator: string): RunnerCommand | undefined {
  const space = head.indexOf(" ");
  const name = space < 0 ? head : head.slice(0, space);
  if (!registered.has(name)) return undefined;
  const properties = new Map<string, string>();
  for (const property of space < 0 ? [] : head.slice(space + 1).split(separator)) {
    const equals = property.indexOf("=");
    if (equals > 0) properties.set(property.slice(0, equals).trim(), unescaped(property.slice(equals + 1)));
  }
  return { name, properties, data: unescaped(data) };
}

function unescaped(text: string): string {
  return text
    .replaceAll("%0D", "\r")
    .replaceAll("%0A", "\n")
    .replaceAll("%3A", ":")
    .replaceAll("%2C", ",")
    .replaceAll("%25", "%");
}
