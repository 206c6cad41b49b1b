import { formatNumber } from '#platform/i18n/format.ts';
import { TableBox } from '#platform/ui/empty.tsx';
import { StateChip } from '#platform/ui/state-chip.tsx';
import { stageLabels, text } from '../messages.vi.ts';
import type { Link } from '../model.ts';
import { isEvidenced } from '../rules.ts';

interface LinkTableProps {
  readonly links: readonly Link[];
  readonly mayWrite: boolean;
  /** As people write it. */
  readonly today: string;
}

/** The links of one organisation; each says whether it is proven. */
export function LinkTable({ links, mayWrite, today }: LinkTableProps) {
  const { heads } = text;
  return (
    <TableBox label={text.links}>
      <div className="cap">
        <h2>{text.links}</h2>
      </div>
      <table className="cards">
        <thead>
          <tr>
            {Object.values(heads).map((head) => (
              <th scope="col" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {links.map((link) => (
            <tr key={link.id}>
              <th scope="row" className="name wraps">
                {link.chainName}
              </th>
              <td data-label={heads.stage}>{stageLabels[link.stage]}</td>
              <td data-label={heads.partner} className="wraps">
                {link.partner || '—'}
              </td>
              <td data-label={heads.proof} className="wraps">
                <ProofCell link={link} />
              </td>
              <td data-label={heads.volume} className="num">
                {link.volume === null ? '' : `${formatNumber(link.volume)} ${link.volumeUnit}`}
              </td>
              <td data-label={heads.span}>
                {text.span(link.beganOn, link.endedOn)}
                {mayWrite && link.endedOn === null ? <EndForm link={link} today={today} /> : null}
              </td>
              <td data-label={heads.evidence}>
                {isEvidenced(link) ? (
                  <StateChip tone="ok" sign="✓">
                    {text.proven}
                  </StateChip>
                ) : (
                  <span title={text.saidWhy}>
                    <StateChip tone="warn" sign="?">
                      {text.said}
                    </StateChip>
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function ProofCell({ link }: { link: Link }) {
  const { organisationId, attachmentId, attachmentTitle, contractNo } = link;
  return (
    <>
      {contractNo}
      {contractNo && attachmentId ? ' · ' : ''}
      {attachmentId ? <a href={`/van-phong/so-bo/${organisationId}/tep/${attachmentId}`}>{attachmentTitle}</a> : null}
      {contractNo || attachmentId ? null : '—'}
    </>
  );
}

function EndForm({ link, today }: { link: Link; today: string }) {
  return (
    <details className="pick">
      <summary className="btn s" aria-label={text.endNamed(link.chainName)}>
        {text.end}
      </summary>
      <form className="pick-pop" method="post">
        <input type="hidden" name="act" value="end" />
        <input type="hidden" name="linkId" value={link.id} />
        <label className="block" htmlFor={`end-${link.id}`}>
          {text.endedOn}
        </label>
        <input className="in" id={`end-${link.id}`} name="endedOn" defaultValue={today} required />
        <button className="btn" type="submit">
          {text.endSubmit}
        </button>
      </form>
    </details>
  );
}
