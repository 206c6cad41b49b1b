import type { Registry } from 'prom-client';
import { Gauge } from 'prom-client';
import type { JobRun } from '#platform/schedule/due.ts';
import type { Disk, Pool } from './model.ts';

/** Where the figures come from, asked at each reading. */
export interface GaugeSource {
  runs(): Promise<readonly JobRun[]>;
  /** Seconds since the newest backup; undefined: there is none. */
  backupAge(): Promise<number | undefined>;
  disk(): Promise<Disk>;
  pool(): Pool;
}

/** Figures about jobs, backup, disk and connections. What cannot be asked just now is left out, and the rest still told. */
export function watchHealth(registry: Registry, source: GaugeSource): void {
  const gauge = (name: string, help: string, labelNames: readonly string[], collect: (own: Gauge) => Promise<void>) =>
    void new Gauge({
      name,
      help,
      labelNames: [...labelNames],
      registers: [registry],
      async collect() {
        // A reset gauge without labels would tell 0.
        const empty = () => (labelNames.length > 0 ? this.reset() : this.remove());
        empty();
        await collect(this).catch(empty);
      },
    });
  gauge('hopluc_job_last_run_timestamp_seconds', 'When the newest run of a job began', ['job'], async (own) => {
    for (const { job, startedAt } of await source.runs()) own.set({ job }, startedAt.getTime() / 1000);
  });
  gauge('hopluc_job_last_run_ok', '1 when the newest run of a job was done', ['job'], async (own) => {
    for (const { job, outcome } of await source.runs()) own.set({ job }, outcome === 'done' ? 1 : 0);
  });
  gauge('hopluc_backup_age_seconds', 'Seconds since the newest backup was taken', [], async (own) => {
    const age = await source.backupAge();
    if (age !== undefined) own.set(age);
  });
  gauge('hopluc_disk_bytes', 'The disk of the data folder', ['state'], async (own) => {
    const { freeBytes, totalBytes } = await source.disk();
    own.set({ state: 'free' }, freeBytes);
    own.set({ state: 'total' }, totalBytes);
  });
  gauge('hopluc_database_connections', 'Connections of the application', ['state'], async (own) => {
    for (const [state, count] of Object.entries(source.pool())) own.set({ state }, count);
  });
}
