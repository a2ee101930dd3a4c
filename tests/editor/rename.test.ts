import { expect, test } from "vitest";
import { applyEdits } from "../../src/diagnostics/edits.ts";
import { rename } from "../../src/editor/rename.ts";
import { marked } from "./marked.ts";

/** The texts after a renaming, or why it was refused. */
function renamed(models: string | Readonly<Record<string, string>>, name: string) {
  const { study, file, offset, studies, restudy, files } = marked(models);
  const renaming = rename(study, { file, offset, name }, { studies, restudy });
  if (renaming.kind === "refused") return renaming.reason;
  return Object.fromEntries(
    [...files].map(([one, text]) => [
      one,
      applyEdits(
        text,
        renaming.edits.filter(({ place }) => place.file === one),
      ),
    ]),
  );
}

const machine = `machine eng‸ine {
  function "run" code on_ / off
  sensitive to key(turn: number)
  operation roar
  program start conditional on key { when turn > 1 -> on_ { emit roar } otherwise -> off }
}
`;

test("a system is renamed in all files, and keeps the names that imports give it", () => {
  expect(
    renamed(
      {
        "part.sys": machine,
        "one.sys": 'import engine from "./part"\nextend engine { role driver public }\n',
        "two.sys": 'import engine as e from "./part"\nextend e { role pilot public }\n',
      },
      "motor",
    ),
  ).toEqual({
    "part.sys": machine.replace("‸", "").replace("engine", "motor"),
    "one.sys": 'import motor from "./part"\nextend motor { role driver public }\n',
    "two.sys": 'import motor as e from "./part"\nextend e { role pilot public }\n',
  });
});

test("the name that an import gives is renamed in its file alone", () => {
  expect(
    renamed(
      {
        "part.sys": machine.replace("‸", ""),
        "two.sys": 'import engine as e from "./part"\nextend e‸ { role pilot public }\n',
      },
      "x",
    ),
  ).toEqual({
    "part.sys": machine.replace("‸", ""),
    "two.sys": 'import engine as x from "./part"\nextend x { role pilot public }\n',
  });
});

test("a parameter is renamed where it is declared, read and given", () => {
  const text = machine.replace("‸", "").replace("(turn", "(tu‸rn");
  expect(renamed(text, "angle")).toEqual({
    "model.sys": machine.replace("‸", "").replaceAll("turn", "angle"),
  });
});

test("a value of a code is renamed where it is designated", () => {
  const text = machine.replace("‸", "").replace("/ off", "/ o‸ff");
  expect(renamed(text, "silent")).toEqual({
    "model.sys": machine.replace("‸", "").replaceAll("off", "silent"),
  });
});

test.each([
  ["no name", machine, "3x", /`3x` is no name/],
  ["a reserved word", machine, "and", /`and` is no name/],
  ["nothing", machine, "", /no name/],
  ["two words", machine, "a b", /no name/],
  ["a name that is taken", `${machine}machine motor {}\n`, "motor", /cannot be the name/],
  [
    "the name of another parameter or expectation",
    machine.replace("‸", "").replace("operation", "expectation p‸: number = 1\n  operation"),
    "turn",
    /cannot be the name/,
  ],
  ["a system of the canon", 'import law from "canon"\nextend la‸w {}\n', "recht", /belongs to the canon/],
  [
    "to a name of the canon",
    machine.replace("‸", "").replace("engine", "eng‸ine"),
    "economy",
    /of the canon/,
  ],
  ["a keyword", "sce‸nario s { run }\n", "x", /no name here/],
])("a renaming is refused: %s", (_what, text, name, reason) => {
  expect(renamed(text, name)).toMatch(reason);
});
