/*
 * Names that are often given to a function system although they name something in it: an organisation, its inner
 * environment, its theory of itself.
 */
import { finderByName } from "./names.ts";
import type { CanonicalSystem } from "./systems.ts";

export interface CanonAlias {
  readonly names: readonly string[];
  /** The canonical system that was probably meant. */
  readonly system: CanonicalSystem;
  /** What it is instead, as a sentence without a full stop. */
  readonly why: string;
  readonly source: string;
}

const luhmannOnEconomy = "Luhmann 1988";
const luhmannOnLaw = "Luhmann 1993";
const luhmannOnSociety = "Luhmann 1997, ch. 4";

export const canonAliases: readonly CanonAlias[] = [
  {
    names: ["market", "markets", "markt", "märkte", "市场"],
    system: "economy",
    why: "the market is the inner environment of the economy, in which those who pay and are paid observe one another",
    source: luhmannOnEconomy,
  },
  {
    names: [
      "company",
      "firm",
      "enterprise",
      "business",
      "corporation",
      "unternehmen",
      "firma",
      "betrieb",
      "企业",
      "公司",
    ],
    system: "economy",
    why: "a company is an organisation, which pays but also has contracts, research and training",
    source: luhmannOnSociety,
  },
  {
    names: ["bank", "banks", "banken", "银行"],
    system: "economy",
    why: "banks are organisations, the centre of the economy",
    source: luhmannOnSociety,
  },
  {
    names: ["money", "geld", "货币"],
    system: "economy",
    why: "money is the medium of the economy, not the system that pays",
    source: luhmannOnEconomy,
  },
  {
    names: ["state", "the_state", "nation_state", "staat", "国家"],
    system: "politics",
    why: "the state is how politics describes itself, and an organisation in it",
    source: "Luhmann 2000, Die Politik der Gesellschaft",
  },
  {
    names: ["government", "regierung", "政府"],
    system: "politics",
    why: "government is one side of the code of politics, and an organisation in it",
    source: "Luhmann 2000, Die Politik der Gesellschaft",
  },
  {
    names: [
      "administration",
      "bureaucracy",
      "ministry",
      "verwaltung",
      "bürokratie",
      "ministerium",
      "行政",
      "官僚",
    ],
    system: "politics",
    why: "the administration is an organisation of politics",
    source: luhmannOnSociety,
  },
  {
    names: ["parliament", "political_party", "party", "parlament", "partei", "议会", "政党", "党"],
    system: "politics",
    why: "parties and parliaments are organisations of politics",
    source: luhmannOnSociety,
  },
  {
    names: ["democracy", "demokratie", "民主"],
    system: "politics",
    why: "democracy is the form in which politics codes itself by government and opposition",
    source: "Luhmann 2000, Die Politik der Gesellschaft",
  },
  {
    names: ["police", "polizei", "警察", "公安"],
    system: "politics",
    why: "the police is an organisation, and physical force what power can fall back on",
    source: luhmannOnSociety,
  },
  {
    names: [
      "court",
      "courts",
      "judiciary",
      "justice_system",
      "gericht",
      "gerichte",
      "justiz",
      "法院",
      "司法",
    ],
    system: "law",
    why: "courts are organisations, the centre of law, which also has a periphery of contracts and legislation",
    source: luhmannOnLaw,
  },
  {
    names: ["legislation", "statutes", "gesetzgebung", "gesetze", "立法"],
    system: "law",
    why: "statutes are programs of law",
    source: luhmannOnLaw,
  },
  {
    names: ["jurisprudence", "rechtswissenschaft", "jurisprudenz", "法学"],
    system: "law",
    why: "jurisprudence is how law reflects on itself",
    source: luhmannOnLaw,
  },
  {
    names: ["school", "schools", "schooling", "schule", "schulen", "schulsystem", "学校"],
    system: "education",
    why: "schools are organisations of education",
    source: luhmannOnSociety,
  },
  {
    names: ["pedagogy", "pädagogik", "paedagogik", "教育学"],
    system: "education",
    why: "pedagogy is how education reflects on itself",
    source: "Luhmann 2002",
  },
  {
    names: ["university", "universities", "universität", "universitaet", "hochschule", "大学"],
    system: "science",
    why: "a university is an organisation, in which science and education are coupled",
    source: luhmannOnSociety,
  },
  {
    names: ["research", "academia", "forschung", "研究", "学术"],
    system: "science",
    why: "research is what science does, and the organisations of academia also educate",
    source: luhmannOnSociety,
  },
  {
    names: ["church", "churches", "sect", "kirche", "kirchen", "教会", "教堂"],
    system: "religion",
    why: "churches and sects are organisations of religion",
    source: luhmannOnSociety,
  },
  {
    names: ["theology", "theologie", "神学"],
    system: "religion",
    why: "theology is how religion reflects on itself",
    source: "Luhmann 2000, Die Religion der Gesellschaft",
  },
  {
    names: ["museum", "museums", "gallery", "galleries", "museen", "博物馆", "美术馆"],
    system: "art",
    why: "museums and galleries are organisations of art",
    source: luhmannOnSociety,
  },
  {
    names: ["aesthetics", "ästhetik", "aesthetik", "美学"],
    system: "art",
    why: "aesthetics is how art reflects on itself",
    source: "Luhmann 1995",
  },
  {
    names: [
      "press",
      "newspaper",
      "newspapers",
      "television",
      "journalism",
      "presse",
      "fernsehen",
      "journalismus",
      "报社",
      "电视",
      "新闻",
    ],
    system: "mass_media",
    why: "news is one of the three strands of the mass media, and those who make it are organisations",
    source: "Luhmann 1996",
  },
  {
    names: ["advertising", "werbung", "广告"],
    system: "mass_media",
    why: "advertising is one of the three strands of the mass media, and couples them with the economy",
    source: "Luhmann 1996",
  },
  {
    names: ["hospital", "hospitals", "clinic", "krankenhaus", "krankenhäuser", "klinik", "医院"],
    system: "health",
    why: "hospitals are organisations, in which illness is treated, but treatment is also paid for and answered for in law",
    source: luhmannOnSociety,
  },
  {
    names: ["sports_club", "club", "federation", "verein", "sportverein", "俱乐部"],
    system: "sport",
    why: "clubs and federations are organisations of sport",
    source: luhmannOnSociety,
  },
];

const find = finderByName(() => canonAliases);

/** What is known of a name that is taken for a function system but names something in one. */
export function canonAlias(name: string): CanonAlias | undefined {
  return find(name);
}
