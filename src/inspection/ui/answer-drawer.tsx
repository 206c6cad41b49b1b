import type { FormProblem } from '#platform/http/problem.ts';
import { formatDate } from '#platform/i18n/format.ts';
import { Drawer } from '#platform/ui/drawer.tsx';
import { CommandForm, ErrorSummary, TextField } from '#platform/ui/forms.tsx';
import { hrefs } from '../hrefs.ts';
import { findingText } from '../messages.findings.vi.ts';
import type { KeptItem } from '../model.ts';
import { ResultChip } from './finding-state.tsx';

const words = findingText.findings;
const { columns } = findingText;

interface AnswerProps {
  readonly item: KeptItem;
  readonly may: { readonly answer: boolean; readonly verify: boolean };
  readonly problem: FormProblem | undefined;
}

/** One finding in full; the unit answers, the inspector says whether it was mended. */
export function AnswerDrawer({ item, may, problem }: AnswerProps) {
  const { followUp } = item;
  const [name = ''] = item.cells;
  return (
    <Drawer title={name} sub={<ResultChip result={item.result} />} closeHref={hrefs.findings()}>
      <FindingFacts item={item} />
      {followUp && may.answer && followUp.state !== 'verified' ? (
        <CommandForm problem={problem} submitLabel={words.answerSubmit}>
          <input type="hidden" name="act" value="answer" />
          <Which item={item} />
          <TextField
            name="answer"
            label={words.answerLabel}
            hint={words.answerHint}
            problem={problem}
            defaultValue={followUp.answer}
            rows={4}
          />
        </CommandForm>
      ) : null}
      {followUp && may.verify && followUp.state === 'done' ? (
        <form method="post" className="command">
          {may.answer ? null : <ErrorSummary problem={problem} />}
          <Which item={item} />
          <div className="tools">
            <button className="btn primary" type="submit" name="act" value="mended">
              {words.mended}
            </button>
            <button className="btn" type="submit" name="act" value="not-mended">
              {words.notMended}
            </button>
          </div>
        </form>
      ) : null}
    </Drawer>
  );
}

function Which({ item }: { item: KeptItem }) {
  return (
    <>
      <input type="hidden" name="sampleId" value={item.sampleId} />
      <input type="hidden" name="itemNo" value={item.itemNo} />
    </>
  );
}

function FindingFacts({ item }: { item: KeptItem }) {
  const { followUp } = item;
  const facts: readonly (readonly [string, string])[] = [
    [columns.figure, item.figureName],
    [columns.recorded, item.recorded],
    [columns.found, item.found],
    [columns.note, item.note],
    [columns.evidence, item.evidence],
    [columns.foundBy, item.foundAt ? words.by(item.foundBy ?? '', item.foundAt) : ''],
    [columns.task, followUp?.task ?? ''],
    [columns.mendedBy, followUp?.mendedBy ?? ''],
    [columns.dueOn, followUp ? formatDate(followUp.dueOn) : ''],
    [columns.answer, followUp?.answer ?? ''],
    [columns.answeredBy, followUp?.answeredAt ? words.by(followUp.answeredBy ?? '', followUp.answeredAt) : ''],
    [columns.verifiedBy, followUp?.verifiedAt ? words.by(followUp.verifiedBy ?? '', followUp.verifiedAt) : ''],
  ];
  return (
    <dl className="finding-facts">
      {facts
        .filter(([, value]) => value !== '')
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="said">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
