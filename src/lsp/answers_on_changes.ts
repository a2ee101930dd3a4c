/* What can be changed where the cursor stands: the fixes of findings, and refactorings. */
import {
  CodeActionKind,
  type CodeAction,
  type CodeActionOptions,
  type Connection,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { placeIn } from "../base/place.ts";
import type { Edit } from "../diagnostics/diagnostic.ts";
import { actionsFor, touching } from "../editor/actions.ts";
import { made } from "../editor/refactorings/made.ts";
import { isRefused, type Asked, type Offer, type Refactoring } from "../editor/refactorings/refactoring.ts";
import { offeredAt, type Offered } from "../editor/refactorings/table.ts";
import type { Desk } from "./desk.ts";
import { toProtocol } from "./diagnostics.ts";
import { toOffset, toRange } from "./positions.ts";
import type { FileSpot, Spots } from "./spots.ts";

export const codeActions: CodeActionOptions = {
  codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, CodeActionKind.RefactorExtract],
  resolveProvider: true,
};

/** Fixes and renaming are asked for in other ways. */
const kinds = ["rewrite", "extract"] as const;

/** What is said of a refactoring so that its edits can be worked out when it is taken. */
interface Deferred {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly title: string;
}

export function answerOnChanges(
  connection: Connection,
  { inFile }: Spots,
  /** Whether the editor asks for the edits when it needs them. */
  resolves: () => boolean,
): void {
  connection.onCodeAction(({ textDocument, range, context }) =>
    inFile(textDocument, (spot): CodeAction[] => {
      const { desk, study, file } = spot;
      const lines = desk.lines(file);
      const place = placeIn(file, { start: toOffset(lines, range.start), end: toOffset(lines, range.end) });
      const isWanted = (kind: CodeActionKind): boolean =>
        context.only === undefined ||
        context.only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));
      const actions: CodeAction[] = [];
      const fixes = isWanted(CodeActionKind.QuickFix)
        ? actionsFor(study, touching(desk.findings(file).get(file) ?? [], place))
        : [];
      for (const { title, diagnostic, edits, preferred } of fixes) {
        actions.push({
          title,
          kind: CodeActionKind.QuickFix,
          diagnostics: [toProtocol(diagnostic, desk, desk.pageOf(diagnostic.check))],
          isPreferred: preferred,
          edit: toWorkspaceEdit(desk, edits),
        });
      }
      const offered = offeredAt(askedIn(spot, place.start, place.end), kinds);
      const known = new Set(fixes.map(({ edits }) => JSON.stringify(edits)));
      for (const { refactoring, offer } of offered) {
        const kind = kindOf(refactoring);
        if (!isWanted(kind) || known.has(JSON.stringify(offer.edits()))) continue;
        const { uri } = textDocument;
        const data: Deferred = {
          uri,
          start: place.start,
          end: place.end,
          name: refactoring.name,
          title: offer.title,
        };
        const action: CodeAction = { title: offer.title, kind, data };
        if (resolves()) actions.push(action);
        else {
          const edit =
            lines.text.length > longestProved ? plainEdit(desk, offer) : editOf(spot, { refactoring, offer });
          if (edit !== undefined) actions.push({ title: offer.title, kind, edit });
        }
      }
      return actions;
    }),
  );
  connection.onCodeActionResolve((action) => {
    const data = deferredIn(action.data);
    if (data === undefined) return action;
    const edit = inFile({ uri: data.uri }, (spot) => {
      const offered = offeredAt(askedIn(spot, data.start, data.end), kinds).find(
        ({ refactoring, offer }) => refactoring.name === data.name && offer.title === data.title,
      );
      return offered && editOf(spot, offered);
    });
    return edit === null || edit === undefined ? action : { ...action, edit };
  });
}

/** As long as this, a text takes too long to be laid out and read again each time a cursor moves. */
const longestProved = 50_000;

/** The edits as they are, neither laid out nor proved. */
function plainEdit(desk: Desk, { edits }: Offer): WorkspaceEdit | undefined {
  const plain = edits();
  return isRefused(plain) ? undefined : toWorkspaceEdit(desk, plain);
}

function askedIn({ desk, study }: FileSpot, start: number, end: number): Asked {
  return { study, studies: [study], restudy: desk.restudy, at: { start, end }, words: [] };
}

/** Laid out and proved; nothing where the change would make an error. */
function editOf({ desk, study }: FileSpot, { refactoring, offer }: Offered): WorkspaceEdit | undefined {
  // Only what is extracted may be named by models that import this one.
  const studies = refactoring.kind === "extract" ? desk.allStudies() : [study];
  const result = made(offer, study, { studies, restudy: desk.restudy });
  return "reason" in result ? undefined : toWorkspaceEdit(desk, result.edits);
}

function kindOf({ kind }: Refactoring): CodeActionKind {
  return kind === "extract" ? CodeActionKind.RefactorExtract : CodeActionKind.RefactorRewrite;
}

/** What an editor sends back need not be what it was given. */
function deferredIn(data: unknown): Deferred | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const { uri, start, end, name, title } = data as Partial<Record<keyof Deferred, unknown>>;
  const isWhole =
    typeof uri === "string" &&
    typeof name === "string" &&
    typeof title === "string" &&
    typeof start === "number" &&
    typeof end === "number";
  return isWhole ? { uri, start, end, name, title } : undefined;
}

export function toTextEdit(desk: Desk, { place, text }: Edit): TextEdit {
  return { range: toRange(desk.lines(place.file), place), newText: text };
}

export function toWorkspaceEdit(desk: Desk, edits: readonly Edit[]): WorkspaceEdit {
  const changes = new Map<string, TextEdit[]>();
  for (const edit of edits) {
    const uri = desk.uri(edit.place.file);
    changes.set(uri, [...(changes.get(uri) ?? []), toTextEdit(desk, edit)]);
  }
  return { changes: Object.fromEntries(changes) };
}
