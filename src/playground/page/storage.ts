/* The text of whoever writes here, kept in this browser alone. Where that is forbidden, it lasts as long as the page. */
const key = "niklas.playground.text";

export interface Keeper {
  readonly kept: () => string | undefined;
  /** Keeps a text a moment later, and at the latest when the page is left. */
  readonly keep: (text: string) => void;
}

export function createKeeper(): Keeper {
  let timer = 0;
  let waiting: string | undefined;
  const write = (): void => {
    clearTimeout(timer);
    if (waiting === undefined) return;
    try {
      localStorage.setItem(key, waiting);
    } catch {
      // There is no room, or it is not permitted; nothing is lost as long as the page is open.
    }
    waiting = undefined;
  };
  window.addEventListener("pagehide", write);
  return {
    kept() {
      try {
        return localStorage.getItem(key) ?? undefined;
      } catch {
        return undefined;
      }
    },
    keep(text) {
      waiting = text;
      clearTimeout(timer);
      timer = window.setTimeout(write, 300);
    },
  };
}
