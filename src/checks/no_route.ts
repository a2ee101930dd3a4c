import type { Place } from "../base/place.ts";
import { listed, quoted } from "../base/words.ts";
import type { Edit, Fix, Related } from "../diagnostics/diagnostic.ts";
import { nodeNamed } from "../flow/flow.ts";
import type { NameOf } from "../flow/describe.ts";
import type { Coupling, Regulation } from "../model/model.ts";
import type { Id } from "../model/reference.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { linesBeforeBrace } from "./support/edits.ts";
import { namesIn } from "./support/names.ts";
import type { Break } from "./support/route.ts";
import { routeOf } from "./support/route.ts";
import type { OfferedRoute } from "./support/routes.ts";
import { offeredRoutes } from "./support/routes.ts";

interface Facts {
  readonly regulation: string;
  readonly because: Break["kind"];
  /** What the regulation does not say. */
  readonly unsaid: readonly string[];
  /** The coupling at which the route breaks, with the two that it couples. */
  readonly coupling:
    { readonly name: string; readonly place: Place; readonly ends: readonly string[] } | undefined;
  /** Where the route has come to, where it should go on to, and where it should end. */
  readonly at: string;
  readonly next: string;
  readonly target: string;
  /** The starting operation: `politics.bill`. */
  readonly start: string;
  /** What the first coupling carries instead of the starting operation. */
  readonly carries: readonly string[];
  /** The routes to the target, those that begin with the starting operation if there are any. */
  readonly routes: readonly OfferedRoute[];
  readonly fix: Fix | undefined;
}

export const no_route = defineCheck<Facts>({
  name: "no_route",
  severity: "error",
  group: "regulation",
  summary: "a regulation whose couplings do not lead from its start to its target",
  fromAbsence: true,
  sources: ["Luhmann 1993, ch. 10", "Teubner 1983"],
  blindToNumbers: true,

  *detect(context) {
    for (const regulation of context.model.regulations) {
      const route = routeOf(regulation, context);
      if (route.kind !== "broken") continue;
      yield { place: route.place, facts: factsOf(regulation, route.because, context) };
    }
  },

  words(facts) {
    return {
      message: messageOf(facts),
      label: labelOf(facts),
      related: relatedTo(facts),
      why: [
        "a regulation moves another system only by irritating it, and irritation crosses each boundary through a coupling that carries what the system before it does (Luhmann 1993, ch. 10)",
      ],
      help: helpOf(facts),
    };
  },

  fixes: ({ fix }) => (fix === undefined ? [] : [fix]),
});

function factsOf(regulation: Regulation, because: Break, context: CheckContext): Facts {
  const { by, of, start } = regulation;
  const names = namesIn(regulation.place.file, context);
  const name = (id: Id | undefined): string => (id === undefined ? "" : names(id));
  const node = start && nodeNamed(context.flow, "operation", start.operation.owner, start.operation.name);
  const own = by && of && node !== undefined ? offeredRoutes(by.id, of.id, names, context, node) : undefined;
  const any = by && of ? offeredRoutes(by.id, of.id, names, context).routes : [];
  const at = "at" in because ? because.at : "from" in because ? because.from : by?.id;
  return {
    regulation: regulation.name,
    because: because.kind,
    unsaid: because.kind === "unsaid" ? because.parts : [],
    coupling: "coupling" in because ? couplingFacts(because.coupling, names) : undefined,
    at: name(at),
    next: "to" in because ? name(because.to) : "",
    target: name(of?.id),
    start: start === undefined ? "" : `${name(start.operation.owner)}.${start.operation.name}`,
    carries: because.kind === "start" ? because.carries.map((each) => `${name(at)}.${each}`) : [],
    routes: own !== undefined && own.routes.length > 0 ? own.routes : any,
    fix: own && fixFor(regulation, own.routes, own.complete, because, names, context),
  };
}

function couplingFacts({ name, namePlace, left, right }: Coupling, names: NameOf) {
  return {
    name,
    place: namePlace,
    ends: [left, right].flatMap((side) => (side === undefined ? [] : names(side.id))),
  };
}

