/*
 * What stands in for VS Code where the extension is tested without it: the module `vscode`, as far as the extension and
 * the client library of the editor protocol look into it. The extension, the library and the server are the real ones.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Script } from "node:vm";
import { TextDocument } from "vscode-languageserver-textdocument";

type Listener = (event: unknown) => unknown;

interface Disposable {
  readonly dispose: () => void;
}

/** An address, as far as it is looked at. */
class Address {
  readonly scheme: string;
  readonly path: string;
  readonly query: string;
  readonly authority = "";
  readonly fragment = "";

  constructor({ scheme, path, query = "" }: { scheme: string; path: string; query?: string }) {
    this.scheme = scheme;
    this.path = path;
    this.query = query;
  }
  static parse(text: string): Address {
    const [, scheme = "", path = "", query = ""] = /^([^:]+):(?:\/\/)?([^?]*)\??(.*)$/.exec(text) ?? [];
    return new Address({ scheme, path: decodeURIComponent(path), query: decodeURIComponent(query) });
  }
  static file(path: string): Address {
    return new Address({ scheme: "file", path });
  }
  static from(parts: { scheme: string; path: string; query?: string }): Address {
    return new Address(parts);
  }
  get fsPath(): string {
    return this.path;
  }
  toString(): string {
    const path = this.path.split("/").map(encodeURIComponent).join("/");
    const query = this.query === "" ? "" : `?${encodeURIComponent(this.query)}`;
    return `${this.scheme}:${this.scheme === "file" ? "//" : ""}${path}${query}`;
  }
}

class Position {
  readonly line: number;
  readonly character: number;
  constructor(line: number, character: number) {
    this.line = line;
    this.character = character;
  }
}

class Range {
  readonly start: Position;
  readonly end: Position;
  constructor(...from: readonly [Position, Position] | readonly [number, number, number, number]) {
    const [first, second, third, fourth] = from;
    this.start = typeof first === "object" ? first : new Position(first, Number(second));
    this.end = typeof second === "object" ? second : new Position(third ?? 0, fourth ?? 0);
  }
}

/** An event that anybody may listen to, and that we let happen. */
class Event {
  readonly listeners = new Set<Listener>();
  readonly event = (listener: Listener, self?: unknown): Disposable => {
    const bound = listener.bind(self);
    this.listeners.add(bound);
    return { dispose: () => void this.listeners.delete(bound) };
  };
  readonly fire = (event?: unknown): void => {
    for (const listener of this.listeners) listener(event);
  };
  dispose(): void {
    this.listeners.clear();
  }
}

class Found {
  readonly range: Range;
  readonly message: string;
  constructor(range: Range, message: string) {
    this.range = range;
    this.message = message;
  }
}

class Kind {
  readonly value: string;
  constructor(value: string) {
    this.value = value;
  }
  append(part: string): Kind {
    return new Kind(this.value === "" ? part : `${this.value}.${part}`);
  }
}

export interface Shown {
  readonly title: string;
  readonly text: string;
}

/** The editor, as a test sees it. */
export interface Editor {
  /** The module `vscode`. */
  readonly module: object;
  readonly open: (path: string, text: string) => void;
  readonly command: (name: string, ...args: readonly unknown[]) => Promise<unknown>;
  readonly commands: () => readonly string[];
  /** Writes something behind the text of a model that is open. */
  readonly write: (text: string) => void;
  /** What is found in a model, once it is this many things. */
  readonly findings: (path: string, count: number) => Promise<readonly string[]>;
  /** The texts that were shown, one after the other. */
  readonly shown: readonly Shown[];
  readonly told: readonly string[];
  /** What providers were registered for, by the kind of provider: the last of each kind. */
  readonly providers: ReadonlyMap<string, Readonly<Record<string, (...args: readonly unknown[]) => unknown>>>;
  readonly setting: (name: string, value: string) => void;
  /** What whoever sits before the editor answers to the next question. */
  readonly answer: (reply: string) => void;
}

