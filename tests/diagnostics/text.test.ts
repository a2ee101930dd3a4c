import { expect, test } from "vitest";
import type { TextOptions } from "../../src/diagnostics/show/text.ts";
import { renderText, summaryLine } from "../../src/diagnostics/show/text.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { finding, placeOf, sourcesOf } from "../support/sample-diagnostics.ts";

/** Renders one finding about the first occurrence of `words` in `text`. */
function rendered(
  text: string,
  words: string,
  more: Partial<Diagnostic> = {},
  options: TextOptions = {},
): string {
  const sources = sourcesOf({ "a.sys": text });
  return renderText([finding(placeOf(words, "a.sys", sources), more)], sources, options);
}

const city = `model city

scenario decree "The city decrees a price" {
  perturb economy from politics with decree(cap: 50)
  run
  expect economy stays indifferent
  expect economy.price = 60
}
`;

test("a finding with a related place in the same line", () => {
  const sources = sourcesOf({ "price_cap.sys": city });
  const at = (words: string) => placeOf(words, "price_cap.sys", sources);
  const uncoupled = finding(at("perturb"), {
    check: "uncoupled_perturbation",
    message: "this perturbation crosses the boundary of `economy` without a coupling",
    label: "no structural coupling carries politics.decree into economy",
    related: [{ place: at("politics"), message: "politics operates here" }],
    why: [
      "`economy` notices only what its couplings translate into something it is sensitive to: `credit_cost`",
    ],
    help: [
      "the model has a way round: politics.bill ─constitution→ law.enacted ─contract→ economy.credit_cost",
    ],
  });
  expect(renderText([uncoupled], sources)).toMatchInlineSnapshot(`
    "error[uncoupled_perturbation]: this perturbation crosses the boundary of \`economy\` without a coupling
      ┌─ price_cap.sys:4:3
    4 │   perturb economy from politics with decree(cap: 50)
      │   ^^^^^^^              ──────── politics operates here
      │   no structural coupling carries politics.decree into economy
      = \`economy\` notices only what its couplings translate into something it is sensitive to: \`credit_cost\`
      = help: the model has a way round: politics.bill ─constitution→ law.enacted ─contract→ economy.credit_cost
      = more: niklas explain uncoupled_perturbation
    "
  `);
});

test("of several labels in a line the last stands beside, the others hang below", () => {
  const sources = sourcesOf({ "a.sys": city });
  const at = (words: string) => placeOf(words, "a.sys", sources);
  const found = finding(at("economy from"), {
    label: "the target",
    related: [
      { place: at("perturb"), message: "the act" },
      { place: at("decree(cap"), message: "the operation" },
      { place: at("50"), message: "the cap" },
    ],
  });
  expect(renderText([found], sources)).toMatchInlineSnapshot(`
    "error[unknown_name]: nothing here is called so
      ┌─ a.sys:4:11
    4 │   perturb economy from politics with decree(cap: 50)
      │   ─────── ^^^^^^^^^^^^               ──────────  ── the cap
      │   │       │                          the operation
      │   │       the target
      │   the act
      = more: niklas explain unknown_name
    "
  `);
});

test("a related place that contains the finding is drawn behind it", () => {
  const sources = sourcesOf({ "a.sys": city });
  const at = (words: string) => placeOf(words, "a.sys", sources);
  const found = finding(at("politics"), {
    label: "this name",
    related: [{ place: at("perturb economy from politics with decree"), message: "in this act" }],
  });
  expect(renderText([found], sources)).toMatchInlineSnapshot(`
    "error[unknown_name]: nothing here is called so
      ┌─ a.sys:4:24
    4 │   perturb economy from politics with decree(cap: 50)
      │   ─────────────────────^^^^^^^^──────────── in this act
      │                        this name
      = more: niklas explain unknown_name
    "
  `);
});

test("lines far apart are separated, a single line between two is shown", () => {
  const sources = sourcesOf({ "a.sys": city });
  const at = (words: string) => placeOf(words, "a.sys", sources);
  const found = finding(at("expect economy stays"), {
    label: "expected here",
    related: [
      { place: at("city"), message: "the model" },
      { place: at("perturb"), message: "the act" },
    ],
  });
  expect(renderText([found], sources)).toMatchInlineSnapshot(`
    "error[unknown_name]: nothing here is called so
      ┌─ a.sys:6:3
    1 │ model city
      │       ──── the model
      ⋮
    4 │   perturb economy from politics with decree(cap: 50)
      │   ─────── the act
    5 │   run
    6 │   expect economy stays indifferent
      │   ^^^^^^^^^^^^^^^^^^^^ expected here
      = more: niklas explain unknown_name
    "
  `);
});

