/*
 * The playground in Chromium, opened from the disk: how long until one can type, until the first findings and until the first
 * map are there, how long after a keystroke those of a model of 500 lines are, as the page sees it, and how large the page is.
 *
 *     npm run bench:play [rounds]
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { buildPlayground } from "../src/cli/package/playground.ts";
import { launch } from "../tests/playground/chromium.ts";
import { largeModel } from "./large-model.ts";

const rounds = Number(process.argv[2] ?? 5);
const folder = mkdtempSync(join(tmpdir(), "niklas-bench-"));
await buildPlayground(folder);
const file = join(folder, "index.html");
const html = readFileSync(file);
console.log(`size: ${kilobytes(html.length)} as it is, ${kilobytes(gzipSync(html, { level: 9 }).length)} by gzip, ${kilobytes(brotliCompressSync(html).length)} by brotli`); // prettier-ignore

/** Notes when the editor is there and when the findings are, and each time these are told anew. */
const watching = `
  window.times = { typing: 0, checked: 0, map: 0 };
  new MutationObserver(() => {
    if (document.body?.dataset.ready && !times.typing) times.typing = performance.now();
    if (document.body?.dataset.checked && !times.checked) times.checked = performance.now();
    if (document.querySelector("#map-picture")?.hasAttribute("src") && !times.map) times.map = performance.now();
  }).observe(document, { subtree: true, childList: true, attributes: true });
`;

const browser = await launch();
const typing: number[] = [];
const checked: number[] = [];
const mapped: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  const context = await browser.newContext();
  await context.addInitScript(watching);
  const page = await context.newPage();
  await page.goto(pathToFileURL(file).href);
  await page.locator("body[data-checked]").waitFor();
  typing.push(Number(await page.evaluate("times.typing")));
  checked.push(Number(await page.evaluate("times.checked")));
  mapped.push(Number(await page.evaluate(onceThere("times.map"))));
  await context.close();
}
console.log(`from opening the file until one can type: ${summary(typing)}`);
console.log(`from opening the file until the first findings: ${summary(checked)}`);
console.log(`from opening the file until the first map: ${summary(mapped)}`);

const text = largeModel(500);
const page = await browser.newPage();
await page.goto(pathToFileURL(file).href);
await page.locator("body[data-checked]").waitFor();
await page.locator(".cm-content").click();
await page.keyboard.press("ControlOrMeta+a");
await page.keyboard.insertText(text);
// The list is filled anew with each answer, so that whoever watches it sees when.
await page.evaluate(`
  window.latest = 0;
  window.pressed = 0;
  window.map = 0;
  document.querySelector("#map-picture").addEventListener("load", () => { map = performance.now(); });
  addEventListener("keydown", () => { pressed = performance.now(); }, true);
  new MutationObserver(() => { latest = performance.now(); }).observe(document.querySelector("#count"), { childList: true });
`);
await page.waitForTimeout(2_000);
await page.keyboard.press("ControlOrMeta+End");
for (let line = 0; line < 4; line += 1) await page.keyboard.press("ArrowUp");
await page.keyboard.press("End");
const after: number[] = [];
for (const sign of "  // a remark, typed sign by sign, by somebody") after.push(await keystroke(sign));
for (let count = 0; count < 20; count += 1) after.push(await keystroke("Backspace"));
console.log(`from a keystroke to its findings, ${text.split("\n").length} lines: ${summary(after)}`);

// Whoever pauses has a map drawn, and types on meanwhile.
const meanwhile: number[] = [];
for (let count = 0; count < 20; count += 1) {
  await page.waitForTimeout(260 + count * 20);
  meanwhile.push(await keystroke("x"));
}
console.log(`the same, while maps are drawn: ${summary(meanwhile)}`);
const maps: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  await page.evaluate("map = 0");
  await keystroke("Backspace");
  maps.push(Number(await page.evaluate(`${onceThere("map")}.then((at) => at - pressed)`)));
}
console.log(`from a keystroke to its map: ${summary(maps)}`);
await browser.close();
rmSync(folder, { recursive: true });

async function keystroke(key: string): Promise<number> {
  await page.evaluate("latest = 0");
  await page.keyboard.press(key);
  return Number(await page.evaluate(`${onceThere("latest")}.then((at) => at - pressed)`));
}

/** A time noted in the page, when it is. */
function onceThere(name: string): string {
  return `new Promise((done) => { const look = () => ${name} > 0 ? done(${name}) : setTimeout(look, 1); look(); })`;
}

function summary(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0); // prettier-ignore
  return `median ${at(0.5)} ms, nine of ten within ${at(0.9)} ms, at most ${at(1)} ms (${sorted.length} times)`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`;
}
