import { redirect } from 'react-router';
import { z } from 'zod';
import { Refused } from '#kernel/refusal.ts';
import { roleNames } from '#platform/auth/messages.vi.ts';
import type { Role, Scope } from '#platform/ctx.ts';
import type { FormProblem } from '#platform/http/problem.ts';
import { load, submit } from '#platform/http/submit.ts';
import { formatDate, formatMoment } from '#platform/i18n/format.ts';
import { Note, TableBox } from '#platform/ui/empty.tsx';
import { CommandForm, TextField } from '#platform/ui/forms.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { StateChip } from '#platform/ui/state-chip.tsx';
import { signReview } from '../commands/sign-review.ts';
import { grantKey } from '../grant-key.ts';
import { text } from '../messages.vi.ts';
import type { Decision } from '../model.ts';
import { mayReview, unitsToSee } from '../permissions.ts';
import { parseQuarter, quarterOf } from '../quarters.ts';
import { grantsAt, reviewedGrants, signedReviews } from '../review-queries.ts';
import { spanText } from '../ui/grants.tsx';
import peopleCss from '../ui/people.css?url';
import { unitsOn } from '../units.ts';
import type { Route } from './+types/review.ts';

const LIST = '/van-phong/ra-soat-quyen';
/** Each right is one field: its name `d`, a space and the right; its value the decision. */
const Signing = z.object({ note: z.string().max(1000).default('') }).catchall(z.string());

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const { all, nameOf } = await unitsOn(ctx);
    const reach = unitsToSee(ctx);
    const unit = all.find(({ scope }) => scope === args.params.unit && (reach === 'all' || reach.includes(scope)));
    const quarter = parseQuarter(args.params.quarter);
    if (!unit || !quarter) throw new Refused({ code: 'people.review.not-found', facts: {} });
    const wide = ctx.widened('unit-people').read;
    const reviews = await signedReviews(wide, [unit.scope]);
    const signed = reviews.find((each) => each.quarter === quarter.code) ?? null;
    const isPresent = quarter.code === quarterOf(ctx.today).code;
    const rows = signed
      ? (await reviewedGrants(wide, signed.id)).map((row) => ({
          ...row,
          span: text.span.from(formatDate(row.validFrom)),
        }))
      : (isPresent ? await grantsAt(wide, unit.scope, ctx) : []).map((row) => ({
          ...row,
          span: spanText(row),
          decision: null,
        }));
    return {
      unit,
      quarter,
      signed,
      isPresent,
      isOwn: mayReview(ctx.actor, unit.scope),
      rows: rows.map((row) => ({ ...row, key: grantKey(row), place: nameOf(row.scope) })),
    };
  });

export const action = (args: Route.ActionArgs) =>
  submit(args, Signing, async (ctx, { note, ...fields }) => {
    const decided = Object.entries(fields).flatMap(([name, value]): [string, Decision][] =>
      name.startsWith('d ') && (value === 'keep' || value === 'end') ? [[name.slice(2), value]] : [],
    );
    const unit = args.params.unit as Scope;
    await signReview(ctx, { unit, quarter: args.params.quarter, decisions: new Map(decided), note });
    return redirect(`${LIST}/${args.params.quarter}/${unit}`);
  });

export default function Review({ loaderData, actionData }: Route.ComponentProps) {
  const { unit, quarter, signed, isPresent, isOwn, rows } = loaderData;
  const words = text.review;
  const title = words.pageTitle(words.quarter(quarter), unit.name);
  const isOpen = !signed && isPresent && isOwn;
  return (
    <Shell
      title={title}
      crumbs={[
        { label: text.area, href: '/van-phong/nguoi-dung' },
        { label: words.title, href: LIST },
        { label: unit.name },
      ]}
    >
      <link rel="stylesheet" href={peopleCss} precedence="page" />
      <PageHeader
        title={title}
        sub={signed ? words.signedBy(signed.signedBy, formatMoment(signed.signedAt)) : isOpen ? words.howTo : null}
      />
      {!signed && !isPresent ? <Note tone="warn">{words.missed}</Note> : null}
      {!signed && isPresent && !isOwn ? <Note>{words.notMine}</Note> : null}
      {isOpen ? (
        <CommandForm problem={actionData} submitLabel={words.sign} cancelHref={LIST}>
          <Rows rows={rows} problem={actionData} isOpen />
          <TextField name="note" label={words.note} hint={words.noteHint} problem={actionData} maxLength={1000} />
        </CommandForm>
      ) : (
        <Rows rows={rows} problem={undefined} isOpen={false} />
      )}
      {signed?.note ? <p>{`${words.note}: ${signed.note}`}</p> : null}
      {signed ? (
        <>
          <p className="muted small screen-only">{words.printHow}</p>
          <p className="signature">{words.signature}</p>
        </>
      ) : null}
    </Shell>
  );
}

interface ShownRow {
  readonly key: string;
  readonly person: string;
  readonly role: Role;
  readonly place: string;
  readonly span: string;
  readonly decision: Decision | null;
}

function Rows({
  rows,
  problem,
  isOpen,
}: {
  rows: readonly ShownRow[];
  problem: FormProblem | undefined;
  isOpen: boolean;
}) {
  const words = text.review;
  if (rows.length === 0) return <p className="muted">{words.nothing}</p>;
  const columns = words.grantColumns.slice(0, isOpen || rows.some(({ decision }) => decision) ? 5 : 4);
  return (
    <TableBox label={words.title}>
      <table className="people">
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.person}</th>
              <td>{roleNames[row.role]}</td>
              <td>{row.place}</td>
              <td>{row.span}</td>
              {isOpen ? (
                <td>
                  <Choice row={row} chosen={String(problem?.values[`d ${row.key}`] ?? '')} />
                </td>
              ) : null}
              {row.decision ? (
                <td>
                  <StateChip
                    {...(row.decision === 'keep'
                      ? ({ tone: 'ok', sign: '✓' } as const)
                      : ({ tone: 'bad', sign: '×' } as const))}
                  >
                    {words[row.decision]}
                  </StateChip>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function Choice({ row, chosen }: { row: ShownRow; chosen: string }) {
  const words = text.review;
  return (
    <fieldset className="choice">
      <legend className="sr">{words.decideOn(row.person, roleNames[row.role])}</legend>
      {(['keep', 'end'] as const).map((value) => (
        <label key={value}>
          <input type="radio" name={`d ${row.key}`} value={value} defaultChecked={chosen === value} required />
          {words[value]}
        </label>
      ))}
    </fieldset>
  );
}
