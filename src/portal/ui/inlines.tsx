import { Fragment } from 'react';
import type { Inline } from '#review/public.ts';
import { boundInlines } from '../typography.ts';

/** Text with its figure chips: each opens where the number comes from. */
export function Inlines({ inlines }: { inlines: readonly Inline[] }) {
  return boundInlines(inlines).map((inline, at) => {
    const key = `${at}-${inline.text}`;
    if (inline.kind === 'figure')
      return (
        <a key={key} className="chip" href={sourceHref(inline.ref)}>
          {inline.text}
        </a>
      );
    if (inline.bold) return <b key={key}>{inline.text}</b>;
    return inline.italic ? <i key={key}>{inline.text}</i> : <Fragment key={key}>{inline.text}</Fragment>;
  });
}

/** The page that says where a figure comes from. */
export function sourceHref(ref: string): string {
  return `/so-lieu/nguon?so=${encodeURIComponent(ref)}`;
}
