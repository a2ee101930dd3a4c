/* A small editor of the tests' own: starts the server as a process, and talks with it over its input and output. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Diagnostic } from "vscode-languageserver";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import { realpathSync } from "node:fs";
import { bundledInto } from "../cli/bundle.ts";

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

export interface Client {
  /** Asks, and gives the answer; an error is thrown. */
  readonly ask: <Answer = unknown>(method: string, params: unknown) => Promise<Answer>;
  readonly tell: (method: string, params: unknown) => void;
  /** Writes to the server whatever it is. */
  readonly write: (bytes: string | Uint8Array) => void;
  readonly uri: (file: string) => string;
  readonly open: (file: string, text: string) => void;
  /** What was last told of a file, once anything has been. */
  readonly published: (file: string) => Promise<readonly Diagnostic[]>;
  readonly capabilities: Readonly<Record<string, unknown>>;
  readonly ended: Promise<number | null>;
}

/** Bundles the command line before the tests of a file. */
export function server() {
  const folder = mkdtempSync(join(tmpdir(), "niklas-lsp-"));
  let bundle = "";
  beforeAll(async () => {
    bundle = await bundledInto(folder);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Starts a server for a folder, and begins the conversation. It is ended with the test. */
  return async (place: string, capabilities: object = {}): Promise<Client> => {
    const root = realpathSync(place);
    const child = spawn(process.execPath, [bundle, "lsp", "--stdio"], { cwd: root });
    onTestFinished(() => void child.kill("SIGKILL"));
    const ended = new Promise<number | null>((done) => child.once("exit", done));
    const waiting = new Map<number, (message: Message) => void>();
    const told = new Map<string, readonly Diagnostic[]>();
    let heard: () => void = () => {};
    let held = Buffer.alloc(0);
    child.stdout.on("data", (chunk: Buffer) => {
      held = Buffer.concat([held, chunk]);
      for (;;) {
        const header = /^Content-Length: (\d+)\r\n\r\n/.exec(held.subarray(0, 64).toString("latin1"));
        if (header === null) return;
        const [whole, length] = [header[0].length, Number(header[1])];
        if (held.length < whole + length) return;
        receive(JSON.parse(held.subarray(whole, whole + length).toString("utf8")) as Message);
        held = held.subarray(whole + length);
      }
    });
    child.stdin.on("error", () => {});

    function receive(message: Message): void {
      if (message.method === "textDocument/publishDiagnostics") {
        const { uri, diagnostics } = message.params as { uri: string; diagnostics: readonly Diagnostic[] };
        told.set(uri, diagnostics);
        heard();
      } else if (message.method !== undefined && message.id !== undefined) {
        send({ id: message.id, result: null });
      } else if (message.id !== undefined) {
        waiting.get(message.id)?.(message);
        waiting.delete(message.id);
      }
    }
    function send(message: object): void {
      const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
      child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
      child.stdin.write(body);
    }
    let last = 0;
    const ask = async <Answer>(method: string, params: unknown): Promise<Answer> => {
      last += 1;
      const id = last;
      const answer = new Promise<Message>((done) => waiting.set(id, done));
      send({ id, method, params });
      const { result, error } = await answer;
      if (error !== undefined) throw new Error(error.message);
      return result as Answer;
    };
    const tell = (method: string, params: unknown): void => send({ method, params });
    const uri = (file: string): string => pathToFileURL(join(root, file)).href;

    const initialized = await ask<{ capabilities: Readonly<Record<string, unknown>> }>("initialize", {
      processId: null,
      rootUri: pathToFileURL(root).href,
      workspaceFolders: [{ uri: pathToFileURL(root).href, name: "models" }],
      capabilities,
    });
    tell("initialized", {});
    return {
      ask,
      tell,
      write: (bytes) => void child.stdin.write(bytes),
      uri,
      open: (file, text) =>
        tell("textDocument/didOpen", {
          textDocument: { uri: uri(file), languageId: "niklas", version: 1, text },
        }),
      async published(file) {
        for (;;) {
          const found = told.get(uri(file));
          if (found !== undefined) {
            told.delete(uri(file));
            return found;
          }
          await new Promise<void>((done) => (heard = done));
        }
      },
      capabilities: initialized.capabilities,
      ended,
    };
  };
}
