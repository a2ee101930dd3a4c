/* Advice as data, described by `docs/schema/advice.schema.json`. */
import type { Source } from "../../base/source.ts";
import { locator, type Locator } from "../../diagnostics/locate.ts";
import { jsonText } from "../../diagnostics/show/json_text.ts";
import type { Advice, Proposal, Tried } from "../../runs/advice/advice.ts";
import type { AimResult, VerdictResult } from "../../runs/run.ts";
import { neighbourhoodJson } from "../robustness_json.ts";
import { changeWords } from "./change_words.ts";

export function renderAdviceJson(advice: Advice, sources: (file: string) => Source | undefined): string {
  const { regulation, by, of, scenarios, question, isReached, isReachedWithout, proposals, searched } =
    advice;
  const located = locator(sources);
  return jsonText({
    version: 1,
    regulation,
    by,
    of,
    aim: advice.aim ?? "",
    scenarios: scenarios.map(triedJson),
    question: { ...triedJson(question), added: question.isAdded, ...verdictJson(question.result) },
    reached: isReached,
    reachedWithout: isReachedWithout,
    proposals: proposals.map((proposal) => proposalJson(proposal, located)),
    searched: {
      tried: searched.tried,
      most: searched.most,
      depth: searched.depth,
      complete: searched.complete,
      refused: Object.fromEntries(searched.refused),
      idle: searched.idle,
    },
  });
}

function triedJson({ scenario, seed, steps, verdict }: Tried) {
  return { scenario, seed, steps, verdict };
}

function verdictJson({ verdict, withIt, without }: VerdictResult) {
  return {
    verdict,
    ...(withIt !== undefined && { with: sideJson(withIt) }),
    ...(without !== undefined && { without: sideJson(without) }),
  };
}

function sideJson({ holds, distance, values }: AimResult) {
  return {
    holds,
    ...(distance !== undefined && { distance }),
    values: values.map(({ name, value }) => ({ name, value })),
  };
}

function proposalJson(proposal: Proposal, located: Locator) {
  const { changes, size, edits, texts, way, verdict, neighbourhood, sideEffects, findings } = proposal;
  return {
    size,
    changes: changes.map(({ facts, size: own }) => ({ kind: facts.kind, size: own, ...changeWords(facts) })),
    edits: edits.map(({ place, text }) => ({ ...located.locate(place), file: place.file, text })),
    texts: Object.fromEntries(texts),
    ...(way !== undefined && { way }),
    ...verdictJson(verdict),
    neighbourhood: neighbourhoodJson(neighbourhood),
    sideEffects: {
      ...sideEffects,
      verdicts: sideEffects.verdicts.map(({ scenario, regulation, before, after }) => ({
        scenario,
        regulation,
        ...(before !== undefined && { before }),
        ...(after !== undefined && { after }),
      })),
    },
    findings,
  };
}
