/* Texts that are changed several times over, and told by places of the first. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { applyEdits } from "../../../src/diagnostics/edits.ts";
import type { Edit } from "../../../src/diagnostics/diagnostic.ts";
import { editsOfPatch, patchedBy, patchedText, unpatched } from "../../../src/runs/advice/patch.ts";
import { changedLines } from "../../../src/views/advice/changed_lines.ts";

const file = "model.sys";
const texts = fc.string({ unit: fc.constantFrom("a", "b", "\n", " ", "{"), maxLength: 30 });
/** An edit somewhere in a text of any length: two parts of its length, and what is put between. */
const changes = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 5 }), texts), {
  maxLength: 5,
});

function edited(text: string, made: readonly (readonly [number, number, string])[]) {
  let patch = unpatched(text);
  let now = text;
  for (const [part, length, replacement] of made) {
    const start = Math.floor(part * now.length);
    const place = { file, start, end: Math.min(now.length, start + length) };
    const edit: Edit = { place, text: replacement };
    now = applyEdits(now, [edit]);
    patch = patchedBy(patch, [edit]);
  }
  return { patch, now };
}

it("is the text that the edits make one after the other, and that all together make of the first", () => {
  fc.assert(
    fc.property(texts, changes, (text, made) => {
      const { patch, now } = edited(text, made);
      expect(patchedText(patch)).toBe(now);
      expect(applyEdits(text, editsOfPatch(patch, file))).toBe(now);
    }),
  );
});

it("is shown by lines of which those that go stand there, and those that come make the text", () => {
  fc.assert(
    fc.property(texts, changes, (text, made) => {
      const { patch, now } = edited(text, made);
      const lines = text.split("\n");
      const result: string[] = [];
      let next = 1;
      for (const { sign, line, text: shown } of changedLines(text, editsOfPatch(patch, file)).flat()) {
        result.push(...lines.slice(next - 1, line - 1));
        next = Math.max(next, line);
        if (sign === "added") result.push(shown);
        else {
          expect(lines[line - 1]).toBe(shown);
          next = line + 1;
        }
      }
      expect([...result, ...lines.slice(next - 1)].join("\n")).toBe(now);
    }),
  );
});
