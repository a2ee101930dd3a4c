/*
 * The document of the canon: what its ten systems declare, which codes and media the literature knows for them, and
 * which institutions couple them. Made from the `.sys` files and the tables beside them in `src/model/canon`.
 */
import { noFiles, resolve } from "../../../src/index.ts";
import type { Institution } from "../../../src/model/canon/institution.ts";
import { institutions } from "../../../src/model/canon/institutions.ts";
import type { KnownCode } from "../../../src/model/canon/known_code.ts";
import { knownMedia } from "../../../src/model/canon/media.ts";
import { knownCodes } from "../../../src/model/canon/rivals.ts";
import { canonicalSystems } from "../../../src/model/canon/systems.ts";
import type { System } from "../../../src/model/model.ts";
import { capitalised, formatted, generatedFrom, table } from "./markdown.ts";

/** The text of `docs/canon.md`. */
export function canonPage(): Promise<string> {
  const systems = declaredSystems();
  return formatted(
    [
      generatedFrom("`src/model/canon`"),
      "# The canon",
      "The ten function systems that come with Niklas, and the institutions that couple them. The ten are those that pass a test of three references: to society (a function), to other systems (performances), to themselves (reflection) (Roth and Schütz 2015). The canon is a reading of the literature and not the last word: what is disputed is said, and a rival coding is one line in your model.",
      '```sys hints\nimport law from "canon"\n\norganization court within law\n```',
      "An import brings in a system as this page shows it. It has no operations, sensitivities, expectations, programs or couplings: these are yours, and stand in [`extend`](language/systems.md#extend).",
      "## The ten at a glance",
      table(
        ["system", "function", "code", "medium", "contingency formula", "reflection"],
        systems.map((system) => [
          `[\`${system.name}\`](#${system.name})`,
          textsOf(system.functions),
          codeOf(system),
          system.media.map(({ label, name }) => label ?? name).join(", "),
          textsOf(system.contingencies),
          textsOf(system.reflections),
        ]),
      ),
      "The value that stands first is the **designation value**, to which further operations connect; the second is the **reflection value**. The first is not the better one: in `health` it is `ill`.",
      ...systems.map(sectionOf),
      "## Institutions",
      "A structural coupling between two function systems usually is an institution. Niklas knows these. Messages propose them where a coupling is missing; a coupling in a model may bear any of these names, and any other. What an institution carries is what the one side can make an irritation of the other; it never transfers a decision.",
      table(
        ["institution", "couples", "carries when"],
        institutions.map(({ name, between, condition }) => [
          `[\`${name}\`](#${name})`,
          between.map(plain).join(" – "),
          condition,
        ]),
      ),
      ...institutions.map(institutionSection),
    ].join("\n\n"),
  );
}

function declaredSystems(): readonly System[] {
  const text = `import ${canonicalSystems.join(", ")} from "canon"\n`;
  const { systems } = resolve({ name: "model.sys", text }, noFiles).model;
  return canonicalSystems.flatMap((name) => systems.filter((system) => system.name === name));
}

function textsOf(statements: System["functions"]): string {
  return statements.map(({ text }) => text).join("; ") || "–";
}

function codeOf({ codes }: System): string {
  return codes.map(({ values }) => `\`${values.map(({ name }) => name).join(" / ")}\``).join(", ");
}

function sectionOf(system: System): string {
  const roles = system.roles.map(({ name, side }) => `\`${name}\` (${side ?? "role"})`).join(", ");
  const media = knownMedia.filter((medium) => medium.system === system.name);
  const codes = knownCodes.filter((code) => code.system === system.name);
  return [
    `## ${system.name}`,
    system.doc ?? "",
    `**Roles.** ${roles}.`,
    "**Codes that are known for it:**",
    table(
      ["code", "standing", "source", "also written"],
      codes.map((code) => [
        pair(code.values),
        standings[code.standing],
        code.source ?? "common in the field",
        code.spellings.map(pair).join(", ") || "–",
      ]),
    ),
    `**Media that are known for it:** ${media
      .map(({ names: [name = "", ...others], source }) => {
        const also = others.length === 0 ? "" : `, also ${others.map(plain).join(", ")}`;
        return `${plain(name)} (${source}${also})`;
      })
      .join("; ")}.`,
  ].join("\n\n");
}

const standings: Readonly<Record<KnownCode["standing"], string>> = {
  canonical: "the canon's",
  rival: "a rival",
  secondary: "`secondary`",
};

function pair(values: readonly [string, string]): string {
  return `\`${values.join(" / ")}\``;
}

function plain(name: string): string {
  return name.replaceAll("_", " ");
}

function institutionSection(institution: Institution): string {
  const {
    name,
    title,
    between,
    alsoBetween = [],
    directions,
    condition,
    kind,
    source,
    otherNames,
  } = institution;
  return [
    `### ${name}`,
    `${capitalised(title)}: ${between.map(plain).join(" and ")}.`,
    directions
      .map(
        ({ from, to, carries, operation, sensitivity }) =>
          `- ${plain(from)} → ${plain(to)}: ${carries}. An operation such as \`${operation}\`, a sensitivity such as \`${sensitivity}\`.`,
      )
      .join("\n"),
    [
      `It carries when ${condition}.`,
      kind === undefined ? "" : kinds[kind],
      alsoBetween.length === 0
        ? ""
        : `It is not odd either between ${alsoBetween.map((other) => other.map(plain).join(" and ")).join(", or between ")}.`,
      `Also called: ${otherNames.map(plain).join(", ")}.`,
      source === undefined ? "Common knowledge of the field." : `Source: ${source}.`,
    ]
      .filter(Boolean)
      .join(" "),
  ].join("\n\n");
}

const kinds: Readonly<Record<NonNullable<Institution["kind"]>, string>> = {
  state: "It keeps states of the two aligned.",
  event: "It is a single occurrence in both.",
  organization: "It is an organisation that takes part in both.",
};
