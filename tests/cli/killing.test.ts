import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundledInto } from "./bundle.ts";
import { folderWith } from "./folder.ts";
import { killedOnce } from "./killing.ts";
import { layingOut, mending, Ward } from "./ward.ts";

/* In short what `npm run campaign:writing` does a thousand times. */

const place = mkdtempSync(join(tmpdir(), "niklas-kill-"));
let bundle = "";
beforeAll(async () => {
  bundle = await bundledInto(place);
}, 60_000);
afterAll(() => rmSync(place, { recursive: true, force: true }));

test.each([
  ["fmt", layingOut],
  ["check --fix", mending],
])("a `niklas %s` that is killed while it writes leaves every file whole", async (_name, job) => {
  const ward = new Ward(folderWith(), job, 20);
  for (const delay of [0, 2, 5, 9]) {
    const { faults } = await killedOnce(bundle, ward, job, delay);
    expect(faults).toEqual([]);
  }
  const settled = ward.settle(() => {
    spawnSync(process.execPath, [bundle, ...job.args], { cwd: ward.folder, env: { PATH: process.env.PATH } });
  });
  expect(settled).toEqual([]);
});
