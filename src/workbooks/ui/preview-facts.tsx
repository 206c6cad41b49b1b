import type { IsoDate } from '#kernel/time.ts';
import { text } from '../messages-pages.vi.ts';
import type { Preview } from '../model.ts';
import { UNDO_DAYS } from '../rules.ts';

/** Where the person stands: file read, columns matched, changes before the eyes, writing still to come. */
export function Steps({ isAccepted }: { isAccepted: boolean }) {
  const { steps } = text;
  return (
    <ol className="steps" aria-label={steps.label}>
      <li className="done">
        <i aria-hidden="true">✓</i>
        {steps.file}
      </li>
      <li className="done">
        <i aria-hidden="true">✓</i>
        {steps.columns}
      </li>
      <li className="now" aria-current="step">
        <i aria-hidden="true">3</i>
        {steps.preview}
      </li>
      <li className={isAccepted ? undefined : 'muted'}>
        <i aria-hidden="true">4</i>
        {steps.write}
      </li>
    </ol>
  );
}

interface PreviewFactsProps {
  readonly facts: Omit<Preview, 'rows' | 'messages'>;
  readonly fileName: string;
  readonly rows: number;
  readonly undoUntil: IsoDate;
}

export function PreviewFacts({ facts, fileName, rows, undoUntil }: PreviewFactsProps) {
  const words = text.preview.facts;
  const { columns, values } = facts;
  return (
    <dl className="strip import-facts">
      <div>
        <dt>{words.file}</dt>
        <dd className="t">
          <span className="cut" title={fileName}>
            {fileName}
          </span>
          <small className="small">{words.fileDetail(facts.bytes, rows)}</small>
        </dd>
      </div>
      <div>
        <dt>{words.template}</dt>
        <dd className="t">
          {facts.period ? facts.unitName : words.unknownUnit}
          <small className="small">{facts.periodName}</small>
          <small className="small">{words.columns(columns.matched, columns.of)}</small>
        </dd>
      </div>
      <div>
        <dt>{words.encoding}</dt>
        <dd className="t">
          {words.unicode}
          <small className="small">{words.converted(facts.converted)}</small>
        </dd>
      </div>
      <div>
        <dt>{words.forms}</dt>
        <dd className="t">
          {words.formsChanged(values)}
          <small className="small">{words.formsDetail(values)}</small>
        </dd>
      </div>
      <div>
        <dt>{words.undo}</dt>
        <dd className="t">
          {words.undoDays(UNDO_DAYS)}
          <small className="small">{words.undoUntil(undoUntil)}</small>
        </dd>
      </div>
    </dl>
  );
}
