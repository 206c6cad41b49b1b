import type { ReactNode } from 'react';
import { Icon } from '#platform/ui/icon.tsx';
import { text } from '../messages.account.vi.ts';
import passkeyScript from './passkey.js?url';

interface PasskeyFormProps {
  readonly act: 'create' | 'get';
  /** For `navigator.credentials`, as JSON. */
  readonly options: string;
  readonly action: string;
  readonly label: string;
  /** Fields above the button. */
  readonly children?: ReactNode;
}

/** A form whose button asks the browser for a passkey. Not shown where the browser has none or runs no script. */
export function PasskeyForm({ act, options, action, label, children }: PasskeyFormProps) {
  return (
    <div data-with-passkey hidden>
      <script type="module" async src={passkeyScript} />
      <form className="command" method="post" action={action} data-passkey={act} data-options={options}>
        {children}
        <input type="hidden" name="answer" defaultValue="" />
        <div className="tools">
          <button className="btn" type="submit">
            <Icon name="lock" />
            {label}
          </button>
        </div>
        <div role="alert" data-cancelled hidden>
          <p className="err">{text.passkey.cancelled}</p>
        </div>
      </form>
    </div>
  );
}

/** Parts two ways of going on, where the second is shown. */
export function Or() {
  return (
    <div data-with-passkey hidden>
      <p className="or">{text.passkey.or}</p>
    </div>
  );
}
