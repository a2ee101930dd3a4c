/*
 * Texts while they are being written, and the models that they are: for hosts that hold all their texts in memory. What is the
 * same as before a change is not worked out again. Offsets are those of the texts as they are written.
 */
import { later, laterOf } from "../base/later.ts";
import { linesOf, toOffset, toPosition } from "../base/lines.ts";
import type { Place, Span } from "../base/place.ts";
import type { Source } from "../base/source.ts";
import { mayBePart, withoutParts } from "../checks/parts.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { within } from "../diagnostics/locate.ts";
import { ordered } from "../diagnostics/sort.ts";
import type { ReadBibliography } from "../model/loaded.ts";
import { memoryHost } from "../model/memory_host.ts";
import { manuscript, rewritten, type Manuscript } from "../syntax/manuscript.ts";
import { parse, type Parsed } from "../syntax/parse.ts";
import { createStudyMemory, study, type Study, type StudyMemory } from "./study.ts";

/** Texts by their names, of which the first is what is run. Those that end in `.sys` are models, the others bibliographies. */
export type Texts = ReadonlyMap<string, string>;

/** A state of the texts. */
export interface Draft {
  /** The model that the first text and what it imports make. */
  readonly study: Study;
  /** The model in which a text stands: that of the first if it is one of its files, or its own. */
  readonly studyWith: (file: string) => Study;
  /** What is found in all of them, in the order in which it is shown. What is only a part of others is told with these. */
  readonly findings: () => readonly DraftFinding[];
  /** An offset of a text, as a study has it. */
  readonly inStudy: (file: string, offset: number) => number;
  /** A place of a study, as the text has it. */
  readonly inText: (place: Place) => Span;
}

export interface DraftFinding {
  readonly diagnostic: Diagnostic;
  /** The one that it was found in. */
  readonly study: Study;
}

/** Gives the draft of each state of the texts; fast where it differs little from the last one. */
export function createDrafts(readBibliography?: ReadBibliography): (texts: Texts) => Draft {
  const memories = new Map<string, StudyMemory>();
  /** What is not written here, the canon, as it was read. */
  const canon = new Map<string, Parsed>();
  const readOnce = readBibliography && remembering(readBibliography);
  let last: State | undefined;

  return (texts) => {
    if (last !== undefined && areSame(last.texts, texts)) return last.draft;
    const manuscripts = new Map<string, Manuscript>();
    for (const [name, text] of texts)
      if (isModel(name)) manuscripts.set(name, manuscriptOf(name, text, last?.manuscripts.get(name)));
    for (const name of [...memories.keys()]) if (!manuscripts.has(name)) memories.delete(name);
    const draft = draftOf(texts, manuscripts);
    last = { texts, manuscripts, draft };
    return draft;
  };

  function draftOf(texts: Texts, manuscripts: ReadonlyMap<string, Manuscript>): Draft {
    const files = new Map(texts);
    for (const [name, { source }] of manuscripts) files.set(name, source.text);
    const host = memoryHost(files);
    const [first = ""] = texts.keys();

    function parseText(source: Source): Parsed {
      const written = manuscripts.get(source.name);
      if (written?.source.text === source.text) return written.parsed();
      const known = canon.get(source.name);
      if (known?.source.text === source.text) return known;
      const made = parse(source);
      canon.set(source.name, made);
      return made;
    }

    const studyOf = laterOf((name: string) => {
      const memory = memories.get(name) ?? createStudyMemory();
      memories.set(name, memory);
      const entry = { name, text: files.get(name) ?? "" };
      return study(entry, {
        host,
        memory,
        parse: parseText,
        ...(readOnce && { readBibliography: readOnce }),
      });
    });
    const linesIn = laterOf((name: string) => {
      const written = manuscripts.get(name);
      return (
        written && {
          roomy: linesOf(written.source.text, written.written),
          plain: linesOf(written.written),
        }
      );
    });

    return {
      study: studyOf(first),
      studyWith: (file) =>
        studyOf(first).resolved.sources.has(file) || !manuscripts.has(file) ? studyOf(first) : studyOf(file),
      findings: later(() => findingsIn(first, [...manuscripts.keys()].map(studyOf))),
      inStudy(file, offset) {
        const lines = linesIn(file);
        return lines === undefined ? offset : toOffset(lines.roomy, toPosition(lines.plain, offset));
      },
      inText({ file, ...span }) {
        const lines = linesIn(file);
        const { start, end } = within(span, files.get(file) ?? "");
        if (lines === undefined) return { start, end };
        const offset = (at: number): number => toOffset(lines.plain, toPosition(lines.roomy, at));
        return { start: offset(start), end: offset(end) };
      },
    };
  }
}

interface State {
  readonly texts: Texts;
  readonly manuscripts: ReadonlyMap<string, Manuscript>;
  readonly draft: Draft;
}

function isModel(name: string): boolean {
  return name.endsWith(".sys");
}

function areSame(one: Texts, other: Texts): boolean {
  const others = [...other];
  return (
    one.size === others.length &&
    [...one].every(([name, text], index) => others[index]?.[0] === name && others[index]?.[1] === text)
  );
}

function manuscriptOf(name: string, text: string, last: Manuscript | undefined): Manuscript {
  if (last === undefined) return manuscript({ name, text });
  return last.written === text ? last : rewritten(last, text);
}

function findingsIn(first: string, studies: readonly Study[]): readonly DraftFinding[] {
  const models = studies.map((one) => {
    const { files } = one.resolved.model;
    return {
      name: one.entry,
      files: new Set(files.filter(({ canonical }) => !canonical).map(({ name }) => name)),
      perhapsPart: one.entry !== first && mayBePart(one.resolved.model),
      study: one,
    };
  });
  const studyBy = new Map<Diagnostic, Study>();
  for (const { study: one } of withoutParts(models))
    for (const diagnostic of one.checked().diagnostics) studyBy.set(diagnostic, one);
  return ordered([...studyBy.keys()]).flatMap((diagnostic) => {
    const one = studyBy.get(diagnostic);
    return one === undefined ? [] : [{ diagnostic, study: one }];
  });
}

/** Reads each text of a bibliography once, as long as it is the same. */
function remembering(read: ReadBibliography): ReadBibliography {
  const known = new Map<string, { readonly text: string; readonly outcome: ReturnType<ReadBibliography> }>();
  return (file, text) => {
    const before = known.get(file);
    if (before?.text === text) return before.outcome;
    const outcome = read(file, text);
    known.set(file, { text, outcome });
    return outcome;
  };
}
