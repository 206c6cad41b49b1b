import type { FormProblem } from '#platform/http/problem.ts';
import { purposeOptions } from '#platform/privacy/messages.vi.ts';
import { ASKED_PURPOSES } from '#platform/privacy/reading.ts';
import { Drawer } from '#platform/ui/drawer.tsx';
import { CommandForm, SelectField } from '#platform/ui/forms.tsx';
import { cardText } from '../messages-pages.vi.ts';
import type { OrganisationView } from '../organisation-view.ts';
import { valueText } from '../value-text.ts';

const text = cardText.phone;

interface PhoneDrawerProps {
  readonly view: OrganisationView;
  /** The whole number, once its purpose was said; null before. */
  readonly phone: string | null;
  readonly problem: FormProblem | undefined;
}

/** Asks why before it shows the whole number. */
export function PhoneDrawer({ view, phone, problem }: PhoneDrawerProps) {
  const { facts } = view.card;
  return (
    <Drawer title={text.title} sub={String(facts.name)} closeHref="?">
      {phone === null ? (
        <CommandForm problem={problem} submitLabel={text.submit} errorTitle={text.notShown} cancelHref="?">
          <input type="hidden" name="act" value="show-phone" />
          <p>{text.masked(valueText('workPhone', facts.workPhone ?? '', new Map()))}</p>
          <SelectField
            name="purpose"
            label={text.why}
            problem={problem}
            options={[{ value: '', label: text.choose }, ...purposeOptions(ASKED_PURPOSES)]}
            hint={text.kept}
          />
        </CommandForm>
      ) : (
        // biome-ignore lint/a11y/noAutofocus: the number that was asked for stands at the end of a long page on a phone
        <div className="stack" role="status" tabIndex={-1} autoFocus>
          <p>{text.shown}</p>
          {phone.split('; ').map((one) => (
            <p key={one}>
              <a className="num" href={`tel:${one}`}>
                {one}
              </a>
            </p>
          ))}
          <p className="small muted">{text.again}</p>
        </div>
      )}
    </Drawer>
  );
}
