/* What an editor may ask about a text, and the answers. */
import {
  CompletionItemKind,
  DocumentHighlightKind,
  ErrorCodes,
  FoldingRangeKind,
  MarkupKind,
  ResponseError,
  SymbolKind,
  type Connection,
  type DocumentSymbol,
  type Range,
  type SelectionRange,
  type ServerCapabilities,
  type SymbolInformation,
  type TextEdit,
} from "vscode-languageserver";
import { completionAt, type ItemKind } from "../editor/completion.ts";
import { definitionAt, occurrencesLike, referencesTo } from "../editor/definition.ts";
import { hoverAt } from "../editor/hover.ts";
import { layoutEdits } from "../editor/layout_edits.ts";
import { linkedNames } from "../editor/linked.ts";
import { occurrencesOf } from "../editor/occurrences.ts";
import { outlineOf, type OutlineItem } from "../editor/outline.ts";
import { rename, renameableAt } from "../editor/rename.ts";
import { foldsOf, selectionsAt } from "../editor/shape.ts";
import type { Study } from "../editor/study.ts";
import { editsOnTyping, typedSigns } from "../editor/typing.ts";
import type { Desk } from "./desk.ts";
import { answerOnChanges, codeActions, toTextEdit, toWorkspaceEdit } from "./answers_on_changes.ts";
import { answerOnNames, semanticTokens } from "./answers_on_names.ts";
import { answerOnRuns, commands } from "./answers_on_runs.ts";
import { linesOf, toLocation, toOffset, toRange } from "./positions.ts";
import { spotsOf } from "./spots.ts";

/** What the server can be asked. */
export const capabilities: ServerCapabilities = {
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  renameProvider: { prepareProvider: true },
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
  codeActionProvider: codeActions,
  documentOnTypeFormattingProvider: {
    firstTriggerCharacter: typedSigns[0],
    moreTriggerCharacter: [typedSigns[1]],
  },
  linkedEditingRangeProvider: true,
  semanticTokensProvider: semanticTokens,
  signatureHelpProvider: { triggerCharacters: ["(", ","] },
  callHierarchyProvider: true,
  documentLinkProvider: {},
  codeLensProvider: {},
  inlayHintProvider: true,
  executeCommandProvider: { commands },
  completionProvider: { triggerCharacters: [".", ">", "(", ",", " "] },
};

