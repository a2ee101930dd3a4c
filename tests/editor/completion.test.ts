import { expect, test } from "vitest";
import { applyEdits } from "../../src/diagnostics/edits.ts";
import { completionAt } from "../../src/editor/completion.ts";
import { marked } from "./marked.ts";

const model = `model m
import politics, law, economy from "canon"

extend politics { operation bill(limit: number) operation decree(cap: number) }
extend law {
  sensitive to enacted(limit: number)
  operation judgment(cost: number)
  expectation lending_limit: number = 100 normative
  program legislation conditional on enacted amends lending_limit {
    when limit < lending_limit -> lawful { lending_limit := limit emit judgment(cost: 1) }
    otherwise -> lawful
  }
}
extend economy { sensitive to credit_cost(amount: number) role buyer public }
coupling constitution between politics and law { politics.bill -> law.enacted(limit: limit) }
environment city { rent: number = 10 event fire(size: number) }
regulation rules { by politics of economy through constitution }
`;

/** What is proposed behind a text that follows the model. */
function proposed(text: string, before = model): readonly string[] {
  const { study, file, offset } = marked(`${before}${text.includes("‸") ? text : `${text}‸`}`);
  return completionAt(study, file, offset).items.map(({ label }) => label);
}

test.each([
  ["coupling c between law and economy { law.", ["judgment"]],
  ["coupling c between law and economy { law.judgment -> ", ["economy"]],
  ["coupling c between law and economy { law.judgment -> economy.", ["credit_cost"]],
  ["coupling c between law and economy { law.judgment -> economy.cre", ["credit_cost"]],
  ["coupling c between law and economy { law.judgment -> economy.credit_cost(", ["amount"]],
  ["coupling c between city and economy { city.", ["rent", "fire"]],
  ["coupling c between ", ["politics", "law", "economy", "city", "science"]],
  ["coupling c between law and ", ["politics", "economy", "city"]],
  ["extend law { sens", ["sensitive to", "operation", "program"]],
  ["extend law { program p conditional on ", ["enacted", "own", "every step"]],
  ["extend law { program p conditional on enacted amends ", ["lending_limit"]],
  ["extend law { limit l blocks ", ["judgment"]],
  ["extend law { program p conditional on enacted { when ", ["limit", "lending_limit", "designated", "min"]],
  ["extend law { program p conditional on enacted { otherwise -> ", ["lawful", "unlawful", "undecided"]],
  ["extend law { program p conditional on enacted { otherwise -> lawful { emit ", ["judgment"]],
  ["extend law { program p conditional on enacted { otherwise -> lawful { emit judgment(", ["cost"]],
  ["extend law { program p conditional on enacted { otherwise -> lawful { ", ["emit", "lending_limit"]],
  ["extend law { allow ", ["hub", "missing_program"]],
  ["scenario s { ", ["perturb", "run", "expect", "law"]],
  ["scenario s { perturb economy from politics with ", ["bill", "decree"]],
  ["scenario s { politics emits ", ["bill", "decree"]],
  ["scenario s { politics emits bill(", ["limit"]],
  ["scenario s { city emits ", ["fire"]],
  ["scenario s { change city.", ["rent"]],
  ["scenario s { expect economy resonates to ", ["credit_cost"]],
  ["scenario s { expect law designates ", ["lawful", "unlawful"]],
  ["scenario s { run\n  expect violation ", ["uncoupled_perturbation"]],
  ["scenario s { expect rules is ", ["effective", "backfiring"]],
  ["scenario s { apply ", ["rules"]],
  ["scenario s { close ", ["constitution"]],
  ["population p of 3 { included in economy as ", ["buyer"]],
  ["regulation r { through ", ["constitution", "direct"]],
  ["regulation r { starts with politics.", ["bill", "decree"]],
  ["property p { law reaches ", ["economy"]],
  ["import ", ["science", "law"]],
  ["import science ", ["from"]],
  ["society s differentiated by ", ["function", "segmentation"]],
  ["fun", ["function system", "machine", "coupling"]],
])("%s‸", (text, wanted) => {
  const found = proposed(text);
  expect(found).toEqual(expect.arrayContaining(wanted));
});

test.each([
  ["coupling c between law and economy { law.judgment -> economy.", ["enacted", "judgment", "law"]],
  ["coupling c between law and economy { law.judgment -> economy.credit_cost(", ["limit", "cost"]],
  [
    "coupling c between law and economy { law.judgment -> economy.credit_cost(amount: ",
    ["amount", "lending_limit"],
  ],
  ["extend law { program p conditional on enacted { when ", ["cap", "rent"]],
  ["extend law { allow ", ["syntax_error"]],
])("%s‸ proposes nothing that does not belong there", (text, unwanted) => {
  for (const one of unwanted) expect(proposed(text)).not.toContain(one);
});

test("a body that was not closed does not keep what follows from being completed", () => {
  expect(proposed("extend law {\n  program p conditional on enacted {\n\nscenario s {\n  apply ")).toContain(
    "rules",
  );
});

test("in a text and in a comment nothing is proposed", () => {
  expect(proposed('machine a { function "the ‸ end" }')).toEqual([]);
  expect(proposed("// see ‸")).toEqual([]);
});

test("a system of the canon that is not imported yet is imported when it is taken", () => {
  const { study, file, offset, files } = marked(`${model}coupling c between law and sci‸`);
  const { items, replaces } = completionAt(study, file, offset);
  const science = items.find(({ label }) => label === "science");
  const edits = [...(science?.edits ?? []), { place: replaces, text: "science" }];
  const text = applyEdits(files.get(file) ?? "", edits);
  expect(text).toContain('import politics, law, economy, science from "canon"');
  expect(text).toMatch(/between law and science$/);
});

test("the keys of the bibliography are proposed, with the titles", () => {
  const { study, file, offset } = marked({
    "m.sys": `bibliography "b.bib"\nmachine a { cite ‸ }\n`,
    "b.bib": "@book{luhmann1984, title={Soziale Systeme}, author={Luhmann, Niklas}, year={1984}}\n",
  });
  expect(completionAt(study, file, offset).items).toEqual([
    { label: "luhmann1984", kind: "key", detail: "Soziale Systeme" },
  ]);
});
