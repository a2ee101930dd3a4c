import type { Adjacency } from "../base/graph.ts";
import { transposed } from "../base/graph.ts";
import type { Place } from "../base/place.ts";
import { listed, quoted } from "../base/words.ts";
import type { Fix, Related, Words } from "../diagnostics/diagnostic.ts";
import type { PropertyViolatedFacts } from "../diagnostics/run_facts.ts";
import { describeWay } from "../flow/describe.ts";
import type { Flow, Way } from "../flow/flow.ts";
import { decideReaches, reaches } from "../flow/reaches.ts";
import type { Claim, Property } from "../model/model.ts";
import type { Id } from "../model/reference.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { stoppedText } from "./support/stages.ts";
import { causeLines, causeNotes, momentText, valuesText } from "./support/causes.ts";
import { textAt } from "./support/edits.ts";
import { after } from "./support/insertion.ts";
import { knownInstitutions } from "./support/known_institutions.ts";
import { namesIn } from "./support/names.ts";

interface ReachFacts {
  readonly kind: "reaches";
  readonly property: string;
  readonly from: string;
  readonly to: string;
  /** `unreached`: it should and does not. `reached`: it must not and does. `around`: a way passes none of those it must. */
  readonly fault: "unreached" | "reached" | "around";
  readonly through: readonly string[];
  /** The way that should not be. */
  readonly line: string | undefined;
  readonly channels: readonly { readonly coupling: string; readonly place: Place }[];
  /** The first whom `from` does reach, and who reach `to`. */
  readonly reached: readonly string[];
  readonly reaching: readonly string[];
  readonly institutions: readonly { readonly title: string; readonly condition: string }[];
  readonly fix: Fix | undefined;
}

type ReachClaim = Extract<Claim, { kind: "reaches" }>;

export const property_violated = defineCheck<ReachFacts | PropertyViolatedFacts>({
  name: "property_violated",
  severity: "error",
  alsoInRuns: true,
  group: "scenarios",
  summary: "a property that does not hold",
  fromAbsence: true,
  sources: ["Luhmann 1993, ch. 10"],
  blindToNumbers: true,

  *detect(context) {
    for (const property of context.model.properties) {
      const { claim } = property;
      if (claim?.kind !== "reaches" || holds(claim, context)) continue;
      const { reached, ways } = decideReaches(context.flow, claim);
      yield { place: claim.place, facts: factsOf(property, claim, reached, ways[0], context) };
    }
  },

  words: (facts) => (facts.kind === "reaches" ? wordsOnReach(facts) : wordsOnRun(facts)),

  fixes: (facts) => (facts.kind === "reaches" && facts.fix !== undefined ? [facts.fix] : []),
});

function wordsOnReach(facts: ReachFacts): Words {
  const { property, from, to, fault, through, line, channels } = facts;
  const gates = listed(through.map(quoted), "or");
  const head = `${quoted(property)} does not hold`;
  return {
    message:
      fault === "unreached"
        ? `${head}: nothing leads from ${quoted(from)} to ${quoted(to)}`
        : fault === "reached"
          ? `${head}: ${quoted(from)} reaches ${quoted(to)}`
          : `${head}: ${quoted(from)} reaches ${quoted(to)} without ${gates}, too`,
    label:
      fault === "unreached"
        ? "no way at all"
        : fault === "reached"
          ? "there is a way"
          : `one way leaves out ${through.length === 1 ? gates : "all of these"}`,
    related: channels
      .slice(0, 4)
      .map(({ coupling, place }): Related => ({ place, message: `${quoted(coupling)} leads on here` })),
    why: [
      "what can irritate what is decided by the couplings alone, whatever anybody intends: a claim about it is a claim about every way in the model (Luhmann 1993, ch. 10)",
      ...(line === undefined ? [] : [`the way: ${line}`]),
    ],
    help: helpOnReach(facts),
  };
}

function helpOnReach({
  from,
  to,
  fault,
  through,
  reached,
  reaching,
  institutions,
}: ReachFacts): readonly string[] {
  if (fault !== "unreached") {
    return [
      fault === "around"
        ? `take a channel out of this way, or claim less: add what it passes to ${listed(through.map(quoted))}`
        : "take a channel out of this way, or claim less: say through whom alone it may lead",
    ];
  }
  const far =
    reached.length === 0
      ? `no channel leads out of ${quoted(from)}`
      : `${quoted(from)} reaches ${listed(reached.map(quoted))}`;
  const near =
    reaching.length === 0
      ? `none leads into ${quoted(to)}`
      : `${quoted(to)} is reached from ${listed(reaching.map(quoted))}`;
  const [known] = institutions;
  return [
    `${far}, and ${near}: what is missing lies between them`,
    ...(known === undefined
      ? []
      : [
          `${quoted(from)} and ${quoted(to)} are coupled by ${known.title}, which carries when ${known.condition}`,
        ]),
  ];
}

