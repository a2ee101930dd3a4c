import { describe, expect, it } from "vitest";
import { applyEdits } from "../../src/diagnostics/edits.ts";
import { check } from "../../src/index.ts";

function found(name: string, text: string): string[] {
  return check(text)
    .diagnostics.filter((diagnostic) => diagnostic.check === name)
    .map(({ place }) => text.slice(place.start, place.end));
}

function mended(name: string, text: string): string[] {
  return check(text)
    .diagnostics.filter((diagnostic) => diagnostic.check === name)
    .flatMap((diagnostic) => diagnostic.fixes.map((fix) => applyEdits(text, fix.edits)));
}

describe("codeless_system", () => {
  it("says whose values an organization designates that has no code of its own", () => {
    const text = `import economy from "canon"
organization bank within economy {
  sensitive to request(size: number)
  program lending conditional on request { when size < 9 -> payment otherwise -> non_payment }
}
`;
    const [finding] = check(text).diagnostics.filter((one) => one.check === "codeless_system");
    expect(finding?.message).toBe("`bank` designates values of `economy`, but has no code of its own");
    expect(finding?.why?.[0]).toContain("an organization may decide by the code of a system it is within");
  });
});

describe("people_as_elements", () => {
  it("takes out all of `within`", () => {
    const text = `society world differentiated by function
organization firm
psychic system anna "Anna" within firm, world {
  operation idea
}
`;
    expect(found("people_as_elements", text)).toEqual(["firm"]);
    expect(mended("people_as_elements", text)).toEqual([text.replace(" within firm, world", "")]);
  });
});

describe("nested_function_system", () => {
  const nested = (within: string): string => `import economy from "canon"
society world differentiated by function
organization firm
function system transport within ${within} {
  function "overcome distances"
}
`;

  it("takes out what is no society, and leaves the society", () => {
    expect(mended("nested_function_system", nested("world, economy"))).toEqual([nested("world")]);
    expect(mended("nested_function_system", nested("economy, world"))).toEqual([nested("world")]);
  });

  it("finds a function system in an organization too", () => {
    expect(found("nested_function_system", nested("firm"))).toEqual(["firm"]);
    expect(found("nested_function_system", nested("world"))).toEqual([]);
  });
});

describe("within_cycle", () => {
  it.each([
    ["organization o within o\n", ["o"]],
    ["organization a within b\norganization b within a\n", ["b"]],
    ["organization a within b\norganization b within c\norganization c within a\n", ["b"]],
    ["organization a within b\norganization b\n", []],
  ])("reports a circle once: %s", (text, places) => {
    expect(found("within_cycle", text)).toEqual(places);
  });

  it("leaves function systems within each other to their own check", () => {
    const text = 'function system a within b { function "a" }\nfunction system b within a { function "b" }\n';
    expect(found("within_cycle", text)).toEqual([]);
    expect(found("nested_function_system", text)).toEqual(["b", "a"]);
  });

  it("does not let a system be connected with itself", () => {
    const text =
      "machine a\nmachine b { operation x }\ncoupling k between a and b { }\norganization o within o\n";
    expect(found("isolated_system", text)).toEqual(["o"]);
  });
});

describe("several_societies", () => {
  it("is content with a source", () => {
    const text = "society one differentiated by function\nsociety two differentiated by stratification";
    expect(found("several_societies", text)).toEqual(["two"]);
    expect(found("several_societies", `${text} { cite luhmann_1980 }`)).toEqual([]);
  });
});

describe("homeless_interaction", () => {
  it("leaves a `within` that is unknown to the check of names", () => {
    expect(found("homeless_interaction", "interaction talk within wrold { }")).toEqual([]);
    expect(found("homeless_interaction", "interaction talk { }")).toEqual(["talk"]);
  });

  it("does not choose among several homes", () => {
    const homes = "organization firm\norganization court\ninteraction talk { }\n";
    expect(mended("homeless_interaction", homes)).toEqual([]);
    expect(mended("homeless_interaction", homes.replace("organization court\n", ""))).toEqual([
      "organization firm\ninteraction talk within firm { }\n",
    ]);
  });
});

describe("unknown_role", () => {
  const included = (role: string): string => `import law from "canon"
population citizens of 100 {
  included in law as ${role}
}
`;

  it("proposes the role that was meant, and is sure of it where only case and underscores differ", () => {
    const fixes = (role: string) =>
      check(included(role)).diagnostics.flatMap(({ fixes: each }) =>
        each.map(({ title, certain }) => ({ title, certain })),
      );
    expect(fixes("LegalSubject")).toContainEqual({ title: "write `legal_subject`", certain: true });
    expect(fixes("judges")).toContainEqual({ title: "write `judge`", certain: false });
    expect(found("unknown_role", included("party"))).toEqual([]);
  });
});

