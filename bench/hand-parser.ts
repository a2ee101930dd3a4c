/*
 * The yardstick of the parser's speed: the same tree, by recursive descent written by hand, without recovery and
 * without any parser generator. Kept for the benchmarks alone; a test holds its trees equal to the parser's.
 */
import type { Source } from "../src/base/source.ts";
import type { Building } from "../src/syntax/build.ts";
import { buildConditions, buildSum, type Operand, type SumOperator } from "../src/syntax/operators.ts";
import type { Comment } from "../src/syntax/scan.ts";
import type * as Tree from "../src/syntax/tree.ts";
import { advance, createLexer, fail, peek, type Lexer } from "./hand-lexer.ts";

export interface HandParsed {
  readonly tree: Tree.ModelFile;
  readonly comments: readonly Comment[];
}

/** Reads a text that has no mistakes; throws at the first one. */
export function parseByHand({ text }: Source): HandParsed {
  const lexer = createLexer(text);
  const file: Building<Tree.ModelFile> = {
    kind: "ModelFile",
    start: 0,
    end: text.length,
    header: undefined,
    items: [],
  };
  if (lexer.kind === "word" && lexer.value === "model") file.header = header(lexer);
  while (lexer.kind !== "end") file.items.push(fileItem(lexer));
  return { tree: file, comments: lexer.comments };
}

const reserved: ReadonlySet<string> = new Set(["and", "or", "not", "true", "false"]);

function at(lexer: Lexer, word: string): boolean {
  return lexer.value === word && (lexer.kind === "word" || lexer.kind === "sign");
}
function eat(lexer: Lexer, word: string): boolean {
  if (!at(lexer, word)) return false;
  advance(lexer);
  return true;
}
function take(lexer: Lexer, word: string): void {
  if (!eat(lexer, word)) fail(lexer, word);
}
function isName(lexer: Lexer): boolean {
  return lexer.kind === "word" && !reserved.has(lexer.value);
}
function name(lexer: Lexer): Tree.Name {
  if (!isName(lexer)) fail(lexer, "a name");
  return word(lexer);
}
function word(lexer: Lexer): Tree.Name {
  const node: Tree.Name = { kind: "Name", start: lexer.start, end: lexer.end, text: lexer.value };
  advance(lexer);
  return node;
}
function value(lexer: Lexer): Tree.Name {
  return at(lexer, "true") || at(lexer, "false") ? word(lexer) : name(lexer);
}
function text(lexer: Lexer): Tree.Text {
  if (lexer.kind !== "text") fail(lexer, "a text");
  const node: Tree.Text = { kind: "Text", start: lexer.start, end: lexer.end, value: lexer.value };
  advance(lexer);
  return node;
}
function label(lexer: Lexer): Tree.Text | undefined {
  return lexer.kind === "text" ? text(lexer) : undefined;
}
function count(lexer: Lexer): Tree.NumberLiteral {
  if (lexer.kind !== "number") fail(lexer, "a number");
  const node: Tree.NumberLiteral = {
    kind: "NumberLiteral",
    start: lexer.start,
    end: lexer.end,
    value: Number(lexer.value.replaceAll("_", "")),
  };
  advance(lexer);
  return node;
}
function path(lexer: Lexer, least: number, most: number): Tree.NamePath {
  const first = name(lexer);
  const node: Building<Tree.NamePath> = {
    kind: "NamePath",
    start: first.start,
    end: first.end,
    names: [first],
  };
  while (
    node.names.length < most &&
    (node.names.length < least ? (take(lexer, "."), true) : eat(lexer, "."))
  ) {
    node.names.push(name(lexer));
    node.end = lexer.last;
  }
  return node;
}
const ref = (lexer: Lexer): Tree.NamePath => path(lexer, 1, 2);
const part = (lexer: Lexer): Tree.NamePath => path(lexer, 2, 3);
function list<Item>(lexer: Lexer, read: (lexer: Lexer) => Item): Item[] {
  const items = [read(lexer)];
  while (eat(lexer, ",")) items.push(read(lexer));
  return items;
}
function doc(lexer: Lexer): Tree.Doc | undefined {
  const first = lexer.comments[lexer.doc];
  if (first === undefined) return undefined;
  const lines = lexer.comments.slice(lexer.doc).filter((comment) => comment.kind === "doc");
  return {
    kind: "Doc",
    start: first.start,
    end: lines.at(-1)?.end ?? first.end,
    text: lines
      .map((line) =>
        lexer.text
          .slice(line.start, line.end)
          .replace(/^\/\/\/ ?/, "")
          .trimEnd(),
      )
      .join("\n"),
  };
}
function braces<Item, Kind extends string>(lexer: Lexer, kind: Kind, read: (lexer: Lexer) => Item) {
  const node: { kind: Kind; start: number; end: number; items: Item[] } = {
    kind,
    start: lexer.start,
    end: -1,
    items: [],
  };
  take(lexer, "{");
  while (!at(lexer, "}")) node.items.push(read(lexer));
  advance(lexer);
  node.end = lexer.last;
  return node;
}
/** Sets the end of a finished node. */
function end<const N extends { end: number }>(lexer: Lexer, node: N): N {
  node.end = lexer.last;
  return node;
}

