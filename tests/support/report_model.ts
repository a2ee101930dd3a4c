/* A model in which one text stands wherever a modeller can write one. */

/** The text as a string of the language, whatever is in it. */
function literal(text: string): string {
  return `"${[...text].map((sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`).join("")}"`;
}

export interface ReportTexts {
  /** In all labels, functions, units, reasons, locators and fields of the bibliography. */
  readonly text: string;
  /** In doc comments, which are Markdown. */
  readonly doc: string;
}

export function filesSaying({ text, doc }: ReportTexts): ReadonlyMap<string, string> {
  const said = literal(text);
  // Messages name things in backquotes, and show the unit of a value: one in a unit would set off a piece of the message.
  const unit = literal(text.replaceAll("`", "'"));
  const comment = `/// ${doc}`;
  const model = `${comment}
model house ${said} {
  author ${said}
  license ${said}
  step ${said}
  cite book ${said}
  cite nowhere ${said}
}
bibliography "works.json"
import politics from "canon"
${comment}
society world ${said} differentiated by function
${comment}
function system law ${said} within world {
  cite paper
  function ${said}
  code lawful ${said} / unlawful ${said}
  medium validity ${said}
  contingency ${said}
  reflection ${said}
  performs ${said} for world
  role judge ${said} performance
  role party ${said} public
  ${comment}
  sensitive to enacted ${said}(limit ${said}: number ${unit})
  ${comment}
  operation judgment ${said}(cost: number)
  ${comment}
  expectation lending_limit ${said}: number ${unit} = 100 normative
  ${comment}
  program legislation ${said} conditional on enacted amends lending_limit {
    when limit < lending_limit -> lawful { lending_limit := limit emit judgment(cost: limit) }
    otherwise -> unlawful
  }
  ${comment}
  limit moderation ${said} blocks judgment when lending_limit < 0
}
${comment}
extend politics {
  allow missing_program ${said}
  operation bill(limit: number)
  sensitive to ruling(cost: number)
}
${comment}
population couples ${said} of 1000 {
  included in law as party
  ${comment}
  price ${said}: number ${unit} = 3
}
${comment}
coupling constitution ${said} between politics and law {
  politics.bill -> law.enacted(limit: limit) when limit >= 0
  law.judgment -> politics.ruling(cost: cost)
}
coupling register ${said} between law and couples {
  law.judgment -> couples { price := cost } after 2 steps
}
${comment}
regulation cap ${said} {
  by politics
  of law
  starts with politics.bill(limit: 70)
  through constitution
  aim law.lending_limit <= 80
}
${comment}
scenario passed ${said} {
  apply cap
  run 4 steps
  expect cap is effective
  expect law.lending_limit = 3
}
${comment}
property settled ${said} { always law.lending_limit > 0 }
`;
  const works = [
    {
      id: "book",
      type: "book",
      title: text,
      author: [{ family: text, given: text }, { literal: text }],
      issued: { "date-parts": [[1996]] },
      publisher: text,
      "publisher-place": text,
      URL: `https://example.org/${text}`,
    },
    {
      id: "paper",
      type: "article-journal",
      title: text,
      author: [{ family: text }],
      "container-title": text,
      volume: text,
      page: text,
      issued: { raw: text },
      DOI: text,
    },
  ];
  return new Map([
    ["model.sys", model],
    ["works.json", JSON.stringify(works)],
  ]);
}

/** The text as a comment can hold it: in one line, without the marks of Markdown that reports keep, and nothing hidden. */
export function asComment(text: string): string {
  return text.replace(/[`*\p{Cc}\p{Cf}]/gu, " ");
}

/** Texts that become something else in the hands of who reads pages or Markdown carelessly. */
export const hostileTexts: readonly string[] = [
  "<script>alert(1)</script>",
  `"><img src=x onerror=alert(1)>`,
  "' onmouseover='alert(1)",
  "</title></style></p></table></body></html>",
  "<!-- -->  ]]> <![CDATA[ <?php",
  "&lt;b&gt; &#60; &amp;amp;",
  "![x](http://example.org/x.png) [a](javascript:alert(1)) [a][b] <http://example.org>",
  "x http://example.org www.example.org me@example.org @everyone #1 GH-1",
  "x | y || z \\| \\\\| `|`",
  "`` ``` ````` ~~~ ~~x~~ **x** __x__ *x* _x_ $x$ ^x^",
  "```\n# x\n- x\n1. x\n> x\n***\n",
  "x\r\n\r\n# heading\r\n\r\n| a | b |\n| - | - |\n",
  "\u202ehello\u2066\u200b\ufeff\u0007\u001b[2J",
  "שלום مرحبا",
  "漢字 ひらがな 한국어",
  `%%{init: {"theme": "x"}}%% =cmd|' /C calc'!A0`,
  "[^1] [x] - [ ] {{x}} :smile: \\",
];
