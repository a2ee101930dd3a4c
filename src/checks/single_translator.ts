import type { Place } from "../base/place.ts";
import { listed, quoted } from "../base/words.ts";
import type { Environment } from "../model/model.ts";
import type { Id } from "../model/reference.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { isInEntry } from "./support/at_work.ts";
import { namesIn } from "./support/names.ts";

interface Facts {
  readonly environment: string;
  readonly coupling: string;
  /** Who hears of the environment at once, and who by way of it alone. */
  readonly translator: string;
  readonly dependents: readonly string[];
  readonly channelPlace: Place;
}

/** Where hardly anybody depends on it, that there is one way is no matter of the whole model. */
const fewestDependents = 3;

export const single_translator = defineCheck<Facts>({
  name: "single_translator",
  severity: "hint",
  group: "whole",
  summary: "one channel as the only way from an environment to several systems",
  fromAbsence: true,
  sources: ["Luhmann 1986, ch. 6", "Luhmann 1986, ch. 17"],
  blindToNumbers: true,

  *detect(context) {
    for (const environment of context.model.environments) {
      if (environment.kind !== "environment" || !isInEntry(environment.place, context)) continue;
      const facts = factsOf(environment, context);
      if (facts !== undefined) yield { place: environment.namePlace, facts };
    }
  },

  words({ environment, coupling, translator, dependents, channelPlace }) {
    return {
      message: `all that society hears of \`${environment}\` it hears from \`${translator}\``,
      label: "one channel leads out of it",
      related: [
        {
          place: channelPlace,
          message: `${listed(dependents.slice(0, 4).map(quoted))} would notice nothing of \`${environment}\` without this channel of \`${coupling}\``,
        },
      ],
      why: [
        "the environment does not communicate: it irritates society only where a system is sensitive to it, and what that one overlooks is there for nobody (Luhmann 1986, ch. 6)",
      ],
      help: [
        `let a second system notice \`${environment}\` in its own terms, such as complaints, losses or reports; if the dependence is the point, nothing is missing`,
      ],
    };
  },
});

/** The channel that leads out of an environment, if it is the only one and several others depend on it. */
function factsOf(environment: Environment, context: CheckContext): Facts | undefined {
  const { index } = context;
  const channels = index
    .couplingsOf(environment.id)
    .flatMap((coupling) => coupling.channels.map((channel) => ({ coupling, channel })))
    .filter(({ channel }) => channel.source.owner === environment.id);
  const [only, second] = channels;
  if (only === undefined || second !== undefined) return undefined;
  const translator = index.system(only.channel.target.owner);
  if (translator === undefined) return undefined;
  const owners = ownersReached(environment.id, context);
  owners.delete(translator.id);
  if (owners.size < fewestDependents) return undefined;
  const name = namesIn(environment.place.file, context);
  return {
    environment: environment.name,
    coupling: name(only.coupling.id),
    translator: name(translator.id),
    dependents: [...owners].map(name),
    channelPlace: only.channel.place,
  };
}

/** So many are enough to know. */
const mostOwners = 50;

/** The systems that an environment can irritate, at once or by way of others. */
function ownersReached(environment: Id, { flow }: CheckContext): Set<Id> {
  const owners = new Set<Id>();
  const reached = new Set(flow.nodesOf.get(environment) ?? []);
  for (const number of reached) {
    const node = flow.nodes[number];
    if (node?.kind === "sensitivity") owners.add(node.owner);
    if (owners.size > mostOwners) break;
    for (const next of flow.successors[number] ?? []) reached.add(next);
  }
  return owners;
}