/** Decided without the ways that show it, which take their time in a large model. */
function holds({ from, to, never, through }: ReachClaim, { flow }: CheckContext): boolean {
  if (never || !reaches(flow, from.id, to.id)) return never && !reaches(flow, from.id, to.id);
  if (through.length === 0) return true;
  return !reaches(
    flow,
    from.id,
    to.id,
    through.map((ref) => ref.id),
  );
}

function factsOf(
  property: Property,
  claim: ReachClaim,
  reached: boolean,
  way: Way | undefined,
  context: CheckContext,
): ReachFacts {
  const { flow } = context;
  const names = namesIn(claim.place.file, context);
  const from = claim.from.id;
  const to = claim.to.id;
  const fault = claim.never ? "reached" : reached ? "around" : "unreached";
  return {
    kind: "reaches",
    property: property.name,
    from: names(from),
    to: names(to),
    fault,
    through: claim.through.map((ref) => names(ref.id)),
    line: way && describeWay(flow, way, names).line,
    channels: (way ?? []).flatMap(({ from: number }) => {
      const node = flow.nodes[number];
      return node?.kind === "channel"
        ? [{ coupling: names(node.coupling.id), place: node.channel.place }]
        : [];
    }),
    reached: fault === "unreached" ? ownersFrom(from, flow.successors, flow).map(names) : [],
    reaching: fault === "unreached" ? ownersFrom(to, transposed(flow.successors), flow).map(names) : [],
    institutions:
      fault === "unreached"
        ? knownInstitutions(from, to, context).map(({ title, condition }) => ({ title, condition }))
        : [],
    fix: fault === "around" && way !== undefined ? widerClaim(claim, way, context) : undefined,
  };
}

const mostShown = 4;

/** The first others to whom the graph leads from one of them. */
function ownersFrom(owner: Id, graph: Adjacency, { nodes, nodesOf }: Flow): readonly Id[] {
  const owners = new Set<Id>();
  const reached = new Set(nodesOf.get(owner));
  for (const number of reached) {
    const node = nodes[number];
    if (node !== undefined && node.kind !== "channel" && node.owner !== owner) owners.add(node.owner);
    if (owners.size === mostShown) break;
    for (const next of graph[number] ?? []) reached.add(next);
  }
  return [...owners];
}

/** The claim with the first system that the way passes, or else its coupling, among those it may pass. */
function widerClaim(claim: ReachClaim, way: Way, context: CheckContext): Fix | undefined {
  const { flow, index } = context;
  const names = namesIn(claim.place.file, context);
  const { owners, couplings } = describeWay(flow, way, names);
  const isPassed = (id: Id): boolean =>
    id !== claim.from.id && id !== claim.to.id && index.system(id) !== undefined;
  const added = owners.find(isPassed) ?? couplings[0];
  const last = claim.through.at(-1);
  if (added === undefined || last === undefined || textAt(last.place, context) === "") return undefined;
  const name = names(added);
  return {
    title: `claim less: ${quoted(`only through ${[...claim.through.map((ref) => names(ref.id)), name].join(", ")}`)}`,
    certain: false,
    edits: [{ place: after(last.place), text: `, ${name}` }],
  };
}

function wordsOnRun(facts: PropertyViolatedFacts): Words {
  const { property, claim, text, occurred, values, causes, stopped } = facts;
  const shown = values.length === 0 ? "" : `, with ${valuesText(values)}`;
  return {
    message: `${quoted(property)} is violated ${momentText(facts)}: ${violation(facts)}${shown}`,
    label:
      claim === "always"
        ? "it does not hold in every step"
        : claim === "never"
          ? "it comes to hold"
          : "it has not come about by the end of the run",
    related: causeNotes(causes),
    why: [...causeLines(causes), ...stopped.slice(0, 3).map(stoppedText)],
    help: [
      claim === "after" && occurred !== undefined
        ? `let something follow from ${quoted(occurred.operation)} that leads to ${quoted(text)}, or claim it of fewer cases`
        : "this is the shortest run that shows it; change what the last of its causes does, or claim less",
    ],
  };
}

function violation({ claim, text, occurred }: PropertyViolatedFacts): string {
  switch (claim) {
    case "always":
      return `${quoted(text)} does not hold`;
    case "never":
      return `${quoted(text)} holds`;
    case "eventually":
      return `${quoted(text)} has not come about`;
    case "after":
      return occurred === undefined
        ? `${quoted(text)} has not come about`
        : `${quoted(occurred.operation)} occurred in step ${occurred.step}, and ${quoted(text)} has not come about since`;
  }
}
