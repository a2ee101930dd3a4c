import type { Building } from "../build.ts";
import { keyword, sign, Word } from "../tokens.ts";
import type {
  Apply,
  Block,
  Change,
  Close,
  Either,
  Emission,
  Expect,
  ExpectViolation,
  Given,
  Happening,
  Name,
  Occurs,
  Open,
  Outcome,
  Perturbation,
  Repeat,
  Run,
  Scenario,
  Seed,
  Steer,
  Unplug,
  Verdict,
} from "../tree.ts";
import { CouplingGrammar } from "./couplings.ts";

/** Scenarios: steps, and what is expected of them. */
export abstract class ScenarioGrammar extends CouplingGrammar {
  readonly scenario = this.RULE("scenario", (): void => {
    const node: Building<Scenario> = this.add({
      kind: "Scenario",
      start: this.next,
      end: -1,
      doc: this.doc(),
      name: this.hole,
      label: undefined,
      like: undefined,
      body: undefined,
    });
    this.CONSUME(keyword.scenario);
    node.name = this.SUBRULE(this.name);
    node.label = this.SUBRULE(this.label);
    this.OPTION(() => {
      this.CONSUME(keyword.like);
      node.like = this.hole;
      node.like = this.SUBRULE(this.ref);
    });
    node.body = this.SUBRULE(this.block);
    node.end = this.last;
  });

  readonly block = this.RULE("block", (): Block =>
    this.inBraces({ kind: "Block", start: this.next, end: -1, items: [] }, () => this.SUBRULE(this.steps)),
  );

  readonly steps = this.RULE("steps", (): void => this.MANY(() => this.SUBRULE(this.step)));

  readonly step = this.RULE("step", (): void => {
    this.OR(this.stepAlternatives);
  });

  private readonly stepAlternatives = [
    { GATE: () => this.beginsEmission(), ALT: () => this.SUBRULE(this.emission), IGNORE_AMBIGUITIES: true },
    { ALT: () => this.SUBRULE(this.perturbation) },
    { ALT: () => this.SUBRULE(this.given) },
    { ALT: () => this.SUBRULE(this.change) },
    { ALT: () => this.SUBRULE(this.steer) },
    { ALT: () => this.SUBRULE(this.unplug) },
    { ALT: () => this.SUBRULE(this.close) },
    { ALT: () => this.SUBRULE(this.open) },
    { ALT: () => this.SUBRULE(this.apply) },
    { ALT: () => this.SUBRULE(this.run) },
    { ALT: () => this.SUBRULE(this.either) },
    { ALT: () => this.SUBRULE(this.repeat) },
    { ALT: () => this.SUBRULE(this.seed) },
    { ALT: () => this.SUBRULE(this.expect) },
    { ALT: () => this.SUBRULE(this.cite) },
    { ALT: () => this.SUBRULE(this.allow) },
  ];

  /**
   * `word emits word` and `word.word emits word` are emissions, even if the first word could begin another step
   * or go on the step before.
   */
  protected beginsEmission(): boolean {
    const verb = this.at(sign["."], 2) ? 4 : 2;
    return this.at(Word, 1) && this.at(keyword.emits, verb) && this.at(Word, verb + 1);
  }

  readonly emission = this.RULE("emission", (): void => {
    const node: Building<Emission> = this.add({
      kind: "Emission",
      start: this.next,
      end: -1,
      doc: this.doc(),
      system: this.hole,
      operation: this.hole,
      args: undefined,
    });
    node.system = this.SUBRULE(this.ref);
    this.CONSUME(keyword.emits);
    node.operation = this.SUBRULE(this.name);
    node.args = this.OPTION(() => this.SUBRULE(this.arguments));
    node.end = this.last;
  });

  readonly perturbation = this.RULE("perturbation", (): void => {
    const node: Building<Perturbation> = this.add({
      kind: "Perturbation",
      start: this.next,
      end: -1,
      doc: this.doc(),
      keyword: { start: this.next, end: this.next + "perturb".length },
      target: this.hole,
      source: this.hole,
      operation: this.hole,
      args: undefined,
    });
    this.CONSUME(keyword.perturb);
    node.target = this.SUBRULE(this.ref);
    this.CONSUME(keyword.from);
    node.source = this.SUBRULE2(this.ref);
    this.CONSUME(keyword.with);
    node.operation = this.SUBRULE(this.name);
    node.args = this.OPTION(() => this.SUBRULE(this.arguments));
    node.end = this.last;
  });

  readonly given = this.RULE("given", (): void => {
    const node: Building<Given> = this.add({
      kind: "Given",
      start: this.next,
      end: -1,
      doc: this.doc(),
      part: this.hole,
      value: this.hole,
    });
    this.CONSUME(keyword.given);
    node.part = this.SUBRULE(this.part);
    this.CONSUME(sign["="]);
    node.value = this.SUBRULE(this.expression);
    node.end = this.last;
  });

