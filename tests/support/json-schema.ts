import Ajv2020 from "ajv/dist/2020.js";
import AjvDraft04 from "ajv-draft-04";
import adviceSchema from "../../docs/schema/advice.schema.json" with { type: "json" };
import reportSchema from "../../docs/schema/diagnostics.schema.json" with { type: "json" };
import comparisonSchema from "../../docs/schema/comparison.schema.json" with { type: "json" };
import exploreSchema from "../../docs/schema/explore.schema.json" with { type: "json" };
import experimentSchema from "../../docs/schema/experiment.schema.json" with { type: "json" };
import graphSchema from "../../docs/schema/graph.schema.json" with { type: "json" };
import testSchema from "../../docs/schema/test.schema.json" with { type: "json" };
import traceSchema from "../../docs/schema/trace.schema.json" with { type: "json" };
import sarifSchema from "../fixtures/sarif-schema-2.1.0.json" with { type: "json" };

/** What is wrong with some data; empty if nothing. */
export type Validate = (data: unknown) => readonly string[];

/** A validator of the tool's own JSON form, by its published schema and, more strictly, without unknown members. */
export function reportValidator(): Validate {
  const validate = new Ajv2020.default({ strictTypes: false }).compile(closed(reportSchema));
  return (data) => (validate(data) ? [] : (validate.errors ?? []).map((error) => JSON.stringify(error)));
}

/** A validator of a line of a trace, by its published schema. */
export function traceValidator(): Validate {
  return withFindings(traceSchema);
}

/** A validator of what tests found, by its published schema. */
export function testValidator(): Validate {
  return withFindings(testSchema);
}

/** A validator of advice, by its published schema. */
export function adviceValidator(): Validate {
  return withFindings(adviceSchema);
}

/** A validator of a picture of boxes and arrows, by its published schema, which allows no unknown members itself. */
export function graphValidator(): Validate {
  const validate = new Ajv2020.default({ strictTypes: false }).compile(graphSchema);
  return (data) => (validate(data) ? [] : (validate.errors ?? []).map((error) => JSON.stringify(error)));
}

/** A validator of two models compared, by its published schema. */
export function comparisonValidator(): Validate {
  const validate = new Ajv2020.default({ strictTypes: false }).compile(comparisonSchema);
  return (data) => (validate(data) ? [] : (validate.errors ?? []).map((error) => JSON.stringify(error)));
}

/** A validator of what exploring found, by its published schema, which allows no unknown members itself. */
export function exploreValidator(): Validate {
  const validate = new Ajv2020.default({ strictTypes: false }).compile(exploreSchema);
  return (data) => (validate(data) ? [] : (validate.errors ?? []).map((error) => JSON.stringify(error)));
}

/** A validator of what came of an experiment, by its published schema, which allows no unknown members itself. */
export function experimentValidator(): Validate {
  const validate = new Ajv2020.default({ strictTypes: false }).compile(experimentSchema);
  return (data) => (validate(data) ? [] : (validate.errors ?? []).map((error) => JSON.stringify(error)));
}

/** A validator by a schema that refers to the one of findings; these have no unknown members either. */
function withFindings(schema: object): Validate {
  const ajv = new Ajv2020.default({ strictTypes: false });
  ajv.addSchema(closed(reportSchema), "diagnostics.schema.json");
  const validate = ajv.compile(schema);
  return (data) => (validate(data) ? [] : (validate.errors ?? []).map((error) => JSON.stringify(error)));
}

/** A validator of SARIF 2.1.0 by the schema of OASIS. */
export function sarifValidator(): Validate {
  // The formats (`uri`, `date-time`) are looked at by the tests of what produces them.
  const validate = new AjvDraft04.default({ strict: false, validateFormats: false }).compile(sarifSchema);
  return (data) => (validate(data) ? [] : (validate.errors ?? []).map((error) => JSON.stringify(error)));
}

interface Schema {
  readonly description?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** The schema with every object closed to members that it does not describe; what may be anything stays so. */
function closed(schema: Schema): Schema & { readonly unevaluatedProperties?: boolean } {
  const describesObject = schema.$ref !== undefined || schema.properties !== undefined;
  return { ...withClosedParts(schema), ...(describesObject && { unevaluatedProperties: false }) };
}

/** A definition stays open itself, since others extend it; it is closed where it is used. */
function withClosedParts({ $defs, properties, items, ...rest }: Schema): Schema {
  const each = (schemas: Readonly<Record<string, Schema>>, change: (schema: Schema) => Schema) =>
    Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, change(schema)]));
  return {
    ...rest,
    ...($defs && { $defs: each($defs, withClosedParts) }),
    ...(properties && { properties: each(properties, closed) }),
    ...(items && { items: closed(items) }),
  };
}
