import { placeIn } from "../base/place.ts";
import type { Source } from "../base/source.ts";
import type { SyntaxProblem } from "./problems.ts";
import type { DocBefore } from "./grammar/base.ts";
import type { Comment } from "./scan.ts";

export interface Docs {
  /** The doc comment before a token; it then belongs to what begins there. */
  readonly before: DocBefore;
  /** A problem for each run of doc lines that belongs to nothing. */
  readonly stray: () => SyntaxProblem[];
}

export function readDocs({ name, text }: Source, comments: readonly Comment[]): Docs {
  const owned = new Set<number>();
  return {
    before(index, offset) {
      const lines: string[] = [];
      const first = comments[index];
      if (first === undefined) return undefined;
      let end = first.end;
      for (let next = index; next < comments.length; next += 1) {
        const comment = comments[next];
        if (comment === undefined || comment.start >= offset) break;
        if (comment.kind !== "doc") continue;
        owned.add(next);
        end = comment.end;
        lines.push(
          text
            .slice(comment.start, comment.end)
            .replace(/^\/\/\/ ?/, "")
            .trimEnd(),
        );
      }
      return { kind: "Doc", start: first.start, end, text: lines.join("\n") };
    },
    stray() {
      const problems: SyntaxProblem[] = [];
      let end = -1;
      comments.forEach((comment, index) => {
        if (comment.kind !== "doc" || owned.has(index)) return;
        // Lines with nothing between them are one comment.
        if (end < 0 || /\S/.test(text.slice(end, comment.start))) {
          problems.push({
            check: "stray_doc",
            place: placeIn(name, comment),
            facts: { text: text.slice(comment.start + 3, comment.end).trim() },
          });
        }
        end = comment.end;
      });
      return problems;
    },
  };
}
