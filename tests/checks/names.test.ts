/* Names, imports and arguments: what is proposed, and what is certain enough to be mended without asking. */
import { describe, expect, it } from "vitest";
import { afterFix, checksIn, findings, findingsOf, fixesOf, onlyFinding } from "../support/found.ts";
import { room, twoMachines } from "./models.ts";

describe("unknown_name", () => {
  it.each([
    ["one letter off", "emit haet(minutes: 5)", ["certain: write `heat`"]],
    ["only case and underscores differ", "emit He_at(minutes: 5)", ["certain: write `heat`"]],
  ])("is certain of the one name that is meant: %s", (_what, effect, fixes) => {
    const text = twoMachines.replace("emit heat(minutes: 5)", effect);
    expect(fixesOf(onlyFinding("unknown_name", text))).toEqual(fixes);
  });

  it.each([
    ["short names, which differ in a letter by nature", "map", "cap"],
    ["names of a numbered row", "phase_2", "phase_1"],
  ])("only proposes %s", (_what, written, declared) => {
    const text = room(`operation ${declared}`, `emit ${written}`);
    expect(fixesOf(onlyFinding("unknown_name", text))).toEqual([`write \`${declared}\``]);
  });

  it("proposes all that are near, the nearest first", () => {
    const text = room("operation heating operation hearing", "emit heatring");
    expect(fixesOf(onlyFinding("unknown_name", text))).toEqual(["write `hearing`", "write `heating`"]);
  });

  it("mends all uses of a name at once", () => {
    const text = room("expectation target: number = 20", "target := taregt + taregt");
    const found = onlyFinding("unknown_name", text);
    expect(found.related?.map(({ message }) => message)).toContain("and here");
    const [fix] = found.fixes;
    expect(fix && afterFix(text, fix)).toContain("target := target + target");
  });

  it("adds a system of the canon to the import of others", () => {
    const text = `import law from "canon"\nextend law { operation judgment }
coupling constitution between politics and law { }\n`;
    const [fix] = onlyFinding("unknown_name", text).fixes;
    expect(fix?.certain).toBe(true);
    expect(fix && afterFix(text, fix)).toContain('import law, politics from "canon"');
  });

  it("imports from the canon where nothing is imported yet", () => {
    const text = "extend law { operation judgment }\n";
    const [fix] = onlyFinding("unknown_name", text).fixes;
    expect(fix && afterFix(text, fix)).toBe(`import law from "canon"\n${text}`);
  });

  it("does not import what the import has already, misspelt", () => {
    const text = 'import polotics from "canon"\nextend politics { operation decree }\n';
    const fixes = findingsOf("unknown_name", text).flatMap(fixesOf);
    expect(fixes).toEqual(["write `politics`"]);
  });

  it("knows the full name where an observer left it out", () => {
    const text = `${twoMachines}scenario s { run expect total >= 0 }`;
    expect(fixesOf(onlyFinding("unknown_name", text))).toEqual(["certain: write `meter.total`"]);
  });

  it("leaves open which full name is meant if there are two", () => {
    const text = `${twoMachines.replace("operation heat", "expectation total: number = 1 operation heat")}
scenario s { run expect total >= 0 }`;
    expect(fixesOf(onlyFinding("unknown_name", text))).toEqual([
      "write `thermostat.total`",
      "write `meter.total`",
    ]);
  });

  it("says whose a name is that cannot be seen from inside a system", () => {
    const text = twoMachines.replace("when degrees < 20", "when total < 20");
    expect(onlyFinding("unknown_name", text).help?.[0]).toBe(
      "`total` is an expectation of `meter`; what happens there can be noticed here only through a coupling",
    );
  });

  it("means by a name what has a value, whatever else bears it", () => {
    const text = `${twoMachines.replace("when degrees < 20", "when total < 20")}
scenario s { run expect meter resonates }
experiment total of s { measure level = meter.total }\n`;
    expect(onlyFinding("unknown_name", text).help?.[0]).toBe(
      "`total` is an expectation of `meter`; what happens there can be noticed here only through a coupling",
    );
  });

  it("says of which occasion a parameter is that is not at hand", () => {
    const text = twoMachines.replace("total := total + minutes }", "total := total + hours }");
    const other = text.replace(
      "sensitive to use(",
      "sensitive to idleness(hours: number)\n  sensitive to use(",
    );
    expect(onlyFinding("unknown_name", other).help?.[0]).toBe(
      "`hours` is a parameter of `idleness`, which is not at hand here",
    );
  });

  it("declares what is still missing, with the parameters that are given", () => {
    const text = room("", "emit alarm(loudness: 3)");
    const [fix, ...others] = onlyFinding("unknown_name", text).fixes;
    expect(others).toEqual([]);
    expect(fix?.certain).toBe(false);
    const mended = fix === undefined ? "" : afterFix(text, fix);
    expect(mended).toContain("\n  operation alarm(loudness: number)\n");
    expect(findingsOf("unknown_name", mended)).toEqual([]);
  });

  it("writes what an import has under its alias by this alias, and adds no second import", () => {
    const files = { "weather.sys": "environment net { load: number = 1 }\n" };
    const text = `import "weather" as around\n${twoMachines}
coupling k between around.net and meter { around.net.load -> meter.use(minutes: load) }
scenario s { given NAME.load = 3 run expect meter resonates }\n`;
    for (const written of ["net", "nett"]) {
      const found = onlyFinding("unknown_name", text.replace("NAME", written), files);
      const [fix] = found.fixes;
      expect(fix?.title).toBe("write `around.net`");
      expect(found.help).toEqual([]);
    }
  });

  it("finds the alias that was meant", () => {
    const files = { "weather.sys": "environment net { load: number = 1 }\n" };
    const text = `import "weather" as weather_file\n${twoMachines}
coupling k between wether_file.net and meter { }\n`;
    expect(fixesOf(onlyFinding("unknown_name", text, files))).toEqual(["certain: write `weather_file`"]);
  });

  it("says of a file of which other things are imported that this one is not", () => {
    const files = { "city.sys": "environment city { crowd: number = 1 }\nmachine clock { code x / y }\n" };
    const text = `import city from "city"\n${twoMachines}
coupling k between city and meter { city.crowd -> meter.use(minutes: crowd) }
scenario s { run expect clock resonates }\n`;
    const found = onlyFinding("unknown_name", text, files);
    expect(found.help).toEqual([
      "`clock` is a machine in `city.sys`, of which this file imports other things",
    ]);
    expect(fixesOf(found)).toEqual(['certain: import `clock` from `"city"`']);
  });

  it("lets nothing follow from a slip: no check concludes from what is absent", () => {
    expect(checksIn(twoMachines.replace("conditional on reading", "conditional on raeding"))).toEqual([
      "unknown_name",
    ]);
    expect(checksIn(twoMachines.replace("wire between thermostat", "wire between termostat"))).toEqual([
      "unknown_name",
    ]);
  });
});

