import type { Institution } from "./institution.ts";

/** Law with the mass media, religion, health and sport. */
export const furtherInstitutionsOfLaw: readonly Institution[] = [
  {
    name: "court_reporting",
    otherNames: ["conviction", "trial_reporting", "gerichtsberichterstattung", "庭审报道"],
    title: "court reporting, with the conviction at its centre",
    between: ["law", "mass_media"],
    directions: [
      {
        from: "law",
        to: "mass_media",
        carries: "a conviction is news",
        operation: "conviction",
        sensitivity: "verdict_news",
      },
      {
        from: "mass_media",
        to: "law",
        carries: "a report that doubts a conviction is an occasion to review it",
        operation: "report",
        sensitivity: "publicity",
      },
    ],
    condition: "the trial is public and has news value",
    source: "Nobles and Schiff 2004",
  },
  {
    name: "press_law",
    otherNames: ["media_law", "presserecht", "新闻法"],
    title: "press law",
    between: ["law", "mass_media"],
    directions: [
      {
        from: "law",
        to: "mass_media",
        carries: "an injunction or a duty of reply limits what can be published",
        operation: "injunction",
        sensitivity: "publication_risk",
      },
      {
        from: "mass_media",
        to: "law",
        carries: "a publication that harms someone becomes a case",
        operation: "publication",
        sensitivity: "complaint",
      },
    ],
    condition: "what is at issue has been published, or is about to be",
  },
  {
    name: "state_church_law",
    otherNames: ["religious_law", "conscience_exemption", "staatskirchenrecht", "religionsrecht", "宗教法"],
    title: "state-church law with its exemptions of conscience",
    between: ["law", "religion"],
    directions: [
      {
        from: "law",
        to: "religion",
        carries: "recognition as a community, or its refusal, changes what a confession can do in this world",
        operation: "recognition",
        sensitivity: "legal_status",
      },
      {
        from: "religion",
        to: "law",
        carries: "an appeal to conscience is a claim to be exempted",
        operation: "profession",
        sensitivity: "conscience_claim",
      },
    ],
    condition: "the community is recognised",
  },
  {
    name: "informed_consent",
    otherNames: ["malpractice_law", "medical_licensing", "medical_law", "patienteneinwilligung", "知情同意"],
    title: "informed consent, with malpractice and licensing law",
    between: ["health", "law"],
    directions: [
      {
        from: "health",
        to: "law",
        carries: "a treatment that went wrong becomes a question of liability",
        operation: "treatment",
        sensitivity: "malpractice",
      },
      {
        from: "law",
        to: "health",
        carries: "liability and licences become premises of treatment",
        operation: "liability_ruling",
        sensitivity: "liability",
      },
    ],
    condition: "consent and treatment are documented",
  },
  {
    name: "lex_sportiva",
    otherNames: ["sports_arbitration", "sports_law", "sportgerichtsbarkeit", "体育仲裁"],
    title: "lex sportiva with sports arbitration",
    between: ["sport", "law"],
    directions: [
      {
        from: "sport",
        to: "law",
        carries: "a ban or a disputed result becomes a case for arbitration",
        operation: "ban",
        sensitivity: "appeal",
      },
      {
        from: "law",
        to: "sport",
        carries: "an award changes which results and which athletes count",
        operation: "award",
        sensitivity: "eligibility",
      },
    ],
    condition: "there is an arbitration clause",
  },
];
