/* What the server must be told of the world: where files are, and what the project says of them. */
import type { Severities } from "../checks/describe.ts";
import type { Host } from "../model/host.ts";
import type { ReadBibliography } from "../model/loaded.ts";

/** The folders that an editor has opened. Files go by the names that a check of these folders gives them. */
export interface Workspace {
  readonly nameOf: (uri: string) => string;
  readonly uriOf: (name: string) => string;
  /** Reads what a file imports; never leaves its project. */
  readonly hostOf: (name: string) => Host;
  /** The severities that the project file sets, and what is wrong with it. */
  readonly settingsOf: (name: string) => ProjectLevels;
  /** The models in the folders. */
  readonly models: () => readonly string[];
  /** Where the page of a check can be read. */
  readonly pageOf: (check: string) => string | undefined;
  /** To be called when files on the disk have changed. */
  readonly refresh: () => void;
  readonly readBibliography: ReadBibliography;
}

export interface ProjectLevels {
  readonly severities: Severities;
  readonly problem?: string | undefined;
}

/** Opens folders by their addresses; of none, the folder that the server runs in. */
export type OpenWorkspace = (folders: readonly string[]) => Workspace;