describe("imports", () => {
  const files = { "city.sys": "environment city { crowd: number = 1 }\n" };

  it.each([
    ["another case", 'import city from "City"', 'certain: write `"city"`'],
    [
      "a letter off, in the manner of writing",
      'import city from "./citty.sys"',
      'certain: write `"./city.sys"`',
    ],
    ["the canon", 'import law from "cannon"', 'certain: write `"canon"`'],
    ["the name of a system of the canon", 'import law from "law"', 'write `"canon"`'],
  ])("finds the file that was meant: %s", (_what, statement, fix) => {
    expect(fixesOf(onlyFinding("import_not_found", `${statement}\n`, files))).toEqual([fix]);
  });

  it("draws a circle of several files", () => {
    const circle = { "b.sys": 'import "c"\n', "c.sys": 'import "main"\n' };
    expect(onlyFinding("import_cycle", 'import "b"\n', circle)).toMatchObject({
      message: "`main.sys`, `b.sys` and `c.sys` import each other in a circle",
      help: [
        "the circle: `main.sys` → `b.sys` → `c.sys` → `main.sys`",
        "move what both sides need into a file of its own, which both import",
      ],
    });
  });

  it("removes an import of the file itself, unless it gives the file another name", () => {
    expect(fixesOf(onlyFinding("import_cycle", 'import "main"\n'))).toEqual(["certain: remove the import"]);
    expect(fixesOf(onlyFinding("import_cycle", 'import "main" as me\n'))).toEqual(["remove the import"]);
  });

  it("removes one unused name with its comma, and a statement with its line", () => {
    const more = { "more.sys": "environment a { q: number = 1 }\nenvironment b { q: number = 1 }\n" };
    const text = 'import a, b from "more"\nmachine m { code x / y }\ncoupling k between a and m { }\n';
    const [one] = onlyFinding("unused_import", text, more).fixes;
    expect(one && afterFix(text, one)).toBe(text.replace(", b", ""));
    const both = 'import a, b from "more"\nmachine m { code x / y }\n';
    const [all] = onlyFinding("unused_import", both, more).fixes;
    expect(all && afterFix(both, all)).toBe("machine m { code x / y }\n");
  });

  it.each([
    ["recht", "certain: write `law as recht`", "law as recht"],
    ["法律", "certain: write `law as 法律`", "law as 法律"],
    ["medicine as healing", "certain: write `health`", "health as healing"],
    ["market", "write `economy`", "economy"],
    ["massMedia", "write `mass_media`", "mass_media"],
  ])("knows what the canon calls it: %s", (item, title, mended) => {
    const text = `import ${item} from "canon"\n`;
    const found = onlyFinding("unknown_name", text);
    expect(fixesOf(found)).toEqual([title]);
    const [fix] = found.fixes;
    expect(fix && afterFix(text, fix)).toBe(`import ${mended} from "canon"\n`);
  });

  it("calls no import unused where part of the file could not be read", () => {
    const text = `import law, economy from "canon"
machine m {
  function "count
  code x / y
}
extend law { operation judgment }
extend economy { function "pay" }
`;
    expect(checksIn(text)).not.toContain("unused_import");
  });

  it("calls no import unused whose name is given twice", () => {
    const own = 'import law from "canon"\nfunction system law { function "judge" code right / wrong }\n';
    expect(checksIn(own)).not.toContain("unused_import");
    const same = 'import law from "canon"\nfunction system law { function "judge" code lawful / unlawful }\n';
    expect(checksIn(same)).toEqual(["duplicate_name"]);
    const two = { "a.sys": "machine m { code x / y }\n", "b.sys": "machine m { code x / y }\n" };
    expect(checksIn('import "a"\nimport "b"\nextend m { operation tick }\n', two)).not.toContain(
      "unused_import",
    );
  });
});