// ── The file ──

function header(lexer: Lexer): Tree.Header {
  const start = lexer.start;
  const about = doc(lexer);
  advance(lexer);
  const named = name(lexer);
  const titled = label(lexer);
  const body = at(lexer, "{") ? braces(lexer, "HeaderBody", headerItem) : undefined;
  return { kind: "Header", start, end: lexer.last, doc: about, name: named, label: titled, body };
}
function headerItem(lexer: Lexer): Tree.HeaderItem {
  const start = lexer.start;
  const about = doc(lexer);
  if (eat(lexer, "author"))
    return end(lexer, { kind: "Author", start, end: -1, doc: about, text: text(lexer) });
  if (eat(lexer, "license"))
    return end(lexer, { kind: "License", start, end: -1, doc: about, text: text(lexer) });
  if (eat(lexer, "step"))
    return end(lexer, { kind: "StepUnit", start, end: -1, doc: about, text: text(lexer) });
  return citeOrAllow(lexer);
}
function citeOrAllow(lexer: Lexer): Tree.Cite | Tree.Allow {
  const start = lexer.start;
  const about = doc(lexer);
  if (eat(lexer, "cite")) {
    const key = lexer.kind === "text" ? text(lexer) : name(lexer);
    return end(lexer, { kind: "Cite", start, end: -1, doc: about, key, locator: label(lexer) });
  }
  take(lexer, "allow");
  const check = name(lexer);
  return end(lexer, { kind: "Allow", start, end: -1, doc: about, check, reason: text(lexer) });
}
function fileItem(lexer: Lexer): Tree.FileItem {
  switch (lexer.value) {
    case "import":
      return importation(lexer);
    case "bibliography": {
      const start = lexer.start;
      const about = doc(lexer);
      advance(lexer);
      return end(lexer, { kind: "Bibliography", start, end: -1, doc: about, path: text(lexer) });
    }
    case "society":
      return society(lexer);
    case "extend": {
      const start = lexer.start;
      const about = doc(lexer);
      advance(lexer);
      const target = ref(lexer);
      return end(lexer, {
        kind: "Extend",
        start,
        end: -1,
        doc: about,
        target,
        body: braces(lexer, "SystemBody", member),
      });
    }
    case "environment":
    case "population":
      return environment(lexer);
    case "coupling":
      return coupling(lexer);
    case "regulation":
      return regulation(lexer);
    case "scenario":
      return scenario(lexer);
    case "property":
      return property(lexer);
    case "experiment":
      return experiment(lexer);
    default:
      return system(lexer);
  }
}
function importation(lexer: Lexer): Tree.Import {
  const start = lexer.start;
  const about = doc(lexer);
  advance(lexer);
  if (lexer.kind === "text") {
    const from = text(lexer);
    const alias = eat(lexer, "as") ? name(lexer) : undefined;
    return { kind: "ImportFile", start, end: lexer.last, doc: about, path: from, alias };
  }
  const items = list(lexer, (inner): Tree.ImportItem => {
    const begins = inner.start;
    const named = name(inner);
    const alias = eat(inner, "as") ? name(inner) : undefined;
    return { kind: "ImportItem", start: begins, end: inner.last, name: named, alias };
  });
  take(lexer, "from");
  return end(lexer, { kind: "ImportNames", start, end: -1, doc: about, items, path: text(lexer) });
}
function society(lexer: Lexer): Tree.Society {
  const start = lexer.start;
  const about = doc(lexer);
  advance(lexer);
  const named = name(lexer);
  const titled = label(lexer);
  take(lexer, "differentiated");
  take(lexer, "by");
  const differentiation = lexer.value as Tree.Differentiation;
  advance(lexer);
  const body = at(lexer, "{") ? braces(lexer, "SocietyBody", citeOrAllow) : undefined;
  return {
    kind: "Society",
    start,
    end: lexer.last,
    doc: about,
    name: named,
    label: titled,
    differentiation,
    body,
  };
}

// ── Systems ──

