import type { Group } from "../define.ts";
import type { Severity } from "../diagnostic.ts";

/** What a report says about a check, besides its findings. */
export interface RulePage {
  readonly name: string;
  readonly summary: string;
  /** The whole page, in Markdown. */
  readonly page: string;
  readonly severity: Severity;
  readonly group: Group;
  readonly url?: string;
}

export type SarifLevel = "error" | "warning" | "note";

export interface SarifRule {
  readonly id: string;
  readonly name: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string; readonly markdown: string };
  readonly helpUri?: string;
  readonly defaultConfiguration: { readonly level: SarifLevel };
  readonly properties: {
    readonly tags: readonly string[];
    readonly precision: "very-high";
    readonly "problem.severity": "error" | "warning" | "recommendation";
  };
}

/** The longest description that GitHub takes. */
const longestDescription = 1024;

export function sarifLevel(severity: Severity): SarifLevel {
  return severity === "hint" ? "note" : severity;
}

/** A check as a SARIF rule: its reason is the full description, its page the help. */
export function sarifRule({ name, summary, page, severity, group, url }: RulePage): SarifRule {
  const why = section(page, "Why");
  return {
    id: name,
    name: name.replace(/(?:^|_)([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase()).slice(0, 255),
    shortDescription: { text: shortened(summary) },
    fullDescription: { text: shortened(why === "" ? summary : `${summary}. ${why}`) },
    help: { text: page, markdown: page },
    ...(url !== undefined && { helpUri: url }),
    defaultConfiguration: { level: sarifLevel(severity) },
    properties: {
      tags: [group],
      precision: "very-high",
      "problem.severity": severity === "hint" ? "recommendation" : severity,
    },
  };
}

/** A check of which nothing but the name is known. */
export function bareRule(name: string, severity: Severity): RulePage {
  const summary = name.replaceAll("_", " ").trim() || "a check without a name";
  return { name, summary, page: summary, severity, group: "reading" };
}

/** The running text below a heading of the second level, up to the next. */
function section(page: string, heading: string): string {
  const lines = page.split("\n");
  const start = lines.indexOf(`## ${heading}`);
  if (start === -1) return "";
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => line.startsWith("## "));
  return rest
    .slice(0, end === -1 ? rest.length : end)
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();
}

/** Cut at a word where it is too long. */
function shortened(text: string): string {
  if (text.length <= longestDescription) return text;
  return `${text.slice(0, longestDescription - 2).replace(/\s+\S*$/, "")} …`;
}
