import { describe, expect, it } from "vitest";
import { applyEdits } from "../../src/diagnostics/edits.ts";
import { check } from "../../src/index.ts";
import { afterFix, checksIn, fixesOf, onlyFinding } from "../support/found.ts";

/** A function system that is irritated by a number and decides on it with the first or the second value. */
function system(
  name: string,
  code: string,
  values: readonly [string, string],
  kind = "function system",
): string {
  return `
environment city { complaints: number in 0..9 = 3 }
${kind} ${name} {
  function "see"
  code ${code}
  medium seeing
  contingency "seeing"
  sensitive to case(size: number in 0..9)
  program decide conditional on case { when size > 3 -> ${values[0]} otherwise -> ${values[1]} }
}
coupling access between city and ${name} { city.complaints -> ${name}.case(size: complaints) }`;
}

/** The checks on codes and programs that a model sets off, but for those on what it leaves out. */
function found(text: string): readonly string[] {
  return check(text)
    .diagnostics.map((diagnostic) => diagnostic.check)
    .filter((name) => name !== "unproven_system");
}

describe("one cause is one finding", () => {
  it.each([
    ["three values, one of them twice", "open / closed / open", "code_not_distinct"],
    ["three values, one of them undecided", "open / closed / pending", "undecided_as_value"],
    ["three values", "open / closed / ajar", "code_not_binary"],
    ["two values, one of them undecided", "open / pending", "undecided_as_value"],
    ["the same value in other letters", "open / Open", "code_not_distinct"],
  ])("%s", (_, code, name) => {
    expect(found(system("gate", code, ["open", "closed"]))).toEqual([name]);
  });

  it("is none where `unknown` negates the other side", () => {
    expect(found(system("gate", "known / unknown", ["known", "unknown"], "machine"))).toEqual([]);
  });
});

describe("the code of a canonical system", () => {
  it.each([
    ["law", "lawful / unlawful"],
    ["Recht", "Recht / Unrecht"],
    ["法律", "合法 / 非法"],
    ["health", "ill / not_ill"],
    ["art", "beautiful / ugly"],
  ])("%s is known as %s", (name, code) => {
    const [first = "", second = ""] = code.split(" / ");
    expect(found(system(name, code, [first, second]))).toEqual([]);
  });

  it("may be another if somebody is cited for it", () => {
    const off = system("art", "colourful / grey", ["colourful", "grey"]);
    expect(found(off)).toEqual(["code_off_canon"]);
    expect(found(off.replace("medium seeing", "medium seeing cite plumpe1993"))).toEqual([]);
  });
});

describe("two systems with one code", () => {
  const second = `function system appeal {
  function "hear again"
  code unlawful / lawful
  medium hearing
}`;
  it("are one, whichever value stands first", () => {
    expect(found(`${system("law", "lawful / unlawful", ["lawful", "unlawful"])}\n${second}`)).toContain(
      "shared_code",
    );
  });

  it("are two of one kind if the second is like the first", () => {
    const like = `${system("law", "lawful / unlawful", ["lawful", "unlawful"])}
function system common_law like law
coupling circuit between city and common_law { city.complaints -> common_law.case(size: complaints) }`;
    expect(found(like)).not.toContain("shared_code");
  });
});

describe("what a clause may designate", () => {
  const hospital = (within: string) => `
import health, economy from "canon"
environment city { fevers: number in 0..9 = 3 }
organization hospital ${within} {
  function "treat"
  code admitted / refused
  sensitive to arrival(size: number in 0..9)
  program triage conditional on arrival {
    when size > 5 -> ill
    when size > 3 -> admitted
    otherwise -> refused
  }
}
coupling door between city and hospital { city.fevers -> hospital.arrival(size: fevers) }`;

  it("of an organisation includes the codes of the function systems it is within", () => {
    expect(found(hospital("within health, economy"))).not.toContain("foreign_value");
    expect(found(hospital("within economy"))).toContain("foreign_value");
  });

  it("is put right by a certain fix only if it was a slip", () => {
    const fixes = (value: string) =>
      check(system("law", "lawful / unlawful", [value, "unlawful"])).diagnostics.flatMap((each) =>
        each.check === "value_outside_code" ? each.fixes.map((fix) => fix.certain) : [],
      );
    expect(fixes("lawfull")).toEqual([true]);
    expect(fixes("permitted")).toEqual([]);
  });
});

describe("what belongs to a value that is taken out of a code", () => {
  it("leaves its cases open instead", () => {
    const text = system("gate", "open / closed / pending", ["open", "pending"], "machine");
    const [diagnostic] = check(text).diagnostics.filter((each) => each.check === "undecided_as_value");
    const [fix] = diagnostic?.fixes ?? [];
    expect(fix?.certain).toBe(true);
    const mended = applyEdits(text, fix?.edits ?? []);
    expect(mended).toContain("code open / closed\n");
    expect(mended).toContain("otherwise -> undecided");
  });
});

