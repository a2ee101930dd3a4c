/*
 * The extension for VS Code: the language server beside the editor, and what only an editor can do with its answers:
 * show the story of a run, and the answer to a why, as texts of their own.
 */
import { readFileSync } from "node:fs";
import { commands, window, workspace, type ExtensionContext } from "vscode";
import { createAnswers } from "./answers.ts";
import { askWhy, runScenario } from "./questions.ts";
import { createServer } from "./server.ts";

/** What VS Code calls when the first model is opened, or one of our commands is given. */
export async function activate(context: ExtensionContext): Promise<void> {
  const answers = createAnswers();
  const server = createServer(context.extensionPath, answers);
  const on = (command: string, act: () => unknown) => commands.registerCommand(`niklas.${command}`, act);
  context.subscriptions.push(
    answers,
    server,
    on("runScenario", () => runScenario(server)),
    on("askWhy", () => askWhy(server)),
    on("format", () => commands.executeCommand("editor.action.formatDocument")),
    on("newModel", () => openFirstModel(context.asAbsolutePath("first_model.sys"))),
    on("restartServer", () => server.restart()),
    on("showLog", () => server.showLog()),
    workspace.onDidChangeWorkspaceFolders(() => server.restart()),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("niklas.server.path")) void server.restart();
    }),
  );
  await server.restart();
}

async function openFirstModel(path: string): Promise<void> {
  const document = await workspace.openTextDocument({
    language: "niklas",
    content: readFileSync(path, "utf8"),
  });
  await window.showTextDocument(document);
}
