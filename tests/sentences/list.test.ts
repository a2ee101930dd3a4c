/*
 * That section 4 of LANGUAGE.md, whose sentences stand in contract.txt, is tested word for word: the name of each test quotes
 * a sentence or a part of one (`…` for what is left out at its ends), and the tests of a paragraph, in a `describe` of its
 * title, go through it from its first word to its last.
 */
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** What has no test here, and why. */
const left: readonly { readonly paragraph: string; readonly words: string; readonly why: string }[] = [
  {
    paragraph: "Scenario steps",
    words: "`vary` wins over both;",
    why: "experiments are not run yet",
  },
  {
    paragraph: "Checks",
    words: "Checks are listed in `CHECKS.md`.",
    why: "says where something stands; that each check has its page, pages.test.ts proves",
  },
  {
    paragraph: "Properties",
    words: "nor experiments).",
    why: "experiments are not run yet",
  },
  ...paragraphs()
    .filter(({ title }) => title === "Experiments")
    .map(({ text }) => ({ paragraph: "Experiments", words: text, why: "experiments are not run yet" })),
];

interface Paragraph {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly text: string;
}

function paragraphs(): readonly Paragraph[] {
  const contract = readFileSync(new URL("contract.txt", import.meta.url), "utf8");
  return contract
    .trim()
    .split("\n\n")
    .map((block) => {
      const [title = "", ...sentences] = block.split("\n");
      return { title: title.replace(/^# /, ""), sentences, text: sentences.join(" ") };
    });
}

interface Quote {
  readonly paragraph: string;
  readonly words: string;
}

/** The names of the tests in this folder, each with the title under which it stands. */
function quotes(): readonly Quote[] {
  const folder = new URL(".", import.meta.url);
  const files = readdirSync(folder).filter((name) => /(?<!list|models)\.test\.ts$/.test(name));
  return files.flatMap((name) => {
    const text = readFileSync(new URL(name, folder), "utf8");
    let paragraph = "";
    return [...text.matchAll(/^ *(describe|it)\(\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/gm)].flatMap(
      ([, what, literal = ""]): readonly Quote[] => {
        const words = textOf(literal);
        if (what === "it") return [{ paragraph, words: words.replace(/^… | …$/g, "") }];
        paragraph = words;
        return [];
      },
    );
  });
}

function textOf(literal: string): string {
  const inner = literal.slice(1, -1);
  const read: unknown = JSON.parse(
    literal.startsWith('"') ? literal : `"${inner.replaceAll('"', '\\"').replaceAll("\\'", "'")}"`,
  );
  return String(read);
}

/** What of a paragraph no quote covers, and the quotes that are not found, in their order, behind the one before. */
function compare({ title, text }: Paragraph): {
  readonly uncovered: string;
  readonly unknown: readonly string[];
} {
  const isCovered = Array.from(text, () => false);
  const unknown: string[] = [];
  const cover = (start: number, { length }: string) => isCovered.fill(true, start, start + length);
  for (const { paragraph, words } of left) {
    if (paragraph !== title) continue;
    const at = text.indexOf(words);
    if (at < 0) unknown.push(words);
    else cover(at, words);
  }
  let behind = 0;
  for (const { paragraph, words } of quotes()) {
    if (paragraph !== title) continue;
    const at = text.indexOf(words, behind);
    if (at < 0) {
      unknown.push(words);
      continue;
    }
    cover(at, words);
    behind = at + words.length;
  }
  const uncovered = Array.from(text, (character, at) => (isCovered[at] === true ? " " : character)).join("");
  return { uncovered: uncovered.replace(/\s+/g, " ").trim(), unknown };
}

it("has all paragraphs of section 4, with their sentences", () => {
  const all = paragraphs();
  expect(all.map(({ title }) => title)).toEqual([
    "Scope is the boundary",
    "Names in expressions",
    "Values",
    "Chance",
    "Files",
    "The canon",
    "Kinds",
    "Code and programs",
    "Expectations",
    "Couplings and channels",
    "Limits",
    "One step",
    "Noise",
    "Scenario steps",
    "Expectations of the modeller",
    "Checks",
    "Regulations",
    "Properties",
    "Experiments",
  ]);
  expect(all.flatMap(({ sentences }) => sentences)).toHaveLength(121);
});

it.each(paragraphs().map((paragraph) => [paragraph.title, paragraph] as const))(
  "%s: each word is quoted by a test, or left out for a reason",
  (_title, paragraph) => {
    expect(compare(paragraph)).toEqual({ uncovered: "", unknown: [] });
  },
);

it("has no test that stands under another title", () => {
  const known = new Set(paragraphs().map(({ title }) => title));
  expect(quotes().filter(({ paragraph }) => !known.has(paragraph))).toEqual([]);
});

it("gives a reason for all that is left out", () => {
  for (const { words, why } of left) expect([words, why.length > 20]).toEqual([words, true]);
});
