/*
 * From the entry to all the files of a model: follows imports through the host, reads each file once, and puts
 * imported files before those that import them. Whatever goes wrong is a problem at the import that wanted it.
 */
import { limits } from "../base/limits.ts";
import { placeIn } from "../base/place.ts";
import type { Place } from "../base/place.ts";
import type { Source } from "../base/source.ts";
import { parse, type Parsed } from "../syntax/parse.ts";
import type * as tree from "../syntax/tree.ts";
import { canonFiles } from "./canon/texts.ts";
import { decode } from "./decode.ts";
import type { FileUse, Host } from "./host.ts";
import type { Loaded, LoadedBibliography, LoadedFile, LoadedImport, ReadBibliography } from "./loaded.ts";
import type { ModelProblem } from "./problems.ts";

/** The library that comes with the tool: what `import … from "canon"` means. */
const canon = "canon";
/** Names of the canon's files begin so: no host's file can be taken for one of them. */
const canonScheme = "niklas:";

/** A file that is being read, and the import in it that is being followed. */
interface Station {
  readonly file: string;
  readonly specifier: string;
  readonly place: Place;
}

export interface LoadOptions {
  readonly readBibliography?: ReadBibliography | undefined;
  readonly checkpoint?: (() => void) | undefined;
  readonly parse?: ((source: Source) => Parsed) | undefined;
}

export function load(entry: Source, host: Host, options: LoadOptions = {}): Loaded {
  const { readBibliography, checkpoint, parse: readText = parse } = options;
  const files = new Map<string, LoadedFile>();
  /** Files whose imports are still being followed. */
  const open = new Set<string>();
  const problems: ModelProblem[] = [];
  const reportedLimits = new Set<string>();
  let totalSize = 0;

  function problem(found: ModelProblem): void {
    problems.push(found);
  }

  /** A limit of the whole model is reported where it is passed first. */
  function limitPassed(found: Extract<ModelProblem, { check: "too_large" | "too_many" }>): void {
    if (reportedLimits.has(found.facts.what)) return;
    reportedLimits.add(found.facts.what);
    problems.push(found);
  }

  function readFile(source: Source, canonical: boolean, way: readonly Station[]): LoadedFile {
    checkpoint?.();
    open.add(source.name);
    const parsed = readText(source);
    const imports: LoadedImport[] = [];
    const bibliographies: LoadedBibliography[] = [];
    for (const item of parsed.tree.items) {
      if (item.kind === "ImportFile" || item.kind === "ImportNames") {
        imports.push(followImport(item, source.name, way));
      } else if (item.kind === "Bibliography") {
        bibliographies.push(followBibliography(item, source.name));
      }
    }
    open.delete(source.name);
    const file: LoadedFile = { name: source.name, parsed, canonical, imports, bibliographies };
    files.set(source.name, file);
    return file;
  }

  function followImport(node: tree.Import, from: string, way: readonly Station[]): LoadedImport {
    const specifier = node.path.kind === "Text" ? node.path.value : "";
    const place = placeIn(from, node.path);
    const result = { node, specifier, place };
    if (node.path.kind === "Missing") return { ...result, targets: [] };
    if (specifier === canon) return { ...result, targets: followCanon(node, way) };
    const name = locate("import", specifier, from, place);
    if (name === undefined) return { ...result, targets: [] };
    const here: Station = { file: from, specifier, place };
    if (open.has(name)) {
      const circle = [...way, here];
      const first = circle.findIndex((station) => station.file === name);
      problem({ check: "import_cycle", place, facts: { files: circle.slice(first) } });
      return { ...result, targets: [name] };
    }
    if (files.has(name)) return { ...result, targets: [name] };
    if (way.length + 1 > limits.importDepth) {
      const facts = { what: "levels of imports", limit: limits.importDepth } as const;
      limitPassed({ check: "too_many", place, facts });
      return { ...result, targets: [] };
    }
    if (files.size + open.size >= limits.files) {
      limitPassed({ check: "too_many", place, facts: { what: "imported files", limit: limits.files } });
      return { ...result, targets: [] };
    }
    const text = read("import", specifier, name, place);
    if (text === undefined) return { ...result, targets: [] };
    readFile({ name, text }, false, [...way, here]);
    return { ...result, targets: [name] };
  }

  /** The canon has a file for each of its systems; the others are read only where a name is not found in its own. */
  function followCanon(node: tree.Import, way: readonly Station[]): readonly string[] {
    const all = [...canonFiles.keys()];
    if (node.kind === "ImportFile") return all.map((key) => readCanon(key, way));
    const keys = node.items.flatMap(({ name }) => (name.kind === "Name" ? [`canon/${name.text}.sys`] : []));
    return (keys.every((key) => canonFiles.has(key)) ? keys : all).map((key) => readCanon(key, way));
  }

  function readCanon(key: string, way: readonly Station[]): string {
    const name = canonScheme + key;
    if (!files.has(name)) readFile({ name, text: canonFiles.get(key) ?? "" }, true, way);
    return name;
  }

  function followBibliography(node: tree.Bibliography, from: string): LoadedBibliography {
    const specifier = node.path.kind === "Text" ? node.path.value : "";
    const place = placeIn(from, node.path);
    if (node.path.kind === "Missing") return { specifier, place };
    const file = locate("bibliography", specifier, from, place);
    if (file === undefined || readBibliography === undefined) return { specifier, place, file };
    const text = read("bibliography", specifier, file, place);
    if (text === undefined) return { specifier, place, file };
    const outcome = readBibliography(file, text);
    if (outcome.kind === "read") return { specifier, place, file, entries: outcome.entries };
    const { format, because, line } = outcome;
    const reason = { kind: "malformed", file, format, because, line } as const;
    problem({ check: "import_not_found", place, facts: { what: "bibliography", specifier, reason } });
    return { specifier, place, file };
  }

  function locate(what: FileUse, specifier: string, from: string, place: Place) {
    const located = host.locate(specifier, from, what);
    switch (located.kind) {
      case "found":
        return located.name;
      case "outside":
        problem({
          check: "import_outside_root",
          place,
          facts: { what, specifier, root: located.root },
        });
        return undefined;
      case "not_found": {
        const reason = { kind: "not found", tried: located.tried, near: located.near } as const;
        problem({ check: "import_not_found", place, facts: { what, specifier, reason } });
        return undefined;
      }
    }
  }

  function read(what: FileUse, specifier: string, file: string, place: Place) {
    const outcome = host.read(file);
    if (outcome.kind === "unreadable") {
      const reason = { kind: "unreadable", file, because: outcome.reason } as const;
      problem({ check: "import_not_found", place, facts: { what, specifier, reason } });
      return undefined;
    }
    const bytes = outcome.kind === "too_large" ? outcome.bytes : outcome.content.length;
    if (outcome.kind === "too_large" || bytes > limits.fileSize) {
      problem({ check: "too_large", place, facts: { what, file, bytes, limit: limits.fileSize } });
      return undefined;
    }
    totalSize += bytes;
    if (totalSize > limits.totalSize) {
      const facts = { what: "all imports", file, bytes: totalSize, limit: limits.totalSize } as const;
      limitPassed({ check: "too_large", place, facts });
      return undefined;
    }
    const decoded = decode(outcome.content);
    if (decoded.kind === "text") return decoded.text;
    const reason = { kind: "not text", file, offset: decoded.offset } as const;
    problem({ check: "import_not_found", place, facts: { what, specifier, reason } });
    return undefined;
  }

  totalSize += entry.text.length;
  readFile(entry, false, []);
  return { files, problems };
}
