/*
 * The language server: hears what the editor says, and answers from the models on the desk. Each kind of request has
 * its answer in `answers.ts`; here is what concerns the conversation as a whole.
 */
import {
  createConnection,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  ProposedFeatures,
  TextDocumentSyncKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from "vscode-languageserver/node";
import { canonFiles } from "../model/canon/texts.ts";
import { TextDocument } from "vscode-languageserver-textdocument";
import { answerRequests, capabilities } from "./answers.ts";
import { createDesk, type Desk } from "./desk.ts";
import { toProtocol } from "./diagnostics.ts";
import { wholeMessages } from "./framing.ts";
import type { OpenWorkspace, Workspace } from "./workspace.ts";

export interface ServeOptions {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly version: string;
  readonly open: OpenWorkspace;
}

/**
 * For so many milliseconds nothing else may have changed before what is found is told, and no message may be waiting: while
 * it is looked for, messages wait, and all that have come meanwhile are heard before it is looked again.
 */
const quiet = 1;

/** Serves until the editor leaves, which ends the process. */
export function serve({ input, output, version, open }: ServeOptions): Promise<never> {
  const messages = wholeMessages((bytes) =>
    connection.console.warn(`${bytes} bytes that are no message were passed over`),
  );
  const connection = createConnection(ProposedFeatures.all, input.pipe(messages), output);
  let session: Session | undefined;

  connection.onInitialize((params) => {
    const workspace = open(foldersOf(params));
    session = createSession(connection, workspace, params);
    return {
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        diagnosticProvider: {
          identifier: "niklas",
          interFileDependencies: true,
          workspaceDiagnostics: false,
        },
        workspace: {
          workspaceFolders: { supported: true },
          textDocumentContent: { schemes: ["niklas"] },
        },
        ...capabilities,
      },
      serverInfo: { name: "niklas", version },
    } satisfies InitializeResult;
  });
  connection.onInitialized(() => session?.watch());
  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version: number, text } }) => {
    if (typeof uri !== "string" || typeof text !== "string" || isCanonical(uri)) return;
    session?.desk.open(TextDocument.create(uri, languageId, number, text));
    session?.changed();
  });
  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    if (session?.desk.change(textDocument.uri, contentChanges, textDocument.version) === false) {
      connection.console.warn("a change that makes no sense was passed over");
      return;
    }
    session?.changed();
  });
  connection.onDidCloseTextDocument(({ textDocument }) => {
    session?.desk.close(textDocument.uri);
    session?.changed();
  });
  connection.onDidChangeWatchedFiles(() => {
    session?.desk.refresh();
    session?.changed("disk");
  });
  connection.languages.diagnostics.on(({ textDocument }) => {
    const items = session?.diagnosticsIn(textDocument.uri) ?? [];
    return { kind: DocumentDiagnosticReportKind.Full, items };
  });
  connection.workspace.textDocumentContent.on(({ uri }) => ({
    text: canonFiles.get(uri.replace(/^niklas:/, "")) ?? "",
  }));
  answerRequests(
    connection,
    () => session?.desk,
    () => session?.resolvesEdits === true,
  );
  connection.listen();
  return new Promise<never>(() => {});
}

/** What comes with the tool can be looked at, and is no model of anybody's. */
function isCanonical(uri: string): boolean {
  return uri.startsWith("niklas:");
}

interface Session {
  readonly desk: Desk;
  /** The editor asks for the edits of an action when it is taken. */
  readonly resolvesEdits: boolean;
  readonly watch: () => void;
  /** Something has changed: what is found is told soon. */
  readonly changed: (where?: "disk") => void;
  readonly diagnosticsIn: (uri: string) => ReturnType<typeof toProtocol>[];
}

function createSession(connection: Connection, workspace: Workspace, params: InitializeParams): Session {
  const { textDocument, workspace: ofWorkspace } = params.capabilities ?? {};
  // An editor that asks is not told: it would show everything twice.
  const showsCanon = ofWorkspace?.textDocumentContent !== undefined;
  const options: unknown = params.initializationOptions;
  const showsAnswers =
    typeof options === "object" &&
    options !== null &&
    "showsAnswers" in options &&
    options.showsAnswers === true;
  const desk = createDesk(workspace, { showsCanon, showsAnswers });
  const asks = textDocument?.diagnostic !== undefined;
  const published = new Set<string>();
  const complained = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let turn: NodeJS.Immediate | undefined;

  function publish(): void {
    const findings = desk.findings();
    for (const name of new Set([...published, ...findings.keys()])) {
      const found = findings.get(name);
      const uri = desk.uri(name);
      const diagnostics = (found ?? []).map((one) => toProtocol(one, desk, workspace.pageOf(one.check)));
      const version = desk.documentOf(uri)?.version;
      void connection.sendDiagnostics({ uri, diagnostics, ...(version !== undefined && { version }) });
      if (found === undefined) published.delete(name);
      else published.add(name);
    }
  }

  function complain(): void {
    for (const name of desk.openNames()) {
      const { problem } = workspace.settingsOf(name);
      if (problem === undefined || complained.has(problem)) continue;
      complained.add(problem);
      void connection.sendNotification("window/showMessage", { type: 2, message: problem });
    }
  }

  return {
    desk,
    resolvesEdits: textDocument?.codeAction?.resolveSupport?.properties?.includes("edit") === true,
    watch() {
      if (ofWorkspace?.didChangeWatchedFiles?.dynamicRegistration !== true) return;
      const watchers = ["**/*.sys", "**/niklas.json", "**/*.bib"].map((globPattern) => ({ globPattern }));
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    },
    changed(where) {
      // An editor that asks knows what is written in it, and not what has changed on the disk.
      if (where === "disk" && asks && ofWorkspace?.diagnostics?.refreshSupport === true)
        connection.languages.diagnostics.refresh();
      clearTimeout(timer);
      clearImmediate(turn);
      timer = setTimeout(() => {
        // Messages that wait have their turn before this.
        turn = setImmediate(() => {
          complain();
          if (!asks) publish();
        });
      }, quiet);
    },
    diagnosticsIn(uri) {
      const name = desk.nameOf(uri);
      const found = desk.findings(name).get(name) ?? [];
      return found.map((one) => toProtocol(one, desk, workspace.pageOf(one.check)));
    },
  };
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  const folders = Array.isArray(workspaceFolders) ? workspaceFolders.map(({ uri }) => uri) : [];
  const uris = folders.length > 0 ? folders : [rootUri];
  return uris.filter((uri) => typeof uri === "string");
}
