import reviewCss from './review.css?url';

/** The style sheet of this slice's pages; React lifts it into the head. */
export function ReviewHead() {
  return <link rel="stylesheet" href={reviewCss} precedence="page" />;
}
