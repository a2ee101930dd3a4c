import { listed, quoted } from "../base/words.ts";
import type { Place } from "../base/place.ts";
import type { Fix } from "../diagnostics/diagnostic.ts";
import type { Institution } from "../model/canon/institutions.ts";
import { institutionsBetween } from "../model/canon/institutions.ts";
import { reaches } from "../flow/reaches.ts";
import type { System } from "../model/model.ts";
import type { Id } from "../model/reference.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { called, namesIn } from "./support/names.ts";
import { carriedBy } from "./support/proposal.ts";
import { channelProposal } from "./support/new_coupling.ts";
import { everyStepOfModel } from "./support/steps.ts";
import { isModelled, whereWritten } from "./support/systems.ts";

interface Facts {
  readonly one: string;
  readonly other: string;
  readonly onePlace: Place;
  readonly institutions: readonly Pick<
    Institution,
    "name" | "title" | "condition" | "directions" | "source"
  >[];
  readonly proposal: Fix | undefined;
}

/** Ten systems are 45 pairs; a model of a hundred copies of them is not asked about all of its pairs. */
const mostSought = 200;

export const missing_canonical_coupling = defineCheck<Facts>({
  name: "missing_canonical_coupling",
  severity: "hint",
  group: "couplings",
  summary: "two systems that the canon knows to be coupled, and that cannot irritate each other at all",
  fromAbsence: true,
  sources: ["Luhmann 1993, ch. 10", "Luhmann 1997, ch. 4"],
  blindToNumbers: true,

  *detect(context) {
    const { model, index, flow } = context;
    const operating = model.systems
      .filter(
        (system) =>
          index.canonicalName(system.id) !== undefined &&
          isModelled(system) &&
          system.operations.length + system.sensitivities.length > 0,
      )
      .slice(0, mostSought);
    if (operating.length < 2) return;
    const partOf = parts(context);
    const perturbed = perturbedPairs(context);
    let sought = 0;
    for (const [position, one] of operating.entries()) {
      for (const other of operating.slice(position + 1)) {
        // What has no coupling, or lies in another part of the model, is `isolated_system`'s and `split_model`'s.
        const part = partOf.get(one.id);
        if (part === undefined || part !== partOf.get(other.id)) continue;
        if (perturbed.has(pairKey(one.id, other.id))) continue;
        const institutions = institutionsOf(one, other, context);
        if (institutions.length === 0 || index.couplingsBetween(one.id, other.id).length > 0) continue;
        if (sought >= mostSought) return;
        sought += 1;
        if (reaches(flow, one.id, other.id) || reaches(flow, other.id, one.id)) continue;
        const place = whereWritten(other, context);
        yield {
          place,
          facts: {
            one: called(one, place, context),
            other: called(other, place, context),
            onePlace: whereWritten(one, context),
            institutions,
            proposal: proposalFor(one, other, context) ?? proposalFor(other, one, context),
          },
        };
      }
    }
  },

  words({ one, other, onePlace, institutions }) {
    const [first] = institutions;
    const names = institutions.slice(0, 3).map(({ name }) => quoted(name));
    return {
      message: `\`${one}\` and \`${other}\` cannot irritate each other, though the theory knows them to be coupled by ${first?.title ?? ""}`,
      label: `no way leads from or to \`${one}\``,
      related: [{ place: onePlace, message: `no way leads from or to \`${other}\`` }],
      why: [
        "functionally differentiated systems depend on one another; between these two the theory describes what couples them",
      ],
      help: [
        ...(first?.directions ?? []).map(
          ({ from, to, carries, operation, sensitivity }) =>
            `from ${from.replaceAll("_", " ")} to ${to.replaceAll("_", " ")}: ${carries} (an operation such as ${quoted(operation)}, a sensitivity such as ${quoted(sensitivity)})`,
        ),
        `if they meet in this model, declare ${listed(names, "or")}; it carries when ${first?.condition ?? ""}`,
      ],
    };
  },

  fixes({ proposal }) {
    return proposal === undefined ? [] : [proposal];
  },
});

function institutionsOf(one: System, other: System, { index }: CheckContext): readonly Institution[] {
  const [a, b] = [index.canonicalName(one.id), index.canonicalName(other.id)];
  return a === undefined || b === undefined ? [] : institutionsBetween(a, b);
}

/** A coupling for the first operation of the one that the other could be sensitive to. */
function proposalFor(from: System, to: System, context: CheckContext): Fix | undefined {
  const [carried] = carriedBy(from.id, context);
  const file = context.model.entry;
  if (carried === undefined || to.sensitivities.length === 0) return undefined;
  const names = namesIn(file, context);
  return channelProposal(
    {
      from: { id: from.id, name: names(from.id) },
      to: { id: to.id, name: names(to.id) },
      operation: carried.name,
      file,
    },
    context,
  );
}

/** For everything that is coupled, the part of the model it lies in: couplings are looked at in both directions. */
function parts({ model }: CheckContext): ReadonlyMap<Id, number> {
  const neighbours = new Map<Id, Id[]>();
  for (const { left, right } of model.couplings) {
    if (left === undefined || right === undefined) continue;
    for (const [here, there] of [
      [left.id, right.id],
      [right.id, left.id],
    ] as const) {
      const known = neighbours.get(here);
      if (known === undefined) neighbours.set(here, [there]);
      else known.push(there);
    }
  }
  const partOf = new Map<Id, number>();
  let part = 0;
  for (const start of neighbours.keys()) {
    if (partOf.has(start)) continue;
    part += 1;
    const open = [start];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (partOf.has(id)) continue;
      partOf.set(id, part);
      for (const neighbour of neighbours.get(id) ?? []) open.push(neighbour);
    }
  }
  return partOf;
}

/** The pairs between which a scenario perturbs: what is missing there, `uncoupled_perturbation` says better. */
function perturbedPairs(context: CheckContext): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const { step } of everyStepOfModel(context)) {
    if (step.kind === "perturb") pairs.add(pairKey(step.source.id, step.target.id));
  }
  return pairs;
}

function pairKey(a: Id, b: Id): string {
  return JSON.stringify(a < b ? [a, b] : [b, a]);
}
