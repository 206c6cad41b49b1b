import type { HealthFacts } from '#platform/health/model.ts';
import { text } from '../messages.vi.ts';

const words = text.health;

/** Versions, connections, what waits, which settings are set. */
export function HealthSystem({ health, now }: { health: HealthFacts; now: Date }) {
  const { database, migrations, pool, jobs, settings, backupFolder, node } = health;
  const overdue = jobs.filter(({ last }) => last !== null && isOpen(last, now)).length;
  return (
    <section aria-label={words.system}>
      <h2>{words.system}</h2>
      <dl className="kv health-facts">
        <dt>Node.js</dt>
        <dd>{node}</dd>
        <dt>{words.database}</dt>
        <dd>{words.postgres(database.version, database.isEmbedded)}</dd>
        <dt>{words.migrations}</dt>
        <dd>
          {words.migrationsText(migrations.applied, migrations.appliedAt)}{' '}
          <span className="code">{migrations.newest}</span>
        </dd>
        <dt>{words.connections}</dt>
        <dd>{words.connectionsText(pool.total, pool.idle)}</dd>
        <dt>{words.queue}</dt>
        <dd>{words.queueText(pool.waiting, overdue)}</dd>
        <dt>
          {words.safety}: {words.backupFolder.toLowerCase()}
        </dt>
        <dd className="code">{backupFolder ?? words.off}</dd>
        <dt>{words.settings}</dt>
        <dd>
          {settings.length === 0 ? (
            words.settingsNone
          ) : (
            <>
              <span className="code">{settings.join(', ')}</span> <small className="muted">{words.settingsHint}</small>
            </>
          )}
        </dd>
      </dl>
    </section>
  );
}

/** A run that is under way, or that will be tried again. */
function isOpen(run: NonNullable<HealthFacts['jobs'][number]['last']>, now: Date): boolean {
  return run.outcome !== 'done' && run.startedAt <= now;
}
