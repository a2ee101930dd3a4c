/* What is kept of a model while it is written is never told in the place of what a fresh check says. */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Source } from "../../src/base/source.ts";
import { createStudyMemory, study } from "../../src/editor/study.ts";
import { check, memoryHost, type Diagnostic } from "../../src/index.ts";
import { linesOf, toPosition, type Lines } from "../../src/lsp/positions.ts";
import { manuscript, rewritten, type Manuscript } from "../../src/syntax/manuscript.ts";
import { parse, type Parsed } from "../../src/syntax/parse.ts";
import { exampleFiles } from "../support/examples.ts";
import { typing } from "../support/typing.ts";

const runs = Number(process.env["NIKLAS_FUZZ"] ?? 1) * 25;

/** All that is said of a text, with lines and columns for offsets. */
function told(diagnostics: readonly Diagnostic[], file: string, lines: Lines): unknown {
  const plain = (data: unknown): unknown => {
    if (Array.isArray(data)) return data.map(plain);
    if (typeof data !== "object" || data === null) return data;
    if ("file" in data && "start" in data && "end" in data) {
      const { start, end } = data as { readonly start: number; readonly end: number };
      const at = (offset: number): string => {
        const { line, character } = toPosition(lines, offset);
        return `${line}:${character}`;
      };
      return data.file === file ? `${at(start)}–${at(end)}` : data;
    }
    const entries = Object.entries(data).filter(([, value]) => value !== undefined);
    return Object.fromEntries(entries.map(([key, value]) => [key, plain(value)]));
  };
  return diagnostics.map(({ facts: _facts, ...said }) => plain(said));
}

/** Somebody who writes a text, and is told of each state of it. */
function writer(name: string): (text: string) => unknown {
  const memory = createStudyMemory();
  const known = new Map<string, Parsed>();
  let last: Manuscript | undefined;
  return (text) => {
    const open = last === undefined ? manuscript({ name, text }) : rewritten(last, text);
    last = open;
    const read = (source: Source): Parsed => {
      if (source.text === open.source.text) return open.parsed();
      const parsed = known.get(source.name) ?? parse(source);
      known.set(source.name, parsed);
      return parsed;
    };
    const host = memoryHost(exampleFiles);
    const { diagnostics } = study(open.source, { host, memory, parse: read }).checked();
    return told(diagnostics, name, linesOf(open.source.text, text));
  };
}

function fresh(name: string, text: string): unknown {
  const { diagnostics } = check({ name, text }, { host: memoryHost(exampleFiles) });
  return told(diagnostics, name, linesOf(text));
}

it("says of every state of a text what a fresh check says", () => {
  fc.assert(
    fc.property(typing(14), ({ name, texts }) => {
      const write = writer(name);
      for (const text of texts) expect(write(text), text).toEqual(fresh(name, text));
    }),
    { numRuns: runs },
  );
}, 3_600_000);

it("does so when numbers, names, conditions and steps of an example are changed one after another", () => {
  const name = "house_prices/price_cap.sys";
  const write = writer(name);
  let text = exampleFiles.get(name) ?? "";
  const changes: readonly (readonly [from: string, to: string])[] = [
    ["", ""],
    ["price * 90%", "price * 95%"],
    ["price * 95%", "price * 105%"],
    ["price * 105%", "price + 5"],
    ["amount > 20", "amount > 20 and price > 0"],
    ["amount > 20 and", "amoun > 20 and"],
    ["amoun > 20 and", "amount > 20 and"],
    ["-> non_payment", "-> nonpayment"],
    ["-> nonpayment", "-> non_payment"],
    ["operation purchase", "operation purchas"],
    ["operation purchas", "operation purchase"],
    ["\nscenario", "\n\n// Here begins what is played.\nscenario"],
    ["  run\n", "  run 3 steps\n"],
    ["  run 3 steps\n", "  run\n"],
    ["coupling", "coupling  "],
    ["  expect economy stays", "  expec economy stays"],
    ["  expec economy stays", "  expect economy stays"],
    ["  when amount", "  whe amount"],
    ["  whe amount", "  when amount"],
  ];
  for (const [from, to] of changes) {
    expect(text).toContain(from);
    text = text.replace(from, to);
    expect(write(text), text).toEqual(fresh(name, text));
  }
});
