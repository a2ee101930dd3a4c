/*
 * How files come in. The core does no input or output: whoever calls it says how an import is found and read.
 * Names of files are the host's own and opaque to the core.
 */

export type Located =
  | { readonly kind: "found"; readonly name: string }
  /** `tried`: the names looked for; `near`: names that do exist and look alike. */
  | { readonly kind: "not_found"; readonly tried: readonly string[]; readonly near: readonly string[] }
  /** The specifier leads outside the folder that imports may reach. */
  | { readonly kind: "outside"; readonly root: string };

export type ReadOutcome =
  /** Bytes are decoded as strict UTF-8. */
  | { readonly kind: "read"; readonly content: string | Uint8Array }
  | { readonly kind: "unreadable"; readonly reason: string }
  | { readonly kind: "too_large"; readonly bytes: number };

/** What a file is wanted as. Of a model's name `.sys` may be left out. */
export type FileUse = "import" | "bibliography";

export interface Host {
  /** Finds the file that `specifier`, as written in the file `from`, means. `canon` is never asked for. */
  readonly locate: (specifier: string, from: string, use: FileUse) => Located;
  readonly read: (name: string) => ReadOutcome;
}

/** A host without files: every import but the canon is not found. */
export const noFiles: Host = {
  locate: (specifier) => ({ kind: "not_found", tried: [specifier], near: [] }),
  read: () => ({ kind: "unreadable", reason: "there are no files here" }),
};
