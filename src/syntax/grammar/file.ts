import type { Building } from "../build.ts";
import { keyword, sign } from "../tokens.ts";
import type {
  Author,
  Bibliography,
  Differentiation,
  Header,
  HeaderBody,
  ImportFile,
  ImportItem,
  ImportNames,
  License,
  Society,
  SocietyBody,
  StepUnit,
} from "../tree.ts";
import { takeAnalysis } from "./analysis.ts";
import type { GrammarOptions } from "./base.ts";
import { PropertyGrammar } from "./properties.ts";

/** The file: its header, imports, declarations. The whole grammar of the language. */
export class Grammar extends PropertyGrammar {
  /** A parser for which the rules have been played, where this one was made from an analysis. */
  private played: Grammar | undefined;
  private readonly analysedBefore: boolean;

  constructor(options: GrammarOptions = {}) {
    super(options);
    this.analysedBefore = options.analysis !== undefined;
    if (options.analysis === undefined) this.performSelfAnalysis();
    else takeAnalysis(this, options.analysis);
  }

  /** The rules as data. The parser generator wants them to say what could stand where a text goes wrong. */
  override getGAstProductions(): ReturnType<PropertyGrammar["getGAstProductions"]> {
    if (!this.analysedBefore) return super.getGAstProductions();
    this.played ??= new Grammar();
    return this.played.getGAstProductions();
  }

  /** The whole of a file. */
  readonly model = this.RULE("model", (): void => {
    this.OPTION(() => this.SUBRULE(this.header));
    this.SUBRULE(this.fileItems);
  });

  readonly header = this.RULE("header", (): void => {
    const node: Building<Header> = this.add({
      kind: "Header",
      start: this.next,
      end: -1,
      doc: this.doc(),
      name: this.hole,
      label: undefined,
      body: undefined,
    });
    this.CONSUME(keyword.model);
    node.name = this.SUBRULE(this.name);
    node.label = this.SUBRULE(this.label);
    node.body = this.OPTION(() => this.SUBRULE(this.headerBody));
    node.end = this.last;
  });

  readonly headerBody = this.RULE("headerBody", (): HeaderBody =>
    this.inBraces({ kind: "HeaderBody", start: this.next, end: -1, items: [] }, () =>
      this.SUBRULE(this.headerItems),
    ),
  );

  readonly headerItems = this.RULE("headerItems", (): void =>
    this.MANY(() => {
      this.OR(this.headerAlternatives);
    }),
  );

  private readonly headerAlternatives = [
    { ALT: () => this.SUBRULE(this.author) },
    { ALT: () => this.SUBRULE(this.license) },
    { ALT: () => this.SUBRULE(this.stepUnit) },
    { ALT: () => this.SUBRULE(this.cite) },
    { ALT: () => this.SUBRULE(this.allow) },
  ];

  readonly author = this.RULE("author", (): void => {
    const node: Building<Author> = this.add({
      kind: "Author",
      start: this.next,
      end: -1,
      doc: this.doc(),
      text: this.hole,
    });
    this.CONSUME(keyword.author);
    node.text = this.SUBRULE(this.text);
    node.end = this.last;
  });

  readonly license = this.RULE("license", (): void => {
    const node: Building<License> = this.add({
      kind: "License",
      start: this.next,
      end: -1,
      doc: this.doc(),
      text: this.hole,
    });
    this.CONSUME(keyword.license);
    node.text = this.SUBRULE(this.text);
    node.end = this.last;
  });

  /** `step "year"`: what one step stands for. */
  readonly stepUnit = this.RULE("stepUnit", (): void => {
    const node: Building<StepUnit> = this.add({
      kind: "StepUnit",
      start: this.next,
      end: -1,
      doc: this.doc(),
      text: this.hole,
    });
    this.CONSUME(keyword.step);
    node.text = this.SUBRULE(this.text);
    node.end = this.last;
  });

  readonly fileItems = this.RULE("fileItems", (): void => this.MANY(() => this.SUBRULE(this.fileItem)));

  readonly fileItem = this.RULE("fileItem", (): void => {
    this.OR(this.fileItemAlternatives);
  });

