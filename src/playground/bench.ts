/* What a worker of the page does: answers about a work, checked, laid out and played. Nothing here knows of a page. */
import { explain } from "../checks/explain.ts";
import type { Edit } from "../diagnostics/diagnostic.ts";
import { actionsFor } from "../editor/actions.ts";
import { completionAt } from "../editor/completion.ts";
import { createDrafts, type Draft, type DraftFinding } from "../editor/draft.ts";
import { hoverAt } from "../editor/hover.ts";
import { layoutEdits } from "../editor/layout_edits.ts";
import { format } from "../format/format.ts";
import type { ReadBibliography } from "../index.ts";
import type { Graph } from "../views/pictures/graph.ts";
import { mapOf } from "../views/pictures/map.ts";
import type { Picture } from "./picture.ts";
import { depict, play } from "./play.ts";
import type {
  Change,
  Checked,
  FileChange,
  Found,
  Hovered,
  LaidOut,
  Proposed,
  QuestionOf,
  ReportBegun,
  Run,
} from "./protocol.ts";
import { beginReport, report } from "./report.ts";
import { isModelName, textsOf, type Work } from "./work.ts";

export interface Bench {
  readonly check: (question: QuestionOf<"check">) => Checked;
  readonly hover: (question: QuestionOf<"hover">) => Hovered | undefined;
  readonly complete: (question: QuestionOf<"complete">) => Proposed;
  readonly layout: (question: QuestionOf<"layout">) => LaidOut;
  readonly play: (question: QuestionOf<"play">) => Run;
  readonly depict: (question: QuestionOf<"depict">) => Picture;
  readonly map: (question: QuestionOf<"map">) => Graph;
  readonly beginReport: (question: QuestionOf<"beginReport">) => ReportBegun;
  readonly report: (question: QuestionOf<"report">) => string;
  readonly explain: (question: QuestionOf<"explain">) => string | undefined;
}

/** Without `readBibliography` citations are not looked up. */
export function createBench(readBibliography?: ReadBibliography): Bench {
  const drafts = createDrafts(readBibliography);
  const draftOf = (work: Work): Draft => drafts(textsOf(work));
  return {
    check({ work }) {
      const draft = draftOf(work);
      const { diagnostics, model } = draft.study.checked();
      const names = new Set(work.map(({ name }) => name));
      return {
        found: draft
          .findings()
          .filter(({ diagnostic }) => names.has(diagnostic.place.file))
          .map((finding) => foundIn(draft, names, finding)),
        scenarios: model.scenarios.map(({ name, label }) => ({ name, label })),
        sound: diagnostics.every(({ severity }) => severity !== "error"),
      };
    },
    hover({ work, file, offset }) {
      if (!isModelName(file)) return undefined;
      const draft = draftOf(work);
      const found = hoverAt(draft.studyWith(file), file, draft.inStudy(file, offset));
      if (found === undefined || found.place.file !== file) return undefined;
      const { start, end } = draft.inText(found.place);
      return { from: start, to: end, text: found.text };
    },
    complete({ work, file, offset }) {
      if (!isModelName(file)) return { from: offset, to: offset, items: [] };
      const draft = draftOf(work);
      const { replaces, items } = completionAt(draft.studyWith(file), file, draft.inStudy(file, offset));
      const { start, end } = draft.inText(replaces);
      return {
        from: start,
        to: end,
        items: items.map(({ label, kind, detail, documentation, text: insert = label, edits = [] }) => ({
          label,
          kind,
          detail,
          documentation,
          insert,
          changes: changesIn(draft, new Set([file]), edits),
        })),
      };
    },
    layout({ work, file }) {
      const source = { name: file, text: textsOf(work).get(file) ?? "" };
      if (!isModelName(file) || format(source).kind === "broken") return { kind: "broken" };
      const changes = layoutEdits(source).map(({ place, text: insert }): Change => ({
        from: place.start,
        to: place.end,
        insert,
      }));
      return { kind: "laid out", changes };
    },
    play: (question) => play(question, readBibliography),
    depict: (question) => depict(question, readBibliography),
    map: ({ work }) => mapOf(draftOf(work).study.checked().model),
    beginReport: (question) => beginReport(question, readBibliography),
    report: (question) => report(question, readBibliography),
    explain: ({ check: name }) => explain(name),
  };
}

function foundIn(draft: Draft, names: ReadonlySet<string>, { diagnostic, study }: DraftFinding): Found {
  const { check: name, severity, place, message, why = [], help = [], related = [] } = diagnostic;
  const { start, end } = draft.inText(place);
  return {
    check: name,
    severity,
    file: place.file,
    from: start,
    to: end,
    message,
    why,
    help,
    related: related
      .filter((one) => names.has(one.place.file))
      .map((one) => {
        const span = draft.inText(one.place);
        return { file: one.place.file, from: span.start, to: span.end, message: one.message };
      }),
    offers: actionsFor(study, [diagnostic]).map(({ title, edits, preferred }, index) => ({
      title,
      preferred,
      silences: index >= diagnostic.fixes.length,
      changes: changesIn(draft, names, edits),
    })),
  };
}

/** The edits of these files: those of the canon nobody can make. */
function changesIn(draft: Draft, names: ReadonlySet<string>, edits: readonly Edit[]): readonly FileChange[] {
  return edits
    .filter(({ place }) => names.has(place.file))
    .map(({ place, text: insert }) => {
      const { start, end } = draft.inText(place);
      return { file: place.file, from: start, to: end, insert };
    });
}