/** Answers the requests of an editor from its desk. */
export function answerRequests(
  connection: Connection,
  deskNow: () => Desk | undefined,
  resolvesEdits: () => boolean,
): void {
  const spots = spotsOf(deskNow);
  const { inFile, at } = spots;
  answerOnNames(connection, spots);
  answerOnRuns(connection, spots);
  answerOnChanges(connection, spots, resolvesEdits);

  connection.onHover((params) =>
    at(params, ({ desk, study, file, offset }) => {
      const hover = hoverAt(study, file, offset);
      if (hover === undefined) return null;
      const contents = { kind: MarkupKind.Markdown, value: hover.text };
      return { contents, range: toRange(desk.lines(file), hover.place) };
    }),
  );
  connection.onDefinition((params) =>
    at(params, ({ desk, study, file, offset }) => {
      const found = definitionAt(study, file, offset);
      return found === undefined || (!desk.showsCanon && isCanonical(study, found.name.file))
        ? null
        : toLocation(desk, found.name);
    }),
  );
  connection.onReferences((params) =>
    at(params, ({ desk, study, file, offset }) => {
      const found = occurrencesOf(study).at(file, offset);
      if (found === undefined) return [];
      return referencesTo(found.symbol, desk.allStudies())
        .filter(({ role }) => params.context?.includeDeclaration !== false || role === "reference")
        .filter(({ place }) => desk.showsCanon || !isCanonical(study, place.file))
        .map(({ place }) => toLocation(desk, place));
    }),
  );
  connection.onDocumentHighlight((params) =>
    at(params, ({ desk, study, file, offset }) =>
      occurrencesLike(study, file, offset)
        .filter(({ place }) => place.file === file)
        .map(({ place, role }) => ({
          range: toRange(desk.lines(file), place),
          kind: role === "definition" ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
        })),
    ),
  );
  connection.onPrepareRename((params) =>
    at(params, ({ desk, study, file, offset }) => {
      const able = renameableAt(study, file, offset);
      if ("reason" in able) throw refusal(able.reason);
      return { range: toRange(desk.lines(file), able.place), placeholder: able.name };
    }),
  );
  connection.onRenameRequest((params) =>
    at(params, ({ desk, study, file, offset }) => {
      const change = { file, offset, name: params.newName };
      const renaming = rename(study, change, { studies: desk.allStudies(), restudy: desk.restudy });
      if (renaming.kind === "refused") throw refusal(renaming.reason);
      return toWorkspaceEdit(desk, renaming.edits);
    }),
  );
  connection.onDocumentSymbol(({ textDocument }) =>
    inFile(textDocument, ({ desk, study, file }) => {
      const parsed = study.resolved.parsed.get(file);
      return parsed === undefined ? [] : outlineOf(parsed).map((item) => toSymbol(desk, item));
    }),
  );
  connection.onWorkspaceSymbol(({ query }) => {
    const desk = deskNow();
    return desk === undefined ? [] : workspaceSymbols(desk, query);
  });
  connection.onFoldingRanges(({ textDocument }) =>
    inFile(textDocument, ({ desk, study, file }) => {
      const parsed = study.resolved.parsed.get(file);
      return (parsed === undefined ? [] : foldsOf(parsed)).map((fold) => {
        const { start, end } = toRange(desk.lines(file), fold);
        // The line with the closing brace stays to be seen.
        const endLine = fold.kind === "body" ? end.line - 1 : end.line;
        return { startLine: start.line, endLine: Math.max(start.line, endLine), ...foldKinds[fold.kind] };
      });
    }),
  );
  connection.onSelectionRanges(({ textDocument, positions }) =>
    inFile(textDocument, ({ desk, study, file }) => {
      const lines = desk.lines(file);
      const parsed = study.resolved.parsed.get(file);
      return positions.map((position): SelectionRange => {
        const spans = parsed === undefined ? [] : selectionsAt(parsed, toOffset(lines, position));
        const whole: SelectionRange = { range: toRange(lines, { start: 0, end: lines.text.length }) };
        return spans.reduceRight<SelectionRange>(
          (parent, span) => ({ range: toRange(lines, span), parent }),
          whole,
        );
      });
    }),
  );
  connection.languages.onLinkedEditingRange((params) =>
    at(params, ({ desk, study, file, offset }) => {
      const parsed = study.resolved.parsed.get(file);
      const places = parsed === undefined ? [] : linkedNames(parsed, offset);
      return places.length === 0 ? null : { ranges: places.map((place) => toRange(desk.lines(file), place)) };
    }),
  );
  connection.onDocumentOnTypeFormatting(({ ch, ...params }) =>
    at(params, ({ desk, study, file, offset }) => {
      const parsed = study.resolved.parsed.get(file);
      return parsed === undefined
        ? []
        : editsOnTyping(parsed, offset, ch).map((edit) => toTextEdit(desk, edit));
    }),
  );
  connection.onDocumentFormatting(({ textDocument }) => layout(textDocument));
  connection.onDocumentRangeFormatting(({ textDocument, range }) => layout(textDocument, range));

  function layout(textDocument: { readonly uri: string }, range?: Range): TextEdit[] | null {
    return inFile(textDocument, ({ desk, file }) => {
      // What is laid out is the text as it is written, without any room in it.
      const lines = linesOf(desk.documentOf(textDocument.uri)?.getText() ?? desk.lines(file).text);
      const span = range && { start: toOffset(lines, range.start), end: toOffset(lines, range.end) };
      return layoutEdits({ name: file, text: lines.text }, { range: span }).map(({ place, text }) => ({
        range: toRange(lines, place),
        newText: text,
      }));
    });
  }

  connection.onCompletion((params) =>
    at(params, ({ desk, study, file, offset }) => {
      const { replaces, items } = completionAt(study, file, offset);
      const range = toRange(desk.lines(file), replaces);
      return items.map((item) => ({
        label: item.label,
        kind: itemKinds[item.kind],
        ...(item.detail !== undefined && { detail: item.detail }),
        ...(item.documentation !== undefined && {
          documentation: { kind: MarkupKind.Markdown, value: item.documentation },
        }),
        textEdit: { range, newText: item.text ?? item.label },
        ...(item.edits !== undefined && {
          additionalTextEdits: item.edits.map((edit) => toTextEdit(desk, edit)),
        }),
      }));
    }),
  );
}

