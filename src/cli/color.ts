/** When output is coloured: as asked with `--color`. */
export const colorChoices = ["auto", "always", "never"] as const;
export type ColorChoice = (typeof colorChoices)[number];

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Whether to colour what goes to a stream. What is said on the command line comes first, then `NO_COLOR`, then
 * `FORCE_COLOR` and `CLICOLOR_FORCE`, then `CLICOLOR=0`, then `TERM=dumb`, then whether the stream is a terminal.
 * A variable that is set to nothing counts as not set (no-color.org).
 */
export function wantsColor(choice: ColorChoice, variables: Variables, terminal: boolean): boolean {
  if (choice !== "auto") return choice === "always";
  if (variables.NO_COLOR) return false;
  const forced = variables.FORCE_COLOR || variables.CLICOLOR_FORCE;
  if (forced) return forced !== "0" && forced !== "false";
  if (variables.CLICOLOR === "0" || variables.TERM === "dumb") return false;
  return terminal;
}
