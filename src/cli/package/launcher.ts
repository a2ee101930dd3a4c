/*
 * What `niklas` starts: the bundle, compiled from a cache of the machine code of its last compilation where there is
 * one. More than half of the time of a short run goes into compiling; the cache saves most of that.
 */
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Script } from "node:vm";

/** Set when the package is built: the bundle's digest. V8 itself checks no more of the text than its length. */
declare const BUNDLE_DIGEST: string;

type Bundle = (load: NodeJS.Require, module: { exports: object }, file: string, folder: string) => void;

const file = join(__dirname, "niklas.bundle.cjs");
const cacheFile = join(__dirname, `niklas-${BUNDLE_DIGEST}-${process.version}-${process.arch}.cache`);

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

// The bundle holds nothing but ASCII, which is read faster so.
const source = readFileSync(file, "latin1");
const cachedData = readCache();
const script = new Script(source, { filename: file, ...(cachedData !== undefined && { cachedData }) });
const run: Bundle = script.runInThisContext();
run(require, { exports: {} }, file, __dirname);

// Made after a run, the cache holds the functions that a run needs. Where the folder cannot be written to, and where
// another version or other flags of Node refuse the cache, all works without it.
if (cachedData === undefined && process.argv[2] === "check") {
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
