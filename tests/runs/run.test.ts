import { describe, expect, it } from "vitest";
import {
  check,
  NoTrace,
  NotATrace,
  prepare,
  readTraces,
  renderRun,
  run,
  runInTurns,
  start,
  test as testModel,
  traceLines,
  UnknownScenario,
  UnknownSubject,
  why,
} from "../../src/index.ts";
import { exampleModels } from "../support/examples.ts";
import { endOf, ready, readyExample, runText } from "../support/running.ts";

/** An economy that pays on and on, by chance more or less. */
const market = `environment town { rumours: number in 0.. = 0 becomes rumours + uniform(0, 1) }
function system economy {
  function "scarcity"
  code payment / non_payment
  sensitive to rumour(size: number in 0..)
  operation sale(price: number in 0..)
  expectation price: number in 0.. = 100
  program market conditional on rumour {
    when size > 0.5 -> payment { price := price + size emit sale(price: price) }
    otherwise -> non_payment
  }
}
coupling gossip between town and economy {
  town.rumours -> economy.rumour(size: mod(rumours, 1)) when rumours > 0
}
scenario year { run 12 steps expect economy.price > 100 }
scenario decade { run 120 steps }
property dear { always economy.price >= 100 }
`;

const written = (result: ReturnType<typeof run>): string => [...traceLines(result)].join("");

function thrownBy(job: () => unknown): unknown {
  try {
    return job();
  } catch (error) {
    return error;
  }
}

