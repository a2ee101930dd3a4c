/*
 * What `niklas` starts: one of three bundles, compiled from a cache of the machine code of its last compilation where
 * there is one. More than half of the time of a short run goes into compiling; the cache saves most of that.
 */
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Script } from "node:vm";

/** Set when the package is built: the bundles' digests. V8 itself checks no more of a text than its length. */
declare const BUNDLE_DIGESTS: Readonly<Record<Name, string>>;

type Name = "plain_check" | "plain_run" | "program";

type Bundle = (load: NodeJS.Require, module: { exports: object }, file: string, folder: string) => void;

const [command, ...others] = process.argv.slice(2);
const name = others.every((path) => path === "-" || !path.startsWith("-")) ? plainName() : "program";
const file = join(__dirname, `niklas.${name}.cjs`);
const engine = `${process.version}-${process.arch}`;
const cacheFile = join(__dirname, `niklas.${name}-${BUNDLE_DIGESTS[name]}-${engine}.cache`);

/** What version 20 has of its own, and does not type any more. */
interface NodeOfOld {
  readonly binding: (name: "v8") => Pick<typeof import("node:v8"), "setFlagsFromString">;
}

/** Without options there is no command line to parse, which takes as long as a short run. */
function plainName(): Name {
  if (command === "check") return "plain_check";
  return command === "run" && others.length > 0 ? "plain_run" : "program";
}

function readCache(): Buffer | undefined {
  try {
    return readFileSync(cacheFile);
  } catch {
    return undefined;
  }
}

// The compiler of Node 20 begins early to optimize what has run for a millisecond; over a short run that takes longer
// than it saves. (Later ones wait by themselves, and do not know the setting.) The module `node:v8` would load streams,
// for which there is no use here, and takes longer than all that is needed of it: a function of Node's own.
if (process.versions.node.startsWith("20.")) {
  const { noDeprecation = false } = process;
  process.noDeprecation = true;
  try {
    (process as unknown as NodeOfOld).binding("v8").setFlagsFromString("--interrupt-budget=1000000");
  } catch {
    // Node was started so that it grants less; all works without.
  }
  process.noDeprecation = noDeprecation;
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
