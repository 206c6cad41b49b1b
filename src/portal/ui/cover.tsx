import { text } from '../messages.vi.ts';
import type { CoverPicture } from '../model.ts';
import { pictureHref } from '../picture.ts';

/** The cover picture of an article, with its credit below. */
export function Cover({ picture }: { picture: CoverPicture }) {
  const { small, large, alt, credit } = picture;
  return (
    <figure className="cover">
      <img
        src={pictureHref(large.sha256)}
        srcSet={`${pictureHref(small.sha256)} ${small.width}w, ${pictureHref(large.sha256)} ${large.width}w`}
        sizes="(min-width: 900px) 760px, 100vw"
        width={large.width}
        height={large.height}
        alt={alt}
        decoding="async"
      />
      <figcaption>{text.article.credit(credit)}</figcaption>
    </figure>
  );
}

/** In a list the title beside it says what it is about, so it is left out for screen readers. */
export function Thumbnail({ picture }: { picture: CoverPicture }) {
  const { sha256, width, height } = picture.small;
  return <img className="thumb" src={pictureHref(sha256)} width={width} height={height} alt="" loading="lazy" />;
}
