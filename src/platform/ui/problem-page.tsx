import type { ReactNode } from 'react';
import { isRouteErrorResponse } from 'react-router';
import type { ProblemFacts } from '#platform/http/problem.ts';
import type { IconName } from './icon.tsx';
import { Icon, Mark } from './icon.tsx';
import { text } from './messages.vi.ts';
import { usePageFacts } from './page-facts.tsx';
import { OfficeHead, Shell } from './shell.tsx';

interface Problem {
  readonly status: number;
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  readonly law: string | null;
}

const BY_STATUS: Readonly<Record<number, { icon: IconName; words: { title: string; text: string } }>> = {
  400: { icon: 'warning', words: text.problem.badRequest },
  403: { icon: 'lock', words: text.problem.denied },
  404: { icon: 'search', words: text.problem.missing },
  405: { icon: 'warning', words: text.problem.wrongMethod },
  409: { icon: 'warning', words: text.problem.conflict },
  415: { icon: 'warning', words: text.problem.badRequest },
  413: { icon: 'file', words: text.problem.tooLarge },
  429: { icon: 'warning', words: text.problem.tooMany },
};

/** The page instead of the page: no right, nothing here, changed meanwhile, broken. */
export function ProblemPage({ error }: { error: unknown }) {
  const { path, signedIn } = usePageFacts();
  const problem = problemOf(error);
  if (signedIn && path.startsWith('/van-phong'))
    return (
      <Shell title={problem.title} crumbs={[{ label: problem.title }]}>
        <ProblemBox problem={problem} />
      </Shell>
    );
  return (
    <>
      <OfficeHead title={problem.title} />
      <header className="top">
        <a className="brand" href="/">
          <Mark />
          {text.product}
        </a>
      </header>
      <main className="page narrow" id="main">
        <ProblemBox problem={problem} />
      </main>
    </>
  );
}

function problemOf(error: unknown): Problem {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const known = BY_STATUS[status] ?? { icon: 'warning' as const, words: text.problem.broken };
  const facts = isRouteErrorResponse(error) ? (error.data as Partial<ProblemFacts> | null) : null;
  return {
    status,
    icon: known.icon,
    title: known.words.title,
    text: typeof facts?.text === 'string' ? facts.text : known.words.text,
    law: facts?.law ?? null,
  };
}

function ProblemBox({ problem }: { problem: Problem }) {
  const { requestId } = usePageFacts();
  return (
    <section className="box blank">
      <Icon name={problem.icon} />
      <h1>{problem.title}</h1>
      <p>{problem.text}</p>
      {problem.law ? <p className="small">{text.ground(problem.law)}</p> : null}
      {problem.status === 404 ? <FindAgain /> : <WaysOut />}
      <p className="small muted">
        {problem.status} · {text.problem.incident(requestId)}
      </p>
    </section>
  );
}

function FindAgain(): ReactNode {
  const { signedIn } = usePageFacts();
  if (!signedIn) return <WaysOut />;
  return (
    <search>
      <form className="tools" action="/van-phong/so-bo">
        <input
          className="in"
          type="search"
          name="tim"
          aria-label={text.search.label}
          placeholder={text.search.placeholder}
        />
        <button className="btn primary" type="submit">
          {text.search.submit}
        </button>
      </form>
    </search>
  );
}

function WaysOut(): ReactNode {
  const { signedIn } = usePageFacts();
  return (
    <p className="tools">
      <a className="btn" href={signedIn ? '/van-phong' : '/'}>
        {signedIn ? text.problem.office : text.problem.home}
      </a>
      {signedIn ? null : (
        <a className="btn plain" href="/dang-nhap">
          {text.signIn}
        </a>
      )}
    </p>
  );
}
