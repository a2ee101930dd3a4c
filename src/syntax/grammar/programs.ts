import type { Building } from "../build.ts";
import { keyword, sign } from "../tokens.ts";
import type {
  Allow,
  Assignment,
  Choice,
  Cite,
  Effects,
  Emit,
  EveryTrigger,
  Otherwise,
  OwnTrigger,
  Program,
  ProgramBody,
  Rule,
  SensitivityTrigger,
} from "../tree.ts";
import { ExpressionGrammar } from "./expressions.ts";

/** Programs with their clauses and effects, and the two items that may stand in every body: `cite` and `allow`. */
export abstract class ProgramGrammar extends ExpressionGrammar {
  readonly cite = this.RULE("cite", (): void => {
    const node: Building<Cite> = this.add({
      kind: "Cite",
      start: this.next,
      end: -1,
      doc: this.doc(),
      key: this.hole,
      locator: undefined,
    });
    this.CONSUME(keyword.cite);
    node.key = this.OR([{ ALT: () => this.SUBRULE(this.name) }, { ALT: () => this.SUBRULE(this.text) }]);
    node.locator = this.SUBRULE(this.label);
    node.end = this.last;
  });

  readonly allow = this.RULE("allow", (): void => {
    const node: Building<Allow> = this.add({
      kind: "Allow",
      start: this.next,
      end: -1,
      doc: this.doc(),
      check: this.hole,
      reason: this.hole,
    });
    this.CONSUME(keyword.allow);
    node.check = this.SUBRULE(this.name);
    node.reason = this.SUBRULE(this.text);
    node.end = this.last;
  });

  /** `when e`, the condition alone. */
  readonly when = this.RULE("when", () => {
    this.CONSUME(keyword.when);
    return this.SUBRULE(this.expression);
  });

  readonly program = this.RULE("program", (): void => {
    const node: Building<Program> = this.add({
      kind: "Program",
      start: this.next,
      end: -1,
      doc: this.doc(),
      name: this.hole,
      label: undefined,
      form: undefined,
      triggers: [],
      amends: [],
      body: undefined,
    });
    this.CONSUME(keyword.program);
    node.name = this.SUBRULE(this.name);
    node.label = this.SUBRULE(this.label);
    const form = this.OR([
      { ALT: () => this.CONSUME(keyword.conditional) },
      { ALT: () => this.CONSUME(keyword.purpose) },
    ]);
    node.form = form.tokenType === keyword.conditional ? "conditional" : "purpose";
    this.CONSUME(keyword.on);
    this.AT_LEAST_ONE_SEP({ SEP: sign[","], DEF: () => node.triggers.push(this.SUBRULE(this.trigger)) });
    this.OPTION(() => {
      this.CONSUME(keyword.amends);
      this.AT_LEAST_ONE_SEP2({ SEP: sign[","], DEF: () => node.amends.push(this.SUBRULE2(this.name)) });
    });
    node.body = this.SUBRULE(this.programBody);
    node.end = this.last;
  });

  readonly programBody = this.RULE("programBody", (): ProgramBody =>
    this.inBraces({ kind: "ProgramBody", start: this.next, end: -1, items: [] }, () =>
      this.SUBRULE(this.clauses),
    ),
  );

  readonly trigger = this.RULE("trigger", (): SensitivityTrigger | OwnTrigger | EveryTrigger =>
    this.OR([
      {
        GATE: () => this.at(keyword.own, 1),
        ALT: (): OwnTrigger => {
          const start = this.next;
          this.CONSUME(keyword.own);
          const name = this.SUBRULE(this.name);
          return { kind: "OwnTrigger", start, end: this.last, name };
        },
      },
      {
        GATE: () => this.at(keyword.every, 1),
        ALT: (): EveryTrigger => {
          const start = this.next;
          this.CONSUME(keyword.every);
          const count = this.OR2([
            {
              ALT: () => {
                this.CONSUME(keyword.step);
                return undefined;
              },
            },
            {
              ALT: () => {
                const number = this.SUBRULE(this.count);
                this.CONSUME(keyword.steps);
                return number;
              },
            },
          ]);
          return { kind: "EveryTrigger", start, end: this.last, count };
        },
      },
      {
        ALT: (): SensitivityTrigger => {
          const start = this.next;
          const name = this.SUBRULE2(this.name);
          return { kind: "SensitivityTrigger", start, end: this.last, name };
        },
        IGNORE_AMBIGUITIES: true,
      },
    ]),
  );

