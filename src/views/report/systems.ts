/* Systems in prose: what they are, by which distinction they observe, what irritates them and how they decide. */
import { differentiationText, kindText } from "./kinds.ts";
import type {
  Clause,
  Effect,
  Expectation,
  Limit,
  Operation,
  Program,
  Sensitivity,
  Society,
  System,
  Trigger,
} from "../../model/model.ts";
import {
  bullets,
  code,
  listing,
  paragraph,
  prose,
  quotation,
  said,
  strong,
  type Block,
  type Definition,
  type Inline,
} from "./document.ts";
import { remarkBlocks, remarkPieces } from "./remarks.ts";
import { heading, signature, tableOf, titleOf, typePieces, wordsOfName, type Telling } from "./telling.ts";

export function societyBlocks(telling: Telling, society: Society): readonly Block[] {
  const { differentiation, citations } = society;
  const primary =
    differentiation === undefined ? "" : `, differentiated ${differentiationText(differentiation)}`;
  return [
    paragraph(
      strong(telling.Name(society.id)),
      `${telling.model.societies.length === 1 ? " is the society of this model" : " is a society"}${primary}. `,
      telling.bibliography.cited(citations),
    ),
    ...remarkBlocks(society.doc),
  ];
}

export function systemBlocks(telling: Telling, system: System): readonly Block[] {
  const { model, bibliography } = telling;
  const remarks = (model.about?.remarks ?? []).filter(({ body }) =>
    system.bodies.some(({ file, start }) => file === body.file && start === body.start),
  );
  const cited = bibliography.cited(system.citations);
  return [
    heading(3, said(titleOf(system))),
    // What the canon says of its systems is for those who choose among them, and the same in all reports.
    ...(system.canonical ? [] : remarkBlocks(system.doc)),
    ...remarks.flatMap(({ doc }) => remarkBlocks(doc)),
    paragraph(identity(telling, system), cited.length > 0 ? prose(" ", cited, ".") : ""),
    ...sensitivityBlocks(telling, system),
    ...expectationBlocks(telling, system.expectations),
    ...programBlocks(telling, system.programs),
    ...operationBlocks(telling, system),
    ...limitBlocks(telling, system.limits),
  ];
}

/** What it is, where, what for, and by which distinction it observes. */
export function identity(telling: Telling, system: System): readonly Inline[] {
  const { within, like, functions, codes, media, contingencies, reflections, performances, roles } = system;
  const where =
    within.length === 0 ? "" : prose(" within ", listing(within.map(({ id }) => telling.name(id))));
  const after = like === undefined ? "" : prose(", made like ", telling.name(like.id));
  const first = codes.filter(({ secondary }) => !secondary);
  const second = codes.filter(({ secondary }) => secondary);
  const coded = (values: System["codes"][number]["values"]): readonly Inline[] =>
    values.flatMap(({ name, label }, index) =>
      prose(index === 0 ? "" : " / ", strong(said(label ?? wordsOfName(name)))),
    );
  const in_ =
    media.length === 0
      ? ""
      : prose(
          ", in the medium of ",
          listing(media.map((medium) => said(medium.label ?? wordsOfName(medium.name)))),
        );
  const takesPart = (side: "performance" | "public", what: string, after = ""): readonly Inline[] => {
    const own = roles.filter((role) => role.side === side);
    if (own.length === 0) return [];
    const called = own.map((role) => said(role.label ?? wordsOfName(role.name)));
    return prose(what, own.length === 1 ? ": " : "s: ", listing(called), ".", after);
  };
  return prose(
    telling.Name(system.id),
    ` is ${kindText(system.systemKind)}`,
    where,
    after,
    ". ",
    functions.map(({ text }) => prose("Its function: ", quotation(text), ". ")).flat(),
    first.flatMap(({ values }) => prose("It observes by the code ", coded(values), in_, ". ")),
    second.flatMap(({ values }) => prose("Beside it stands a second code, ", coded(values), ". ")),
    contingencies.flatMap(({ text }) => prose("Its contingency formula is ", quotation(text), ". ")),
    reflections.flatMap(({ text }) => prose("It reflects on itself as ", quotation(text), ". ")),
    performances.flatMap(({ text, receivers }) =>
      prose(
        "It performs ",
        quotation(text),
        " for ",
        listing(receivers.map(({ id }) => telling.name(id))),
        ". ",
      ),
    ),
    takesPart("performance", "Its performance role", " "),
    takesPart("public", "Its public role"),
  );
}

function sensitivityBlocks(telling: Telling, system: System): readonly Block[] {
  if (system.sensitivities.length === 0) return [];
  const item = (sensitivity: Sensitivity): readonly Inline[] => {
    const { name, parameters, when } = sensitivity;
    const from = telling.index
      .channelsInto(system.id, name)
      .map(({ coupling, channel }) =>
        prose(
          code(telling.part(channel.source.owner, channel.source.name)),
          " through ",
          telling.name(coupling.id),
        ),
      );
    return prose(
      code(signature(name, parameters)),
      about(sensitivity),
      when === undefined ? "" : prose(", if ", code(telling.text(when.place))),
      from.length === 0 ? " – no channel leads here" : prose(" – from ", listing(from)),
    );
  };
  return [paragraph("It lets itself be irritated by:"), ...bullets(system.sensitivities.map(item))];
}

/** The label and the comment of a part, for behind its name. */
function about({
  label,
  doc,
}: {
  readonly label?: string | undefined;
  readonly doc?: string | undefined;
}): readonly Inline[] {
  const comment = remarkPieces(doc);
  return prose(
    label === undefined ? "" : prose(", ", said(label)),
    comment.length === 0 ? "" : prose(" (", comment, ")"),
  );
}

