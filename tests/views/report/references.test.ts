import { describe, expect, it } from "vitest";
import { bibliographyOf } from "../../../src/views/report/bibliography.ts";
import {
  referencePieces,
  shortAuthors,
  type CitationStyle,
} from "../../../src/views/report/citation_style.ts";
import { workOf } from "../../../src/views/report/csl.ts";
import { plainText } from "../../../src/views/report/document.ts";
import { prepared } from "../../support/reporting.ts";

function reference(csl: unknown, style: CitationStyle): string {
  const work = workOf(csl);
  return plainText(referencePieces(work, work.year ?? "n.d.", style));
}

const article = {
  type: "article-journal",
  author: [
    { family: "Chang", given: "Zheng" },
    { family: "Li", given: "Wei-Feng Anna" },
    { family: "Diao", given: "Mi" },
  ],
  title: "Marriage Entry, Divorce and Reconciliation",
  "container-title": "Humanities and Social Sciences Communications",
  volume: "11",
  issue: 1,
  page: "1-12",
  issued: { "date-parts": [[2024, 5]] },
  DOI: "https://doi.org/10.1057/s41599-024-03734-7",
};
const book = {
  type: "book",
  author: [{ family: "Luhmann", given: "Niklas" }],
  title: "Die Realität der Massenmedien",
  publisher: "Westdeutscher Verlag",
  "publisher-place": "Opladen",
  edition: "2",
  issued: { "date-parts": [["1996"]] },
};
const chapter = {
  type: "chapter",
  author: [{ family: "Teubner", given: "Gunther" }],
  title: "Das regulatorische Trilemma?",
  "container-title": "Quaderni Fiorentini",
  editor: [{ family: "Grossi", given: "Paolo" }],
  page: "109-149",
  issued: { "date-parts": [[1984]] },
};

describe("a reference", () => {
  it("in the style of the APA", () => {
    expect(reference(article, "apa")).toBe(
      "Chang, Z., Li, W.-F. A., & Diao, M. (2024). Marriage Entry, Divorce and Reconciliation. Humanities and Social Sciences Communications, 11(1), 1–12. https://doi.org/10.1057/s41599-024-03734-7",
    );
    expect(reference(book, "apa")).toBe(
      "Luhmann, N. (1996). Die Realität der Massenmedien (2nd ed.). Westdeutscher Verlag.",
    );
    expect(reference(chapter, "apa")).toBe(
      "Teubner, G. (1984). Das regulatorische Trilemma? In P. Grossi (Ed.), Quaderni Fiorentini (pp. 109–149).",
    );
  });

  it("in the style of Chicago, by author and date", () => {
    expect(reference(article, "chicago")).toBe(
      "Chang, Zheng, Wei-Feng Anna Li, and Mi Diao. 2024. “Marriage Entry, Divorce and Reconciliation.” Humanities and Social Sciences Communications 11 (1): 1–12. https://doi.org/10.1057/s41599-024-03734-7",
    );
    expect(reference(book, "chicago")).toBe(
      "Luhmann, Niklas. 1996. Die Realität der Massenmedien. 2nd ed. Opladen: Westdeutscher Verlag.",
    );
    expect(reference(chapter, "chicago")).toBe(
      "Teubner, Gunther. 1984. “Das regulatorische Trilemma?” In Quaderni Fiorentini, edited by Paolo Grossi, 109–149.",
    );
  });

  it("keeps names as their scripts have them", () => {
    const chinese = {
      type: "book",
      title: "法律与社会",
      author: [{ family: "泮", given: "伟江" }],
      issued: { raw: "2019" },
    };
    expect(reference(chinese, "apa")).toBe("泮伟江. (2019). 法律与社会.");
    expect(reference(chinese, "chicago")).toBe("泮伟江. 2019. 法律与社会.");
    const particle = {
      title: "X",
      author: [{ "non-dropping-particle": "van", family: "Krieken", given: "Robert" }],
    };
    expect(reference(particle, "apa")).toBe("van Krieken, R. (n.d.). X.");
    const office = {
      title: "Figures",
      author: [{ literal: "Statistical Office" }],
      issued: { literal: "in press" },
    };
    expect(reference(office, "apa")).toBe("Statistical Office. (in press). Figures.");
  });

  it("is made of whatever an entry has, and follows no address but of the web", () => {
    for (const csl of [
      undefined,
      null,
      1,
      "x",
      [],
      {},
      { title: 3, author: "x", issued: [] },
      { author: [null, {}] },
    ])
      for (const style of ["apa", "chicago"] as const) expect(typeof reference(csl, style)).toBe("string");
    expect(reference({ title: "X", URL: "javascript:alert(1)" }, "apa")).toBe("X. (n.d.).");
  });

  it("is cited by one name, two, or the first of more", () => {
    const authors = (...families: readonly string[]) =>
      workOf({ author: families.map((family) => ({ family })) });
    expect(shortAuthors(authors("A"), "apa")).toBe("A");
    expect(shortAuthors(authors("A", "B"), "apa")).toBe("A & B");
    expect(shortAuthors(authors("A", "B"), "chicago")).toBe("A and B");
    expect(shortAuthors(authors("A", "B", "C"), "apa")).toBe("A et al.");
  });
});

describe("a bibliography", () => {
  const entry = (id: string, family: string, year: number) => ({
    id,
    type: "book",
    title: `Title of ${id}`,
    author: [{ family }],
    issued: { "date-parts": [[year]] },
  });
  const files = new Map([
    [
      "model.sys",
      `model m { cite second "ch. 2" cite first cite other cite missing }\nbibliography "works.json"\nenvironment town { x: number = 1 }\n`,
    ],
    ["works.json", JSON.stringify([entry("second", "Ürban", 2000), entry("first", "Ürban", 2000), entry("other", "Abel", 2001), entry("unused", "Zorn", 1)])], // prettier-ignore
  ]);
  const { model } = prepared("model.sys", files).checked;

  it("lists what is cited, in order, and tells works of one year apart", () => {
    const { references, missing } = bibliographyOf(model, "apa");
    expect(references.map(({ pieces }) => plainText(pieces))).toEqual([
      "Abel. (2001). Title of other.",
      "Ürban. (2000a). Title of first.",
      "Ürban. (2000b). Title of second.",
    ]);
    expect(missing).toEqual(["missing"]);
  });

  it("is cited with the place in the work", () => {
    const citations = model.files.flatMap((file) => file.citations);
    expect(plainText(bibliographyOf(model, "apa").cited(citations))).toBe(
      "(Ürban, 2000b, ch. 2; Ürban, 2000a; Abel, 2001; missing)",
    );
    expect(plainText(bibliographyOf(model, "chicago").cited(citations))).toBe(
      "(Ürban 2000b, ch. 2; Ürban 2000a; Abel 2001; missing)",
    );
  });
});
