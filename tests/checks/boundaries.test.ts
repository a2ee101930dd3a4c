/* What crosses a boundary without a coupling, in words: whose it is, and how it could come about after all. */
import { describe, expect, it } from "vitest";
import { afterFix, checksIn, findings, findingsOf, fixesOf, onlyFinding } from "../support/found.ts";
import { twoMachines } from "./models.ts";

/** The two machines, with the wire turned round. */
const unwired = twoMachines.slice(0, twoMachines.indexOf("coupling wire"));

describe("reads_across_boundary", () => {
  const reading = (text: string) => text.replace("when degrees < 20", "when meter.total < 20");

  it("names the channel that could carry what is read", () => {
    const back = `${unwired}
coupling wire between thermostat and meter {
  thermostat.heat -> meter.use(minutes: minutes)
  meter.tick -> thermostat.reading(degrees: count)
}
`.replace("expectation total", "operation tick(count: number)\n  expectation total");
    expect(onlyFinding("reads_across_boundary", reading(back)).help).toEqual([
      "`wire` brings `meter.tick` to `thermostat.reading`: let it carry `total` as a parameter, and decide on that",
      "here can be read `degrees`",
    ]);
  });

  it("says how a coupling could bring it where none does", () => {
    expect(onlyFinding("reads_across_boundary", reading(twoMachines)).help?.[0]).toBe(
      "let a coupling bring it: `meter.… -> thermostat.…(total: …)`, and decide on the irritation",
    );
  });

  it("says so of what is not there at all, since declaring it would not help", () => {
    const found = onlyFinding(
      "reads_across_boundary",
      twoMachines.replace("when degrees < 20", "when meter.speed < 20"),
    );
    expect(found.message).toBe("`thermostat` reads `meter.speed` across its boundary");
    expect(found.label).toBe("of `meter`, which has nothing of this name");
  });

  it("says so of an operation, and how it could come here", () => {
    const text = (back: string) =>
      reading(twoMachines)
        .replace("meter.total < 20", "meter.tick")
        .replace("expectation total", "operation tick(count: number)\n  expectation total")
        .replace("coupling wire between thermostat and meter {", `$&\n${back}`);
    expect(onlyFinding("reads_across_boundary", text("")).help?.[0]).toBe(
      "let a coupling carry it to something that `thermostat` is sensitive to: `meter.tick -> thermostat.…`, and decide on the irritation",
    );
    const carried = text("  meter.tick -> thermostat.reading(degrees: count)");
    expect(onlyFinding("reads_across_boundary", carried).help?.[0]).toBe(
      "`wire` brings `meter.tick` to `thermostat.reading`: decide on that, in a program `on reading`",
    );
  });

  it("says so of a quantity that moves by what is elsewhere", () => {
    const text = twoMachines.replace('"°C" = 15', '"°C" = 15 becomes meter.speed');
    expect(onlyFinding("reads_across_boundary", text).message).toBe(
      "`room` moves by `meter.speed`, which no channel brings to it",
    );
  });

  it("proposes the parameter of the same name that is at hand", () => {
    const text = twoMachines.replace("degrees: number", "total: number").replaceAll("degrees", "total");
    const found = onlyFinding(
      "reads_across_boundary",
      text.replace("when total < 20", "when meter.total < 20"),
    );
    expect(fixesOf(found)).toEqual(["read the parameter `total`, which is at hand"]);
  });

  it("takes over the number that an initial value reads", () => {
    const text = twoMachines.replace("= 15", "= meter.total");
    const [fix] = onlyFinding("reads_across_boundary", text).fixes;
    expect(fix && afterFix(text, fix)).toBe(twoMachines.replace("= 15", "= 0"));
  });
});

