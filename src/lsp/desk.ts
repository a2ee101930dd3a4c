/*
 * The texts that are being written, and what is known of their models. Open texts stand for those on the disk. What has
 * been worked out for a model is kept until one of its files changes.
 */
import { TextDocument, type TextDocumentContentChangeEvent } from "vscode-languageserver-textdocument";
import { mayBePart, withoutParts, type ModelAmongOthers } from "../checks/parts.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { ordered } from "../diagnostics/sort.ts";
import { createStudyMemory, study, type Study, type StudyMemory } from "../editor/study.ts";
import type { RunResult } from "../index.ts";
import { decode } from "../model/decode.ts";
import type { Source } from "../base/source.ts";
import { manuscript, rewritten, type Manuscript } from "../syntax/manuscript.ts";
import { parse, type Parsed } from "../syntax/parse.ts";
import { linesOf, type Lines, type Locations } from "./positions.ts";
import type { Workspace } from "./workspace.ts";

export interface Desk extends Locations {
  readonly open: (document: TextDocument) => void;
  /** Changes an open text; a change that makes no sense is refused, and `false` the answer. */
  readonly change: (
    uri: string,
    changes: readonly TextDocumentContentChangeEvent[],
    version: number,
  ) => boolean;
  readonly close: (uri: string) => void;
  /** Files on the disk have changed. */
  readonly refresh: () => void;
  readonly documentOf: (uri: string) => TextDocument | undefined;
  readonly nameOf: (uri: string) => string;
  /** The model whose entry a file is; undefined if the file cannot be read. */
  readonly studyOf: (name: string) => Study | undefined;
  /** What is found in each file, by its name, when all open models are checked; with `also`, this one besides. */
  readonly findings: (also?: string) => ReadonlyMap<string, readonly Diagnostic[]>;
  readonly showsCanon: boolean;
  readonly showsAnswers: boolean;
  readonly openNames: () => readonly string[];
  /** All models of the folders, and those that are open. */
  readonly allStudies: () => readonly Study[];
  /** Reads a model again, with other texts for some of its files; what is known of it stays. */
  readonly restudy: (name: string, texts: ReadonlyMap<string, string>) => Study | undefined;
  readonly pageOf: (check: string) => string | undefined;
  /** What came of the runs of a model, by scenario, as long as nothing in it has changed. */
  readonly resultsOf: (study: Study) => Map<string, RunResult>;
}

/** So many models of the folders are looked through: more would keep whoever waits waiting. */
const mostModels = 1000;

export interface DeskOptions {
  /** The editor can show texts that are no files: those of the canon. */
  readonly showsCanon: boolean;
  /** The editor shows the story of a run, and the answer to a why, by itself: they need not be told as messages. */
  readonly showsAnswers: boolean;
}

