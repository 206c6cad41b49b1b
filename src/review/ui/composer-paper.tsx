import type { FormProblem } from '#platform/http/problem.ts';
import { CommandForm, TextField } from '#platform/ui/forms.tsx';
import { text } from '../messages.pages.vi.ts';
import type { PreviewParagraph, PreviewSpan } from '../text/preview.ts';
import type { ComposerView } from '../views/composer-view.ts';
import { hrefs } from '../views/hrefs.ts';

const words = text.composer;

/** The section as it will be printed, its figures leading to their source, the places of the checks numbered. */
export function ComposerPaper({ view }: { view: ComposerView }) {
  const { section } = view;
  return (
    <article className="paper" aria-label={words.paper}>
      <h2>{section.number ? `${section.number}. ${section.title}` : section.title}</h2>
      {view.preview.length === 0 ? <p className="lost">{words.emptyBody}</p> : null}
      {view.preview.map((paragraph, index) => (
        <Paragraph key={index} paragraph={paragraph} periodCode={view.periodCode} />
      ))}
    </article>
  );
}

function Paragraph({ paragraph, periodCode }: { paragraph: PreviewParagraph; periodCode: string }) {
  const spans = paragraph.spans.map((span, index) => <Span key={index} span={span} periodCode={periodCode} />);
  if (paragraph.isHeading) return <h3>{spans}</h3>;
  const isItem = paragraph.spans[0]?.text.startsWith('- ') ?? false;
  return <p className={isItem ? 'list' : undefined}>{spans}</p>;
}

function Span({ span, periodCode }: { span: PreviewSpan; periodCode: string }) {
  const inner = span.ref ? (
    <a className="fig" href={figureHref(span.ref, periodCode)} title={span.ref}>
      {span.text}
    </a>
  ) : (
    span.text
  );
  if (span.checkNo === null) return inner;
  return (
    <mark className={span.tone === 'error' ? 'typed' : span.tone === 'info' ? 'note' : undefined}>
      {inner}
      <sup>
        <a href={`#c${span.checkNo}`}>{span.checkNo}</a>
      </sup>
    </mark>
  );
}

function figureHref(ref: string, periodCode: string): string {
  return hrefs.figures(periodCode, null, '', ref.split('@')[0]);
}

interface EditorProps {
  readonly view: ComposerView;
  readonly problem: FormProblem | undefined;
}

/** The source of the section: words and chips in one field, saved and checked by a button. */
export function ComposerEditor({ view, problem }: EditorProps) {
  const { section } = view;
  return (
    <section className="panel edit" id="sua" aria-labelledby="edit-head">
      <h2 id="edit-head">{words.editHead}</h2>
      <CommandForm
        problem={problem}
        submitLabel={words.save}
        disabledReason={view.readOnly}
        action={`${hrefs.composer(view.periodCode, section.code)}#sua`}
      >
        <input type="hidden" name="act" value="edit" />
        <input type="hidden" name="code" value={section.code} />
        <input type="hidden" name="seenVersion" value={section.version} />
        <TextField
          name="body"
          label={words.body(section.title)}
          hint={words.bodyHint}
          problem={problem}
          defaultValue={section.body}
          rows={rowsFor(section.body)}
          spellCheck={false}
          readOnly={view.readOnly !== undefined}
        />
      </CommandForm>
    </section>
  );
}

const LETTERS_A_ROW = 80;

/** As high as the text, within bounds. */
function rowsFor(body: string): number {
  const rows = body.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LETTERS_A_ROW)), 2);
  return Math.min(28, Math.max(8, rows));
}

/** What the units wrote on this section, to be taken over by hand. */
export function Contributions({ view }: { view: ComposerView }) {
  return (
    <div className="edit">
      {view.contributions.map((contribution) => (
        <details key={contribution.unitName} className="give">
          <summary>
            <b>{words.contributions(contribution.unitName)}</b>
            <span className="muted">{words.sentences(contribution.body.split(/[.!?…](?:\s|$)/).length - 1)}</span>
          </summary>
          <div>
            <p>{contribution.body}</p>
          </div>
        </details>
      ))}
    </div>
  );
}
