/*
 * Every file of the project that is made from others. A test compares each with what `make` yields now, so that none
 * is ever stale; `npm run generate` writes them.
 */
import { checks } from "../../../src/index.ts";
import { canonTexts } from "./canon.ts";
import { canonPage } from "./canon_page.ts";
import { checkIndex, checkPage } from "./check_pages.ts";
import { confusableCharacters } from "./confusables.ts";
import { ebnf } from "./grammar/ebnf.ts";
import { diagrams } from "./grammar/railroad.ts";
import { textmate } from "./grammar/textmate.ts";
import { messagePicture } from "./message_picture.ts";
import { messagesPage } from "./messages.ts";
import { pagesText } from "./pages_text.ts";
import { comparedPicture, lawPicture, maps, picturesPage } from "./pictures.ts";
import { projectSchemaText } from "./project_schema.ts";
import { canonSources } from "./sources.ts";
import { unicodeTables } from "./unicode.ts";

export interface Generated {
  /** From the root of the project. */
  readonly path: string;
  /** Its text as it should be. */
  readonly make: () => string | Promise<string>;
}

export const generated: readonly Generated[] = [
  { path: "docs/schema/niklas.schema.json", make: projectSchemaText },
  { path: "docs/canon.md", make: canonPage },
  { path: "docs/checks/README.md", make: checkIndex },
  ...checks.map((check) => ({ path: `docs/checks/${check.name}.md`, make: () => checkPage(check) })),
  { path: "docs/message.svg", make: messagePicture },
  { path: "docs/messages.md", make: messagesPage },
  { path: "docs/pictures.md", make: picturesPage },
  { path: "docs/pictures/law.svg", make: lawPicture },
  { path: "docs/pictures/governance_compared.svg", make: comparedPicture },
  ...maps,
  { path: "grammar/diagrams.html", make: diagrams },
  { path: "grammar/niklas.ebnf", make: ebnf },
  { path: "grammar/niklas.tmLanguage.json", make: textmate },
  { path: "src/checks/pages.ts", make: pagesText },
  { path: "src/model/canon/texts.ts", make: () => canonTexts(canonSources()) },
  { path: "src/model/confusables.ts", make: confusableCharacters },
  { path: "src/syntax/unicode.ts", make: unicodeTables },
];
