import type { ReactNode } from 'react';
import { Note } from '#platform/ui/empty.tsx';
import { StateChip } from '#platform/ui/state-chip.tsx';
import type { Assessment } from '../assess.ts';
import { hrefs } from '../hrefs.ts';
import { figureLabels, sectorLabels, sizeLabels, unitLabels, warningText } from '../messages.vi.ts';
import { tabsText, cardText as text } from '../messages-pages.vi.ts';
import { ruleContent } from '../rule-book.ts';
import { sayUsed, titleOf } from '../say-rule.ts';
import complianceCss from './compliance.css?url';
import { LevelChip } from './level-chip.tsx';

/**
 * What the dated rules make of an organisation: size class with rule version and figures used, minimum, warnings with their
 * citation and figures, what is due next. `isBrief` leaves out the ways of reckoning, for a place on another page.
 */
export function ComplianceCard({ assessment, isBrief = false }: { assessment: Assessment; isBrief?: boolean }) {
  const { id, on, unverified } = assessment;
  return (
    <section className="box pad compliance" aria-labelledby="compliance">
      <h2 id="compliance">{text.title}</h2>
      <p className="small muted">{text.on(on)}</p>
      <dl className="kv">
        <Size assessment={assessment} />
        <Minimum assessment={assessment} />
        <Duties assessment={assessment} />
      </dl>
      {isBrief ? null : <Reckoning assessment={assessment} />}
      <div className="card-parts">
        <div>
          <Warnings assessment={assessment} />
        </div>
        <div>
          <Clocks assessment={assessment} />
        </div>
      </div>
      {unverified.length > 0 ? (
        <Note tone="warn">
          {text.unverified(unverified.length)} <a href={hrefs.rules('?chua=1')}>{text.seeRules}</a>
        </Note>
      ) : null}
      {isBrief ? (
        <p className="tools">
          <a href={hrefs.compliance(id)}>{text.open}</a>
          <a href={hrefs.governance(id)}>{tabsText.governance}</a>
          <a href={hrefs.assets(id)}>{tabsText.assets}</a>
        </p>
      ) : null}
    </section>
  );
}

