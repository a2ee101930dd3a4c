/* The model and its runs at a glance: a paragraph that can stand alone. */
import type { Environment, System } from "../../model/model.ts";
import type { VerdictResult } from "../../runs/run.ts";
import { listing, paragraph, prose, said, strong, type Block, type Inline } from "./document.ts";
import { capital, countedFindings } from "./findings.ts";
import { countedKind, numbered } from "./kinds.ts";
import { wordsOfName, type Telling } from "./telling.ts";

export function summaryBlocks(telling: Telling): readonly Block[] {
  return [paragraph(whatItIs(telling)), paragraph(whatCame(telling))].filter(
    (block) => block.kind !== "paragraph" || block.pieces.length > 0,
  );
}

/** Which parts it consists of, and what a step of it stands for. */
export function whatItIs(telling: Telling): readonly Inline[] {
  const { model } = telling;
  const everybody: readonly (System | Environment)[] = [...model.systems, ...model.environments];
  const byKind = new Map<string, { readonly one: System | Environment; readonly ids: string[] }>();
  for (const one of everybody) {
    const kind = one.kind === "system" ? one.systemKind : one.kind;
    const known = byKind.get(kind);
    if (known === undefined) byKind.set(kind, { one, ids: [one.id] });
    else known.ids.push(one.id);
  }
  const groups = [...byKind.values()].map(({ one, ids }) => {
    const counted = countedKind(one.kind === "system" ? one.systemKind : one.kind, ids.length);
    return prose(counted, " (", listing(ids.map((id) => telling.name(id))), ")");
  });
  if (groups.length === 0) return prose("The model is empty.");
  const couplings = model.couplings.length;
  return prose(
    "The model consists of ",
    listing(groups),
    couplings === 0
      ? ", without any coupling between them. "
      : `, with ${numbered(couplings, "coupling")} between them. `,
    model.stepUnit === undefined ? "" : prose("One of its steps stands for one ", said(model.stepUnit), ". "),
  );
}

/** What the checks and the runs came to. */
function whatCame({ model, input }: Telling): readonly Inline[] {
  const { prepared, results } = input;
  const { diagnostics } = prepared.checked;
  const expectations = results.flatMap((result) => result.expectations);
  const disappointed = expectations.filter(({ holds }) => !holds).length;
  const found =
    diagnostics.length === 0
      ? "The checks find nothing to object to."
      : `The checks find ${countedFindings(diagnostics)}.`;
  const outcome =
    expectations.length === 0
      ? ""
      : disappointed === 0
        ? `, and ${expectations.length === 1 ? "the one expectation that they state is" : `all ${numbered(expectations.length, "expectation")} that they state are`} met`
        : `, and of the ${numbered(expectations.length, "expectation")} that they state ${numbered(disappointed, "is disappointed", "are disappointed")}`;
  const failed = (input.tested?.items ?? []).filter(
    ({ kind, passed }) => kind === "property" && !passed,
  ).length;
  const scenarios = model.scenarios.length;
  return prose(
    found,
    results.length === 0
      ? scenarios === 0
        ? " It has no scenario to play."
        : ` ${capital(numbered(scenarios, "scenario"))} ${scenarios === 1 ? "is" : "are"} written for it.`
      : ` ${capital(numbered(results.length, "scenario"))} ${results.length === 1 ? "has" : "have"} been played${outcome}.`,
    failed === 0 ? "" : ` ${capital(numbered(failed, "property does", "properties do"))} not hold.`,
    verdictPieces(results.flatMap((result) => result.verdicts)),
  );
}

/** Of each regulation what it came to, which may be this in one scenario and that in another. */
function verdictPieces(verdicts: readonly VerdictResult[]): readonly Inline[] {
  const byRegulation = new Map<string, Set<string>>();
  for (const { regulation, verdict } of verdicts) {
    const known = byRegulation.get(regulation) ?? new Set();
    byRegulation.set(regulation, known.add(verdict));
  }
  if (byRegulation.size === 0) return [];
  const each = [...byRegulation].map(([regulation, found]) =>
    prose(
      said(wordsOfName(regulation)),
      " is ",
      listing(
        [...found].map((verdict) => strong(verdict)),
        "or",
      ),
      found.size > 1 ? ", as the scenario goes" : "",
    ),
  );
  return prose(byRegulation.size === 1 ? " Its regulation " : " Of its regulations, ", listing(each), ".");
}