describe("total_inclusion", () => {
  const unit = (inclusions: string, head = ""): string[] =>
    found(
      "total_inclusion",
      `import law from "canon"
${head}
organization unit { role worker performance role tenant public }
population people of 100 {
${inclusions}
}
`,
    );
  const whole = "included in unit as worker included in unit as tenant";

  it("is about all roles of a population in one organization", () => {
    expect(unit(whole)).toEqual(["people"]);
    expect(unit(`${whole} included in law as party`)).toEqual([]);
    expect(unit("included in unit as worker")).toEqual([]);
  });

  it("is silent in a society that is differentiated otherwise", () => {
    expect(unit(whole, "society land differentiated by segmentation")).toEqual([]);
    expect(unit(whole, "society land differentiated by function")).toEqual(["people"]);
  });
});

describe("unreachable_population", () => {
  const population = (body: string): string[] =>
    found("unreachable_population", `import law from "canon"\npopulation people of 100 {\n${body}\n}\n`);

  it("wants an inclusion, and a channel to what can be reached", () => {
    expect(population("")).toEqual(["people"]);
    expect(population("included in law as party")).toEqual([]);
    expect(population("included in law as party\nhope: number = 3")).toEqual(["people"]);
  });
});

describe("organization_as_function_system", () => {
  it("reads names, labels and the function, in other languages too", () => {
    const words = (member: string): string[] =>
      found("organization_as_function_system", `function system board_of_trade { ${member} }`);
    expect(words('function "serve its members"')).toEqual(['function "serve its members"']);
    expect(words("role Vorstand performance")).toEqual(["Vorstand"]);
    expect(words('operation admit "招收会员"')).toEqual(["admit"]);
    expect(words('function "make decisions that bind everybody"')).toEqual([]);
  });

  it("says of the canon's systems only what the modeller adds", () => {
    expect(
      found(
        "organization_as_function_system",
        'import politics from "canon"\nextend politics { role party_members public }',
      ),
    ).toEqual(["party_members"]);
  });

  it("turns the function system into an organization", () => {
    const text = 'function  system guild { function "serve its members" }';
    expect(mended("organization_as_function_system", text)).toEqual([
      'organization guild { function "serve its members" }',
    ]);
  });
});

describe("single_reference", () => {
  const bank = (within: string, body = ""): string[] =>
    found(
      "single_reference",
      `import law, economy from "canon"
organization bank within ${within} { ${body} }
`,
    );

  it("counts what an organization is within, and for whom it performs", () => {
    expect(bank("economy")).toEqual(["economy"]);
    expect(bank("economy, law")).toEqual([]);
    expect(bank("economy", 'performs "deposits" for law')).toEqual([]);
  });
});

describe("no_openness", () => {
  const text = `import politics from "canon"
environment city { laws: number = 0 }
extend politics { operation decree }
coupling gazette between politics and city { politics.decree -> city { laws := laws + 1 } }
`;

  it("takes the observer who starts an operation for what irritates the system", () => {
    expect(found("no_openness", text)).toEqual(["politics"]);
    expect(
      found("no_openness", `${text}scenario s { politics emits decree run expect city.laws = 1 }`),
    ).toEqual([]);
  });

  it("leaves machines alone", () => {
    const clock = "machine clock { code tick / tock operation ring }";
    expect(found("no_openness", clock)).toEqual([]);
  });
});

describe("mixed_differentiation", () => {
  const society = (form: string, within: string): string[] =>
    found(
      "mixed_differentiation",
      `society land differentiated by ${form}
society world differentiated by function
function system transport within ${within} { function "overcome distances" }
`,
    );

  it("looks at the function systems of that society", () => {
    expect(society("stratification", "land")).toEqual(["stratification"]);
    expect(society("stratification", "world")).toEqual([]);
    expect(society("function", "land")).toEqual([]);
  });
});

describe("duplicate_function", () => {
  it("compares words, and leaves alone what is like another", () => {
    const pair = (second: string): string[] =>
      found(
        "duplicate_function",
        `function system transport { function "Overcome distances." code passable / blocked }
function system post ${second}
`,
      );
    expect(pair('{ function "overcome  distances" }')).toEqual(['function "overcome  distances"']);
    expect(pair('{ function "deliver letters" }')).toEqual([]);
    expect(pair("like transport { operation letter }")).toEqual([]);
  });

  it("knows the functions of the canon", () => {
    expect(
      found(
        "duplicate_function",
        `import economy from "canon"
extend economy { operation purchase }
function system household { function "provide for the future under scarcity" }
`,
      ),
    ).toEqual(['function "provide for the future under scarcity"']);
  });
});

describe("theme_as_system", () => {
  it("knows themes in other languages, and by their label", () => {
    expect(found("theme_as_system", "function system 道德")).toEqual(["道德"]);
    expect(found("theme_as_system", 'function system k "Kultur"')).toEqual(["k"]);
    expect(found("theme_as_system", "movement culture")).toEqual([]);
  });
});
