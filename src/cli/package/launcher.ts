/*
 * What `niklas` starts: one of two bundles, compiled from a cache of the machine code of its last compilation where
 * there is one. More than half of the time of a short run goes into compiling; the cache saves most of that.
 */
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Script } from "node:vm";

/** Set when the package is built: the bundles' digests. V8 itself checks no more of a text than its length. */
declare const BUNDLE_DIGESTS: { readonly plain_check: string; readonly program: string };

type Bundle = (load: NodeJS.Require, module: { exports: object }, file: string, folder: string) => void;

const [command, ...others] = process.argv.slice(2);
const plain = command === "check" && others.every((path) => path === "-" || !path.startsWith("-"));
const name = plain ? "plain_check" : "program";
const file = join(__dirname, `niklas.${name}.cjs`);
const engine = `${process.version}-${process.arch}`;
const cacheFile = join(__dirname, `niklas.${name}-${BUNDLE_DIGESTS[name]}-${engine}.cache`);

function readCache(): Buffer | undefined {
  try {
    return readFileSync(cacheFile);
  } catch {
    return undefined;
  }
}

// The compiler of Node 20 begins early to optimize what has run for a millisecond; over a short run that takes longer
// than it saves. (Later ones wait by themselves, and do not know the setting.)
if (process.versions.node.startsWith("20.")) {
  const { setFlagsFromString }: typeof import("node:v8") = require("node:v8");
  setFlagsFromString("--interrupt-budget=1000000");
}

// The bundles hold nothing but ASCII, which is read faster so.
const source = readFileSync(file, "latin1");
const cachedData = readCache();
const script = new Script(source, { filename: file, ...(cachedData !== undefined && { cachedData }) });
const run: Bundle = script.runInThisContext();
run(require, { exports: {} }, file, __dirname);

// Made after a run, the cache holds the functions that a run needs. Where the folder cannot be written to, and where
// another version or other flags of Node refuse the cache, all works without it.
if (cachedData === undefined && (command === "check" || command === "run")) {
  process.once("exit", () => {
    const temporary = `${cacheFile}.${process.pid}`;
    try {
      writeFileSync(temporary, script.createCachedData(), { flag: "wx" });
      renameSync(temporary, cacheFile);
    } catch {
      // The next run is as fast as this one.
    }
  });
}
