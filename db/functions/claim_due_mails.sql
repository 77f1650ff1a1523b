-- Claims mails that are due until that moment, for who sends them: those first that somebody waits for, then of each
-- organization in turn, so that thousands of one hold up nobody else’s. Passes over what somebody else holds.
--
-- For the worker. Runs as its owner, because it looks over the outboxes of all organizations: ids alone.
create or replace function claim_due_mails(at timestamptz, claimed_until timestamptz, maximum integer)
  returns table (organization_id uuid, id uuid)
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    with recursive owner (id) as (
      (select m.organization_id from mail m where m.state = 'waiting' order by m.organization_id limit 1)
      union all
      select (select m.organization_id from mail m where m.state = 'waiting' and m.organization_id > owner.id
              order by m.organization_id limit 1)
      from owner where owner.id is not null
    ), candidate as (
      select m.organization_id, m.id, 0::bigint as turn, m.due_at
      from (
        select m.organization_id, m.id, m.due_at from mail m
        where m.state = 'waiting' and m.kind in ('invitation', 'password-reset', 'verification') and m.due_at <= at
          and not exists (select from mail_claim c
                          where c.organization_id = m.organization_id and c.mail_id = m.id and c.until > at)
        order by m.due_at limit maximum) m
      union all
      select m.organization_id, m.id, m.turn, m.due_at
      from owner cross join lateral (
        select m.organization_id, m.id, m.due_at, row_number() over (order by m.due_at) as turn
        from (
          select m.organization_id, m.id, m.due_at from mail m
          where m.organization_id = owner.id and m.state = 'waiting' and m.due_at <= at
            and not exists (select from mail_claim c
                            where c.organization_id = m.organization_id and c.mail_id = m.id and c.until > at)
          -- enough for one organization alone; where many wait, each has a few
          order by m.due_at
          limit greatest(4, maximum / (select greatest(count(*) - 1, 1) from owner)::integer)) m) m
    ), picked as (
      select c.organization_id, c.id, min(c.turn) as turn, min(c.due_at) as due_at from candidate c
      group by c.organization_id, c.id order by 3, 4 limit maximum
    ), held as (
      select m.organization_id, m.id from mail m
      join picked p on p.organization_id = m.organization_id and p.id = m.id
      where m.state = 'waiting' and m.due_at <= at
      for update of m skip locked
    )
    insert into mail_claim as claim (organization_id, mail_id, until)
    select h.organization_id, h.id, claimed_until from held h
    on conflict (organization_id, mail_id) do update set until = excluded.until where claim.until <= at
    returning claim.organization_id, claim.mail_id;
  end;
revoke execute on function claim_due_mails from public, leadlight_app, leadlight_worker;
grant execute on function claim_due_mails to leadlight_worker;
