import type { CriterionPair } from "./criterion_pair.ts";

const program = "Baraldi, Corsi and Esposito 1997, s.v. Program";

/** Criteria that programs of every system may test. */
export const criteriaOfAll: readonly CriterionPair[] = [
  {
    values: ["relevant", "irrelevant"],
    spellings: [
      ["important", "unimportant"],
      ["wichtig", "unwichtig"],
      ["重要", "不重要"],
    ],
    why: "relevance is a criterion by which programs of any system choose",
    source: program,
  },
  {
    values: ["fair", "unfair"],
    spellings: [["公平", "不公平"]],
    why: "fairness is a criterion, in sport close to a contingency formula",
    source: program,
  },
  {
    values: ["success", "failure"],
    spellings: [
      ["successful", "unsuccessful"],
      ["erfolg", "misserfolg"],
      ["erfolgreich", "erfolglos"],
      ["成功", "失败"],
    ],
    why: "success is a result that programs of any system can have; only for sport has it been proposed as the code (Roth and Schütz 2015)",
    source: program,
  },
  {
    values: ["effective", "ineffective"],
    spellings: [
      ["effektiv", "ineffektiv"],
      ["wirksam", "unwirksam"],
    ],
    why: "whether something was effective is seen by comparing programs with their aims",
    source: program,
  },
  {
    values: ["useful", "useless"],
    spellings: [
      ["benefit", "cost"],
      ["benefit", "harm"],
      ["nützlich", "nutzlos"],
      ["有用", "无用"],
    ],
    why: "use is a criterion by which programs of any system choose",
    source: program,
  },
  {
    values: ["safe", "unsafe"],
    spellings: [
      ["safe", "dangerous"],
      ["secure", "insecure"],
      ["security", "risk"],
      ["sicher", "unsicher"],
      ["安全", "不安全"],
      ["安全", "危险"],
    ],
    why: "security is a value that programs of many systems pursue, and no system's code",
    source: "Roth and Schütz 2015",
  },
  {
    values: ["sustainable", "unsustainable"],
    spellings: [
      ["clean", "polluted"],
      ["nachhaltig", "nicht_nachhaltig"],
      ["可持续", "不可持续"],
    ],
    why: "an ecological aim has to become a criterion in the programs of each system, and is no code of its own",
    source: "Luhmann 1986",
  },
  {
    values: ["good", "bad"],
    spellings: [
      ["good", "evil"],
      ["right", "wrong"],
      ["moral", "immoral"],
      ["ethical", "unethical"],
      ["esteem", "disesteem"],
      ["gut", "böse"],
      ["gut", "schlecht"],
      ["achtung", "missachtung"],
      ["善", "恶"],
      ["好", "坏"],
    ],
    why: "the moral distinction circulates through all of society and belongs to no function system",
    source: "Roth and Schütz 2015",
  },
  {
    values: ["modern", "traditional"],
    spellings: [
      ["new", "old"],
      ["modern", "traditionell"],
      ["现代", "传统"],
      ["新", "旧"],
    ],
    why: "old and new describe programs and change with them, while a code does not",
    source: program,
  },
  {
    values: ["positive", "negative"],
    spellings: [
      ["plus", "minus"],
      ["positiv", "negativ"],
      ["正", "负"],
    ],
    why: "positive and negative name the two sides that every code has, and not what it distinguishes",
    source: "Luhmann 1996, ch. 3",
  },
  {
    values: ["high", "low"],
    spellings: [
      ["more", "less"],
      ["strong", "weak"],
      ["hoch", "niedrig"],
      ["高", "低"],
    ],
    why: "what can be more or less is a measure for programs; a code has two sides and no degrees",
    source: program,
  },
];
