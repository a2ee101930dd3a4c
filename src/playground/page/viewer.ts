/* Pictures large, and as files. */
import type { Picture } from "../picture.ts";
import { element, part } from "./elements.ts";

export interface Viewer {
  /** Shows a picture as large as it was made; `name` is that of the file it can become. */
  readonly show: (picture: Picture, name: string) => void;
}

export function createViewer(): Viewer {
  const dialog = part("picture", HTMLDialogElement);
  const image = part("picture-large", HTMLImageElement);
  let shown: { readonly picture: Picture; readonly name: string } | undefined;
  part("picture-download", HTMLButtonElement).addEventListener("click", () => {
    if (shown !== undefined) downloadPicture(shown.picture, shown.name);
  });
  return {
    show(picture, name) {
      shown = { picture, name };
      put(picture, image);
      dialog.showModal();
    },
  };
}

/** As an image it can neither run anything nor load anything. */
export function put({ svg, words }: Picture, image: HTMLImageElement): void {
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  image.alt = words;
}

export function downloadPicture({ svg }: Picture, name: string): void {
  download(svg, "image/svg+xml", `${name}.svg`);
}

/** Hands out a text as a file. */
export function download(text: string, type: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  element("a", { href: address, download: name }).click();
  window.setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
