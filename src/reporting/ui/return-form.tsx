import { type FormProblem, typed } from '#platform/http/problem.ts';
import type { FormDrawer } from '../drawer.ts';
import { drawer as words } from '../messages.screens.vi.ts';
import { typedAt } from './typed-at.ts';

/** The cluster chooses the rows to send back; the findings of the form stand ready with their sentence. */
export function ReturnForm({ drawer, problem }: { drawer: FormDrawer; problem: FormProblem | undefined }) {
  const chosen = problem?.values.chon ?? [];
  const names = new Map(drawer.indicators.map((indicator) => [indicator.code, indicator.name]));
  const doubtful = new Map(
    drawer.findings
      .filter((finding) => names.has(finding.indicatorCode))
      .map((finding) => [finding.indicatorCode, finding.text]),
  );
  return (
    <details className="inner" open={problem?.values.viec === 'tra-lai'}>
      <summary>{words.back}</summary>
      <form method="post" className="stackup">
        <input type="hidden" name="viec" value="tra-lai" />
        <input type="hidden" name="donVi" value={drawer.unit.code} />
        <p className="small muted">{words.backHint}</p>
        {[...doubtful].map(([code, text], place) => (
          <div className="pickrow" key={code}>
            <label className="pick">
              <input type="checkbox" name="chon[]" value={code} defaultChecked={chosen.includes(code)} />
              <span>{names.get(code)}</span>
            </label>
            <input type="hidden" name="ma[]" value={code} />
            <textarea
              className="in"
              name="loi[]"
              rows={3}
              aria-label={words.comment(names.get(code) ?? code)}
              defaultValue={typedAt(problem, 'loi', place, text)}
            />
          </div>
        ))}
        <div className="pickrow">
          <div className="field">
            <label htmlFor="khac">{words.otherCell}</label>
            <select className="in" id="khac" name="khac" defaultValue={typed(problem, 'khac')}>
              <option value="">{words.noCell}</option>
              {drawer.indicators.map((indicator) => (
                <option key={indicator.code} value={indicator.code}>
                  {indicator.name}
                </option>
              ))}
            </select>
          </div>
          <textarea
            className="in"
            name="loi[]"
            rows={2}
            aria-label={words.comment(words.otherCell)}
            defaultValue={typedAt(problem, 'loi', doubtful.size, '')}
          />
        </div>
        <div className="tools">
          <button className="btn s" type="submit">
            {words.backSubmit}
          </button>
        </div>
      </form>
    </details>
  );
}
