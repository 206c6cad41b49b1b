import { backupAlert } from '#platform/backup/alert.ts';
import type { LastBackup, LastDrill } from '#platform/backup/note.server.ts';
import type { JobRun } from '#platform/schedule/due.ts';
import { text } from './messages.vi.ts';
import type { Certificate, Disk } from './model.ts';

const DISK_SHARE_MIN = 0.1;
const DISK_BYTES_MIN = 2 * 1024 ** 3;
const CERTIFICATE_DAYS_MIN = 21;

export interface AlertFacts {
  readonly now: Date;
  /** Synthetic data need no backup. */
  readonly isDemo: boolean;
  readonly backup: LastBackup | null;
  readonly drill: LastDrill | null;
  readonly disk: Disk | null;
  readonly certificate: Certificate;
  readonly runs: readonly JobRun[];
}

/** What whoever runs the installation must know, whatever page they are on. Most urgent first. */
export function alertsOf(facts: AlertFacts): readonly string[] {
  const { now, isDemo, backup, drill, disk, certificate, runs } = facts;
  const failed = runs.filter((run) => run.outcome === 'failed').map((run) => text.jobFailed(run.job, run.sentence));
  const all = [
    disk && diskIsShort(disk) ? text.diskShort(disk) : undefined,
    isDemo ? undefined : backupAlert(backup ?? undefined, now),
    ...failed,
    certificate && certificateAlert(certificate),
    drill && !drill.ok ? text.drillFailed(new Date(drill.at)) : undefined,
  ];
  return all.filter((alert) => typeof alert === 'string');
}

/** Less than a tenth, or less than 2 GB. */
export function diskIsShort({ freeBytes, totalBytes }: Disk): boolean {
  return freeBytes < totalBytes * DISK_SHARE_MIN || freeBytes < DISK_BYTES_MIN;
}

function certificateAlert(certificate: NonNullable<Certificate>): string | undefined {
  if ('problem' in certificate) return text.certificateUnseen(certificate.problem);
  if (certificate.daysLeft >= CERTIFICATE_DAYS_MIN) return undefined;
  return certificate.daysLeft < 0 ? text.certificateOver : text.certificateEnds(certificate.daysLeft);
}
