import type { Building } from "../build.ts";
import { keyword, sign, Word } from "../tokens.ts";
import type {
  After,
  Always,
  Eventually,
  Experiment,
  ExperimentBody,
  ExpressionList,
  Measure,
  Never,
  Property,
  PropertyBody,
  Reaches,
  Runs,
  VaryOver,
  VaryRange,
} from "../tree.ts";
import { ScenarioGrammar } from "./scenarios.ts";

/** Properties and experiments. */
export abstract class PropertyGrammar extends ScenarioGrammar {
  readonly property = this.RULE("property", (): void => {
    const node: Building<Property> = this.add({
      kind: "Property",
      start: this.next,
      end: -1,
      doc: this.doc(),
      name: this.hole,
      label: undefined,
      body: undefined,
    });
    this.CONSUME(keyword.property);
    node.name = this.SUBRULE(this.name);
    node.label = this.SUBRULE(this.label);
    node.body = this.SUBRULE(this.propertyBody);
    node.end = this.last;
  });

  readonly propertyBody = this.RULE("propertyBody", (): PropertyBody =>
    this.inBraces({ kind: "PropertyBody", start: this.next, end: -1, items: [] }, () =>
      this.SUBRULE(this.propertyItems),
    ),
  );

  /** A claim, and what may stand beside it; that there is one claim is seen to afterwards. */
  readonly propertyItems = this.RULE("propertyItems", (): void =>
    this.MANY(() => {
      this.OR(this.propertyAlternatives);
    }),
  );

  private readonly propertyAlternatives = [
    { GATE: () => this.beginsReaches(), ALT: () => this.SUBRULE(this.reaches), IGNORE_AMBIGUITIES: true },
    { ALT: () => this.SUBRULE(this.always) },
    { ALT: () => this.SUBRULE(this.never) },
    { ALT: () => this.SUBRULE(this.eventually) },
    { ALT: () => this.SUBRULE(this.after) },
    { ALT: () => this.SUBRULE(this.cite) },
    { ALT: () => this.SUBRULE(this.allow) },
  ];

  /** A word (or `word.word`) followed by `reaches` or by `never reaches` is a ref. */
  private beginsReaches(): boolean {
    const verb = this.at(sign["."], 2) ? 4 : 2;
    return (
      this.at(Word, 1) &&
      (this.at(keyword.reaches, verb) || (this.at(keyword.never, verb) && this.at(keyword.reaches, verb + 1)))
    );
  }

  readonly always = this.RULE("always", (): void => {
    const node: Building<Always> = this.add({
      kind: "Always",
      start: this.next,
      end: -1,
      doc: this.doc(),
      condition: this.hole,
    });
    this.CONSUME(keyword.always);
    node.condition = this.SUBRULE(this.expression);
    node.end = this.last;
  });

  readonly never = this.RULE("never", (): void => {
    const node: Building<Never> = this.add({
      kind: "Never",
      start: this.next,
      end: -1,
      doc: this.doc(),
      condition: this.hole,
    });
    this.CONSUME(keyword.never);
    node.condition = this.SUBRULE(this.expression);
    node.end = this.last;
  });

  readonly eventually = this.RULE("eventually", (): void => {
    const node: Building<Eventually> = this.add({
      kind: "Eventually",
      start: this.next,
      end: -1,
      doc: this.doc(),
      outcome: this.hole,
    });
    this.CONSUME(keyword.eventually);
    node.outcome = this.SUBRULE(this.outcome);
    node.end = this.last;
  });

  readonly after = this.RULE("after", (): void => {
    const node: Building<After> = this.add({
      kind: "After",
      start: this.next,
      end: -1,
      doc: this.doc(),
      operation: this.hole,
      outcome: this.hole,
    });
    this.CONSUME(keyword.after);
    node.operation = this.SUBRULE(this.part);
    this.CONSUME(keyword.eventually);
    node.outcome = this.SUBRULE(this.outcome);
    node.end = this.last;
  });