describe("one cause is one finding", () => {
  const reported = (text: string) => findings(text).map(({ check, message }) => `${check}: ${message}`);

  it.each([
    ["society", "society meter differentiated by function", "a machine and a society"],
    ["environment", "environment meter { level: number = 3 }", "a machine and an environment"],
    ["scenario", "scenario meter { run expect thermostat resonates }", "a machine and a scenario"],
  ])("uses of a name that is given to things of two kinds say nothing: a %s", (_what, second, kinds) => {
    expect(reported(`${twoMachines}${second}\n`)).toEqual([`duplicate_name: \`meter\` is ${kinds} at once`]);
  });

  it("says nothing of what an import's alias stands for if something else bears its name", () => {
    const text = `import "city" as meter\n${twoMachines}`;
    const files = { "city.sys": "environment city { crowd: number = 1 }\n" };
    expect(findings(text, files).map(({ check }) => check)).toEqual(["duplicate_name"]);
  });

  it("says nothing of the operation of an environment that cannot regulate", () => {
    const text = `${twoMachines}regulation r {
  by room of meter starts with room.temperature through thermometer, wire aim meter.total > 3
}\n`;
    expect(reported(text)).toEqual(["wrong_kind: `room` is an environment, where a system is wanted"]);
  });

  it("takes what a program amends by another name for what it changes", () => {
    const text = twoMachines
      .replace("expectation total: number = 0", "expectation total_use: number = 0 normative")
      .replace("conditional on use {", "conditional on use amends total {")
      .replace("total := total + minutes", "total_use := total_use + minutes");
    const [found, ...others] = findings(text);
    expect(others).toEqual([]);
    expect(found?.message).toBe("`meter` has no expectation `total`");
    expect(found && fixesOf(found)).toEqual(["write `total_use`"]);
  });
});

