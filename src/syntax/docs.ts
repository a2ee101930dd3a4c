import { placeIn } from "../base/place.ts";
import type { Source } from "../base/source.ts";
import type { SyntaxProblem } from "./problems.ts";
import type { Comment } from "./scan.ts";
import type { Token } from "./tokens.ts";
import type { Doc } from "./tree.ts";

export interface Docs {
  /** The doc comment before a token, if there is one; it then belongs to what begins there. */
  readonly before: (token: Token) => Doc | undefined;
  /** A problem for each run of doc lines that belongs to nothing. */
  readonly stray: () => SyntaxProblem[];
}

export function readDocs({ name, text }: Source, comments: readonly Comment[]): Docs {
  const owned = new Set<number>();
  return {
    before(token) {
      const lines: string[] = [];
      const first = comments[token.doc];
      if (first === undefined) return undefined;
      let end = first.end;
      for (let index = token.doc; index < comments.length; index += 1) {
        const comment = comments[index];
        if (comment === undefined || comment.start >= token.startOffset) break;
        if (comment.kind !== "doc") continue;
        owned.add(index);
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
      let previous = -2;
      comments.forEach((comment, index) => {
        if (comment.kind !== "doc" || owned.has(index)) return;
        if (previous !== index - 1) {
          problems.push({
            check: "stray_doc",
            place: placeIn(name, comment),
            facts: { text: text.slice(comment.start + 3, comment.end).trim() },
          });
        }
        previous = index;
      });
      return problems;
    },
  };
}