  readonly clauses = this.RULE("clauses", (): void => this.MANY(() => this.SUBRULE(this.clause)));

  /** Clauses of both forms; that a conditional program has no `choose` and a purpose program no `when` is seen to afterwards. */
  readonly clause = this.RULE("clause", (): void => {
    this.OR(this.clauseAlternatives);
  });

  private readonly clauseAlternatives = [
    { ALT: () => this.SUBRULE(this.rule) },
    { ALT: () => this.SUBRULE(this.choice) },
    { ALT: () => this.SUBRULE(this.otherwise) },
    { ALT: () => this.SUBRULE(this.cite) },
    { ALT: () => this.SUBRULE(this.allow) },
  ];

  readonly rule = this.RULE("rule", (): void => {
    const node: Building<Rule> = this.add({
      kind: "Rule",
      start: this.next,
      end: -1,
      doc: this.doc(),
      when: this.hole,
      value: this.hole,
      effects: undefined,
    });
    node.when = this.SUBRULE(this.when);
    this.CONSUME(sign["->"]);
    node.value = this.SUBRULE(this.value);
    node.effects = this.SUBRULE(this.effects);
    node.end = this.last;
  });

  readonly choice = this.RULE("choice", (): void => {
    const node: Building<Choice> = this.add({
      kind: "Choice",
      start: this.next,
      end: -1,
      doc: this.doc(),
      name: this.hole,
      label: undefined,
      value: this.hole,
      yields: this.hole,
      when: undefined,
      effects: undefined,
    });
    this.CONSUME(keyword.choose);
    node.name = this.SUBRULE(this.name);
    node.label = this.SUBRULE(this.label);
    this.CONSUME(sign["->"]);
    node.value = this.SUBRULE(this.value);
    this.CONSUME(keyword.yields);
    node.yields = this.SUBRULE(this.expression);
    node.when = this.OPTION(() => this.SUBRULE(this.when));
    node.effects = this.SUBRULE(this.effects);
    node.end = this.last;
  });

  readonly otherwise = this.RULE("otherwise", (): void => {
    const node: Building<Otherwise> = this.add({
      kind: "Otherwise",
      start: this.next,
      end: -1,
      doc: this.doc(),
      value: this.hole,
      effects: undefined,
    });
    this.CONSUME(keyword.otherwise);
    this.CONSUME(sign["->"]);
    node.value = this.SUBRULE(this.value);
    node.effects = this.SUBRULE(this.effects);
    node.end = this.last;
  });

  /** What follows a decision, in braces; may be left out. */
  readonly effects = this.RULE("effects", (): Effects | undefined =>
    this.OPTION(() => this.SUBRULE(this.effectsBody)),
  );

  readonly effectsBody = this.RULE("effectsBody", (): Effects =>
    this.inBraces({ kind: "Effects", start: this.next, end: -1, items: [] }, () =>
      this.SUBRULE(this.effectItems),
    ),
  );

  readonly effectItems = this.RULE("effectItems", (): void =>
    this.MANY(() => {
      this.OR(this.effectAlternatives);
    }),
  );

  private readonly effectAlternatives = [
    // A word followed by `:=` is assigned to, also the word `emit`.
    {
      GATE: () => this.at(sign[":="], 2),
      ALT: () => this.SUBRULE(this.assignment),
      IGNORE_AMBIGUITIES: true,
    },
    { ALT: () => this.SUBRULE(this.emit) },
  ];

  readonly emit = this.RULE("emit", (): void => {
    const node: Building<Emit> = this.add({
      kind: "Emit",
      start: this.next,
      end: -1,
      operation: this.hole,
      args: undefined,
    });
    this.CONSUME(keyword.emit);
    node.operation = this.SUBRULE(this.name);
    node.args = this.OPTION(() => this.SUBRULE(this.arguments));
    node.end = this.last;
  });

  readonly assignment = this.RULE("assignment", (): void => {
    const node: Building<Assignment> = this.add({
      kind: "Assignment",
      start: this.next,
      end: -1,
      target: this.hole,
      value: this.hole,
    });
    node.target = this.SUBRULE(this.name);
    this.CONSUME(sign[":="]);
    node.value = this.SUBRULE(this.expression);
    node.end = this.last;
  });
}
