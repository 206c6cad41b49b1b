/** Widths in pixels in which a cover picture is kept: for the article, and for lists and phones. */
export const LARGE_WIDTH = 1600;
export const SMALL_WIDTH = 640;

/** The address of a picture; it names the content, so that it may be kept for ever. */
export function pictureHref(sha256: string): string {
  return `/anh/${sha256}.webp`;
}

/** The hash in such an address; undefined when it is none. */
export function hashOfPicture(file: string): string | undefined {
  return /^([0-9a-f]{64})\.webp$/.exec(file)?.[1];
}