  private readonly fileItemAlternatives = [
    { ALT: () => this.SUBRULE(this.import) },
    { ALT: () => this.SUBRULE(this.bibliography) },
    { ALT: () => this.SUBRULE(this.society) },
    { ALT: () => this.SUBRULE(this.system) },
    { ALT: () => this.SUBRULE(this.extend) },
    { ALT: () => this.SUBRULE(this.environment) },
    { ALT: () => this.SUBRULE(this.population) },
    { ALT: () => this.SUBRULE(this.coupling) },
    { ALT: () => this.SUBRULE(this.regulation) },
    { ALT: () => this.SUBRULE(this.scenario) },
    { ALT: () => this.SUBRULE(this.property) },
    { ALT: () => this.SUBRULE(this.experiment) },
  ];

  readonly import = this.RULE("import", (): void => {
    const start = this.next;
    const doc = this.doc();
    this.CONSUME(keyword.import);
    this.OR([
      {
        ALT: () => {
          const node: Building<ImportFile> = this.add({
            kind: "ImportFile",
            start,
            end: -1,
            doc,
            path: this.hole,
            alias: undefined,
          });
          node.path = this.SUBRULE(this.text);
          this.OPTION(() => {
            this.CONSUME(keyword.as);
            node.alias = this.SUBRULE(this.name);
          });
          node.end = this.last;
        },
      },
      {
        ALT: () => {
          const node: Building<ImportNames> = this.add({
            kind: "ImportNames",
            start,
            end: -1,
            doc,
            items: [],
            path: this.hole,
          });
          this.AT_LEAST_ONE_SEP({
            SEP: sign[","],
            DEF: () => node.items.push(this.SUBRULE(this.importItem)),
          });
          this.CONSUME(keyword.from);
          node.path = this.SUBRULE2(this.text);
          node.end = this.last;
        },
      },
    ]);
  });

  readonly importItem = this.RULE("importItem", (): ImportItem => {
    const node: Building<ImportItem> = {
      kind: "ImportItem",
      start: this.next,
      end: -1,
      name: this.hole,
      alias: undefined,
    };
    node.name = this.SUBRULE(this.name);
    this.OPTION(() => {
      this.CONSUME(keyword.as);
      node.alias = this.SUBRULE2(this.name);
    });
    node.end = this.last;
    return node;
  });

  readonly bibliography = this.RULE("bibliography", (): void => {
    const node: Building<Bibliography> = this.add({
      kind: "Bibliography",
      start: this.next,
      end: -1,
      doc: this.doc(),
      path: this.hole,
    });
    this.CONSUME(keyword.bibliography);
    node.path = this.SUBRULE(this.text);
    node.end = this.last;
  });

  readonly society = this.RULE("society", (): void => {
    const node: Building<Society> = this.add({
      kind: "Society",
      start: this.next,
      end: -1,
      doc: this.doc(),
      name: this.hole,
      label: undefined,
      differentiation: undefined,
      body: undefined,
    });
    this.CONSUME(keyword.society);
    node.name = this.SUBRULE(this.name);
    node.label = this.SUBRULE(this.label);
    this.CONSUME(keyword.differentiated);
    this.CONSUME(keyword.by);
    node.differentiation = this.SUBRULE(this.differentiation);
    node.body = this.OPTION(() => this.SUBRULE(this.societyBody));
    node.end = this.last;
  });

  readonly societyBody = this.RULE("societyBody", (): SocietyBody =>
    this.inBraces({ kind: "SocietyBody", start: this.next, end: -1, items: [] }, () =>
      this.SUBRULE(this.societyItems),
    ),
  );

  readonly societyItems = this.RULE("societyItems", (): void =>
    this.MANY(() => {
      this.OR([{ ALT: () => this.SUBRULE(this.cite) }, { ALT: () => this.SUBRULE(this.allow) }]);
    }),
  );

  readonly differentiation = this.RULE("differentiation", (): Differentiation => {
    const token = this.OR([
      { ALT: () => this.CONSUME(keyword.function) },
      { ALT: () => this.CONSUME(keyword.segmentation) },
      { ALT: () => this.CONSUME(keyword.stratification) },
      { ALT: () => this.CONSUME(keyword.center_periphery) },
    ]);
    // The alternatives above are spelled as the forms are.
    return token.image as Differentiation;
  });
}
