import type { ReactNode } from 'react';

interface PageHeaderProps {
  readonly title: string;
  /** State chips beside the title, at most two. */
  readonly chip?: ReactNode;
  /** One line of context below the title. */
  readonly sub?: ReactNode;
  /** At the right end: at most one filled button. */
  readonly actions?: ReactNode;
}

export function PageHeader({ title, chip, sub, actions }: PageHeaderProps) {
  return (
    <div className="head">
      <h1>{title}</h1>
      {chip}
      {actions ? <div className="acts">{actions}</div> : null}
      {sub ? <p className="sub">{sub}</p> : null}
    </div>
  );
}
