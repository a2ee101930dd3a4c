/*
 * The constructs of `large-model.ts` as a language of Langium: the same texts, names that are looked up in the same places,
 * and two validations. It says less than Niklas does of a text, so that it has less to do.
 */
import { DefaultScopeProvider, MapScope, URI, type AstNode, type LangiumDocument } from "langium";
import { createServicesForGrammar } from "langium/grammar";

const grammar = `
grammar Models
entry Model: 'model' name=ID label=STRING? items+=Item*;
Item: Owner | Coupling | Regulation | Scenario | Property;
Owner: Environment | System;
Environment: 'environment' name=ID label=STRING? '{' parts+=(Quantity | Event)* '}';
Quantity: name=ID ':' type=Type '=' value=Expression;
Event: 'event' name=ID Parameters;
System: kind=('machine' | 'organization') name=ID label=STRING? '{' (code=Code | parts+=Part | programs+=Program | ('function' task=STRING))* '}';
Code: 'code' positive=ID '/' negative=ID;
Part: Sensitivity | Operation | Expectation;
Sensitivity: 'sensitive' 'to' name=ID Parameters ('when' filter=Expression)?;
Operation: 'operation' name=ID Parameters;
Expectation: 'expectation' name=ID ':' type=Type '=' value=Expression style=('cognitive' | 'normative')?;
fragment Parameters: '(' (parameters+=Parameter (',' parameters+=Parameter)*)? ')';
Parameter: name=ID ':' type=Type;
Type: {infer Type} 'number' ('in' low=Bound '..' high=Bound)? unit=STRING? | {infer Type} 'boolean';
Bound: negative?='-'? value=NUMBER percent?='%'?;
Program: 'program' name=ID kind=('conditional' | 'purpose') 'on' trigger=[Sensitivity:ID] '{' clauses+=Clause* '}';
Clause: ('when' condition=Expression '->' value=ID | 'otherwise' '->' value=ID
  | 'choose' name=ID '->' value=ID 'yields' yields=Expression ('when' condition=Expression)?) ('{' effects+=Effect* '}')?;
Effect: Emission | Assignment;
Emission: 'emit' operation=[Operation:ID] '(' (args+=Argument (',' args+=Argument)*)? ')';
Assignment: target=[Part:ID] ':=' value=Expression;
Argument: name=ID ':' value=Expression;
Coupling: 'coupling' name=ID 'between' left=[Owner:ID] 'and' right=[Owner:ID] '{' channels+=Channel* '}';
Channel: from=Path '->' (to=Path ('(' (args+=Argument (',' args+=Argument)*)? ')')?
    ('when' condition=Expression)? ('after' delay=NUMBER 'steps')? ('at' 'most' capacity=NUMBER 'per' 'step')?
  | target=[Owner:ID] '{' effects+=Assignment* '}');
Path: owner=[Owner:ID] '.' part=[Any:ID];
type Any = Quantity | Event | Sensitivity | Operation | Expectation | Parameter;
Regulation: 'regulation' name=ID '{' 'by' by=[Owner:ID] 'of' of=[Owner:ID]
  'starts' 'with' start=Path '(' args+=Argument (',' args+=Argument)* ')'
  'through' through+=[Coupling:ID] (',' through+=[Coupling:ID])* 'aim' aim=Expression '}';
Scenario: 'scenario' name=ID label=STRING? '{' steps+=Step* '}';
Step: {infer Change} 'change' what=Path 'to' value=Expression | {infer Run} 'run' count=NUMBER 'steps'
  | {infer Expect} 'expect' (path=Path 'occurs' 'at' 'least' count=NUMBER ('time' | 'times')
    | owner=[Owner:ID] ('designates' value=ID | 'resonates' 'to' sensitivity=ID));
Property: 'property' name=ID '{' from=[Owner:ID] 'reaches' to=[Owner:ID] 'only' 'through' through=[Owner:ID] '}';
Expression: Or;
Or infers Expression: And ({infer Binary.left=current} operator='or' right=And)*;
And infers Expression: Comparison ({infer Binary.left=current} operator='and' right=Comparison)*;
Comparison infers Expression: Sum ({infer Binary.left=current} operator=('<=' | '>=' | '<' | '>' | '=') right=Sum)?;
Sum infers Expression: Product ({infer Binary.left=current} operator=('+' | '-') right=Product)*;
Product infers Expression: Unary ({infer Binary.left=current} operator=('*' | '/') right=Unary)*;
Unary infers Expression: {infer Not} 'not' operand=Unary | {infer Negative} '-' operand=Unary | Primary;
Primary infers Expression: {infer Number} value=NUMBER percent?='%'? | {infer Truth} value=('true' | 'false')
  | {infer Call} function=('min' | 'max') '(' args+=Expression (',' args+=Expression)* ')'
  | {infer Reference} (path=Path | target=[Any:ID]) | '(' Expression ')';
hidden terminal WS: /\\s+/;
hidden terminal COMMENT: /\\/\\/[^\\n]*/;
terminal NUMBER returns number: /[0-9][0-9_]*(\\.[0-9]+)?/;
terminal ID: /[a-zA-Z_][a-zA-Z_0-9]*/;
terminal STRING: /"[^"\\n]*"/;
`;