  readonly change = this.RULE("change", (): void => {
    const node: Building<Change> = this.add({
      kind: "Change",
      start: this.next,
      end: -1,
      doc: this.doc(),
      part: this.hole,
      value: this.hole,
    });
    this.CONSUME(keyword.change);
    node.part = this.SUBRULE(this.part);
    this.CONSUME(keyword.to);
    node.value = this.SUBRULE(this.expression);
    node.end = this.last;
  });

  readonly steer = this.RULE("steer", (): void => {
    const node: Building<Steer> = this.add({
      kind: "Steer",
      start: this.next,
      end: -1,
      doc: this.doc(),
      part: this.hole,
      value: this.hole,
      by: this.hole,
    });
    this.CONSUME(keyword.steer);
    node.part = this.SUBRULE(this.part);
    this.CONSUME(keyword.to);
    node.value = this.SUBRULE(this.expression);
    this.CONSUME(keyword.by);
    node.by = this.SUBRULE(this.ref);
    node.end = this.last;
  });

  readonly unplug = this.RULE("unplug", (): void => {
    const node: Building<Unplug> = this.add({
      kind: "Unplug",
      start: this.next,
      end: -1,
      doc: this.doc(),
      system: this.hole,
    });
    this.CONSUME(keyword.unplug);
    node.system = this.SUBRULE(this.ref);
    node.end = this.last;
  });

  readonly close = this.RULE("close", (): void => {
    const node: Building<Close> = this.add({
      kind: "Close",
      start: this.next,
      end: -1,
      doc: this.doc(),
      coupling: this.hole,
    });
    this.CONSUME(keyword.close);
    node.coupling = this.SUBRULE(this.ref);
    node.end = this.last;
  });

  readonly open = this.RULE("open", (): void => {
    const node: Building<Open> = this.add({
      kind: "Open",
      start: this.next,
      end: -1,
      doc: this.doc(),
      coupling: this.hole,
    });
    this.CONSUME(keyword.open);
    node.coupling = this.SUBRULE(this.ref);
    node.end = this.last;
  });

  readonly apply = this.RULE("apply", (): void => {
    const node: Building<Apply> = this.add({
      kind: "Apply",
      start: this.next,
      end: -1,
      doc: this.doc(),
      regulation: this.hole,
    });
    this.CONSUME(keyword.apply);
    node.regulation = this.SUBRULE(this.ref);
    node.end = this.last;
  });

  /** `run`, `run 3 steps`, `run until e at most 9 steps`. */
  readonly run = this.RULE("run", (): void => {
    const node: Building<Run> = this.add({
      kind: "Run",
      start: this.next,
      end: -1,
      doc: this.doc(),
      until: undefined,
      count: undefined,
    });
    this.CONSUME(keyword.run);
    this.OPTION({
      GATE: () => !this.beginsEmission(),
      DEF: () => {
        this.OR([
          {
            ALT: () => {
              node.count = this.SUBRULE(this.count);
              this.SUBRULE(this.stepWord);
            },
          },
          {
            ALT: () => {
              this.CONSUME(keyword.until);
              node.until = this.hole;
              node.until = this.SUBRULE(this.expression);
              this.CONSUME(keyword.at);
              this.CONSUME(keyword.most);
              node.count = this.hole;
              node.count = this.SUBRULE2(this.count);
              this.SUBRULE2(this.stepWord);
            },
          },
        ]);
      },
    });
    node.end = this.last;
  });

  readonly either = this.RULE("either", (): void => {
    const node: Building<Either> = this.add({
      kind: "Either",
      start: this.next,
      end: -1,
      doc: this.doc(),
      branches: [],
    });
    this.CONSUME(keyword.either);
    node.branches.push(this.SUBRULE(this.block));
    this.AT_LEAST_ONE(() => {
      this.CONSUME(keyword.or);
      node.branches.push(this.SUBRULE2(this.block));
    });
    node.end = this.last;
  });

  readonly repeat = this.RULE("repeat", (): void => {
    const node: Building<Repeat> = this.add({
      kind: "Repeat",
      start: this.next,
      end: -1,
      doc: this.doc(),
      count: this.hole,
      body: undefined,
    });
    this.CONSUME(keyword.repeat);
    node.count = this.SUBRULE(this.count);
    this.OR([{ ALT: () => this.CONSUME(keyword.time) }, { ALT: () => this.CONSUME(keyword.times) }]);
    node.body = this.SUBRULE(this.block);
    node.end = this.last;
  });

