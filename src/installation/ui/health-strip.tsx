import { diskIsShort } from '#platform/health/alerts.ts';
import { formatBytes } from '#platform/health/messages.vi.ts';
import type { HealthFacts } from '#platform/health/model.ts';
import { formatMoment, formatNumber } from '#platform/i18n/format.ts';
import { text } from '../messages.vi.ts';

const words = text.health;

/** Database, disk, memory, certificate, backup: the figures that tell whether all is well. */
export function HealthStrip({ health }: { health: HealthFacts }) {
  const { database, disk, memory, backup, drill } = health;
  return (
    <dl className="strip health" aria-label={words.strip}>
      <div>
        <dt>{words.database}</dt>
        <dd>{formatBytes(database.bytes)}</dd>
        <dd className="more">
          {words.answers(formatNumber(database.answerMs, 1))}
          {database.bytesAMonthAgo === null ? null : `; ${words.grown(formatBytes(database.bytesAMonthAgo))}`}
        </dd>
      </div>
      <div>
        <dt>{words.disk}</dt>
        <dd className={diskIsShort(disk) ? 'short' : undefined}>{formatBytes(disk.freeBytes)}</dd>
        <dd className="more">{words.ofTotal(formatBytes(disk.totalBytes))}</dd>
      </div>
      <div>
        <dt>{words.memory}</dt>
        <dd>{formatBytes(memory.freeBytes)}</dd>
        <dd className="more">{words.own(formatBytes(memory.ownBytes), formatBytes(memory.totalBytes))}</dd>
      </div>
      <Certificate health={health} />
      <div>
        <dt>{words.lastBackup}</dt>
        <dd className="t">{backup ? formatMoment(new Date(backup.at)) : words.none}</dd>
        <dd className="more">
          {words.lastDrill}:{' '}
          {drill
            ? `${formatMoment(new Date(drill.at))}, ${drill.ok ? words.passed : words.notPassed}, ${words.inSeconds(drill.seconds)}`
            : `${words.none}. ${words.drillHow}`}
        </dd>
      </div>
    </dl>
  );
}

function Certificate({ health: { certificate, certificateSeenAt } }: { health: HealthFacts }) {
  const [figure, more] =
    certificate === null
      ? [words.noHttps, words.noHttpsWhy]
      : 'problem' in certificate
        ? [words.unseen, certificate.problem]
        : [words.daysLeft(certificate.daysLeft), certificateSeenAt ? words.seenAt(certificateSeenAt) : ''];
  return (
    <div>
      <dt>{words.certificate}</dt>
      <dd className="t">{figure}</dd>
      <dd className="more">{more}</dd>
    </div>
  );
}
