import { divide } from '#kernel/decimal.ts';
import type { IsoDate } from '#kernel/time.ts';
import { formatDate, formatDong, formatMoment, formatNumber, formatShare } from '#platform/i18n/format.ts';
import { Empty } from '#platform/ui/empty.tsx';
import { actLabels } from '../messages.vi.ts';
import { basisLabels, ratingLabels, cardText as text } from '../messages-pages.vi.ts';
import type { Facts, FactValue } from '../model.ts';
import type { OrganisationView } from '../organisation-view.ts';
import { foundingText } from '../value-text.ts';
import { CardPeople, SectorGroup } from './card-people.tsx';
import { FigureTable } from './figure-table.tsx';
import { Pairs } from './pairs.tsx';

const PERIODS_SHOWN = 4;
const FIGURES = [
  'membersTotal',
  'workersRegular',
  'revenueDong',
  'memberSalesDong',
  'profitDong',
  'paidInCapitalDong',
  'incomeMonthDong',
] as const;
const IDENTITY = ['kind', 'sectorCode', 'secondarySectorCode'];
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
            <FigureTable
              view={view}
              title={text.periods}
              fields={FIGURES}
              periodsMax={PERIODS_SHOWN}
              end={<a href="?the=so-lieu">{text.openFigures}</a>}
            />
          ) : (
            <div className="box">
              <Empty icon="chart" title={text.noReports}>
                {text.noReportsWhy}
              </Empty>
            </div>
          )}
          {newest ? <CardPeople facts={newest.facts} /> : null}
          <Pairs title={text.identity} view={view} fields={IDENTITY} founding>
            <SectorGroup view={view} />
          </Pairs>
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
