/* Models that are compared in tests. */
import { check, memoryHost, prepare, type Prepared } from "../../../src/index.ts";
import { compare, type CompareOptions, type Comparison } from "../../../src/runs/comparison/compare.ts";
import { exampleFiles } from "../../support/examples.ts";

/** A model among the examples, so that it can import what they import. */
export function preparedText(text: string, name = "model.sys"): Prepared {
  return prepare(check({ name, text }, { host: memoryHost(exampleFiles) }));
}

export function example(name: string): Prepared {
  return preparedText(exampleFiles.get(name) ?? "", name);
}

export function compared(first: string, second: string, options?: CompareOptions): Comparison {
  return compare(preparedText(first), preparedText(second), options);
}

/** Law hears of bills, and the economy of judgments. `steps`: what the scenario does. */
export function market({
  strictness = "50",
  decides = "limit < strictness",
  refuses = "amount > 20",
  channel = "law.judgment -> economy.cost(amount: cost) when cost > 0",
  steps = "politics emits bill(limit: 40)\n  run",
}: {
  readonly strictness?: string;
  readonly decides?: string;
  readonly refuses?: string;
  readonly channel?: string;
  readonly steps?: string;
} = {}): string {
  return `model market
import politics, law, economy from "canon"
extend politics { operation bill(limit: number in 0..100) }
extend law {
  sensitive to enacted(limit: number in 0..100)
  operation judgment(cost: number in 0..100)
  expectation strictness: number in 0..100 = ${strictness} normative
  program legislation conditional on enacted {
    when ${decides} -> lawful { emit judgment(cost: limit) }
    otherwise -> unlawful
  }
}
extend economy {
  sensitive to cost(amount: number in 0..100)
  operation sale
  expectation price: number in 0.. = 60
  program investment conditional on cost {
    when ${refuses} -> non_payment { price := price - 1 }
    otherwise -> payment { emit sale }
  }
}
coupling constitution between politics and law { politics.bill -> law.enacted(limit: limit) when limit > 0 }
coupling contract between law and economy { ${channel} }
scenario lively {
  ${steps}
}
`;
}
