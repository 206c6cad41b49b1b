import { z } from 'zod';
import { isoDate } from '#kernel/time.ts';
import type { DatedRule } from '#legal/public.ts';
import type { ApiSlice } from '#platform/api/api.server.ts';
import { problems } from '#platform/api/problem.server.ts';
import { Day } from '#platform/api/schemas.ts';
import type { Assessment } from './assess.ts';
import { assessOrganisation } from './assess.ts';
import { subjectOf } from './catalogue.ts';
import { catalogueText } from './messages.vi.ts';
import { cardText } from './messages-pages.vi.ts';
import type { OrganisationId } from './model.ts';
import { requireCompliance } from './permissions.ts';
import { readRuleBook } from './queries.ts';
import { findRule, versionOf } from './rule-book.ts';
import { titleOf } from './say-rule.ts';

const On = z.object({ on: Day.optional().describe('Ngày của sự việc; mặc định là hôm nay') });

const Rule = z
  .object({
    key: z.string(),
    subject: z.string(),
    title: z.string(),
    value: z.unknown().describe('Giá trị theo dạng của từng quy tắc; ô chưa có số là null'),
    unit: z.string(),
    citation: z.string(),
    certainty: z.string(),
    verified: z.boolean(),
    validFrom: Day,
    validUntil: Day.nullable(),
    version: z.string().describe('quy tắc@ngày hiệu lực#bản'),
    note: z.string(),
  })
  .meta({ id: 'DatedRule' });

const Size = z.enum(['micro', 'small', 'medium', 'large', 'undetermined']);
const Compliance = z
  .object({
    id: z.uuid(),
    on: Day,
    size: z.object({
      scheme: z.enum(['decree-113', 'circular-01']).nullable(),
      class: Size,
      byMembers: Size.nullable(),
      byCapital: Size.nullable(),
      missing: z.array(z.string()),
      emptyRules: z.array(z.string()),
      ruleVersion: z.array(z.string()),
    }),
    used: z.array(z.object({ name: z.string(), value: z.string(), of: z.string() })),
    memberMinimum: z.number().int().nullable(),
    meetsMinimum: z.boolean().nullable(),
    warnings: z.array(
      z.object({
        ground: z.string(),
        level: z.enum(['near', 'reached']),
        since: Day,
        reachedOn: Day,
        used: z.array(z.object({ name: z.string(), value: z.string(), of: z.string() })),
        citations: z.array(z.string()),
        ruleVersion: z.array(z.string()),
      }),
    ),
    restsOnUnverified: z.boolean(),
    statement: z.string().nullable().describe('Câu phải đi kèm khi công bố số liệu này'),
  })
  .meta({ id: 'Compliance' });

const tags = ['Quy tắc'];
const security = [{ session: [] }];

/** Dated rules, and what they make of an organisation. */
export const complianceApi: ApiSlice = async (api) => {
  api.get(
    '/rules',
    {
      schema: {
        tags,
        security,
        summary: 'Danh mục quy tắc có hiệu lực vào một ngày',
        querystring: On,
        response: {
          200: z.object({
            on: Day,
            items: z.array(Rule),
            unverified: z.number().int(),
            statement: z.string().nullable(),
          }),
          ...problems,
        },
      },
    },
    async ({ ctx, query }) => {
      requireCompliance(ctx, 'compliance.read-rules');
      const on = query.on ? isoDate(query.on) : ctx.today;
      const book = await readRuleBook(ctx.read);
      const items = book.filter((rule) => findRule(book, rule.key, on) === rule).map(ruleOf);
      const unverified = items.filter(({ verified }) => !verified).length;
      return { on, items, unverified, statement: unverified > 0 ? catalogueText.statement(unverified) : null };
    },
  );

  api.get(
    '/organisations/:id/compliance',
    {
      schema: {
        tags,
        security,
        summary: 'Quy mô và cảnh báo của một tổ chức vào một ngày, theo quy tắc của ngày ấy',
        params: z.object({ id: z.uuid() }),
        querystring: On,
        response: { 200: Compliance, ...problems },
      },
    },
    async ({ ctx, params, query }) => {
      requireCompliance(ctx, 'compliance.read-organisations');
      const on = query.on ? isoDate(query.on) : ctx.today;
      return complianceOf(await assessOrganisation(ctx, params.id as OrganisationId, on));
    },
  );
};

function ruleOf(rule: DatedRule) {
  const { version: _, ...said } = rule;
  return { ...said, subject: subjectOf(rule.key), title: titleOf(rule), version: versionOf(rule) };
}

function complianceOf({ id, on, size, used, minimum, warnings, unverified }: Assessment) {
  const { reasons: _, rules: __, asOf: ___, sector: ____, ...said } = size;
  return {
    id,
    on,
    size: { ...said, missing: [...said.missing], emptyRules: [...said.emptyRules], ruleVersion: [...said.ruleVersion] },
    used: [...used],
    memberMinimum: minimum?.minimum ?? null,
    meetsMinimum: minimum?.isMet ?? null,
    warnings: warnings.map(({ rules, used: figures, ...warning }) => ({
      ...warning,
      used: [...figures],
      citations: rules.map(({ citation }) => citation),
      ruleVersion: rules.map(versionOf),
    })),
    restsOnUnverified: unverified.length > 0,
    statement: unverified.length > 0 ? cardText.unverified(unverified.length) : null,
  };
}
