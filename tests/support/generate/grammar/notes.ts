/**
 * What the rules do not say of themselves: where the parser looks a few words further (LANGUAGE, section 3.1), and
 * what is seen to after parsing. Every gated rule has a note; a test sees to it.
 */
export const notes: ReadonlyMap<string, string> = new Map([
  ["trigger", "the keywords win: `on own bill` is an own operation, `on every step` every step"],
  ["effectItems", "a word followed by `:=` is assigned to, also the word `emit`"],
  [
    "environmentItems",
    "a word followed by `:`, with or without a label between, names a quantity: `cite: number = 1`",
  ],
  ["couplingItems", "a word followed by `.` begins a channel, also a word that could begin an option"],
  ["channel", "an option ends where a word followed by `.` begins the next channel"],
  ["through", "`direct` alone means: without any coupling"],
  [
    "step",
    "`word emits word` and `word.word emits word` are emissions, even if the first word could begin another step or go on the step before",
  ],
  ["expect", "`violation` wins over a name"],
  ["propertyItems", "a word (or `word.word`) followed by `reaches` or by `never reaches` is a ref"],
  ["clauses", "a conditional program has no `choose`, a purpose program no `when … ->`"],
  ["environmentBody", "`included` stands only in a population"],
  ["propertyBody", "exactly one claim"],
  ["nameOrCall", "a call has a single name before the bracket"],
  ["count", "a whole number"],
  ["range", "`0..5`, `0..`, `..5`; bounds belong to the range"],
]);
