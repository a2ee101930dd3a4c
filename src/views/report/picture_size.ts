/* How large a picture of ours is, which its first element says. */

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** In CSS pixels; nothing of what is no picture of ours. */
export function sizeOf(svg: string): PictureSize {
  const [, width = "0", height = "0"] = /^<svg [^<>]*viewBox="0 0 ([\d.]+) ([\d.]+)"/u.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
}