  readonly seed = this.RULE("seed", (): void => {
    const node: Building<Seed> = this.add({
      kind: "Seed",
      start: this.next,
      end: -1,
      doc: this.doc(),
      count: this.hole,
    });
    this.CONSUME(keyword.seed);
    node.count = this.SUBRULE(this.count);
    node.end = this.last;
  });

  readonly expect = this.RULE("expect", (): void => {
    const node: Building<Expect> = this.add({
      kind: "Expect",
      start: this.next,
      end: -1,
      doc: this.doc(),
      outcome: this.hole,
    });
    this.CONSUME(keyword.expect);
    node.outcome = this.OR([
      {
        GATE: () => this.at(keyword.violation, 1),
        ALT: (): ExpectViolation => {
          const start = this.next;
          this.CONSUME(keyword.violation);
          const check = this.SUBRULE(this.name);
          return { kind: "ExpectViolation", start, end: this.last, check };
        },
      },
      { ALT: () => this.SUBRULE(this.outcome), IGNORE_AMBIGUITIES: true },
    ]);
    node.end = this.last;
  });

  /** A condition; or a ref or part and what happens to it. */
  readonly outcome = this.RULE("outcome", (): Outcome => {
    const start = this.next;
    const subject = this.SUBRULE(this.expression);
    const happening = this.OPTION({
      // `never occurs`, and not the `never` of another claim.
      GATE: () => !this.beginsEmission() && (!this.at(keyword.never, 1) || this.at(keyword.occurs, 2)),
      DEF: () => this.SUBRULE(this.happening),
    });
    return { kind: "Outcome", start, end: this.last, subject, happening };
  });

  readonly happening = this.RULE("happening", (): Happening => {
    const start = this.next;
    return this.OR([
      {
        ALT: (): Happening => {
          this.CONSUME(keyword.resonates);
          const to = this.SUBRULE(this.toWhat);
          return { kind: "Resonates", start, end: this.last, to };
        },
      },
      {
        ALT: (): Happening => {
          this.CONSUME(keyword.stays);
          this.CONSUME(keyword.indifferent);
          const to = this.SUBRULE2(this.toWhat);
          return { kind: "StaysIndifferent", start, end: this.last, to };
        },
      },
      {
        ALT: (): Happening => {
          this.CONSUME(keyword.designates);
          const value = this.SUBRULE(this.value);
          return { kind: "Designates", start, end: this.last, value };
        },
      },
      { ALT: () => this.SUBRULE(this.occurs) },
      {
        ALT: (): Happening => {
          this.CONSUME(keyword.never);
          this.CONSUME(keyword.occurs);
          return { kind: "NeverOccurs", start, end: this.last };
        },
      },
      {
        ALT: (): Happening => {
          this.CONSUME(keyword.is);
          const verdict = this.SUBRULE(this.verdict);
          return { kind: "IsVerdict", start, end: this.last, verdict };
        },
      },
    ]);
  });

  /** `to enacted`; may be left out. */
  readonly toWhat = this.RULE("toWhat", (): Name | undefined =>
    this.OPTION({
      GATE: () => !this.beginsEmission(),
      DEF: () => {
        this.CONSUME(keyword.to);
        return this.SUBRULE(this.name);
      },
    }),
  );

  readonly occurs = this.RULE("occurs", (): Happening => {
    const node: Building<Occurs> = {
      kind: "Occurs",
      start: this.next,
      end: -1,
      bound: undefined,
      count: undefined,
    };
    this.CONSUME(keyword.occurs);
    this.OPTION({
      GATE: () => !this.beginsEmission(),
      DEF: () => {
        this.OPTION2(() => {
          this.CONSUME(keyword.at);
          const bound = this.OR([
            { ALT: () => this.CONSUME(keyword.least) },
            { ALT: () => this.CONSUME(keyword.most) },
          ]);
          node.bound = bound.tokenType === keyword.least ? "least" : "most";
        });
        node.count = this.SUBRULE(this.count);
        this.OR2([{ ALT: () => this.CONSUME(keyword.time) }, { ALT: () => this.CONSUME(keyword.times) }]);
      },
    });
    node.end = this.last;
    return node;
  });

  readonly verdict = this.RULE("verdict", (): Verdict => {
    const token = this.OR(this.verdicts);
    // The alternatives above are spelled as the verdicts are.
    return token.image as Verdict;
  });

  private readonly verdicts = [
    { ALT: () => this.CONSUME(keyword.effective) },
    { ALT: () => this.CONSUME(keyword.ineffective) },
    { ALT: () => this.CONSUME(keyword.backfiring) },
    { ALT: () => this.CONSUME(keyword.indifferent) },
    { ALT: () => this.CONSUME(keyword.disintegrating) },
  ];
}
