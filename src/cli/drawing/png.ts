/* SVG as PNG. What draws it is made for each kind of machine, and not part of the package: it is used where it is there. */
import { reasonOf, systemCode, UsageError } from "../failure.ts";

/** Twice as many pixels as the SVG says, so that it can be printed. */
const zoom = 2;
/** No side is longer: the picture has to fit into memory. */
const longest = 12_000;

export async function toPng(svg: string): Promise<Uint8Array> {
  const { Resvg } = await renderer();
  const [, width = "1", height = "1"] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  const value = Math.min(zoom, longest / Math.max(Number(width), Number(height)));
  const picture = new Resvg(svg, { fitTo: { mode: "zoom", value }, font: { loadSystemFonts: true } });
  return picture.render().asPng();
}

async function renderer(): Promise<typeof import("@resvg/resvg-js")> {
  try {
    return await import("@resvg/resvg-js");
  } catch (error) {
    const isMissing = ["MODULE_NOT_FOUND", "ERR_MODULE_NOT_FOUND"].includes(systemCode(error) ?? "");
    throw new UsageError(
      `a PNG cannot be drawn here: ${isMissing ? "the package `@resvg/resvg-js` is not installed" : reasonOf(error)}`,
      "`npm install @resvg/resvg-js` beside Niklas brings it; an SVG can be had without",
    );
  }
}
