import type { Building } from "../build.ts";
import { keyword, sign, TextToken } from "../tokens.ts";
import type {
  Aim,
  Assignments,
  Channel,
  ChannelOption,
  Coupling,
  CouplingBody,
  Environment,
  EnvironmentBody,
  Event,
  Inclusion,
  Population,
  Quantity,
  Regulation,
  RegulationBody,
  RegulationBy,
  RegulationOf,
  StartsWith,
  Through,
} from "../tree.ts";
import { SystemGrammar } from "./systems.ts";

/** Environments, populations, couplings, regulations. */
export abstract class CouplingGrammar extends SystemGrammar {
  readonly environment = this.RULE("environment", (): void => {
    const node: Building<Environment> = this.add({
      kind: "Environment",
      start: this.next,
      end: -1,
      doc: this.doc(),
      name: this.hole,
      label: undefined,
      body: undefined,
    });
    this.CONSUME(keyword.environment);
    node.name = this.SUBRULE(this.name);
    node.label = this.SUBRULE(this.label);
    node.body = this.SUBRULE(this.environmentBody);
    node.end = this.last;
  });

  readonly population = this.RULE("population", (): void => {
    const node: Building<Population> = this.add({
      kind: "Population",
      start: this.next,
      end: -1,
      doc: this.doc(),
      name: this.hole,
      label: undefined,
      size: this.hole,
      body: undefined,
    });
    this.CONSUME(keyword.population);
    node.name = this.SUBRULE(this.name);
    node.label = this.SUBRULE(this.label);
    this.CONSUME(keyword.of);
    node.size = this.SUBRULE(this.expression);
    node.body = this.SUBRULE(this.environmentBody);
    node.end = this.last;
  });

  readonly environmentBody = this.RULE("environmentBody", (): EnvironmentBody =>
    this.inBraces({ kind: "EnvironmentBody", start: this.next, end: -1, items: [] }, () =>
      this.SUBRULE(this.environmentItems),
    ),
  );

  /** Of an environment or population; that only a population includes people in systems is seen to afterwards. */
  readonly environmentItems = this.RULE("environmentItems", (): void =>
    this.MANY(() => {
      this.OR(this.environmentAlternatives);
    }),
  );

  private readonly environmentAlternatives = [
    {
      GATE: () => this.beginsQuantity(),
      ALT: () => this.SUBRULE(this.quantity),
      IGNORE_AMBIGUITIES: true,
    },
    { ALT: () => this.SUBRULE(this.event) },
    { ALT: () => this.SUBRULE(this.inclusion) },
    { ALT: () => this.SUBRULE(this.cite) },
    { ALT: () => this.SUBRULE(this.allow) },
  ];

  /** A word followed by `:`, with or without a label between, names a quantity: also `cite: number = 1`. */
  private beginsQuantity(): boolean {
    return this.at(sign[":"], this.at(TextToken, 2) ? 3 : 2);
  }

  readonly quantity = this.RULE("quantity", (): void => {
    const node: Building<Quantity> = this.add({
      kind: "Quantity",
      start: this.next,
      end: -1,
      doc: this.doc(),
      name: this.hole,
      label: undefined,
      type: this.hole,
      initial: this.hole,
      becomes: undefined,
    });
    node.name = this.SUBRULE(this.name);
    node.label = this.SUBRULE(this.label);
    this.CONSUME(sign[":"]);
    node.type = this.SUBRULE(this.type);
    this.CONSUME(sign["="]);
    node.initial = this.SUBRULE(this.expression);
    this.OPTION({
      GATE: () => !(this.at(sign[":"], 2) || (this.at(TextToken, 2) && this.at(sign[":"], 3))),
      DEF: () => {
        this.CONSUME(keyword.becomes);
        node.becomes = this.SUBRULE2(this.expression);
      },
    });
    node.end = this.last;
  });

  readonly event = this.RULE("event", (): void => {
    const node: Building<Event> = this.add({
      kind: "Event",
      start: this.next,
      end: -1,
      doc: this.doc(),
      name: this.hole,
      label: undefined,
      parameters: undefined,
    });
    this.CONSUME(keyword.event);
    node.name = this.SUBRULE(this.name);
    node.label = this.SUBRULE(this.label);
    node.parameters = this.OPTION(() => this.SUBRULE(this.parameters));
    node.end = this.last;
  });

