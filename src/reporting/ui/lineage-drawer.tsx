import type { ReactNode } from 'react';
import { isoDate, parseIsoDate } from '#kernel/time.ts';
import type { FormProblem } from '#platform/http/problem.ts';
import { formatDate, formatMoment, MISSING } from '#platform/i18n/format.ts';
import { Drawer } from '#platform/ui/drawer.tsx';
import { ErrorSummary } from '#platform/ui/forms.tsx';
import { StateChip } from '#platform/ui/state-chip.tsx';
import { formatAmount, formatCell, inEntryUnit, shownUnit } from '../amounts.ts';
import { formatFigureRef } from '../figure-ref.ts';
import { hrefs } from '../hrefs.ts';
import type { FigureFacts, FigureLineage, FigurePart } from '../lineage.ts';
import { lineage as words } from '../messages.screens.vi.ts';
import { labels } from '../messages.vi.ts';
import type { LineageLink } from '../model.ts';
import { GAP_REASONS } from '../reconciliation.ts';
import { typedAt } from './typed-at.ts';

interface LineageDrawerProps {
  readonly lineage: FigureLineage;
  readonly closeHref: string;
  readonly hrefOf: (part: FigurePart) => string;
  readonly maySign: boolean;
  /** Of the unit and its form on the board, where cells are sent back; null: not for this person. */
  readonly returnHref: string | null;
  readonly problem: FormProblem | undefined;
}

