/* Running a scenario and asking why, by command: which scenario of the model before the eyes, and what is asked about. */
import { commands, window, type TextDocument, type TextEditor } from "vscode";
import type { CodeLens } from "vscode-languageclient/node";
import { serverCommands, type Server } from "./server.ts";

interface Scenario {
  readonly name: string;
  /** The line of its name. */
  readonly line: number;
}

export async function runScenario(server: Server): Promise<void> {
  const chosen = await chooseScenario(server, "Which scenario is to be run?");
  if (chosen !== undefined) await commands.executeCommand(serverCommands.run, chosen.model, chosen.name);
}

export async function askWhy(server: Server): Promise<void> {
  const editor = window.activeTextEditor;
  const chosen = await chooseScenario(server, "In which scenario?");
  if (editor === undefined || chosen === undefined) return;
  const subject = await window.showInputBox({
    title: `Why, in ${chosen.name}?`,
    prompt:
      "A system (economy) or a part of one (economy.price, law.judgment): what led to it, or where each way to it was cut off.",
    value: nameAtCursor(editor),
  });
  if (subject === undefined || subject.trim() === "") return;
  await commands.executeCommand(serverCommands.why, chosen.model, chosen.name, subject.trim());
}

/** The scenario to take: the only one, or the one that is chosen, that at the cursor being the first. */
async function chooseScenario(
  server: Server,
  title: string,
): Promise<{ readonly model: string; readonly name: string } | undefined> {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId !== "niklas") {
    void window.showInformationMessage("Open a model first: a file whose name ends in .sys.");
    return undefined;
  }
  const model = editor.document.uri.toString();
  const scenarios = await scenariosOf(server, editor.document);
  if (scenarios === undefined) {
    void window.showWarningMessage("The server of Niklas does not run; its log may say why.");
    return undefined;
  }
  const [first, ...others] = nearestFirst(scenarios, editor.selection.active.line);
  if (first === undefined) {
    void window.showInformationMessage("This model has no scenario yet: say what happens in a case.");
    return undefined;
  }
  if (others.length === 0) return { model, name: first.name };
  const items = [first, ...others].map(({ name, line }) => ({
    label: name,
    description: `line ${line + 1}`,
  }));
  const chosen = await window.showQuickPick(items, { title });
  return chosen && { model, name: chosen.label };
}

/** The scenarios of a model, as the server tells them: those beside which it offers to run them. */
async function scenariosOf(server: Server, { uri }: TextDocument): Promise<readonly Scenario[] | undefined> {
  const textDocument = { uri: uri.toString() };
  const lenses = await server.ask<readonly CodeLens[] | null>("textDocument/codeLens", { textDocument });
  // The answer is nothing where the text cannot be had.
  return (lenses === null ? [] : lenses)?.flatMap(({ command, range }) => {
    const name: unknown = command?.arguments?.[1];
    return command?.command === serverCommands.run && typeof name === "string"
      ? [{ name, line: range.start.line }]
      : [];
  });
}

/** The one in which the cursor stands, which is the last that begins before it, and then the others in their order. */
export function nearestFirst(scenarios: readonly Scenario[], line: number): readonly Scenario[] {
  const at = scenarios.findLast((scenario) => scenario.line <= line);
  return at === undefined ? scenarios : [at, ...scenarios.filter((scenario) => scenario !== at)];
}

const dottedName =
  /[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{M}\p{N}\p{Pc}]*(?:\.[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{M}\p{N}\p{Pc}]*)*/u;

function nameAtCursor({ document, selection }: TextEditor): string {
  const range = document.getWordRangeAtPosition(selection.active, dottedName);
  return range === undefined ? "" : document.getText(range);
}
