/* The two functions of the library for BibTeX that are used; it comes without types. */
declare module "@citation-js/plugin-bibtex/lib/input/file.js" {
  const file: {
    /** Reads the text into entries; throws on what is no BibTeX. */
    readonly parse: (text: string) => readonly unknown[];
  };
  export default file;
}
declare module "@citation-js/plugin-bibtex/lib/input/entries.js" {
  const entries: {
    /** Makes CSL-JSON of entries. */
    readonly parse: (entries: readonly unknown[]) => readonly unknown[];
  };
  export default entries;
}
