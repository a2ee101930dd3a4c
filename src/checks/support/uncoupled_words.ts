/* What is said of a perturbation that no channel carries: what is found, why it matters, which ways there are. */
import type { Place } from "../../base/place.ts";
import { listed, quoted } from "../../base/words.ts";
import type { Fix, Related, Words } from "../../diagnostics/diagnostic.ts";
import type { WaysRound } from "./way_round.ts";

export type PerturbationSide = {
  readonly name: string;
  readonly kind: "system" | "environment";
  readonly place: Place;
};

export interface UncoupledFacts {
  readonly source: PerturbationSide;
  readonly target: PerturbationSide;
  readonly operation: string;
  /**
   * `uncoupled`: nothing couples the two. `no channel`: something does, but not for this operation.
   * `other direction`: all that couples them runs the other way. `itself`: source and target are one.
   * `no system`: both are environment.
   */
  readonly situation: "uncoupled" | "no channel" | "other direction" | "itself" | "no system";
  /** What couples the two, with the operations it carries toward the target. */
  readonly couplings: readonly {
    readonly name: string;
    readonly place: Place;
    readonly carries: readonly string[];
  }[];
  /** What the target is sensitive to (or, of an environment, its quantities), with the couplings that lead there. */
  readonly notices: readonly { readonly name: string; readonly by: readonly string[] }[];
  readonly round: WaysRound;
  /** The steps that would take the ways round, for those that begin with something a scenario can let happen. */
  readonly alongWays: readonly string[];
  readonly institutions: readonly {
    readonly name: string;
    readonly title: string;
    readonly carries: string | undefined;
    readonly condition: string;
    readonly source: string | undefined;
  }[];
  readonly stepPlace: Place;
  readonly proposal: Fix | undefined;
}

/** The words for a finding. */
export function wordsFor(facts: UncoupledFacts): Words {
  const { source, operation, situation } = facts;
  return {
    message: messageOf(facts),
    label: labelOf(facts),
    related: [
      {
        place: source.place,
        message:
          source.kind === "system"
            ? `\`${source.name}\` operates here`
            : `\`${operation}\` happens here, in the environment`,
      },
      ...(situation === "no channel" || situation === "other direction" ? couplingNotes(facts) : []),
    ],
    why: whyOf(facts),
    help: helpOf(facts),
  };
}

function messageOf({ source, target, operation, situation }: UncoupledFacts): string {
  const full = `\`${source.name}.${operation}\``;
  switch (situation) {
    case "itself":
      return `${full} cannot perturb \`${target.name}\`, whose own operation it is`;
    case "no system":
      return `${full} cannot perturb \`${target.name}\`, which is no system`;
    case "uncoupled":
      return target.kind === "system"
        ? `${full} crosses the boundary of \`${target.name}\` without a coupling`
        : `${full} leaves \`${source.name}\` without a coupling to \`${target.name}\``;
    case "no channel":
    case "other direction":
      return target.kind === "system"
        ? `${full} crosses the boundary of \`${target.name}\` without a channel`
        : `${full} leaves \`${source.name}\` without a channel to \`${target.name}\``;
  }
}

function labelOf({ source, target, operation, situation, couplings }: UncoupledFacts): string {
  const named = listed(couplings.map((coupling) => quoted(coupling.name)));
  switch (situation) {
    case "itself":
      return `\`${target.name}\` is not in its own environment`;
    case "no system":
      return "no system, and so nothing that could be irritated";
    case "uncoupled":
      return `no structural coupling carries \`${source.name}.${operation}\` into \`${target.name}\``;
    case "no channel":
      return `${named} ${couplings.length === 1 ? "has" : "have"} no channel for \`${operation}\``;
    case "other direction":
      return `${named} ${couplings.length === 1 ? "runs" : "run"} from \`${target.name}\` to \`${source.name}\` only`;
  }
}

