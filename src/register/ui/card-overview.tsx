import { divide } from '#kernel/decimal.ts';
import type { IsoDate } from '#kernel/time.ts';
import { formatDate, formatDong, formatMoment, formatNumber, formatShare } from '#platform/i18n/format.ts';
import { Empty } from '#platform/ui/empty.tsx';
import { actLabels, fieldLabels } from '../messages.vi.ts';
import { basisLabels, periodLabel, ratingLabels, cardText as text } from '../messages-pages.vi.ts';
import type { Facts, FactValue } from '../model.ts';
import type { OrganisationView } from '../organisation-view.ts';
import { foundingText, valueText } from '../value-text.ts';

const PERIODS_SHOWN = 4;
/** So many columns of figures need no sideways scrolling. */
export const FIT_ON_A_PHONE = 1;
const FIGURES = [
  'membersTotal',
  'workersRegular',
  'revenueDong',
  'memberSalesDong',
  'profitDong',
  'paidInCapitalDong',
  'incomeMonthDong',
] as const;
const IDENTITY = [
  'kind',
  'code',
  'certificateNo',
  'registeredOn',
  'registeringBody',
  'sectorCode',
  'secondarySectorCode',
];
const CONTACT = ['representativeName', 'representativeTitle', 'workPhone'];

/** What one wants to know before a call or a visit. */
export function CardOverview({ view }: { view: OrganisationView }) {
  const [newest] = view.card.reports;
  return (
    <>
      {newest ? <Strip facts={newest.facts} /> : null}
      <div className="card-cols">
        <div className="stack">
          {newest ? (
            <LastPeriods view={view} />
          ) : (
            <div className="box">
              <Empty icon="chart" title={text.noReports}>
                {text.noReportsWhy}
              </Empty>
            </div>
          )}
          <Pairs title={text.identity} view={view} fields={IDENTITY} founding />
        </div>
        <div className="stack">
          {view.may.seePersons ? (
            <Pairs title={text.contact} view={view} fields={CONTACT}>
              <p className="small tools">
                {view.card.facts.workPhone ? <a href="?ngan=so-dien-thoai#drawer">{text.showPhone}</a> : null}
                <a href={`/van-phong/du-lieu-ca-nhan/luot-xem/${view.card.head.id}`}>{text.readsLog}</a>
              </p>
            </Pairs>
          ) : (
            <section className="box pad">
              <h2>{text.contact}</h2>
              <p className="small muted">{text.contactHidden}</p>
              {view.may.seeReads ? (
                <p className="small">
                  <a href={`/van-phong/du-lieu-ca-nhan/luot-xem/${view.card.head.id}`}>{text.readsLog}</a>
                </p>
              ) : null}
            </section>
          )}
          <Life view={view} />
        </div>
      </div>
    </>
  );
}

function Strip({ facts }: { facts: Facts }) {
  const { membersTotal, membersWomen, revenueDong, memberSalesDong, memberOutputDong, rating, offtakeContracts } =
    facts;
  const share =
    typeof memberSalesDong === 'string' && typeof memberOutputDong === 'string'
      ? divide(memberSalesDong, memberOutputDong)
      : undefined;
  return (
    <dl className="strip">
      <Fact label={text.facts.members} value={number(membersTotal)}>
        {typeof membersWomen === 'number' ? text.facts.women(membersWomen) : null}
      </Fact>
      <Fact label={text.facts.revenue} value={money(revenueDong)}>
        {revenueDong === null ? null : basisLabels[String(facts.basis)]}
      </Fact>
      <Fact label={text.facts.sold} value={share === undefined ? '' : formatShare(share)}>
        {share === undefined ? null : text.facts.soldOf(money(memberSalesDong), money(memberOutputDong))}
      </Fact>
      <Fact label={text.facts.rating} value={typeof rating === 'string' ? (ratingLabels[rating] ?? rating) : ''} />
      <Fact label={text.facts.offtake} value={number(offtakeContracts)}>
        {facts.inValueChain === null ? null : facts.inValueChain ? text.facts.inChain : text.facts.noChain}
      </Fact>
    </dl>
  );
}

