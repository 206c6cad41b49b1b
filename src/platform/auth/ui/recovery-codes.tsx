import { Note } from '#platform/ui/empty.tsx';
import { text } from '../messages.account.vi.ts';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly login: string;
  readonly at: Date;
  /** Where to go once they are put away. */
  readonly doneHref: string;
}

const words = text.codes;

/** The codes, this once; made for being printed. */
export function RecoveryCodes({ codes, login, at, doneHref }: RecoveryCodesProps) {
  return (
    <section className="sect codes" aria-label={words.title}>
      <Note tone="warn">{words.keep}</Note>
      <p className="small muted">{words.of(login, at)}</p>
      <ol className="code-list">
        {codes.map((code) => (
          <li className="code" key={code}>
            {code}
          </li>
        ))}
      </ol>
      <p className="small muted print-hint">{words.print}</p>
      <div className="tools">
        <a className="btn primary" href={doneHref}>
          {words.done}
        </a>
      </div>
    </section>
  );
}
