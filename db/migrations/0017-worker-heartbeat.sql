-- Workers that live say so. The queue of jobs lets go of a dead worker's jobs, and of the queues that it held, after four
-- hours only; a killed worker would keep people from being told about new leads so long.
create table job_worker (
  id text primary key,
  seen_at timestamptz not null
);
