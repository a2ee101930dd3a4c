/* Reports of models, as a user of the library makes them, and what can be seen in a page. */
import { createHash } from "node:crypto";
import { parse, type DefaultTreeAdapterTypes } from "parse5";
import { checks } from "../../src/checks/list.ts";
import { buildFlow, check, memoryHost, prepare, run, test, type Prepared } from "../../src/index.ts";
import { readBibliography } from "../../src/model/bibliography.ts";
import { renderReportHtml } from "../../src/views/report/html.ts";
import type { Document } from "../../src/views/report/document.ts";
import type { ReportInput } from "../../src/views/report/input.ts";
import { reportStyle } from "../../src/views/report/style.ts";
import { exampleFiles } from "./examples.ts";

export function prepared(name: string, files: ReadonlyMap<string, string> = exampleFiles): Prepared {
  const source = { name, text: files.get(name) ?? "" };
  const severities = new Map([["hidden_character", "off"]] as const);
  return prepare(check(source, { host: memoryHost(files), readBibliography, severities }));
}

/** All scenarios played and all properties tested, if the model can be run. */
export function inputOf(model: Prepared, chosen: Partial<ReportInput> = {}): ReportInput {
  const runs = model.errors.length === 0;
  return {
    prepared: model,
    flow: buildFlow(model.checked.model),
    results: runs ? model.checked.model.scenarios.map(({ name }) => run(model, { scenario: name })) : [],
    tested: runs ? test(model) : undefined,
    pictures: new Map(),
    checks: new Map(checks.map((one) => [one.name, one])),
    style: "apa",
    version: "1.2.3",
    commands: ["niklas check model.sys"],
    files: [{ name: model.checked.model.entry, digest: "00" }],
    ...chosen,
  };
}

export const styleHash = createHash("sha256").update(reportStyle).digest("base64");

export function pageOf(report: Document): string {
  return renderReportHtml(report, { styleHash, foot: "Made in a test." });
}

export type PageElement = DefaultTreeAdapterTypes.Element;
type PageNode = DefaultTreeAdapterTypes.Node;

/** All elements of a page, in their order. */
export function elementsOf(page: string): readonly PageElement[] {
  const walk = (node: PageNode): readonly PageElement[] => [
    ...("tagName" in node ? [node] : []),
    ...("childNodes" in node ? node.childNodes.flatMap(walk) : []),
  ];
  return walk(parse(page));
}

export function attribute(element: PageElement, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

export function textOf(node: PageNode): string {
  if ("value" in node && node.nodeName === "#text") return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}

/**
 * What a page is made of, without its words: elements and the names of their attributes. The language that a script shows is no
 * part of it, and no sign that stands in code lest it mention somebody.
 */
export function skeletonOf(page: string): string {
  const written = (node: PageNode): string => {
    if (node.nodeName === "#comment") return "<!>";
    if (!("tagName" in node)) return "childNodes" in node ? node.childNodes.map(written).join("") : "";
    if (node.tagName === "code" && /^[@#]$/u.test(textOf(node))) return "";
    const names = node.attrs.map(({ name }) => name).filter((name) => name !== "lang");
    return `<${[node.tagName, ...names].join(" ")}>${node.childNodes.map(written).join("")}</>`;
  };
  return written(parse(page)).replaceAll("</>", "</>\n");
}
