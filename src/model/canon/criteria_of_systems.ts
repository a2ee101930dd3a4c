import type { CriterionPair } from "./criterion_pair.ts";

const program = "Baraldi, Corsi and Esposito 1997, s.v. Program";

/** Criteria of one system above all, by system. */
export const criteriaOfSystems: readonly CriterionPair[] = [
  {
    values: ["profit", "loss"],
    spellings: [
      ["gain", "loss"],
      ["profitable", "unprofitable"],
      ["gewinn", "verlust"],
      ["盈利", "亏损"],
      ["盈", "亏"],
    ],
    system: "economy",
    why: "profit and loss are results that investment programs reckon from payments",
    source: program,
  },
  {
    values: ["efficient", "inefficient"],
    spellings: [
      ["efficiency", "inefficiency"],
      ["economical", "uneconomical"],
      ["effizient", "ineffizient"],
      ["高效", "低效"],
      ["有效率", "无效率"],
    ],
    system: "economy",
    why: "efficiency compares programs with one another, above all how much is paid for what",
    source: program,
  },
  {
    values: ["cheap", "expensive"],
    spellings: [
      ["low_price", "high_price"],
      ["billig", "teuer"],
      ["便宜", "昂贵"],
    ],
    system: "economy",
    why: "prices are programs of the economy, by which it decides whether to pay",
    source: program,
  },
  {
    values: ["value", "no_value"],
    spellings: [
      ["valuable", "worthless"],
      ["wert", "kein_wert"],
      ["wertvoll", "wertlos"],
      ["有价值", "无价值"],
    ],
    system: "economy",
    why: "value is a popular reading of the economy, but what operates in it are payments",
    source: program,
  },
  {
    values: ["growth", "recession"],
    spellings: [
      ["growth", "decline"],
      ["growth", "shrinkage"],
      ["boom", "bust"],
      ["wachstum", "rezession"],
      ["增长", "衰退"],
    ],
    system: "economy",
    why: "growth is an indicator that budgets and investments look at",
    source: program,
  },
  {
    values: ["supply", "demand"],
    spellings: [
      ["angebot", "nachfrage"],
      ["供给", "需求"],
    ],
    system: "economy",
    why: "supply and demand are how the market appears to those who calculate prices",
    source: program,
  },
  {
    values: ["left", "right"],
    spellings: [
      ["left_wing", "right_wing"],
      ["links", "rechts"],
      ["左", "右"],
      ["左派", "右派"],
    ],
    system: "politics",
    why: "left and right are ideologies: programs by which parties differ, in government or in opposition",
    source: program,
  },
  {
    values: ["progressive", "conservative"],
    spellings: [
      ["liberal", "conservative"],
      ["reform", "tradition"],
      ["progressiv", "konservativ"],
      ["进步", "保守"],
    ],
    system: "politics",
    why: "progressive and conservative are at most a second coding of politics, and close to a program",
    source: program,
  },
  {
    values: ["popular", "unpopular"],
    spellings: [
      ["beliebt", "unbeliebt"],
      ["受欢迎", "不受欢迎"],
    ],
    system: "politics",
    why: "popularity is what politics reads from public opinion when it chooses its programs",
    source: program,
  },
  {
    values: ["just", "unjust"],
    spellings: [
      ["justice", "injustice"],
      ["gerecht", "ungerecht"],
      ["正义", "不正义"],
      ["公正", "不公正"],
    ],
    system: "law",
    why: "justice is the contingency formula of law, by which it judges its own programs",
    source: "Luhmann 1993",
  },
  {
    values: ["guilty", "innocent"],
    spellings: [
      ["guilty", "not_guilty"],
      ["guilt", "innocence"],
      ["schuldig", "unschuldig"],
      ["有罪", "无罪"],
    ],
    system: "law",
    why: "guilt is a criterion of the programs of criminal law",
    source: program,
  },
  {
    values: ["proven", "unproven"],
    spellings: [
      ["verified", "falsified"],
      ["confirmed", "refuted"],
      ["significant", "insignificant"],
      ["bewiesen", "unbewiesen"],
      ["signifikant", "nicht_signifikant"],
      ["已证实", "未证实"],
    ],
    system: "science",
    why: "what counts as proven is laid down by theories and methods, the programs of science",
    source: program,
  },
];
