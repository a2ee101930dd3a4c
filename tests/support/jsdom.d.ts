/** The little that tests want of jsdom. Its own types would bring those of a page into all files. */
declare module "jsdom" {
  export class JSDOM {
    constructor(page: string);
    readonly window: { readonly document: object };
  }
}