function system(lexer: Lexer): Tree.System {
  const start = lexer.start;
  const about = doc(lexer);
  let systemKind = lexer.value as Tree.SystemKind;
  advance(lexer);
  if (at(lexer, "system")) {
    systemKind = `${systemKind} system` as Tree.SystemKind;
    advance(lexer);
  }
  const named = name(lexer);
  const titled = label(lexer);
  const like = eat(lexer, "like") ? ref(lexer) : undefined;
  const within = eat(lexer, "within") ? list(lexer, ref) : [];
  const body = at(lexer, "{") ? braces(lexer, "SystemBody", member) : undefined;
  return {
    kind: "System",
    start,
    end: lexer.last,
    doc: about,
    systemKind,
    name: named,
    label: titled,
    like,
    within,
    body,
  };
}
function member(lexer: Lexer): Tree.Member {
  const start = lexer.start;
  const about = doc(lexer);
  const keyword = lexer.value;
  switch (keyword) {
    case "function":
      advance(lexer);
      return end(lexer, { kind: "FunctionText", start, end: -1, doc: about, text: text(lexer) });
    case "secondary":
    case "code": {
      const secondary = eat(lexer, "secondary");
      take(lexer, "code");
      const values: Tree.CodeValue[] = [];
      do {
        const begins = lexer.start;
        const named = value(lexer);
        values.push({ kind: "CodeValue", start: begins, name: named, label: label(lexer), end: lexer.last });
      } while (eat(lexer, "/"));
      return { kind: "Code", start, end: lexer.last, doc: about, secondary, values };
    }
    case "medium": {
      advance(lexer);
      const named = name(lexer);
      return { kind: "Medium", start, doc: about, name: named, label: label(lexer), end: lexer.last };
    }
    case "contingency":
      advance(lexer);
      return end(lexer, { kind: "Contingency", start, end: -1, doc: about, text: text(lexer) });
    case "reflection":
      advance(lexer);
      return end(lexer, { kind: "Reflection", start, end: -1, doc: about, text: text(lexer) });
    case "performs": {
      advance(lexer);
      const said = text(lexer);
      take(lexer, "for");
      return {
        kind: "Performs",
        start,
        doc: about,
        text: said,
        receivers: list(lexer, ref),
        end: lexer.last,
      };
    }
    case "role": {
      advance(lexer);
      const named = name(lexer);
      const titled = label(lexer);
      const side = lexer.value === "performance" ? "performance" : "public";
      advance(lexer);
      return { kind: "Role", start, end: lexer.last, doc: about, name: named, label: titled, side };
    }
    case "sensitive": {
      advance(lexer);
      take(lexer, "to");
      const named = name(lexer);
      const titled = label(lexer);
      const given = at(lexer, "(") ? parameters(lexer) : undefined;
      const when = eat(lexer, "when") ? expression(lexer) : undefined;
      return {
        kind: "Sensitivity",
        start,
        end: lexer.last,
        doc: about,
        name: named,
        label: titled,
        parameters: given,
        when,
      };
    }
    case "operation": {
      advance(lexer);
      const named = name(lexer);
      const titled = label(lexer);
      const given = at(lexer, "(") ? parameters(lexer) : undefined;
      return {
        kind: "Operation",
        start,
        end: lexer.last,
        doc: about,
        name: named,
        label: titled,
        parameters: given,
      };
    }
    case "expectation": {
      advance(lexer);
      const named = name(lexer);
      const titled = label(lexer);
      take(lexer, ":");
      const typed = type(lexer);
      take(lexer, "=");
      const initial = expression(lexer);
      const mode = eat(lexer, "normative") ? "normative" : eat(lexer, "cognitive") ? "cognitive" : undefined;
      return {
        kind: "Expectation",
        start,
        end: lexer.last,
        doc: about,
        name: named,
        label: titled,
        type: typed,
        initial,
        mode,
      };
    }
    case "program":
      return program(lexer);
    case "limit": {
      advance(lexer);
      const named = name(lexer);
      const titled = label(lexer);
      const constitutional = eat(lexer, "constitutional");
      take(lexer, "blocks");
      const operation = name(lexer);
      take(lexer, "when");
      const when = expression(lexer);
      return {
        kind: "Limit",
        start,
        end: lexer.last,
        doc: about,
        name: named,
        label: titled,
        constitutional,
        operation,
        when,
      };
    }
    default:
      return citeOrAllow(lexer);
  }
}
function program(lexer: Lexer): Tree.Program {
  const start = lexer.start;
  const about = doc(lexer);
  advance(lexer);
  const named = name(lexer);
  const titled = label(lexer);
  const form = eat(lexer, "conditional") ? "conditional" : (take(lexer, "purpose"), "purpose" as const);
  take(lexer, "on");
  const triggers = list(lexer, trigger);
  const amends = eat(lexer, "amends") ? list(lexer, name) : [];
  const body = braces(lexer, "ProgramBody", clause);
  return {
    kind: "Program",
    start,
    end: lexer.last,
    doc: about,
    name: named,
    label: titled,
    form,
    triggers,
    amends,
    body,
  };
}
function trigger(lexer: Lexer): Tree.Trigger {
  const start = lexer.start;
  if (eat(lexer, "own")) return end(lexer, { kind: "OwnTrigger", start, end: -1, name: name(lexer) });
  if (eat(lexer, "every")) {
    const steps = lexer.kind === "number" ? count(lexer) : undefined;
    advance(lexer);
    return { kind: "EveryTrigger", start, end: lexer.last, count: steps };
  }
  return end(lexer, { kind: "SensitivityTrigger", start, end: -1, name: name(lexer) });
}
function clause(lexer: Lexer): Tree.ProgramBody["items"][number] {
  const start = lexer.start;
  const about = doc(lexer);
  if (eat(lexer, "when")) {
    const when = expression(lexer);
    take(lexer, "->");
    const decided = value(lexer);
    return end(lexer, {
      kind: "Rule",
      start,
      end: -1,
      doc: about,
      when,
      value: decided,
      effects: effects(lexer),
    });
  }
  if (eat(lexer, "choose")) {
    const named = name(lexer);
    const titled = label(lexer);
    take(lexer, "->");
    const decided = value(lexer);
    take(lexer, "yields");
    const yields = expression(lexer);
    const when = eat(lexer, "when") ? expression(lexer) : undefined;
    const follows = effects(lexer);
    return {
      kind: "Choice",
      start,
      end: lexer.last,
      doc: about,
      name: named,
      label: titled,
      value: decided,
      yields,
      when,
      effects: follows,
    };
  }
  if (eat(lexer, "otherwise")) {
    take(lexer, "->");
    const decided = value(lexer);
    return end(lexer, {
      kind: "Otherwise",
      start,
      end: -1,
      doc: about,
      value: decided,
      effects: effects(lexer),
    });
  }
  return citeOrAllow(lexer);
}
function effects(lexer: Lexer): Tree.Effects | undefined {
  if (!at(lexer, "{")) return undefined;
  return braces(lexer, "Effects", (inner): Tree.Emit | Tree.Assignment => {
    if (!at(inner, "emit") || peek(inner, 1) === ":=") return assignment(inner);
    const start = inner.start;
    advance(inner);
    const operation = name(inner);
    const args = at(inner, "(") ? argumentList(inner) : undefined;
    return { kind: "Emit", start, end: inner.last, operation, args };
  });
}
function assignment(lexer: Lexer): Tree.Assignment {
  const start = lexer.start;
  const target = name(lexer);
  take(lexer, ":=");
  const assigned = expression(lexer);
  return { kind: "Assignment", start, end: lexer.last, target, value: assigned };
}

