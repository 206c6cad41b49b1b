import type { FormProblem } from '#platform/http/problem.ts';
import { Drawer } from '#platform/ui/drawer.tsx';
import { CommandForm, Field } from '#platform/ui/forms.tsx';
import { removeText as text } from '../messages-pages.vi.ts';

interface RemoveDrawerProps {
  readonly rowId: string;
  readonly name: string;
  readonly problem: FormProblem | undefined;
}

/** Asks why a row is taken out before it is. */
export function RemoveDrawer({ rowId, name, problem }: RemoveDrawerProps) {
  return (
    <Drawer title={text.title} sub={name} closeHref="?">
      <CommandForm problem={problem} submitLabel={text.submit} cancelHref="?" isDangerous>
        <input type="hidden" name="act" value="remove" />
        <input type="hidden" name="rowId" value={rowId} />
        <Field name="reason" label={text.reason} problem={problem} maxLength={200} required />
        <p className="small muted">{text.effect}</p>
      </CommandForm>
    </Drawer>
  );
}