  readonly inclusion = this.RULE("inclusion", (): void => {
    const node: Building<Inclusion> = this.add({
      kind: "Inclusion",
      start: this.next,
      end: -1,
      doc: this.doc(),
      system: this.hole,
      role: this.hole,
    });
    this.CONSUME(keyword.included);
    this.CONSUME(keyword.in);
    node.system = this.SUBRULE(this.ref);
    this.CONSUME(keyword.as);
    node.role = this.SUBRULE(this.name);
    node.end = this.last;
  });

  readonly coupling = this.RULE("coupling", (): void => {
    const node: Building<Coupling> = this.add({
      kind: "Coupling",
      start: this.next,
      end: -1,
      doc: this.doc(),
      name: this.hole,
      label: undefined,
      left: this.hole,
      right: this.hole,
      body: undefined,
    });
    this.CONSUME(keyword.coupling);
    node.name = this.SUBRULE(this.name);
    node.label = this.SUBRULE(this.label);
    this.CONSUME(keyword.between);
    node.left = this.SUBRULE(this.ref);
    this.CONSUME(keyword.and);
    node.right = this.SUBRULE2(this.ref);
    node.body = this.SUBRULE(this.couplingBody);
    node.end = this.last;
  });

  readonly couplingBody = this.RULE("couplingBody", (): CouplingBody =>
    this.inBraces({ kind: "CouplingBody", start: this.next, end: -1, items: [] }, () =>
      this.SUBRULE(this.couplingItems),
    ),
  );

  readonly couplingItems = this.RULE("couplingItems", (): void =>
    this.MANY(() => {
      this.OR(this.couplingAlternatives);
    }),
  );

  private readonly couplingAlternatives = [
    { GATE: () => this.beginsChannel(), ALT: () => this.SUBRULE(this.channel), IGNORE_AMBIGUITIES: true },
    { ALT: () => this.SUBRULE(this.cite) },
    { ALT: () => this.SUBRULE(this.allow) },
  ];

  /** A word followed by `.` begins a channel, also a word that could begin an option. */
  private beginsChannel(): boolean {
    return this.at(sign["."], 2);
  }

  readonly channel = this.RULE("channel", (): void => {
    const node: Building<Channel> = this.add({
      kind: "Channel",
      start: this.next,
      end: -1,
      doc: this.doc(),
      source: this.hole,
      target: this.hole,
      args: undefined,
      assignments: undefined,
      options: [],
    });
    node.source = this.SUBRULE(this.part);
    this.CONSUME(sign["->"]);
    node.target = this.SUBRULE(this.path);
    this.OPTION(() => {
      this.OR([
        {
          ALT: () => {
            node.assignments = this.SUBRULE(this.assignments);
          },
        },
        {
          ALT: () => {
            node.args = this.SUBRULE(this.arguments);
          },
        },
      ]);
    });
    this.MANY({
      GATE: () => !this.beginsChannel(),
      DEF: () => node.options.push(this.SUBRULE(this.channelOption)),
    });
    node.end = this.last;
  });

  readonly assignments = this.RULE("assignments", (): Assignments =>
    this.inBraces({ kind: "Assignments", start: this.next, end: -1, items: [] }, () =>
      this.SUBRULE(this.assignmentItems),
    ),
  );

  readonly assignmentItems = this.RULE("assignmentItems", (): void =>
    this.MANY(() => this.SUBRULE(this.assignment)),
  );

  readonly channelOption = this.RULE("channelOption", (): ChannelOption => {
    const start = this.next;
    return this.OR([
      {
        ALT: (): ChannelOption => {
          const condition = this.SUBRULE(this.when);
          return { kind: "ConditionOption", start, end: this.last, condition };
        },
      },
      {
        ALT: (): ChannelOption => {
          this.CONSUME(keyword.with);
          this.CONSUME(keyword.chance);
          const probability = this.SUBRULE(this.expression);
          return { kind: "ChanceOption", start, end: this.last, probability };
        },
      },
      {
        ALT: (): ChannelOption => {
          this.CONSUME(keyword.after);
          const steps = this.SUBRULE2(this.expression);
          this.SUBRULE(this.stepWord);
          return { kind: "DelayOption", start, end: this.last, steps };
        },
      },
      {
        ALT: (): ChannelOption => {
          this.CONSUME(keyword.at);
          this.CONSUME(keyword.most);
          const most = this.SUBRULE3(this.expression);
          this.CONSUME(keyword.per);
          this.CONSUME(keyword.step);
          return { kind: "CapacityOption", start, end: this.last, most };
        },
      },
    ]);
  });

