export { appointClusterOffice } from './commands/appoint-cluster-office.ts';
export { fillPosition } from './commands/fill-position.ts';
export type { Alliance, AllianceId, Cluster, ClusterId, ClusterOffice, PersonId, Position } from './model.ts';
export {
  clusterOf,
  clusterOffices,
  findAlliance,
  getAlliance,
  getCluster,
  listAlliances,
  listClusters,
  reachedBy,
} from './queries.ts';
export { orderByCount } from './rules.ts';
