/*
 * The situations by which the messages are judged, and the judgements: for each criterion in which a message is not as
 * good as it can be, the score it gets and why. The messages themselves are made from the models, so that a change of
 * words shows in the document; whoever changes them judges again.
 */

/** The criteria, each with what it takes to get all three points. */
export const criteria = {
  R1: ["place", "the smallest place that is the cause, and the other places that have a part in it"],
  R2: ["title", "a first line that can stand alone and names the thing"],
  R3: ["frame", "the lines of the model, underlined at the right width, with labels"],
  R4: ["expected, found", "both, in the words of the modeller, with the place where it was declared"],
  R5: ["why", "the rule, and its consequence or its source"],
  R6: ["next step", "stated, and concrete for this model"],
  R7: ["edit", "an edit that a machine can apply and that is right"],
  R8: ["suggestion", "right, the likeliest first, of the kind that fits, and none where nothing is near"],
  R9: ["cause", "said once, without other findings that follow from it"],
  R10: ["recovery", "other mistakes in the same file are found all the same"],
  R11: ["page", "a name, and a page that can be read offline, with examples that are tested"],
  R12: ["for beginners", "a valid example of what was to be written"],
  R13: ["brevity", "the first screen suffices"],
  R14: ["for machines", "the same content in JSON, in SARIF and in editors"],
  R15: [
    "control",
    "can be allowed in one place with a reason, which is itself checked; severities can be changed",
  ],
  R16: ["access", "nothing is said by colour alone; every script has its width; a form for screen readers"],
} as const;

export type Criterion = keyof typeof criteria;

/** A score below 3, and the reason for it. */
export type Judgement = readonly [score: 0 | 1 | 2, reason: string];

/** What holds for every message alike. */
export const common: Readonly<Partial<Record<Criterion, Judgement>>> = {
  R14: [
    2,
    "JSON, SARIF, GitHub annotations and JUnit have the same content; there is no language server yet",
  ],
  R16: [2, "colours, scripts and widths are taken care of; a form made for screen readers is missing"],
};

export interface Situation {
  readonly title: string;
  /** What is wrong in the model, in a sentence. */
  readonly mistake: string;
  /** The check that says so. */
  readonly check: string;
  /** The files by name; the first is checked. */
  readonly files: readonly (readonly [name: string, text: string])[];
  readonly below: Readonly<Partial<Record<Criterion, Judgement>>>;
}