// ── Environments, couplings, regulations ──

function environment(lexer: Lexer): Tree.Environment | Tree.Population {
  const start = lexer.start;
  const about = doc(lexer);
  const isPopulation = lexer.value === "population";
  advance(lexer);
  const named = name(lexer);
  const titled = label(lexer);
  if (!isPopulation) {
    const body = braces(lexer, "EnvironmentBody", environmentItem);
    return { kind: "Environment", start, end: lexer.last, doc: about, name: named, label: titled, body };
  }
  take(lexer, "of");
  const size = expression(lexer);
  const body = braces(lexer, "EnvironmentBody", environmentItem);
  return { kind: "Population", start, end: lexer.last, doc: about, name: named, label: titled, size, body };
}
function beginsQuantity(lexer: Lexer): boolean {
  const next = peek(lexer, 1);
  return next === ":" || (next === '"' && peek(lexer, 2) === ":");
}
function environmentItem(lexer: Lexer): Tree.EnvironmentBody["items"][number] {
  const start = lexer.start;
  const about = doc(lexer);
  if (!beginsQuantity(lexer)) {
    if (eat(lexer, "event")) {
      const named = name(lexer);
      const titled = label(lexer);
      const given = at(lexer, "(") ? parameters(lexer) : undefined;
      return {
        kind: "Event",
        start,
        end: lexer.last,
        doc: about,
        name: named,
        label: titled,
        parameters: given,
      };
    }
    if (eat(lexer, "included")) {
      take(lexer, "in");
      const inside = ref(lexer);
      take(lexer, "as");
      return end(lexer, { kind: "Inclusion", start, end: -1, doc: about, system: inside, role: name(lexer) });
    }
    return citeOrAllow(lexer);
  }
  const named = name(lexer);
  const titled = label(lexer);
  take(lexer, ":");
  const typed = type(lexer);
  take(lexer, "=");
  const initial = expression(lexer);
  let becomes: Tree.Expression | undefined;
  if (at(lexer, "becomes") && !beginsQuantity(lexer)) {
    advance(lexer);
    becomes = expression(lexer);
  }
  return {
    kind: "Quantity",
    start,
    end: lexer.last,
    doc: about,
    name: named,
    label: titled,
    type: typed,
    initial,
    becomes,
  };
}
function coupling(lexer: Lexer): Tree.Coupling {
  const start = lexer.start;
  const about = doc(lexer);
  advance(lexer);
  const named = name(lexer);
  const titled = label(lexer);
  take(lexer, "between");
  const left = ref(lexer);
  take(lexer, "and");
  const right = ref(lexer);
  const body = braces(lexer, "CouplingBody", (inner) =>
    peek(inner, 1) === "." ? channel(inner) : citeOrAllow(inner),
  );
  return {
    kind: "Coupling",
    start,
    end: lexer.last,
    doc: about,
    name: named,
    label: titled,
    left,
    right,
    body,
  };
}
function channel(lexer: Lexer): Tree.Channel {
  const start = lexer.start;
  const about = doc(lexer);
  const source = part(lexer);
  take(lexer, "->");
  const target = path(lexer, 1, 3);
  const assignments = at(lexer, "{") ? braces(lexer, "Assignments", assignment) : undefined;
  const args = assignments === undefined && at(lexer, "(") ? argumentList(lexer) : undefined;
  const options: Tree.ChannelOption[] = [];
  while (isOption(lexer)) options.push(option(lexer));
  return { kind: "Channel", start, end: lexer.last, doc: about, source, target, args, assignments, options };
}
function isOption(lexer: Lexer): boolean {
  return (
    (at(lexer, "when") || at(lexer, "with") || at(lexer, "after") || at(lexer, "at")) &&
    peek(lexer, 1) !== "."
  );
}
function option(lexer: Lexer): Tree.ChannelOption {
  const start = lexer.start;
  if (eat(lexer, "when"))
    return end(lexer, { kind: "ConditionOption", start, end: -1, condition: expression(lexer) });
  if (eat(lexer, "with")) {
    take(lexer, "chance");
    return end(lexer, { kind: "ChanceOption", start, end: -1, probability: expression(lexer) });
  }
  if (eat(lexer, "after")) {
    const steps = expression(lexer);
    advance(lexer);
    return { kind: "DelayOption", start, end: lexer.last, steps };
  }
  take(lexer, "at");
  take(lexer, "most");
  const most = expression(lexer);
  take(lexer, "per");
  take(lexer, "step");
  return { kind: "CapacityOption", start, end: lexer.last, most };
}
function regulation(lexer: Lexer): Tree.Regulation {
  const start = lexer.start;
  const about = doc(lexer);
  advance(lexer);
  const named = name(lexer);
  const titled = label(lexer);
  const body = braces(lexer, "RegulationBody", regulationItem);
  return { kind: "Regulation", start, end: lexer.last, doc: about, name: named, label: titled, body };
}
function regulationItem(lexer: Lexer): Tree.RegulationBody["items"][number] {
  const start = lexer.start;
  const about = doc(lexer);
  if (eat(lexer, "by"))
    return end(lexer, { kind: "RegulationBy", start, end: -1, doc: about, system: ref(lexer) });
  if (eat(lexer, "of"))
    return end(lexer, { kind: "RegulationOf", start, end: -1, doc: about, target: ref(lexer) });
  if (eat(lexer, "starts")) {
    take(lexer, "with");
    const operation = part(lexer);
    const args = at(lexer, "(") ? argumentList(lexer) : undefined;
    return { kind: "StartsWith", start, end: lexer.last, doc: about, operation, args };
  }
  if (eat(lexer, "aim"))
    return end(lexer, { kind: "Aim", start, end: -1, doc: about, condition: expression(lexer) });
  if (eat(lexer, "through")) {
    if (at(lexer, "direct") && peek(lexer, 1) !== ".") {
      advance(lexer);
      return { kind: "Through", start, end: lexer.last, doc: about, direct: true, couplings: [] };
    }
    return end(lexer, {
      kind: "Through",
      start,
      end: -1,
      doc: about,
      direct: false,
      couplings: list(lexer, ref),
    });
  }
  return citeOrAllow(lexer);
}

