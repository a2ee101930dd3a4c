/* What is to be said about a name, in Markdown. */
import { placeIn, type Place } from "../base/place.ts";
import { listed, quoted } from "../base/words.ts";
import { checks } from "../checks/list.ts";
import type { Citation, Declared, Environment, Regulation, System } from "../model/model.ts";
import type { Id } from "../model/reference.ts";
import { childrenOf } from "../syntax/walk.ts";
import type * as tree from "../syntax/tree.ts";
import { covers } from "./definition.ts";
import { titleOf } from "./completion_names.ts";
import { occurrencesOf } from "./occurrences.ts";
import { textOf, type Study } from "./study.ts";
import type { NamedSymbol } from "./symbols.ts";

export interface Hover {
  readonly place: Place;
  /** Markdown. */
  readonly text: string;
}

/** What is to be said about what stands at an offset: a name, the name of a check, a key of a bibliography. */
export function hoverAt(study: Study, file: string, offset: number): Hover | undefined {
  const found = occurrencesOf(study).at(file, offset);
  if (found !== undefined) return { place: found.place, text: aboutSymbol(study, found.symbol) };
  const word = wordAt(study, file, offset);
  if (word === undefined) return undefined;
  const text = word.kind === "check" ? aboutCheck(word.text) : aboutKey(study, file, word.text);
  return text === undefined ? undefined : { place: placeIn(file, word.span), text };
}

function aboutSymbol(study: Study, symbol: NamedSymbol): string {
  const { node, owner } = symbol;
  const head = headOf(textOf(study, symbol.place.file), node);
  const where = owner === undefined ? "" : `  // of ${owner.name}`;
  const doc = "doc" in node ? node.doc?.text : undefined;
  const declared = symbol.id === undefined ? undefined : study.index().declared(symbol.id);
  const facts = declared === undefined ? factsOfPart(study, symbol) : factsOf(study, declared);
  return [`\`\`\`sys\n${head}${where}\n\`\`\``, doc, facts.join("\n\n")].filter(Boolean).join("\n\n");
}

/** The first words of a declaration or member: without its body, and on one line. */
function headOf(text: string, node: tree.Node): string {
  const body = childrenOf(node).find(({ kind }) => /Body$|^Block$|^Effects$/.test(kind));
  const head = text.slice(node.start, body?.start ?? node.end);
  return head.replace(/\s+/g, " ").trim();
}

function factsOf(study: Study, declared: Declared & { readonly kind: string }): readonly string[] {
  const index = study.index();
  const { id, citations } = declared;
  const system = index.system(id);
  const environment = index.environment(id);
  const regulation = index.regulation(id);
  return [
    ...(system === undefined ? [] : factsOfSystem(system)),
    ...(system === undefined && environment === undefined ? [] : neighbours(study, system ?? environment)),
    ...(regulation === undefined ? [] : factsOfRegulation(study, regulation)),
    ...sources(study, citations),
  ];
}

function factsOfSystem({ functions, codes, media, contingencies, performances }: System): readonly string[] {
  return [
    ...functions.map(({ text }) => `**Function:** ${text}`),
    ...codes.map(
      ({ secondary, values }) =>
        `**${secondary ? "Secondary code" : "Code"}:** ${values.map(({ name }) => name).join(" / ")}`,
    ),
    ...media.map(({ name, label }) => `**Medium:** ${label ?? name}`),
    ...contingencies.map(({ text }) => `**Contingency formula:** ${text}`),
    ...performances.map(
      ({ text, receivers }) => `**Performs:** ${text} for ${listed(receivers.map(({ id }) => id))}`,
    ),
  ];
}

/** Who irritates it, and whom it irritates, each through which couplings. */
function neighbours(study: Study, owner: System | Environment | undefined): readonly string[] {
  if (owner === undefined) return [];
  const index = study.index();
  const into = new Map<Id, Set<string>>();
  const from = new Map<Id, Set<string>>();
  for (const coupling of index.couplingsOf(owner.id)) {
    for (const { source, target } of coupling.channels) {
      if (target.owner === owner.id) note(into, source.owner, coupling.name);
      if (source.owner === owner.id) note(from, target.owner, coupling.name);
    }
  }
  const said = (title: string, found: ReadonlyMap<Id, ReadonlySet<string>>): readonly string[] =>
    found.size === 0
      ? []
      : [
          `**${title}:** ${[...found]
            .map(([id, couplings]) => `${index.declared(id)?.name ?? id} (${[...couplings].join(", ")})`)
            .join(", ")}`,
        ];
  return [...said("Irritated by", into), ...said("Irritates", from)];
}

