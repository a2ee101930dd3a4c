/** Works something out when it is first asked for, and only then. */
export function later<Value>(workOut: () => Value): () => Value {
  let known: { readonly value: Value } | undefined;
  return () => (known ??= { value: workOut() }).value;
}
