/* Running scenarios from the editor, and what came of it beside the lines that it is about. */
import { InlayHintKind, type CodeLens, type Command, type Connection } from "vscode-languageserver";
import { hintsIn, lensesIn, runScenario, summaryOf, type Lens } from "../editor/runs.ts";
import { renderRun, renderWhy, UnknownSubject, why } from "../index.ts";
import { toOffset, toPosition, toRange } from "./positions.ts";
import type { Spots } from "./spots.ts";

const runCommand = "niklas.run";
const whyCommand = "niklas.why";

/** What an editor can have done: each takes the address of the file and the name of the scenario, `why` a subject too. */
export const commands = [runCommand, whyCommand];

export function answerOnRuns(connection: Connection, { inFile }: Spots): void {
  connection.onCodeLens(({ textDocument }) =>
    inFile(textDocument, ({ desk, study, file }) =>
      lensesIn(study, desk.resultsOf(study)).map((lens): CodeLens => ({
        range: toRange(desk.lines(file), lens.place),
        command: commandOf(lens, desk.uri(file)),
      })),
    ),
  );
  connection.languages.inlayHint.on(({ textDocument, range }) =>
    inFile(textDocument, ({ desk, study, file }) => {
      const lines = desk.lines(file);
      const [from, to] = [toOffset(lines, range.start), toOffset(lines, range.end)];
      return hintsIn(study, file, desk.resultsOf(study))
        .filter(({ offset }) => from <= offset && offset <= to)
        .map(({ offset, text, side }) => ({
          position: toPosition(lines, offset),
          label: text,
          ...(side === "before"
            ? { kind: InlayHintKind.Parameter, paddingRight: true }
            : { paddingLeft: true }),
        }));
    }),
  );
  connection.onExecuteCommand(({ command, arguments: given = [] }) => {
    const [uri, scenario, subject] = given as readonly unknown[];
    if (typeof uri !== "string" || typeof scenario !== "string" || !commands.includes(command)) return null;
    return inFile({ uri }, ({ desk, study }) => {
      const tell = (text: string): void => {
        if (!desk.showsAnswers) connection.window.showInformationMessage(text);
      };
      const ran = runScenario(study, scenario);
      if (ran.kind === "not ready") {
        connection.window.showWarningMessage(ran.reason);
        return null;
      }
      const { result } = ran;
      if (command === whyCommand) {
        const text =
          typeof subject === "string" ? answerTo(result, subject) : "it is not said what is asked about";
        tell(text);
        return text;
      }
      desk.resultsOf(study).set(scenario, result);
      tell(summaryOf(result));
      connection.languages.inlayHint.refresh().catch(() => {});
      connection.sendRequest("workspace/codeLens/refresh").catch(() => {});
      return renderRun(result);
    });
  });
}

function answerTo(result: Parameters<typeof why>[0], subject: string): string {
  try {
    return renderWhy(why(result, subject), result.scenario);
  } catch (error) {
    if (error instanceof UnknownSubject) return error.message;
    throw error;
  }
}

function commandOf({ title, command }: Lens, uri: string): Command {
  switch (command?.kind) {
    case "run":
      return { title, command: runCommand, arguments: [uri, command.scenario] };
    case "why":
      return { title, command: whyCommand, arguments: [uri, command.scenario, command.subject] };
    case undefined:
      return { title, command: "" };
  }
}
