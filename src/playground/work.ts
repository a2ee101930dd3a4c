/*
 * A work: the files that somebody writes in the playground. The first is the one that is run; it may import the others, and name
 * bibliographies among them. All lie in one folder, so that a name is all there is to say where one is.
 */

export interface WorkFile {
  readonly name: string;
  readonly text: string;
}

/** With the first, a model; names are different, and such as `isFileName` lets pass. */
export type Work = readonly [WorkFile, ...WorkFile[]];

/** What a file is called as long as it is the only one: then its name is nothing to anybody. */
export const onlyName = "model.sys";
export const mostFiles = 40;
const longestName = 80;

export function workOf(text: string): Work {
  return [{ name: onlyName, text }];
}

/** The work that these files make; undefined if they make none. Whoever calls it need not know that they are files. */
export function workFrom(files: readonly WorkFile[]): Work | undefined {
  const [first, ...others] = files;
  if (first === undefined || !isModelName(first.name) || files.length > mostFiles) return undefined;
  if (!files.every(({ name }) => isFileName(name))) return undefined;
  if (new Set(files.map(({ name }) => sameName(name))).size < files.length) return undefined;
  return [first, ...others];
}

/** The work that data say as `packed` writes it: a text, or a list of names with texts. */
export function unpackedWork(value: unknown): Work | undefined {
  if (typeof value === "string") return workOf(value);
  if (!Array.isArray(value) || value.length < 2) return undefined;
  const files: WorkFile[] = [];
  for (const pair of value) {
    if (!Array.isArray(pair) || pair.length !== 2) return undefined;
    const [name, text]: readonly unknown[] = pair;
    if (typeof name !== "string" || typeof text !== "string") return undefined;
    files.push({ name, text });
  }
  return workFrom(files);
}

export function packedWork(work: Work): string | readonly (readonly [string, string])[] {
  return work.length === 1 ? work[0].text : work.map(({ name, text }) => [name, text] as const);
}

export function isModelName(name: string): boolean {
  return name.endsWith(".sys");
}

/** Whether a file can be called so: as files can be called everywhere, and so that what it is can be seen. */
export function isFileName(name: string): boolean {
  return name.length <= longestName && /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_. -]*\.(?:sys|bib|json)$/u.test(name);
}

/** What is the same for names that not every computer tells apart. */
export function sameName(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

/** Whether both say the same; what the only file is called does not matter. */
export function areSameWork(one: Work, other: Work): boolean {
  return (
    one.length === other.length &&
    one.every(({ name, text }, index) => {
      const its = other[index];
      return text === its?.text && (one.length === 1 || name === its.name);
    })
  );
}

export function textsOf(work: Work): ReadonlyMap<string, string> {
  return new Map(work.map(({ name, text }) => [name, text]));
}

/** What a model is called as a file, without an ending: as it calls itself, if every computer can write that. */
export function fileNameOf([{ text }]: Work): string {
  return /^\s*model\s+([A-Za-z0-9_]+)/m.exec(text)?.[1] ?? "model";
}

/** What the only file will be called when there are others: nobody has given it a name yet, or it keeps its own. */
export function nameAmongOthers(work: Work): string {
  const [{ name }] = work;
  return name === onlyName ? `${fileNameOf(work)}.sys` : name;
}

/** What a file is called when it is handed out. */
export function nameOutside(work: Work, file: string): string {
  return work.length === 1 ? `${fileNameOf(work)}.sys` : file;
}