test("related places in other files have frames of their own", () => {
  const sources = sourcesOf({ "a.sys": city, "lib/law.sys": "model law\n\nfunction system law {\n}\n" });
  const found = finding(placeOf("decree", "a.sys", sources), {
    related: [
      { place: placeOf("law {", "lib/law.sys", sources), message: "declared here" },
      { place: { file: "gone.sys", start: 3, end: 5 }, message: "and in a file whose text is not at hand" },
    ],
  });
  expect(renderText([found], sources)).toMatchInlineSnapshot(`
    "error[unknown_name]: nothing here is called so
      ┌─ a.sys:3:10
    3 │ scenario decree "The city decrees a price" {
      │          ^^^^^^
      ┌─ lib/law.sys:3:17
    3 │ function system law {
      │                 ───── declared here
      ┌─ gone.sys
      │ and in a file whose text is not at hand
      = more: niklas explain unknown_name
    "
  `);
});

test("a place of a few lines is underlined in each", () => {
  expect(rendered(city, "run\n  expect economy stays indifferent\n", { label: "these steps" }))
    .toMatchInlineSnapshot(`
    "error[unknown_name]: nothing here is called so
      ┌─ a.sys:5:3
    5 │   run
      │   ^^^ these steps
    6 │   expect economy stays indifferent
      │   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = more: niklas explain unknown_name
    "
  `);
});

test("of a longer place the first and the last line are shown", () => {
  expect(rendered(city, city.slice(city.indexOf("scenario"), -1), { label: "this scenario" }))
    .toMatchInlineSnapshot(`
    "error[unknown_name]: nothing here is called so
      ┌─ a.sys:3:1
    3 │ scenario decree "The city decrees a price" {
      │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this scenario
      ⋮
    8 │ }
      │ ^ to here
      = more: niklas explain unknown_name
    "
  `);
});

test("an empty place shows where something is missing", () => {
  const sources = sourcesOf({ "a.sys": "code lawful unlawful\ncode true" });
  const between = { file: "a.sys", start: 11, end: 11 };
  const atEnd = { file: "a.sys", start: 30, end: 30 };
  const found = [finding(between, { label: "`/` belongs here" }), finding(atEnd)];
  expect(renderText(found, sources)).toMatchInlineSnapshot(`
    "error[unknown_name]: nothing here is called so
      ┌─ a.sys:1:12
    1 │ code lawful unlawful
      │            ^ \`/\` belongs here
      = more: niklas explain unknown_name

    error[unknown_name]: nothing here is called so
      ┌─ a.sys:2:10
    2 │ code true
      │          ^ the file ends here
      = more: niklas explain unknown_name
    "
  `);
});

test("in an empty file the only place is its end", () => {
  const sources = sourcesOf({ "a.sys": "" });
  expect(renderText([finding({ file: "a.sys", start: 0, end: 0 })], sources)).toMatchInlineSnapshot(`
    "error[unknown_name]: nothing here is called so
      ┌─ a.sys:1:1
    1 │
      │ ^ the file ends here
      = more: niklas explain unknown_name
    "
  `);
});

test("carets stand under what they mean after tabs, wide signs, marks and pictures", () => {
  const line = '\tsystem 法律\t"e\u0301 👩‍👩‍👧 ＠" xx';
  expect(rendered(line, "法律")).toMatchInlineSnapshot(`
    "error[unknown_name]: nothing here is called so
      ┌─ a.sys:1:9
    1 │     system 法律 "é 👩‍👩‍👧 ＠" xx
      │            ^^^^
      = more: niklas explain unknown_name
    "
  `);
  expect(rendered(line, "👩‍👩‍👧")).toMatchInlineSnapshot(`
    "error[unknown_name]: nothing here is called so
      ┌─ a.sys:1:16
    1 │     system 法律 "é 👩‍👩‍👧 ＠" xx
      │                    ^^
      = more: niklas explain unknown_name
    "
  `);
  expect(rendered(line, "xx")).toMatchInlineSnapshot(`
    "error[unknown_name]: nothing here is called so
      ┌─ a.sys:1:28
    1 │     system 法律 "é 👩‍👩‍👧 ＠" xx
      │                           ^^
      = more: niklas explain unknown_name
    "
  `);
});

test("a place within a letter and its marks shows the whole letter", () => {
  expect(rendered("ae\u0301o", "\u0301")).toMatchInlineSnapshot(`
    "error[unknown_name]: nothing here is called so
      ┌─ a.sys:1:3
    1 │ aéo
      │  ^
      = more: niklas explain unknown_name
    "
  `);
});

