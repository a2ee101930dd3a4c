/* The bibliography of a report: what the model cites, each work once, and how it is cited in the text. */
import type { Citation, Model } from "../../model/model.ts";
import { referencePieces, shortAuthors, type CitationStyle } from "./citation_style.ts";
import { workOf, type Work } from "./csl.ts";
import { code, listing, prose, said, type Inline, type Reference } from "./document.ts";

export interface BibliographyOfReport {
  /** `(Pan, 2024, section III.2; Luhmann, 1996)` with links to the references; empty for no citations. */
  readonly cited: (citations: readonly Citation[]) => readonly Inline[];
  /** In the order of their authors and years. */
  readonly references: readonly Reference[];
  /** Keys that are cited, and of which no bibliography of the model has an entry. */
  readonly missing: readonly string[];
}

interface Entry {
  readonly key: string;
  readonly work: Work;
  readonly authors: string;
  /** With a letter where the same authors have several works of a year. */
  readonly year: string;
}

export function bibliographyOf(model: Model, style: CitationStyle): BibliographyOfReport {
  const keys = new Set(citationsIn(model).map(({ key }) => key.text));
  const works = new Map(
    model.files
      .flatMap(({ bibliographies }) => bibliographies.flatMap(({ entries }) => entries))
      .filter(({ key }) => keys.has(key))
      .map(({ key, csl }): [string, Work] => [key, workOf(csl)]),
  );
  const entries = entriesOf(works, style);
  const ids = new Map(entries.map(({ key }, index) => [key, `reference-${index + 1}`]));
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  return {
    references: entries.map(({ key, work, year }) => ({
      id: ids.get(key) ?? "",
      pieces: referencePieces(work, year, style),
    })),
    missing: [...keys].filter((key) => !works.has(key)),
    cited: (citations) => {
      if (citations.length === 0) return [];
      const each = citations.map(({ key, locator }) => {
        const at = locator === undefined ? "" : prose(", ", said(locator));
        const entry = byKey.get(key.text);
        if (entry === undefined) return prose(code(key.text), at);
        const comma = style === "apa" ? ", " : " ";
        const words = prose(said(entry.authors), comma, said(entry.year));
        return prose({ kind: "link", to: { kind: "here", id: ids.get(key.text) ?? "" }, pieces: words }, at);
      });
      return prose(
        "(",
        each.flatMap((one, index) => (index === 0 ? one : prose("; ", one))),
        ")",
      );
    },
  };
}

/** All that the model cites, in the order of its parts. The canon cites nothing that is to be listed here. */
function citationsIn(model: Model): readonly Citation[] {
  const declared = [
    model.societies,
    model.systems,
    model.environments,
    model.couplings,
    model.regulations,
    model.scenarios,
    model.properties,
    model.experiments,
  ].flat();
  return [
    ...model.files.flatMap(({ citations }) => citations),
    ...declared.flatMap(({ citations }) => citations),
    ...model.systems.flatMap(({ programs }) => programs.flatMap(({ citations }) => citations)),
  ];
}

function entriesOf(works: ReadonlyMap<string, Work>, style: CitationStyle): readonly Entry[] {
  const undated = style === "apa" ? "n.d." : "n.d.";
  const plain = [...works]
    .map(([key, work]) => ({
      key,
      work,
      authors: shortAuthors(work, style) ?? key,
      year: work.year ?? undated,
    }))
    .sort((a, b) => compare(sortedBy(a), sortedBy(b)));
  return plain.map((entry): Entry => {
    const like = plain.filter(({ authors, year }) => authors === entry.authors && year === entry.year);
    const letter = like.length < 2 ? "" : String.fromCharCode(97 + (like.indexOf(entry) % 26));
    const hyphen = letter !== "" && entry.year === undated ? "-" : "";
    return { ...entry, year: `${entry.year}${hyphen}${letter}` };
  });
}

function sortedBy({ authors, year, work, key }: Entry): readonly string[] {
  const people = work.authors.map(({ family, given }) => `${family} ${given ?? ""}`).join(" ");
  return [people === "" ? authors : people, year, work.title ?? "", key].map((text) =>
    // Without the marks on letters, and without regard to case, as people look for them.
    text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase(),
  );
}

function compare(a: readonly string[], b: readonly string[]): number {
  for (const [index, text] of a.entries()) {
    const other = b[index] ?? "";
    if (text !== other) return text < other ? -1 : 1;
  }
  return 0;
}

/** What is said of keys without an entry. */
export function missingPieces(keys: readonly string[]): readonly Inline[] {
  return prose("No bibliography of the model has an entry for ", listing(keys.map((key) => code(key))), ".");
}
