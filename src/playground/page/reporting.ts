/* The report of a work, as a file. It is a page by itself and never shown in this one. Its workers are its own, and end with it. */
import type { Picture } from "../picture.ts";
import { fileNameOf, type Work } from "../work.ts";
import { createAsking, NoAnswer, type Asking } from "./asking.ts";
import { fill, part } from "./elements.ts";
import { notice } from "./notice.ts";
import { download } from "./viewer.ts";

export interface ReportingOptions {
  readonly work: () => Work;
  readonly seed: () => number | undefined;
  readonly say: (words: string) => void;
}

export function offerReport({ work, seed, say }: ReportingOptions): void {
  const button = part("report", HTMLButtonElement);
  const asking: Asking = createAsking("worker");
  const drawing = createAsking<"draw">("drawer");
  let busy = false;

  function end(): void {
    asking.stop();
    drawing.stop();
  }

  async function made(of: Work, chosen: number | undefined): Promise<string | undefined> {
    const begun = await asking.ask("beginReport", { work: of });
    if (begun.kind === "refused") {
      notice(`What cannot be read cannot be reported. Mend this first: ${begun.reason}`, [
        { title: "All right", take: () => {} },
      ]);
      return undefined;
    }
    const pictures: (readonly [string, Picture])[] = [];
    for (const [name, graph] of begun.graphs) pictures.push([name, await drawing.ask("draw", { graph })]);
    const version = document.documentElement.dataset["version"] ?? "";
    return asking.ask("report", { work: of, seed: chosen, version, pictures });
  }

  async function make(): Promise<void> {
    busy = true;
    fill(button, "Stop the report");
    say("The report is being made.");
    const of = work();
    try {
      const page = await made(of, seed());
      if (page === undefined) return;
      // Of a kind that browsers save and do not open.
      download(page, "application/octet-stream", `${fileNameOf(of)}.html`);
      say("The report is made.");
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      if (error.stopped) say("The report was stopped.");
      else notice(`The report could not be made: ${error.message}`, [{ title: "All right", take: () => {} }]);
    } finally {
      busy = false;
      end();
      fill(button, "Report");
    }
  }

  button.addEventListener("click", () => {
    if (busy) end();
    else void make();
  });
}
