/*
 * References and citations by author and year, in the manner of the two styles that the social sciences ask for most. (What
 * a library for citation styles would give more, and why there is none here, stands in docs/architecture.md.)
 */
import type { Person, Work } from "./csl.ts";
import { emphasis, prose, said, type Inline, type Piece } from "./document.ts";

export const citationStyles = ["apa", "chicago"] as const;
export type CitationStyle = (typeof citationStyles)[number];

/** `Alm et al.`, `Luhmann`, or the title of what nobody has signed. */
export function shortAuthors({ authors, editors, title }: Work, style: CitationStyle): string | undefined {
  const people = authors.length > 0 ? authors : editors;
  const [first, second] = people;
  if (first === undefined) return title;
  if (people.length > 2) return `${first.family} et al.`;
  if (second === undefined) return first.family;
  return `${first.family} ${style === "apa" ? "&" : "and"} ${second.family}`;
}

export function referencePieces(work: Work, year: string, style: CitationStyle): readonly Inline[] {
  return style === "apa" ? apaPieces(work, year) : chicagoPieces(work, year);
}

/** What is a whole of its own: its title is set in italics. */
function isWhole({ type, container }: Work): boolean {
  return container === undefined || type === "book" || type === "thesis" || type === "report";
}

// ── APA ───────────────────────────────────────────────────────────────────

function apaPieces(work: Work, year: string): readonly Inline[] {
  const { title, authors, editors, container, volume, issue, pages, edition, publisher } = work;
  const edited = authors.length === 0 && editors.length > 0;
  const people = listOf((edited ? editors : authors).map(initialsLast), ", & ", ", & ");
  const who = people === "" ? "" : edited ? `${people} (${editors.length > 1 ? "Eds." : "Ed."})` : people;
  const date = prose("(", said(year), ").");
  const name = title === undefined ? undefined : said(title);
  const whole = isWhole(work);
  const numbered = [edition === undefined ? "" : `${ordinalEdition(edition)} ed.`].filter(
    (text) => text !== "",
  );
  const titled =
    name === undefined
      ? []
      : prose(
          whole ? emphasis(name) : name,
          numbered.length > 0 ? prose(" (", said(numbered.join(", ")), ")") : "",
          endsSentence(title) ? "" : ".",
        );
  return spaced([
    who === "" ? titled : prose(said(who), who.endsWith(".") ? "" : "."),
    date,
    who === "" ? [] : titled,
    whole ? [] : within(),
    publisher === undefined || (!whole && work.type !== "chapter") ? [] : prose(said(publisher), "."),
    address(work),
  ]);

  function within(): readonly Inline[] {
    if (container === undefined) return [];
    if (work.type === "chapter" || work.type === "paper-conference") {
      const by = editors.map(initialsFirst);
      const of = by.length === 0 ? "" : `${listOf(by, " & ", ", & ")} (${by.length > 1 ? "Eds." : "Ed."}), `;
      const at =
        pages === undefined ? "" : prose(` (${/[–,]/u.test(pages) ? "pp." : "p."} `, said(pages), ")");
      return prose("In ", said(of), emphasis(said(container)), at, ".");
    }
    return prose(
      emphasis(said(container)),
      volume === undefined ? "" : prose(", ", emphasis(said(volume))),
      issue === undefined ? "" : prose(volume === undefined ? ", " : "", "(", said(issue), ")"),
      pages === undefined ? "" : prose(", ", said(pages)),
      ".",
    );
  }
}

// ── Chicago, author and date ──────────────────────────────────────────────