test("right-to-left names are underlined in the order of the text", () => {
  expect(rendered('system שלום "x"', "שלום", { label: "this name" })).toMatchInlineSnapshot(`
    "error[unknown_name]: nothing here is called so
      ┌─ a.sys:1:8
    1 │ system שלום "x"
      │        ^^^^ this name
      = more: niklas explain unknown_name
    "
  `);
});

test("line ends do not show, whatever they are", () => {
  const lf = rendered(city, "run\n  expect economy stays", { label: "these" });
  const crlf = city.replaceAll("\n", "\r\n");
  expect(rendered(crlf, "run\r\n  expect economy stays", { label: "these" })).toBe(lf);
});

test("a very long line is cut to what is around the places", () => {
  const line = `${"a ".repeat(2_000_000)}HERE ${"b ".repeat(300)}THERE ${"c ".repeat(500_000)}`;
  const sources = sourcesOf({ "a.sys": line });
  const found = finding(placeOf("HERE", "a.sys", sources), {
    label: "here",
    related: [{ place: placeOf("THERE", "a.sys", sources), message: "and there" }],
  });
  expect(renderText([found], sources)).toMatchInlineSnapshot(`
    "error[unknown_name]: nothing here is called so
      ┌─ a.sys:1:4000001
    1 │ …a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a HERE b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b…b b b b b b b b b b THERE c c c c c c c c c c…
      │                                                              ^^^^                                                                                 ───── and there
      │                                                              here
      = more: niklas explain unknown_name
    "
  `);
});

test("a line that is wider than the terminal is cut to it", () => {
  const line = "operation a ".repeat(12);
  expect(rendered(`${line}HERE ${line}`, "HERE", { label: "this" }, { width: 60 })).toMatchInlineSnapshot(`
    "error[unknown_name]: nothing here is called so
      ┌─ a.sys:1:145
    1 │ … operation a operation a HERE operation a operation a …
      │                           ^^^^ this
      = more: niklas explain unknown_name
    "
  `);
});

test("of a very long place both ends are shown", () => {
  expect(rendered(`x ${"y".repeat(1000)} z`, "y".repeat(1000), { label: "long" })).toMatchInlineSnapshot(`
    "error[unknown_name]: nothing here is called so
      ┌─ a.sys:1:3
    1 │ x yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy…yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy z
      │   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ long
      = more: niklas explain unknown_name
    "
  `);
});

test("hidden characters are shown where they stand", () => {
  const line = 'system "a\u202eb\u001b[2J" {';
  expect(rendered(line, "\u202e", { message: "a hidden \u202e and an \u001b" })).toMatchInlineSnapshot(`
    "error[unknown_name]: a hidden \\u{202E} and an ␛
      ┌─ a.sys:1:10
    1 │ system "a\\u{202E}b␛[2J" {
      │          ^^^^^^^^
      = more: niklas explain unknown_name
    "
  `);
});

test("notes and labels are wrapped at the width, with a hanging indent", () => {
  const options = { width: 60 };
  expect(
    rendered(
      city,
      "perturb economy",
      {
        label: "no structural coupling carries politics.decree into economy, nor does any in the canon",
        why: [
          "`economy` notices only what its couplings translate into something it is sensitive to: `credit_cost`",
          "first:\n  politics → law\n  law → economy",
        ],
        help: [
          "系统只注意到它的耦合所转换成它所敏感的东西的事情，也就是说信用成本而不是其他任何东西",
          "x".repeat(70),
        ],
      },
      options,
    ),
  ).toMatchInlineSnapshot(`
    "error[unknown_name]: nothing here is called so
      ┌─ a.sys:4:3
    4 │   perturb economy from politics with decree(cap: 50)
      │   ^^^^^^^^^^^^^^^
      │   no structural coupling carries politics.decree into
      │   economy, nor does any in the canon
      = \`economy\` notices only what its couplings translate into
        something it is sensitive to: \`credit_cost\`
      = first:
          politics → law
          law → economy
      = help: 系统只注意到它的耦合所转换成它所敏感的东西的事情，
        也就是说信用成本而不是其他任何东西
      = help: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
        xxxxxxxxxxxxxxxxxxxx
      = more: niklas explain unknown_name
    "
  `);
});

