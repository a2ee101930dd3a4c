/*
 * The page in a real browser, opened from the disk and served. Where there is no Chromium (`NIKLAS_CHROMIUM` says where it is),
 * these tests are skipped.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parse, type DefaultTreeAdapterTypes } from "parse5";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { buildPlayground } from "../../src/cli/package/playground.ts";
import { loopback, playServer } from "../../src/cli/play_server.ts";
import { createBench } from "../../src/playground/bench.ts";
import { fragmentOf } from "../../src/playground/link.ts";
import { workOf } from "../../src/playground/work.ts";
import { exampleFiles } from "../support/examples.ts";
import { root } from "../support/generate/sources.ts";
import { browserPath, launch } from "./chromium.ts";

const thermostat = exampleFiles.get("thermostat/thermostat.sys") ?? "";
const priceCap = exampleFiles.get("house_prices/price_cap.sys") ?? "";
const axe = readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8");
const folder = mkdtempSync(join(tmpdir(), "niklas-playground-"));

/** What the page must not do is written down by the page itself; it is asked at the end of each test. */
const watching = `
  window.wrongs = [];
  addEventListener("securitypolicyviolation", (event) => wrongs.push(event.violatedDirective + " " + event.blockedURI + " " + event.sample + " " + event.lineNumber + ":" + event.columnNumber));
  addEventListener("error", (event) => wrongs.push("error " + event.message));
  addEventListener("unhandledrejection", (event) => wrongs.push("rejection " + event.reason));
  for (const name of ["alert", "confirm", "prompt"]) window[name] = () => wrongs.push(name);
`;

let browser: Browser;
let server: Server;
let contexts: BrowserContext[] = [];
const requests: string[] = [];
const complaints: string[] = [];
const addresses = { disk: pathToFileURL(join(folder, "index.html")).href, host: "" };

if (browserPath === undefined) console.warn("There is no Chromium here: the page is not tried in a browser.");