/** So many are listed: more nobody reads. */
const mostSymbols = 500;

function workspaceSymbols(desk: Desk, query: string): SymbolInformation[] {
  const found = new Map<string, SymbolInformation>();
  const wanted = query.toLowerCase();
  for (const { resolved } of desk.allStudies()) {
    for (const { name, canonical } of resolved.model.files) {
      const parsed = canonical ? undefined : resolved.parsed.get(name);
      for (const item of parsed === undefined ? [] : outlineOf(parsed)) visit(item, undefined);
    }
  }
  return [...found.values()];

  function visit({ name, kind, namePlace, children }: OutlineItem, containerName: string | undefined): void {
    if (name.toLowerCase().includes(wanted) && found.size < mostSymbols) {
      const location = toLocation(desk, namePlace);
      const one = { name, kind: symbolKinds.get(kind) ?? SymbolKind.Variable, location };
      found.set(
        `${namePlace.file}\n${namePlace.start}`,
        containerName === undefined ? one : { ...one, containerName },
      );
    }
    for (const child of children) visit(child, name);
  }
}

function isCanonical({ resolved }: Study, file: string): boolean {
  return resolved.model.files.some(({ canonical, name }) => canonical && name === file);
}

function refusal(reason: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidRequest, reason);
}

function toSymbol(desk: Desk, item: OutlineItem): DocumentSymbol {
  const lines = desk.lines(item.place.file);
  return {
    name: item.name,
    detail: item.detail,
    kind: symbolKinds.get(item.kind) ?? SymbolKind.Variable,
    range: toRange(lines, item.place),
    selectionRange: toRange(lines, item.namePlace),
    children: item.children.map((child) => toSymbol(desk, child)),
  };
}

const symbolKinds: ReadonlyMap<string, SymbolKind> = new Map([
  ["Society", SymbolKind.Namespace],
  ["System", SymbolKind.Class],
  ["Extend", SymbolKind.Class],
  ["Environment", SymbolKind.Object],
  ["Population", SymbolKind.Object],
  ["Coupling", SymbolKind.Interface],
  ["Channel", SymbolKind.Event],
  ["Regulation", SymbolKind.Module],
  ["Scenario", SymbolKind.Function],
  ["Property", SymbolKind.Property],
  ["Experiment", SymbolKind.Function],
  ["Code", SymbolKind.Enum],
  ["Role", SymbolKind.TypeParameter],
  ["Sensitivity", SymbolKind.Event],
  ["Operation", SymbolKind.Method],
  ["Program", SymbolKind.Function],
  ["Event", SymbolKind.Event],
]);

const itemKinds: Readonly<Record<ItemKind, CompletionItemKind>> = {
  keyword: CompletionItemKind.Keyword,
  system: CompletionItemKind.Class,
  environment: CompletionItemKind.Struct,
  coupling: CompletionItemKind.Interface,
  declaration: CompletionItemKind.Module,
  part: CompletionItemKind.Method,
  value: CompletionItemKind.EnumMember,
  parameter: CompletionItemKind.Variable,
  check: CompletionItemKind.Constant,
  key: CompletionItemKind.Reference,
  file: CompletionItemKind.File,
};

const foldKinds = {
  body: {},
  comment: { kind: FoldingRangeKind.Comment },
  imports: { kind: FoldingRangeKind.Imports },
} as const;
