/* The work of whoever writes here, kept in this browser alone. Where that is forbidden, it lasts as long as the page. */
import { packedWork, unpackedWork, workOf, type Work } from "../work.ts";

const key = "niklas.playground.work";
/** Where earlier versions of the page kept the one text that there was. */
const formerKey = "niklas.playground.text";

export interface Keeper {
  readonly kept: () => Work | undefined;
  /** Keeps a work a moment later, and at the latest when the page is left. */
  readonly keep: (work: Work) => void;
}

export function createKeeper(): Keeper {
  let timer = 0;
  let waiting: Work | undefined;
  const write = (): void => {
    clearTimeout(timer);
    if (waiting === undefined) return;
    try {
      localStorage.setItem(key, JSON.stringify(packedWork(waiting)));
      localStorage.removeItem(formerKey);
    } catch {
      // There is no room, or it is not permitted; nothing is lost as long as the page is open.
    }
    waiting = undefined;
  };
  window.addEventListener("pagehide", write);
  return {
    kept() {
      try {
        const written = localStorage.getItem(key);
        if (written !== null) return unpackedWork(JSON.parse(written));
        const former = localStorage.getItem(formerKey);
        return former === null ? undefined : workOf(former);
      } catch {
        return undefined;
      }
    },
    keep(work) {
      waiting = work;
      clearTimeout(timer);
      timer = window.setTimeout(write, 300);
    },
  };
}
