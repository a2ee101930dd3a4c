/* Where names are written, and what they stand for there. */
import { later } from "../base/later.ts";
import { contains, placeIn, type Place } from "../base/place.ts";
import { countBelow } from "../base/sorted.ts";
import { bindingOf, type FileScope } from "../model/declarations.ts";
import type { Owner, PartKind } from "../model/owners.ts";
import { ownerOf, type Bindings } from "../model/room.ts";
import { childrenOf } from "../syntax/walk.ts";
import type * as tree from "../syntax/tree.ts";
import type { Study } from "./study.ts";
import {
  createSymbols,
  keyOf,
  type NamedSymbol,
  type Occurrence,
  type SymbolKind,
  type Symbols,
} from "./symbols.ts";

export interface Occurrences {
  /** In the order of the text. */
  readonly in: (file: string) => readonly Occurrence[];
  /** The occurrence that an offset lies in, or just behind. */
  readonly at: (file: string, offset: number) => Occurrence | undefined;
  readonly of: (symbol: NamedSymbol) => readonly Occurrence[];
}

const known = new WeakMap<Study, Occurrences>();

/** The occurrences in all files of a model; worked out once for each. */
export function occurrencesOf(study: Study): Occurrences {
  let found = known.get(study);
  if (found === undefined) known.set(study, (found = find(study)));
  return found;
}

function find({ resolved: { bindings } }: Study): Occurrences {
  const files = new Map<string, () => readonly Occurrence[]>();
  const symbols = createSymbols(bindings);
  for (const [name, scope] of bindings.files)
    files.set(
      name,
      later(() => occurrencesIn(scope, bindings, symbols)),
    );
  const inFile = (file: string): readonly Occurrence[] => files.get(file)?.() ?? [];
  return {
    in: inFile,
    at(file, offset) {
      const all = inFile(file);
      const starts = all.map(({ place }) => place.start);
      const found = all[countBelow(starts, offset + 1) - 1];
      if (found === undefined) return undefined;
      return found.place.end >= offset ? found : undefined;
    },
    of(symbol) {
      const key = keyOf(symbol);
      return [...files.keys()].flatMap((file) => inFile(file).filter((one) => keyOf(one.symbol) === key));
    },
  };
}

// ── The walk ──────────────────────────────────────────────────────────────

/** What a bare name may stand for in a place, the nearest first. */
type Look = (name: string) => NamedSymbol | undefined;
const nothing: Look = () => undefined;

const happenings: readonly PartKind[] = ["operation", "event", "limit", "quantity"];
const anything: readonly PartKind[] = [
  "operation",
  "sensitivity",
  "expectation",
  "quantity",
  "event",
  "limit",
  "program",
  "role",
];

