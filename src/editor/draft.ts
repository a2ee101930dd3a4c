/*
 * One text while it is being written, and its study: for hosts that have a single open text and no files. What is the same
 * as before a change is not worked out again. Offsets are those of the text as it is written.
 */
import { linesOf, toOffset, toPosition } from "../base/lines.ts";
import type { Span } from "../base/place.ts";
import { within } from "../diagnostics/locate.ts";
import type { Host } from "../model/host.ts";
import { manuscript, rewritten, type Manuscript } from "../syntax/manuscript.ts";
import { parse } from "../syntax/parse.ts";
import { createStudyMemory, study, type Study } from "./study.ts";

/** A state of the text. */
export interface Draft {
  readonly study: Study;
  /** An offset of the text, as the study has it. */
  readonly inStudy: (offset: number) => number;
  /** A span of the study, as the text has it. */
  readonly inText: (span: Span) => Span;
}

/** Gives the draft of each text it is handed; fast where the text differs little from the last one. */
export function createDrafts(name: string, host: Host): (text: string) => Draft {
  const memory = createStudyMemory();
  let last: { readonly written: Manuscript; readonly draft: Draft } | undefined;
  return (text) => {
    if (last?.written.written === text) return last.draft;
    const written = last === undefined ? manuscript({ name, text }) : rewritten(last.written, text);
    const draft = draftOf(written);
    last = { written, draft };
    return draft;
  };

  function draftOf(written: Manuscript): Draft {
    const roomy = linesOf(written.source.text, written.written);
    const plain = linesOf(written.written);
    const offset = (at: number): number => toOffset(plain, toPosition(roomy, at));
    return {
      study: study(written.source, {
        host,
        memory,
        parse: (source) => (source.text === written.source.text ? written.parsed() : parse(source)),
      }),
      inStudy: (at) => toOffset(roomy, toPosition(plain, at)),
      inText(span) {
        const { start, end } = within(span, written.source.text);
        return { start: offset(start), end: offset(end) };
      },
    };
  }
}
