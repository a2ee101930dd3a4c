/**
 * Works something out when it is first asked for, and only then. A constant of a module may be had so: nobody can tell
 * whether it has been worked out.
 */
export function later<Value>(workOut: () => Value): () => Value {
  let known: { readonly value: Value } | undefined;
  return () => (known ??= { value: workOut() }).value;
}

/** The same for each key: what is worked out for one is kept beside that of the others. */
export function laterOf<Key, Value>(workOut: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, { readonly value: Value }>();
  return (key) => {
    let found = known.get(key);
    if (found === undefined) known.set(key, (found = { value: workOut(key) }));
    return found.value;
  };
}