function occurrencesIn(scope: FileScope, bindings: Bindings, symbols: Symbols): readonly Occurrence[] {
  const file = scope.file.name;
  const found: Occurrence[] = [];
  const declarations = new Map(scope.declarations.map((one) => [one.node, one]));
  visitFile(scope.file.parsed.tree);
  return found.sort((a, b) => a.place.start - b.place.start);

  function add(name: tree.Name, symbol: NamedSymbol | undefined): void {
    if (symbol === undefined) return;
    const place = placeIn(file, name);
    const role = samePlace(symbol.place, place) ? "definition" : "reference";
    found.push({ place, symbol, role, written: name.text });
  }

  /** Gives a name to something that only this file knows. */
  function define(name: tree.Name | tree.Missing, kind: SymbolKind, node: tree.Node): void {
    if (name.kind === "Name") add(name, { kind, name: name.text, place: placeIn(file, name), node });
  }

  function addPart(name: tree.Name | tree.Missing, owner: Owner | undefined, ...kinds: PartKind[]): void {
    if (name.kind === "Name" && owner !== undefined) add(name, symbols.ofPart(owner, name.text, ...kinds));
  }

  function addValue(name: tree.Name | tree.Missing, owner: Owner | undefined): void {
    if (name.kind === "Name") add(name, owner && valueIn(owner, name.text));
  }

  /** A value of its own code, or of those of the function systems that it is within. */
  function valueIn(owner: Owner, name: string): NamedSymbol | undefined {
    const own = symbols.ofValue(owner, name);
    if (own !== undefined || owner.kind !== "system") return own;
    const itsScope = bindings.files.get(owner.declaration.file.name);
    for (const path of owner.node.within) {
      const home = itsScope && headOf(path, itsScope)?.owner;
      const value = home && symbols.ofValue(home, name);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  // ── Paths ──

  function headOf(path: tree.NamePath | tree.Missing, within: FileScope) {
    if (path.kind === "Missing") return undefined;
    const [head, second] = path.names;
    const binding = head && bindingOf(within, head.text);
    if (head === undefined || binding === undefined || binding.kind === "lost") return undefined;
    if (binding.kind === "declaration") {
      const { declaration } = binding;
      return {
        names: [head],
        declaration,
        owner: ownerOf(bindings, declaration),
        rest: path.names.slice(1),
        alias: undefined,
      };
    }
    const declaration = second && binding.declared.get(second.text);
    return {
      names: second === undefined ? [] : [second],
      declaration,
      owner: declaration && ownerOf(bindings, declaration),
      rest: path.names.slice(2),
      alias: { name: head, binding },
    };
  }

  /** Adds the names of a path, and gives what it leads to: an owner, and the part of it that is named. */
  function addPath(path: tree.NamePath | tree.Missing, ...kinds: readonly PartKind[]) {
    const head = headOf(path, scope);
    if (head === undefined) return undefined;
    const { alias, names, declaration, owner, rest } = head;
    if (alias !== undefined) {
      const { named, by } = alias.binding;
      const { place } = named;
      if (place !== undefined)
        add(alias.name, { kind: "import", name: named.name, place, node: by.statement.node });
    }
    const [name] = names;
    if (name !== undefined && declaration !== undefined) add(name, symbols.ofDeclaration(declaration));
    const [last] = rest;
    if (last === undefined || owner === undefined) return { owner, part: undefined };
    addPart(last, owner, ...(kinds.length > 0 ? kinds : anything));
    return { owner, part: last.text };
  }

  // ── Files ──

  function visitFile({ items }: tree.ModelFile): void {
    for (const item of items) visitItem(item);
  }

  function visitItem(item: tree.FileItem): void {
    switch (item.kind) {
      case "ImportNames":
        for (const { name, alias } of item.items) {
          if (name.kind === "Missing") continue;
          const binding = bindingOf(scope, (alias ?? name).text);
          if (binding?.kind !== "declaration") continue;
          const symbol = symbols.ofDeclaration(binding.declaration);
          if (symbol.name === name.text) add(name, symbol);
          if (alias !== undefined) add(alias, symbol);
        }
        return;
      case "ImportFile":
        if (item.alias !== undefined) define(item.alias, "import", item);
        return;
      case "Bibliography":
        return;
      case "Extend": {
        const owner = addPath(item.target)?.owner;
        if (owner !== undefined) visitMembers(item.body, owner);
        return;
      }
      default:
        visitDeclaration(item);
    }
  }

  function visitDeclaration(node: Exclude<tree.Declaration, tree.Extend>): void {
    const declaration = declarations.get(node);
    if (declaration !== undefined && node.name.kind === "Name")
      add(node.name, symbols.ofDeclaration(declaration));
    const owner = declaration && ownerOf(bindings, declaration);
    switch (node.kind) {
      case "Society":
        return;
      case "System":
        if (node.like !== undefined) addPath(node.like);
        for (const path of node.within) addPath(path);
        if (owner !== undefined) visitMembers(node.body, owner);
        return;
      case "Environment":
      case "Population":
        if (node.kind === "Population") visitExpression(node.size, nothing);
        visitEnvironment(node.body, owner);
        return;
      case "Coupling":
        addPath(node.left);
        addPath(node.right);
        for (const item of node.body?.items ?? []) if (item.kind === "Channel") visitChannel(item);
        return;
      case "Regulation":
        for (const item of node.body?.items ?? []) visitRegulationItem(item);
        return;
      case "Scenario":
        if (node.like !== undefined) addPath(node.like);
        visitBlock(node.body);
        return;
      case "Property":
        for (const item of node.body?.items ?? []) visitObserved(item);
        return;
      case "Experiment":
        addPath(node.scenario);
        for (const item of node.body?.items ?? []) visitObserved(item);
    }
  }

  // ── Systems ──

  function visitMembers(body: tree.SystemBody | undefined, owner: Owner): void {
    for (const member of body?.items ?? []) visitMember(member, owner);
  }

  function visitMember(node: tree.Member, owner: Owner): void {
    switch (node.kind) {
      case "Code":
        for (const value of node.values) addValue(value.name, owner);
        return;
      case "Performs":
        for (const path of node.receivers) addPath(path);
        return;
      case "Role":
        addPart(node.name, owner, "role");
        return;
      case "Sensitivity":
        addPart(node.name, owner, "sensitivity");
        visitParameters(node.parameters);
        if (node.when !== undefined)
          visitExpression(node.when, lookIn(owner, parametersOf([node.parameters])));
        return;
      case "Operation":
        addPart(node.name, owner, "operation");
        visitParameters(node.parameters);
        return;
      case "Expectation":
        addPart(node.name, owner, "expectation");
        visitExpression(node.initial, nothing);
        return;
      case "Limit":
        addPart(node.name, owner, "limit");
        addPart(node.operation, owner, "operation");
        visitExpression(node.when, lookIn(owner, parametersIn(owner, node.operation, "operation")));
        return;
      case "Program":
        addPart(node.name, owner, "program");
        visitProgram(node, owner);
        return;
      default:
    }
  }

  function visitProgram(node: tree.Program, owner: Owner): void {
    const triggers = node.triggers.map((trigger): Look => {
      if (trigger.kind === "EveryTrigger") return nothing;
      const kind = trigger.kind === "OwnTrigger" ? "operation" : "sensitivity";
      addPart(trigger.name, owner, kind);
      return parametersIn(owner, trigger.name, kind);
    });
    for (const name of node.amends) addPart(name, owner, "expectation");
    const first = triggers[0] ?? nothing;
    const look = lookIn(owner, first);
    for (const clause of node.body?.items ?? []) {
      if (clause.kind === "Cite" || clause.kind === "Allow") continue;
      if (clause.kind === "Choice") define(clause.name, "choice", clause);
      if (clause.kind !== "Otherwise" && clause.when !== undefined) visitExpression(clause.when, look);
      if (clause.kind === "Choice") visitExpression(clause.yields, look);
      addValue(clause.value, owner);
      for (const effect of clause.effects?.items ?? []) {
        if (effect.kind === "Emit") {
          addPart(effect.operation, owner, "operation");
          visitArguments(effect.args, parametersIn(owner, effect.operation, "operation"), look);
        } else {
          addPart(effect.target, owner, "expectation");
          visitExpression(effect.value, look);
        }
      }
    }
  }

  function lookIn(owner: Owner, parameters: Look): Look {
    return (name) =>
      parameters(name) ?? symbols.ofPart(owner, name, "expectation", "quantity") ?? valueIn(owner, name);
  }

  // ── Parameters and arguments ──

  function visitParameters(parameters: tree.Parameters | undefined): void {
    for (const node of parameters?.items ?? []) define(node.name, "parameter", node);
  }

  function parametersOf(lists: readonly (tree.Parameters | undefined)[], inFile = file): Look {
    return (name) => {
      for (const list of lists) {
        for (const node of list?.items ?? []) {
          if (node.name.kind === "Name" && node.name.text === name)
            return { kind: "parameter", name, place: placeIn(inFile, node.name), node };
        }
      }
      return undefined;
    };
  }

  function parametersIn(
    owner: Owner | undefined,
    name: tree.Name | tree.Missing | string | undefined,
    ...kinds: PartKind[]
  ): Look {
    const text = typeof name === "string" ? name : name?.kind === "Name" ? name.text : undefined;
    const symbol = owner && text !== undefined ? symbols.ofPart(owner, text, ...kinds) : undefined;
    if (symbol === undefined || !("parameters" in symbol.node)) return nothing;
    return parametersOf([symbol.node.parameters], symbol.place.file);
  }

  function visitArguments(args: tree.Arguments | undefined, parameters: Look, look: Look): void {
    for (const { name, value } of args?.items ?? []) {
      if (name.kind === "Name") add(name, parameters(name.text));
      visitExpression(value, look);
    }
  }

  // ── Surroundings ──

  function visitEnvironment(body: tree.EnvironmentBody | undefined, owner: Owner | undefined): void {
    for (const item of body?.items ?? []) {
      if (item.kind === "Event") {
        addPart(item.name, owner, "event");
        visitParameters(item.parameters);
      } else if (item.kind === "Quantity") {
        addPart(item.name, owner, "quantity");
        visitExpression(item.initial, nothing);
        if (item.becomes !== undefined && owner !== undefined)
          visitExpression(item.becomes, lookIn(owner, nothing));
      } else if (item.kind === "Inclusion") {
        addPart(item.role, addPath(item.system)?.owner, "role");
      }
    }
  }

  function visitChannel(node: tree.Channel): void {
    const source = addPath(node.source, "operation", "event", "quantity");
    const target = addPath(node.target, "sensitivity", "quantity");
    const parameters = parametersIn(source?.owner, source?.part, "operation", "event");
    const quantities: Look = (name) => source?.owner && symbols.ofPart(source.owner, name, "quantity");
    const look: Look = (name) => parameters(name) ?? quantities(name);
    visitArguments(node.args, parametersIn(target?.owner, target?.part, "sensitivity"), look);
    for (const { target: assigned, value } of node.assignments?.items ?? []) {
      addPart(assigned, target?.owner, "quantity");
      visitExpression(
        value,
        (name) => look(name) ?? (target?.owner && symbols.ofPart(target.owner, name, "quantity")),
      );
    }
    for (const option of node.options)
      for (const child of childrenOf(option)) visitExpression(child as tree.Expression, look);
  }

  function visitRegulationItem(item: tree.Node): void {
    switch (item.kind) {
      case "RegulationBy":
        addPath(item.system);
        return;
      case "RegulationOf":
        addPath(item.target);
        return;
      case "StartsWith": {
        const start = addPath(item.operation, "operation");
        visitArguments(item.args, parametersIn(start?.owner, start?.part, "operation"), nothing);
        return;
      }
      case "Through":
        for (const path of item.couplings) addPath(path);
        return;
      case "Aim":
        visitExpression(item.condition, nothing);
        return;
      default:
    }
  }

  // ── What an observer says ──

  function visitBlock(block: tree.Block | undefined): void {
    for (const step of block?.items ?? []) visitObserved(step);
  }

  function visitObserved(node: tree.Node): void {
    switch (node.kind) {
      case "Emission": {
        const owner = addPath(node.system)?.owner;
        addPart(node.operation, owner, "operation", "event");
        visitArguments(node.args, parametersIn(owner, node.operation, "operation", "event"), nothing);
        return;
      }
      case "Perturbation": {
        addPath(node.target);
        const owner = addPath(node.source)?.owner;
        addPart(node.operation, owner, "operation", "event");
        visitArguments(node.args, parametersIn(owner, node.operation, "operation", "event"), nothing);
        return;
      }
      case "Outcome":
        visitOutcome(node);
        return;
      case "Measure":
        define(node.name, "measure", node);
        if (node.outcome.kind === "Outcome") visitOutcome(node.outcome);
        return;
      case "NamePath":
        addPath(node);
        return;
      default:
        if (isExpression(node)) visitExpression(node, nothing);
        else for (const child of childrenOf(node)) visitObserved(child);
    }
  }

  function visitOutcome({ subject, happening }: tree.Outcome): void {
    if (happening === undefined || subject.kind !== "NamePath") {
      visitExpression(subject, nothing);
      return;
    }
    const owner = addPath(subject, ...happenings)?.owner;
    if (happening.kind === "Resonates" || happening.kind === "StaysIndifferent") {
      if (happening.to !== undefined) addPart(happening.to, owner, "sensitivity");
    } else if (happening.kind === "Designates") addValue(happening.value, owner);
  }

  // ── Expressions ──

  function visitExpression(node: tree.Node, look: Look): void {
    const pending: tree.Node[] = [node];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (next.kind === "NamePath") {
        const [only, second] = next.names;
        const symbol = only && second === undefined ? look(only.text) : undefined;
        if (only !== undefined && symbol !== undefined) add(only, symbol);
        else if (second !== undefined)
          addPath(next, "expectation", "quantity", "operation", "event", "limit");
      } else {
        // One by one: as arguments, the operands of a long sum would overflow the stack.
        for (const child of next.kind === "Call" ? next.args.items : childrenOf(next)) pending.push(child);
      }
    }
  }
}

const expressions: ReadonlySet<tree.Kind> = new Set([
  "Group",
  "Call",
  "Chain",
  "Comparison",
  "Not",
  "Negative",
  "Power",
]);

function isExpression(node: tree.Node): boolean {
  return expressions.has(node.kind);
}

function samePlace(a: Place, b: Place): boolean {
  return a.file === b.file && contains(a, b) && contains(b, a);
}
