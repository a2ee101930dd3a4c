/* How a caller ends what takes too long. */

export interface Interruptible {
  /** Once it is aborted, what is being done ends before the next step, by throwing the reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called before each step; what it throws ends what is being done. */
  readonly checkpoint?: (() => void) | undefined;
}

export function checkpointOf({ signal, checkpoint }: Interruptible): (() => void) | undefined {
  if (signal === undefined) return checkpoint;
  return () => {
    signal.throwIfAborted();
    checkpoint?.();
  };
}
