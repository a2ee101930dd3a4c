/* A real browser for the tests of the page; undefined where the machine has none. */
import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

export const browserPath = [process.env["NIKLAS_CHROMIUM"] ?? "", ...places].find((path) => path !== "" && existsSync(path)); // prettier-ignore

export function launch(): Promise<Browser> {
  if (browserPath === undefined) throw new Error("there is no Chromium");
  return chromium.launch({ executablePath: browserPath, args: ["--no-sandbox"] });
}
