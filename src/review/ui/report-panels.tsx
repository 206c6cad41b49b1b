import { formatMoment } from '#platform/i18n/format.ts';
import { Note } from '#platform/ui/empty.tsx';
import { StateChip } from '#platform/ui/state-chip.tsx';
import { text } from '../messages.pages.vi.ts';
import { hrefs } from '../views/hrefs.ts';
import type { ReportView } from '../views/report-view.ts';

const words = text.report;

/** Version, who, when, hash: what a lock is known by; of a draft, what it lacks. */
export function ReportFacts({ view }: { view: ReportView }) {
  const sent = view.units.filter((unit) => unit.isSubmitted).length;
  return (
    <section className="panel" aria-labelledby="facts">
      <h2 id="facts">{view.lock ? words.facts : words.draftFacts}</h2>
      <dl className="kv">
        <dt>{words.version}</dt>
        <dd>{view.version}</dd>
        <dt>{words.lockedAt}</dt>
        <dd>{view.lock ? formatMoment(view.lock.lockedAt) : words.notLockedYet}</dd>
        {view.lock ? (
          <>
            <dt>{words.lockedBy}</dt>
            <dd>{view.lock.lockedBy}</dd>
            <dt>{words.hash}</dt>
            <dd className="hash">{view.lock.hash}</dd>
          </>
        ) : null}
        {view.lock?.reason ? (
          <>
            <dt>{words.reason}</dt>
            <dd>{view.lock.reason}</dd>
          </>
        ) : null}
        <dt>{words.coverage}</dt>
        <dd>{words.of(sent, view.units.length)}</dd>
        <dt>{words.partial}</dt>
        <dd>{words.of(view.partialCount, view.figureCount)}</dd>
      </dl>
    </section>
  );
}

/** Which units stand behind the figures, and who sent them when. */
export function ReportUnits({ view }: { view: ReportView }) {
  return (
    <section className="panel" aria-labelledby="units">
      <h2 id="units">{words.units}</h2>
      <ul className="files">
        {view.units.map((unit) => (
          <li key={unit.code}>
            <b>{unit.name}</b>
            {unit.isSubmitted ? (
              <StateChip tone="ok" sign="✓">
                {words.sent}
              </StateChip>
            ) : (
              <StateChip tone="idle" sign="–">
                {words.silent}
              </StateChip>
            )}
            {unit.at ? <small>{words.sentAt(unit.at, unit.by)}</small> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Why it cannot be locked now, each reason with its way out; or that it can. */
export function LockState({ view }: { view: ReportView }) {
  if (view.lock) return null;
  if (view.blockedBy.length === 0) return <Note>{words.readyToLock}</Note>;
  return (
    <Note tone="bad">
      <ul className="blocks">
        {view.blockedBy.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Note>
  );
}

/** That a newer version stands, or that one is being prepared and why. */
export function VersionNotes({ view }: { view: ReportView }) {
  const [newest] = view.versions;
  const isOld = view.lock !== null && newest !== undefined && newest.version > view.lock.version;
  return (
    <>
      {isOld ? (
        <Note tone="warn">
          {words.seenOld(view.lock?.version ?? 0)} <a href={hrefs.report(view.periodCode)}>{words.seeNewest}</a>
        </Note>
      ) : null}
      {view.correcting ? (
        <Note tone="warn">
          {words.correctingNote(view.correcting.version, view.correcting.reason)}{' '}
          {newest && !view.lock ? (
            <a href={hrefs.report(view.periodCode, newest.version)}>{words.seeLocked(newest.version)}</a>
          ) : null}
        </Note>
      ) : null}
    </>
  );
}

/** Every lock of the period, the newest first. */
export function VersionList({ view }: { view: ReportView }) {
  if (view.versions.length < 2 && !(view.versions.length === 1 && view.lock === null)) return null;
  return (
    <section className="panel" aria-labelledby="versions">
      <h2 id="versions">{words.versions}</h2>
      <ul className="files">
        {view.versions.map((version) => (
          <li key={version.id}>
            <a
              href={hrefs.report(view.periodCode, version.version)}
              aria-current={version.id === view.lock?.id || undefined}
            >
              {words.versionLine(version.version, version.lockedAt)}
            </a>
            <span className="muted">{version.lockedBy}</span>
            <small>{version.reason || words.firstLock}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
