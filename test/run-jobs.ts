import type { TestServer } from './server.ts';

/**
 * Works the jobs of these names that wait in the queue, as the worker would; each is taken from the queue before, so
 * that running twice is the test's own choice. @returns what they carried
 */
export async function runJobs(server: TestServer, ...names: string[]): Promise<unknown[]> {
  const done: unknown[] = [];
  for (;;) {
    const { rows } = await server.database.ownerPool.query<{ name: string; payload: unknown }>(
      `with taken as (
         delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
         where t.id = j.task_id and t.identifier = any($1) returning j.id, t.identifier as name, j.payload)
       select name, payload from taken order by id`,
      [names],
    );
    if (rows.length === 0) return done;
    for (const { name, payload } of rows) {
      const job = server.jobs.find((one) => one.name === name);
      if (!job) throw new Error(`there is no job ${name}`);
      await job.run(payload);
      done.push(payload);
    }
  }
}
