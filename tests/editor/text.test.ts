import { expect, test } from "vitest";
import { applyEdits } from "../../src/diagnostics/edits.ts";
import { actionsFor } from "../../src/editor/actions.ts";
import { layoutEdits } from "../../src/editor/layout_edits.ts";
import { outlineOf, type OutlineItem } from "../../src/editor/outline.ts";
import { foldsOf, selectionsAt } from "../../src/editor/shape.ts";
import { format } from "../../src/format/format.ts";
import { check } from "../../src/index.ts";
import { parse } from "../../src/syntax/parse.ts";
import { exampleFiles, exampleModels } from "../support/examples.ts";
import { marked } from "./marked.ts";

const cap = exampleFiles.get("house_prices/price_cap.sys") ?? "";
const read = (text: string) => parse({ name: "m.sys", text });

function lines(items: readonly OutlineItem[], depth = 0): string[] {
  return items.flatMap((item) => [
    `${"  ".repeat(depth)}${item.name} – ${item.detail}`,
    ...lines(item.children, depth + 1),
  ]);
}

test("the outline has the declarations, their members and their clauses with names", () => {
  const text = `function system law "Recht" { code lawful / unlawful operation judgment(cost: number) }
coupling c between law and economy { law.judgment -> economy.cost(amount: cost) }
scenario s { run }
`;
  expect(lines(outlineOf(read(text)))).toEqual([
    'law – function system "Recht"',
    "  lawful / unlawful – code",
    "  judgment – operation",
    "c – coupling",
    "  law.judgment -> economy.cost – channel",
    "s – scenario",
  ]);
});

test("bodies, comments and imports of more than one line can be folded", () => {
  const text = `// one\n// two\nimport law\n  from "canon"\n\nmachine a {\n  code x / y\n}\nmachine b {}\n`;
  expect(foldsOf(read(text)).map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
    ["comment", "// one\n// two"],
    ["imports", 'import law\n  from "canon"'],
    ["body", "{\n  code x / y\n}"],
  ]);
});

test("a selection grows from the name over what it belongs to up to the whole text", () => {
  const text = "machine a { code x / y }\n";
  const found = selectionsAt(read(text), text.indexOf("y"));
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([
    "y",
    "code x / y",
    "{ code x / y }",
    "machine a { code x / y }",
    text,
  ]);
});

test.each(exampleModels)("%s, shaken, is laid out by edits of space alone", (name) => {
  const text = exampleFiles.get(name) ?? "";
  const shaken = text.replace(/\n {2}/g, "\n      ").replace(/ \{\n/g, "   {\n\n\n");
  const source = { name, text: shaken };
  const formatted = format(source);
  const edits = layoutEdits(source);
  expect(formatted).toEqual({ kind: "formatted", text: applyEdits(shaken, edits) });
  for (const { place, text: space } of edits)
    expect(shaken.slice(place.start, place.end).trim() + space.trim()).toBe("");
});

test("of a range only what lies in it is laid out, and of a broken text nothing", () => {
  const text = "machine a {    code x / y }\nmachine b {    code x / y }\n";
  const edits = layoutEdits({ name: "m.sys", text }, { range: { start: 0, end: text.indexOf("\n") } });
  expect(applyEdits(text, edits)).toBe("machine a { code x / y }\nmachine b {    code x / y }\n");
  expect(layoutEdits({ name: "m.sys", text: "machine {{{" })).toEqual([]);
});

test("spaces at the ends of lines may stay, where they are nobody's", () => {
  const text = "machine a {  \n  code x / y\n}   \n\nmachine b {    code x / y }\n";
  const edits = layoutEdits({ name: "m.sys", text }, { spacesAtEnds: true });
  expect(applyEdits(text, edits)).toBe("machine a {  \n  code x / y\n}   \n\nmachine b { code x / y }\n");
});

test("a finding can be mended by its certain fix, or silenced with a reason", () => {
  const text = 'machine a {\n  function "sort"\n  code lawful / unlawful / tolerated\n}\n';
  const { study } = marked(`‸${text}`);
  const { diagnostics } = study.checked();
  const actions = actionsFor(study, diagnostics);
  const silence = actions.find(({ title }) => title.startsWith("Silence"));
  expect(silence?.preferred).toBe(false);
  const silenced = applyEdits(text, silence?.edits ?? []);
  expect(silenced).toContain('{\n  allow code_not_binary "why this is meant"\n');
  expect(check(silenced).diagnostics.map(({ check }) => check)).not.toContain(silence?.diagnostic.check);
});

test("what is found in reading cannot be silenced, and its certain fix is the one to take", () => {
  const text = "machine a { code lawful ／ unlawful }\n";
  const { study } = marked(`‸${text}`);
  const found = study.checked().diagnostics.filter(({ check }) => check === "syntax_error");
  const [first, ...others] = actionsFor(study, found);
  expect(others).toEqual([]);
  expect(first?.preferred).toBe(true);
  expect(applyEdits(text, first?.edits ?? [])).toBe("machine a { code lawful / unlawful }\n");
});

test("whatever can be silenced in an example without its `allow`s is silenced by what is proposed", () => {
  const text = cap.replace(/\n\s*expect violation \w+/g, "");
  const { study } = marked({ "house_prices/price_cap.sys": `‸${text}` });
  for (const diagnostic of study.checked().diagnostics) {
    const silence = actionsFor(study, [diagnostic]).find(({ title }) => title.startsWith("Silence"));
    const after = check(applyEdits(text, silence?.edits ?? []));
    expect(after.silenced.map((one) => one.diagnostic.check)).toContain(diagnostic.check);
  }
});
