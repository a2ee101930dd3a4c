/* The model handed out: as a link that holds it, and as a file. */
import { fragmentOf, type Shared } from "../link.ts";
import { element, part } from "./elements.ts";
import { notice } from "./notice.ts";
import { download, fileNameOf } from "./viewer.ts";

const understood = { title: "All right", take: () => {} } as const;

/** `shared`: what there is to hand out. */
export function offerHandingOut(shared: () => Shared): void {
  part("share", HTMLButtonElement).addEventListener("click", () => void copyLink(shared()));
  part("download", HTMLButtonElement).addEventListener("click", () => {
    const { model } = shared();
    download(model, "text/plain", `${fileNameOf(model)}.sys`);
  });
}

async function copyLink(shared: Shared): Promise<void> {
  const fragment = fragmentOf(shared);
  if (fragment === undefined) {
    notice("This model is too long for a link. Download it, and send the file.", [understood]);
    return;
  }
  const link = location.href.replace(/#.*$/, "") + fragment;
  try {
    await navigator.clipboard.writeText(link);
    notice("The link is copied. It holds the whole model; nothing has been sent anywhere.", [understood]);
  } catch {
    // Browsers keep the clipboard from pages that came by an unsafe way, and wherever somebody forbids it.
    const field = element("input", { type: "text", readonly: true, value: link, "aria-label": "The link" });
    notice("The link holds the whole model; nothing is sent anywhere. Copy it:", [understood]);
    part("notice", HTMLElement).firstElementChild?.append(field);
    field.focus();
    field.select();
  }
}