function couplingNotes({ source, target, couplings, situation }: UncoupledFacts): readonly Related[] {
  return couplings.slice(0, 3).map(({ place, carries }) => ({
    place,
    message:
      situation === "other direction"
        ? `couples the two, without a channel from \`${source.name}\` to \`${target.name}\``
        : carries.length === 0
          ? "couples the two, without a channel in this direction"
          : `couples the two, and carries ${listed(carries.map(quoted))} only`,
  }));
}

function whyOf({ source, target, operation, situation, notices }: UncoupledFacts): readonly string[] {
  if (situation === "itself") {
    return [
      "a system is irritated by its environment; its own operations connect to one another without any irritation from outside",
    ];
  }
  if (situation === "no system") {
    return [
      `only systems can be irritated, and neither \`${source.name}\` nor \`${target.name}\` is one; \`${operation}\` irritates whoever is coupled with \`${source.name}\``,
    ];
  }
  if (target.kind === "environment") {
    const quantities = listed(notices.map(({ name }) => quoted(name)));
    return [
      quantities === ""
        ? `what a system does changes its environment only through a channel that assigns to a quantity, and \`${target.name}\` has none`
        : `what a system does changes its environment only through a channel that assigns to a quantity; \`${target.name}\` has ${quantities}`,
    ];
  }
  const reached = notices.filter(({ by }) => by.length > 0);
  const deaf = notices.filter(({ by }) => by.length === 0).map(({ name }) => quoted(name));
  const rule = `\`${target.name}\` notices only what its couplings translate into something it is sensitive to`;
  if (notices.length === 0) return [`${rule}, and so far it is sensitive to nothing`];
  const heard = reached.map(({ name, by }) => `${quoted(name)} (by ${listed(by.map(quoted), "or")})`);
  return [
    heard.length === 0
      ? `${rule}: ${listed(deaf)}, where no channel leads yet`
      : `${rule}: ${listed(heard)}${deaf.length === 0 ? "" : `; no channel leads to ${listed(deaf, "or")}`}`,
  ];
}

function helpOf(facts: UncoupledFacts): readonly string[] {
  const { source, target, operation, situation, round, institutions } = facts;
  if (situation === "itself") {
    return [
      `let \`${source.name}\` take it up with a program \`on own ${operation}\`, and start it with \`${source.name} emits ${operation}\``,
    ];
  }
  if (situation === "no system") {
    return [
      `name the system that is to notice \`${operation}\`, or write \`${source.name} emits ${operation}\` and let every channel carry it`,
    ];
  }
  if (round.ways.length > 0) {
    const rest = round.more === 0 ? "" : `, and ${round.atLeast ? "at least " : ""}${round.more} more`;
    return round.ways.map(({ line }, index) => {
      const head = index === 0 ? "the model has a way round" : "another way round";
      return `${head}: ${line}${index === round.ways.length - 1 ? rest : ""}`;
    });
  }
  const known = institutions.slice(0, 3).map(({ title, carries, condition, source: cited }) => {
    const origin = cited === undefined ? "" : ` (${cited})`;
    const what = carries === undefined ? "" : `: ${carries}`;
    return `${quoted(source.name)} and ${quoted(target.name)} are coupled by ${title}${origin}${what}; it carries when ${condition}`;
  });
  const next =
    situation === "uncoupled"
      ? `declare what couples the two, with a channel for \`${operation}\`, or leave \`${operation}\` to be noise for \`${target.name}\``
      : `add a channel for \`${operation}\` to ${listed(
          facts.couplings.slice(0, 3).map((coupling) => quoted(coupling.name)),
          "or",
        )}, or leave \`${operation}\` to be noise for \`${target.name}\``;
  const reported =
    source.kind === "environment"
      ? [
          "what happens in the environment is noise until somebody measures it, reports it or complains of it (Luhmann 1986, ch. 6): name the coupling after that",
        ]
      : [];
  return [...known, ...reported, next];
}
