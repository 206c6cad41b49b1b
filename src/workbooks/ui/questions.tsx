import { text } from '../messages-pages.vi.ts';
import type { Question } from '../model.ts';

/** Columns that can be read in two ways: the person chooses once for the whole column. */
export function Questions({ questions }: { questions: readonly Question[] }) {
  const words = text.preview.ask;
  if (questions.length === 0) return null;
  return (
    <form className="box pad stack" method="post" aria-labelledby="ask-head">
      <h2 id="ask-head">{words.head}</h2>
      <p className="small muted">{words.why}</p>
      {questions.map((question) => (
        <fieldset className="ask" key={`${question.key} ${question.code}`}>
          <legend className="small muted">{words.where(question.sheet, question.cell, question.head)}</legend>
          <p>{question.text}</p>
          <div className="tools">
            {question.readings.map((reading) => (
              <label key={reading.answer} className="choice">
                <input type="radio" name={`a:${question.key}`} value={reading.answer} required /> {reading.shown}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <div className="tools">
        <button className="btn" type="submit" name="act" value="answer">
          {words.submit}
        </button>
      </div>
    </form>
  );
}
