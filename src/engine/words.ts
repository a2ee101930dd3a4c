/* Words as numbers: the values of enumerations and codes, and texts, each by the order in which the model has it. */

export interface Words {
  /** The number of a word; a new one is given the next. */
  readonly number: (word: string) => number;
  /** The word of a number. */
  readonly word: (number: number) => string;
}

export function createWords(): Words {
  const numbers = new Map<string, number>();
  const words: string[] = [];
  return {
    number(word) {
      const known = numbers.get(word);
      if (known !== undefined) return known;
      numbers.set(word, words.length);
      words.push(word);
      return words.length - 1;
    },
    word: (number) => words[number] ?? "",
  };
}
