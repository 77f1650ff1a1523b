import type pg from 'pg';

const heading =
  '-- Generated from the migrations and functions by “npm run generate”. To read, not to run.\n';

/** The whole schema in one file, so that a review can read its changes. */
export async function describeSchema(pool: pg.Pool): Promise<string> {
  const tables = await lines(pool, tablesQuery);
  const functions = await lines(pool, functionsQuery);
  return [heading, ...tables, ...functions].join('\n');
}

async function lines(pool: pg.Pool, query: string): Promise<string[]> {
  const { rows } = await pool.query<{ text: string }>(query);
  return rows.map((row) => row.text);
}

const tablesQuery = `
  select 'create table ' || c.relname || E' (\\n' || (
           select string_agg('  ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                    || case when a.attnotnull then ' not null' else '' end
                    || case when a.attidentity <> '' then ' generated always as identity'
                            when a.attgenerated <> '' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
                            when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end, E',\\n' order by a.attnum)
           from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
           where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)
         || E'\\n);\\n'
         || coalesce((select string_agg('alter table ' || c.relname || ' add constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid) || ';', E'\\n' order by k.conname)
                      from pg_constraint k where k.conrelid = c.oid and k.contype <> 'n') || E'\\n', '')
         || coalesce((select string_agg(pg_get_indexdef(i.indexrelid) || ';', E'\\n' order by x.relname)
                      from pg_index i join pg_class x on x.oid = i.indexrelid
                      where i.indrelid = c.oid and not exists (select from pg_constraint k where k.conindid = i.indexrelid)) || E'\\n', '')
         || case when c.relrowsecurity then 'alter table ' || c.relname || E' enable row level security;\\n' else '' end
         || coalesce((select string_agg('create policy ' || p.policyname || ' on ' || c.relname || ' for ' || p.cmd || ' to ' || array_to_string(p.roles, ', ')
                        || coalesce(' using ' || p.qual, '') || coalesce(' with check ' || p.with_check, '') || ';', E'\\n' order by p.policyname)
                      from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname) || E'\\n', '')
         || coalesce((select '-- ' || g.grantee || ': ' || string_agg(lower(g.privilege_type), ', ' order by g.privilege_type) || E'\\n'
                      from information_schema.role_table_grants g
                      where g.table_schema = 'public' and g.table_name = c.relname and g.grantee = 'leadlight_app' group by g.grantee), '') as text
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not like 'kysely_%'
  order by c.relname`;

const functionsQuery = `
  select pg_get_functiondef(p.oid) || E';\\n' as text
  from pg_proc p
  where p.pronamespace = 'public'::regnamespace
    and not exists (select from pg_depend e where e.objid = p.oid and e.deptype = 'e')
  order by p.proname`;
