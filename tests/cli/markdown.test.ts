import { expect, test } from "vitest";
import { markdownForTerminal } from "../../src/cli/markdown.ts";

const page = `# code_not_binary

A code that has \`one\` value,
or *three* or **more**, see [the guide](guide.md) and [GLU](https://example.org/glu).

## Wrong

\`\`\`sys
machine court {
  code a / b / c   // # not a heading
}
\`\`\`

- first item, which is long enough to be broken
  and goes on
- second
1. third

> said
> twice

| a | b |
|---|---|
| 1 | 2 |
`;

test("a page is wrapped, its code is not, and without colour its marks stay", () => {
  expect(markdownForTerminal(page, { width: 40, color: false })).toBe(`code_not_binary
---------------

A code that has \`one\` value, or *three*
or **more**, see the guide and GLU
(https://example.org/glu).

Wrong
-----

    machine court {
      code a / b / c   // # not a heading
    }

- first item, which is long enough to be
  broken and goes on
- second
1. third

  said twice

| a | b |
|---|---|
| 1 | 2 |
`);
});

test("with colour the marks of emphasis and code give way to it", () => {
  const shown = markdownForTerminal("# Title\n\na `code` and *more*\n", { width: 80, color: true });
  expect(shown).toBe("\u001b[1mTitle\u001b[0m\n\na \u001b[1mcode\u001b[0m and \u001b[1mmore\u001b[0m\n");
});

test("an empty page is nothing, and an unclosed fence goes on to the end", () => {
  expect(markdownForTerminal("", { width: 80, color: false })).toBe("");
  expect(markdownForTerminal("```\na\n\nb", { width: 80, color: false })).toBe("    a\n\n    b\n");
});
