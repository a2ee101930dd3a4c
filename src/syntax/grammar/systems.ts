import type { Building } from "../build.ts";
import { keyword, sign } from "../tokens.ts";
import type {
  Code,
  CodeValue,
  Contingency,
  Expectation,
  Extend,
  FunctionText,
  Limit,
  Medium,
  Operation,
  Performs,
  Reflection,
  Role,
  Sensitivity,
  System,
  SystemBody,
  SystemKind,
} from "../tree.ts";
import { ProgramGrammar } from "./programs.ts";

/** Systems and their members. */
export abstract class SystemGrammar extends ProgramGrammar {
  readonly system = this.RULE("system", (): void => {
    const node: Building<System> = this.add({
      kind: "System",
      start: this.next,
      end: -1,
      doc: this.doc(),
      systemKind: "machine",
      name: this.hole,
      label: undefined,
      like: undefined,
      within: [],
      body: undefined,
    });
    node.systemKind = this.SUBRULE(this.systemKind);
    node.name = this.SUBRULE(this.name);
    node.label = this.SUBRULE(this.label);
    this.OPTION(() => {
      this.CONSUME(keyword.like);
      node.like = this.hole;
      node.like = this.SUBRULE(this.ref);
    });
    this.OPTION2(() => {
      this.CONSUME(keyword.within);
      this.AT_LEAST_ONE_SEP({
        SEP: sign[","],
        DEF: () => node.within.push(this.SUBRULE2(this.ref)),
      });
    });
    this.OPTION3(() => {
      node.body = this.SUBRULE(this.systemBody);
    });
    node.end = this.last;
  });

  readonly systemKind = this.RULE("systemKind", (): SystemKind => this.OR(this.systemKinds));

  private readonly systemKinds = [
    {
      ALT: (): SystemKind => {
        this.CONSUME(keyword.function);
        this.CONSUME(keyword.system);
        return "function system";
      },
    },
    {
      ALT: (): SystemKind => {
        this.CONSUME(keyword.psychic);
        this.CONSUME2(keyword.system);
        return "psychic system";
      },
    },
    { ALT: (): SystemKind => this.kindWord(() => this.CONSUME(keyword.organization), "organization") },
    { ALT: (): SystemKind => this.kindWord(() => this.CONSUME(keyword.interaction), "interaction") },
    { ALT: (): SystemKind => this.kindWord(() => this.CONSUME(keyword.movement), "movement") },
    { ALT: (): SystemKind => this.kindWord(() => this.CONSUME(keyword.machine), "machine") },
  ];

  private kindWord(consume: () => unknown, kind: SystemKind): SystemKind {
    consume();
    return kind;
  }

  readonly extend = this.RULE("extend", (): void => {
    const node: Building<Extend> = this.add({
      kind: "Extend",
      start: this.next,
      end: -1,
      doc: this.doc(),
      target: this.hole,
      body: undefined,
    });
    this.CONSUME(keyword.extend);
    node.target = this.SUBRULE(this.ref);
    node.body = this.SUBRULE(this.systemBody);
    node.end = this.last;
  });

  readonly systemBody = this.RULE("systemBody", (): SystemBody =>
    this.inBraces({ kind: "SystemBody", start: this.next, end: -1, items: [] }, () =>
      this.SUBRULE(this.members),
    ),
  );

  readonly members = this.RULE("members", (): void => this.MANY(() => this.SUBRULE(this.member)));

  readonly member = this.RULE("member", (): void => {
    this.OR(this.memberAlternatives);
  });

  private readonly memberAlternatives = [
    { ALT: () => this.SUBRULE(this.functionText) },
    { ALT: () => this.SUBRULE(this.code) },
    { ALT: () => this.SUBRULE(this.medium) },
    { ALT: () => this.SUBRULE(this.contingency) },
    { ALT: () => this.SUBRULE(this.reflection) },
    { ALT: () => this.SUBRULE(this.performs) },
    { ALT: () => this.SUBRULE(this.role) },
    { ALT: () => this.SUBRULE(this.sensitivity) },
    { ALT: () => this.SUBRULE(this.operation) },
    { ALT: () => this.SUBRULE(this.expectation) },
    { ALT: () => this.SUBRULE(this.program) },
    { ALT: () => this.SUBRULE(this.limit) },
    { ALT: () => this.SUBRULE(this.cite) },
    { ALT: () => this.SUBRULE(this.allow) },
  ];

  readonly functionText = this.RULE("functionText", (): void => {
    const node: Building<FunctionText> = this.add({
      kind: "FunctionText",
      start: this.next,
      end: -1,
      doc: this.doc(),
      text: this.hole,
    });
    this.CONSUME(keyword.function);
    node.text = this.SUBRULE(this.text);
    node.end = this.last;
  });

  readonly code = this.RULE("code", (): void => {
    const node: Building<Code> = this.add({
      kind: "Code",
      start: this.next,
      end: -1,
      doc: this.doc(),
      secondary: false,
      values: [],
    });
    this.OPTION(() => {
      this.CONSUME(keyword.secondary);
      node.secondary = true;
    });
    this.CONSUME(keyword.code);
    this.AT_LEAST_ONE_SEP({
      SEP: sign["/"],
      DEF: () => {
        const value: Building<CodeValue> = {
          kind: "CodeValue",
          start: this.next,
          end: -1,
          name: this.hole,
          label: undefined,
        };
        node.values.push(value);
        value.name = this.SUBRULE(this.value);
        value.label = this.SUBRULE(this.label);
        value.end = this.last;
      },
    });
    node.end = this.last;
  });

