/* What could be named at a place: declarations of the file, parts of them, values, checks, keys. */
import { placeIn } from "../base/place.ts";
import { quoted } from "../base/words.ts";
import type { Edit } from "../diagnostics/diagnostic.ts";
import { checks, knownChecks } from "../index.ts";
import { canonicalCodes, canonicalSystems } from "../model/canon/systems.ts";
import { bindingOf, type Declaration, type FileScope } from "../model/declarations.ts";
import { partOf, type Owner, type Part, type PartKind } from "../model/owners.ts";
import { ownerOf } from "../model/room.ts";
import type { Token } from "../syntax/tokens.ts";
import type { Study } from "./study.ts";

export type ItemKind =
  | "keyword"
  | "system"
  | "environment"
  | "coupling"
  | "declaration"
  | "part"
  | "value"
  | "parameter"
  | "check"
  | "key"
  | "file";

export interface CompletionItem {
  readonly label: string;
  readonly kind: ItemKind;
  /** What it is, in a few words. */
  readonly detail?: string | undefined;
  /** Markdown. */
  readonly documentation?: string | undefined;
  /** What is written, where this is not the label. */
  readonly text?: string | undefined;
  /** What must be written elsewhere: an import. */
  readonly edits?: readonly Edit[] | undefined;
}

export interface Names {
  readonly owner: (path: readonly Token[]) => Owner | undefined;
  readonly declared: (wanted: (declaration: Declaration) => boolean) => readonly CompletionItem[];
  /** What a dotted path can begin with: systems, environments, populations, and the names of imported files. */
  readonly owners: () => readonly CompletionItem[];
  readonly systems: () => readonly CompletionItem[];
  /** Systems of the canon that the file does not name yet; to take one imports it. */
  readonly canonical: () => readonly CompletionItem[];
  readonly parts: (owner: Owner | undefined, ...kinds: readonly PartKind[]) => readonly CompletionItem[];
  readonly values: (owner: Owner | undefined) => readonly CompletionItem[];
  readonly parameters: (part: Part | undefined, form: "named" | "read") => readonly CompletionItem[];
  /** What an imported file declares. */
  readonly inAlias: (name: string) => readonly CompletionItem[];
  readonly keys: () => readonly CompletionItem[];
  readonly isAlias: (name: string) => boolean;
}

export function namesIn(study: Study, file: string): Names {
  const { bindings, model } = study.resolved;
  const scope = bindings.files.get(file);

  function bound(): readonly { readonly name: string; readonly declaration: Declaration }[] {
    if (scope === undefined) return [];
    return [...scope.names, ...scope.referred()].flatMap(([name, binding]) =>
      binding.kind === "declaration" ? [{ name, declaration: binding.declaration }] : [],
    );
  }

  function declared(wanted: (declaration: Declaration) => boolean): readonly CompletionItem[] {
    return bound()
      .filter(({ declaration }) => wanted(declaration))
      .map(({ name, declaration }) => itemOf(name, declaration));
  }

  const aliases = (): readonly CompletionItem[] =>
    [...(scope?.names ?? [])].flatMap(([name, binding]) =>
      binding.kind === "alias" ? [{ label: name, kind: "file", detail: "import" } as const] : [],
    );
  const systems = (): readonly CompletionItem[] => declared(({ node }) => node.kind === "System");

  return {
    owner(path) {
      const [head, second] = path.map(({ image }) => image).filter((image) => image !== ".");
      const binding = scope && head !== undefined ? bindingOf(scope, head) : undefined;
      if (binding?.kind === "declaration") return ownerOf(bindings, binding.declaration);
      const declaration = binding?.kind === "alias" ? binding.declared.get(second ?? "") : undefined;
      return declaration && ownerOf(bindings, declaration);
    },
    declared,
    owners: () => [...declared((declaration) => ownerOf(bindings, declaration) !== undefined), ...aliases()],
    systems,
    canonical() {
      const there = new Set(bound().map(({ declaration }) => declaration.name));
      return canonicalSystems
        .filter((name) => !there.has(name))
        .map((name) => ({
          ...canonicalItem(name),
          edits: scope === undefined ? [] : [importing(scope, name)],
        }));
    },
    parts(owner, ...kinds) {
      if (owner === undefined) return [];
      return [...owner.parts.values()]
        .flatMap((parts) => parts.filter(({ kind }) => kinds.includes(kind)))
        .map((part) => ({ label: part.name, kind: "part", detail: signatureOf(part) }));
    },
    values(owner) {
      if (owner?.kind !== "system") return [];
      const own = valuesOf(owner);
      const homes = owner.node.within.flatMap((path) => {
        const itsScope = bindings.files.get(owner.declaration.file.name);
        const binding = itsScope && bindingOf(itsScope, path.names[0]?.text ?? "");
        const home = binding?.kind === "declaration" ? ownerOf(bindings, binding.declaration) : undefined;
        return home === undefined ? [] : valuesOf(home);
      });
      return [...own, ...homes];
    },
    parameters: (part, form) =>
      (part?.parameters ?? []).map(({ name, type }) => ({
        label: name,
        kind: "parameter",
        detail: type.kind,
        ...(form === "named" && { text: `${name}: ` }),
      })),
    inAlias(name) {
      const binding = scope?.names.get(name);
      if (binding?.kind !== "alias") return [];
      return [...binding.declared].map(([label, declaration]) => itemOf(label, declaration));
    },
    isAlias: (name) => scope?.names.get(name)?.kind === "alias",
    keys() {
      const bibliographies = model.files.find((one) => one.name === file)?.bibliographies ?? [];
      return bibliographies.flatMap(({ entries }) =>
        entries.map(({ key, csl }) => ({
          label: key,
          kind: "key",
          detail: titleOf(csl),
          ...(/^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(key) ? {} : { text: JSON.stringify(key) }),
        })),
      );
    },
  };
}

