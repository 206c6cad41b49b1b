import type { LastBackup, LastDrill } from '#platform/backup/note.server.ts';
import type { JobState } from '#platform/schedule/schedule.server.ts';

export interface Disk {
  readonly freeBytes: number;
  readonly totalBytes: number;
}

/** How long the certificate of the public address still holds; or why nobody could see it. Null: the address is not https. */
export type Certificate = { readonly daysLeft: number } | { readonly problem: string } | null;

/** What the schedule measured last. */
export interface HealthSample {
  readonly takenAt: Date;
  readonly databaseBytes: bigint;
  readonly disk: Disk;
  readonly certificate: Certificate;
}

/** Everything that whoever runs the installation looks at. */
export interface HealthFacts {
  readonly version: string;
  readonly node: string;
  readonly upSince: Date;
  readonly database: {
    readonly isEmbedded: boolean;
    readonly version: string;
    readonly bytes: bigint;
    readonly answerMs: number;
    readonly bytesAMonthAgo: bigint | null;
  };
  readonly pool: Pool;
  readonly disk: Disk;
  readonly memory: { readonly ownBytes: number; readonly freeBytes: number; readonly totalBytes: number };
  readonly migrations: { readonly applied: number; readonly newest: string; readonly appliedAt: Date | null };
  readonly certificate: Certificate;
  readonly certificateSeenAt: Date | null;
  readonly backup: LastBackup | null;
  readonly drill: LastDrill | null;
  readonly backupFolder: string | null;
  readonly jobs: readonly JobState[];
  /** Names of the settings that are set; never their values. */
  readonly settings: readonly string[];
  readonly alerts: readonly string[];
}

/** Connections of the application to the database, and who waits for one. */
export interface Pool {
  readonly total: number;
  readonly idle: number;
  readonly waiting: number;
}
