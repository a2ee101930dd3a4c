/* What the gallery holds of each example: its report, its pictures, and those of its runs. */
import { buildFlow } from "../../flow/build.ts";
import { check, checks, memoryHost, prepare, run, test } from "../../index.ts";
import { readBibliography } from "../../model/bibliography.ts";
import type { Model } from "../../model/model.ts";
import type { Prepared } from "../../runs/prepared.ts";
import type { RunResult } from "../../runs/run.ts";
import { picturesOf } from "../../embedding/pictures_of.ts";
import { reportInput } from "../../embedding/report_input.ts";
import { styleHash } from "../../embedding/style_hash.ts";
import { svgOfGraph } from "../../embedding/svg_of_graph.ts";
import { flowOf } from "../../views/pictures/flow_picture.ts";
import { reportOf } from "../../views/report/contents.ts";
import { renderReportHtml } from "../../views/report/html.ts";
import { picturesOfRun, type RunView } from "../../views/report/run_pictures.ts";
import { manifest } from "./bundling.ts";

export interface GalleryExample {
  /** Of its model, without ending: the folder that all stands in. */
  readonly name: string;
  readonly model: Model;
  /** By their names in that folder. */
  readonly files: ReadonlyMap<string, string>;
  readonly runs: readonly GalleryRun[];
}

export interface GalleryRun {
  readonly scenario: string;
  readonly label: string | undefined;
  /** Where each of its pictures stands in the folder. */
  readonly pictures: readonly { readonly view: RunView; readonly file: string }[];
}

/** `path`: of the model among the files, which are those of the project. */
export async function galleryExample(
  path: string,
  files: ReadonlyMap<string, string>,
): Promise<GalleryExample> {
  const source = { name: path, text: files.get(path) ?? "" };
  const prepared = prepare(check(source, { host: memoryHost(files), readBibliography }));
  const { checked, errors } = prepared;
  const { model } = checked;
  if (errors.length > 0)
    throw new Error(`${path} has errors, and is no example: ${errors[0]?.message ?? ""}`);
  const results = model.scenarios.map(({ name }) => run(prepared, { scenario: name }));
  const pictures = await picturesOf(checked, results);
  const made = new Map([
    ["report.html", reportPage(prepared, results, pictures)],
    ["flow.svg", await svgOfGraph(flowOf(model, buildFlow(model)))],
  ]);
  for (const name of ["map", "check"]) {
    const picture = pictures.get(name);
    if (picture !== undefined) made.set(`${name}.svg`, picture);
  }
  const runs = results.map((result): GalleryRun => {
    const { scenario, label } = result;
    const drawn = picturesOfRun(result).map(({ view, svg }) => {
      const file = `${scenario}.${view}.svg`;
      made.set(file, svg);
      return { view, file };
    });
    return { scenario, label, pictures: drawn };
  });
  const name = (path.split("/").at(-1) ?? path).replace(/\.sys$/, "");
  return { name, model, files: made, runs };
}

function reportPage(
  prepared: Prepared,
  results: readonly RunResult[],
  pictures: ReadonlyMap<string, string>,
): string {
  const { model } = prepared.checked;
  const properties = new Set(model.properties.map(({ name }) => name));
  const content = {
    prepared,
    results,
    tested: properties.size === 0 ? undefined : test(prepared, { only: (name) => properties.has(name) }),
    pictures,
    checks,
  };
  const document = reportOf(reportInput(content, manifest.version));
  return renderReportHtml(document, { styleHash, foot: `Made with Niklas ${manifest.version}.` });
}