function chicagoPieces(work: Work, year: string): readonly Inline[] {
  const { title, authors, editors, container, volume, issue, pages, edition, publisher, city } = work;
  const edited = authors.length === 0 && editors.length > 0;
  const people = (edited ? editors : authors).map((person, index) =>
    index === 0 ? familyFirst(person) : givenFirst(person),
  );
  const names = listOf(people, ", and ", ", and ");
  const who = names === "" ? "" : edited ? `${names}, ${editors.length > 1 ? "eds" : "ed"}` : names;
  const whole = isWhole(work);
  const name =
    title === undefined
      ? []
      : whole
        ? prose(emphasis(said(title)), endsSentence(title) ? "" : ".")
        : prose("“", said(title), endsSentence(title) ? "”" : ".”");
  const dated = prose(said(year), year.endsWith(".") ? "" : ".");
  return spaced([
    ...(who === "" ? [name, dated] : [prose(said(who), who.endsWith(".") ? "" : "."), dated, name]),
    edition === undefined ? [] : prose(said(ordinalEdition(edition)), " ed."),
    whole ? [] : within(),
    publisher === undefined || (!whole && work.type !== "chapter")
      ? []
      : prose(city === undefined ? "" : prose(said(city), ": "), said(publisher), "."),
    address(work),
  ]);

  function within(): readonly Inline[] {
    if (container === undefined) return [];
    if (work.type === "chapter" || work.type === "paper-conference") {
      const by =
        editors.length === 0
          ? ""
          : prose(", edited by ", said(listOf(editors.map(givenFirst), " and ", ", and ")));
      return prose(
        "In ",
        emphasis(said(container)),
        by,
        pages === undefined ? "" : prose(", ", said(pages)),
        ".",
      );
    }
    return prose(
      emphasis(said(container)),
      volume === undefined ? "" : prose(" ", said(volume)),
      issue === undefined ? "" : prose(" (", said(issue), ")"),
      pages === undefined ? "" : prose(": ", said(pages)),
      ".",
    );
  }
}

// ── Names and parts ───────────────────────────────────────────────────────

/** Names that are written without a space: those of Chinese, Japanese and Korean people in their own scripts. */
const together = /^[\u3400-\u9FFF\u3040-\u30FF\uAC00-\uD7AF]+$/u;

function inOneWord({ family, given }: Person): string | undefined {
  if (given === undefined) return family;
  return together.test(family) && together.test(given) ? family + given : undefined;
}

function initials(given: string): string {
  return given
    .split(/\s+/u)
    .map((name) =>
      name
        .split("-")
        .map((part) => ([...part][0] === undefined ? "" : `${[...part][0]}.`))
        .join("-"),
    )
    .join(" ");
}

function initialsLast(person: Person): string {
  return inOneWord(person) ?? `${person.family}, ${initials(person.given ?? "")}`;
}

function initialsFirst(person: Person): string {
  return inOneWord(person) ?? `${initials(person.given ?? "")} ${person.family}`;
}

function familyFirst(person: Person): string {
  return inOneWord(person) ?? `${person.family}, ${person.given}`;
}

function givenFirst(person: Person): string {
  return inOneWord(person) ?? `${person.given} ${person.family}`;
}

function listOf(items: readonly string[], two: string, more: string): string {
  if (items.length < 2) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")}${items.length === 2 ? two : more}${items.at(-1)}`;
}

function ordinalEdition(edition: string): string {
  if (!/^\d+$/u.test(edition)) return edition.replace(/\s*(?:ed\.?|edition)$/iu, "");
  const ending = /(?:^|[^1])[123]$/u.test(edition)
    ? (["st", "nd", "rd"][Number(edition.at(-1)) - 1] ?? "th")
    : "th";
  return `${edition}${ending}`;
}

function endsSentence(title: string | undefined): boolean {
  return /[.?!？！。]$/u.test(title ?? "");
}

function address({ doi, url }: Work): readonly Inline[] {
  const target = doi === undefined ? url : `https://doi.org/${encodeURI(doi)}`;
  if (target === undefined) return [];
  const shown = doi === undefined ? target : `https://doi.org/${doi}`;
  return [{ kind: "link", to: { kind: "web", url: target }, pieces: [said(shown)] }];
}

/** One after the other with a space between those that are there. */
function spaced(parts: readonly Piece[]): readonly Inline[] {
  const given = parts.map((part) => prose(part)).filter((part) => part.length > 0);
  return given.flatMap((part, index) => (index === 0 ? part : prose(" ", part)));
}
