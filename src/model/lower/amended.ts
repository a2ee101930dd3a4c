/* What a program says it amends: expectations of its own system, which it may change although they are normative. */
import type * as tree from "../../syntax/tree.ts";
import type { Word } from "../reference.ts";
import { namedPart, partOf } from "../owners.ts";
import type { SystemOwner } from "../owners.ts";
import { findPartOf, reportUnknownPart } from "../paths.ts";
import type { Named } from "../problems.ts";
import type { Standpoint } from "../room.ts";
import { lowerWord } from "./items.ts";

/** The names after `amends`, those of no expectation (which is reported) too: the program means to amend something. */
export function lowerAmended(
  standpoint: Standpoint,
  system: SystemOwner,
  program: tree.Program,
): readonly Word[] {
  for (const name of program.amends) {
    if (system.parts.has(name.text)) findPartOf(standpoint, system, name, ["expectation"], "amends");
    else reportUnknownPart(standpoint, system, name, ["expectation"], () => unamended(system, program));
  }
  return program.amends.flatMap((name) => lowerWord(standpoint, name) ?? []);
}

/** The normative expectations that a program changes and does not amend. */
function unamended(system: SystemOwner, program: tree.Program): readonly Named[] {
  const amended = new Set(program.amends.map(({ text }) => text));
  const normative = new Set(
    system.members.flatMap(({ node }) =>
      node.kind === "Expectation" && node.mode === "normative" && node.name.kind === "Name"
        ? [node.name.text]
        : [],
    ),
  );
  const changed = new Set(
    (program.body?.items ?? []).flatMap((clause) => ("effects" in clause ? targetsIn(clause.effects) : [])),
  );
  return [...changed]
    .filter((name) => normative.has(name) && !amended.has(name))
    .flatMap((name) => {
      const part = partOf(system, name, "expectation");
      return part === undefined ? [] : [namedPart(system, part)];
    });
}

function targetsIn(effects: tree.Effects | undefined): readonly string[] {
  return (effects?.items ?? []).flatMap((effect) =>
    effect.kind === "Assignment" && effect.target.kind === "Name" ? [effect.target.text] : [],
  );
}