describe("duplicates", () => {
  it("proposes `extend` for a system that is declared twice", () => {
    const text = `${twoMachines}machine meter {\n  operation tick\n}\n`;
    const [fix] = onlyFinding("duplicate_name", text).fixes;
    expect(fix && afterFix(text, fix)).toContain("extend meter {\n  operation tick\n}");
  });

  it("removes a value that an enumeration lists twice", () => {
    const text = "environment e { mood: one of (calm, angry, calm) = calm }\n";
    const [fix] = onlyFinding("duplicate_name", text).fixes;
    expect(fix?.certain).toBe(true);
    expect(fix && afterFix(text, fix)).toContain("one of (calm, angry)");
  });

  it("joins two conditions of a channel, with brackets around `or`", () => {
    const channel = "meter.use(minutes: minutes)";
    const text = twoMachines.replace(channel, `${channel} when minutes > 0 when minutes < 9 or minutes > 20`);
    const found = onlyFinding("duplicate_member", text);
    expect(fixesOf(found)).toEqual([
      "join them: `when minutes > 0 and (minutes < 9 or minutes > 20)`",
      "remove the second",
    ]);
    const [join] = found.fixes;
    expect(join && findings(afterFix(text, join))).toEqual([]);
  });

  it("removes what is only said again", () => {
    const text = twoMachines.replace("on reading {", "on reading, reading {");
    const [fix] = onlyFinding("duplicate_member", text).fixes;
    expect(fix?.certain).toBe(true);
    expect(fix && afterFix(text, fix)).toBe(twoMachines);
  });
});

describe("wrong_arguments", () => {
  const emitting = (text: string) => twoMachines.replace("emit heat(minutes: 5)", text);

  it.each([
    ["emit heat", "`thermostat.heat` is not given its `minutes`", ["give `minutes`"]],
    ["emit heat()", "`thermostat.heat` is not given its `minutes`", ["give `minutes`"]],
    [
      "emit heat(minuts: 5)",
      "`thermostat.heat` asks for `minutes` and not for `minuts`",
      ["certain: write `minutes`"],
    ],
    [
      "emit heat(minutes: 5, gas: max(1, 2))",
      "`thermostat.heat` has no parameter `gas`",
      ["leave out `gas`"],
    ],
    [
      "emit heat(minutes: 5, minutes: 6)",
      "`minutes` is given to `thermostat.heat` twice",
      ["leave out the second `minutes`"],
    ],
  ])("%s", (effect, message, fixes) => {
    const text = emitting(effect);
    const found = onlyFinding("wrong_arguments", text);
    expect(found.message).toBe(message);
    expect(fixesOf(found)).toEqual(fixes);
    for (const fix of found.fixes) expect(findings(afterFix(text, fix))).toEqual([]);
  });

  it("gives what a channel lacks from what it carries", () => {
    const text = twoMachines.replace("meter.use(minutes: minutes)", "meter.use");
    const [fix] = onlyFinding("wrong_arguments", text).fixes;
    expect(fix && afterFix(text, fix)).toBe(twoMachines);
  });

  it("takes braces of a channel into a sensitivity for the brackets of its arguments", () => {
    const text = twoMachines.replace("meter.use(minutes: minutes)", "meter.use { minutes := minutes }");
    const found = onlyFinding("wrong_arguments", text);
    expect(checksIn(text)).toEqual(["wrong_arguments"]);
    expect(found.message).toBe("what `meter.use` is given stands in `( )`, not in `{ }`");
    expect(fixesOf(found)).toEqual(["certain: write `(minutes: minutes)`"]);
    const [fix] = found.fixes;
    expect(fix && afterFix(text, fix)).toBe(twoMachines);
  });
});
