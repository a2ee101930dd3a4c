import fc from "fast-check";
import type { Place } from "../../src/base/place.ts";
import type { Source } from "../../src/base/source.ts";
import type { Diagnostic, Edit, Fix, Related } from "../../src/diagnostics/diagnostic.ts";

/** Texts that terminals, logs, markup and plain objects trip over. */
const nasty = [
  "\u001b[2J",
  "\u001b]0;title\u0007",
  "\u009b31m",
  "\u0000",
  "\u007f",
  "\r",
  "\n",
  "\r\n",
  "\t",
  "\v\f\u0085\u2028\u2029",
  "\u202e\u2066\u2069\u200f\u061c",
  "\u200b\u200d\ufeff\u00ad\u3164\u{e0041}",
  "\ud800",
  "\udc00",
  "\uffff\ufffe\ufdd0",
  `a${"\u0301".repeat(20)}`,
  "👩‍👩‍👧❤️👍🏽🇩🇪",
  "漢字（",
  "שלום",
  "नीति",
  "##[error]x",
  "##vso[task.setvariable variable=x]y",
  "::error file=a::b",
  "  ::stop-commands::t",
  "::set-output name=a::b",
  "]]>",
  '<a b="c">&amp;',
  "[words](http://example.org)",
  "{0}",
  "%25%0A",
  "`__proto__`",
  "constructor",
  "a b,c:d=e",
  "",
] as const;

export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(...nasty),
      fc.string({ unit: "binary", maxLength: 5 }),
      fc.string({ unit: "grapheme-ascii", maxLength: 12 }),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(""));

export interface Case {
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: (file: string) => Source | undefined;
  readonly files: readonly string[];
}

/** Findings in hostile files with hostile words, places within the files and beyond them. */
export const hostileCases: fc.Arbitrary<Case> = fc
  .uniqueArray(fc.tuple(hostileText, hostileText), { minLength: 1, maxLength: 3, selector: ([name]) => name })
  .chain((named) => {
    const texts = new Map(named);
    const files = [...texts.keys()];
    const place: fc.Arbitrary<Place> = fc.record({
      file: fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...files) },
        { weight: 1, arbitrary: hostileText },
      ),
      start: fc.integer({ min: -2, max: 60 }),
      end: fc.integer({ min: -2, max: 60 }),
    });
    const edit: fc.Arbitrary<Edit> = fc.record({ place, text: hostileText });
    const fix: fc.Arbitrary<Fix> = fc.record({
      title: hostileText,
      certain: fc.boolean(),
      edits: fc.array(edit, { maxLength: 3 }),
    });
    const related: fc.Arbitrary<Related> = fc.record({ place, message: hostileText });
    const words = fc.array(hostileText, { maxLength: 2 });
    const diagnostic: fc.Arbitrary<Diagnostic> = fc.record(
      {
        check: fc.oneof(fc.constantFrom("unknown_name", "code_not_binary"), hostileText),
        severity: fc.constantFrom("error", "warning", "hint"),
        place,
        facts: fc.oneof(fc.anything({ withMap: true, withBigInt: true }), fc.jsonValue()),
        fixes: fc.array(fix, { maxLength: 2 }),
        message: hostileText,
        label: hostileText,
        related: fc.array(related, { maxLength: 4 }),
        why: words,
        help: words,
      },
      { requiredKeys: ["check", "severity", "place", "facts", "fixes", "message"] },
    );
    return fc.array(diagnostic, { maxLength: 4 }).map((diagnostics) => ({
      diagnostics,
      files,
      sources: (file: string) => {
        const text = texts.get(file);
        return text === undefined ? undefined : { name: file, text };
      },
    }));
  });

/**
 * The characters of an output that something might obey or that nobody sees, by the Unicode properties of the host
 * rather than by the tables that the product carries. Line feeds and what holds a picture together are no harm.
 */
export function harmful(output: string): readonly string[] {
  return (
    output
      .replaceAll("\n", "")
      .replace(/(?<=[\p{Extended_Pictographic}\u{1F3FB}-\u{1F3FF}])[\uFE0E\uFE0F]/gu, "")
      .replace(/(?<=[\p{Extended_Pictographic}\u{1F3FB}-\u{1F3FF}])\u200D(?=\p{Extended_Pictographic})/gu, "")
      .match(
        /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu,
      ) ?? []
  );
}
