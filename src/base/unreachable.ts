/** Marks the branch that the types rule out; a new kind that some `switch` forgets does not compile. */
export function unreachable(value: never): never {
  throw new Error(`a kind that nothing handles: ${JSON.stringify(value)}`);
}
