import { nearest } from "../base/near.ts";
import type { Host } from "./host.ts";

/**
 * A host over texts in memory: file names are relative paths with `/`. Imports are relative to the importing file,
 * `.sys` may be left out, and nothing lies outside.
 */
export function memoryHost(files: ReadonlyMap<string, string | Uint8Array>): Host {
  return {
    locate(specifier, from, use) {
      const path = joined(from, specifier);
      if (path === undefined) return { kind: "outside", root: "." };
      const tried = use === "import" ? [path, `${path}.sys`] : [path];
      const name = tried.find((candidate) => files.has(candidate));
      if (name !== undefined) return { kind: "found", name };
      const near = new Set(tried.flatMap((candidate) => nearest(candidate, files.keys())));
      return { kind: "not_found", tried, near: [...near] };
    },
    read(name) {
      const content = files.get(name);
      return content === undefined
        ? { kind: "unreadable", reason: "there is no such file" }
        : { kind: "read", content };
    },
  };
}

/** `specifier` as seen from the folder of `from`; undefined if it leads above the top. */
function joined(from: string, specifier: string): string | undefined {
  const parts = from.split("/").slice(0, -1);
  for (const part of specifier.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join("/");
}
