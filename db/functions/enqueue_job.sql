-- Enqueues a job inside the business transaction. The queue lives by the machine’s clock, areas by the
-- installation’s: a job for later is for as long from now as the area meant, also where the demo’s clock is
-- ahead. A job carries the organization that it is for as a flag; by flags a worker leaves jobs where they are for
-- now.
--
-- For the application. Runs as its owner, because the queue is the owner’s: it adds an order and reads nothing.
create or replace function enqueue_job(task text, payload json, queue text, job_key text, run_at timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  machine_time timestamptz := enqueue_job.run_at;
begin
  if machine_time is not null then
    select machine_time - make_interval(secs => i.clock_ahead_seconds) into machine_time from installation i where i.demo;
    machine_time := coalesce(machine_time, enqueue_job.run_at);
  end if;
  perform graphile_worker.add_job(
    task, payload, queue_name => queue, job_key => enqueue_job.job_key, run_at => machine_time,
    flags => case when payload ->> 'organizationId' is not null then array[payload ->> 'organizationId'] end);
end
$$;
revoke execute on function enqueue_job from public, leadlight_app, leadlight_worker;
grant execute on function enqueue_job to leadlight_app;
