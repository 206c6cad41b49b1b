import type { IsoDate } from '#kernel/time.ts';
import type { Tx } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import type { AllianceNames } from '../alliance-fields.ts';
import { versionColumns } from '../alliance-fields.ts';
import { versionsOf } from '../history.ts';
import type { AllianceId } from '../model.ts';
import { planVersion } from '../versions.ts';

/** Writes a name from a day on: a new version, or the correction of the one that begins on that very day. Answers whether it corrected. */
export async function nameAlliance(
  tx: Tx,
  allianceId: AllianceId,
  from: IsoDate,
  names: AllianceNames,
): Promise<boolean> {
  const { validUntil, cuts, corrects } = planVersion(await versionsOf(tx, allianceId), from);
  if (cuts !== null)
    await sql`update organisations.alliance_version set valid_until = ${from}
      where alliance_id = ${allianceId} and valid_from = ${cuts}`.execute(tx);
  const columns = versionColumns(names);
  await tx
    .insertInto('organisations.alliance_version')
    .values({ alliance_id: allianceId, ...columns, valid_from: from, valid_until: validUntil })
    .onConflict((same) =>
      same.columns(['alliance_id', 'valid_from']).doUpdateSet({ ...columns, valid_until: validUntil }),
    )
    .execute();
  return corrects;
}
