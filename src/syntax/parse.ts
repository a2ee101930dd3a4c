import { limits } from "../base/limits.ts";
import { placeIn, type Span } from "../base/place.ts";
import type { Source } from "../base/source.ts";
import { balance } from "./balance.ts";
import { readDocs, type Docs } from "./docs.ts";
import { grammar } from "./parser.ts";
import type { SyntaxProblem } from "./problems.ts";
import { proved } from "./proof.ts";
import { recover } from "./recover.ts";
import { withoutExplained } from "./scan-signs.ts";
import { scan, scanInStretches, type Comment } from "./scan.ts";
import { seal } from "./seal.ts";
import type { Token } from "./tokens.ts";
import type { FileItem, Header, ModelFile, Node, NumberLiteral } from "./tree.ts";
import { unreadLines } from "./unread.ts";
import { validate } from "./validate.ts";

export type { Comment } from "./scan.ts";

/** A text that has been read. The tree always covers the text, whatever it says; `problems` are in no order. */
export interface Parsed {
  readonly source: Source;
  readonly tree: ModelFile;
  readonly comments: readonly Comment[];
  readonly problems: readonly SyntaxProblem[];
  /** Names that stand in what could not be read: not knowing them is no mistake of the modeller's. */
  readonly lost: ReadonlySet<string>;
  /** The lines that could not be read for sure, in order: what else is wrong there follows from that. */
  readonly unread: readonly Span[];
}

/**
 * Reads a text. Never throws and never fails: what cannot be read is reported and left out, the rest is in the tree.
 * Time and memory are linear in the size of the text, which `limits.fileSize` bounds.
 */
export function parse(source: Source): Parsed {
  return parsedAs("model", source);
}

/** Reads declarations that stand behind others, without what may stand at the top of a file alone. */
export function parseBehind(source: Source): Parsed {
  return parsedAs("fileItems", source);
}

/** What a text is read as: a file, or declarations of one. */
type Whole = "model" | "fileItems";

function parsedAs(whole: Whole, source: Source): Parsed {
  const parsed = parseOnce(source, whole);
  if (parsed.unread.length === 0 && parsed.problems.length === 0) return parsed;
  const problems = proved(source, parsed.problems, (mended) => parseOnce(mended, whole).problems.length);
  return { ...parsed, problems };
}

function parseOnce(source: Source, beginning: Whole): Parsed {
  const { name, text } = source;
  if (text.length > limits.fileSize) {
    const place = placeIn(name, { start: 0, end: 0 });
    const facts = { what: "file", size: text.length, limit: limits.fileSize } as const;
    return {
      source,
      tree: { kind: "ModelFile", start: 0, end: text.length, header: undefined, items: [] },
      comments: [],
      problems: [{ check: "too_large", place, facts }],
      lost: new Set(),
      unread: [],
    };
  }
  const items: Node[] = [];
  const unwhole: NumberLiteral[] = [];
  let docs: Docs | undefined;
  let whole = true;
  const {
    comments,
    problems: scanProblems,
    gaps,
  } = scanInStretches(
    source,
    (tokens, comments) => {
      if (!whole) return;
      const rule = docs === undefined ? beginning : "fileItems";
      docs ??= readDocs(source, comments);
      whole = readWhole(tokens, rule, docs);
    },
    true,
  );
  docs ??= readDocs(source, comments);
  const read = whole
    ? { tree: fileOf(items), problems: [], unwhole, explained: [], lost: new Set<string>() }
    : readBroken(docs);
  const problems = [
    ...withoutExplained(scanProblems, read.explained),
    ...read.problems,
    ...read.unwhole.map((count) => unwholeProblem(source, count)),
    ...validate(name, read.tree, read.problems),
    ...docs.stray(),
  ];
  return {
    source,
    tree: read.tree,
    comments,
    problems: limited(source, problems),
    lost: read.lost,
    unread: unreadLines(source, problems),
  };

  /** Reads a stretch of declarations that has no mistakes; false if it has one. */
  function readWhole(tokens: Token[], rule: Whole, { before }: Docs): boolean {
    grammar.begin(tokens, items, before);
    grammar[rule]();
    const succeeded = grammar.errors.length === 0 && grammar.tooDeepAt === undefined;
    for (const node of grammar.unwhole) unwhole.push(node);
    grammar.end();
    return succeeded;
  }

  function readBroken({ before }: Docs): {
    tree: ModelFile;
    problems: readonly SyntaxProblem[];
    unwhole: readonly NumberLiteral[];
    explained: readonly Span[];
    lost: ReadonlySet<string>;
  } {
    const balanced = balance(source, scan(source).tokens);
    const recovered = recover({ source, docOf: before, gaps }, balanced.tokens, limits.syntaxProblems);
    const headers = recovered.items.filter((item) => item.kind === "Header");
    const late = headers.filter((header) => header !== recovered.items[0]);
    return {
      tree: seal(fileOf(recovered.items)),
      problems: [
        ...balanced.problems,
        ...recovered.problems,
        ...late.map((header): SyntaxProblem => ({
          check: "syntax_error",
          place: placeIn(name, { start: header.start, end: header.start + "model".length }),
          facts: { kind: "late header" },
        })),
      ],
      unwhole: recovered.unwhole,
      explained: recovered.explained,
      lost: recovered.lost,
    };
  }

  function fileOf(items: readonly Node[]): ModelFile {
    const [first] = items;
    const header: Header | undefined = first?.kind === "Header" ? first : undefined;
    return {
      kind: "ModelFile",
      start: 0,
      end: text.length,
      header,
      // The rules of the file add nothing but its header and its items.
      items: items.filter((item): item is FileItem => item.kind !== "Header"),
    };
  }
}

function unwholeProblem({ name, text }: Source, count: NumberLiteral): SyntaxProblem {
  return {
    check: "syntax_error",
    place: placeIn(name, count),
    facts: { kind: "whole number", found: text.slice(count.start, count.end), construct: "count" },
  };
}

/** Keeps the first problems of a text, and says how many more there are. */
function limited({ name }: Source, problems: SyntaxProblem[]): readonly SyntaxProblem[] {
  const limit = limits.syntaxProblems;
  if (problems.length <= limit) return problems;
  const kept = problems.toSorted((a, b) => a.place.start - b.place.start).slice(0, limit);
  const last = kept.at(-1);
  return [
    ...kept,
    {
      check: "too_many",
      place: last?.place ?? placeIn(name, { start: 0, end: 0 }),
      facts: { what: "problems of the text", count: problems.length, limit },
    },
  ];
}
