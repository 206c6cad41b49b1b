import { DOCUMENT_MEGABYTES_MAX } from '#platform/files/document-kind.ts';
import type { FormProblem } from '#platform/http/problem.ts';
import { formatMoment } from '#platform/i18n/format.ts';
import { Empty, TableBox } from '#platform/ui/empty.tsx';
import { CommandForm, ErrorSummary, Field, TextField } from '#platform/ui/forms.tsx';
import type { Attachment, Remark } from '../attachments.ts';
import { filesText as text } from '../messages-card.vi.ts';
import { cardText } from '../messages-pages.vi.ts';
import type { OrganisationView } from '../organisation-view.ts';
import { Pairs } from './pairs.tsx';

const PAPERS = ['certificateNo', 'registeredOn', 'registeringBody', 'shortName', 'confirmedOn'];

interface CardFilesProps {
  readonly view: OrganisationView;
  readonly attachments: readonly Attachment[];
  readonly remarks: readonly Remark[];
  /** Of the form that came back; `act` says which it was. */
  readonly problem: FormProblem | undefined;
}

/** Identifiers and certificate, the files that prove them, and what officers say to one another. */
export function CardFiles({ view, attachments, remarks, problem }: CardFilesProps) {
  const at = `/van-phong/so-bo/${view.card.head.id}/tep`;
  const of = (act: string) => (problem?.values.act === act ? problem : undefined);
  return (
    <>
      <Pairs
        title={cardText.identity}
        view={view}
        fields={[view.card.facts.code === null ? 'codeMissingReason' : 'code', ...PAPERS]}
        founding
      />
      {attachments.length === 0 ? (
        <div className="box">
          <Empty icon="file" title={text.none}>
            {text.noneWhy}
          </Empty>
        </div>
      ) : (
        <FileTable view={view} attachments={attachments} at={at} />
      )}
      {view.may.keepPapers ? (
        <section className="box pad stack">
          <h2>{text.add}</h2>
          <CommandForm problem={of('attach')} submitLabel={text.add} action={at} hasFiles>
            <input type="hidden" name="act" value="attach" />
            <Field
              name="title"
              label={text.name}
              hint={text.nameHint}
              maxLength={200}
              problem={of('attach')}
              required
            />
            <Field
              name="file"
              type="file"
              accept=".pdf,.docx,.xlsx,image/jpeg,image/png,image/webp"
              label={text.file}
              hint={text.fileHint(DOCUMENT_MEGABYTES_MAX)}
              problem={of('attach')}
              required
            />
          </CommandForm>
        </section>
      ) : null}
      <Remarks view={view} remarks={remarks} at={at} problem={of('remark')} />
    </>
  );
}

function FileTable({ view, attachments, at }: Pick<CardFilesProps, 'view' | 'attachments'> & { at: string }) {
  const { heads } = text;
  return (
    <TableBox label={text.title}>
      <div className="cap">
        <h2>{text.title}</h2>
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
          {attachments.map((one) => (
            <tr key={one.id}>
              <th scope="row" className="wraps name">
                {one.removed ? <s>{one.title}</s> : <a href={`${at}/${one.id}`}>{one.title}</a>}
                {one.removed ? (
                  <small className="muted block">
                    {text.removed(formatMoment(one.removed.at), one.removed.by, one.removed.reason)}
                  </small>
                ) : null}
              </th>
              <td data-label={heads.kind}>{text.kinds[one.mediaType] ?? one.mediaType}</td>
              <td data-label={heads.size} className="num">
                {text.kilobytes(Math.ceil(one.byteSize / 1024))}
              </td>
              <td data-label={heads.at} className="small">
                {formatMoment(one.addedAt)}
              </td>
              <td data-label={heads.by} className="small wraps">
                {one.addedBy}
              </td>
              <td data-label={heads.act}>
                {view.may.keepPapers && !one.removed ? <Removal one={one} at={at} /> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

/** Folded away: taking a file off needs its reason. */
function Removal({ one, at }: { one: Attachment; at: string }) {
  return (
    <details className="pick">
      <summary className="btn s" aria-label={text.removeTitle(one.title)}>
        {text.remove}
      </summary>
      <form className="pick-pop" method="post" action={at}>
        <input type="hidden" name="act" value="remove" />
        <input type="hidden" name="attachmentId" value={one.id} />
        <label className="block" htmlFor={`why-${one.id}`}>
          {text.reason}
        </label>
        <input className="in" id={`why-${one.id}`} name="reason" maxLength={300} required />
        <button className="btn danger" type="submit">
          {text.removeTitle(one.title)}
        </button>
      </form>
    </details>
  );
}

interface RemarksProps {
  readonly view: OrganisationView;
  readonly remarks: readonly Remark[];
  readonly at: string;
  readonly problem: FormProblem | undefined;
}

function Remarks({ view, remarks, at, problem }: RemarksProps) {
  return (
    <section className="box pad stack">
      <h2>{text.remarks}</h2>
      {remarks.length === 0 ? <p className="muted">{text.remarksNone}</p> : null}
      <ol className="stack">
        {remarks.map((remark) => (
          <li key={remark.id}>
            <p className="small muted">
              {remark.writtenBy} · {formatMoment(remark.writtenAt)}
            </p>
            <p className="wraps said">{remark.words}</p>
          </li>
        ))}
      </ol>
      {view.may.keepPapers ? (
        <form className="command" method="post" action={at}>
          <ErrorSummary problem={problem} />
          <input type="hidden" name="act" value="remark" />
          <TextField
            name="words"
            label={text.remark}
            hint={text.remarkHint}
            rows={3}
            maxLength={2000}
            problem={problem}
            required
          />
          <div>
            <button className="btn" type="submit">
              {text.submitRemark}
            </button>
          </div>
        </form>
      ) : null}
    </section>
  );
}