/** Where a figure comes from: big number, declared, counted, gap; then the chain down to the origin. */
export function LineageDrawer(props: LineageDrawerProps) {
  const { figure, parts, links, past } = props.lineage;
  const { indicator } = figure;
  return (
    <Drawer
      title={words.title(figure.ref.unit === null ? words.wholeCluster : figure.place, indicator.name)}
      sub={words.sub(indicator.code, indicator.version)}
      closeHref={props.closeHref}
    >
      <p className="big">
        {figure.amount === null ? words.missing : formatCell(indicator, figure.amount)}{' '}
        {figure.amount === null ? null : <small>{shownUnit(indicator)}</small>}
      </p>
      {indicator.countedBy === null ? null : <Compared figure={figure} />}
      <ErrorSummary problem={props.problem} />
      <Signed figure={figure} />
      {props.maySign && figure.reconciliation === 'unreconciled' ? (
        <SignForm figure={figure} problem={props.problem} />
      ) : null}
      <Section title={words.origin}>
        <ol className="chain">
          {links.map((link, place) => (
            <Link key={link.kind} link={link} isEnd={place === links.length - 1} />
          ))}
        </ol>
      </Section>
      <Parts figure={figure} parts={parts} hrefOf={props.hrefOf} />
      <Section title={words.definition}>
        <p>{indicator.definition}</p>
        {figure.note ? (
          <p>
            <b>{words.note}:</b> {figure.note}
          </p>
        ) : null}
      </Section>
      {past.length > 0 ? (
        <Section title={words.past}>
          <dl className="kv">
            {past.map((one) => (
              <PastRow key={one.cutOff} day={formatDate(one.cutOff)} text={one.text} />
            ))}
          </dl>
        </Section>
      ) : null}
      <Section title={words.copied}>
        <p className="code">{formatFigureRef(figure.ref)}</p>
      </Section>
      {props.returnHref ? (
        <div className="tools">
          <a className="btn s" href={props.returnHref}>
            {words.sendBack}
          </a>
        </div>
      ) : null}
    </Drawer>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="sect">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function PastRow({ day, text }: { day: string; text: string }) {
  return (
    <>
      <dt>{day}</dt>
      <dd>{text}</dd>
    </>
  );
}

function Compared({ figure }: { figure: FigureFacts }) {
  const { indicator, amount, counted, gap } = figure;
  const isEqual = amount !== null && counted !== null && gap === null;
  const gapText = gap === null ? MISSING : formatCell(indicator, gap).replace('-', '−');
  return (
    <dl className="eq">
      <div>
        <dt>{words.declared}</dt>
        <dd>{formatCell(indicator, amount)}</dd>
      </div>
      <div>
        <dt>{words.counted}</dt>
        <dd>{formatCell(indicator, counted)}</dd>
      </div>
      <div className={isEqual ? 'ok' : undefined}>
        <dt>{words.gap}</dt>
        <dd>{isEqual ? '0 ✓' : gapText}</dd>
      </div>
    </dl>
  );
}

function Signed({ figure }: { figure: FigureFacts }) {
  const { signed, reconciliation } = figure;
  if (reconciliation === 'unreconciled')
    return (
      <div>
        <StateChip tone="warn" sign="≠" boxed>
          {words.badge.unreconciled}
        </StateChip>
      </div>
    );
  if (reconciliation !== 'signed' || !signed) return null;
  return (
    <div className="sect">
      <StateChip tone="ok" sign="✓">
        {words.badge.signed}
      </StateChip>
      <dl className="kv">
        {signed.reasons.map((share) => (
          <PastRow
            key={share.reason}
            day={labels.gapReason[share.reason]}
            text={formatAmount(figure.indicator, share.amount).replace('-', '−')}
          />
        ))}
      </dl>
      <p className="small muted">{words.signedBy(signed.signedBy, signed.signedAt)}</p>
    </div>
  );
}

/** The gap told by reasons; they are typed in the unit that the form shows. */
function SignForm({ figure, problem }: { figure: FigureFacts; problem: FormProblem | undefined }) {
  const gap = inEntryUnit(figure.indicator, figure.gap) ?? '0';
  return (
    <details className="inner" open={problem !== undefined}>
      <summary>{words.reconcile}</summary>
      <form method="post" className="sect">
        <input type="hidden" name="chiTieu" value={figure.indicator.code} />
        <input type="hidden" name="donVi" value={figure.ref.unit ?? ''} />
        <p className="small muted">{words.reconcileHint(gap)}</p>
        <div className="reasons">
          {GAP_REASONS.map((reason, place) => (
            <Reason
              key={reason}
              reason={reason}
              label={labels.gapReason[reason]}
              amount={typedAt(problem, 'phan', place, '')}
            />
          ))}
        </div>
        <div className="tools">
          <button className="btn s" type="submit">
            {words.sign}
          </button>
        </div>
      </form>
    </details>
  );
}

function Reason({ reason, label, amount }: { reason: string; label: string; amount: string }) {
  return (
    <>
      <label htmlFor={`ly-do-${reason}`}>{label}</label>
      <input type="hidden" name="lyDo[]" value={reason} />
      <input className="in n" id={`ly-do-${reason}`} name="phan[]" inputMode="text" defaultValue={amount} />
    </>
  );
}

function Link({ link, isEnd }: { link: LineageLink; isEnd: boolean }) {
  const when = whenText(link.at);
  const about = [when, link.by].filter(Boolean).join(' · ');
  return (
    <li className={isEnd ? 'end' : undefined}>
      <b>{link.href ? <a href={link.href}>{link.title}</a> : link.title}</b>
      {link.detail}
      {about ? <small>{about}</small> : null}
    </li>
  );
}

function whenText(at: string | null): string {
  if (at === null) return '';
  return parseIsoDate(at) ? formatDate(isoDate(at)) : formatMoment(new Date(at));
}

function Parts({
  figure,
  parts,
  hrefOf,
}: {
  figure: FigureFacts;
  parts: readonly FigurePart[];
  hrefOf: LineageDrawerProps['hrefOf'];
}) {
  const made = parts.filter((part) => part.ref.indicator !== figure.ref.indicator);
  const units = parts.filter((part) => part.ref.indicator === figure.ref.indicator);
  return (
    <>
      {made.length > 0 ? <PartList title={words.parts} parts={made} hrefOf={hrefOf} /> : null}
      {units.length > 0 ? <PartList title={words.byUnit} parts={units} hrefOf={hrefOf} /> : null}
    </>
  );
}

function PartList({
  title,
  parts,
  hrefOf,
}: {
  title: string;
  parts: readonly FigurePart[];
  hrefOf: LineageDrawerProps['hrefOf'];
}) {
  return (
    <Section title={title}>
      <ul className="partlist">
        {parts.map((part) => (
          <li key={formatFigureRef(part.ref)}>
            <span>{part.title}</span>
            {part.amount === null ? (
              <span className="num muted">{part.text}</span>
            ) : (
              <a className="num" href={hrefOf(part)}>
                {part.text}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Where on the board the cells of this figure's form are sent back. */
export function returnHrefOf(figure: FigureFacts): string | null {
  const { ref, indicator } = figure;
  return ref.unit === null || !indicator.isEntered
    ? null
    : `${hrefs.board(ref.period, ref.unit, indicator.formCode)}#drawer`;
}
