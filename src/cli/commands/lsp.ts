/* `niklas lsp`: the language server, over standard input and output. */
import { fileURLToPath, pathToFileURL } from "node:url";
import { dirname, join, resolve } from "node:path";
import { filesHost, extension } from "../files.ts";
import { displayName, isWithin, kindAt, pathOf, projectRoot, realPath } from "../paths.ts";
import { readProjectFile } from "../project_file.ts";
import { UsageError } from "../failure.ts";
import { checks } from "../../index.ts";
import { statuses, type Status } from "../errors.ts";
import { version } from "../version.ts";
import { walk } from "../walk.ts";
import type { OpenWorkspace, ProjectLevels, Workspace } from "../../lsp/workspace.ts";
import type { ReadBibliography } from "../../model/loaded.ts";

/** Goes on until the editor ends it. */
export async function lspCommand(): Promise<Status> {
  const { serve } = await import("../../lsp/server.ts");
  const { readBibliography } = await import("../../model/bibliography.ts");
  await serve({
    input: process.stdin,
    output: process.stdout,
    version: version(),
    open: workspaceOpener(readBibliography),
  });
  return statuses.fine;
}

/** What the project file says that concerns the server. */
interface Project extends ProjectLevels {
  readonly exclude: ReadonlySet<string>;
}

/** The pages that come with the package, as deep beside it as beside the sources. */
const pages = resolve(import.meta.dirname, "../../docs/checks");

function workspaceOpener(readBibliography: ReadBibliography): OpenWorkspace {
  return (folders) => {
    const paths = folders.flatMap((uri) => realPath(pathOfUri(uri) ?? "") ?? []);
    const workingFolder = paths[0] ?? realPath(process.cwd()) ?? process.cwd();
    const known = new Map<string, Project>();
    let models: readonly string[] | undefined;
    const rootOf = (name: string): string => {
      const path = pathOf(workingFolder, name);
      const root = projectRoot(workingFolder) ?? workingFolder;
      if (isWithin(root, path)) return root;
      const folder = realPath(dirname(path)) ?? dirname(path);
      return projectRoot(folder) ?? folder;
    };
    const nameOf = (uri: string): string => {
      const path = pathOfUri(uri);
      if (path === undefined) return uri;
      return displayName(workingFolder, realPath(path) ?? path);
    };
    const readProject = (root: string): Project => {
      try {
        const file = readProjectFile({ workingFolder, root, config: undefined, checks });
        const exclude = (file?.settings.exclude ?? []).map((path) => resolve(file?.folder ?? root, path));
        return { severities: file?.settings.severity ?? new Map(), exclude: new Set(exclude) };
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        return { severities: new Map(), exclude: new Set(), problem: error.message };
      }
    };
    const projectAt = (root: string): Project => {
      const project = known.get(root) ?? readProject(root);
      known.set(root, project);
      return project;
    };
    const modelsIn = (folder: string): readonly string[] => {
      const root = projectRoot(folder) ?? folder;
      const { files } = walk(folder, { endings: [extension], root, exclude: projectAt(root).exclude });
      return files.map((path) => displayName(workingFolder, path));
    };
    const workspace: Workspace = {
      nameOf,
      // Only a file has a path as its name; whatever else an editor has opened goes by its address.
      uriOf: (name) =>
        /^[A-Za-z][A-Za-z0-9+.-]+:/.test(name) ? name : pathToFileURL(pathOf(workingFolder, name)).href,
      hostOf: (name) => filesHost({ workingFolder, root: rootOf(name) }),
      settingsOf: (name) => projectAt(rootOf(name)),
      models: () => (models ??= paths.flatMap(modelsIn)),
      pageOf(check) {
        const path = join(pages, `${check}.md`);
        return kindAt(path) === "file" ? pathToFileURL(path).href : undefined;
      },
      refresh() {
        known.clear();
        models = undefined;
      },
      readBibliography,
    };
    return workspace;
  };
}

function pathOfUri(uri: string): string | undefined {
  if (!/^file:/i.test(uri)) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