  readonly reaches = this.RULE("reaches", (): void => {
    const node: Building<Reaches> = this.add({
      kind: "Reaches",
      start: this.next,
      end: -1,
      doc: this.doc(),
      from: this.hole,
      never: false,
      to: this.hole,
      through: [],
    });
    node.from = this.SUBRULE(this.ref);
    this.OR([
      {
        ALT: () => {
          this.CONSUME(keyword.never);
          node.never = true;
          this.CONSUME(keyword.reaches);
          node.to = this.SUBRULE2(this.ref);
        },
      },
      {
        ALT: () => {
          this.CONSUME2(keyword.reaches);
          node.to = this.SUBRULE3(this.ref);
          this.OPTION(() => {
            this.CONSUME(keyword.only);
            this.CONSUME(keyword.through);
            this.AT_LEAST_ONE_SEP({ SEP: sign[","], DEF: () => node.through.push(this.SUBRULE4(this.ref)) });
          });
        },
      },
    ]);
    node.end = this.last;
  });

  readonly experiment = this.RULE("experiment", (): void => {
    const node: Building<Experiment> = this.add({
      kind: "Experiment",
      start: this.next,
      end: -1,
      doc: this.doc(),
      name: this.hole,
      label: undefined,
      scenario: this.hole,
      body: undefined,
    });
    this.CONSUME(keyword.experiment);
    node.name = this.SUBRULE(this.name);
    node.label = this.SUBRULE(this.label);
    this.CONSUME(keyword.of);
    node.scenario = this.SUBRULE(this.ref);
    node.body = this.SUBRULE(this.experimentBody);
    node.end = this.last;
  });

  readonly experimentBody = this.RULE("experimentBody", (): ExperimentBody =>
    this.inBraces({ kind: "ExperimentBody", start: this.next, end: -1, items: [] }, () =>
      this.SUBRULE(this.experimentItems),
    ),
  );

  readonly experimentItems = this.RULE("experimentItems", (): void =>
    this.MANY(() => {
      this.OR(this.experimentAlternatives);
    }),
  );

  private readonly experimentAlternatives = [
    { ALT: () => this.SUBRULE(this.vary) },
    { ALT: () => this.SUBRULE(this.runs) },
    { ALT: () => this.SUBRULE(this.measure) },
    { ALT: () => this.SUBRULE(this.cite) },
    { ALT: () => this.SUBRULE(this.allow) },
  ];

  readonly vary = this.RULE("vary", (): void => {
    const start = this.next;
    const doc = this.doc();
    this.CONSUME(keyword.vary);
    const part = this.SUBRULE(this.part);
    this.OR([
      {
        ALT: () => {
          const node: Building<VaryRange> = this.add({
            kind: "VaryRange",
            start,
            end: -1,
            doc,
            part,
            from: this.hole,
            to: this.hole,
            by: this.hole,
          });
          this.CONSUME(keyword.from);
          node.from = this.SUBRULE(this.expression);
          this.CONSUME(keyword.to);
          node.to = this.SUBRULE2(this.expression);
          this.CONSUME(keyword.by);
          node.by = this.SUBRULE3(this.expression);
          node.end = this.last;
        },
      },
      {
        ALT: () => {
          const node: Building<VaryOver> = this.add({
            kind: "VaryOver",
            start,
            end: -1,
            doc,
            part,
            values: this.hole,
          });
          this.CONSUME(keyword.over);
          node.values = this.SUBRULE(this.variedValues);
          node.end = this.last;
        },
      },
    ]);
  });

  readonly variedValues = this.RULE("variedValues", (): ExpressionList => {
    const node: Building<ExpressionList> = { kind: "ExpressionList", start: this.next, end: -1, items: [] };
    this.CONSUME(sign["("]);
    this.AT_LEAST_ONE_SEP({ SEP: sign[","], DEF: () => node.items.push(this.SUBRULE(this.expression)) });
    this.CONSUME(sign[")"]);
    node.end = this.last;
    return node;
  });

  readonly runs = this.RULE("runs", (): void => {
    const node: Building<Runs> = this.add({
      kind: "Runs",
      start: this.next,
      end: -1,
      doc: this.doc(),
      count: this.hole,
    });
    this.CONSUME(keyword.runs);
    node.count = this.SUBRULE(this.count);
    node.end = this.last;
  });

  readonly measure = this.RULE("measure", (): void => {
    const node: Building<Measure> = this.add({
      kind: "Measure",
      start: this.next,
      end: -1,
      doc: this.doc(),
      name: this.hole,
      label: undefined,
      outcome: this.hole,
    });
    this.CONSUME(keyword.measure);
    node.name = this.SUBRULE(this.name);
    node.label = this.SUBRULE(this.label);
    this.CONSUME(sign["="]);
    node.outcome = this.SUBRULE(this.outcome);
    node.end = this.last;
  });
}
