/* Entries of a bibliography as they are found in the wild: CSL-JSON, of which nothing can be taken for granted. */

export interface Work {
  readonly type: string;
  readonly title: string | undefined;
  readonly authors: readonly Person[];
  readonly editors: readonly Person[];
  readonly year: string | undefined;
  /** The journal, the series or the book that it stands in. */
  readonly container: string | undefined;
  readonly volume: string | undefined;
  readonly issue: string | undefined;
  readonly pages: string | undefined;
  readonly edition: string | undefined;
  readonly publisher: string | undefined;
  readonly city: string | undefined;
  readonly doi: string | undefined;
  /** An address that is of the web. */
  readonly url: string | undefined;
}

export interface Person {
  /** With what belongs before it: `van Gogh`. An institution has nothing else. */
  readonly family: string;
  readonly given: string | undefined;
}

export function workOf(csl: unknown): Work {
  const url = textIn(csl, "URL");
  const doi = textIn(csl, "DOI")?.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/iu, "");
  return {
    type: textIn(csl, "type") ?? "document",
    title: textIn(csl, "title"),
    authors: peopleIn(csl, "author"),
    editors: peopleIn(csl, "editor"),
    year: yearOf(property(csl, "issued")),
    container: textIn(csl, "container-title"),
    volume: textIn(csl, "volume"),
    issue: textIn(csl, "issue") ?? textIn(csl, "number"),
    pages: textIn(csl, "page")?.replace(/(?<=\d)\s*-+\s*(?=\d)/gu, "–"),
    edition: textIn(csl, "edition"),
    publisher: textIn(csl, "publisher"),
    city: textIn(csl, "publisher-place"),
    doi: doi === undefined || doi === "" ? undefined : doi,
    url: url !== undefined && /^https?:\/\/[^\s]+$/iu.test(url) ? url : undefined,
  };
}

function property(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}

/** Some programs write fields in marks of HTML, which are not for us to follow. */
function textIn(value: unknown, name: string): string | undefined {
  const found = property(value, name);
  if (typeof found === "number") return String(found);
  if (typeof found !== "string") return undefined;
  const text = found
    .replace(/<\/?(?:i|b|sup|sub|span)(?:\s[^<>]*)?>/giu, "")
    .replace(/\s+/gu, " ")
    .trim();
  return text === "" ? undefined : text;
}

function peopleIn(csl: unknown, role: string): readonly Person[] {
  const list = property(csl, role);
  if (!Array.isArray(list)) return [];
  return list.flatMap((one: unknown): readonly Person[] => {
    const family = textIn(one, "family");
    const particles = [textIn(one, "dropping-particle"), textIn(one, "non-dropping-particle")];
    const whole = [...particles, family].filter((part) => part !== undefined).join(" ");
    const name = family === undefined ? (textIn(one, "literal") ?? textIn(one, "given")) : whole;
    const given = family === undefined ? undefined : textIn(one, "given");
    return name === undefined ? [] : [{ family: name, given }];
  });
}

function yearOf(issued: unknown): string | undefined {
  const parts = property(issued, "date-parts");
  const first: unknown = Array.isArray(parts) ? parts[0] : undefined;
  const year: unknown = Array.isArray(first) ? first[0] : undefined;
  if (typeof year === "number" || (typeof year === "string" && year !== "")) return String(year);
  const written = textIn(issued, "raw") ?? textIn(issued, "literal");
  return /\d{4}/u.exec(written ?? "")?.[0] ?? written;
}
