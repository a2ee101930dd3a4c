/*
 * Every file of the project that is made from others. A test compares each with what `make` yields now, so that none
 * is ever stale; `npm run generate` writes them.
 */
import { canonTexts } from "./canon.ts";
import { confusableCharacters } from "./confusables.ts";
import { ebnf } from "./grammar/ebnf.ts";
import { diagrams } from "./grammar/railroad.ts";
import { textmate } from "./grammar/textmate.ts";
import { canonSources } from "./sources.ts";
import { unicodeTables } from "./unicode.ts";

export interface Generated {
  /** From the root of the project. */
  readonly path: string;
  /** Its text as it should be. */
  readonly make: () => string | Promise<string>;
}

export const generated: readonly Generated[] = [
  { path: "grammar/diagrams.html", make: diagrams },
  { path: "grammar/niklas.ebnf", make: ebnf },
  { path: "grammar/niklas.tmLanguage.json", make: textmate },
  { path: "src/model/canon/texts.ts", make: () => canonTexts(canonSources()) },
  { path: "src/model/confusables.ts", make: confusableCharacters },
  { path: "src/syntax/unicode.ts", make: unicodeTables },
];