test("a fix that changes one line is shown as it was and as it will be", () => {
  const sources = sourcesOf({ "a.sys": "machine m {\n  code a / b / c\n}\n" });
  const third = placeOf(" / c", "a.sys", sources);
  const after = { file: "a.sys", start: third.end, end: third.end };
  const found = finding(third, {
    fixes: [
      { title: "remove `c`", certain: true, edits: [{ place: third, text: "" }] },
      { title: "add a medium", certain: false, edits: [{ place: after, text: "\n  medium money" }] },
      {
        title: "do without a code",
        certain: false,
        edits: [{ place: { file: "a.sys", start: 12, end: 29 }, text: "" }],
      },
      { title: "begin anew", certain: false, edits: [{ place: { ...third, start: 0 }, text: "" }] },
    ],
  });
  expect(renderText([found], sources)).toMatchInlineSnapshot(`
    "error[unknown_name]: nothing here is called so
      ┌─ a.sys:2:13
    2 │   code a / b / c
      │             ^^^^
      = fix: remove \`c\`
        - code a / b / c
        + code a / b
      = possible fix: add a medium
        + medium money
      = possible fix: do without a code
        - code a / b / c
      = possible fix: begin anew
      = more: niklas explain unknown_name
    "
  `);
});

test("with ASCII signs alone nothing is drawn with others", () => {
  const shown = rendered(
    city,
    "perturb",
    { label: "a → b", related: [], help: ["the way: a ─c→ b …"], why: ["\u001b"] },
    { ascii: true },
  );
  expect(shown).toMatchInlineSnapshot(`
    "error[unknown_name]: nothing here is called so
      +- a.sys:4:3
    4 |   perturb economy from politics with decree(cap: 50)
      |   ^^^^^^^ a -> b
      = \\u{1B}
      = help: the way: a -c-> b ...
      = more: niklas explain unknown_name
    "
  `);
  expect(shown).toMatch(/^[\n\x20-\x7E]*$/);
});

test("colours say nothing that is not said without them", () => {
  const more: Partial<Diagnostic> = { severity: "warning", label: "here", why: ["so"], help: ["do"] };
  const coloured = rendered(city, "perturb", more, { colour: true });
  expect(JSON.stringify(coloured).replaceAll("\\n", "\\n\n")).toMatchInlineSnapshot(`
    ""\\u001b[1;33mwarning[unknown_name]\\u001b[0m\\u001b[1m: nothing here is called so\\u001b[0m\\n
      \\u001b[2m┌─\\u001b[0m a.sys:4:3\\n
    \\u001b[2m4 │\\u001b[0m   perturb economy from politics with decree(cap: 50)\\n
      \\u001b[2m│\\u001b[0m   \\u001b[1;33m^^^^^^^\\u001b[0m \\u001b[1;33mhere\\u001b[0m\\n
      \\u001b[2m=\\u001b[0m so\\n
      \\u001b[2m=\\u001b[0m \\u001b[1mhelp:\\u001b[0m do\\n
      \\u001b[2m=\\u001b[0m \\u001b[1mmore:\\u001b[0m niklas explain unknown_name\\n
    ""
  `);
  expect(coloured.replace(/\u001b\[[0-9;]*m/g, "")).toBe(rendered(city, "perturb", more));
});

test("of very many related places and fixes it is said how many more there are", () => {
  const sources = sourcesOf({ "a.sys": city });
  const place = placeOf("perturb", "a.sys", sources);
  const shown = renderText(
    [
      finding(place, {
        related: Array.from({ length: 100 }, () => ({ place, message: "again" })),
        fixes: Array.from({ length: 5 }, () => ({ title: "mend", certain: false, edits: [] })),
      }),
    ],
    sources,
  );
  expect(shown.split("again")).toHaveLength(13);
  expect(shown).toContain("= 88 more places have a part in this");
  expect(shown).toContain("= 1 more fix is possible");
});

test("findings are separated by an empty line", () => {
  const sources = sourcesOf({ "a.sys": city });
  const found = finding(placeOf("city", "a.sys", sources));
  expect(renderText([found, found], sources)).toBe(
    `${renderText([found], sources)}\n${renderText([found], sources)}`,
  );
  expect(renderText([], sources)).toBe("");
});

test("a summary counts what there is", () => {
  const none = { errors: 0, warnings: 0, hints: 0, files: 1, silenced: 0 };
  expect(summaryLine(none)).toBe("nothing found in 1 file");
  expect(summaryLine({ ...none, errors: 3, warnings: 2, files: 4 })).toBe("3 errors, 2 warnings in 4 files");
  expect(summaryLine({ ...none, warnings: 1, hints: 1, silenced: 2 })).toBe(
    "1 warning, 1 hint in 1 file, 2 silenced",
  );
});
