import { expect, it } from "vitest";
import { parse } from "../../src/syntax/parse.ts";
import { contextualKeywords, reservedWords } from "../../src/syntax/tokens.ts";
import { outline } from "../support/outline.ts";

function read(text: string): string {
  const { tree, problems } = parse({ name: "m.sys", text });
  expect(problems).toEqual([]);
  return tree.items.map(outline).join(" ");
}

for (const word of contextualKeywords) {
  it(`lets \`${word}\` be a name where a name is expected`, () => {
    expect(read(`machine ${word} { operation ${word} expectation ${word}: number = 1 }`)).toBe(
      `System(${word} SystemBody(Operation(${word}) Expectation(${word} NumberType 1)))`,
    );
  });
}

for (const word of reservedWords) {
  it(`never lets \`${word}\` be the name of a system`, () => {
    const { problems } = parse({ name: "m.sys", text: `machine ${word} { }` });
    expect(problems.map(({ facts }) => "kind" in facts && facts.kind)).toEqual(["reserved word"]);
  });
}

it("lets true and false be values of a code", () => {
  expect(read("machine m { code true / false }")).toBe(
    "System(m SystemBody(Code(CodeValue(true) CodeValue(false))))",
  );
});

it("reads a word before a colon as a quantity, also cite and event", () => {
  expect(read('environment e { cite: number = 1 event "E": number = 0 event storm }')).toBe(
    'Environment(e EnvironmentBody(Quantity(cite NumberType 1) Quantity(event "E" NumberType 0) Event(storm)))',
  );
});

it("reads a quantity after one that could go on with becomes", () => {
  expect(read("environment e { a: number = 1 becomes: number = 2 becomes a }")).toBe(
    "Environment(e EnvironmentBody(Quantity(a NumberType 1) Quantity(becomes NumberType 2 a)))",
  );
});

it("reads a word before a dot as a channel, also a word that begins an option", () => {
  expect(read("coupling c between when and law { law.a -> when.b when.x -> law.y after 2 steps }")).toBe(
    "Coupling(c when law CouplingBody(Channel(law.a when.b) Channel(when.x law.y DelayOption(2))))",
  );
});

it("reads word emits word as an emission, whatever stood before", () => {
  expect(read("scenario s { run until emits x expect a resonates to emits y canon.to emits z }")).toBe(
    "Scenario(s Block(Run Emission(until x) Expect(Outcome(a Resonates)) Emission(to y) Emission(canon.to z)))",
  );
});

it("reads a word before := as assigned to, also emit", () => {
  expect(read("machine m { program p conditional on x { otherwise -> a { emit := 1 emit b } } }")).toBe(
    "System(m SystemBody(Program(p SensitivityTrigger(x) ProgramBody(Otherwise(a Effects(Assignment(emit 1) Emit(b)))))))",
  );
});

it("reads a word before reaches as a ref", () => {
  expect(read("property p { never reaches always } property q { never never reaches always }")).toBe(
    "Property(p PropertyBody(Reaches(never always))) Property(q PropertyBody(Reaches(never always)))",
  );
});

it("lets the keyword win elsewhere", () => {
  expect(read("machine m { program p conditional on own bill, every 2 steps { } }")).toBe(
    "System(m SystemBody(Program(p OwnTrigger(bill) EveryTrigger(2) ProgramBody)))",
  );
});

it("keeps 0..5 a range and takes two signs together", () => {
  expect(read("environment e { a: number in 0..5 = 3 b: number in -50%.. = 0 c: number in .. = 0 }")).toBe(
    "Environment(e EnvironmentBody(Quantity(a NumberType(Range(0 5)) 3) Quantity(b NumberType(Range(-0.5)) 0) Quantity(c NumberType(Range) 0)))",
  );
});