describe("decided in another code", () => {
  const law = (condition: string, extra = "") => `
import economy from "canon"
environment city { offers: number in 0..9 = 3 }
extend economy {
  sensitive to offer(amount: number in 0..9)
  operation settlement(outcome: one of (payment, non_payment), amount: number in 0..9)
  program purchase conditional on offer {
    when amount > 2 -> payment { emit settlement(outcome: payment, amount: amount) }
    otherwise -> non_payment
  }
}
${system("law", "lawful / unlawful", ["lawful", "unlawful"])
  .replace("environment city { complaints: number in 0..9 = 3 }", "")
  .replace(/coupling access[^}]*\}/u, "")
  .replace("case(size: number in 0..9)", "case(size: number in 0..9, outcome: one of (payment, non_payment))")
  .replace("size > 3", condition)
  .replace("medium seeing", `medium seeing ${extra}`)}
coupling shop between city and economy { city.offers -> economy.offer(amount: offers) }
coupling contract between law and economy {
  economy.settlement -> law.case(size: amount, outcome: outcome) when amount > 0
}`;

  it.each(["outcome = payment", "outcome != non_payment", "not (outcome = non_payment)"])(
    "is a value for which nothing else is asked than %s",
    (condition) => {
      expect(found(law(condition))).toContain("code_corruption");
    },
  );

  it.each(["outcome = payment and size > 3", "size > 3", "chance(50%)"])(
    "is not one that asks %s",
    (condition) => {
      expect(found(law(condition))).not.toContain("code_corruption");
    },
  );

  it("is not one that asks for a norm of its own", () => {
    const norm = "expectation due: boolean = true normative";
    expect(found(law("outcome = payment and due", norm))).not.toContain("code_corruption");
  });
});

describe("a second code", () => {
  const law = (code: string, clauses = "otherwise -> lawful") => `import law from "canon"
environment city { complaints: number in 0..9 = 3 }
extend law {
  code ${code}
  sensitive to suit(size: number in 0..9)
  program decide conditional on suit { ${clauses} }
}
coupling access between city and law { city.complaints -> law.suit(size: complaints) }
`;
  const second = (text: string) => onlyFinding("several_codes", text);

  it("is taken out where it is the first once more", () => {
    const text = law("lawful / unlawful");
    const found = second(text);
    expect(found.message).toBe("`law` has the code `lawful / unlawful` already");
    expect(fixesOf(found)).toEqual(["certain: remove it"]);
    const [fix] = found.fixes;
    expect(fix && afterFix(text, fix)).not.toContain("code");
  });

  it.each(["recht / unrecht", "unlawful / lawful"])("is seen to be the first in other words: %s", (code) => {
    const [one = "", other = ""] = code.split(" / ");
    const text = law(code, `when size > 3 -> ${one} otherwise -> ${other}`);
    const found = second(text);
    expect(found.message).toBe(`\`${code}\` is the code that \`law\` has already, \`lawful / unlawful\``);
    expect(fixesOf(found)).toEqual(["remove it, and designate by `lawful / unlawful` instead"]);
  });

  it("designates by the first where the words of the second are given up", () => {
    const text = law("recht / unrecht", "when size > 3 -> recht otherwise -> unrecht");
    const [fix] = second(text).fixes;
    expect(fix && afterFix(text, fix)).toContain("when size > 3 -> lawful otherwise -> unlawful");
  });

  it("proposes nothing that would leave a code of three values", () => {
    const text = law("recht / unrecht / brauch", "when size > 3 -> recht otherwise -> unrecht");
    const found = second(text);
    expect(found.message).toBe(
      "`recht / unrecht / brauch` has in it the code that `law` has already, `lawful / unlawful`",
    );
    const [fix] = found.fixes;
    expect(fix && checksIn(afterFix(text, fix))).not.toContain("code_not_binary");
    expect(onlyFinding("code_not_binary", text).fixes).toEqual([]);
    expect(second(law("loud / quiet / still")).fixes).toEqual([]);
  });

  it("copies no programs to a system with another code, which could not designate by it", () => {
    const used = law("loud / quiet", "when size > 3 -> lawful otherwise -> unlawful");
    expect(second(used).help?.[1]).toContain("`function system my_law { code loud / quiet }`");
    expect(second(law("loud / quiet", "when size > 3 -> loud otherwise -> quiet")).help?.[1]).toContain(
      "`function system my_law like law {",
    );
  });

  it.each([
    ["constitutional / unconstitutional", "certain: "],
    ["legal / illegitimate", ""],
  ])("is surely secondary only if the literature knows it as such: %s", (code, certain) => {
    expect(fixesOf(second(law(code)))).toEqual([`${certain}mark \`${code}\` as secondary`]);
  });

  it("is not counted where its values could not be read", () => {
    expect(checksIn(law('"legal" / "illegal"'))).toEqual(["syntax_error"]);
  });
});

describe("what `like` copies", () => {
  const copy = (within: string, body = "") => `import economy, mass_media from "canon"
environment city { size: number = 3 }
organization press within economy, mass_media {
  code member / guest
  sensitive to event(size: number)
  program report conditional on event {
    when size > 2 -> information
    otherwise -> non_information
  }
}
organization copy like press within ${within} ${body}
coupling one between city and press { city.size -> press.event(size: size) }
coupling two between city and copy { city.size -> copy.event(size: size) }
`;

  it("must be the new system's to designate", () => {
    const text = copy("economy");
    const found = onlyFinding("foreign_value", text);
    expect(text.slice(found.place.start, found.place.end)).toBe("press");
    expect(fixesOf(found)).toEqual(["let it take part in `mass_media`, too"]);
    const [fix] = found.fixes;
    expect(fix && afterFix(text, fix)).toBe(copy("economy, mass_media"));
  });

  it.each([
    ["economy, mass_media", ""],
    [
      "economy",
      "{ program report conditional on event { when size > 2 -> payment otherwise -> non_payment } }",
    ],
  ])("is in order where it is, or where the new system decides itself: within %s %s", (within, body) => {
    expect(checksIn(copy(within, body))).not.toContain("foreign_value");
  });
});
