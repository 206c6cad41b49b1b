/** Vietnamese đồng, whole units. In this code base a `bigint` is always money. */
export type Dong = bigint;