describe.skipIf(browserPath === undefined)("the page in Chromium", () => {
  beforeAll(async () => {
    await buildPlayground(folder);
    server = playServer(folder);
    await new Promise<void>((resolve) => server.listen(0, loopback, resolve));
    const address = server.address();
    if (typeof address === "object" && address !== null)
      addresses.host = `http://${loopback}:${address.port}/`;
    browser = await launch();
  });

  afterAll(async () => {
    await browser.close();
    server.close();
    server.closeAllConnections();
    rmSync(folder, { recursive: true });
  });

  afterEach(async () => {
    const [open, asked] = [contexts, requests.splice(0)];
    contexts = [];
    for (const context of open) {
      for (const page of context.pages()) expect(await page.evaluate("wrongs")).toEqual([]);
      await context.close();
    }
    // Nothing is asked for but the page itself, and the scripts for its workers, which are in it.
    const pages = Object.values(addresses);
    const strange = asked.filter(
      (url) => !pages.includes(url.replace(/#.*$/, "")) && !/^(blob|data):/.test(url),
    );
    expect(strange).toEqual([]);
    expect(complaints.splice(0)).toEqual([]);
  });

  type Options = NonNullable<Parameters<Browser["newContext"]>[0]>;

  async function open(address: string, options: Options = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    contexts.push(context);
    await context.addInitScript(watching);
    context.on("request", (request) => requests.push(request.url()));
    // What is wrong in a worker, its page does not hear of.
    context.on("console", (message) => complaints.push(`${message.type()} ${message.text()}`));
    return visit(context, address);
  }

  async function visit(context: BrowserContext, address: string): Promise<Page> {
    const page = await context.newPage();
    await page.goto(address);
    await page.locator("body[data-checked]").waitFor();
    return page;
  }

  async function write(page: Page, text: string): Promise<void> {
    await page.locator(".cm-content").click();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.insertText(text);
  }

  /** Once what was written has been checked, and its scenario can be run. */
  async function ready(page: Page, scenario: string): Promise<void> {
    await page.locator(`#scenario option[value="${scenario}"]`).waitFor({ state: "attached" });
    await page.locator("#run:enabled").waitFor();
  }

  /** The text in the editor; a short one, since an editor draws only what can be seen. */
  async function textIn(page: Page): Promise<string> {
    return (await page.locator(".cm-line").allInnerTexts()).map((line) => line.replace(/\n$/, "")).join("\n");
  }

  const small = 'model small "one"\n\nenvironment room {\n  heat: number = 1\n}\n\nscenario warm {\n  change room.heat to 2\n  run 2 steps\n  change room.heat to 3\n  run\n  expect room.heat = 3\n}\n'; // prettier-ignore

  test.each(["disk", "host"] as const)(
    "opened from the %s: a mistake is seen and mended, the model is run forth and back, and shared",
    async (way) => {
      const page = await open(addresses[way]);
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await write(page, small.replace("expect", "expct"));
      const fix = page.locator("#found button.primary").first();
      await fix.waitFor();
      expect(await page.locator("#count").innerText()).toContain("error");
      expect(await page.locator(".cm-lintRange-error").count()).toBeGreaterThan(0);
      expect(await page.locator("#run").isDisabled()).toBe(true);
      await fix.click();
      await page.locator("#run:enabled").waitFor();
      expect(await textIn(page)).toBe(small);

      await page.locator("#run").click();
      await page.locator("#result .outcomes .holds").waitFor();
      const steps = /step (\d+) of \1$/.exec(await page.locator("#position").innerText())?.[1];
      expect(Number(steps)).toBeGreaterThanOrEqual(2);
      const whole = await page.locator("#result").innerText();
      await page.locator("#back").click();
      expect(await page.locator("#position").innerText()).toBe(`step ${Number(steps) - 1} of ${steps}`);
      expect(await page.locator("#result").innerText()).not.toBe(whole);
      await page.locator("#forth").click();
      expect(await page.locator("#result").innerText()).toBe(whole);
      expect(await page.locator("#forth").isDisabled()).toBe(true);

      await page.locator("#seed").fill("42");
      await page.locator("#share").click();
      await page.locator("#notice:not([hidden])").waitFor();
      const field = page.locator("#notice input");
      const link = (await field.count()) > 0 ? await field.inputValue() : String(await page.evaluate("navigator.clipboard.readText()")); // prettier-ignore
      expect(link.startsWith(`${addresses[way]}#v1.`)).toBe(true);

      const other = await open(link);
      expect(await textIn(other)).toBe(small);
      expect(await other.locator("#seed").inputValue()).toBe("42");
      expect(await other.locator("#scenario").inputValue()).toBe("warm");
      // Nothing has been run by opening it.
      expect(await other.locator("#position").innerText()).toBe("");
      expect(await other.locator("#result .story").count()).toBe(0);
      expect(other.url()).toBe(addresses[way]);
    },
  );

  test("the text of whoever writes is there again, and no link takes its place unasked", async () => {
    const page = await open(addresses.disk);
    await write(page, small);
    await page.locator("#run:enabled").waitFor();
    await page.reload();
    await page.locator("body[data-checked]").waitFor();
    expect(await textIn(page)).toBe(small);

    const link =
      addresses.disk + (fragmentOf({ work: workOf("model other\n"), scenario: undefined, seed: 3 }) ?? "");
    const again = await visit(page.context(), link);
    expect(await textIn(again)).toBe(small);
    await again.getByRole("button", { name: "Keep mine" }).click();
    expect(await textIn(again)).toBe(small);
    const third = await visit(page.context(), link);
    await third.getByRole("button", { name: "Open it" }).click();
    expect(await textIn(third)).toBe("model other\n");
    await third.getByRole("button", { name: "Put it back" }).click();
    expect(await textIn(third)).toBe(small);
  });

  test("a damaged link is refused kindly, and the text stays", async () => {
    const page = await open(addresses.disk);
    await write(page, small);
    await page.locator("#run:enabled").waitFor();
    await page.reload();
    const fragment = fragmentOf({ work: workOf(thermostat), scenario: undefined, seed: undefined }) ?? "";
    for (const bad of [fragment.slice(0, -5), "#v9.abc", "#v1.%3Cimg%20src=x%20onerror=alert(1)%3E"]) {
      const other = await visit(page.context(), addresses.disk + bad);
      expect(await other.locator("#notice").innerText()).toContain("This link cannot be opened");
      expect(await textIn(other)).toBe(small);
      await other.close();
    }
  });

  test("what a model says is shown as text, and does nothing", async () => {
    const evil =
      "<img src=x onerror=alert(1)> <script>alert(1)</script> ]]> javascript:alert(1) \u202egnp\u202c";
    const page = await open(addresses.disk);
    await write(
      page,
      `model evil "${evil}"\n/// ${evil} **${evil}**\nmachine m {\n  function "${evil}"\n  code a / b\n}\nscenario s "${evil}" { unplug m run expect m stays indifferent }\nallow no_such because "${evil}"\n`,
    );
    await page.locator("#found li").first().waitFor();
    await page.locator(".cm-content span", { hasText: /^m$/ }).first().hover();
    await page.locator("#found .where button").nth(1).click();
    await page.locator("#page[open]").waitFor();
    await page.keyboard.press("Escape");
    const runnable = evil.replace(/[\u202a-\u202e]/gu, "");
    await write(page, small.replace('"one"', `"${runnable}"`).replace("warm {", `warm "${runnable}" {`));
    await page.locator("#scenario option", { hasText: "onerror" }).first().waitFor({ state: "attached" });
    await page.locator("#run:enabled").click();
    await page.locator("#result .story").waitFor();
    const strange = `[document, document.querySelector("#editor").shadowRoot]
      .flatMap((tree) => [...tree.querySelectorAll("img, script, iframe, svg, a")])
      .filter((one) => !["map-picture", "picture-large", "view-lanes-picture", "view-series-picture", "view-sequence-picture", "models", "worker", "drawer"].includes(one.id) && one !== [...document.scripts].at(-1))
      .map((one) => one.outerHTML.slice(0, 60))`;
    expect(await page.evaluate(strange)).toEqual([]);
  });

  test.each(["disk", "host"] as const)(
    "opened from the %s: the map stands beside the model, is greyed while the text is broken, and comes back",
    async (way) => {
      const page = await open(addresses[way]);
      const map = page.locator("#map-picture");
      /** The picture, once it is one: what it shows in words, its text, and whether the browser can draw it. */
      const drawnWith = async (words: string): Promise<string> => {
        await page.locator(`#map:not(.outdated) #map-picture[alt*="${words}"]`).waitFor();
        const width = `(async (one) => { await one.decode(); return one.naturalWidth; })(document.querySelector("#map-picture"))`;
        expect(await page.evaluate(width)).toBeGreaterThan(300);
        return decodeURIComponent((await map.getAttribute("src")) ?? "");
      };
      const first = await drawnWith("3 systems and 2 couplings");
      // Graphviz has drawn it: otherwise it would say so.
      expect(first).not.toContain("could not be laid out");
      const filter = `getComputedStyle(document.querySelector("#map")).filter`;
      expect(await page.evaluate(filter)).toBe("none");

      await write(page, small.replace("expect", "expct"));
      await page.locator("#map.outdated").waitFor();
      await page.locator("#found li.error").first().waitFor();
      expect(await page.evaluate(filter)).toBe("grayscale(1)");
      expect(decodeURIComponent((await map.getAttribute("src")) ?? "")).toBe(first);

      await write(page, small);
      const second = await drawnWith("1 environment");
      expect(second).toContain("one: map");
      expect(await page.evaluate(filter)).toBe("none");
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.locator("#map-download").click(),
      ]);
      expect(file.suggestedFilename()).toBe("small-map.svg");
      expect(`data:image/svg+xml;charset=utf-8,${readFileSync(await file.path(), "utf8")}`).toBe(second);
    },
  );

  test("the map and the run can be looked at large", async () => {
    const page = await open(addresses.disk, { colorScheme: "dark" });
    await page.locator("#map-large").click();
    await page.locator('#picture[open] #picture-large[alt*="3 systems"]').waitFor();
    await checkPage(page);
    await page.keyboard.press("Escape");
    await page.locator("#run:enabled").click();
    await page.locator("#result .story").waitFor();
    for (const [tab, kind] of [
      ["Messages", "sequence"],
      ["Systems", "lanes"],
      ["Values", "series"],
    ] as const) {
      await page.getByRole("tab", { name: tab }).click();
      await page.locator(`#view-${kind}-picture[alt*="decree"]`).waitFor();
      await page.locator(`#view-${kind}`).getByRole("button", { name: "Enlarge" }).click();
      await page.locator('#picture[open] #picture-large[alt*="decree"]').waitFor();
      await page.getByRole("button", { name: "Close" }).click();
      const save = page.locator(`#view-${kind}`).getByRole("button", { name: "Download" });
      const [file] = await Promise.all([page.waitForEvent("download"), save.click()]);
      expect(file.suggestedFilename()).toBe(`price_cap-decree-${kind}.svg`);
      // It is the one that the command line draws.
      expect(readFileSync(await file.path(), "utf8")).toBe(
        createBench().depict({ work: workOf(priceCap), scenario: "decree", seed: 1, as: kind }).svg,
      );
    }
    // The scenario goes on from where it was shown.
    await page.locator("#back:enabled").click();
  });

  /** Where the first mark lies over a picture, and where the number of a step stands in it, in points of the screen. */
  async function markAndNumber(
    page: Page,
    kind: "lanes" | "series",
    step: number,
  ): Promise<{ readonly left: number; readonly right: number; readonly number: number }> {
    const image = page.locator(`#view-${kind}-picture`);
    const svg = decodeURIComponent((await image.getAttribute("src")) ?? "");
    const width = Number(/<svg[^>]* width="([\d.]+)"/.exec(svg)?.[1]);
    const picture = await image.boundingBox();
    const mark = await page.locator(`#view-${kind} .mark`).first().boundingBox();
    if (picture === null || mark === null) throw new Error("there is no mark");
    const numbers = [...svg.matchAll(/ x="([\d.]+)" [^>]*text-anchor="middle">(\d+)</g)];
    const found = numbers.find(([, , number]) => Number(number) === step);
    const at = picture.x + (Number(found?.[1]) / width) * picture.width;
    return { left: mark.x, right: mark.x + mark.width, number: at };
  }

  test.each([
    ["on a desk", {}],
    ["on a wide dark screen", { viewport: { width: 1600, height: 1000 }, colorScheme: "dark" }],
    ["on a phone", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
  ] as const)("%s the pictures of a run show the step that one goes to", async (_, options: Options) => {
    const page = await open(addresses.disk, options);
    await page.locator("#examples").selectOption({ label: "Pollution: a poisoned river becomes a price" });
    await ready(page, "translated");
    await page.locator("#run").click();
    await page.locator("#result .story").waitFor();
    const steps = Number(/of (\d+)$/.exec(await page.locator("#position").innerText())?.[1]);
    expect(steps).toBeGreaterThan(4);
    const slider = page.locator("#step");
    /** The mark is on the room of a step, whose number stands in its middle or where it begins. */
    const isAt = async (step: number): Promise<void> => {
      expect(await page.locator("#position").innerText()).toBe(`step ${step} of ${steps}`);
      expect(await slider.inputValue()).toBe(String(step));
      await page.getByRole("tab", { name: "Systems" }).click();
      await page.locator("#view-lanes-picture").waitFor();
      const lanes = await markAndNumber(page, "lanes", step);
      expect(lanes.left).toBeLessThan(lanes.number);
      expect(lanes.right).toBeGreaterThan(lanes.number);
      expect(Math.abs((lanes.left + lanes.right) / 2 - lanes.number)).toBeLessThan(1.5);
      expect(await page.locator("#now h4").innerText()).toContain(String(step));
      await page.getByRole("tab", { name: "Values" }).click();
      await page.locator("#view-series-picture").waitFor();
      const series = await markAndNumber(page, "series", step);
      expect(Math.abs(series.left - series.number)).toBeLessThan(1.5);
    };
    await isAt(steps);
    await checkPage(page);
    await page.locator("#back").click();
    await isAt(steps - 1);
    await slider.focus();
    // Nothing happens before step 1, where the story begins.
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowRight");
    await isAt(2);
    expect(await slider.getAttribute("aria-valuetext")).toBe(`step 2 of ${steps}`);
    await page.getByRole("tab", { name: "Systems" }).click();
    await checkPage(page);
    // Where the number of a step stands, one goes to it.
    const { number } = await markAndNumber(page, "lanes", 3);
    const picture = await page.locator("#view-lanes-picture").boundingBox();
    const position = { x: number - (picture?.x ?? 0), y: (picture?.height ?? 0) - 30 };
    await page.locator("#view-lanes-picture").click({ position });
    await isAt(3);
    // Each has been drawn once.
    const address = await page.locator("#view-series-picture").getAttribute("src");
    await page.locator("#forth").click();
    await isAt(4);
    expect(await page.locator("#view-series-picture").getAttribute("src")).toBe(address);
    // On a wide screen the map is there all the time, and has no tab.
    const isWide = (options.viewport?.width ?? 0) > 1500;
    expect(await page.getByRole("tab", { name: "Map" }).isVisible()).toBe(!isWide);
    expect(await page.locator("#map-picture").isVisible()).toBe(isWide);
    if (!isWide) {
      await page.getByRole("tab", { name: "Map" }).click();
      expect(await page.locator("#map-picture").isVisible()).toBe(true);
      await checkPage(page);
    }
    // What is shown is of an earlier text as soon as there is another one.
    await page.locator(".cm-content").click();
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.insertText("\n// more\n");
    await page.locator("#run-views.outdated").waitFor({ state: "attached" });
    expect(await slider.isDisabled()).toBe(true);
  });

  test("by keys alone one goes from view to view, and a run in which nothing happens says so in each", async () => {
    const page = await open(addresses.disk);
    await write(page, 'import economy from "canon"\n\nscenario empty {\n}\n');
    await ready(page, "empty");
    await page.locator("#run").click();
    await page.locator("#position", { hasText: "step 0 of 0" }).waitFor();
    await page.locator("#tab-of-story").focus();
    const focused = (): Promise<unknown> => page.evaluate("document.activeElement.id");
    await page.keyboard.press("ArrowRight");
    expect(await focused()).toBe("tab-of-lanes");
    await page.locator('#view-lanes-picture[alt*="No system designated anything"]').waitFor();
    await page.keyboard.press("ArrowRight");
    await page.locator('#view-series-picture[alt*="No quantity or expectation"]').waitFor();
    await page.keyboard.press("End");
    expect(await focused()).toBe("tab-of-map");
    await page.keyboard.press("ArrowRight");
    expect(await focused()).toBe("tab-of-story");
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("view-story");
    expect(await page.locator("#view-lanes").isVisible()).toBe(false);
  });

  test.each(["by the fix that is offered", "by typing"])(
    "a newcomer breaks the model of house prices, reads why it does not run, mends it %s, and sees why the decree was noise",
    async (way) => {
      const page = await open(addresses.disk);
      // What the first example shows without being touched keeps nobody from running it.
      expect(await page.locator("#count").innerText()).toMatch(/; it can be run$/);
      expect(await page.locator("#begin").innerText()).toContain("Run plays the scenario");
      const channel = "  law.judgment -> economy.credit_cost(amount: cost) when cost > 0\n";
      const line = priceCap.split(channel)[0]?.split("\n").length ?? 0;
      await page.locator(".cm-content").click();
      await page.keyboard.press("ControlOrMeta+Home");
      for (let down = 1; down < line; down += 1) await page.keyboard.press("ArrowDown");
      // A line can be longer than it is wide: down goes within it.
      const has = 'document.querySelector("#editor").shadowRoot.querySelector(".cm-activeLine").textContent';
      while (!String(await page.evaluate(has)).startsWith("  law.judgment ->")) await page.keyboard.press("ArrowDown"); // prettier-ignore
      await page.keyboard.press("ControlOrMeta+Shift+k");

      // The gravest stands first, and says what is missing.
      const first = page.locator("#found li").first();
      await page.locator("#found li.error").first().waitFor();
      expect(await first.getAttribute("class")).toContain("error");
      expect(await first.innerText()).toContain(
        "the route of credit_rules breaks at contract, which carries nothing out of law",
      );
      expect(await page.locator("#count").innerText()).toMatch(/, so it cannot be run$/);
      expect(await page.locator("#run").isDisabled()).toBe(true);
      expect(await page.locator("#cannot").innerText()).toContain("come first among the findings");
      await checkPage(page);

      if (way === "by typing") {
        await page.keyboard.press("Enter");
        await page.keyboard.press("ArrowUp");
        await page.keyboard.insertText(channel.trimEnd());
      } else await page.getByRole("button", { name: /^let it carry law\.judgment/ }).click();
      await page.locator("#run:enabled").waitFor();
      const [file] = await Promise.all([page.waitForEvent("download"), page.locator("#download").click()]);
      const mended = readFileSync(await file.path(), "utf8");
      expect(mended.replace(/\s+/g, " ")).toBe(priceCap.replace(/\s+/g, " "));

      expect(await page.locator("#scenario").inputValue()).toBe("decree");
      await page.locator("#run").click();
      await page.locator("#result .story").waitFor();
      const told = await page.locator("#view-story").innerText();
      expect(told).toContain("politics.decree crosses the boundary of economy without a coupling");
      expect(told).toContain("economy notices only what its couplings translate into something it is sensitive to"); // prettier-ignore
      expect(told).toContain("politics.decree for economy: nothing couples the two");
      expect(told).toContain("Noise is what happens and a system does not notice");
      expect(await page.locator("#begin").isVisible()).toBe(false);
      await checkPage(page);
      await page.getByRole("tab", { name: "Systems" }).click();
      await page.locator('#view-lanes-picture[alt*="No system designated anything"]').waitFor();
      await page.locator("#scenario").selectOption("reflexive_law");
      await page.locator("#run").click();
      await page.locator('#view-lanes-picture[alt*="economy: non_payment"]').waitFor();
      await page.getByRole("tab", { name: "Story" }).click();
      expect(await page.locator("#view-story").innerText()).toContain("credit_rules is effective");
    },
  );

  test("a long run can be stopped, and one can go on", async () => {
    const page = await open(addresses.disk);
    await write(page, small);
    await ready(page, "warm");
    await page.locator("#run").click();
    await page.locator("#result .story").waitFor();
    // The button is there as long as a run is under way; to have one under way for sure, its worker is kept from answering.
    await page.evaluate(`Worker.prototype.postMessage = function () {}`);
    await page.locator("#run").click();
    await page.locator("#stop:visible").click();
    expect(await page.locator("#result").innerText()).toContain("The run was stopped.");
    // Whatever one looks at, one reads it.
    await page.getByRole("tab", { name: "Systems" }).click();
    await page.locator("#run").click();
    await page.locator("#stop:visible").click();
    await page.locator("#result", { hasText: "The run was stopped." }).waitFor();
    expect(await page.locator("#run").isEnabled()).toBe(true);
  });

  test("by keys alone one writes, leaves the editor, runs and goes back", async () => {
    const page = await open(addresses.disk);
    await write(page, small);
    await ready(page, "warm");
    const focused = `(document.activeElement.shadowRoot?.activeElement ?? document.activeElement).className + "#" + document.activeElement.id`;
    await page.keyboard.press("Tab");
    expect(await page.evaluate(focused)).toContain("#editor");
    await page.keyboard.press("ControlOrMeta+z");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(focused)).not.toContain("#editor");
    // What is found in the text as it is now may be told after what came of the run: all that is told counts.
    await page.evaluate(
      'globalThis.told = []; new MutationObserver(() => told.push(document.querySelector("#said").textContent)).observe(document.querySelector("#said"), { childList: true, characterData: true, subtree: true })',
    );
    await page.locator("#run").focus();
    await page.keyboard.press("Enter");
    await page.locator("#result .story").waitFor();
    await page.waitForFunction('told.some((text) => text.includes("all is as expected"))');
    await page.locator("#back:enabled").focus();
    await page.keyboard.press("Space");
    await page.waitForFunction("told.some((text) => /^step \\d+ of \\d+$/.test(text))");
  });

  test("completion and hover are there while one writes", async () => {
    const page = await open(addresses.disk);
    await write(page, small);
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.type("scen");
    await page.locator(".cm-tooltip-autocomplete li", { hasText: "scenario" }).first().waitFor();
    await page.keyboard.press("Escape");
    await page
      .locator(".cm-content span", { hasText: /^room$/ })
      .first()
      .hover();
    await page.locator(".nk-hover", { hasText: "environment room" }).waitFor();
  });

  /** Opens an example of several files, and gives its tabs. */
  async function openWork(page: Page, name: string): Promise<Locator> {
    await page.locator("#examples").selectOption(name);
    const tabs = page.locator("#tabs [role=tab]");
    await tabs.nth(1).waitFor();
    return tabs;
  }

  /** The links that are copied from a page. */
  async function linkOf(page: Page): Promise<string> {
    await page.locator("#share").click();
    await page.locator("#notice:not([hidden])").waitFor();
    const field = page.locator("#notice input");
    return (await field.count()) > 0 ? field.inputValue() : String(await page.evaluate("navigator.clipboard.readText()")); // prettier-ignore
  }

  const shownTab = (page: Page): Promise<string> =>
    page.locator('#tabs [aria-selected="true"] .name').innerText();

  /** The files of a page by their names, and how each begins. */
  async function filesIn(page: Page): Promise<readonly (readonly [string, string])[]> {
    const files: (readonly [string, string])[] = [];
    for (const tab of await page.locator("#tabs [role=tab]").all()) {
      await tab.click();
      const first = await page.locator(".cm-line").first().innerText();
      files.push([await tab.locator(".name").innerText(), first]);
    }
    return files;
  }

  test.each([
    ["on a desk", {}],
    [
      "on a dark phone",
      { viewport: { width: 390, height: 844 }, colorScheme: "dark", hasTouch: true, isMobile: true },
    ],
  ] as const)(
    "%s a model of two files is broken in one, seen from the other, mended, run, shared and kept",
    async (_, options: Options) => {
      const page = await open(addresses.host, options);
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      const tabs = await openWork(page, "governance/governance.sys");
      await page.locator("#run:enabled").waitFor();
      const before = await filesIn(page);
      expect(before.map(([name]) => name)).toEqual(["governance.sys", "city.sys"]);
      expect(before[0]?.[1]).not.toBe(before[1]?.[1]);

      expect(await shownTab(page)).toBe("city.sys");
      await page.locator(".cm-content").click();
      await page.keyboard.press("ControlOrMeta+End");
      await page.keyboard.insertText("expct");
      await page.locator("#run:disabled").waitFor();
      await expect.poll(() => page.locator(".cm-lintRange-error").count()).toBe(1);
      await tabs.first().click();
      expect(await shownTab(page)).toBe("governance.sys");
      await expect.poll(() => page.locator(".cm-lintRange-error").count()).toBe(0);
      await expect.poll(() => tabs.nth(1).innerText()).toContain("1 finding");
      await checkPage(page);

      const place = page.locator("#found .error .where button").first();
      expect(await place.innerText()).toMatch(/^city\.sys, line \d+$/);
      await place.click();
      expect(await shownTab(page)).toBe("city.sys");
      expect(await page.locator(".cm-lintRange-error").innerText()).toBe("expct");
      // What was found is selected.
      await page.keyboard.press("Delete");
      await page.locator("#run:enabled").click();
      await page.locator("#result .outcomes .holds").first().waitFor();
      expect(await page.locator("#result .outcomes .fails").count()).toBe(0);

      const other = await open(await linkOf(page), options);
      expect(await filesIn(other)).toEqual(before);
      await other.locator("#run:enabled").waitFor();
      await page.getByRole("button", { name: "All right" }).click();
      await page.reload();
      await page.locator("body[data-checked]").waitFor();
      expect(await filesIn(page)).toEqual(before);
      await page.locator("#download").hover();
      const [file] = await Promise.all([page.waitForEvent("download"), page.locator("#download").click()]);
      expect(file.suggestedFilename()).toBe("city.sys");
      expect(await page.locator("#download").getAttribute("title")).toContain("city.sys");
      expect(readFileSync(await file.path(), "utf8")).toBe(exampleFiles.get("governance/city.sys"));
    },
  );

  test("a model of two files is made of one, and one of two, by keys alone", async () => {
    const page = await open(addresses.disk);
    const importing = small.replace("\n", '\nimport "./rooms"\n');
    await write(page, importing);
    await page.locator("#found li.error").first().waitFor();
    expect(await page.locator("#files").isVisible()).toBe(false);
    await page.locator("#file-add").focus();
    await page.keyboard.press("Enter");
    // The name that the model imports is proposed.
    expect(await page.locator("#naming-name").inputValue()).toBe("rooms.sys");
    for (const [name, reason] of [
      ["small", "There is a small.sys already."],
      ["a/b.sys", "letters"],
      ["a.html", "ends in"],
    ] as const) {
      await page.locator("#naming-name").fill(name);
      await page.keyboard.press("Enter");
      expect(await page.locator("#naming-wrong").innerText()).toContain(reason);
    }
    await checkPage(page);
    await page.locator("#naming-name").fill("rooms");
    await page.keyboard.press("Enter");
    expect(await shownTab(page)).toBe("rooms.sys");
    await page.keyboard.insertText("environment cellar {\n  damp: number = 2\n}\n");
    await page.locator("#run:enabled").waitFor();
    await page.locator('#map-picture[alt*="2 environments"]').waitFor();

    const tabs = page.locator("#tabs [role=tab]");
    await page.locator('#tabs [aria-selected="true"]').focus();
    await page.keyboard.press("ArrowRight");
    expect(await shownTab(page)).toBe("small.sys");
    await page.keyboard.press("End");
    expect(await shownTab(page)).toBe("rooms.sys");
    expect(await page.evaluate("document.activeElement.id")).toBe("tab-1");
    expect(await page.locator("#editor").getAttribute("aria-labelledby")).toBe("tab-1");
    expect(await tabs.first().getAttribute("tabindex")).toBe("-1");

    await page.locator("#file-rename").focus();
    await page.keyboard.press("Enter");
    await page.locator("#naming-name").fill("halls");
    await page.keyboard.press("Enter");
    await page.locator("#found .error .where button", { hasText: "small.sys, line 2" }).waitFor();
    await page.locator("#file-first").focus();
    await page.keyboard.press("Enter");
    expect(await tabs.locator(".name").allInnerTexts()).toEqual(["halls.sys", "small.sys"]);
    await page.locator("#cannot", { hasText: "no scenario" }).waitFor();

    await page.locator("#file-remove").focus();
    await page.keyboard.press("Enter");
    expect(await page.locator("#files").isVisible()).toBe(false);
    expect(await page.locator("#editor").getAttribute("role")).toBeNull();
    expect(await textIn(page)).toBe(importing);
    await page.getByRole("button", { name: "Put it back" }).click();
    expect(await tabs.locator(".name").allInnerTexts()).toEqual(["halls.sys", "small.sys"]);
    expect(await page.locator(".cm-line").first().innerText()).toBe("environment cellar {");
  });

  test("each file has its own undoing, and mending one from the other shows it", async () => {
    const page = await open(addresses.disk);
    const tabs = await openWork(page, "governance/governance.sys");
    await tabs.nth(1).click();
    await page.locator(".cm-content").click();
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.insertText("scenaro x { run }");
    await tabs.first().click();
    await page.locator("#found .error").first().waitFor();
    await page.locator("#found button.primary").first().click();
    expect(await shownTab(page)).toBe("city.sys");
    await page.locator("#run:enabled").waitFor();
    await page.keyboard.press("ControlOrMeta+z");
    await page.locator("#run:disabled").waitFor();
    await tabs.first().click();
    await page.locator(".cm-content").click();
    // In this one nothing has been done that could be undone.
    await page.keyboard.press("ControlOrMeta+z");
    expect(await page.locator(".cm-line").first().innerText()).toBe(
      exampleFiles.get("governance/governance.sys")?.split("\n")[0],
    );
    expect(await page.locator("#run").isDisabled()).toBe(true);
  });

  test("what was kept by an earlier version of the page is there", async () => {
    const page = await open(addresses.host);
    await page.evaluate(
      `localStorage.clear(); localStorage.setItem("niklas.playground.text", ${JSON.stringify(small)})`,
    );
    const other = await visit(page.context(), addresses.host);
    expect(await textIn(other)).toBe(small);
    // What cannot be work is no reason to show nothing.
    await other.evaluate(`localStorage.setItem("niklas.playground.work", '[["a.sys"],3')`);
    expect(await textIn(await visit(page.context(), addresses.host))).toContain("model price_cap");
  });

  test("the report is a page of its own, which is downloaded and never shown", async () => {
    const page = await open(addresses.disk);
    await openWork(page, "governance/governance.sys");
    await page.locator("#run:enabled").waitFor();
    const [file] = await Promise.all([page.waitForEvent("download"), page.locator("#report").click()]);
    expect(file.suggestedFilename()).toBe("governance.html");
    expect(file.url()).toMatch(/^blob:/);
    const html = readFileSync(await file.path(), "utf8");
    const elements = elementsOf(parse(html));
    expect(
      elements.filter(({ tagName }) => ["script", "iframe", "object", "svg", "link"].includes(tagName)),
    ).toEqual([]);
    expect(elements.flatMap(({ attrs }) => attrs).filter(({ name }) => name.startsWith("on"))).toEqual([]);
    const pictures = elements
      .filter(({ tagName }) => tagName === "img")
      .map(({ attrs }) => new Map(attrs.map(({ name, value }) => [name, value])));
    expect(pictures.every((one) => one.get("src")?.startsWith("data:image/svg+xml;base64,"))).toBe(true);
    expect(pictures[0]?.get("alt")).toContain("3 systems");
    // Each scenario has its story.
    for (const [, label = ""] of exampleFiles
      .get("governance/governance.sys")
      ?.matchAll(/^scenario \w+ "([^"]+)"/gm) ?? [])
      expect(html.split(`<bdi>${label}</bdi>`).length, label).toBeGreaterThan(1);
    expect(await page.locator("#report").innerText()).toBe("Report");
    // The page is where it was, and has nothing of the report in it.
    expect(page.url()).toBe(addresses.disk);
    expect(await page.locator("body").innerText()).not.toContain("niklas report");
  });

  test("of what cannot be read there is no report, and one that takes long can be stopped", async () => {
    const page = await open(addresses.disk);
    await write(page, small.replace("expect", "expct"));
    await page.locator("#found li.error").first().waitFor();
    await page.locator("#report").click();
    await page.locator("#notice", { hasText: "cannot be reported" }).waitFor();
    await page.getByRole("button", { name: "All right" }).click();
    await write(page, small);
    await page.locator("#run:enabled").waitFor();
    await page.evaluate(`Worker.prototype.postMessage = function () {}`);
    await page.locator("#report").click();
    await page.getByRole("button", { name: "Stop the report" }).click();
    await page.locator("#said", { hasText: "The report was stopped." }).waitFor({ state: "attached" });
    expect(await page.locator("#report").innerText()).toBe("Report");
    expect(await textIn(page)).toBe(small);
  });

  test.each([
    ["light", {}],
    ["dark", { colorScheme: "dark" }],
    ["a phone", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
    [
      "a dark phone without motion",
      { viewport: { width: 390, height: 844 }, colorScheme: "dark", reducedMotion: "reduce" },
    ],
  ] as const)(
    "in %s nothing sticks out, and those who read by ear or with little contrast can use it",
    async (_, options: Options) => {
      const page = await open(addresses.disk, options);
      await write(page, `${small}\nexpct\nmachine lonely { code a / b }\n`);
      await page.locator("#found li.error").first().waitFor();
      await checkPage(page);
      await write(page, small);
      await ready(page, "warm");
      await page.locator("#run").click();
      await page.locator("#result .story").waitFor();
      await checkPage(page);
      expect(await page.evaluate("getComputedStyle(document.body).colorScheme")).toContain("dark");
      const bright = `getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number).reduce((a, b) => a + b) > 384`;
      expect(await page.evaluate(bright)).toBe(options.colorScheme !== "dark");
    },
  );

  /** Nothing sticks out of the page, and axe finds nothing serious. */
  async function checkPage(page: Page): Promise<void> {
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
    if (await page.evaluate("typeof axe === 'undefined'")) await page.evaluate(axe);
    const serious = await page.evaluate(
      `axe.run().then(({ violations }) => violations.filter(({ impact }) => impact === "serious" || impact === "critical").flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + " " + target + " " + failureSummary)))`,
    );
    expect(serious).toEqual([]);
  }
});

/** All elements of a page, as a browser reads it. */
function elementsOf(node: DefaultTreeAdapterTypes.Node): readonly DefaultTreeAdapterTypes.Element[] {
  const own = "attrs" in node ? [node] : [];
  return "childNodes" in node ? [...own, ...node.childNodes.flatMap(elementsOf)] : own;
}

test("the page is small enough to be sent, and permits nothing that it does not need", async () => {
  const other = mkdtempSync(join(tmpdir(), "niklas-playground-"));
  await buildPlayground(other);
  const html = readFileSync(join(other, "index.html"), "utf8");
  rmSync(other, { recursive: true });
  const { gzipSync } = await import("node:zlib");
  expect(gzipSync(html).length).toBeLessThan(1_500_000);
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? "";
  expect(policy).toContain("default-src 'none'");
  // WebAssembly, and nothing else that is called unsafe.
  expect(policy).toMatch(/; script-src 'sha256-[^ ]+' 'wasm-unsafe-eval';/);
  expect(policy.replace(" 'wasm-unsafe-eval'", "")).not.toMatch(/unsafe|https?:|\*|connect-src/);
  // The page itself, without its scripts, names no other place.
  expect(html.replace(/<script[^]*?<\/script>/g, "")).not.toMatch(/(src|href)="(?!data:,)/);
});