type Loose = AstNode & Record<string, unknown>;

const listOf = (node: Loose | undefined, key: string): readonly Loose[] =>
  (node?.[key] as Loose[] | undefined) ?? [];
const targetOf = (reference: unknown): Loose | undefined => (reference as { ref?: Loose } | undefined)?.ref;

function around(node: AstNode | undefined, ...kinds: readonly string[]): Loose | undefined {
  for (let at = node; at !== undefined; at = at.$container) if (kinds.includes(at.$type)) return at as Loose;
  return undefined;
}

/** What a document in Langium's language is built with: reads it, links its names, validates it. */
export interface LangiumBench {
  /** The text that stands there from now on; resolves when its diagnostics are known, and gives their number. */
  readonly update: (text: string) => Promise<number>;
}

export async function createLangiumBench(text: string): Promise<LangiumBench> {
  class Scopes extends DefaultScopeProvider {
    override getScope(info: Parameters<DefaultScopeProvider["getScope"]>[0]) {
      const node = info.container as Loose;
      const scopeOf = (elements: readonly Loose[]) =>
        new MapScope(
          elements.flatMap((each) =>
            typeof each["name"] === "string" ? this.descriptions.createDescription(each, each["name"]) : [],
          ),
        );
      if (node.$type === "Path" && info.property === "part")
        return scopeOf(listOf(targetOf(node["owner"]), "parts"));
      const channel = around(node, "Channel");
      const program = around(node, "Program");
      const system = around(node, "System", "Environment");
      if (info.property === "target" && node.$type === "Reference" && channel !== undefined) {
        const path = channel["from"] as Loose | undefined;
        const source = targetOf(path?.["part"]);
        return scopeOf([
          ...listOf(source, "parameters"),
          ...(source === undefined ? [] : [source]),
          ...listOf(targetOf(channel["target"]), "parts"),
        ]);
      }
      if (node.$type === "Assignment" && channel !== undefined)
        return scopeOf(listOf(targetOf(channel["target"]), "parts"));
      if (system !== undefined)
        return scopeOf([
          ...listOf(around(node, "Sensitivity"), "parameters"),
          ...(program !== node ? listOf(targetOf(program?.["trigger"]), "parameters") : []),
          ...listOf(system, "parts"),
        ]);
      return super.getScope(info);
    }
  }
  const services = await createServicesForGrammar({
    grammar,
    module: {
      references: { ScopeProvider: (all: ConstructorParameters<typeof Scopes>[0]) => new Scopes(all) },
    },
  });
  const { workspace } = services.shared;
  services.validation.ValidationRegistry.register({
    // Values that are none of the code, and channels between what the coupling does not couple.
    Clause(node: Loose, accept: (severity: "error", message: string, info: { node: AstNode }) => void) {
      const code = around(node, "System")?.["code"] as Loose | undefined;
      if (node["value"] !== code?.["positive"] && node["value"] !== code?.["negative"])
        accept("error", `${String(node["value"])} is no value of the code`, { node });
    },
    Channel(node: Loose, accept: (severity: "error", message: string, info: { node: AstNode }) => void) {
      const coupling = around(node, "Coupling");
      const owner = targetOf((node["from"] as Loose | undefined)?.["owner"]);
      if (![targetOf(coupling?.["left"]), targetOf(coupling?.["right"])].includes(owner))
        accept("error", "the channel begins elsewhere", { node });
    },
  } as never);
  const uri = URI.parse(`file:///model${services.LanguageMetaData.fileExtensions[0] ?? ".model"}`);
  const document: LangiumDocument = workspace.LangiumDocumentFactory.fromString(text, uri);
  workspace.LangiumDocuments.addDocument(document);
  await workspace.DocumentBuilder.build([document], { validation: true });
  return {
    async update(next) {
      workspace.LangiumDocuments.deleteDocument(uri);
      const fresh = workspace.LangiumDocumentFactory.fromString(next, uri);
      workspace.LangiumDocuments.addDocument(fresh);
      await workspace.DocumentBuilder.build([fresh], { validation: true });
      return fresh.diagnostics?.length ?? 0;
    },
  };
}
