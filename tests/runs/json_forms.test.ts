/* Traces and reports of tests as they are written down, against the schemas that are published. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import testSchema from "../../docs/schema/test.schema.json" with { type: "json" };
import traceSchema from "../../docs/schema/trace.schema.json" with { type: "json" };
import {
  check,
  memoryHost,
  prepare,
  readTraces,
  run,
  test,
  traceLines,
  type Prepared,
} from "../../src/index.ts";
import { renderTestJson } from "../../src/views/test_json.ts";
import { runnableModel } from "../engine/generated_models.ts";
import { exampleFiles, exampleModels } from "../support/examples.ts";
import { testValidator, traceValidator } from "../support/json-schema.ts";

const validLine = traceValidator();
const validReport = testValidator();

type Line = Record<string, unknown>;

function prepared(text: string, name = "model.sys"): Prepared {
  return prepare(check({ name, text }, { host: memoryHost(exampleFiles) }));
}

/** The lines of the traces of all scenarios, parsed. */
function linesOf(model: Prepared): readonly Line[] {
  return model.checked.model.scenarios.flatMap(({ name }) =>
    [...traceLines(run(model, { scenario: name }))].map((line) => JSON.parse(line) as Line),
  );
}

function reportOf(model: Prepared, coverage = true): unknown {
  const { items, coverage: counted, passed, failed } = test(model, { coverage });
  const { errors, checked } = model;
  const file = { name: "model.sys", items, errors, coverage: counted };
  return JSON.parse(renderTestJson([file], (name) => checked.sources.get(name), { passed, failed }));
}

/** A model in which everything happens that a trace can tell. */
const everything = `model everything

environment town {
  size: number in 0..9 = 1
  mood: one of (calm, angry) = calm
  clock: number = 0 becomes clock + uniform(0, 1)
  event rumour(strength: number, loud: boolean)
}
machine office {
  function "answer letters"
  code answered / filed
  sensitive to letter(weight: number in 0..5) when weight > 0
  operation reply(weight: number in 0..5)
  operation note
  expectation patience: number in 0..2 = 0
  limit tired blocks reply when weight > 4 and patience > 0
  program post conditional on letter {
    when weight > 3 -> answered { patience := patience + 1 emit reply(weight: weight + patience) }
    when weight > 2 -> undecided { patience := patience + 1 }
    when weight > 1 -> filed { emit reply(weight: weight / (patience - 1)) }
  }
  program second_thoughts conditional on own reply {
    otherwise -> filed { emit note }
  }
}
coupling mail between town and office {
  town.rumour -> office.letter(weight: strength) when strength < 9
  town.rumour -> office.letter(weight: strength) when loud with chance 0 after 2 steps
  town.rumour -> office.letter(weight: strength) when not loud at most 2 per step
  town.rumour -> office.letter(weight: 1) when loud after strength - 2 steps
  office.reply -> town { size := size * weight mood := angry }
}
regulation calming {
  by office
  of town
  starts with office.reply(weight: 1)
  through mail
  aim town.size <= 1
}
scenario letters {
  given office.patience = 1
  town emits rumour(strength: 2, loud: false)
  town emits rumour(strength: 2, loud: true)
  town emits rumour(strength: 4, loud: false)
  town emits rumour(strength: 4, loud: true)
  town emits rumour(strength: 2, loud: false)
  town emits rumour(strength: 0, loud: false)
  town emits rumour(strength: 7, loud: false)
  run 3 steps
  change town.size to 2
  perturb office from town with rumour(strength: 3, loud: false)
  run until town.size > 5 at most 2 steps
  run until town.size > 0 at most 2 steps
  office emits reply(weight: town.size + 8)
  office emits reply(weight: town.size + 3)
  apply calming
  either { close mail } or { close mail }
  run 2 steps
  open mail
  steer office.patience to 0 by office
  expect violation direct_steering
  town emits rumour(strength: 1, loud: false)
  unplug office
  expect violation unplugging
  office emits reply(weight: 1)
  run 3 steps
  expect calming is effective
  expect town.size = 3
}
scenario endless "nothing rests" {
  run
  expect violation endless_run
}
property small { always town.size < 2 }
`;

const pendulum = `model pendulum
environment clock { position: number = 0 event strike }
machine weight {
  function "swing"
  code left / right
  sensitive to push
  operation swing
  expectation turns: number = 0
  program swinging conditional on push { otherwise -> left { turns := turns + 1 emit swing } }
}
coupling gravity between clock and weight {
  clock.position -> weight.push
  weight.swing -> clock { position := 1 - position }
}
scenario swinging { run expect weight resonates }
scenario still { close gravity run expect weight stays indifferent }
`;

