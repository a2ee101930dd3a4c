/* How the server is started: the one that comes with the extension, or the `niklas` that the setting names. */
import { join } from "node:path";
import type { Executable, NodeModule } from "vscode-languageclient/node";

/** Where the server lies in the extension: as deep as in the package, so that it finds its version and its pages. */
export const carriedServer = "dist/cli/server.cjs";

export function startOf(path: string, folder: string, platform: NodeJS.Platform): Executable | NodeModule {
  const own = path.trim();
  // The editor's own Node runs it: nothing else need be installed.
  if (own === "") return { module: join(folder, carriedServer) };
  if (/\.[cm]?js$/.test(own)) return { module: own, args: ["lsp"] };
  const args = ["lsp", "--stdio"];
  // What npm installs on Windows is a script for the shell.
  const isScript = platform === "win32" && !/\.exe$/i.test(own);
  return isScript
    ? { command: `"${own.replaceAll('"', "")}"`, args, options: { shell: true } }
    : { command: own, args };
}
