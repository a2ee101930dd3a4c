/*
 * Tables of a run as CSV (RFC 4180): a head, then rows that end with CR LF, in UTF-8 without a byte order mark. Numbers are written to
 * the bit with a point and without marks of thousands, percentages as fractions. What is text can be no formula in a spreadsheet.
 */
import { hasHidden, visible } from "../../../base/visible.ts";
import type { NamedNumber, TraceEntry } from "../../../engine/trace.ts";
import type { Value } from "../../../engine/values.ts";
import type { RunResult } from "../../../runs/run.ts";
import { valuesOverTime, valuesWithout, type ValueOverTime } from "../../../runs/values_over_time.ts";
import { inquiryInto, NoTrace } from "../../../runs/why.ts";

type Cell = Value | undefined;

/**
 * A row for each step with all values at its end, those of the runs without a regulation beside them. `economy.price (CNY/m²)`; `economy.price
 * without curb (CNY/m²)`. Throws `NoTrace`.
 */
export function seriesCsv(result: RunResult): string {
  const columns = [
    ...valuesOverTime(result).map((value) => ({ value, name: value.called })),
    ...valuesWithout(result).flatMap(({ regulation, values }) =>
      values.map((value) => ({ value, name: `${value.called} without ${regulation}` })),
    ),
  ].map(({ value, name }) => ({ ...walker(value), head: `${name}${unitOf(value)}` }));
  const rows: string[] = [csvRow(["step", ...columns.map(({ head }) => head)])];
  for (let step = 0; step <= result.steps; step += 1)
    rows.push(csvRow([step, ...columns.map(({ at }) => at(step))]));
  return rows.join("");
}

function unitOf({ type }: ValueOverTime): string {
  return type.kind === "number" && type.percent !== true && type.unit !== undefined ? ` (${type.unit})` : "";
}

/** Gives the values step by step, in their order. */
function walker({ changes }: ValueOverTime): { readonly at: (step: number) => Value | undefined } {
  let next = 0;
  return {
    at(step) {
      while ((changes[next]?.step ?? Infinity) <= step) next += 1;
      return changes[next - 1]?.value;
    },
  };
}

const traceColumns = [
  "id",
  "step",
  "cause",
  "kind",
  "owner",
  "name",
  "coupling",
  "channel",
  "program",
  "clause",
  "value",
  "from",
  "to",
  "reason",
  "issue",
  "scenario step",
  "arguments",
  "read",
] as const;
type Column = (typeof traceColumns)[number];

/** A row for each entry of the trace, names as the file that is run has them. Throws `NoTrace`. */
export function traceCsv(result: RunResult): string {
  if (!result.traced) throw new NoTrace();
  const { names, places, text } = inquiryInto(result);
  const step = (path: string): string => {
    const found = places.step(path);
    return found === undefined ? path : text(found.place);
  };
  const rows = result.trace().entries.map((entry) => {
    const cells = cellsOf(entry, names, step);
    return csvRow(traceColumns.map((column) => cells[column]));
  });
  return [csvRow(traceColumns), ...rows].join("");
}

function cellsOf(
  entry: TraceEntry,
  names: (id: string) => string,
  step: (path: string) => string,
): Partial<Record<Column, Cell>> {
  const { id, kind, cause } = entry;
  const head = { id, step: entry.step, cause, kind };
  switch (entry.kind) {
    case "act":
      return { ...head, name: entry.act, "scenario step": step(entry.path) };
    case "operation": {
      const issue = entry.issue === undefined ? undefined : names(entry.issue);
      return {
        ...head,
        owner: names(entry.owner),
        name: entry.name,
        issue,
        arguments: numbersText(entry.args),
      };
    }
    case "blocked":
      return {
        ...head,
        owner: names(entry.owner),
        name: entry.name,
        reason: entry.limit === undefined ? entry.by : `limit ${entry.limit}`,
        arguments: numbersText(entry.args),
        read: numbersText(entry.values),
      };
    case "noise": {
      const { name, reason, channel } = entry;
      const coupling = names(entry.coupling);
      return {
        ...head,
        owner: names(entry.owner),
        name,
        coupling,
        channel,
        reason,
        read: numbersText(entry.values),
      };
    }
    case "irritation":
    case "arrival": {
      const name = entry.kind === "irritation" ? entry.name : undefined;
      const { channel } = entry;
      const coupling = names(entry.coupling);
      return {
        ...head,
        owner: names(entry.owner),
        name,
        coupling,
        channel,
        arguments: numbersText(entry.args),
      };
    }
    case "decision": {
      const { program, clause, value } = entry;
      return { ...head, owner: names(entry.owner), program, clause, value };
    }
    case "value": {
      const { name, from, to } = entry;
      return { ...head, owner: names(entry.owner), name, from, to };
    }
    case "violation":
      return { ...head, name: entry.check, value: entry.about };
    case "choice":
      return { ...head, value: entry.branch, "scenario step": step(entry.path) };
    case "run":
      return { ...head, value: entry.steps, reason: entry.ended, "scenario step": step(entry.path) };
    case "expect":
      return { ...head, value: entry.holds, "scenario step": step(entry.path) };
  }
}

function numbersText(numbers: readonly NamedNumber[]): string {
  return numbers
    .map(({ name, value }) => `${name}=${typeof value === "number" ? numberText(value) : value}`)
    .join("; ");
}

/** A row, with what ends it. */
export function csvRow(cells: readonly Cell[]): string {
  return `${cells.map(cellText).join(",")}\r\n`;
}

function cellText(cell: Cell): string {
  if (cell === undefined) return "";
  if (typeof cell === "number") return numberText(cell);
  if (typeof cell === "boolean") return String(cell);
  const text = defused(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** There is no number where none came out; `-0` is `0`. */
function numberText(value: number): string {
  return Number.isFinite(value) ? String(value + 0) : "";
}

/** What spreadsheets take for the beginning of a formula, in wide form too. */
const formula = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** A text that begins like a formula gets an apostrophe before it; what nobody could see is written out. */
function defused(text: string): string {
  const shown = hasHidden(text) ? visible(text) : text;
  return formula.test(text) || formula.test(shown) ? `'${shown}` : shown;
}
