/*
 * The documents of the checks: a table of all, and for each its page with the message that its wrong model really
 * gets. They follow the list of checks; a new check has its document without a word here.
 */
import { check, checks, memoryHost } from "../../../src/index.ts";
import { groups, type Group } from "../../../src/diagnostics/define.ts";
import { renderText } from "../../../src/diagnostics/show/text.ts";
import { modelOf, readPage } from "../pages.ts";
import { anchorOf, capitalised, formatted, generatedFrom, table } from "./markdown.ts";

type KnownCheck = (typeof checks)[number];

/** The table of all checks, by group. */
export function checkIndex(): Promise<string> {
  const families = (Object.keys(groups) as Group[]).map((group) => ({
    title: groups[group],
    members: checks.filter((known) => known.group === group),
  }));
  const counted = (severity: KnownCheck["severity"]) =>
    checks.filter((known) => known.severity === severity).length;
  return formatted(
    [
      generatedFrom("`src/checks`"),
      "# The checks",
      `There are ${checks.length}: ${counted("error")} errors, ${counted("warning")} warnings and ${counted("hint")} hints. An **error** says that the model cannot be read, or that it contradicts an axiom of the theory. A **warning** says that it contradicts the common reading. A **hint** is worth a look.`,
      "Each check has one name: in the terminal, in JSON, in `allow`, in `expect violation`, on the command line. `niklas explain NAME` prints its page.",
      ...families
        .filter(({ members }) => members.length > 0)
        .flatMap(({ title, members }) => [
          `## ${title}`,
          ...(title === groups.reading
            ? ["These say that a text cannot be read as it was meant. `allow` does not silence them."]
            : []),
          table(
            ["check", "severity", "finds"],
            members.map((known) => [`[\`${known.name}\`](${known.name}.md)`, known.severity, known.summary]),
          ),
        ]),
    ].join("\n\n"),
  );
}

/** The document of one check. */
export function checkPage(known: KnownCheck): Promise<string> {
  const { name } = known;
  const page = readPage(name);
  const title = `# ${name}`;
  const text = page.text.startsWith(title) ? page.text.slice(title.length).trim() : page.text.trim();
  const place = [
    `**${capitalised(known.severity)}**`,
    `[${groups[known.group]}](README.md#${anchorOf(groups[known.group])})`,
    ...(known.needsRun === true ? ["found while a scenario runs"] : []),
  ].join(" · ");
  const document = [title, place, text].filter(Boolean).join("\n\n");
  return formatted(`${generatedFrom(`\`src/checks/${name}.md\``)}\n\n${withMessage(name, document)}`);
}

/** The page with what is said about its wrong model, after that model. */
function withMessage(name: string, document: string): string {
  const message = messageOf(name);
  const wrong = document.search(/^## Wrong$/m);
  if (message === "" || wrong < 0) return document;
  const next = document.slice(wrong + 1).search(/^## /m);
  const end = next < 0 ? document.length : wrong + 1 + next;
  return `${document.slice(0, end).trimEnd()}\n\n\`niklas check\` says:\n\n\`\`\`text\n${message}\`\`\`\n\n${document.slice(end)}`;
}

/** As the terminal shows it; nothing where only a run could find anything. */
function messageOf(name: string): string {
  const fences = readPage(name).sections.get("Wrong") ?? [];
  const model = modelOf(fences.filter(({ words }) => !words.includes("run")));
  if (model === undefined) return "";
  const { diagnostics, sources } = check(model.entry, { host: memoryHost(model.files) });
  return renderText(diagnostics, (file) => sources.get(file), { width: 100 });
}
