-- Mail is sent straight from the outbox: whoever sends claims some of what is due, sends it with no transaction open, and
-- writes down how it went for many at once.

-- Mails that somebody is sending. Kept beside the mail, whose wide row is written once, when it is known how it went.
create table mail_claim (
  organization_id uuid not null,
  mail_id uuid not null,
  -- A claim that ran out was of somebody who died: the mail is due again.
  until timestamptz not null,
  primary key (organization_id, mail_id),
  foreign key (organization_id, mail_id) references mail on delete cascade
);
alter table mail_claim enable row level security;
create policy tenant on mail_claim to leadlight_worker using (organization_id = current_organization_id());
grant select, insert, update, delete on mail_claim to leadlight_worker;

create index mail_waiting on mail (organization_id, due_at) where state = 'waiting';
-- Somebody waits for these with the page open.
create index mail_awaited on mail (due_at) where state = 'waiting' and kind in ('invitation', 'password-reset', 'verification');
drop index mail_due;

-- Claims mails that are due until that moment, for who sends them: those first that somebody waits for, then of each
-- organization in turn, so that thousands of one hold up nobody else's. Passes over what somebody else holds. Ids only.
create function claim_due_mails(at timestamptz, claimed_until timestamptz, maximum integer)
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
revoke execute on function claim_due_mails(timestamptz, timestamptz, integer) from public;
grant execute on function claim_due_mails(timestamptz, timestamptz, integer) to leadlight_worker;