function note(found: Map<Id, Set<string>>, id: Id, coupling: string): void {
  const couplings = found.get(id) ?? new Set();
  found.set(id, couplings.add(coupling));
}

function factsOfRegulation({ index }: Study, { by, of, through }: Regulation): readonly string[] {
  const name = (id: Id | undefined): string => (id === undefined ? "?" : (index().declared(id)?.name ?? id));
  const ways =
    through?.direct === true
      ? "directly"
      : `through ${listed((through?.couplings ?? []).map(({ id }) => name(id)))}`;
  return [`${name(by?.id)} means to move ${name(of?.id)} ${ways}`];
}

/** What channels bring to a sensitivity, or carry off of an operation. */
function factsOfPart(study: Study, { kind, name, owner }: NamedSymbol): readonly string[] {
  if (owner === undefined) return [];
  const index = study.index();
  const called = (id: Id): string => index.declared(id)?.name ?? id;
  if (kind === "sensitivity" || kind === "quantity") {
    const channels = index.channelsInto(owner.id, name);
    const lines = channels.map(
      ({ coupling, channel: { source } }) =>
        `\`${called(source.owner)}.${source.name}\` through ${coupling.name}`,
    );
    if (lines.length > 0) return [`**Irritated by:** ${lines.join(", ")}`];
    return kind === "sensitivity" ? ["No channel leads here"] : [];
  }
  if (kind === "operation" || kind === "event") {
    const lines = index.channelsFrom(owner.id, name).map(({ coupling, channel: { target } }) => {
      const part = target.kind === "sensitivity" ? `.${target.name}` : "";
      return `\`${called(target.owner)}${part}\` through ${coupling.name}`;
    });
    return [
      lines.length > 0
        ? `**Irritates:** ${lines.join(", ")}`
        : "No channel carries it: to others it is noise",
    ];
  }
  return [];
}

function sources(study: Study, citations: readonly Citation[]): readonly string[] {
  if (citations.length === 0) return [];
  const lines = citations.map(({ key, locator, place }) => {
    const title = entryOf(study, place.file, key.text);
    return `- ${key.text}${locator === undefined ? "" : `, ${locator}`}${title === undefined ? "" : `: ${title}`}`;
  });
  return [`**Sources:**\n${lines.join("\n")}`];
}

function entryOf({ resolved }: Study, file: string, key: string): string | undefined {
  const bibliographies = resolved.model.files.find(({ name }) => name === file)?.bibliographies ?? [];
  const entry = bibliographies.flatMap(({ entries }) => entries).find((one) => one.key === key);
  return entry && titleOf(entry.csl);
}

// ── Words that are no names of the model ──────────────────────────────────

interface WordAt {
  readonly kind: "check" | "key";
  readonly text: string;
  readonly span: { readonly start: number; readonly end: number };
}

export function wordAt({ resolved }: Study, file: string, offset: number): WordAt | undefined {
  let node: tree.Node | undefined = resolved.parsed.get(file)?.tree;
  while (node !== undefined) {
    if (node.kind === "Allow" || node.kind === "ExpectViolation") {
      const { check } = node;
      return check.kind === "Name" && covers(check, offset)
        ? { kind: "check", text: check.text, span: check }
        : undefined;
    }
    if (node.kind === "Cite") {
      const { key } = node;
      if (key.kind === "Missing" || !covers(key, offset)) return undefined;
      return { kind: "key", text: key.kind === "Name" ? key.text : key.value, span: key };
    }
    node = childrenOf(node).find((child) => covers(child, offset));
  }
  return undefined;
}

function aboutCheck(name: string): string | undefined {
  const check = checks.find((one) => one.name === name);
  if (check === undefined) return undefined;
  const from = check.sources.length > 0 ? `\n\n${check.sources.join("; ")}` : "";
  return `${quoted(name)}, ${check.severity}: ${check.summary}${from}`;
}

function aboutKey(study: Study, file: string, key: string): string | undefined {
  const title = entryOf(study, file, key);
  return title && `**${key}:** ${title}`;
}
