import type { Institution } from "./institution.ts";

/** Law with politics and with the economy: the couplings that the theory has described most closely. */
export const institutionsOfLaw: readonly Institution[] = [
  {
    name: "constitution",
    otherNames: ["verfassung", "grundgesetz", "宪法"],
    title: "the constitution",
    between: ["politics", "law"],
    directions: [
      {
        from: "politics",
        to: "law",
        carries: "a statute that politics decides on is an occasion for law to change its programs",
        operation: "bill",
        sensitivity: "enacted",
      },
      {
        from: "law",
        to: "politics",
        carries:
          "a statute declared void, or a limit of procedure, is something politics must decide about anew",
        operation: "review",
        sensitivity: "invalidated",
      },
    ],
    condition:
      "the competent organ adopts the statute in the constitutional procedure, it is promulgated, and it does not reach back in time",
    source: "Luhmann 1993, ch. 10",
  },
  {
    name: "property",
    otherNames: ["ownership", "property_rights", "eigentum", "财产", "所有权", "产权"],
    title: "property",
    between: ["law", "economy"],
    directions: [
      {
        from: "law",
        to: "economy",
        carries: "who may dispose of a thing tells the economy whose payments can concern it",
        operation: "title",
        sensitivity: "disposal",
      },
      {
        from: "economy",
        to: "law",
        carries: "a transaction that leaves the title in doubt becomes a dispute that law must decide",
        operation: "transfer",
        sensitivity: "disputed_title",
      },
    ],
    condition: "the title is registered, or can otherwise be attributed to someone",
    kind: "state",
    source: "Luhmann 1993, ch. 10",
  },
  {
    name: "contract",
    otherNames: ["contracts", "contract_law", "vertrag", "合同", "契约"],
    title: "the contract",
    between: ["law", "economy"],
    alsoBetween: [
      ["science", "economy"],
      ["sport", "economy"],
    ],
    directions: [
      {
        from: "economy",
        to: "law",
        carries: "a payment that fails to come is a breach, on which a suit can follow",
        operation: "default",
        sensitivity: "breach",
      },
      {
        from: "law",
        to: "economy",
        carries: "a judgment changes the risk, and so the price, of contracts",
        operation: "judgment",
        sensitivity: "contract_risk",
      },
    ],
    condition: "consent is valid, the object lawful, the form kept, and the plaintiff sues in time",
    kind: "event",
    source: "Luhmann 1993, ch. 10",
  },
  {
    name: "lex_mercatoria",
    otherNames: ["commercial_arbitration", "商人法"],
    title: "lex mercatoria, the self-validating contract with arbitration",
    between: ["law", "economy"],
    directions: [
      {
        from: "economy",
        to: "law",
        carries:
          "a contract across borders that provides for arbitration brings its own disputes before a tribunal",
        operation: "trade",
        sensitivity: "arbitration_case",
      },
      {
        from: "law",
        to: "economy",
        carries: "an award changes what partners in world trade can count on",
        operation: "award",
        sensitivity: "trade_risk",
      },
    ],
    condition: "the contract has an arbitration clause",
    source: "Teubner 1997",
  },
  {
    name: "expert_testimony",
    otherNames: ["expert_evidence", "expert_opinion", "sachverständige", "gutachten", "鉴定", "专家证言"],
    title: "expert testimony",
    between: ["science", "law"],
    directions: [
      {
        from: "science",
        to: "law",
        carries: "a finding serves a court to establish the facts",
        operation: "finding",
        sensitivity: "evidence",
      },
      {
        from: "law",
        to: "science",
        carries: "liability for opinions, and questions of proof, become questions for research",
        operation: "evidence_order",
        sensitivity: "question_of_fact",
      },
    ],
    condition: "the finding meets the standard of admissibility",
  },
  {
    name: "technical_standards",
    otherNames: ["safety_norms", "state_of_the_art", "stand_der_technik", "技术标准"],
    title: "safety norms that refer to the state of the art",
    between: ["science", "law"],
    directions: [
      {
        from: "science",
        to: "law",
        carries: "what counts as the state of the art fills the norms that refer to it",
        operation: "publication",
        sensitivity: "state_of_the_art",
      },
      {
        from: "law",
        to: "science",
        carries: "what is permitted or makes liable becomes a premise of research",
        operation: "standard",
        sensitivity: "permission",
      },
    ],
    condition: "a norm refers to the standard, and the standard is published",
  },
  {
    name: "freedom_of_research",
    otherNames: ["research_ethics", "research_permission", "forschungsfreiheit", "科研自由", "科研伦理"],
    title: "the freedom of research with its ethics regime",
    between: ["law", "science"],
    directions: [
      {
        from: "law",
        to: "science",
        carries: "a permission, or its limit, decides which experiments can be planned",
        operation: "permit",
        sensitivity: "permission_limit",
      },
    ],
    condition: "the protocol has been approved",
  },
  {
    name: "compulsory_schooling",
    otherNames: ["examination_law", "schulpflicht", "prüfungsrecht", "义务教育"],
    title: "compulsory schooling and the law of examinations",
    between: ["law", "education"],
    directions: [
      {
        from: "law",
        to: "education",
        carries: "a duty to attend, or an annulled mark, is a case the school must deal with",
        operation: "administrative_act",
        sensitivity: "duty",
      },
      {
        from: "education",
        to: "law",
        carries: "an examination that is contested becomes a case in court",
        operation: "examination",
        sensitivity: "contested_mark",
      },
    ],
    condition: "there is an administrative act",
  },
];
