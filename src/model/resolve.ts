/*
 * From trees to the model. Reads the entry and what it imports, binds the names, and lowers each declaration; all
 * that is wrong becomes a problem, and what could be understood becomes the model.
 */
import { placeIn } from "../base/place.ts";
import type { Source } from "../base/source.ts";
import type { Problem } from "../diagnostics/define.ts";
import type { Parsed } from "../syntax/parse.ts";
import { collectAllows } from "./allow.ts";
import { toldInFiles } from "./aliases.ts";
import { assemble } from "./assemble.ts";
import { reportConfusableNames } from "./confusable_names.ts";
import type { Declaration } from "./declarations.ts";
import type { Host } from "./host.ts";
import { load } from "./load.ts";
import type { ReadBibliography } from "./loaded.ts";
import { lowerCoupling } from "./lower/coupling.ts";
import { lowerEnvironment } from "./lower/environment.ts";
import { lowerExperiment } from "./lower/experiment.ts";
import { lowerFile, lowerHeader } from "./lower/file.ts";
import { lowerDeclared } from "./lower/items.ts";
import { lowerProperty } from "./lower/property.ts";
import { lowerRegulation } from "./lower/regulation.ts";
import { cutCircles, lowerScenario } from "./lower/scenario.ts";
import { lowerSystem } from "./lower/system.ts";
import { recalling, type Memory, type Recall } from "./memory.ts";
import type { Model, Society } from "./model.ts";
import type { SystemOwner } from "./owners.ts";
import { findDeclaration } from "./paths.ts";
import { standpointIn } from "./room.ts";
import type { Bindings, KnownChecks, Room } from "./room.ts";
import { reportTriggeredText } from "./triggered_text.ts";
import { reportUnusedImports } from "./unused_imports.ts";

export interface ResolveOptions {
  /** The names that `allow` and `expect violation` may name; without them every name passes. */
  readonly checks?: KnownChecks | undefined;
  /** How a bibliography is read; without it citations are not looked up. */
  readonly readBibliography?: ReadBibliography | undefined;
  /** Called before each file is read; what it throws ends the reading. */
  readonly checkpoint?: (() => void) | undefined;
  /** How a text is read; by `parse` unless somebody has read it already. */
  readonly parse?: ((source: Source) => Parsed) | undefined;
  /** What was found out last time of the same model, which may have changed a little since. */
  readonly memory?: Memory | undefined;
}

export interface Resolved {
  readonly model: Model;
  /** What was found in all files, in reading and in resolving them. */
  readonly problems: readonly Problem[];
  /** All files that were read, by name, the entry last. */
  readonly sources: ReadonlyMap<string, Source>;
  readonly parsed: ReadonlyMap<string, Parsed>;
  /** What the names in the files stand for. */
  readonly bindings: Bindings;
  /** With a memory: the same as long as the declarations show each other the same. */
  readonly shown?: object | undefined;
}

/**
 * Resolves a model; `host` finds and reads what is imported. Whatever the files say, it throws nothing but what the
 * host and the options throw.
 */
export function resolve(entry: Source, host: Host, options: ResolveOptions = {}): Resolved {
  const loaded = load(entry, host, options);
  const { room, inclusion } = assemble(loaded, entry.name, options.checks, options.memory);
  reportOrphanExtensions(room, inclusion.wholeFiles);
  const { recall, shown } = recalling(room, inclusion, options.memory);
  const model = lowerModel(room, inclusion.declarations, entry.name, recall);
  reportUnusedImports(room, inclusion.wholeFiles);
  reportConfusableNames(room);
  const files = [...loaded.files.values()];
  return {
    model,
    problems: [
      ...files.flatMap(({ parsed }) => parsed.problems),
      ...loaded.problems,
      ...room.report.problems().map(toldInFiles(room)),
    ],
    sources: new Map(files.map(({ name, parsed }) => [name, parsed.source])),
    parsed: new Map(files.map(({ name, parsed }) => [name, parsed])),
    bindings: room,
    shown,
  };
}

function lowerModel(room: Room, declarations: readonly Declaration[], entry: string, recall: Recall): Model {
  const header = lowerHeader(room, entry);
  const files = [...room.files.values()].map((scope) => lowerFile({ room, scope }));
  const lowerAll = <Lowered>(
    kind: Declaration["node"]["kind"],
    lower: (room: Room, declaration: Declaration) => Lowered | undefined,
  ) =>
    declarations
      .filter(({ node }) => node.kind === kind)
      .flatMap((declaration) => recall([declaration.node], (room) => lower(room, declaration)) ?? []);
  const societies = lowerAll("Society", lowerSociety);
  const systems = [...room.systems.values()].flatMap(
    (system) => recall(nodesOf(system), (room) => lowerSystem(room, system)) ?? [],
  );
  reportTriggeredText(systems, room.report);
  const environments = [...room.environments.values()].flatMap(
    (environment) => recall([environment.node], (room) => lowerEnvironment(room, environment)) ?? [],
  );
  const couplings = lowerAll("Coupling", lowerCoupling);
  const regulations = lowerAll("Regulation", lowerRegulation);
  const scenarios = cutCircles(lowerAll("Scenario", lowerScenario), room.report);
  const isEntry = ({ namePlace }: { readonly namePlace: { readonly file: string } }) =>
    namePlace.file === entry;
  return {
    ...header,
    entry,
    files,
    societies,
    systems,
    environments,
    couplings,
    regulations,
    scenarios: scenarios.filter(isEntry),
    importedScenarios: scenarios.filter((scenario) => !isEntry(scenario)),
    properties: lowerAll("Property", lowerProperty),
    experiments: lowerAll("Experiment", lowerExperiment),
    allows: room.allows,
    expectedViolations: room.expectedViolations,
  };
}

/** All that a system is made of. */
function nodesOf({ node, members, bodies }: SystemOwner): readonly [object, ...unknown[]] {
  return [
    node,
    ...members.map((member) => member.node),
    ...bodies.flatMap(({ file, start, end }) => [file, start, end]),
  ];
}

function lowerSociety(room: Room, declaration: Declaration): Society | undefined {
  const standpoint = standpointIn(room, declaration.file);
  const { node } = declaration;
  if (node.kind !== "Society" || standpoint === undefined) return undefined;
  const declared = lowerDeclared(standpoint, declaration, node.body?.items);
  return { ...declared, kind: "society", differentiation: node.differentiation };
}

/** Reports what is said to be extended and is no system; what extends a system is lowered with it. */
function reportOrphanExtensions(room: Room, wholeFiles: ReadonlySet<string>): void {
  for (const scope of room.files.values()) {
    if (!wholeFiles.has(scope.file.name)) continue;
    for (const node of scope.extends) {
      const standpoint = { room, scope };
      if (findDeclaration(standpoint, node.target, ["system"], "extend") !== undefined) continue;
      collectAllows(standpoint, node.body?.items, placeIn(scope.file.name, node));
    }
  }
}