  readonly medium = this.RULE("medium", (): void => {
    const node: Building<Medium> = this.add({
      kind: "Medium",
      start: this.next,
      end: -1,
      doc: this.doc(),
      name: this.hole,
      label: undefined,
    });
    this.CONSUME(keyword.medium);
    node.name = this.SUBRULE(this.name);
    node.label = this.SUBRULE(this.label);
    node.end = this.last;
  });

  readonly contingency = this.RULE("contingency", (): void => {
    const node: Building<Contingency> = this.add({
      kind: "Contingency",
      start: this.next,
      end: -1,
      doc: this.doc(),
      text: this.hole,
    });
    this.CONSUME(keyword.contingency);
    node.text = this.SUBRULE(this.text);
    node.end = this.last;
  });

  readonly reflection = this.RULE("reflection", (): void => {
    const node: Building<Reflection> = this.add({
      kind: "Reflection",
      start: this.next,
      end: -1,
      doc: this.doc(),
      text: this.hole,
    });
    this.CONSUME(keyword.reflection);
    node.text = this.SUBRULE(this.text);
    node.end = this.last;
  });

  readonly performs = this.RULE("performs", (): void => {
    const node: Building<Performs> = this.add({
      kind: "Performs",
      start: this.next,
      end: -1,
      doc: this.doc(),
      text: this.hole,
      receivers: [],
    });
    this.CONSUME(keyword.performs);
    node.text = this.SUBRULE(this.text);
    this.CONSUME(keyword.for);
    this.AT_LEAST_ONE_SEP({ SEP: sign[","], DEF: () => node.receivers.push(this.SUBRULE(this.ref)) });
    node.end = this.last;
  });

  readonly role = this.RULE("role", (): void => {
    const node: Building<Role> = this.add({
      kind: "Role",
      start: this.next,
      end: -1,
      doc: this.doc(),
      name: this.hole,
      label: undefined,
      side: undefined,
    });
    this.CONSUME(keyword.role);
    node.name = this.SUBRULE(this.name);
    node.label = this.SUBRULE(this.label);
    const side = this.OR([
      { ALT: () => this.CONSUME(keyword.performance) },
      { ALT: () => this.CONSUME(keyword.public) },
    ]);
    node.side = side.tokenType === keyword.performance ? "performance" : "public";
    node.end = this.last;
  });

  readonly sensitivity = this.RULE("sensitivity", (): void => {
    const node: Building<Sensitivity> = this.add({
      kind: "Sensitivity",
      start: this.next,
      end: -1,
      doc: this.doc(),
      name: this.hole,
      label: undefined,
      parameters: undefined,
      when: undefined,
    });
    this.CONSUME(keyword.sensitive);
    this.CONSUME(keyword.to);
    node.name = this.SUBRULE(this.name);
    node.label = this.SUBRULE(this.label);
    node.parameters = this.OPTION(() => this.SUBRULE(this.parameters));
    node.when = this.OPTION2(() => this.SUBRULE(this.when));
    node.end = this.last;
  });

  readonly operation = this.RULE("operation", (): void => {
    const node: Building<Operation> = this.add({
      kind: "Operation",
      start: this.next,
      end: -1,
      doc: this.doc(),
      name: this.hole,
      label: undefined,
      parameters: undefined,
    });
    this.CONSUME(keyword.operation);
    node.name = this.SUBRULE(this.name);
    node.label = this.SUBRULE(this.label);
    node.parameters = this.OPTION(() => this.SUBRULE(this.parameters));
    node.end = this.last;
  });

  readonly expectation = this.RULE("expectation", (): void => {
    const node: Building<Expectation> = this.add({
      kind: "Expectation",
      start: this.next,
      end: -1,
      doc: this.doc(),
      name: this.hole,
      label: undefined,
      type: this.hole,
      initial: this.hole,
      mode: undefined,
    });
    this.CONSUME(keyword.expectation);
    node.name = this.SUBRULE(this.name);
    node.label = this.SUBRULE(this.label);
    this.CONSUME(sign[":"]);
    node.type = this.SUBRULE(this.type);
    this.CONSUME(sign["="]);
    node.initial = this.SUBRULE(this.expression);
    this.OPTION(() => {
      const mode = this.OR([
        { ALT: () => this.CONSUME(keyword.normative) },
        { ALT: () => this.CONSUME(keyword.cognitive) },
      ]);
      node.mode = mode.tokenType === keyword.normative ? "normative" : "cognitive";
    });
    node.end = this.last;
  });

  readonly limit = this.RULE("limit", (): void => {
    const node: Building<Limit> = this.add({
      kind: "Limit",
      start: this.next,
      end: -1,
      doc: this.doc(),
      name: this.hole,
      label: undefined,
      constitutional: false,
      operation: this.hole,
      when: this.hole,
    });
    this.CONSUME(keyword.limit);
    node.name = this.SUBRULE(this.name);
    node.label = this.SUBRULE(this.label);
    this.OPTION(() => {
      this.CONSUME(keyword.constitutional);
      node.constitutional = true;
    });
    this.CONSUME(keyword.blocks);
    node.operation = this.SUBRULE2(this.name);
    node.when = this.SUBRULE(this.when);
    node.end = this.last;
  });
}