describe("operates_elsewhere", () => {
  it("names what is carried to the other, and emits that instead", () => {
    const text = twoMachines
      .replace("expectation total", "operation tick\n  expectation total")
      .replace("emit heat(minutes: 5)", "emit tick");
    const found = onlyFinding("operates_elsewhere", text);
    expect(found.message).toBe(
      "`regulate` of `thermostat` emits `meter.tick`, which only `meter` itself can perform",
    );
    expect(found.help?.[0]).toBe(
      "`wire` carries `thermostat.heat` to `meter.use`: emit that, and leave the answer to `meter`",
    );
    const [fix] = found.fixes;
    expect(fix && checksIn(afterFix(text, fix))).toEqual(["unheard_operation"]);
  });

  it("says how an environment is changed: by a channel", () => {
    const text = twoMachines.replace("emit heat(minutes: 5)", "emit heat(minutes: 5) temperature := 20");
    const found = onlyFinding("operates_elsewhere", text);
    expect(found.message).toBe(
      "`regulate` of `thermostat` sets `room.temperature`, a quantity of the environment",
    );
    expect(found.help?.[0]).toContain("`thermostat.… -> room { temperature := … }`");
  });
});

describe("foreign_operation", () => {
  it("lets the owner perform it in an emission, and leaves a perturbation of the owner alone", () => {
    const emission = `${twoMachines}scenario s { meter emits heat(minutes: 5) run expect meter resonates }`;
    const [fix] = onlyFinding("foreign_operation", emission).fixes;
    expect(fix && findings(afterFix(emission, fix))).toEqual([]);
    const self = `${twoMachines}scenario s { perturb thermostat from meter with heat(minutes: 5) run expect meter resonates }`;
    expect(fixesOf(onlyFinding("foreign_operation", self))).toEqual([]);
  });
});

describe("limit_on_another", () => {
  it("moves the limit to the system that operates", () => {
    const text = twoMachines.replace(
      "  expectation total: number = 0\n",
      "  expectation total: number = 0\n  limit saving blocks heat when minutes > 60\n",
    );
    const [fix] = onlyFinding("limit_on_another", text).fixes;
    const mended = fix === undefined ? "" : afterFix(text, fix);
    expect(mended).toContain("  }\n  limit saving blocks heat when minutes > 60\n}\n\nmachine meter");
    expect(findings(mended)).toEqual([]);
  });
});

describe("transfer", () => {
  const leading = (target: string, text = twoMachines) =>
    text
      .replace("expectation total", "operation tick\n  expectation total")
      .replace("meter.use(minutes: minutes)", target);

  it.each([
    ["meter.total", "determine the expectation `meter.total`"],
    ["meter.tick", "perform the operation `meter.tick`"],
    ["meter.used", "designate `used` in `meter`"],
    ["meter { total := minutes }", "set `total` in `meter`"],
  ])("says what `%s` would bring about, and irritates instead", (target, would) => {
    const text = leading(target);
    const found = onlyFinding("transfer", text);
    expect(found.message).toBe(`\`wire\` would let \`thermostat.heat\` ${would}`);
    expect(fixesOf(found)).toEqual(["irritate `meter.use`"]);
    const [fix] = found.fixes;
    expect(fix && checksIn(afterFix(text, fix))).toEqual(["unheard_operation"]);
  });

  it("makes a system sensitive that is sensitive to nothing", () => {
    const deaf = `${unwired.slice(0, unwired.indexOf("machine meter"))}machine meter {
  code used / unused
  expectation total: number = 0
}
${unwired.slice(unwired.indexOf("coupling thermometer"))}
coupling wire between thermostat and meter {
  thermostat.heat -> meter.total
}
`;
    const [fix] = onlyFinding("transfer", deaf).fixes;
    const mended = fix === undefined ? "" : afterFix(deaf, fix);
    expect(mended).toContain("sensitive to heat(minutes: number)");
    expect(mended).toContain("thermostat.heat -> meter.heat(minutes: minutes)");
    expect(findingsOf("transfer", mended)).toEqual([]);
  });
});
