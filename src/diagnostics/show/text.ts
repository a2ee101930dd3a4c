import type { Place } from "../../base/place.ts";
import { visible } from "../../base/visible.ts";
import { counted } from "../../base/words.ts";
import type { Diagnostic, Fix } from "../diagnostic.ts";
import type { Locator, Sources } from "../locate.ts";
import { locator } from "../locate.ts";
import type { Summary } from "../sort.ts";
import type { FrameOptions } from "./frame.ts";
import { cornerRow, excerptRows, frameRow } from "./frame.ts";
import type { Mark } from "./marks.ts";
import { stretchesOf } from "./marks.ts";
import type { Paint } from "./paint.ts";
import { painter } from "./paint.ts";
import { previewOf } from "./preview.ts";
import { asciiSigns, drawnSigns, inAscii } from "./signs.ts";
import { wrapped } from "./wrap.ts";

export interface TextOptions {
  /** Whether to colour; what colours say is also said in words or signs. */
  readonly colour?: boolean;
  /** Draws with ASCII signs alone. The modeller's own names and texts stay as they are. */
  readonly ascii?: boolean;
  /** The columns at which notes are wrapped; without it they are not. */
  readonly width?: number;
  /** The columns between tab stops; 4 if not given. */
  readonly tabWidth?: number;
}

/** Of related places and fixes so many are shown for one finding; how many more there are is said. */
const mostRelated = 12;
const mostFixes = 4;

/**
 * The findings as people read them in a terminal: what is wrong, the lines of the model it is about with the places
 * underlined and labelled, why it matters, what to do. Findings stand in the order given, an empty line between two.
 * Nothing in it is interpreted by a terminal but the colours asked for, whatever names and texts contain.
 */
export function renderText(
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  options: TextOptions = {},
): string {
  const located = locator(sources);
  return diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, located, options)).join("\n");
}

/** How a run of the checks ended, in one line: `3 errors, 2 warnings in 4 files`. */
export function summaryLine(summary: Summary): string {
  const found = [
    ...(summary.errors > 0 ? [counted(summary.errors, "error")] : []),
    ...(summary.warnings > 0 ? [counted(summary.warnings, "warning")] : []),
    ...(summary.hints > 0 ? [counted(summary.hints, "hint")] : []),
  ];
  const silenced = summary.silenced > 0 ? `, ${summary.silenced} silenced` : "";
  return `${found.join(", ") || "nothing found"} in ${counted(summary.files, "file")}${silenced}`;
}

/** One finding as `renderText` shows it, for callers that have texts indexed already. */
export function renderDiagnostic(
  diagnostic: Diagnostic,
  located: Locator,
  options: TextOptions = {},
): string {
  const ascii = options.ascii === true;
  const paint = painter(options.colour === true);
  const words = (text: string): string => {
    const safe = visible(text, { ascii }).trimEnd();
    return ascii ? inAscii(safe) : safe;
  };
  const groups = marksByFile(diagnostic, words).map(([file, marks]) => {
    const indexed = located.text(file);
    return {
      file,
      marks,
      indexed,
      stretches: indexed ? marks.flatMap((mark) => stretchesOf(mark, indexed)) : [],
    };
  });
  const lastLine = Math.max(0, ...groups.flatMap(({ stretches }) => stretches.map(({ line }) => line)));
  const signs = ascii ? asciiSigns : drawnSigns;
  const gutter = lastLine === 0 ? 1 : String(lastLine).length;
  const columns = options.width === undefined ? undefined : options.width - gutter - 3;
  const frame: FrameOptions = {
    paint,
    signs,
    severity: diagnostic.severity,
    gutter,
    columns,
    line: { tabWidth: options.tabWidth ?? 4, columns, cut: signs.cut, ascii },
  };
  const header =
    paint(diagnostic.severity, `${diagnostic.severity}[${words(diagnostic.check)}]`) +
    paint("strong", `: ${words(diagnostic.message)}`);
  const rows = [header];
  for (const { file, marks, indexed, stretches } of groups) {
    const [first] = marks;
    const name = visible(file, { ascii });
    if (indexed === undefined || first === undefined) {
      rows.push(cornerRow(name, frame));
      rows.push(...marks.flatMap(({ label }) => (label === undefined ? [] : [frameRow(label, frame)])));
      continue;
    }
    const { start } = located.locate({ file, start: first.start, end: first.end });
    rows.push(cornerRow(`${name}:${start.line}:${start.column}`, frame));
    rows.push(...excerptRows(indexed, stretches, frame));
  }
  rows.push(...noteRows(diagnostic, located, { frame, words, ascii }));
  return `${rows.join("\n")}\n`;
}

