import type { Id } from '#kernel/ids.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { ClusterId } from '#organisations/public.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { ReadDb, Tx } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import type { ListedFile } from './package.ts';

export type HandoverId = Id<'reorganisation.handover'>;

/** A package as kept; `endsOn` null: a copy, no rights ended with it. */
export interface KeptPackage {
  readonly id: HandoverId;
  readonly fileName: string;
  readonly sha256: string;
  readonly listing: readonly ListedFile[];
  readonly endsOn: IsoDate | null;
  readonly fromCode: string | null;
  readonly toCode: string | null;
  readonly madeAt: Date;
  readonly madeBy: string;
}

/** Keeps the word of a package whose bytes are in the file store. */
export async function keepPackageRow(
  tx: Tx,
  ctx: Ctx,
  row: {
    readonly id: HandoverId;
    readonly clusterId: ClusterId;
    readonly fromId: string | null;
    readonly toId: string | null;
    readonly endsOn: IsoDate | null;
    readonly fileName: string;
    readonly sha256: string;
    readonly listing: readonly ListedFile[];
  },
): Promise<void> {
  await sql`insert into reorganisation.handover
      (id, cluster_id, from_alliance_id, to_alliance_id, ends_on, file_name, sha256, listing, made_at, made_by)
    values (${row.id}, ${row.clusterId}, ${row.fromId}, ${row.toId}, ${row.endsOn}, ${row.fileName}, ${row.sha256},
      ${JSON.stringify(row.listing)}::jsonb, ${ctx.now}, ${ctx.actor.name})`.execute(tx);
}

/** The packages of a cluster, the newest first. */
export async function packagesOf(db: ReadDb, clusterId: ClusterId): Promise<readonly KeptPackage[]> {
  const found = await sql<KeptPackage>`
    select handover.id, handover.file_name as "fileName", handover.sha256, handover.listing, handover.ends_on as "endsOn",
           giver.code as "fromCode", taker.code as "toCode", handover.made_at as "madeAt", handover.made_by as "madeBy"
      from reorganisation.handover handover
      left join organisations.alliance giver on giver.id = handover.from_alliance_id
      left join organisations.alliance taker on taker.id = handover.to_alliance_id
     where handover.cluster_id = ${clusterId}
     order by handover.made_at desc, handover.id desc`.execute(db);
  return found.rows;
}
