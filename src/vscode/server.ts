/* The language server beside the editor: which one, started and ended, and what is done with what it answers. */
import { commands, window, workspace, type Disposable } from "vscode";
import {
  LanguageClient,
  RevealOutputChannelOn,
  type LanguageClientOptions,
} from "vscode-languageclient/node";
import type { Answers } from "./answers.ts";
import { startOf } from "./start.ts";

export interface Server extends Disposable {
  /** Ends the server, if there is one, and starts it again. */
  readonly restart: () => Promise<void>;
  readonly ask: <Reply>(method: string, params: unknown) => Promise<Reply | undefined>;
  readonly showLog: () => void;
}

/** The commands of the server, which the client makes commands of the editor. */
export const serverCommands = { run: "niklas.run", why: "niklas.why" } as const;

/** `folder`: where the extension lies. */
export function createServer(folder: string, answers: Answers): Server {
  const outputChannel = window.createOutputChannel("Niklas", { log: true });
  const options: LanguageClientOptions = {
    documentSelector: [
      { scheme: "file", language: "niklas" },
      { scheme: "untitled", language: "niklas" },
    ],
    outputChannel,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions: { showsAnswers: true },
    // The server is asked what it finds, and asked again whenever a text changes or is looked at.
    diagnosticPullOptions: { onChange: true, onFocus: true },
    middleware: {
      async executeCommand(command, args, next) {
        const text: unknown = await next(command, args);
        const [model, scenario, subject] = args as readonly unknown[];
        if (typeof text !== "string" || typeof model !== "string" || typeof scenario !== "string")
          return text;
        const about = command === serverCommands.why && typeof subject === "string" ? subject : undefined;
        await answers.show({ model, scenario, subject: about, text });
        return text;
      },
    },
  };
  let client: LanguageClient | undefined;
  /** What is under way: two restarts at once would leave a server behind. */
  let last: Promise<void> = Promise.resolve();

  async function end(): Promise<void> {
    const ending = client;
    client = undefined;
    if (ending?.needsStop() !== true) return;
    await ending
      .dispose()
      .catch((error: unknown) => outputChannel.warn(`the end of the server: ${String(error)}`));
  }

  async function begin(): Promise<void> {
    const path = workspace.getConfiguration("niklas").get<string>("server.path", "");
    client = new LanguageClient("niklas", "Niklas", startOf(path, folder, process.platform), options);
    try {
      await client.start();
    } catch {
      // The client has said why. What can be done about it is not for it to know.
      if (path !== "") void complain(path);
    }
  }

  return {
    restart() {
      last = last.then(end).then(begin);
      return last;
    },
    async ask(method, params) {
      await last;
      return client?.isRunning() === true ? client.sendRequest(method, params) : undefined;
    },
    showLog: () => outputChannel.show(),
    dispose() {
      void end().then(() => outputChannel.dispose());
    },
  };
}

async function complain(path: string): Promise<void> {
  const settings = "Open the Setting";
  const message = `Niklas is to use the server of ${path}, as the setting niklas.server.path says, and it did not start.`;
  const chosen = await window.showErrorMessage(message, settings);
  if (chosen === settings)
    await commands.executeCommand("workbench.action.openSettings", "niklas.server.path");
}
