/* Environments, populations, couplings, regulations, properties and experiments in prose. */
import { numberText } from "../../base/words.ts";
import type { Expression } from "../../model/expression.ts";
import type { Channel, Coupling, Environment, Experiment, Property, Regulation } from "../../model/model.ts";
import {
  bullets,
  code,
  listing,
  note,
  paragraph,
  prose,
  said,
  strong,
  type Block,
  type Inline,
} from "./document.ts";
import { numbered } from "./kinds.ts";
import { remarkBlocks } from "./remarks.ts";
import { meaning } from "./systems.ts";
import {
  heading,
  sentenceOf,
  signature,
  tableOf,
  titleOf,
  typePieces,
  wordsOfName,
  type Telling,
} from "./telling.ts";

export function environmentBlocks(telling: Telling, environment: Environment): readonly Block[] {
  const { id, kind, size, quantities, events, inclusions, doc, citations } = environment;
  const cited = telling.bibliography.cited(citations);
  const many = size === undefined ? "" : prose(" of ", sizePieces(telling, size));
  const included = [...new Set(inclusions.map(({ system }) => system.id))].map((system) => {
    const roles = inclusions.filter((inclusion) => inclusion.system.id === system);
    const called = roles.map(({ role }) =>
      said(telling.index.role(system, role.text)?.label ?? wordsOfName(role.text)),
    );
    return prose("in ", telling.name(system), " as ", listing(called));
  });
  return [
    heading(3, said(titleOf(environment))),
    ...remarkBlocks(doc),
    paragraph(
      telling.Name(id),
      kind === "population"
        ? prose(" is a population", many, ": environment of society, and no part of it. ")
        : " is environment of the systems: what happens in it can irritate them, and determines none. ",
      included.length === 0 ? "" : prose("It is included ", listing(included), ". "),
      events.length === 0
        ? ""
        : prose(
            "What can happen in it: ",
            listing(events.map((event) => code(signature(event.name, event.parameters)))),
            ". ",
          ),
      cited.length > 0 ? prose(cited, ".") : "",
    ),
    ...tableOf(
      ["Quantity", "What it is", "Values", "At first", "In each step it becomes"],
      quantities.map(({ name, label, doc: remark, type, initial, becomes }) => [
        [code(name)],
        meaning(label, remark),
        typePieces(type),
        [code(telling.text(initial.place))],
        becomes === undefined ? [] : [code(telling.text(becomes.place))],
      ]),
    ),
  ];
}

/** How many a population is. */
export function sizePieces(telling: Telling, size: Expression): readonly Inline[] {
  return size.kind === "number" ? prose(numberText(size.value)) : [code(telling.text(size.place))];
}

export function couplingBlocks(telling: Telling, coupling: Coupling): readonly Block[] {
  const { id, left, right, channels, doc, citations } = coupling;
  const ends = [left, right].flatMap((end) => (end === undefined ? [] : [telling.name(end.id)]));
  const cited = telling.bibliography.cited(citations);
  return [
    heading(3, said(titleOf(coupling))),
    ...remarkBlocks(doc),
    paragraph(
      telling.Name(id),
      " couples ",
      listing(ends),
      channels.length === 0 ? ", and carries nothing." : ". It carries:",
      cited.length > 0 ? prose(" ", cited) : "",
    ),
    ...bullets(channels.map((channel) => channelPieces(telling, channel))),
  ];
}

export function channelPieces(telling: Telling, channel: Channel): readonly Inline[] {
  const { source, target, when, chance, capacity, delay } = channel;
  const from = code(telling.part(source.owner, source.name));
  const args = target.kind === "sensitivity" ? target.args : [];
  const to =
    target.kind === "sensitivity"
      ? prose(
          " irritates ",
          code(telling.part(target.owner, target.name)),
          args.length === 0
            ? ""
            : prose(
                " with ",
                listing(args.map((arg) => code(`${arg.name.text}: ${telling.text(arg.value.place)}`))),
              ),
        )
      : prose(
          " changes ",
          telling.name(target.owner),
          ": ",
          listing(target.assignments.map(({ place }) => code(telling.text(place)))),
        );
  const later = delay === undefined ? "1" : telling.text(delay.place);
  return prose(
    from,
    source.kind === "quantity" ? ", when it changes," : "",
    to,
    when === undefined ? "" : prose(", under the condition ", code(telling.text(when.place))),
    chance === undefined ? "" : prose(", with a chance of ", code(telling.text(chance.place))),
    capacity === undefined ? "" : prose(", at most ", code(telling.text(capacity.place)), " in a step"),
    later === "1" ? "" : prose(", after ", code(later), " steps"),
    ".",
  );
}