/** The names of all checks; those that can be silenced alone, if this is meant. */
export function checkItems(silenceable: boolean): readonly CompletionItem[] {
  return checks
    .filter(({ name }) => !silenceable || !knownChecks.ofLanguage.has(name))
    .map(({ name, summary, severity }) => ({
      label: name,
      kind: "check",
      detail: severity,
      documentation: summary,
      ...(silenceable && { text: `${name} ""` }),
    }));
}

export function canonicalItem(name: (typeof canonicalSystems)[number]): CompletionItem {
  return {
    label: name,
    kind: "system",
    detail: `function system of the canon (${canonicalCodes[name].join(" / ")})`,
  };
}

export function titleOf(csl: unknown): string | undefined {
  if (typeof csl !== "object" || csl === null || !("title" in csl)) return undefined;
  return String(csl.title);
}

/** A part as it is declared: `enacted(limit: number)`. */
export function signatureOf({ kind, name, parameters }: Part): string {
  const inner = parameters.map((one) => `${one.name}: ${one.type.kind}`).join(", ");
  return `${kind} ${name}${parameters.length > 0 ? `(${inner})` : ""}`;
}

/** The part that a call names, of one of some kinds. */
export function partNamed(
  owner: Owner | undefined,
  name: string | undefined,
  ...kinds: readonly PartKind[]
): Part | undefined {
  return owner === undefined || name === undefined ? undefined : partOf(owner, name, ...kinds);
}

function itemOf(label: string, { node, what }: Declaration): CompletionItem {
  const kind =
    node.kind === "System"
      ? "system"
      : node.kind === "Environment" || node.kind === "Population"
        ? "environment"
        : node.kind === "Coupling"
          ? "coupling"
          : "declaration";
  return { label, kind, detail: what, documentation: node.doc?.text };
}

function valuesOf(owner: Owner): readonly CompletionItem[] {
  if (owner.kind !== "system") return [];
  return owner.members.flatMap(({ node }) =>
    node.kind !== "Code"
      ? []
      : node.values.flatMap(({ name }) =>
          name.kind === "Name"
            ? [
                {
                  label: name.text,
                  kind: "value",
                  detail: `of the code of ${quoted(owner.named.name)}`,
                } as const,
              ]
            : [],
        ),
  );
}

/** Adds a system to the import from the canon that there is, or imports it. */
function importing({ file }: FileScope, name: string): Edit {
  const { tree } = file.parsed;
  for (const item of tree.items) {
    if (item.kind !== "ImportNames" || item.path.kind !== "Text" || item.path.value !== "canon") continue;
    const last = item.items.at(-1);
    if (last !== undefined) return insertion(file.name, last.end, `, ${name}`);
  }
  const start = tree.items.find(({ kind }) => kind === "ImportFile" || kind === "ImportNames")?.start;
  const line = `import ${name} from "canon"\n`;
  if (start !== undefined) return insertion(file.name, start, line);
  return tree.header === undefined
    ? insertion(file.name, 0, `${line}\n`)
    : insertion(file.name, tree.header.end, `\n\n${line.trimEnd()}`);
}

function insertion(file: string, offset: number, text: string): Edit {
  return { place: placeIn(file, { start: offset, end: offset }), text };
}
