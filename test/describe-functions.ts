import type pg from 'pg';
import { appRole, workerRole } from '../server/platform/database/database.ts';

/** A function of ours as the database has it. */
export interface DescribedFunction {
  readonly name: string;
  readonly text: string;
  /** False: it runs as its caller. */
  readonly asOwner: boolean;
  readonly settings: readonly string[];
  /** In the words of the files' comments. */
  readonly mayCall: 'everybody' | 'the application' | 'the worker' | 'nobody';
  /** An index or a generated column is built with it. */
  readonly isStored: boolean;
}

/** Every function that belongs to no extension, ordered by name. */
export async function describeFunctions(pool: pg.Pool): Promise<DescribedFunction[]> {
  const { rows } = await pool.query<DescribedFunction>(
    `select p.proname as name, pg_get_functiondef(p.oid) as text, p.prosecdef as "asOwner",
       coalesce(p.proconfig, '{}') as settings,
       case when exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0)
              then 'everybody'
            when has_function_privilege($1, p.oid, 'execute') then 'the application'
            when has_function_privilege($2, p.oid, 'execute') then 'the worker'
            else 'nobody' end as "mayCall",
       exists (select from pg_depend d left join pg_class c on d.classid = 'pg_class'::regclass and c.oid = d.objid
               where d.refclassid = 'pg_proc'::regclass and d.refobjid = p.oid
                 and (d.classid = 'pg_attrdef'::regclass or c.relkind = 'i')) as "isStored"
     from pg_proc p
     where p.pronamespace = 'public'::regnamespace
       and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
     order by p.proname collate "C"`,
    [appRole, workerRole],
  );
  return rows;
}
