/* What a worker of the page does: answers about one text, checked, laid out and played. Nothing here knows of a page. */
import { explain } from "../checks/explain.ts";
import type { Diagnostic, Edit } from "../diagnostics/diagnostic.ts";
import { actionsFor } from "../editor/actions.ts";
import { completionAt } from "../editor/completion.ts";
import { createDrafts, type Draft } from "../editor/draft.ts";
import { hoverAt } from "../editor/hover.ts";
import { layoutEdits } from "../editor/layout_edits.ts";
import { format } from "../format/format.ts";
import { noFiles } from "../index.ts";
import type { Graph } from "../views/pictures/graph.ts";
import { mapOf } from "../views/pictures/map.ts";
import type { Picture } from "./picture.ts";
import { depict, play } from "./play.ts";
import type { Change, Checked, Found, Hovered, LaidOut, Proposed, QuestionOf, Run } from "./protocol.ts";

/** What the text is called in messages. */
export const fileName = "model.sys";

export interface Bench {
  readonly check: (question: QuestionOf<"check">) => Checked;
  readonly hover: (question: QuestionOf<"hover">) => Hovered | undefined;
  readonly complete: (question: QuestionOf<"complete">) => Proposed;
  readonly layout: (question: QuestionOf<"layout">) => LaidOut;
  readonly play: (question: QuestionOf<"play">) => Run;
  readonly depict: (question: QuestionOf<"depict">) => Picture;
  readonly map: (question: QuestionOf<"map">) => Graph;
  readonly explain: (question: QuestionOf<"explain">) => string | undefined;
}

export function createBench(): Bench {
  const draftOf = createDrafts(fileName, noFiles);
  return {
    check({ text }) {
      const draft = draftOf(text);
      const { diagnostics, model } = draft.study.checked();
      return {
        found: diagnostics.map((diagnostic) => foundIn(draft, diagnostic)),
        scenarios: model.scenarios.map(({ name, label }) => ({ name, label })),
        sound: diagnostics.every(({ severity }) => severity !== "error"),
      };
    },
    hover({ text, offset }) {
      const draft = draftOf(text);
      const found = hoverAt(draft.study, fileName, draft.inStudy(offset));
      if (found === undefined || found.place.file !== fileName) return undefined;
      const { start, end } = draft.inText(found.place);
      return { from: start, to: end, text: found.text };
    },
    complete({ text, offset }) {
      const draft = draftOf(text);
      const { replaces, items } = completionAt(draft.study, fileName, draft.inStudy(offset));
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
          changes: changesIn(draft, edits),
        })),
      };
    },
    layout({ text }) {
      const source = { name: fileName, text };
      if (format(source).kind === "broken") return { kind: "broken" };
      const changes = layoutEdits(source).map(({ place, text: insert }) => ({
        from: place.start,
        to: place.end,
        insert,
      }));
      return { kind: "laid out", changes };
    },
    play,
    depict,
    map: ({ text }) => mapOf(draftOf(text).study.checked().model),
    explain: ({ check: name }) => explain(name),
  };
}

function foundIn(draft: Draft, diagnostic: Diagnostic): Found {
  const { check: name, severity, place, message, why = [], help = [], related = [] } = diagnostic;
  const { start, end } = draft.inText(place);
  return {
    check: name,
    severity,
    from: start,
    to: end,
    message,
    why,
    help,
    related: related
      .filter((one) => one.place.file === fileName)
      .map((one) => {
        const span = draft.inText(one.place);
        return { from: span.start, to: span.end, message: one.message };
      }),
    offers: actionsFor(draft.study, [diagnostic]).map(({ title, edits, preferred }, index) => ({
      title,
      preferred,
      silences: index >= diagnostic.fixes.length,
      changes: changesIn(draft, edits),
    })),
  };
}

/** The edits of the text itself: those of others, which are all of the canon, nobody can make. */
function changesIn(draft: Draft, edits: readonly Edit[]): readonly Change[] {
  return edits
    .filter(({ place }) => place.file === fileName)
    .map(({ place, text: insert }) => {
      const { start, end } = draft.inText(place);
      return { from: start, to: end, insert };
    });
}
