import type { ReactNode } from 'react';
import type { IsoDate } from '#kernel/time.ts';
import { roleNames } from '#platform/auth/messages.vi.ts';
import type { FormProblem } from '#platform/http/problem.ts';
import { Drawer } from '#platform/ui/drawer.tsx';
import { CommandForm, Field } from '#platform/ui/forms.tsx';
import { text } from '../messages.vi.ts';
import type { HeldGrant, Unit } from '../model.ts';
import { PlacementFields } from './placement-fields.tsx';

const KINDS = ['cap-quyen', 'chuyen', 'thoi', 'dong', 'mo-lai', 'phien', 'mat-khau'] as const;

/** What the address opens beside the person; ending names its right. */
export interface OpenAct {
  readonly kind: (typeof KINDS)[number];
  readonly grant: string;
}

/** Null: the address opens nothing. */
export function actOf(params: URLSearchParams): OpenAct | null {
  const kind = KINDS.find((each) => each === params.get('viec'));
  return kind ? { kind, grant: params.get('quyen') ?? '' } : null;
}

interface PersonDrawerProps {
  readonly act: OpenAct;
  readonly person: { readonly name: string; readonly history: readonly (HeldGrant & { readonly place: string })[] };
  readonly units: readonly Unit[];
  readonly today: IsoDate;
  readonly problem: FormProblem | undefined;
  readonly closeHref: string;
  /** What the act would leave behind, above its form. */
  readonly children: ReactNode;
}

export function PersonDrawer(props: PersonDrawerProps) {
  const { act, closeHref, children } = props;
  const words = wordsOf(act.kind);
  return (
    <Drawer title={words.title} sub={words.sub} closeHref={closeHref}>
      {children}
      <ActForm {...props} label={words.submit} />
    </Drawer>
  );
}

function wordsOf(kind: OpenAct['kind']): { readonly title: string; readonly sub: string; readonly submit: string } {
  const { acts } = text.person;
  const form = text.form;
  const words = {
    'cap-quyen': { title: acts.give, sub: form.giveSub, submit: form.give },
    chuyen: { title: acts.move, sub: form.moveSub, submit: form.move },
    thoi: { title: form.endTitle, sub: form.endSub, submit: form.end },
    dong: { title: acts.close, sub: form.closeSub, submit: form.close },
    'mo-lai': { title: acts.reopen, sub: form.reopenSub, submit: form.reopen },
    phien: { title: acts.sessions, sub: form.sessionsSub, submit: form.sessions },
    'mat-khau': { title: acts.password, sub: form.resetSub, submit: acts.password },
  };
  return words[kind];
}

function ActForm({ act, person, units, today, problem, closeHref, label }: PersonDrawerProps & { label: string }) {
  const shared = { problem, submitLabel: label, cancelHref: closeHref };
  const day = (
    <Field
      name="from"
      label={text.form.day}
      hint={text.form.dayHint}
      problem={problem}
      type="date"
      defaultValue={today}
    />
  );
  switch (act.kind) {
    case 'cap-quyen':
    case 'chuyen':
      return (
        <CommandForm {...shared}>
          <input type="hidden" name="act" value={act.kind === 'chuyen' ? 'move' : 'give'} />
          <PlacementFields units={units} problem={problem} />
        </CommandForm>
      );
    case 'thoi': {
      const grant = person.history.find((each) => act.grant === `${each.role} ${each.scope} ${each.validFrom}`);
      if (!grant) return <p>{text.person.noGrants}</p>;
      return (
        <CommandForm {...shared} isDangerous>
          <p>
            <b>{roleNames[grant.role]}</b>
            {`, ${grant.place}`}
          </p>
          <input type="hidden" name="act" value="end" />
          <input type="hidden" name="role" value={grant.role} />
          <input type="hidden" name="scope" value={grant.scope} />
          <input type="hidden" name="validFrom" value={grant.validFrom} />
          {day}
        </CommandForm>
      );
    }
    case 'dong':
      return (
        <CommandForm {...shared} isDangerous>
          <input type="hidden" name="act" value="close" />
          {day}
          <Field name="reason" label={text.form.reason} hint={text.form.reasonHint} problem={problem} maxLength={300} />
        </CommandForm>
      );
    default:
      return (
        <CommandForm {...shared} isDangerous={act.kind !== 'mo-lai'}>
          <input type="hidden" name="act" value={SIMPLE[act.kind]} />
        </CommandForm>
      );
  }
}

const SIMPLE = { 'mo-lai': 'reopen', phien: 'sessions', 'mat-khau': 'password' } as const;
