/* What themes of CodeMirror call each colour. No colour may have one of the names of CodeMirror 5 (`type`, `builtin`, `def` …), which go first. */
import { tags as known, type Tag } from "@lezer/highlight";
import type { Colour } from "../syntax/colours.ts";

export const tags: { readonly [colour in Colour]: Tag } = {
  docComment: known.docComment,
  lineComment: known.lineComment,
  blockComment: known.blockComment,
  text: known.string,
  escape: known.escape,
  wrongEscape: known.invalid,
  number: known.number,
  boolean: known.bool,
  wordOperator: known.operatorKeyword,
  parameter: known.propertyName,
  declaration: known.definitionKeyword,
  declared: known.definition(known.typeName),
  keyword: known.keyword,
  operation: known.function(known.variableName),
  typeWord: known.standard(known.typeName),
  modifier: known.modifier,
  knownFunction: known.standard(known.function(known.variableName)),
  operator: known.operator,
  name: known.variableName,
};