describe("a run", () => {
  it("is the same, to the byte, for the same model, scenario and seed", () => {
    const prepared = ready(market);
    const [first, again] = [1, 1].map(() => written(run(prepared, { scenario: "year", seed: 7 })));
    expect(again).toBe(first);
    expect(written(run(ready(market), { scenario: "year", seed: 7 }))).toBe(first);
    const other = written(run(prepared, { scenario: "year", seed: 8 }));
    expect(other.split("\n").slice(1)).not.toEqual(first?.split("\n").slice(1));
  });

  it("comes to the same without a trace, with and without functions made for it", () => {
    const traced = run(ready(market), { scenario: "decade" });
    const bare = run(ready(market), { scenario: "decade", traced: false });
    const general = run(prepare(check(market)), { scenario: "decade" });
    expect(bare.values).toEqual(traced.values);
    expect(general.values).toEqual(traced.values);
    expect(written(general)).toBe(written(traced));
    expect(bare.trace().entries).toEqual([]);
  });

  it.each(exampleModels)("of every scenario of %s is the same with and without made functions", (path) => {
    const prepared = readyExample(path);
    const general = prepare(prepared.checked);
    for (const { name: scenario } of prepared.checked.model.scenarios) {
      const source = prepared.shortcuts();
      source?.make(true);
      const short = run(prepared, { scenario });
      expect(written(run(general, { scenario }))).toBe(written(short));
      expect(short.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    }
  });

  it("takes the only scenario if none is named, and refuses a name that the model does not have", () => {
    expect(runText(market.replace(/scenario decade.*\n/, "")).scenario).toBe("year");
    const error = thrownBy(() => runText(market, { scenario: "yaer" }));
    expect(error).toBeInstanceOf(UnknownScenario);
    expect(error).toMatchObject({ scenario: "yaer", known: ["year", "decade"] });
    expect(() => runText(market)).toThrow(UnknownScenario);
  });

  it("does not begin while the model has errors", () => {
    const prepared = prepare(check(market.replace("payment / non_payment", "payment / non_payment / debt")));
    expect(prepared.errors.map(({ check: name }) => name)).toContain("code_not_binary");
    expect(() => run(prepared, { scenario: "year" })).toThrow("a model with errors does not run");
  });

  it("tells in its diagnostics what was disappointed, with the place and the causes", () => {
    const [finding] = runText(market.replace("price > 100 }", "price > 1000 }"), {
      scenario: "year",
    }).diagnostics;
    expect(finding).toMatchObject({ check: "expectation_failed", severity: "error" });
    expect(finding?.message).toMatch(
      /^in step 12 of `year`, the expectation `economy.price > 1000` is disappointed: here `economy.price = \d/,
    );
    expect(finding?.related?.some(({ message }) => message.includes("economy.price becomes"))).toBe(true);
  });
});

describe("a budget", () => {
  const prepared = ready(market);
  it.each([
    ["steps", { steps: 10 }, 10],
    ["events", { events: 30 }, undefined],
    ["entries", { entries: 50 }, undefined],
  ])("of %s breaks a run off at the same step each time, with what happened so far", (kind, budget, step) => {
    const results = [1, 2].map(() => run(prepared, { scenario: "decade", budget }));
    const [result] = results;
    if (result === undefined) throw new Error();
    expect(result.broken).toBe(true);
    expect(result.steps).toBe(step ?? result.steps);
    expect(result.steps).toBeLessThan(120);
    expect(results.map(({ steps }) => steps)).toEqual([result.steps, result.steps]);
    expect(result.diagnostics[0]).toMatchObject({ check: "budget_exceeded", severity: "error" });
    expect(result.diagnostics[0]?.message).toContain(`broken off in step ${result.steps}`);
    expect(Number(endOf(result, "economy.price"))).toBeGreaterThan(100);
    if (kind === "entries") expect(result.trace().entries.length).toBeLessThanOrEqual(50);
  });

  it("that suffices changes nothing", () => {
    const bounded = run(prepared, { scenario: "year", budget: { steps: 12 } });
    expect(bounded.broken).toBe(false);
    expect(written(bounded)).toBe(written(run(prepared, { scenario: "year" })));
  });
});

describe("whoever runs a model can end the run", () => {
  const prepared = ready(market);
  it("by a signal, with its reason", async () => {
    expect(() =>
      run(prepared, { scenario: "year", signal: AbortSignal.abort(new Error("too late")) }),
    ).toThrow("too late");
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error("the page was closed")));
    const long = ready(market.replace("120 steps", "1000000 steps"));
    const running = runInTurns(long, {
      scenario: "decade",
      traced: false,
      turn: 100,
      signal: controller.signal,
    });
    await expect(running).rejects.toThrow("the page was closed");
  });

  it("by what it does between steps", () => {
    let steps = 0;
    const checkpoint = (): void => {
      steps += 1;
      if (steps > 5) throw new Error("five are enough");
    };
    expect(() => run(prepared, { scenario: "year", checkpoint })).toThrow("five are enough");
    expect(() => testModel(prepared, { checkpoint })).toThrow("five are enough");
  });

  it("and in turns it comes to the same", async () => {
    const result = await runInTurns(prepared, { scenario: "decade", turn: 7 });
    expect(written(result)).toBe(written(run(prepared, { scenario: "decade" })));
  });
});

describe("a run step by step", () => {
  it("can be read between the steps, and ends as a run at once does", () => {
    const prepared = ready(market);
    const stepping = start(prepared, { scenario: "year" });
    expect(stepping.value("economy.price")).toBe(100);
    expect(stepping.value("economy.prise")).toBeUndefined();
    expect(stepping.designated("economy")).toBeUndefined();
    const steps: number[] = [];
    const news: unknown[] = [];
    do {
      steps.push(stepping.step);
      news.push(...stepping.news());
    } while (stepping.advance());
    expect(stepping.over).toBe(true);
    expect(stepping.advance()).toBe(false);
    expect([...new Set(steps)]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    const whole = run(prepared, { scenario: "year" });
    expect([...news, ...stepping.news()]).toEqual(whole.trace().entries);
    expect(["payment", "non_payment"]).toContain(stepping.designated("economy"));
    expect(stepping.designated("town")).toBeUndefined();
    expect(written(stepping.result())).toBe(written(whole));
  });
});

describe("a trace that has been written down", () => {
  const text = written(runText(market, { scenario: "year" }));
  it("is read as it was, also after another", () => {
    const decade = runText(market, { scenario: "decade" });
    const [first, second] = readTraces(text + written(decade));
    expect(first).toEqual(runText(market, { scenario: "year" }).trace());
    expect(second).toEqual(decade.trace());
  });

  it.each([
    ["with a line cut off", text.slice(0, -20), /^line \d+ of the trace: it is not JSON$/],
    ["without its end", text.trimEnd().split("\n").slice(0, -1).join("\n"), /the end is missing/],
    ["without its head", text.split("\n").slice(1).join("\n"), /^line 1 of the trace: no trace has begun/],
    [
      "without an entry",
      text.split("\n").toSpliced(3, 1).join("\n"),
      /^line 4 of the trace: entry 2 is missing/,
    ],
    ["of something else", '{"kind":"novel"}\n', /^line 1 of the trace: it is no line of a trace/],
    ["of a later version", text.replace('"version":1', '"version":2'), /a trace of version 2 cannot be read/],
  ])("%s is refused", (_what, broken, message) => {
    expect(() => readTraces(broken)).toThrow(NotATrace);
    expect(() => readTraces(broken)).toThrow(message);
  });
});

describe("why", () => {
  const result = runText(market, { scenario: "year" });
  it("is not asked about what there is not, and names what is like it", () => {
    expect(() => why(result, "economy.prize")).toThrow(UnknownSubject);
    expect(thrownBy(() => why(result, "economy.prize"))).toMatchObject({
      near: ["economy.price", "economy.sale"],
    });
    for (const name of ["__proto__", "constructor", "toString", ""])
      expect(() => why(result, name)).toThrow(UnknownSubject);
  });
});

describe("an expectation in a loop", () => {
  it("that is disappointed every time is told once, with how often", () => {
    const result = runText(
      market.replace(
        "scenario year { run 12 steps",
        "scenario year { repeat 12 times { run 1 step expect economy.price > 1000 }",
      ),
      { scenario: "year" },
    );
    const found = result.diagnostics.filter(({ check: name }) => name === "expectation_failed");
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toContain("in step 1 of `year`");
    expect(found[0]?.why).toContain("the same happens 11 times more in this run");
    expect(result.expectations).toHaveLength(13);
  });
});

describe("the nearest run", () => {
  const text = (most: number): string => `environment city { a: number in 0..${most} = 1 becomes a + 1 }
scenario s { given city.a = 1 run 2 steps expect city.a > 8 }
`;
  it("is proposed where nothing else goes wrong in it", () => {
    const [finding] = runText(text(99)).diagnostics;
    expect(finding?.help).toContain("the nearest run that meets it has `city.a = 7` instead of `1`");
    const [other] = runText(text(20)).diagnostics;
    expect(other?.help).toContain("the nearest run that meets it has `city.a = 7` instead of `1`");
    const [bounded] = runText(text(8)).diagnostics;
    expect(bounded?.help?.join()).not.toContain("nearest run");
  });
});

describe("a verdict whose second run breaks a limit", () => {
  it("breaks the run off, and says which of the two it was", () => {
    const prepared = ready(
      `function system a {
  code yes / no
  sensitive to ping
  operation stop
  operation pong
  expectation stopped: boolean = false
  program p conditional on ping { when not stopped -> yes { emit pong emit pong } otherwise -> no }
  program q conditional on own stop { otherwise -> yes { stopped := true } }
}
function system b {
  code on / off
  sensitive to pong
  operation ping
  program p conditional on pong { otherwise -> on { emit ping emit ping } }
}
coupling c between a and b { a.pong -> b.pong b.ping -> a.ping }
regulation r { by a of b starts with a.stop through c aim a.stopped }
scenario s { apply r run 1 step b emits ping run 60 steps }
`.replace("through c", "through c"),
    );
    const { diagnostics, broken, verdicts } = run(prepared);
    expect(broken).toBe(true);
    expect(verdicts).toEqual([]);
    expect(diagnostics[0]?.message).toMatch(
      /^the run of `s`, without `r`, is broken off in step \d+: more than 100,000 operations/,
    );
  });
});

describe("a run without a trace", () => {
  const result = runText(market, { scenario: "year", traced: false });
  it("answers no questions, and says instead of a story that there is none", () => {
    expect(result.traced).toBe(false);
    expect(() => why(result, "economy.price")).toThrow(NoTrace);
    expect(renderRun(result)).toContain("12 steps; no trace was kept");
    expect(renderRun(result)).toContain("✓ expect economy.price > 100");
  });
});

describe("what is asked of a run", () => {
  it.each([-1, 1.5, NaN, 2 ** 53])("cannot have the seed %d", (seed) => {
    expect(() => runText(market, { scenario: "year", seed })).toThrow(RangeError);
  });
  it.each([-3, NaN])("cannot have a budget of %d steps", (steps) => {
    expect(() => runText(market, { scenario: "year", budget: { steps } })).toThrow(RangeError);
  });
});

describe("test", () => {
  it("holds scenarios and properties, and takes every branch of `either`", () => {
    const branching = `${market}
scenario three { either { change town.rumours to 1 } or { change town.rumours to 2 } or { change town.rumours to 3 } run 1 step }
property few { never town.rumours >= 3.5 and count(economy.sale) > 0 }
`;
    const { items, passed, failed } = testModel(ready(branching), { coverage: true });
    expect(items.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      "scenario year",
      "scenario decade",
      "property dear",
      "scenario three",
      "property few",
    ]);
    expect(passed + failed).toBe(5);
    // year and decade once, three in each of its branches.
    expect(items.find(({ name }) => name === "dear")).toMatchObject({ runs: 5, all: true, passed: true });
    expect(items.find(({ name }) => name === "few")).toMatchObject({ passed: false });
  });

  it("samples the branches where there are more than 64, and says so", () => {
    const either = "either { change town.rumours to 0.5 } or { change town.rumours to 0.25 } run 1 step\n";
    const many =
      market.replace(/scenario[^\0]*/, "") +
      `scenario seven { ${either.repeat(7)} }\nproperty dear { always economy.price >= 100 }\n`;
    const six = many.replace(either, "");
    expect(testModel(ready(many)).items[1]).toMatchObject({ runs: 64, all: false });
    expect(testModel(ready(six)).items[1]).toMatchObject({ runs: 64, all: true });
  });

  it("finds in sampled branches what it finds when each property is held alone", () => {
    const either = (bit: number) =>
      `either { change town.rumours to town.rumours + ${2 ** bit} } or { run 0 steps }\n`;
    const many = `environment town { rumours: number in 0.. = 0 event done }
scenario eight { ${[0, 1, 2, 3, 4, 5, 6, 7].map(either).join("").replaceAll("or { run 0 steps }", "or { change town.rumours to town.rumours }")} town emits done }
${Array.from({ length: 16 }, (_, sum) => `property p${sum} { never town.rumours = ${sum * 16} and count(town.done) > 0 }`).join("\n")}
`;
    const prepared = ready(many);
    const together = testModel(prepared)
      .items.filter((item) => !item.passed)
      .map(({ name }) => name);
    const alone = prepared.checked.model.properties
      .map(({ name }) => name)
      .filter((name) => testModel(prepared, { only: (each) => each === name }).failed > 0);
    expect(together.length).toBeGreaterThan(0);
    expect(together).toEqual(alone);
  });

  it("counts how often each clause and channel took part", () => {
    const { coverage } = testModel(ready(market), { coverage: true, only: (name) => name === "year" });
    const times = coverage?.clauses.map((each) => each.times) ?? [];
    expect(times.reduce((sum, each) => sum + each, 0)).toBe(coverage?.channels[0]?.times);
    // At first there are no rumours; those of the first step arrive in the second, and so on.
    expect(coverage?.channels[0]?.times).toBe(11);
  });
});