// ── Scenarios, properties, experiments ──

function scenario(lexer: Lexer): Tree.Scenario {
  const start = lexer.start;
  const about = doc(lexer);
  advance(lexer);
  const named = name(lexer);
  const titled = label(lexer);
  const like = eat(lexer, "like") ? ref(lexer) : undefined;
  const body = block(lexer);
  return { kind: "Scenario", start, end: lexer.last, doc: about, name: named, label: titled, like, body };
}
function block(lexer: Lexer): Tree.Block {
  return braces(lexer, "Block", step);
}
function beginsEmission(lexer: Lexer): boolean {
  if (!isName(lexer)) return false;
  const next = peek(lexer, 1);
  const verb = next === "." ? 3 : 1;
  return (
    (verb === 3 ? peek(lexer, 3) : next) === "emits" && /^[^\W\d]|[^\0-\x7f]/.test(peek(lexer, verb + 1))
  );
}
function step(lexer: Lexer): Tree.Block["items"][number] {
  const start = lexer.start;
  const about = doc(lexer);
  if (beginsEmission(lexer)) {
    const from = ref(lexer);
    take(lexer, "emits");
    const operation = name(lexer);
    const args = at(lexer, "(") ? argumentList(lexer) : undefined;
    return { kind: "Emission", start, end: lexer.last, doc: about, system: from, operation, args };
  }
  const keyword = lexer.value;
  switch (keyword) {
    case "perturb": {
      advance(lexer);
      const target = ref(lexer);
      take(lexer, "from");
      const source = ref(lexer);
      take(lexer, "with");
      const operation = name(lexer);
      const args = at(lexer, "(") ? argumentList(lexer) : undefined;
      return {
        kind: "Perturbation",
        start,
        end: lexer.last,
        doc: about,
        keyword: { start, end: start + "perturb".length },
        target,
        source,
        operation,
        args,
      };
    }
    case "given": {
      advance(lexer);
      const changed = part(lexer);
      take(lexer, "=");
      return end(lexer, {
        kind: "Given",
        start,
        end: -1,
        doc: about,
        part: changed,
        value: expression(lexer),
      });
    }
    case "change": {
      advance(lexer);
      const changed = part(lexer);
      take(lexer, "to");
      return end(lexer, {
        kind: "Change",
        start,
        end: -1,
        doc: about,
        part: changed,
        value: expression(lexer),
      });
    }
    case "steer": {
      advance(lexer);
      const changed = part(lexer);
      take(lexer, "to");
      const wanted = expression(lexer);
      take(lexer, "by");
      return end(lexer, {
        kind: "Steer",
        start,
        end: -1,
        doc: about,
        part: changed,
        value: wanted,
        by: ref(lexer),
      });
    }
    case "unplug":
      advance(lexer);
      return end(lexer, { kind: "Unplug", start, end: -1, doc: about, system: ref(lexer) });
    case "close":
      advance(lexer);
      return end(lexer, { kind: "Close", start, end: -1, doc: about, coupling: ref(lexer) });
    case "open":
      advance(lexer);
      return end(lexer, { kind: "Open", start, end: -1, doc: about, coupling: ref(lexer) });
    case "apply":
      advance(lexer);
      return end(lexer, { kind: "Apply", start, end: -1, doc: about, regulation: ref(lexer) });
    case "run":
      return run(lexer);
    case "either": {
      advance(lexer);
      const branches = [block(lexer)];
      do {
        take(lexer, "or");
        branches.push(block(lexer));
      } while (at(lexer, "or"));
      return { kind: "Either", start, end: lexer.last, doc: about, branches };
    }
    case "repeat": {
      advance(lexer);
      const times = count(lexer);
      advance(lexer);
      const body = block(lexer);
      return { kind: "Repeat", start, end: lexer.last, doc: about, count: times, body };
    }
    case "seed":
      advance(lexer);
      return end(lexer, { kind: "Seed", start, end: -1, doc: about, count: count(lexer) });
    case "expect": {
      advance(lexer);
      const begins = lexer.start;
      if (eat(lexer, "violation")) {
        const check = name(lexer);
        const violation: Tree.ExpectViolation = {
          kind: "ExpectViolation",
          start: begins,
          end: lexer.last,
          check,
        };
        return { kind: "Expect", start, end: lexer.last, doc: about, outcome: violation };
      }
      return end(lexer, { kind: "Expect", start, end: -1, doc: about, outcome: outcome(lexer) });
    }
    default:
      return citeOrAllow(lexer);
  }
}
function run(lexer: Lexer): Tree.Run {
  const start = lexer.start;
  const about = doc(lexer);
  advance(lexer);
  let steps: Tree.NumberLiteral | undefined;
  let until: Tree.Expression | undefined;
  if (lexer.kind === "number") {
    steps = count(lexer);
    advance(lexer);
  } else if (at(lexer, "until") && !beginsEmission(lexer)) {
    advance(lexer);
    until = expression(lexer);
    take(lexer, "at");
    take(lexer, "most");
    steps = count(lexer);
    advance(lexer);
  }
  return { kind: "Run", start, end: lexer.last, doc: about, until, count: steps };
}
function outcome(lexer: Lexer): Tree.Outcome {
  const start = lexer.start;
  const subject = expression(lexer);
  const happens = beginsEmission(lexer) ? undefined : happening(lexer);
  return { kind: "Outcome", start, end: lexer.last, subject, happening: happens };
}
function toWhat(lexer: Lexer): Tree.Name | undefined {
  return at(lexer, "to") && !beginsEmission(lexer) ? (advance(lexer), name(lexer)) : undefined;
}
function happening(lexer: Lexer): Tree.Happening | undefined {
  const start = lexer.start;
  if (eat(lexer, "resonates")) {
    const to = toWhat(lexer);
    return { kind: "Resonates", start, end: lexer.last, to };
  }
  if (eat(lexer, "stays")) {
    take(lexer, "indifferent");
    const to = toWhat(lexer);
    return { kind: "StaysIndifferent", start, end: lexer.last, to };
  }
  if (eat(lexer, "designates")) {
    const designated = value(lexer);
    return { kind: "Designates", start, end: lexer.last, value: designated };
  }
  if (eat(lexer, "occurs")) {
    let bound: "least" | "most" | undefined;
    let times: Tree.NumberLiteral | undefined;
    if (at(lexer, "at") && !beginsEmission(lexer)) {
      advance(lexer);
      bound = lexer.value === "least" ? "least" : "most";
      advance(lexer);
    }
    if (lexer.kind === "number") {
      times = count(lexer);
      advance(lexer);
    }
    return { kind: "Occurs", start, end: lexer.last, bound, count: times };
  }
  if (at(lexer, "never") && peek(lexer, 1) === "occurs") {
    advance(lexer);
    advance(lexer);
    return { kind: "NeverOccurs", start, end: lexer.last };
  }
  if (eat(lexer, "is")) {
    const verdict = lexer.value as Tree.Verdict;
    advance(lexer);
    return { kind: "IsVerdict", start, end: lexer.last, verdict };
  }
  return undefined;
}
function property(lexer: Lexer): Tree.Property {
  const start = lexer.start;
  const about = doc(lexer);
  advance(lexer);
  const named = name(lexer);
  const titled = label(lexer);
  const body = braces(lexer, "PropertyBody", propertyItem);
  return { kind: "Property", start, end: lexer.last, doc: about, name: named, label: titled, body };
}
function beginsReaches(lexer: Lexer): boolean {
  const next = peek(lexer, 1);
  const verb = next === "." ? 3 : 1;
  const found = verb === 3 ? peek(lexer, 3) : next;
  return found === "reaches" || (found === "never" && peek(lexer, verb + 1) === "reaches");
}
function propertyItem(lexer: Lexer): Tree.PropertyBody["items"][number] {
  const start = lexer.start;
  const about = doc(lexer);
  if (beginsReaches(lexer)) {
    const from = ref(lexer);
    const never = eat(lexer, "never");
    take(lexer, "reaches");
    const to = ref(lexer);
    let through: Tree.NamePath[] = [];
    if (!never && eat(lexer, "only")) {
      take(lexer, "through");
      through = list(lexer, ref);
    }
    return { kind: "Reaches", start, end: lexer.last, doc: about, from, never, to, through };
  }
  if (eat(lexer, "always"))
    return end(lexer, { kind: "Always", start, end: -1, doc: about, condition: expression(lexer) });
  if (eat(lexer, "never"))
    return end(lexer, { kind: "Never", start, end: -1, doc: about, condition: expression(lexer) });
  if (eat(lexer, "eventually")) {
    return end(lexer, { kind: "Eventually", start, end: -1, doc: about, outcome: outcome(lexer) });
  }
  if (eat(lexer, "after")) {
    const operation = part(lexer);
    take(lexer, "eventually");
    return end(lexer, { kind: "After", start, end: -1, doc: about, operation, outcome: outcome(lexer) });
  }
  return citeOrAllow(lexer);
}
function experiment(lexer: Lexer): Tree.Experiment {
  const start = lexer.start;
  const about = doc(lexer);
  advance(lexer);
  const named = name(lexer);
  const titled = label(lexer);
  take(lexer, "of");
  const of = ref(lexer);
  const body = braces(lexer, "ExperimentBody", experimentItem);
  return {
    kind: "Experiment",
    start,
    end: lexer.last,
    doc: about,
    name: named,
    label: titled,
    scenario: of,
    body,
  };
}
function experimentItem(lexer: Lexer): Tree.ExperimentBody["items"][number] {
  const start = lexer.start;
  const about = doc(lexer);
  if (eat(lexer, "vary")) {
    const varied = part(lexer);
    if (eat(lexer, "over")) {
      return end(lexer, {
        kind: "VaryOver",
        start,
        end: -1,
        doc: about,
        part: varied,
        values: expressionList(lexer),
      });
    }
    take(lexer, "from");
    const from = expression(lexer);
    take(lexer, "to");
    const to = expression(lexer);
    take(lexer, "by");
    return end(lexer, {
      kind: "VaryRange",
      start,
      end: -1,
      doc: about,
      part: varied,
      from,
      to,
      by: expression(lexer),
    });
  }
  if (eat(lexer, "runs"))
    return end(lexer, { kind: "Runs", start, end: -1, doc: about, count: count(lexer) });
  if (eat(lexer, "measure")) {
    const named = name(lexer);
    const titled = label(lexer);
    take(lexer, "=");
    return end(lexer, {
      kind: "Measure",
      start,
      end: -1,
      doc: about,
      name: named,
      label: titled,
      outcome: outcome(lexer),
    });
  }
  return citeOrAllow(lexer);
}

