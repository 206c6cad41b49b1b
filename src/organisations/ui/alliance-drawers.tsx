import type { FormProblem } from '#platform/http/problem.ts';
import { CheckField } from '#platform/ui/check-field.tsx';
import { Drawer } from '#platform/ui/drawer.tsx';
import { Note } from '#platform/ui/empty.tsx';
import { CommandForm, Field } from '#platform/ui/forms.tsx';
import type { AllianceView } from '../alliance-view.ts';
import { organisationHrefs as hrefs } from '../hrefs.ts';
import { titleShown } from '../messages.vi.ts';
import { pageText } from '../messages-pages.vi.ts';
import { holdsOn } from '../rules.ts';
import { AllianceFields } from './alliance-fields.tsx';
import { PostDrawer } from './post-drawer.tsx';

const words = pageText.form;
const acts = pageText.alliance.acts;

export interface DrawerProps {
  readonly view: AllianceView;
  readonly problem: FormProblem | undefined;
}

/** The drawer that the address asks for, `ten`, `chuc-danh:<id>`, …; nothing for whoever may not. */
export function AllianceDrawer({ open, view, problem }: DrawerProps & { readonly open: string }) {
  const [kind, id] = open.split(':');
  if (kind === 'ten') return <NameDrawer view={view} problem={problem} />;
  if (kind === 'thanh-lap') return <FoundingDrawer view={view} problem={problem} />;
  if (kind === 'ngung' || kind === 'dung-lai') return <CloseDrawer view={view} problem={problem} />;
  if (kind === 'chuc-danh' && id === undefined) return <PostDrawer view={view} problem={problem} />;
  if (kind === 'chuc-danh') return <PositionDrawer view={view} problem={problem} id={id ?? ''} />;
  if (kind === 'phong') return <DepartmentDrawer view={view} problem={problem} id={id ?? ''} />;
  return null;
}

function NameDrawer({ view, problem }: DrawerProps) {
  const close = hrefs.alliance(view.alliance.code, view.on);
  const now = view.versions.find((version) => holdsOn(version, view.on)) ?? view.versions[0];
  return (
    <Drawer title={acts.name} sub={words.versionSub} closeHref={close}>
      <CommandForm problem={problem} submitLabel={words.submit} cancelHref={close}>
        <input type="hidden" name="act" value="name" />
        <AllianceFields problem={problem} now={now} from={view.on} />
      </CommandForm>
    </Drawer>
  );
}

function FoundingDrawer({ view, problem }: DrawerProps) {
  const close = hrefs.alliance(view.alliance.code, view.on);
  return (
    <Drawer title={acts.founding} closeHref={close}>
      <CommandForm problem={problem} submitLabel={words.submit} cancelHref={close}>
        <input type="hidden" name="act" value="founding" />
        <Field
          name="foundedOn"
          type="date"
          label={words.foundedOn}
          problem={problem}
          defaultValue={view.foundedOn ?? ''}
        />
        <Field name="reason" label={words.reason} problem={problem} maxLength={300} />
      </CommandForm>
    </Drawer>
  );
}

/** Ends the use of the alliance, or takes that back. Deleting is not offered: what has a history keeps it. */
function CloseDrawer({ view, problem }: DrawerProps) {
  const close = hrefs.alliance(view.alliance.code, view.on);
  const isClosed = view.closedOn !== null;
  return (
    <Drawer title={isClosed ? acts.reopen : acts.close} closeHref={close}>
      <Note>{pageText.alliance.noDelete}</Note>
      <CommandForm problem={problem} submitLabel={words.submit} cancelHref={close}>
        <input type="hidden" name="act" value={isClosed ? 'reopen' : 'close'} />
        {isClosed ? null : (
          <Field name="on" type="date" label={words.closeOn} problem={problem} defaultValue={view.today} />
        )}
        <Field name="reason" label={words.reason} problem={problem} maxLength={300} />
      </CommandForm>
    </Drawer>
  );
}

/** From when until when somebody holds a post. */
function PositionDrawer({ view, problem, id }: DrawerProps & { readonly id: string }) {
  const close = hrefs.alliance(view.alliance.code, view.on);
  const position = view.positions.find((one) => one.id === id);
  if (!position) return null;
  return (
    <Drawer title={titleShown(position)} sub={position.fullName || pageText.alliance.vacant} closeHref={close}>
      <CommandForm problem={problem} submitLabel={words.submit} cancelHref={close}>
        <input type="hidden" name="act" value="correct-position" />
        <input type="hidden" name="positionId" value={position.id} />
        <Field name="from" type="date" label={words.from} problem={problem} defaultValue={position.validFrom} />
        <Field
          name="until"
          type="date"
          label={words.until}
          hint={words.takeBackHint}
          problem={problem}
          defaultValue={position.validUntil ?? ''}
        />
        <Field name="reason" label={words.reason} problem={problem} maxLength={300} />
        <CheckField name="confirmed" label={words.confirm} problem={problem} />
      </CommandForm>
    </Drawer>
  );
}

function DepartmentDrawer({ view, problem, id }: DrawerProps & { readonly id: string }) {
  const close = hrefs.alliance(view.alliance.code, view.on);
  const department = view.departments.find((one) => one.id === id);
  return (
    <Drawer title={acts.department} closeHref={close}>
      <CommandForm problem={problem} submitLabel={words.submit} cancelHref={close}>
        <input type="hidden" name="act" value="department" />
        <input type="hidden" name="departmentId" value={department?.id ?? ''} />
        <Field
          name="name"
          label={words.departmentName}
          problem={problem}
          defaultValue={department?.name ?? ''}
          maxLength={120}
        />
        <Field
          name="rank"
          label={words.rank}
          inputMode="numeric"
          problem={problem}
          defaultValue={department?.rank ?? view.departments.length + 1}
        />
        <Field
          name="phone"
          label={words.phone}
          problem={problem}
          defaultValue={department?.phone ?? ''}
          maxLength={60}
        />
        <Field
          name="from"
          type="date"
          label={words.from}
          problem={problem}
          defaultValue={department?.validFrom ?? view.on}
        />
        <Field
          name="until"
          type="date"
          label={words.until}
          hint={words.takeBackHint}
          problem={problem}
          defaultValue={department?.validUntil ?? ''}
        />
      </CommandForm>
    </Drawer>
  );
}