interface Document {
  readonly uri: Address;
  readonly languageId: string;
  readonly version: number;
  readonly isClosed: boolean;
  readonly isUntitled: boolean;
  readonly getText: () => string;
  readonly getWordRangeAtPosition: () => undefined;
  readonly write: (text: string) => void;
}

/** Whatever else is looked for: a class that can be made or extended, and has nothing. */
class Whatever {}

/** An object in which whatever is missing is made by a function of its name. */
function filled<Known extends object>(known: Known, missing: (name: string) => unknown): Known {
  return new Proxy(known, {
    get: (target, name) =>
      Reflect.has(target, name) || typeof name === "symbol" ? Reflect.get(target, name) : missing(name),
  });
}

export function createEditor(folder: string): Editor {
  const commands = new Map<string, (...args: readonly unknown[]) => unknown>();
  const providers = new Map<string, Readonly<Record<string, (...args: readonly unknown[]) => unknown>>>();
  const contents = new Map<string, { provideTextDocumentContent: (uri: Address) => unknown }>();
  const settings = new Map<string, unknown>();
  const findings = new Map<string, readonly string[]>();
  const shown: Shown[] = [];
  const told: string[] = [];
  const documents: Document[] = [];
  const events = new Map<string, Event>();
  let active: { document: Document; selection: { active: Position } } | undefined;
  let reply: string | undefined;
  const event = (name: string) => {
    const known = events.get(name) ?? new Event();
    events.set(name, known);
    return known;
  };
  const happening = (name: string): unknown => (/^on(Did|Will)/.test(name) ? event(name).event : undefined);
  const tell = (message: string): Promise<undefined> => {
    told.push(message);
    return Promise.resolve(undefined);
  };
  const documentOf = (uri: Address, languageId: string, content: string): Document => {
    let document = TextDocument.create(uri.toString(), languageId, 1, content);
    const self: Document = {
      uri,
      languageId,
      get version() {
        return document.version;
      },
      isClosed: false,
      isUntitled: uri.scheme === "untitled",
      getText: () => document.getText(),
      getWordRangeAtPosition: () => undefined,
      write(text) {
        const end = document.positionAt(document.getText().length);
        const range = new Range(end.line, end.character, end.line, end.character);
        document = TextDocument.update(document, [{ range, text }], document.version + 1);
        const contentChanges = [{ range, rangeLength: 0, text }];
        event("onDidChangeTextDocument").fire({ document: self, contentChanges });
      },
    };
    return self;
  };

  const window = filled(
    {
      get activeTextEditor() {
        return active;
      },
      get visibleTextEditors() {
        return active === undefined ? [] : [active];
      },
      tabGroups: filled({ all: [] }, happening),
      state: { focused: true },
      createOutputChannel: () => filled({}, (name) => happening(name) ?? (() => undefined)),
      showInformationMessage: tell,
      showWarningMessage: tell,
      showErrorMessage: tell,
      showInputBox: () => Promise.resolve(reply),
      showQuickPick: (items: readonly { label: string }[]) =>
        Promise.resolve(items.find(({ label }) => label === reply)),
      showTextDocument(document: { uri: Address; getText: () => string }) {
        shown.push({ title: document.uri.path.slice(1), text: document.getText() });
        return Promise.resolve();
      },
    },
    happening,
  );
  const workspace = filled(
    {
      workspaceFolders: [{ uri: Address.file(folder), name: "models", index: 0 }],
      textDocuments: documents,
      notebookDocuments: [],
      getConfiguration: (section?: string) => ({
        get: (name: string, otherwise?: unknown) =>
          settings.get(section === undefined || section === "" ? name : `${section}.${name}`) ?? otherwise,
      }),
      createFileSystemWatcher: () => filled({ dispose: () => undefined }, happening),
      registerTextDocumentContentProvider(
        scheme: string,
        provider: { provideTextDocumentContent: (uri: Address) => unknown },
      ) {
        contents.set(scheme, provider);
        return { dispose: () => void contents.delete(scheme) };
      },
      async openTextDocument(what: Address | { language: string; content: string }) {
        if (!(what instanceof Address))
          return documentOf(
            new Address({ scheme: "untitled", path: "/Untitled-1" }),
            what.language,
            what.content,
          );
        const text = await contents.get(what.scheme)?.provideTextDocumentContent(what);
        return documentOf(what, "plaintext", String(text));
      },
      getWorkspaceFolder: () => undefined,
    },
    happening,
  );
  const languages = filled(
    {
      match: (
        selector: readonly { scheme?: string; language?: string }[],
        { uri, languageId }: { uri: Address; languageId: string },
      ) =>
        selector.some(({ scheme, language }) => scheme === uri.scheme && language === languageId) ? 10 : 0,
      createDiagnosticCollection: () =>
        filled(
          {
            set(uri: Address, found: readonly { message: string }[]) {
              findings.set(
                uri.path,
                found.map(({ message }) => message),
              );
              event("findings").fire();
            },
          },
          () => () => undefined,
        ),
    },
    (name) =>
      (_selector: unknown, provider: Readonly<Record<string, (...args: readonly unknown[]) => unknown>>) => {
        providers.set(name.replace("register", ""), provider);
        return { dispose: () => void providers.delete(name.replace("register", "")) };
      },
  );
  const execute = async (name: string, ...args: readonly unknown[]): Promise<unknown> => {
    const act = commands.get(name);
    if (act === undefined) throw new Error(`there is no command ${name}`);
    return act(...args);
  };
  const module = filled(
    {
      __esModule: true,
      version: "1.91.0",
      env: { appName: "an editor", language: "en" },
      Uri: Address,
      Position,
      Range,
      EventEmitter: Event,
      ViewColumn: { Beside: -2 },
      TextDocumentSaveReason: {},
      Diagnostic: Found,
      CodeActionKind: { Empty: new Kind("") },
      window,
      workspace,
      languages,
      extensions: { getExtension: () => undefined },
      commands: {
        registerCommand(name: string, act: (...args: readonly unknown[]) => unknown) {
          if (commands.has(name)) throw new Error(`command ${name} exists already`);
          commands.set(name, act);
          return { dispose: () => void commands.delete(name) };
        },
        executeCommand: execute,
      },
      CancellationTokenSource: class {
        readonly token = { isCancellationRequested: false, onCancellationRequested: new Event().event };
        cancel(): void {}
        dispose(): void {}
      },
      Disposable: class {
        static from(...all: readonly Disposable[]): Disposable {
          return { dispose: () => all.forEach((one) => one.dispose()) };
        }
        readonly dispose: () => void;
        constructor(dispose: () => void) {
          this.dispose = dispose;
        }
      },
    },
    () => Whatever,
  );
  return {
    module,
    open(path, text) {
      const document = documentOf(Address.file(join(folder, path)), "niklas", text);
      documents.push(document);
      active = { document, selection: { active: new Position(0, 0) } };
      event("onDidOpenTextDocument").fire(document);
    },
    write(text) {
      active?.document.write(text);
    },
    async findings(path, count) {
      for (;;) {
        const found = findings.get(join(folder, path)) ?? [];
        if (found.length === count) return found;
        await new Promise<void>((done) => {
          const listening = event("findings").event(() => {
            listening.dispose();
            done();
          });
        });
      }
    },
    command: execute,
    commands: () => [...commands.keys()],
    shown,
    told,
    providers,
    setting: (name, value) => void settings.set(name, value),
    answer: (text) => (reply = text),
  };
}

export interface Extension {
  readonly activate: (context: object) => Promise<void>;
}

/** Loads a script as VS Code does, with its module `vscode`. */
export function load(path: string, vscode: object): Extension {
  const require = createRequire(path);
  const module: { exports: unknown } = { exports: {} };
  const run: unknown = new Script(`(function (require, module, exports) {${readFileSync(path, "utf8")}\n})`, {
    filename: path,
  }).runInThisContext();
  if (typeof run !== "function") throw new Error("no script");
  run((name: string): unknown => (name === "vscode" ? vscode : require(name)), module, module.exports);
  return module.exports as Extension;
}
