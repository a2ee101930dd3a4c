/* The tables of reports, measured where they are read: in a browser. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reportOf } from "../../../src/views/report/contents.ts";
import { browserPath, launch } from "../../playground/chromium.ts";
import { exampleModels } from "../../support/examples.ts";
import { inputOf, pageOf, prepared } from "../../support/reporting.ts";

describe.runIf(browserPath !== undefined)("tables", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it.each(exampleModels.map((name) => [name]))("of %s fit into the page", async (name) => {
    const page = await browser.newPage({ viewport: { width: 1000, height: 1000 } });
    await page.setContent(pageOf(reportOf(inputOf(prepared(name)))));
    const tables = await page.locator(".table").evaluateAll((all) =>
      all.map(({ scrollWidth, clientWidth, textContent }) => ({
        beginning: textContent.slice(0, 100),
        isTooWide: scrollWidth > clientWidth + 1,
      })),
    );
    expect(tables.filter(({ isTooWide }) => isTooWide)).toEqual([]);
    await page.close();
  });
});