function expectationBlocks(telling: Telling, expectations: readonly Expectation[]): readonly Block[] {
  return tableOf(
    ["Expectation", "What it says", "Values", "At first", "When disappointed"],
    expectations.map(({ name, label, doc, type, initial, mode }) => [
      [code(name)],
      meaning(label, doc),
      typePieces(type),
      [code(telling.text(initial.place))],
      prose(mode === "normative" ? "is kept (normative)" : "learns (cognitive)"),
    ]),
  );
}

/** A label and a comment as one cell of a table. */
export function meaning(label: string | undefined, doc: string | undefined): readonly Inline[] {
  const comment = remarkPieces(doc);
  if (label === undefined) return comment;
  return comment.length === 0 ? [said(label)] : prose(said(label), ". ", comment);
}

// ── Programs ──────────────────────────────────────────────────────────────

export function programBlocks(telling: Telling, programs: readonly Program[]): readonly Block[] {
  if (programs.length === 0) return [];
  const items = programs.map((program): Definition => {
    const { name, label, doc, form, triggers, amends, clauses, citations } = program;
    const kind = form === undefined ? "" : form === "purpose" ? "purpose program, " : "conditional program, ";
    const cited = telling.bibliography.cited(citations);
    return {
      term: prose(
        strong(said(label ?? wordsOfName(name))),
        " – ",
        kind,
        listing(triggers.map(triggerPieces), "or"),
        amends.length === 0
          ? ""
          : prose("; may change ", listing(amends.map(({ text }) => code(text))), " though it is normative"),
      ),
      blocks: [
        ...remarkBlocks(doc),
        ...(cited.length === 0 ? [] : [paragraph(cited)]),
        {
          kind: "list",
          ordered: true,
          items: clauses.map((clause) => [paragraph(clausePieces(telling, clause))]),
        },
      ],
    };
  });
  return [paragraph("It decides by:"), { kind: "definitions", items }];
}

function triggerPieces(trigger: Trigger): readonly Inline[] {
  switch (trigger.kind) {
    case "sensitivity":
      return prose("on ", code(trigger.name));
    case "own":
      return prose("on its own ", code(trigger.operation));
    case "every":
      return prose(trigger.steps === 1 ? "in every step" : `every ${trigger.steps} steps`);
  }
}

export function clausePieces(telling: Telling, clause: Clause): readonly Inline[] {
  const { kind, name, when, yields, value, effects } = clause;
  const decides =
    value === undefined
      ? prose("nothing is decided")
      : value.text === "undecided"
        ? prose("the case stays open")
        : prose(strong(said(wordsOfName(value.text))));
  const done =
    effects.length === 0 ? "" : prose("; ", listing(effects.map((effect) => effectPieces(telling, effect))));
  const condition = when === undefined ? "" : prose("if ", code(telling.text(when.place)), ": ");
  if (kind === "choice")
    return prose(
      "Choose ",
      code(name ?? ""),
      when === undefined ? "" : prose(" if ", code(telling.text(when.place))),
      yields === undefined ? "" : prose(", which yields ", code(telling.text(yields.place))),
      ": ",
      decides,
      done,
      ".",
    );
  const start =
    kind === "otherwise" ? prose("Otherwise: ") : condition === "" ? prose("Always: ") : condition;
  return upper(prose(start, decides, done, "."));
}

/** Our own word at the beginning of a sentence. */
function upper(pieces: readonly Inline[]): readonly Inline[] {
  const [first, ...rest] = pieces;
  if (first?.kind !== "text") return pieces;
  return [{ kind: "text", text: first.text.slice(0, 1).toUpperCase() + first.text.slice(1) }, ...rest];
}

function effectPieces(telling: Telling, effect: Effect): readonly Inline[] {
  const text = telling.text(effect.place);
  if (effect.kind === "assignment") return [code(text)];
  return prose("it emits ", code(text.replace(/^emit\s+/u, "")));
}

// ── Operations and limits ─────────────────────────────────────────────────

function operationBlocks(telling: Telling, { id, operations }: System): readonly Block[] {
  if (operations.length === 0) return [];
  const item = (operation: Operation): readonly Inline[] => {
    const { name, parameters } = operation;
    const to = telling.index.channelsFrom(id, name).map(({ coupling, channel: { target } }) => {
      const goal =
        target.kind === "sensitivity"
          ? code(telling.part(target.owner, target.name))
          : telling.name(target.owner);
      return prose(goal, " through ", telling.name(coupling.id));
    });
    return prose(
      code(signature(name, parameters)),
      about(operation),
      to.length === 0
        ? " – carried by no channel: to all others it is noise"
        : prose(" – can irritate ", listing(to)),
    );
  };
  const title = operations.length === 1 ? "Its operation:" : "Its operations:";
  return [paragraph(title), ...bullets(operations.map(item))];
}

function limitBlocks(telling: Telling, limits: readonly Limit[]): readonly Block[] {
  if (limits.length === 0) return [];
  return [
    paragraph("It limits itself:"),
    ...bullets(
      limits.map(({ name, label, doc, constitutional, operation, when }) =>
        prose(
          code(name),
          about({ label, doc }),
          constitutional ? " – by its constitution" : " – ",
          constitutional ? " " : "",
          "there is no ",
          code(operation?.text ?? "operation"),
          " when ",
          code(telling.text(when.place)),
        ),
      ),
    ),
  ];
}