  readonly stepWord = this.RULE("stepWord", (): void => {
    this.OR(this.stepWords);
  });

  private readonly stepWords = [
    { ALT: () => this.CONSUME(keyword.step) },
    { ALT: () => this.CONSUME(keyword.steps) },
  ];

  readonly regulation = this.RULE("regulation", (): void => {
    const node: Building<Regulation> = this.add({
      kind: "Regulation",
      start: this.next,
      end: -1,
      doc: this.doc(),
      name: this.hole,
      label: undefined,
      body: undefined,
    });
    this.CONSUME(keyword.regulation);
    node.name = this.SUBRULE(this.name);
    node.label = this.SUBRULE(this.label);
    node.body = this.SUBRULE(this.regulationBody);
    node.end = this.last;
  });

  readonly regulationBody = this.RULE("regulationBody", (): RegulationBody =>
    this.inBraces({ kind: "RegulationBody", start: this.next, end: -1, items: [] }, () =>
      this.SUBRULE(this.regulationItems),
    ),
  );

  readonly regulationItems = this.RULE("regulationItems", (): void =>
    this.MANY(() => {
      this.OR(this.regulationAlternatives);
    }),
  );

  private readonly regulationAlternatives = [
    { ALT: () => this.SUBRULE(this.regulationBy) },
    { ALT: () => this.SUBRULE(this.regulationOf) },
    { ALT: () => this.SUBRULE(this.startsWith) },
    { ALT: () => this.SUBRULE(this.aim) },
    { ALT: () => this.SUBRULE(this.through) },
    { ALT: () => this.SUBRULE(this.cite) },
    { ALT: () => this.SUBRULE(this.allow) },
  ];

  readonly regulationBy = this.RULE("regulationBy", (): void => {
    const node: Building<RegulationBy> = this.add({
      kind: "RegulationBy",
      start: this.next,
      end: -1,
      doc: this.doc(),
      system: this.hole,
    });
    this.CONSUME(keyword.by);
    node.system = this.SUBRULE(this.ref);
    node.end = this.last;
  });

  readonly regulationOf = this.RULE("regulationOf", (): void => {
    const node: Building<RegulationOf> = this.add({
      kind: "RegulationOf",
      start: this.next,
      end: -1,
      doc: this.doc(),
      target: this.hole,
    });
    this.CONSUME(keyword.of);
    node.target = this.SUBRULE(this.ref);
    node.end = this.last;
  });

  readonly startsWith = this.RULE("startsWith", (): void => {
    const node: Building<StartsWith> = this.add({
      kind: "StartsWith",
      start: this.next,
      end: -1,
      doc: this.doc(),
      operation: this.hole,
      args: undefined,
    });
    this.CONSUME(keyword.starts);
    this.CONSUME(keyword.with);
    node.operation = this.SUBRULE(this.part);
    node.args = this.OPTION(() => this.SUBRULE(this.arguments));
    node.end = this.last;
  });

  readonly aim = this.RULE("aim", (): void => {
    const node: Building<Aim> = this.add({
      kind: "Aim",
      start: this.next,
      end: -1,
      doc: this.doc(),
      condition: this.hole,
    });
    this.CONSUME(keyword.aim);
    node.condition = this.SUBRULE(this.expression);
    node.end = this.last;
  });

  readonly through = this.RULE("through", (): void => {
    const node: Building<Through> = this.add({
      kind: "Through",
      start: this.next,
      end: -1,
      doc: this.doc(),
      direct: false,
      couplings: [],
    });
    this.CONSUME(keyword.through);
    this.OR([
      {
        GATE: () => this.at(keyword.direct, 1) && !this.at(sign["."], 2),
        ALT: () => {
          this.CONSUME(keyword.direct);
          node.direct = true;
        },
      },
      {
        ALT: () => {
          this.AT_LEAST_ONE_SEP({ SEP: sign[","], DEF: () => node.couplings.push(this.SUBRULE(this.ref)) });
        },
        IGNORE_AMBIGUITIES: true,
      },
    ]);
    node.end = this.last;
  });
}
