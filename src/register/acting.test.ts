import fc from 'fast-check';
import { expect, test } from 'vitest';
import { present } from '#kernel/assert.ts';
import type { IsoDate } from '#kernel/time.ts';
import { addDays, isoDate } from '#kernel/time.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import type { ActEntry } from './acting.ts';
import { moveOrganisations, recordActs } from './acting.ts';
import { countedStatuses, registerCounts } from './counts.ts';
import { ORGANISATIONS } from './fields.ts';
import { fold } from './ledger.ts';
import type { OrganisationId } from './model.ts';
import { readRecords } from './records.ts';
import { asOfCountSql, spansOf, statusAsKnown } from './spans.ts';
import { anAllianceId, anyRows, aRow, rolledBack, savedRows } from './testing.ts';

const system = await testSystem();
const ctx = testCtx(system);
const db = system.app.kysely;

/** The same person on another day. */
const later = (now: string) => testCtx(system, { now: new Date(now) });

async function anOrganisation(name: string, alliance = 'LMHTX-QB', says: Parameters<typeof aRow>[0] = {}) {
  const allianceId = await anAllianceId(ctx, alliance);
  const row = aRow({ name, establishedOn: isoDate('2010-01-01'), sectorCode: 'nong-nghiep', ...says });
  const saved = await savedRows(ctx, allianceId, [row]);
  return { id: present(saved.rows[0]?.subjectId, 'one row was saved') as OrganisationId, allianceId, row };
}

function entry(organisationId: OrganisationId, act: ActEntry['act'], on: string): ActEntry {
  return { organisationId, act, effectiveOn: isoDate(on), evidence: 'Thông báo số 1' };
}

test('REG-03 the stretches of an organisation follow from its acts, a back-dated one among them', async () => {
  const { id } = await anOrganisation('HTX Chặng');

  await ctx.transact((tx) => recordActs(tx, ctx, [entry(id, 'dissolve', '2024-05-01')].slice(1)));
  await ctx.transact((tx) =>
    recordActs(tx, ctx, [entry(id, 'begin-dissolution', '2024-02-01'), entry(id, 'dissolve', '2024-05-01')]),
  );
  await ctx.transact((tx) => recordActs(tx, ctx, [entry(id, 'suspend', '2022-01-01')]));

  expect((await spansOf(db, [id])).map((span) => [span.validFrom, span.validUntil, span.status])).toEqual([
    ['2010-01-01', '2022-01-01', 'operating'],
    ['2022-01-01', '2024-02-01', 'suspended'],
    ['2024-02-01', '2024-05-01', 'dissolving'],
    ['2024-05-01', null, 'dissolved'],
  ]);
});
