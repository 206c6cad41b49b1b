import { ErrorSummary } from '#platform/ui/forms.tsx';
import { text } from '../messages.vi.ts';
import type { OpenIdFailure } from '../openid/page.ts';
import { OPENID, withWayBack } from '../own-door.ts';
import { Gate } from './gate.tsx';

const words = text.openId;

/** Why nobody came in through the provider, and the two ways on: once more, or locally. */
export function OpenIdFailed({ failure }: { readonly failure: OpenIdFailure }) {
  const problem = { fields: {}, refusal: failure.problem, values: {} };
  return (
    <Gate title={text.signIn.title} lead={text.signIn.lead}>
      <ErrorSummary problem={problem} title={words.failed} />
      <div className="tools">
        <a className="btn primary" href={withWayBack(OPENID, failure.back)}>
          {words.again}
        </a>
        <a className="btn plain" href={withWayBack(failure.local, failure.back)}>
          {failure.isForAdministrators ? words.localForAdministrators : words.local}
        </a>
      </div>
    </Gate>
  );
}
