/* The cascade of a run as a sequence diagram of Mermaid. */
import { visible } from "../../../base/visible.ts";
import type { Id } from "../../../model/reference.ts";
import type { RunResult } from "../../../runs/run.ts";
import { cascadeOf } from "./cascade.ts";
import type { CascadeRow } from "./cascade_rows.ts";
import { runText, titleOf } from "./describe.ts";
import type { PictureOptions } from "./frame.ts";
import { usualLimits } from "./sequence.ts";

/** Throws `NoTrace`. */
export function sequenceMermaid(
  result: RunResult,
  options: PictureOptions & { readonly steps?: number } = {},
): string {
  const { steps = usualLimits.steps } = options;
  const { lanes, rows } = cascadeOf(result, { steps, rows: usualLimits.rows });
  const ids = new Map(lanes.map(({ id }, number) => [id, `p${number}`]));
  const called = (id: Id): string => ids.get(id) ?? "p0";
  const across = lanes.length < 2 ? "p0" : `p0,p${lanes.length - 1}`;
  const lines = rows.flatMap((row) => lineOf(row, called, across));
  return [
    "sequenceDiagram",
    `  accTitle: ${escaped(titleOf(result, options))}`,
    `  accDescr: ${escaped(runText(result))}`,
    // Without anybody the grammar has nothing to say a note over.
    ...(lanes.length === 0 ? ["  participant p0 as nobody"] : []),
    ...lanes.map(
      ({ kind, name }, number) =>
        `  ${kind === "scenario" ? "actor" : "participant"} p${number} as ${escaped(name)}`,
    ),
    ...lines.map((line) => `  ${line}`),
    "",
  ].join("\n");
}

/** `->>` carries, `-x` ends at a boundary, `-->>` is what the scenario does. */
function lineOf(row: CascadeRow, called: (id: Id) => string, across: string): readonly string[] {
  switch (row.kind) {
    case "step":
      return [
        `Note over ${across}: ${escaped(row.text === undefined ? row.title : `${row.title}: ${row.text}`)}`,
      ];
    case "more":
      return [`Note over ${across}: ${escaped(row.text)}`];
    case "act":
      return row.to === undefined
        ? [`Note right of ${called("")}: ${escaped(row.text)}`]
        : [`${called("")}-->>${called(row.to)}: ${escaped(row.text)}`];
    case "operation":
    case "change":
    case "unheard":
      return [`Note right of ${called(row.owner)}: ${escaped(row.text)}`];
    case "blocked":
      return [`Note right of ${called(row.owner)}: ✗ ${escaped(row.text)}`];
    case "carried":
      return [`${called(row.from)}->>${called(row.to)}: ${escaped(row.text)}`];
    case "noise": {
      const times = row.times === 1 ? "" : `${row.times} × `;
      return [`${called(row.from)}-x${called(row.to)}: ${escaped(`${times}${row.text}: ${row.reason}`)}`];
    }
    case "decision":
      return [`Note right of ${called(row.owner)}: ${escaped(`${row.value}, ${row.by}`)}`];
    case "violation":
      return [`Note over ${row.owner === undefined ? called("") : called(row.owner)}: ${escaped(row.text)}`];
  }
}

/** Letters, digits, marks and a few signs stay; all else is written as its number, which Mermaid shows as the sign. */
function escaped(text: string): string {
  const shown = visible(text).replace(
    /[^\p{L}\p{N}\p{M} .,_()/·→–…+*°]/gu,
    (sign) => `#${sign.codePointAt(0) ?? 0};`,
  );
  return shown.trim() === "" ? "#32;" : shown;
}
