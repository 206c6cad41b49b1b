import type { FormProblem } from '#platform/http/problem.ts';
import { CommandForm, Field } from '#platform/ui/forms.tsx';
import { text } from '../messages.pages.vi.ts';
import { hrefs } from '../views/hrefs.ts';

/** Asks for a file and posts it to the page that verifies; the file is not kept. */
export function VerifyForm({ problem }: { problem: FormProblem | undefined }) {
  return (
    <CommandForm problem={problem} submitLabel={text.verify.submit} action={hrefs.verify()} hasFiles>
      <Field
        name="file"
        label={text.verify.file}
        hint={text.verify.lead}
        problem={problem}
        type="file"
        accept=".json,.docx,.pdf,.xlsx"
      />
    </CommandForm>
  );
}
