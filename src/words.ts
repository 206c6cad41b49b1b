import { refusals as legal } from '#legal/messages.vi.ts';
import { refusals as organisations } from '#organisations/messages.vi.ts';
import { refusals as accounts } from '#platform/auth/messages.vi.ts';
import { refusals as backups } from '#platform/backup/messages.vi.ts';
import { registerRefusals } from '#platform/i18n/words.ts';
import { refusals as platform } from '#platform/messages.vi.ts';
import { refusals as portal } from '#portal/messages.vi.ts';
import { refusals as register } from '#register/messages.vi.ts';
import { refusals as reporting } from '#reporting/messages.vi.ts';
import { refusals as review } from '#review/messages.vi.ts';
import { refusals as workbooks } from '#workbooks/messages.vi.ts';

/** Every slice's sentences for its refusals; imported by whatever speaks to people: the server and the command line. */
for (const words of [platform, accounts, backups, legal, organisations, register, reporting, workbooks, review, portal])
  registerRefusals(words);