function Fact({ label, value, children }: { label: string; value: string; children?: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className={value === '' ? 't muted' : undefined}>
        {value === '' ? text.facts.unknown : value}
        {children ? <small className="small">{children}</small> : null}
      </dd>
    </div>
  );
}

function number(value: FactValue | undefined): string {
  return typeof value === 'number' ? formatNumber(value) : '';
}

function money(value: FactValue | undefined): string {
  return typeof value === 'string' ? formatDong(BigInt(value)) : '';
}

function LastPeriods({ view }: { view: OrganisationView }) {
  const periods = view.card.reports.slice(0, PERIODS_SHOWN).reverse();
  return (
    <section className="box">
      <div className="cap">
        <h2>{text.periods}</h2>
        <span className="end">
          <a href="?the=so-lieu">{text.openFigures}</a>
        </span>
      </div>
      <table className={periods.length <= FIT_ON_A_PHONE ? 'fits' : undefined}>
        <thead>
          <tr>
            <th scope="col">{text.figure}</th>
            {periods.map(({ periodCode }) => (
              <th scope="col" className="r" key={periodCode}>
                {periodLabel(periodCode)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {FIGURES.map((field) => (
            <tr key={field}>
              <th scope="row">{fieldLabels[field]}</th>
              {periods.map(({ periodCode, facts }) => (
                <FigureCell key={periodCode} field={field} value={facts[field] ?? null} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A figure of a period; hatched where nobody has said it. */
export function FigureCell({ field, value }: { field: string; value: FactValue }) {
  if (value === null || value === '') return <td className="r hatch small">{text.facts.unknown}</td>;
  return (
    <td className="r" title={valueText(field, value, new Map())}>
      {field.endsWith('Dong') ? money(value) : valueText(field, value, new Map())}
    </td>
  );
}

interface PairsProps {
  readonly title: string;
  readonly view: OrganisationView;
  readonly fields: readonly string[];
  readonly founding?: boolean;
  readonly children?: React.ReactNode;
}

function Pairs({ title, view, fields, founding = false, children }: PairsProps) {
  const { facts } = view.card;
  const sectors = new Map(view.sectors.map((sector) => [sector.code, sector.name]));
  const pairs = [
    ...fields.map((field) => [fieldLabels[field] ?? field, valueText(field, facts[field] ?? null, sectors)] as const),
    ...(founding ? [[text.address, view.addressText] as const] : []),
    ...(founding ? [[fieldLabels.establishedOn ?? '', foundingText(facts)] as const] : []),
  ];
  return (
    <section className="box pad">
      <h2>{title}</h2>
      <dl className="pairs">
        {pairs.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className={value === '' ? 'muted' : undefined}>{value === '' ? text.facts.unsaid : value}</dd>
          </div>
        ))}
      </dl>
      {children}
    </section>
  );
}

function Life({ view }: { view: OrganisationView }) {
  return (
    <section className="box pad">
      <h2>{text.life}</h2>
      <ol className="chain">
        {view.card.acts.map((act, index) => (
          <li
            key={`${act.act} ${act.effectiveOn} ${act.recordedAt.getTime()}`}
            className={index === view.card.acts.length - 1 ? 'end' : undefined}
          >
            <b>{actLabels[act.act]}</b>
            <small>
              {act.act === 'establish' ? foundingText(view.card.facts) || text.dayUnknown : dayOf(act)}
              {act.evidence ? ` · ${act.evidence}` : ''}
            </small>
            <small>
              {formatMoment(act.recordedAt)} · {act.recordedBy}
            </small>
          </li>
        ))}
      </ol>
      <p className="small">
        <a href="?the=nhat-ky">{text.openHistory}</a>
      </p>
    </section>
  );
}

function dayOf(act: { readonly effectiveOn: IsoDate; readonly isDayStated: boolean }): string {
  return act.isDayStated ? formatDate(act.effectiveOn) : text.atLatest(act.effectiveOn);
}
