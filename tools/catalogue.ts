import type { Database } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';

export interface Column {
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
}

export interface Constraint {
  readonly name: string;
  /** p primary key, u unique, x exclusion, f foreign key, c check. */
  readonly kind: 'p' | 'u' | 'x' | 'f' | 'c';
  readonly columns: readonly string[];
  /** Of a foreign key: `schema.table` and its columns, in the order of `columns`. */
  readonly target: string | null;
  readonly targetColumns: readonly string[];
}

export interface Index {
  readonly name: string;
  readonly columns: readonly string[];
  readonly isUnique: boolean;
}

export interface Table {
  /** `schema.table`. */
  readonly name: string;
  readonly comment: string;
  readonly columns: readonly Column[];
  readonly constraints: readonly Constraint[];
  readonly indexes: readonly Index[];
  readonly triggers: readonly string[];
  /** Whether the application's role sees only the rows that a policy lets it see. */
  readonly isGuarded: boolean;
  /** What the policies let the application's role do: `SELECT`, `INSERT`, `UPDATE`, `DELETE`, or `ALL`. */
  readonly policies: readonly string[];
  /** What the application's role may do: `INSERT`, `SELECT`, … */
  readonly grants: readonly string[];
}

/** Every table of ours as the database knows it after all migrations. */
export async function tablesOf(owner: Database): Promise<readonly Table[]> {
  const found = await sql<Table>`
    select n.nspname || '.' || c.relname as name, coalesce(obj_description(c.oid), '') as comment,
           (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
                                              'isRequired', a.attnotnull) order by a.attnum)
              from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
           coalesce((select json_agg(json_build_object(
                'name', k.conname, 'kind', k.contype,
                'columns', (select coalesce(json_agg(a.attname order by key.at), '[]') from unnest(k.conkey) with ordinality key(no, at)
                              join pg_attribute a on a.attrelid = k.conrelid and a.attnum = key.no),
                'target', (select tn.nspname || '.' || tc.relname from pg_class tc join pg_namespace tn on tn.oid = tc.relnamespace
                            where tc.oid = k.confrelid),
                'targetColumns', (select coalesce(json_agg(a.attname order by key.at), '[]')
                                    from unnest(k.confkey) with ordinality key(no, at)
                                    join pg_attribute a on a.attrelid = k.confrelid and a.attnum = key.no)))
              from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'u', 'x', 'f', 'c')), '[]') as constraints,
           coalesce((select json_agg(json_build_object(
                'name', ic.relname, 'isUnique', i.indisunique,
                'columns', (select coalesce(json_agg(a.attname order by key.at), '[]')
                              from unnest(i.indkey::int2[]) with ordinality key(no, at)
                              join pg_attribute a on a.attrelid = c.oid and a.attnum = key.no)))
              from pg_index i join pg_class ic on ic.oid = i.indexrelid where i.indrelid = c.oid), '[]') as indexes,
           coalesce((select json_agg(t.tgname) from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal), '[]') as triggers,
           c.relrowsecurity as "isGuarded",
           coalesce((select json_agg(p.cmd) from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname
              and 'hopluc_app' = any (p.roles)), '[]') as policies,
           coalesce((select json_agg(g.privilege_type) from information_schema.role_table_grants g
              where g.grantee = 'hopluc_app' and g.table_schema = n.nspname and g.table_name = c.relname), '[]') as grants
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
     order by 1`.execute(owner.kysely);
  return found.rows;
}

/** How a table would be distributed, as its comment says: `local`, `reference`, or the column it is split by. */
export function distributionOf(table: Table): 'local' | 'reference' | { readonly by: string } | undefined {
  const [, plain, column] = /^@dist (?:(local|reference)|by (\w+))\. \S/.exec(table.comment) ?? [];
  if (column) return { by: column };
  return plain === 'local' || plain === 'reference' ? plain : undefined;
}
