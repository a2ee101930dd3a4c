/* Texts that are to change: how it is shown, and how it is written. */
import { createTwoFilesPatch } from "diff";
import type { Source } from "../base/source.ts";
import { visible } from "../base/visible.ts";
import { quoted } from "../base/words.ts";
import { painter } from "../diagnostics/show/paint.ts";
import { guardedText } from "./ci.ts";
import type { Failure } from "./failure.ts";
import type { Look } from "./look.ts";
import { pathOf, standardInputName } from "./paths.ts";
import { print } from "./terminal.ts";
import { writeFileSafely } from "./write.ts";

/** A file as it is, and the text that it is to have. */
export interface Changed {
  readonly source: Source;
  readonly text: string;
}

/** Writes them, and names each that has been written. */
export function writeAll(changed: readonly Changed[], workingFolder: string): readonly Failure[] {
  const failures: Failure[] = [];
  const encoder = new TextEncoder();
  for (const { source, text } of changed) {
    const written = writeFileSafely(pathOf(workingFolder, source.name), encoder.encode(text), {
      before: encoder.encode(source.text),
    });
    if (written.kind === "failed") {
      failures.push({
        message: `cannot write ${quoted(source.name)}, which stays as it was: ${written.reason}`,
      });
    } else print("output", `${visible(source.name)}\n`);
  }
  return failures;
}

export function diffText({ source: { name, text }, text: after }: Changed, { colour }: Look): string {
  const paint = painter(colour);
  const title = name === standardInputName ? "stdin" : name;
  const patch = createTwoFilesPatch(`a/${title}`, `b/${title}`, text, after).replace(/^=+\n/, "");
  const lines = patch.split("\n").map((line) => {
    const shown = visible(line);
    if (/^\+(?!\+\+)/.test(line)) return paint("added", shown);
    return /^-(?!--)/.test(line) ? paint("removed", shown) : shown;
  });
  return guardedText(lines.join("\n"), process.env);
}