export function createDesk(workspace: Workspace, { showsCanon, showsAnswers }: DeskOptions): Desk {
  const documents = new Map<string, TextDocument>();
  /** The address by which the editor calls what it has opened. */
  const uris = new Map<string, string>();
  const studies = new Map<string, Study>();
  const lines = new Map<string, Lines>();
  const manuscripts = new Map<string, Manuscript>();
  /** The texts that are not open, as they were read last. */
  const parsed = new Map<string, Parsed>();
  const memories = new Map<string, StudyMemory>();
  const results = new WeakMap<Study, Map<string, RunResult>>();

  function forget(name: string): void {
    lines.delete(name);
    for (const [entry, { resolved }] of studies) {
      if (entry === name || resolved.sources.has(name)) studies.delete(entry);
    }
  }

  /** What could not be found may be there now. */
  function forgetAll(): void {
    workspace.refresh();
    studies.clear();
    parsed.clear();
    lines.clear();
  }

  /** An open text, with room in it. */
  function manuscriptOf(name: string): Manuscript | undefined {
    const text = documents.get(name)?.getText();
    if (text === undefined) return undefined;
    const last = manuscripts.get(name);
    if (last?.written === text) return last;
    const made = last === undefined ? manuscript({ name, text }) : rewritten(last, text);
    manuscripts.set(name, made);
    return made;
  }

  function parseText(source: Source): Parsed {
    const open = manuscripts.get(source.name);
    if (open?.source.text === source.text) return open.parsed();
    const known = parsed.get(source.name);
    if (known?.source.text === source.text) return known;
    const made = parse(source);
    parsed.set(source.name, made);
    return made;
  }

  function read(name: string): string | undefined {
    const open = manuscriptOf(name);
    if (open !== undefined) return open.source.text;
    const outcome = workspace.hostOf(name).read(name);
    if (outcome.kind !== "read") return undefined;
    const decoded = decode(outcome.content);
    return decoded.kind === "text" ? decoded.text : undefined;
  }

  function studyOf(name: string): Study | undefined {
    const known = studies.get(name);
    if (known !== undefined) return known;
    const memory = memories.get(name) ?? createStudyMemory();
    memories.set(name, memory);
    const made = restudy(name, new Map(), memory);
    if (made !== undefined) studies.set(name, made);
    return made;
  }

  function restudy(
    name: string,
    texts: ReadonlyMap<string, string>,
    memory?: StudyMemory,
  ): Study | undefined {
    const text = texts.get(name) ?? read(name);
    if (text === undefined) return undefined;
    const files = workspace.hostOf(name);
    const written = (file: string): string | undefined => texts.get(file) ?? manuscriptOf(file)?.source.text;
    return study(
      { name, text },
      {
        host: {
          locate: files.locate,
          read(file) {
            const content = written(file);
            return content === undefined ? files.read(file) : { kind: "read", content };
          },
        },
        severities: workspace.settingsOf(name).severities,
        readBibliography: workspace.readBibliography,
        ...(memory !== undefined && { memory, parse: parseText }),
      },
    );
  }

  function allStudies(): readonly Study[] {
    const names = new Set([...documents.keys(), ...workspace.models().slice(0, mostModels)]);
    return [...names].flatMap((name) => studyOf(name) ?? []);
  }

  /** What is only a part of others is told with these, as a check of the folder tells it. */
  function importersOf(outcomes: readonly Outcome[], known: ReadonlySet<string>): readonly Outcome[] {
    const parts = outcomes.filter(({ perhapsPart }) => perhapsPart);
    if (parts.length === 0) return [];
    return allStudies()
      .filter(({ entry }) => !known.has(entry))
      .map(outcomeOf)
      .filter(({ files }) => parts.some(({ name }) => files.has(name)));
  }

  function linesIn(file: string): Lines {
    const known = lines.get(file);
    if (known !== undefined) return known;
    const canonical = [...studies.values()].find(({ resolved }) => resolved.sources.has(file));
    const text = canonical?.resolved.sources.get(file)?.text ?? read(file) ?? "";
    const made = linesOf(text, documents.get(file)?.getText());
    lines.set(file, made);
    return made;
  }

  return {
    open(document) {
      const name = workspace.nameOf(document.uri);
      documents.set(name, document);
      uris.set(name, document.uri);
      forgetAll();
    },
    change(uri, changes, version) {
      const name = workspace.nameOf(uri);
      const document = documents.get(name);
      if (document === undefined || !changes.every(isSensible)) return false;
      documents.set(name, TextDocument.update(document, [...changes], version));
      forget(name);
      return true;
    },
    close(uri) {
      const name = workspace.nameOf(uri);
      documents.delete(name);
      manuscripts.delete(name);
      memories.delete(name);
      uris.delete(name);
      forgetAll();
    },
    refresh: forgetAll,
    documentOf: (uri) => documents.get(workspace.nameOf(uri)),
    nameOf: workspace.nameOf,
    studyOf,
    openNames: () => [...documents.keys()],
    allStudies,
    restudy,
    showsCanon,
    showsAnswers,
    pageOf: workspace.pageOf,
    resultsOf(one) {
      const known = results.get(one) ?? new Map<string, RunResult>();
      results.set(one, known);
      return known;
    },
    findings(also) {
      const names = new Set([...documents.keys(), ...(also === undefined ? [] : [also])]);
      const outcomes = [...names].flatMap((name) => {
        const one = studyOf(name);
        return one === undefined ? [] : [outcomeOf(one)];
      });
      const found = new Map<string, Diagnostic[]>();
      for (const { files } of outcomes) for (const file of files) found.set(file, []);
      const told = withoutParts([...outcomes, ...importersOf(outcomes, names)]);
      for (const diagnostic of ordered(told.flatMap(({ study: { checked } }) => checked().diagnostics)))
        found.get(diagnostic.place.file)?.push(diagnostic);
      return found;
    },
    lines: linesIn,
    uri: (file) => uris.get(file) ?? workspace.uriOf(file),
  };
}

interface Outcome extends ModelAmongOthers {
  readonly study: Study;
}

function outcomeOf(one: Study): Outcome {
  const { model } = one.resolved;
  return {
    name: one.entry,
    files: new Set(model.files.filter(({ canonical }) => !canonical).map(({ name }) => name)),
    perhapsPart: mayBePart(model),
    study: one,
  };
}

/** Whether a change is one: whoever writes to the server need not be an editor. */
function isSensible(change: TextDocumentContentChangeEvent): boolean {
  if (typeof change?.text !== "string") return false;
  if (!("range" in change) || change.range === undefined) return true;
  return [change.range?.start, change.range?.end].every(
    (position) =>
      Number.isSafeInteger(position?.line) &&
      Number.isSafeInteger(position?.character) &&
      (position?.line ?? -1) >= 0 &&
      (position?.character ?? -1) >= 0,
  );
}
