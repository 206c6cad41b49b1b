import type { FormProblem } from '#platform/http/problem.ts';
import { CommandForm, Field } from '#platform/ui/forms.tsx';
import { text } from '../messages.account.vi.ts';
import { ACCOUNT } from '../own-door.ts';

const words = text.account.password;

/** The form for a new password. */
export function Password({ problem, login }: { problem: FormProblem | undefined; login: string }) {
  return (
    <>
      <h2>{words.title}</h2>
      <div className="password">
        <CommandForm action={ACCOUNT} problem={problem} submitLabel={words.submit} errorTitle={words.failed}>
          <input type="hidden" name="act" value="password" />
          {/* Password managers look for it. */}
          <input type="text" name="login" value={login} autoComplete="username" readOnly hidden />
          <Field
            name="presentPassword"
            label={words.present}
            problem={problem}
            type="password"
            autoComplete="current-password"
            aria-required
          />
          <Field
            name="password"
            label={words.next}
            hint={words.nextHint}
            problem={problem}
            type="password"
            autoComplete="new-password"
            aria-required
          />
          <p className="small muted">{words.effect}</p>
        </CommandForm>
      </div>
    </>
  );
}
