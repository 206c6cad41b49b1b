import * as borderActs from '#borders/messages.events.vi.ts';
import { refusals as borders } from '#borders/messages.vi.ts';
import * as chainActs from '#chains/messages.events.vi.ts';
import { refusals as chains } from '#chains/messages.vi.ts';
import * as complianceActs from '#compliance/messages.events.vi.ts';
import { refusals as compliance } from '#compliance/messages.vi.ts';
import * as inspectionActs from '#inspection/messages.events.vi.ts';
import { refusals as inspection } from '#inspection/messages.vi.ts';
import * as installationActs from '#installation/messages.events.vi.ts';
import { refusals as installation } from '#installation/messages.vi.ts';
import { refusals as legal } from '#legal/messages.vi.ts';
import * as membershipActs from '#membership/messages.events.vi.ts';
import { refusals as membership } from '#membership/messages.vi.ts';
import * as organisationActs from '#organisations/messages.events.vi.ts';
import { refusals as organisations } from '#organisations/messages.vi.ts';
import * as peopleActs from '#people/messages.events.vi.ts';
import { refusals as people } from '#people/messages.vi.ts';
import * as placeActs from '#places/messages.events.vi.ts';
import { refusals as places } from '#places/messages.vi.ts';
import { refusals as access } from '#platform/access/messages.vi.ts';
import { refusals as accounts } from '#platform/auth/messages.vi.ts';
import { refusals as backups } from '#platform/backup/messages.vi.ts';
import { refusals as delegations } from '#platform/delegation/messages.vi.ts';
import * as acts from '#platform/events/messages.vi.ts';
import { registerEvents } from '#platform/events/words.ts';
import { registerRefusals } from '#platform/i18n/words.ts';
import { refusals as platform } from '#platform/messages.vi.ts';
import { refusals as personalData } from '#platform/privacy/messages.vi.ts';
import * as portalActs from '#portal/messages.events.vi.ts';
import { refusals as portal } from '#portal/messages.vi.ts';
import * as privacyActs from '#privacy/messages.events.vi.ts';
import { refusals as privacy } from '#privacy/messages.vi.ts';
import * as registerActs from '#register/messages.events.vi.ts';
import { refusals as register } from '#register/messages.vi.ts';
import * as reorganisationActs from '#reorganisation/messages.events.vi.ts';
import { refusals as reorganisation } from '#reorganisation/messages.vi.ts';
import * as reportingActs from '#reporting/messages.events.vi.ts';
import { refusals as reporting } from '#reporting/messages.vi.ts';
import * as reviewActs from '#review/messages.events.vi.ts';
import { refusals as review } from '#review/messages.vi.ts';
import * as rightsActs from '#rights/messages.events.vi.ts';
import { refusals as rights } from '#rights/messages.vi.ts';
import * as workbookActs from '#workbooks/messages.events.vi.ts';
import { refusals as workbooks } from '#workbooks/messages.vi.ts';

/** Every slice's sentences for its refusals; imported by whatever speaks to people: the server and the command line. */
for (const words of [
  platform,
  access,
  accounts,
  backups,
  personalData,
  delegations,
  acts.refusals,
  legal,
  places,
  organisations,
  register,
  borders,
  compliance,
  membership,
  chains,
  reporting,
  workbooks,
  review,
  rights,
  portal,
  inspection,
  reorganisation,
  installation,
  privacy,
  people,
])
  registerRefusals(words);

/** What the acts are called: for the page of the record of acts. */
for (const words of [
  acts,
  organisationActs,
  placeActs,
  registerActs,
  borderActs,
  complianceActs,
  membershipActs,
  chainActs,
  reportingActs,
  workbookActs,
  reviewActs,
  rightsActs,
  portalActs,
  inspectionActs,
  reorganisationActs,
  installationActs,
  privacyActs,
  peopleActs,
])
  registerEvents(words);