/** The places of a finding by file: that of the finding itself first, the others as they come. */
function marksByFile(
  { place, label, related = [] }: Diagnostic,
  words: (text: string) => string,
): readonly (readonly [string, readonly Mark[]])[] {
  const marks = new Map<string, Mark[]>();
  const mark = ({ start, end }: Place, text: string | undefined, primary: boolean): Mark => {
    const told = words(text ?? "").trimStart();
    return { start, end, label: told === "" ? undefined : told, primary };
  };
  marks.set(place.file, [mark(place, label, true)]);
  for (const other of related.slice(0, mostRelated)) {
    const sameFile = marks.get(other.place.file);
    if (sameFile) sameFile.push(mark(other.place, other.message, false));
    else marks.set(other.place.file, [mark(other.place, other.message, false)]);
  }
  return [...marks];
}

interface NoteOptions {
  readonly frame: FrameOptions;
  readonly words: (text: string) => string;
  readonly ascii: boolean;
}

function noteRows(diagnostic: Diagnostic, located: Locator, options: NoteOptions): readonly string[] {
  const { why = [], help = [], fixes, related = [], check } = diagnostic;
  const moreRelated = related.length - mostRelated;
  const moreFixes = fixes.length - mostFixes;
  return [
    ...(moreRelated > 0
      ? note("", counted(moreRelated, "more place has", "more places have") + " a part in this", options)
      : []),
    ...why.flatMap((text) => note("", text, options)),
    ...help.flatMap((text) => note("help", text, options)),
    ...fixes.slice(0, mostFixes).flatMap((fix) => fixRows(fix, located, options)),
    ...(moreFixes > 0
      ? note("", `${counted(moreFixes, "more fix is", "more fixes are")} possible`, options)
      : []),
    ...note("more", `niklas explain ${check}`, options),
  ];
}

/** A line below the frame, wrapped with a hanging indent. */
function note(kind: string, text: string, { frame, words }: NoteOptions): readonly string[] {
  const indent = " ".repeat(frame.gutter + 1);
  const lead = kind === "" ? "" : `${kind}: `;
  const lines = wrapped(
    lead +
      text
        .split(/\r\n|\r|\n/)
        .map(words)
        .join("\n"),
    frame.columns,
  );
  return lines.map((line, index) => {
    if (index > 0) return `${indent}  ${line}`.trimEnd();
    return `${indent}${frame.paint("frame", "=")} ${frame.paint("strong", lead.trimEnd())}${line.slice(lead.trimEnd().length)}`;
  });
}

function fixRows(fix: Fix, located: Locator, options: NoteOptions): readonly string[] {
  const { frame, ascii } = options;
  const preview = previewOf(fix, located, ascii);
  const indent = " ".repeat(frame.gutter + 3);
  const changes = (sign: string, style: Parameters<Paint>[0], lines: readonly string[]): readonly string[] =>
    lines.map((line) => `${indent}${frame.paint(style, `${sign} ${line}`)}`);
  return [
    ...note(fix.certain ? "fix" : "possible fix", fix.title, options),
    ...(preview ? [...changes("-", "removed", preview.before), ...changes("+", "added", preview.after)] : []),
  ];
}
