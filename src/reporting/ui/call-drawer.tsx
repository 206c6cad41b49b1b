import type { FormProblem } from '#platform/http/problem.ts';
import { Drawer } from '#platform/ui/drawer.tsx';
import { CommandForm, Field, TextField } from '#platform/ui/forms.tsx';
import type { Board } from '../board.ts';
import { hrefs } from '../hrefs.ts';
import { drawer as words } from '../messages.screens.vi.ts';
import { isSubmitted } from '../moves.ts';

export type CallAct = 'gia-han' | 'chot' | 'tong-hop';

export function parseCallAct(text: string | null): CallAct | null {
  return text === 'gia-han' || text === 'chot' || text === 'tong-hop' ? text : null;
}

interface CallDrawerProps {
  readonly act: CallAct;
  readonly board: Board;
  readonly problem: FormProblem | undefined;
}

/** Says the effect of an act on the whole period, then asks for it. */
export function CallDrawer({ act, board, problem }: CallDrawerProps) {
  const closeHref = hrefs.board(board.call.period.code);
  if (act === 'gia-han')
    return (
      <Drawer title={words.extend.title} sub={words.extend.text} closeHref={closeHref}>
        <CommandForm problem={problem} submitLabel={words.extend.submit} cancelHref={closeHref}>
          <input type="hidden" name="viec" value="gia-han" />
          <Field
            name="hanGui"
            type="date"
            label={words.extend.day}
            problem={problem}
            defaultValue={board.call.submitByOn}
          />
          <TextField name="lyDo" label={words.reason} problem={problem} rows={3} />
        </CommandForm>
      </Drawer>
    );
  const waiting = board.units.filter((unit) => !unit.submission || !isSubmitted(unit.submission.state));
  const said = act === 'chot' ? words.close.text(waiting.map((unit) => unit.shortName)) : words.consolidate.text;
  const part = act === 'chot' ? words.close : words.consolidate;
  return (
    <Drawer title={part.title} sub={said} closeHref={closeHref}>
      <CommandForm problem={problem} submitLabel={part.submit} cancelHref={closeHref}>
        <input type="hidden" name="viec" value={act === 'chot' ? 'close' : 'consolidate'} />
      </CommandForm>
    </Drawer>
  );
}
