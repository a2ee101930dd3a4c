/* Colours of names, arguments, links, and what irritates what. */
import {
  SymbolKind,
  type CallHierarchyItem,
  type Connection,
  type Range,
  type SemanticTokensOptions,
} from "vscode-languageserver";
import {
  irritatedBy,
  irritates,
  stationAt,
  stationOf,
  type Passage,
  type Station,
} from "../editor/hierarchy.ts";
import { linksIn } from "../editor/links.ts";
import { semanticTokensIn, tokenModifiers, tokenTypes } from "../editor/semantic_tokens.ts";
import { signatureAt } from "../editor/signature.ts";
import type { Desk } from "./desk.ts";
import { toOffset, toRange } from "./positions.ts";
import type { FileSpot, Spots } from "./spots.ts";

export const semanticTokens: SemanticTokensOptions = {
  legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
  full: true,
  range: true,
};

export function answerOnNames(connection: Connection, { inFile, at }: Spots): void {
  connection.languages.semanticTokens.on(({ textDocument }) => ({
    data: inFile(textDocument, (spot) => encoded(spot)) ?? [],
  }));
  connection.languages.semanticTokens.onRange(({ textDocument, range }) => ({
    data: inFile(textDocument, (spot) => encoded(spot, range)) ?? [],
  }));
  connection.onSignatureHelp((params) =>
    at(params, ({ study, file, offset }) => {
      const found = signatureAt(study, file, offset);
      if (found === undefined) return null;
      const { label, parameters, active } = found;
      const one = { label, parameters: parameters.map((parameter) => ({ label: parameter })) };
      return { signatures: [one], activeSignature: 0, activeParameter: active };
    }),
  );
  connection.onDocumentLinks(({ textDocument }) =>
    inFile(textDocument, ({ desk, study, file }) =>
      linksIn(study, file).map((link) => ({
        range: toRange(desk.lines(file), link.place),
        target: desk.uri(link.file),
      })),
    ),
  );
  connection.languages.callHierarchy.onPrepare((params) =>
    at(params, ({ desk, study, file, offset }) => {
      const station = stationAt(study, file, offset);
      return station === undefined ? null : [itemOf(desk, study.entry, station)];
    }),
  );
  connection.languages.callHierarchy.onIncomingCalls(
    ({ item }) =>
      passages(item, irritatedBy)?.map(({ from, ranges }) => ({ from, fromRanges: ranges })) ?? null,
  );
  connection.languages.callHierarchy.onOutgoingCalls(
    ({ item }) =>
      passages(item, irritates)?.map(({ from, ranges }) => ({ to: from, fromRanges: ranges })) ?? null,
  );

  function passages(
    item: CallHierarchyItem,
    ask: (study: FileSpot["study"], station: Station) => readonly Passage[],
  ) {
    const data = item.data as { uri?: unknown; owner?: unknown; name?: unknown } | undefined;
    const { uri, owner, name } = data ?? {};
    if (typeof uri !== "string" || typeof owner !== "string" || typeof name !== "string") return null;
    return inFile({ uri }, ({ desk, study }) => {
      const station = stationOf(study, owner, name);
      if (station === undefined) return [];
      return ask(study, station).map((passage) => ({
        from: { ...itemOf(desk, study.entry, passage.station), detail: passage.by },
        ranges: passage.places.map((place) => toRange(desk.lines(place.file), place)),
      }));
    });
  }
}

const stationKinds = {
  operation: SymbolKind.Method,
  sensitivity: SymbolKind.Event,
  event: SymbolKind.Event,
  quantity: SymbolKind.Field,
} as const;

function itemOf(
  desk: Desk,
  entry: string,
  { kind, owner, name, label, place, namePlace }: Station,
): CallHierarchyItem {
  const lines = desk.lines(place.file);
  return {
    name: label,
    kind: stationKinds[kind],
    uri: desk.uri(place.file),
    range: toRange(lines, place),
    selectionRange: toRange(lines, namePlace),
    data: { uri: desk.uri(entry), owner, name },
  };
}

/** Each token by its distance from the one before, as the protocol wants them. */
function encoded({ desk, study, file }: FileSpot, range?: Range): number[] {
  const lines = desk.lines(file);
  const [from, to] =
    range === undefined ? [0, Infinity] : [toOffset(lines, range.start), toOffset(lines, range.end)];
  const data: number[] = [];
  let [line, character, end] = [0, 0, -1];
  for (const { place, type, modifiers } of semanticTokensIn(study, file)) {
    if (place.start < from || place.start > to || place.start < end) continue;
    const { start } = toRange(lines, place);
    const bits = modifiers.reduce((sum, one) => sum | (1 << tokenModifiers.indexOf(one)), 0);
    data.push(
      start.line - line,
      start.line === line ? start.character - character : start.character,
      place.end - place.start,
      tokenTypes.indexOf(type),
      bits,
    );
    [line, character, end] = [start.line, start.character, place.end];
  }
  return data;
}