/** The card as it stands on another page, with the ways to this slice's pages. */
export function ComplianceCardBrief({ data }: { data: Assessment }) {
  return (
    <>
      <link rel="stylesheet" href={complianceCss} precedence="page" />
      <ComplianceCard assessment={data} isBrief />
    </>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Size({ assessment: { size } }: { assessment: Assessment }) {
  if (size.scheme === null) return <Row label={text.size}>{text.sizeNone}</Row>;
  const missing =
    size.missing.length > 0 ? `${text.missing}: ${size.missing.map((name) => figureLabels[name]).join(', ')}` : null;
  const empty = size.emptyRules.length > 0 ? `${text.emptyRules}: ${size.emptyRules.map(ruleTitle).join(', ')}` : null;
  if (size.scheme === 'circular-01')
    return (
      <>
        <Row label={text.byMembers}>{sizeLabels[size.byMembers ?? 'undetermined']}</Row>
        <Row label={text.byCapital}>
          {sizeLabels[size.byCapital ?? 'undetermined']}
          {missing ? <small className="block muted">{missing}</small> : null}
          <small className="block muted">{text.circular}</small>
        </Row>
      </>
    );
  return (
    <Row label={text.size}>
      <b>{sizeLabels[size.class]}</b>
      {size.sector ? <small className="block muted">{`${text.sector}: ${sectorLabels[size.sector]}`}</small> : null}
      {size.class === 'undetermined' && missing ? <small className="block muted">{missing}</small> : null}
      {size.class === 'undetermined' && empty ? <small className="block muted">{empty}</small> : null}
    </Row>
  );
}

function ruleTitle(key: string): string {
  return titleOf({ key, note: '' });
}

function Minimum({ assessment: { minimum } }: { assessment: Assessment }) {
  if (!minimum) return null;
  const { isMet } = minimum;
  return (
    <Row label={text.minimum}>
      {text.minimumOf(minimum.minimum, minimum.members)}{' '}
      <StateChip tone={isMet === null ? 'idle' : isMet ? 'ok' : 'bad'} sign={isMet === null ? '?' : isMet ? '✓' : '!'}>
        {isMet === null ? text.notKnown : isMet ? text.met : text.notMet}
      </StateChip>
      <small className="block muted">{minimum.rule.citation}</small>
    </Row>
  );
}

function Duties({ assessment: { kind, governance, audit, delegates } }: { assessment: Assessment }) {
  if (kind === 'cooperative-group') return null;
  return (
    <>
      <Row label={text.governance}>
        {governance.answer ? text.governanceIs[governance.answer] : text.governanceUnknown}
        <Cited rules={governance.rules} />
      </Row>
      <Row label={text.audit}>
        {audit.answer === null ? text.governanceUnknown : audit.answer ? auditText(audit.rules) : text.auditNone}
        <Cited rules={audit.rules} />
      </Row>
      {delegates ? (
        <Row label={text.delegates}>
          {delegatesText(delegates)}
          <Cited rules={delegates.rules} />
        </Row>
      ) : null}
    </>
  );
}

function auditText(rules: Assessment['audit']['rules']): string {
  const every = rules.find(({ key }) => key === 'audit.every');
  if (!every) return text.auditDue;
  const { n, unit } = ruleContent(every, 'clock');
  return text.auditEvery(n, unitLabels[unit] ?? unit);
}

function delegatesText({ isAllowed, minimum }: NonNullable<Assessment['delegates']>): string {
  if (!isAllowed) return text.delegatesNo;
  return minimum === null ? text.delegatesCharter : text.delegatesMin(minimum);
}

function Cited({ rules }: { rules: readonly { readonly citation: string }[] }) {
  const said = [...new Set(rules.map(({ citation }) => citation))].join('; ');
  return said ? <small className="block muted">{said}</small> : null;
}

/** By what the size was reckoned: figures with their period, the answer for each class, the version of each rule. */
function Reckoning({ assessment: { size, used } }: { assessment: Assessment }) {
  return (
    <details className="reckoning">
      <summary>{text.why}</summary>
      <h3>{text.used}</h3>
      <ul>
        {used.map((figure) => (
          <li key={figure.name}>{sayUsed(figure)}</li>
        ))}
      </ul>
      {size.reasons.length > 0 ? (
        <ul>
          {size.reasons.map((reason) => (
            <li key={reason.class}>{text.reason(sizeLabels[reason.class], reason)}</li>
          ))}
        </ul>
      ) : null}
      <h3>{text.version}</h3>
      <ul className="code">
        {size.ruleVersion.map((version) => (
          <li key={version}>{version}</li>
        ))}
      </ul>
    </details>
  );
}

function Warnings({ assessment: { warnings } }: { assessment: Assessment }) {
  return (
    <>
      <h3>{text.warnings}</h3>
      {warnings.length === 0 ? <p className="small muted">{text.noWarnings}</p> : null}
      <ul className="plain-list">
        {warnings.map(({ ground, level, since, reachedOn, used, rules }) => (
          <li key={ground}>
            <LevelChip level={level} /> <b>{warningText.grounds[ground]}</b>
            <small className="block">{text.warningSince(since, reachedOn)}</small>
            <small className="block muted">{used.map(sayUsed).join('; ')}</small>
            <Cited rules={rules} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Clocks({ assessment: { clocks } }: { assessment: Assessment }) {
  return (
    <>
      <h3>{text.clocks}</h3>
      {clocks.length === 0 ? <p className="small muted">{text.noClocks}</p> : null}
      <ul className="plain-list">
        {clocks.map(({ key, dueOn, isPast, rule }) => (
          <li key={key}>
            {titleOf(rule)}: <span className={isPast ? 'late' : undefined}>{text.due(dueOn, isPast)}</span>
            <small className="block muted">{rule.citation}</small>
          </li>
        ))}
      </ul>
    </>
  );
}
