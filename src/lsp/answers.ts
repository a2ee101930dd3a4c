/* What an editor may ask about a text, and the answers. */
import type { Connection, ServerCapabilities } from "vscode-languageserver";
import type { Desk } from "./desk.ts";

/** What the server can be asked. */
export const capabilities: ServerCapabilities = {};

/** Answers the requests of an editor from its desk. */
export function answerRequests(_connection: Connection, _desk: () => Desk | undefined): void {}
