import type { Check, CheckFix } from '../lint/check.ts';
import { sayCheck, sayFix } from '../messages.checks.vi.ts';
import { text } from '../messages.pages.vi.ts';
import type { ComposerView } from '../views/composer-view.ts';
import { hrefs } from '../views/hrefs.ts';

const words = text.composer;

/** What the checks say of the open section, each with its repair; then what the data changed, and what the lock waits for. */
export function ComposerChecks({ view }: { view: ComposerView }) {
  return (
    <section className="drawer" aria-labelledby="checks">
      <header>
        <h2 id="checks">{words.checks(view.section.number)}</h2>
        <span className="muted small num">
          {words.places(view.checks.filter((check) => check.tone !== 'info').length)}
        </span>
      </header>
      {view.checks.map((check, index) => (
        <CheckItem key={`${check.start}-${check.code}`} check={check} no={index + 1} view={view} />
      ))}
      <div className="check ok">
        <p className="t">
          <b aria-hidden="true">✓</b>
          {words.bound(view.boundCount)}
        </p>
        <p className="muted">{words.boundWhy}</p>
      </div>
      <hr className="rule" />
      <Changes view={view} />
      <hr className="rule" />
      <BeforeLock view={view} />
    </section>
  );
}

const CLASSES: Readonly<Record<Check['tone'], string>> = { error: 'check bad', warning: 'check', info: 'check info' };

function CheckItem({ check, no, view }: { check: Check; no: number; view: ComposerView }) {
  const { title, why } = sayCheck(check);
  return (
    <div className={CLASSES[check.tone]} id={`c${no}`}>
      <p className="t">
        <b>{no}</b>
        {title}
      </p>
      <p>{why}</p>
      {view.readOnly === undefined && check.fixes.length > 0 ? (
        <div className="do">
          {check.fixes.map((fix) => (
            <FixButton key={fix.replacement} check={check} fix={fix} view={view} />
          ))}
        </div>
      ) : null}
    </div>
  );
}

function FixButton({ check, fix, view }: { check: Check; fix: CheckFix; view: ComposerView }) {
  const { section, periodCode } = view;
  return (
    <form method="post" action={hrefs.composer(periodCode, section.code)}>
      <input type="hidden" name="act" value="mend" />
      <input type="hidden" name="code" value={section.code} />
      <input type="hidden" name="seenVersion" value={section.version} />
      <input type="hidden" name="start" value={check.start} />
      <input type="hidden" name="end" value={check.end} />
      <input type="hidden" name="excerpt" value={check.excerpt} />
      <input type="hidden" name="replacement" value={fix.replacement} />
      <button className={fix.kind === 'mark-qualitative' ? 'btn s plain' : 'btn s'} type="submit">
        {sayFix(fix)}
      </button>
    </form>
  );
}

function Changes({ view }: { view: ComposerView }) {
  return (
    <section className="sect">
      <h3>{words.changes}</h3>
      {view.changes.length === 0 ? <p className="muted small">{words.noChanges}</p> : null}
      {view.changes.map((change) => (
        <div className="changed" key={`${change.section}-${change.before}-${change.after}`}>
          <p className="small">
            <a href={hrefs.composer(view.periodCode, change.section)}>{change.title}</a>
          </p>
          <p>
            <b>{words.before}:</b> {change.before ?? words.added}
          </p>
          <p>
            <b>{words.after}:</b> {change.after ?? words.gone}
          </p>
        </div>
      ))}
      {view.readOnly === undefined ? (
        <form method="post" action={hrefs.composer(view.periodCode, view.section.code)}>
          <input type="hidden" name="act" value="look-through" />
          <button className="btn s" type="submit">
            {words.lookThrough}
          </button>
        </form>
      ) : null}
    </section>
  );
}

function BeforeLock({ view }: { view: ComposerView }) {
  return (
    <section className="sect">
      <h3>{words.beforeLock}</h3>
      <dl className="kv">
        <dt>{words.blocking}</dt>
        <dd>{view.blockedBy.length}</dd>
        <dt>{words.silent}</dt>
        <dd>{view.silentUnits.length === 0 ? words.none : view.silentUnits.join(', ')}</dd>
        <dt>{words.typed}</dt>
        <dd>{view.typedCount}</dd>
        <dt>{words.openAll}</dt>
        <dd>{view.openCount}</dd>
      </dl>
      {view.blockedBy.map((sentence) => (
        <p className="small muted" key={sentence}>
          {sentence}
        </p>
      ))}
    </section>
  );
}
