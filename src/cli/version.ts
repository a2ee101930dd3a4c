import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The version of the package, as its manifest says. */
export function version(): string {
  // The folder of the command line lies as deep in the package as in the sources.
  const manifest: unknown = JSON.parse(readFileSync(join(import.meta.dirname, "../../package.json"), "utf8"));
  if (typeof manifest === "object" && manifest !== null && "version" in manifest)
    return String(manifest.version);
  throw new Error("the package has no version");
}
