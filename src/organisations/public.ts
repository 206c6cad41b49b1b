export { appoint, endTerm } from './acts/appoint.ts';
export type { Traces } from './acts/succeed.ts';
export { changedSince, succeed, undoSuccession } from './acts/succeed.ts';
export { allianceFields } from './alliance-fields.ts';
export { appointClusterOffice } from './commands/appoint-cluster-office.ts';
export { ChangeMembership, changeMembership } from './commands/change-membership.ts';
export { ChangeTerm, changeTerm } from './commands/change-term.ts';
export { fillPosition } from './commands/fill-position.ts';
export { JoinCluster, joinCluster } from './commands/join-cluster.ts';
export { NameCluster, nameCluster } from './commands/name-cluster.ts';
export { dayField, dayOrOpen, lineField, reasonField } from './day-field.ts';
export { departmentsOf, membershipsOf, termsOf, versionsOf } from './history.ts';
export { organisationHrefs } from './hrefs.ts';
export type {
  Alliance,
  AllianceId,
  Cluster,
  ClusterId,
  ClusterOffice,
  Membership,
  PersonId,
  Position,
  Term,
} from './model.ts';
export { mayConfigure, mayKeepTerms, requireSeeing } from './permissions.ts';
export {
  clusterOf,
  clusterOffices,
  clustersOn,
  findAlliance,
  findAllianceEver,
  getAlliance,
  getCluster,
  listAlliances,
  listClusters,
  listPositions,
  reachedBy,
} from './queries.ts';
export { headGaps, holdsOn, isTakenBack, orderByCount } from './rules.ts';
export { spanWords } from './span-words.ts';
