/*
 * What keeps the tool from doing its job, as against what it finds in a model. Each is a sentence or two on
 * standard error and exit status 2.
 */

/** A reason why the job could not be done, in words for the user; `help` is the next step. */
export interface Failure {
  readonly message: string;
  readonly help?: string | undefined;
}

/** Thrown where nothing that follows would make sense: a command line or a project file that is not understood. */
export class UsageError extends Error {
  readonly help: string | undefined;

  constructor(message: string, help?: string) {
    super(message);
    this.name = "UsageError";
    this.help = help;
  }
}

/** The `code` of an error of the system (`ENOENT`, `EPIPE` …), or undefined. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

/** What an error of the file system means, as the end of a sentence about the file. */
export function reasonOf(error: unknown): string {
  const code = systemCode(error);
  switch (code) {
    case "ENOENT":
      return "it does not exist";
    case "EACCES":
    case "EPERM":
      return "the system does not permit it";
    case "EISDIR":
      return "it is a folder";
    case "ENOTDIR":
      return "part of its path is not a folder";
    case "ELOOP":
      return "it is a link that leads nowhere";
    case "ENXIO":
    case "EOPNOTSUPP":
      return "it is not a regular file";
    case "ENOSPC":
    case "EDQUOT":
      return "there is no space left on the disk";
    case "EFBIG":
      return "the system does not permit a file of this size";
    case "EROFS":
      return "the disk can only be read";
    case "EMFILE":
    case "ENFILE":
      return "too many files are open";
    case "ENAMETOOLONG":
      return "its name is too long";
    default:
      return `the system answers ${code ?? "with an error it does not name"}`;
  }
}