// ── Types, parameters, arguments ──

function type(lexer: Lexer): Tree.TypeNode {
  const start = lexer.start;
  if (eat(lexer, "number")) {
    const range = eat(lexer, "in") ? rangeOf(lexer) : undefined;
    const unit = label(lexer);
    return { kind: "NumberType", start, end: lexer.last, range, unit };
  }
  if (eat(lexer, "boolean")) return { kind: "BooleanType", start, end: lexer.last };
  take(lexer, "one");
  take(lexer, "of");
  const begins = lexer.start;
  take(lexer, "(");
  const items = list(lexer, (inner): Tree.EnumerationValue => {
    const from = inner.start;
    const named = name(inner);
    return { kind: "EnumerationValue", start: from, name: named, label: label(inner), end: inner.last };
  });
  take(lexer, ")");
  const values: Tree.EnumerationValues = { kind: "EnumerationValues", start: begins, end: lexer.last, items };
  return { kind: "EnumerationType", start, end: lexer.last, values };
}
function rangeOf(lexer: Lexer): Tree.Range {
  const start = lexer.start;
  const low = at(lexer, "..") ? undefined : bound(lexer);
  take(lexer, "..");
  const high = at(lexer, "-") || lexer.kind === "number" ? bound(lexer) : undefined;
  return { kind: "Range", start, end: lexer.last, low, high };
}
function bound(lexer: Lexer): Tree.Bound {
  const start = lexer.start;
  const negative = eat(lexer, "-");
  const read = numberOf(lexer);
  const value = negative ? -read.value : read.value;
  return { kind: "Bound", start, end: lexer.last, value, percent: read.percent };
}
function numberOf(lexer: Lexer): Tree.NumberLiteral {
  const node = count(lexer);
  if (!eat(lexer, "%")) return node;
  return {
    kind: "NumberLiteral",
    start: node.start,
    end: lexer.last,
    value: node.value / 100,
    percent: true,
  };
}
function parameters(lexer: Lexer): Tree.Parameters {
  const start = lexer.start;
  take(lexer, "(");
  const items = at(lexer, ")")
    ? []
    : list(lexer, (inner): Tree.Parameter => {
        const from = inner.start;
        const named = name(inner);
        const titled = label(inner);
        take(inner, ":");
        const typed = type(inner);
        return { kind: "Parameter", start: from, end: inner.last, name: named, label: titled, type: typed };
      });
  take(lexer, ")");
  return { kind: "Parameters", start, end: lexer.last, items };
}
function argumentList(lexer: Lexer): Tree.Arguments {
  const start = lexer.start;
  take(lexer, "(");
  const items = at(lexer, ")")
    ? []
    : list(lexer, (inner): Tree.Argument => {
        const from = inner.start;
        const named = name(inner);
        take(inner, ":");
        const given = expression(inner);
        return { kind: "Argument", start: from, end: inner.last, name: named, value: given };
      });
  take(lexer, ")");
  return { kind: "Arguments", start, end: lexer.last, items };
}

