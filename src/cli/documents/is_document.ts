/** How the names of Markdown files end. */
export const documentEndings = [".md", ".markdown"];

/** Whether a file is a Markdown file, by its name. */
export function isDocument(path: string | undefined): boolean {
  return path !== undefined && documentEndings.some((ending) => path.endsWith(ending));
}