describe("docs/schema/trace.schema.json", () => {
  for (const name of exampleModels) {
    it(`describes every line of the traces of ${name}`, () => {
      const lines = linesOf(prepared(exampleFiles.get(name) ?? "", name));
      expect(lines.flatMap((line) => validLine(line))).toEqual([]);
    });
  }

  it("describes a trace in which everything happens, and says nothing that cannot happen", () => {
    const lines = [prepared(everything), prepared(pendulum)].flatMap(linesOf);
    expect(lines.flatMap((line) => validLine(line))).toEqual([]);
    const written = (kind: string, member: string) =>
      new Set(lines.filter((line) => line.kind === kind).map((line) => line[member]));
    const { $defs } = traceSchema;
    expect(new Set(lines.map(({ kind }) => `#/$defs/${String(kind)}`))).toEqual(
      new Set(traceSchema.oneOf.map(({ $ref }) => $ref)),
    );
    expect(written("act", "act")).toEqual(new Set($defs.act.properties.act.enum));
    expect(written("noise", "reason")).toEqual(new Set($defs.noise.properties.reason.enum));
    expect(written("blocked", "by")).toEqual(new Set($defs.blocked.properties.by.enum));
    expect(written("run", "ended")).toEqual(new Set($defs.run.properties.ended.enum));
    // Every member that is described is written somewhere.
    const causes = new Set(["operation", "blocked", "noise", "irritation", "arrival", "decision", "value"]);
    for (const { $ref } of traceSchema.oneOf) {
      const kind = $ref.replace("#/$defs/", "");
      const ofKind = lines.filter((line) => line.kind === kind);
      const members = new Set(ofKind.flatMap((line) => Object.keys(line)));
      const described = Object.entries($defs).flatMap(([name, schema]) =>
        name === kind && "properties" in schema ? Object.keys(schema.properties) : [],
      );
      const uncaused = (member: string) => member === "cause" && !causes.has(kind);
      const missing = described.filter((member) => !members.has(member) && !uncaused(member));
      expect(missing, kind).toEqual([]);
    }
  });

  it("describes the traces of models of every kind", () => {
    fc.assert(
      fc.property(runnableModel, (text) => {
        expect(linesOf(prepared(text)).flatMap((line) => validLine(line))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("does not describe a line that has been altered", () => {
    const lines = linesOf(prepared(everything));
    for (const kind of new Set(lines.map((line) => line.kind))) {
      const line = lines.find((candidate) => candidate.kind === kind) ?? {};
      expect(validLine({ ...line, more: 1 })).not.toEqual([]);
      for (const member of Object.keys(line)) {
        if (member === "model" || member === "cause") continue;
        const optional = new Set(["issue", "limit", "program", "clause"]);
        if (!optional.has(member))
          expect(validLine({ ...line, [member]: undefined }), `${String(kind)} ${member}`).not.toEqual([]);
        expect(validLine({ ...line, [member]: null }), `${String(kind)} ${member}`).not.toEqual([]);
      }
    }
    const noise = lines.find(({ kind }) => kind === "noise");
    expect(validLine({ ...noise, reason: "not at issue" })).not.toEqual([]);
    const end = lines.find(({ kind }) => kind === "end") as { diagnostics: readonly object[] };
    expect(end.diagnostics.length).toBeGreaterThan(0);
    expect(
      validLine({ ...end, diagnostics: end.diagnostics.map((one) => ({ ...one, more: 1 })) }),
    ).not.toEqual([]);
    expect(validLine({ ...end, diagnostics: [{}] })).not.toEqual([]);
  });

  it("describes what `readTraces` reads", () => {
    const model = prepared(everything);
    const results = model.checked.model.scenarios.map(({ name }) => run(model, { scenario: name }));
    const text = results.flatMap((result) => [...traceLines(result)]).join("");
    expect(readTraces(text)).toEqual(results.map((result) => result.trace()));
  });
});

describe("docs/schema/test.schema.json", () => {
  for (const name of exampleModels) {
    it(`describes the report of the tests of ${name}`, () => {
      const model = prepared(exampleFiles.get(name) ?? "", name);
      expect(validReport(reportOf(model))).toEqual([]);
      expect(validReport(reportOf(model, false))).toEqual([]);
    });
  }

  it("describes a report of what fails, of properties, and of models that do not run", () => {
    const failing = reportOf(prepared(everything)) as {
      files: { items: { passed: boolean; kind: string }[] }[];
    };
    expect(validReport(failing)).toEqual([]);
    expect(failing.files[0]?.items.map(({ kind, passed }) => [kind, passed])).toEqual([
      ["scenario", false],
      ["scenario", true],
      ["property", false],
    ]);
    const broken = prepare(check("machine desk { code sorted }"));
    const file = { name: "model.sys", items: [], errors: broken.errors, coverage: undefined };
    const report: unknown = JSON.parse(
      renderTestJson([file], (name) => broken.checked.sources.get(name), { passed: 0, failed: 1 }),
    );
    expect(validReport(report)).toEqual([]);
  });

  it("does not describe a report that has been altered", () => {
    const text = JSON.stringify(reportOf(prepared(everything)));
    const altered = (change: (report: Line) => void): Line => {
      const report = JSON.parse(text) as Line;
      change(report);
      return report;
    };
    expect(validReport(altered(() => {}))).toEqual([]);
    expect(validReport(altered((report) => (report.more = 1)))).not.toEqual([]);
    expect(validReport(altered((report) => delete report.passed))).not.toEqual([]);
    for (const [from, to] of [
      ['"kind":"scenario"', '"kind":"property"'],
      ['"kind":"property"', '"kind":"scenario"'],
      ['"passed":false', '"passed":0'],
      ['"steps":', '"stages":'],
      ['"times":', '"time":'],
      ['"severity":"error"', '"severity":"grave"'],
      ['"version":1', '"version":2'],
    ] as const) {
      expect(text).toContain(from);
      expect(validReport(JSON.parse(text.replaceAll(from, to))), from).not.toEqual([]);
    }
  });

  it("is closed, and says what each object is", () => {
    const open = [...objectsIn(testSchema), ...objectsIn(traceSchema)].filter(
      (schema) =>
        schema.type === "object" &&
        (schema.additionalProperties !== false || schema.description === undefined),
    );
    expect(open).toEqual([]);
  });
});

/** Every object in a schema, and the schema itself. */
function objectsIn(value: unknown): readonly Line[] {
  if (typeof value !== "object" || value === null) return [];
  const own = Array.isArray(value) ? [] : [value as Line];
  return [...own, ...Object.values(value).flatMap(objectsIn)];
}
