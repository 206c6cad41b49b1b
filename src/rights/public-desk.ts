import { createHash, randomBytes, randomInt } from 'node:crypto';
import { z } from 'zod';
import { Refused, refuseIf } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import { dayInVietnam } from '#kernel/time.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Tx } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import { CONTACT } from './kept.ts';
import { text } from './messages.vi.ts';
import type { DataRequest } from './model.ts';
import { REQUEST_KINDS } from './model.ts';
import { allianceIdOf, consentTexts, findRequest, holidaysOn, termsOf } from './queries.ts';
import type { Clocks } from './request-rules.ts';
import { attemptsRefusal, clocksOf } from './request-rules.ts';

/** Without signs that are mistaken for one another; 16 of them are 80 bits, so that no receipt can be guessed. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';
const HOUR_MS = 3_600_000;

/** What a person sends. The box of consent has no state of its own: what is not ticked is not sent. */
export const AskForData = z.object({
  kind: z.enum(REQUEST_KINDS, text.ask.kindNeeded),
  unit: z.string().max(40).default(''),
  wish: z.string().trim().min(1, text.ask.wishNeeded).max(2000, text.ask.wishTooLong),
  name: z.string().trim().max(200, text.ask.nameTooLong).default(''),
  contact: z.string().trim().max(200, text.ask.contactTooLong).default(''),
  consent: z.literal('co').optional(),
  /** Seen by programs only; people leave it empty. */
  website: z.string().default(''),
});

export interface Sender {
  readonly address: string;
}

/**
 * Takes a person's request in and answers its receipt. Needs no right: anybody may ask. Name and contact are kept only
 * with consent; without it the request goes its way just the same. What a program filled in is thanked for and dropped.
 * @law 91/2025/QH15
 */
export async function askForData(nobody: Ctx, input: z.output<typeof AskForData>, sender: Sender): Promise<string> {
  const ctx = nobody.widened('data-request');
  const code = receipt();
  if (input.website !== '') return code;
  const told = (await consentTexts(ctx.read, ctx.today)).find(({ purpose }) => purpose === CONTACT);
  const allianceId = await allianceIdOf(ctx.read, input.unit || null);
  const mayKeep = input.consent === 'co' && input.contact !== '' && told !== undefined;
  await ctx.transact(async (tx) => {
    await countSender(tx, ctx, sender);
    const id = ctx.newId<'rights.request'>();
    await tx
      .insertInto('rights.request')
      .values({
        id,
        code,
        kind: input.kind,
        alliance_id: allianceId,
        wish: input.wish,
        requester_name: mayKeep ? input.name : '',
        contact: mayKeep ? input.contact : '',
        contact_text_id: mayKeep ? told.id : null,
        received_at: ctx.now,
      })
      .execute();
    await record(tx, ctx, 'rights.request-received', id, { requestKind: input.kind, unitCode: input.unit });
  });
  return code;
}

function receipt(): string {
  return Array.from({ length: 16 }, () => ALPHABET[randomInt(ALPHABET.length)])
    .join('')
    .replaceAll(/(.{4})(?=.)/g, '$1-');
}

/** Refuses who has sent too much within the hour; known by a hash whose salt lives one day only. */
async function countSender(tx: Tx, ctx: Ctx, { address }: Sender): Promise<void> {
  const salt = await saltOf(tx, ctx.today);
  const hash = createHash('sha256').update([salt, address].join('\u0000')).digest('hex');
  await sql`select pg_advisory_xact_lock(hashtextextended(${hash}, 16))`.execute(tx);
  const since = new Date(ctx.now.getTime() - HOUR_MS);
  const found = await sql<{ attempts: number }>`select count(*)::int as attempts from rights.request_attempt
    where sender_hash = ${hash} and attempted_at > ${since}`.execute(tx);
  refuseIf(attemptsRefusal(found.rows[0]?.attempts ?? 0));
  await sql`insert into rights.request_attempt (id, sender_hash, attempted_at)
    values (${ctx.newId()}, ${hash}, ${ctx.now})`.execute(tx);
}

async function saltOf(tx: Tx, today: IsoDate): Promise<string> {
  await sql`delete from rights.request_salt where day < ${today}`.execute(tx);
  await sql`insert into rights.request_salt (day, salt) values (${today}, ${randomBytes(16).toString('hex')})
    on conflict (day) do nothing`.execute(tx);
  const row = await tx
    .selectFrom('rights.request_salt')
    .where('day', '=', today)
    .select('salt')
    .executeTakeFirstOrThrow();
  return row.salt;
}

/** What the holder of a receipt sees: where the request stands, and nothing of a person. */
export interface Followed {
  readonly code: string;
  readonly kind: DataRequest['kind'];
  readonly receivedAt: Date;
  readonly clocks: Clocks;
  readonly outcome: DataRequest['outcome'];
  readonly closedAt: Date | null;
  readonly hasContact: boolean;
  readonly acts: readonly { readonly act: string; readonly actedAt: Date; readonly ground: string }[];
}

/** Follows a request by its receipt; refused when there is none of that code. */
export async function followRequest(nobody: Ctx, code: string): Promise<Followed> {
  const ctx = nobody.widened('data-request');
  const request = await findRequest(ctx.read, code.trim().toLowerCase());
  if (!request) throw new Refused({ code: 'rights.request.not-found', facts: {} });
  const terms = await termsOf(ctx.read, request.kind, dayInVietnam(request.receivedAt));
  const clocks = clocksOf(request, terms, ctx.today, await holidaysOn(ctx.read, ctx.today));
  return {
    code: request.code,
    kind: request.kind,
    receivedAt: request.receivedAt,
    clocks,
    outcome: request.outcome,
    closedAt: request.closedAt,
    hasContact: request.contact !== '',
    acts: request.acts.map(({ act, actedAt, ground }) => ({ act, actedAt, ground })),
  };
}

/** Takes back the consent to be reached: name and contact go at once, the request goes on. */
export async function withdrawContact(nobody: Ctx, code: string): Promise<void> {
  const ctx = nobody.widened('data-request');
  const request = await findRequest(ctx.read, code.trim().toLowerCase());
  if (!request) throw new Refused({ code: 'rights.request.not-found', facts: {} });
  if (request.contact === '') return;
  await ctx.transact(async (tx) => {
    await tx
      .updateTable('rights.request')
      .set({ requester_name: '', contact: '' })
      .where('id', '=', request.id)
      .execute();
    await tx
      .insertInto('rights.request_act')
      .values({
        id: ctx.newId<'rights.request_act'>(),
        request_id: request.id,
        act: 'withdraw-contact',
        note: '',
        ground: '',
        acted_at: ctx.now,
        acted_by: ctx.actor.name,
      })
      .execute();
    await sql`insert into rights.deletion (id, code, subject_id, deleted_at, deleted_by)
      values (${ctx.newId()}, ${CONTACT}, ${request.id}, ${ctx.now}, ${ctx.actor.name})
      on conflict do nothing`.execute(tx);
    await record(tx, ctx, 'rights.contact-withdrawn', request.id, {});
  });
}
