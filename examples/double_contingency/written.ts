/*
 * The dyad with any number of signs, in the language, written by a program: what would have to be written by hand as long as there
 * are no tables. Every cell of a memory is an expectation of its own, and every sum is written out.
 *
 *     npx tsx examples/double_contingency/written.ts [SIGNS] > dyad_of_four.sys
 */
import { pathToFileURL } from "node:url";
import type { Setting } from "./agents.ts";

export type Written = Pick<
  Setting,
  "signs" | "needForCertainty" | "sharpness" | "learning" | "forgetting" | "whim"
>;

export function writtenDyad(setting: Written): string {
  if (!Number.isInteger(setting.signs) || setting.signs < 2)
    throw new RangeError("how many signs? a whole number from 2 on");
  const signs = Array.from({ length: setting.signs }, (_, index) => index + 1);
  const cells = signs.flatMap((row) => signs.map((column) => ({ row, column })));
  const sum = (terms: readonly string[]) => terms.join(" + ");
  /** One if a name has this value, and nothing otherwise: the language does not count conditions. */
  const is = (name: string, value: number) => `max(0, 1 - abs(${name} - ${value}))`;
  const number = `sign: number in 1..${setting.signs}`;

  const memories = cells.flatMap(({ row, column }) =>
    ["own", "others"].map(
      (memory) => `expectation ${memory}_${row}_${column}: number = 1 / ${setting.signs}`,
    ),
  );
  const workings = signs.flatMap((sign) => [
    `expectation weight_${sign}: number = 0`,
    `expectation value_${sign}: number = 1 / ${setting.signs}`,
    `expectation probability_${sign}: number = 1 / ${setting.signs}`,
  ]);
  const remembered = (memory: string, received: string) =>
    cells.map(({ row, column }) => {
      const learnt = `${setting.learning} * ${is(received, row)}`;
      const cell = `${memory}_${row}_${column}`;
      const kept = `${cell} + ${learnt} * ${is("sign", column)} + ${setting.forgetting} / ${setting.signs}`;
      return `${cell} := (${kept}) / (1 + ${learnt} + ${setting.forgetting})`;
    });
  const weighed = signs.map((sign) => {
    const expected = sum(signs.map((row) => `${is("sign", row)} * own_${row}_${sign}`));
    const entropy = sum(signs.map((column) => `others_${sign}_${column} * log(others_${sign}_${column})`));
    const certain = `1 + (${entropy}) / log(${setting.signs})`;
    const alpha = setting.needForCertainty;
    return `weight_${sign} := (1 - ${alpha}) * (${expected}) + ${alpha} * (${certain}) + ${setting.whim} / ${setting.signs}`;
  });
  const weights = sum(signs.map((sign) => `weight_${sign}`));
  const sharpened = sum(signs.map((sign) => `value_${sign} ^ ${setting.sharpness}`));
  /** The first of all by its probability, the second by its probability if it is not the first, and so on. */
  const chosen = signs.map((sign) => {
    const left = ["1", ...signs.slice(0, sign - 1).map((before) => `probability_${before}`)].join(" - ");
    const condition =
      sign < setting.signs ? `when chance(min(1, probability_${sign} / (${left})))` : "otherwise";
    return `${condition} -> said { shown := ${sign} emit show(sign: ${sign}) }`;
  });

  return `model dyad_of_${setting.signs}
psychic system alice {
  function "find something to do that somebody goes on from"
  code said / unsaid
  sensitive to reaction(${number})
  sensitive to sight(${number})
  sensitive to turn(${number})
  operation show(${number})
  expectation shown: number = 1
  expectation received: number = 1
  ${[...memories, ...workings].join("\n  ")}
  program remembering_oneself conditional on own show {
    otherwise -> undecided {
      ${remembered("own", "received").join("\n      ")}
    }
  }
  program remembering_others conditional on reaction {
    otherwise -> undecided {
      ${remembered("others", "shown").join("\n      ")}
    }
  }
  program weighing conditional on sight {
    otherwise -> undecided {
      received := sign
      ${weighed.join("\n      ")}
      ${signs.map((sign) => `value_${sign} := weight_${sign} / (${weights})`).join("\n      ")}
      ${signs.map((sign) => `probability_${sign} := value_${sign} ^ ${setting.sharpness} / (${sharpened})`).join("\n      ")}
    }
  }
  program choosing conditional on turn {
    ${chosen.join("\n    ")}
  }
}
psychic system bob like alice
coupling signs between alice and bob {
  ${["alice bob", "bob alice"]
    .map((pair) => pair.split(" "))
    .flatMap(([from, to]) =>
      ["reaction", "sight", "turn"].map((what) => `${from}.show -> ${to}.${what}(sign: sign)`),
    )
    .join("\n  ")}
}
environment chance_meeting { event glimpse(${number}) }
coupling presence between chance_meeting and alice {
  chance_meeting.glimpse -> alice.sight(sign: sign)
  chance_meeting.glimpse -> alice.turn(sign: sign)
}
scenario conversation {
  chance_meeting emits glimpse(sign: 1)
  run 1000 steps
}
`;
}

const program = process.argv[1];
if (program !== undefined && import.meta.url === pathToFileURL(program).href)
  console.log(
    writtenDyad({
      signs: Number(process.argv[2] ?? 4),
      needForCertainty: 0,
      sharpness: 2,
      learning: 0.2,
      forgetting: 0.001,
      whim: 0.01,
    }),
  );
