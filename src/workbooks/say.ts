import type { Facts } from './cleaning/result.ts';
import { sentences } from './messages.vi.ts';
import type { Message } from './reading/model.ts';

/** Where a message belongs; both empty for the file as a whole. */
export interface Place {
  readonly sheet: string;
  readonly cell: string;
}

/** The message of a code at a place, with the severity and the words of the catalogue. */
export function messageOf(place: Place, code: string, facts: Facts): Message {
  const sentence = sentences[code];
  if (!sentence) return { ...place, severity: 'error', code, text: `Ô này có vấn đề (mã ${code}).` };
  return { ...place, severity: sentence.severity, code, text: sentence.say(facts) };
}
