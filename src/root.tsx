import type { ReactNode } from 'react';
import { data, Links, Meta, Outlet } from 'react-router';
import { pageRequest } from '#platform/http/context.ts';
import { statusOf } from '#platform/http/problem.ts';
import { problemFacts } from '#platform/http/submit.ts';
import favicon from '#platform/ui/favicon.svg?url';
import latinFont from '#platform/ui/fonts/be-vietnam-pro-latin-400-normal.woff2?url';
import vietnameseFont from '#platform/ui/fonts/be-vietnam-pro-vietnamese-400-normal.woff2?url';
import { ProblemPage } from '#platform/ui/problem-page.tsx';
import type { Route } from './+types/root.ts';

/** Before any page reads an address or a body. */
export const middleware: Route.MiddlewareFunction[] = [
  ({ context }) => {
    const { turnedAway } = context.get(pageRequest);
    if (typeof turnedAway === 'number') throw data(null, { status: turnedAway });
    if (turnedAway !== null) throw data(problemFacts(turnedAway), { status: statusOf(turnedAway) });
  },
];

/** The document of every page. No `<Scripts>`: pages are finished HTML, links and forms; nothing hydrates. */
export function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="vi">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" type="image/svg+xml" href={favicon} />
        {[vietnameseFont, latinFont].map((font) => (
          <link key={font} rel="preload" as="font" type="font/woff2" href={font} crossOrigin="anonymous" />
        ))}
        <Meta />
        <Links />
      </head>
      <body>{children}</body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ProblemPage error={error} />;
}