// ── Expressions ──

function expression(lexer: Lexer): Tree.Expression {
  const first = condition(lexer);
  if (!at(lexer, "or") && !at(lexer, "and")) return first;
  const conditions = [first];
  const operators: ("or" | "and")[] = [];
  while (at(lexer, "or") || at(lexer, "and")) {
    operators.push(lexer.value === "or" ? "or" : "and");
    advance(lexer);
    conditions.push(condition(lexer));
  }
  return buildConditions(conditions, operators);
}
function condition(lexer: Lexer): Tree.Expression {
  if (at(lexer, "not")) {
    const start = lexer.start;
    advance(lexer);
    const operand = condition(lexer);
    return { kind: "Not", start, end: operand.end, operand };
  }
  const left = sum(lexer);
  if (lexer.kind !== "sign") return left;
  switch (lexer.value) {
    case "=":
    case "!=":
    case "<":
    case "<=":
    case ">":
    case ">=": {
      const operator = lexer.value;
      advance(lexer);
      const right = sum(lexer);
      return { kind: "Comparison", start: left.start, end: lexer.last, operator, left, right };
    }
    default:
      return left;
  }
}
function operand(lexer: Lexer): Operand {
  let minus: number[] | undefined;
  while (at(lexer, "-")) {
    (minus ??= []).push(lexer.start);
    advance(lexer);
  }
  return { minus: minus ?? none, primary: primary(lexer) };
}
const none: readonly number[] = [];
function isArithmetic(lexer: Lexer): boolean {
  if (lexer.kind !== "sign") return false;
  const sign = lexer.value;
  return sign === "+" || sign === "-" || sign === "*" || sign === "/" || sign === "^";
}
function sum(lexer: Lexer): Tree.Expression {
  const first = operand(lexer);
  if (!isArithmetic(lexer)) {
    return first.minus.length === 0 ? first.primary : buildSum([first], [], () => fail(lexer, "less"));
  }
  const operands = [first];
  const operators: SumOperator[] = [];
  while (isArithmetic(lexer)) {
    operators.push(lexer.value as SumOperator);
    advance(lexer);
    operands.push(operand(lexer));
  }
  return buildSum(operands, operators, () => fail(lexer, "less"));
}
function primary(lexer: Lexer): Tree.Expression {
  const start = lexer.start;
  if (lexer.kind === "number") return numberOf(lexer);
  if (lexer.kind === "text") {
    const said = text(lexer);
    return { kind: "TextLiteral", start, end: said.end, value: said.value };
  }
  if (eat(lexer, "(")) {
    const inner = expression(lexer);
    take(lexer, ")");
    return { kind: "Group", start, end: lexer.last, inner };
  }
  if (at(lexer, "true") || at(lexer, "false")) {
    const truth = lexer.value === "true";
    advance(lexer);
    return { kind: "BooleanLiteral", start, end: lexer.last, value: truth };
  }
  const named = path(lexer, 1, 3);
  const [called] = named.names;
  if (named.names.length > 1 || called === undefined || !at(lexer, "(")) return named;
  const args = expressionList(lexer);
  return { kind: "Call", start, end: lexer.last, name: called, args };
}
function expressionList(lexer: Lexer): Tree.ExpressionList {
  const start = lexer.start;
  take(lexer, "(");
  const items = at(lexer, ")") ? [] : list(lexer, expression);
  take(lexer, ")");
  return { kind: "ExpressionList", start, end: lexer.last, items };
}