function messageOf({ regulation, because, unsaid, coupling, at, target, start }: Facts): string {
  const head = `the route of \`${regulation}\``;
  const named = quoted(coupling?.name ?? "");
  switch (because) {
    case "unsaid":
      return `\`${regulation}\` does not say ${listed(unsaid.map(questionFor))}`;
    case "elsewhere":
      return `${head} is at \`${at}\`, which ${named} does not couple`;
    case "no channel":
      return `${head} breaks at ${named}, which carries nothing out of \`${at}\``;
    case "start":
      return `${head} does not begin: ${named} does not carry \`${start}\``;
    case "environment":
      return `${head} breaks at \`${at}\`: ${named} carries on nothing that changes there`;
    case "other end":
      return `${head} ends at \`${at}\`, not at \`${target}\``;
  }
}

function questionFor(part: string): string {
  switch (part) {
    case "by":
      return "who regulates (`by`)";
    case "of":
      return "who is to be regulated (`of`)";
    case "starts with":
      return "with which operation it begins (`starts with`)";
    default:
      return "through which couplings it goes (`through`)";
  }
}

function labelOf({ because, coupling, at, next, target, start, carries }: Facts): string {
  switch (because) {
    case "unsaid":
      return "a route needs a start, couplings and a target";
    case "elsewhere":
      return `it couples ${listed((coupling?.ends ?? []).map(quoted))}`;
    case "no channel":
      return `no channel from \`${at}\` to \`${next}\``;
    case "start":
      return `from \`${at}\` it carries ${listed(carries.map(quoted))}, not \`${start}\``;
    case "environment":
      return `no channel to \`${next}\` starts from what has changed in \`${at}\``;
    case "other end":
      return `nothing here leads on to \`${target}\``;
  }
}

function relatedTo({ because, coupling }: Facts): readonly Related[] {
  if (coupling === undefined) return [];
  const message =
    because === "elsewhere"
      ? `couples ${listed(coupling.ends.map(quoted))}`
      : "the coupling is declared here";
  return [{ place: coupling.place, message }];
}

function helpOf({ because, routes, start, target, at, next, coupling }: Facts): readonly string[] {
  const [first, ...others] = routes;
  if (first !== undefined) {
    const differs = start !== "" && !first.line.startsWith(`${start} `);
    return [
      differs
        ? `\`${start}\` does not lead to \`${target}\` at all; begin with another operation: ${first.line}`
        : `the model has a route: ${first.line}`,
      ...others.slice(0, 2).map((route) => `another route: ${route.line}`),
    ];
  }
  switch (because) {
    case "no channel":
      return [
        `give \`${coupling?.name ?? ""}\` a channel from \`${at}\` to \`${next}\`, or name couplings that have one`,
      ];
    case "start":
      return [`give \`${coupling?.name ?? ""}\` a channel for \`${start}\`, or begin with what it carries`];
    case "unsaid":
      return [
        "a regulation says all of it: `by politics of economy starts with politics.bill through constitution, contract aim economy.price <= 55`",
      ];
    case "elsewhere":
    case "environment":
    case "other end":
      return [
        `no channels lead from \`${start}\` to \`${target}\` yet: couple the systems in between, one after the other`,
      ];
  }
}

/** The couplings of the shortest route; certain if the same ones were only named in another order. */
function fixFor(
  { of, through, place }: Regulation,
  routes: readonly OfferedRoute[],
  complete: boolean,
  because: Break,
  names: NameOf,
  context: CheckContext,
): Fix | undefined {
  const [best] = routes;
  if (best === undefined || of === undefined) return undefined;
  const text = `through ${best.couplings.map(names).join(", ")}`;
  const edit: Edit | undefined =
    through === undefined
      ? because.kind === "unsaid" && because.parts.length === 1
        ? linesBeforeBrace(place, [text], context)
        : undefined
      : { place: through.place, text };
  if (edit === undefined) return undefined;
  const named = (through?.couplings ?? []).map((ref) => ref.id);
  const reordered = sorted(named) === sorted(best.couplings);
  return {
    title: `go ${quoted(text)}`,
    certain: reordered && complete && routes.length === 1,
    edits: [edit],
  };
}

function sorted(ids: readonly Id[]): string {
  return [...ids].sort().join("\n");
}
