/* What a declaration refers to, as it is written: an import of the one brings in the other. */
import type * as tree from "../syntax/tree.ts";
import { walk } from "../syntax/walk.ts";
import type { Declaration } from "./declarations.ts";

/** What is run, and only where it stands in the file that is run. */
export function isRun({ node }: Declaration): boolean {
  return node.kind === "Scenario" || node.kind === "Property" || node.kind === "Experiment";
}

/** The paths by which a declaration refers to others. Inside systems and channels nothing else can be referred to. */
export function referencesOf(node: Declaration["node"]): readonly tree.NamePath[] {
  switch (node.kind) {
    case "Society":
      return [];
    case "System":
      return [...written(node.like), ...node.within, ...referencesOfBody(node.body)];
    case "Environment":
    case "Population":
      return (node.body?.items ?? []).flatMap((item) =>
        item.kind === "Inclusion" ? written(item.system) : [],
      );
    case "Coupling":
      return [
        ...written(node.left),
        ...written(node.right),
        ...(node.body?.items ?? []).flatMap((item) =>
          item.kind === "Channel" ? [...written(item.source), ...written(item.target)] : [],
        ),
      ];
    case "Regulation":
      return (node.body?.items ?? []).flatMap((item) => {
        switch (item.kind) {
          case "RegulationBy":
            return written(item.system);
          case "RegulationOf":
            return written(item.target);
          case "StartsWith":
            return [
              ...written(item.operation),
              ...(item.args?.items ?? []).flatMap(({ value }) => pathsIn(value)),
            ];
          case "Through":
            return item.couplings;
          case "Aim":
            return pathsIn(item.condition);
          default:
            return [];
        }
      });
    case "Scenario":
      return pathsUnder(node);
    case "Property":
    case "Experiment":
      return scenarioOf(node);
  }
}

/** The scenario that a scenario is `like`, or that an experiment varies: it is in the model wherever it stands. */
export function scenarioOf(node: Declaration["node"]): readonly tree.NamePath[] {
  if (node.kind === "Scenario") return written(node.like);
  return node.kind === "Experiment" ? written(node.scenario) : [];
}

export function referencesOfBody(body: tree.SystemBody | undefined): readonly tree.NamePath[] {
  return (body?.items ?? []).flatMap((member) => (member.kind === "Performs" ? member.receivers : []));
}

function written(path: tree.NamePath | tree.Missing | undefined): readonly tree.NamePath[] {
  return path?.kind === "NamePath" ? [path] : [];
}

/** The paths of several names in an expression; a single one is no name of a declaration there. */
function pathsIn(expression: tree.Expression): readonly tree.NamePath[] {
  return pathsUnder(expression).filter(({ names }) => names.length > 1);
}

function pathsUnder(node: tree.Node): readonly tree.NamePath[] {
  const paths: tree.NamePath[] = [];
  walk(node, (below) => {
    if (below.kind === "NamePath") paths.push(below);
  });
  return paths;
}