export const situations: readonly Situation[] = [
  {
    title: "A third value of a code",
    mistake: "What lies between two values is written beside them.",
    check: "code_not_binary",
    files: [
      [
        "licensing.sys",
        `model licensing

environment square {
  visitors: number in 0.. = 100
}
organization health_office {
  code permitted / forbidden / tolerated
  sensitive to petition(crowd: number in 0..)
  program licensing conditional on petition {
    when crowd > 500 -> forbidden
    otherwise -> permitted
  }
}
coupling application between square and health_office {
  square.visitors -> health_office.petition(crowd: visitors)
}
`,
      ],
    ],
    below: {
      R7: [2, "which value is one too many, only the modeller knows, so the edit is a proposal"],
      R8: [2, "it keeps the first two values, for want of a better reason"],
    },
  },
  {
    title: "A program written as a code",
    mistake: "A criterion, which programs could test, is taken for the code.",
    check: "program_as_code",
    files: [
      [
        "investment.sys",
        `model investment

environment market {
  demand: number in 0.. = 50
}
function system economy {
  function "provide for the future under scarcity"
  code profit / loss
  medium money
  contingency "scarcity"
  sensitive to order(size: number in 0..)
  program calculation conditional on order {
    when size > 40 -> profit
    otherwise -> loss
  }
}
coupling sale between market and economy {
  market.demand -> economy.order(size: demand)
}
`,
      ],
    ],
    below: {
      R7: [
        2,
        "the clauses that designate `profit` mean something else afterwards, so the edit is a proposal, and its lines are not shown",
      ],
    },
  },
  {
    title: "A system with a misspelt name",
    mistake: "The name stands three times, misspelt each time.",
    check: "unknown_name",
    files: [
      [
        "taxes.sys",
        `model taxes
import politics, economy from "canon"

extend politics {
  sensitive to revenue(sum: number in 0..)
  operation tax(rate: number in 0..100)
  program budget conditional on revenue {
    when sum > 10 -> government { emit tax(rate: 20) }
    otherwise -> opposition { emit tax(rate: 50) }
  }
}
extend economy {
  sensitive to cost(rate: number in 0..100)
  operation payment_of_tax(sum: number in 0..)
  program reckoning conditional on cost {
    when rate > 40 -> non_payment
    otherwise -> payment { emit payment_of_tax(sum: rate) }
  }
}
coupling taxes between politics and ecnomy {
  politics.tax -> ecnomy.cost(rate: rate) when rate > 0
  ecnomy.payment_of_tax -> politics.revenue(sum: sum) when sum > 0
}
`,
      ],
    ],
    below: {
      R5: [2, "the rule is there, a consequence is not"],
      R12: [2, "the name that is meant, and no example of a coupling"],
      R15: [
        2,
        "it cannot be allowed, nor be made less than an error: what cannot be read is not what was written",
      ],
    },
  },
  {
    title: "A perturbation without a channel",
    mistake: "Politics decrees a price, and nothing carries the decree into the economy.",
    check: "uncoupled_perturbation",
    files: [
      [
        "rent.sys",
        `model rent
import politics, law, economy from "canon"

extend politics {
  sensitive to complaint(rent: number in 0..)
  operation decree(cap: number in 0..)
  operation bill(cap: number in 0..)
  program campaign conditional on complaint {
    when rent > 20 -> opposition { emit bill(cap: rent - 5) }
    otherwise -> government
  }
}
extend law {
  sensitive to enacted(cap: number in 0..)
  operation judgment(cap: number in 0..)
  program tenancy_law conditional on enacted {
    when cap > 5 -> lawful { emit judgment(cap: cap) }
    otherwise -> unlawful
  }
}
extend economy {
  sensitive to bound(cap: number in 0..)
  operation lease(rent: number in 0..)
  program letting conditional on bound {
    when cap > 10 -> payment { emit lease(rent: cap) }
    otherwise -> non_payment
  }
}
coupling constitution between politics and law {
  allow one_way_coupling "nobody goes to court against the statute"
  politics.bill -> law.enacted(cap: cap) when cap > 0
}
coupling contract between law and economy {
  allow one_way_coupling "nobody sues"
  law.judgment -> economy.bound(cap: cap) when cap > 0
}
coupling taxes between economy and politics {
  allow one_way_coupling "rates stay as they are"
  economy.lease -> politics.complaint(rent: rent) when rent > 0
}

scenario decree {
  perturb economy from politics with decree(cap: 12)
  run
  expect economy designates non_payment
}
`,
      ],
    ],
    below: {
      R5: [2, "the rule and what it means here, and the source only on the page"],
      R7: [2, "two ways are open, so both edits are proposals"],
    },
  },
  {
    title: "A value of another system's code",
    mistake: "Politics decides what is true.",
    check: "foreign_value",
    files: [
      [
        "expertise.sys",
        `model expertise
import politics, science from "canon"

extend science {
  sensitive to commission(budget: number in 0..)
  operation finding(doubt: number in 0..100)
  program research conditional on commission {
    when budget > 5 -> true { emit finding(doubt: 10) }
    otherwise -> untrue { emit finding(doubt: 80) }
  }
}
extend politics {
  sensitive to report(doubt: number in 0..100)
  operation funding(budget: number in 0..)
  program proclamation conditional on report {
    when doubt < 20 -> true { emit funding(budget: 10) }
    when doubt < 50 -> government
    otherwise -> opposition
  }
}
coupling expert_advice between science and politics {
  science.finding -> politics.report(doubt: doubt) when doubt > 0
  politics.funding -> science.commission(budget: budget) when budget > 0
}
`,
      ],
    ],
    below: {
      R6: [2, "of the two steps the second does not say which operation could be emitted"],
      R7: [2, "whether the value of the same side is meant, only the modeller knows"],
      R12: [2, "names what fits, and shows no clause"],
    },
  },
  {
    title: "A body that is not closed",
    mistake: "The brace that ends `law` is missing.",
    check: "syntax_error",
    files: [
      [
        "contracts.sys",
        `model contracts
import law, economy from "canon"

extend law {
  sensitive to suit(sum: number in 0..)
  operation judgment(cost: number in 0..)
  program adjudication conditional on suit {
    when sum > 10 -> lawful { emit judgment(cost: sum) }
    otherwise -> unlawful
  }

extend economy {
  sensitive to credit_cost(amount: number in 0..)
  operation default(sum: number in 0..)
  program lending conditional on credit_cost {
    when amount > 20 -> non_payment { emit default(sum: amount) }
    otherwise -> payment
  }
}
coupling contract between law and economy {
  law.judgment -> economy.credit_cost(amount: cost) when cost > 0
  economy.default -> law.suit(sum: sum) when sum > 0
}
`,
      ],
    ],
    below: {
      R4: [2, "what is expected is said, and not what would follow from the text as it is"],
      R5: [2, "the consequence is there, the rule goes without saying"],
      R7: [2, "the indentation says where the brace was meant, and can be wrong"],
      R12: [2, "no example of a whole body"],
      R15: [
        2,
        "it cannot be allowed, nor be made less than an error: what cannot be read is not what was written",
      ],
    },
  },
  {
    title: "The wrong sign between two values",
    mistake: "A comma where the two sides of a code are parted by `/`.",
    check: "syntax_error",
    files: [
      [
        "desk.sys",
        `model desk

machine desk {
  function "sort files"
  code sorted, unsorted
}
`,
      ],
    ],
    below: {
      R5: [2, "the rule is there, a consequence is not"],
      R15: [
        2,
        "it cannot be allowed, nor be made less than an error: what cannot be read is not what was written",
      ],
    },
  },
  {
    title: "Signs of a word processor",
    mistake:
      "Typographic quotation marks, and a full-width stroke: a report for each line, all mended at once.",
    check: "syntax_error",
    files: [
      [
        "observers.sys",
        `model observers

machine observer „Maier“ {
  function “count steps”
  code step ／ no_step
}
`,
      ],
    ],
    below: {
      R5: [2, "says where such signs come from rather than why they are not read"],
      R12: [2, "the mended line is the only example"],
      R15: [
        2,
        "it cannot be allowed, nor be made less than an error: what cannot be read is not what was written",
      ],
    },
  },
  {
    title: "A letter that looks like another",
    mistake: "The first letter of `еconomy` in the coupling is Cyrillic.",
    check: "unknown_name",
    files: [
      [
        "trade.sys",
        `model trade
import economy from "canon"

environment market {
  volume: number in 0.. = 0
}
extend economy {
  sensitive to offer(price: number in 0..)
  operation purchase(price: number in 0..)
  program household conditional on offer {
    when price < 20 -> payment { emit purchase(price: price) }
    otherwise -> non_payment
  }
}
coupling trade between еconomy and market {
  market.volume -> economy.offer(price: volume)
  economy.purchase -> market { volume := volume + price }
}
`,
      ],
    ],
    below: {
      R2: [2, "the first line alone shows a name that looks right; the reason stands at the underline"],
      R12: [2, "the name that is meant, and no example of a coupling"],
      R15: [
        2,
        "it cannot be allowed, nor be made less than an error: what cannot be read is not what was written",
      ],
    },
  },
  {
    title: "One name declared in two files",
    mistake: "The file that is imported has an `air`, too.",
    check: "duplicate_name",
    files: [
      [
        "city.sys",
        `model city
import "districts"

environment air {
  load: number in 0.. = 20
}
coupling filter between plant and air {
  air.load -> plant.reading(load: load)
}
`,
      ],
      [
        "districts.sys",
        `model districts

environment air {
  wind: number in 0..30 = 4
}
machine plant {
  function "filter air"
  code dirty / clean
  sensitive to reading(load: number in 0..)
  program watch conditional on reading {
    when load > 10 -> dirty
    otherwise -> clean
  }
}
coupling vane between air and plant {
  air.wind -> plant.reading(load: wind)
}
`,
      ],
    ],
    below: {
      R7: [1, "three ways are open and told in words; none is offered as an edit"],
      R15: [
        2,
        "it cannot be allowed, nor be made less than an error: what cannot be read is not what was written",
      ],
    },
  },
  {
    title: "Files that import each other",
    mistake: "None of the three can be read before the others.",
    check: "import_cycle",
    files: [
      [
        "streets.sys",
        `model streets
import "region"

environment streets {
  traffic: number in 0.. = 20 becomes traffic + 1
}
`,
      ],
      [
        "region.sys",
        `model region
import "commuters"

environment roads {
  traffic: number in 0.. = 20 becomes traffic + 1
}
`,
      ],
      [
        "commuters.sys",
        `model commuters
import "streets"

environment trains {
  traffic: number in 0.. = 20 becomes traffic + 1
}
`,
      ],
    ],
    below: {
      R4: [2, "the circle is drawn in full; what would be in order is said in general only"],
      R6: [2, "what both sides need is not named"],
      R7: [1, "told in words alone"],
      R8: [2, "does not say which of the imports could go"],
      R12: [2, "no example of files that share a third"],
      R15: [
        2,
        "it cannot be allowed, nor be made less than an error: what cannot be read is not what was written",
      ],
    },
  },
  {
    title: "A probability of 40",
    mistake: "Forty of a hundred reports are meant to arrive.",
    check: "type_mismatch",
    files: [
      [
        "rumour.sys",
        `model rumour
import mass_media, economy from "canon"

extend mass_media {
  sensitive to figures(price: number in 0..)
  operation report(alarm: number in 0..100)
  program desk conditional on figures {
    when price < 10 -> information { emit report(alarm: 100 - price) }
    otherwise -> non_information
  }
}
extend economy {
  sensitive to news(alarm: number in 0..100)
  operation sale(price: number in 0..)
  program reaction conditional on news {
    when alarm > 50 -> non_payment { emit sale(price: 8) }
    otherwise -> payment
  }
}
coupling business_press between mass_media and economy {
  mass_media.report -> economy.news(alarm: alarm) when alarm > 0 with chance 40
  economy.sale -> mass_media.figures(price: price) when price > 0
}
`,
      ],
    ],
    below: {
      R7: [2, "`40%` is likely and not certain, so the edit is a proposal"],
      R15: [
        2,
        "it cannot be allowed, nor be made less than an error: what cannot be read is not what was written",
      ],
    },
  },
  {
    title: "Steering from outside",
    mistake: "Politics sets what the economy expects.",
    check: "direct_steering",
    files: [
      [
        "decree.sys",
        `model decree
import politics, law, economy from "canon"

extend politics {
  sensitive to complaint(rent: number in 0..)
  operation bill(cap: number in 0..)
  program campaign conditional on complaint {
    when rent > 20 -> opposition { emit bill(cap: rent - 5) }
    otherwise -> government
  }
}
extend law {
  sensitive to enacted(cap: number in 0..)
  operation judgment(cap: number in 0..)
  program tenancy_law conditional on enacted {
    when cap > 5 -> lawful { emit judgment(cap: cap) }
    otherwise -> unlawful
  }
}
extend economy {
  sensitive to bound(cap: number in 0..)
  operation lease(rent: number in 0..)
  expectation usual_rent: number in 0.. = 25
  program letting conditional on bound {
    when cap < usual_rent -> payment { usual_rent := cap emit lease(rent: cap) }
    otherwise -> non_payment
  }
}
coupling constitution between politics and law {
  allow one_way_coupling "nobody goes to court against the statute"
  politics.bill -> law.enacted(cap: cap) when cap > 0
}
coupling contract between law and economy {
  allow one_way_coupling "nobody sues"
  law.judgment -> economy.bound(cap: cap) when cap > 0
}
coupling taxes between economy and politics {
  allow one_way_coupling "rates stay as they are"
  economy.lease -> politics.complaint(rent: rent) when rent > 0
}

scenario decree {
  steer economy.usual_rent to 12 by politics
  run
  expect economy.usual_rent = 12
}
`,
      ],
    ],
    below: {
      R1: [2, "the clause by which the economy sets the expectation itself is named and not shown"],
      R7: [
        2,
        "what to regulate with, and how strongly, is the modeller's decision; the lines of the edit are not shown",
      ],
      R12: [2, "names the way that a regulation can take, and shows no regulation"],
    },
  },
  {
    title: "A channel without delay",
    mistake: "A speech would be a headline in the very step in which it is made.",
    check: "instant_channel",
    files: [
      [
        "echo.sys",
        `model echo
import mass_media, politics from "canon"

extend mass_media {
  sensitive to statement(heat: number in 0..10)
  operation headline(heat: number in 0..10)
  program desk conditional on statement {
    when heat > 3 -> information { emit headline(heat: heat) }
    otherwise -> non_information
  }
}
extend politics {
  sensitive to opinion(heat: number in 0..10)
  operation speech(heat: number in 0..10)
  program answer conditional on opinion {
    when heat > 5 -> government { emit speech(heat: heat - 1) }
    otherwise -> opposition
  }
}
coupling public_opinion between politics and mass_media {
  politics.speech -> mass_media.statement(heat: heat) when heat > 0 after 0 steps
  mass_media.headline -> politics.opinion(heat: heat) when heat > 0
}
`,
      ],
    ],
    below: {},
  },
  {
    title: "An allowance that nothing needs",
    mistake: "What was to be silenced is no longer found.",
    check: "unused_allow",
    files: [
      [
        "office.sys",
        `model office

machine desk {
  function "sort files"
  code sorted / unsorted
  allow several_codes "the old code is kept until the move"
}
`,
      ],
    ],
    below: {
      R12: [2, "says what to do with the line, and shows no example of an `allow` in its place"],
      R15: [2, "its severity can be changed; it cannot be allowed in its turn"],
    },
  },
];