export function regulationBlocks(telling: Telling, regulation: Regulation): readonly Block[] {
  const { by, of, start, aim, through, doc, citations } = regulation;
  const cited = telling.bibliography.cited(citations);
  const args = start?.args.map((arg) => `${arg.name.text}: ${telling.text(arg.value.place)}`) ?? [];
  const operation = start === undefined ? "" : telling.part(start.operation.owner, start.operation.name);
  return [
    heading(3, said(titleOf(regulation))),
    ...remarkBlocks(doc),
    paragraph(
      by === undefined ? "Somebody" : telling.Name(by.id),
      " means to move ",
      of === undefined ? "another" : telling.name(of.id),
      through === undefined
        ? ""
        : through.direct
          ? " directly, through no coupling at all"
          : prose(" through ", listing(through.couplings.map((ref) => telling.name(ref.id)))),
      ".",
      start === undefined
        ? ""
        : prose(
            " It starts with ",
            code(`${operation}${args.length === 0 ? "" : `(${args.join(", ")})`}`),
            ".",
          ),
      aim === undefined ? "" : prose(" Its aim: ", code(telling.text(aim.place)), "."),
      cited.length > 0 ? prose(" ", cited, ".") : "",
    ),
  ];
}

/** What the model claims of all its runs, or of what can irritate what, and whether it is so. */
export function propertyBlocks(telling: Telling, properties: readonly Property[]): readonly Block[] {
  return properties.flatMap(({ name, label, doc, claim, citations }): readonly Block[] => {
    const cited = telling.bibliography.cited(citations);
    const tested = telling.input.tested?.items.find((item) => item.kind === "property" && item.name === name);
    const outcome =
      tested === undefined || claim === undefined
        ? prose("It has not been tested.")
        : claim.kind === "reaches"
          ? prose(
              "It ",
              tested.passed ? "holds" : "does not hold",
              ", as the structure of the model alone shows.",
            )
          : prose(
              tested.passed ? "It holds" : "It does not hold",
              tested.passed
                ? ` in ${tested.all ? "all that can happen in the scenarios" : "the runs that were taken"}: ${numbered(tested.runs, "run")}.`
                : ".",
            );
    return [
      paragraph(
        strong(said(titleOf({ name, label }))),
        ": ",
        claim === undefined ? "nothing is claimed" : code(telling.text(claim.place)),
        ". ",
        outcome,
        cited.length > 0 ? prose(" ", cited) : "",
      ),
      ...remarkBlocks(doc),
      ...(tested?.diagnostics ?? []).map(({ severity, message }) =>
        note(severity, paragraph(sentenceOf(message))),
      ),
    ];
  });
}

export function experimentBlocks(telling: Telling, experiments: readonly Experiment[]): readonly Block[] {
  return experiments.flatMap(({ name, label, doc, scenario, runs, measures, variations, place }) => {
    const varied = variations.map(({ part }) => code(telling.part(part.owner, part.name)));
    return [
      paragraph(
        strong(said(titleOf({ name, label }))),
        " repeats ",
        scenario === undefined ? "a scenario" : prose("“", telling.name(scenario.id), "”"),
        ` in ${numbered(runs, "run")}`,
        varied.length === 0 ? "" : prose(", varies ", listing(varied), ","),
        " and measures ",
        listing(measures.map((measure) => said(measure.label ?? wordsOfName(measure.name)))),
        " (",
        telling.where(place),
        "). It is no part of this report.",
      ),
      ...remarkBlocks(doc),
    ];
  });
}
