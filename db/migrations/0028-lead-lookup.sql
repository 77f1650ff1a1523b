-- Search, sorting and narrowing read text as people do (WS-4, WS-5), in a table beside the leads. It is kept by triggers,
-- whoever writes a lead, and nothing in it depends on the locale that the database was made with.

---------------------------------------------------------------------------------------------- folding

-- The text as search compares it: contract/search-folding.ts says what and why, and a test holds both to each other.
create function fold_text(said text) returns text
  language plpgsql immutable strict parallel safe as $$
declare
  t text := said;
begin
  if octet_length(t) = char_length(t) then
    t := lower(t collate "C");
  else
    t := lower(normalize(t, NFKD) collate "und-x-icu");
    if t ~ ' [\u0300-\u036f\u064b-\u0655]' then
      t := regexp_replace(t, ' [\u0300-\u036f\u064b-\u0655]', '', 'g');
    end if;
    -- the usual accents one by one: a regular expression takes longer for each that it finds
    t :=
           replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(t,
           E'\u0300', ''), E'\u0301', ''), E'\u0302', ''), E'\u0303', ''), E'\u0304', ''), E'\u0306', ''), E'\u0307',
           ''), E'\u0308', ''), E'\u0309', ''), E'\u030a', ''), E'\u030b', ''), E'\u030c', ''), E'\u031b', ''),
           E'\u0323', ''), E'\u0327', ''), E'\u0328', '');
    if octet_length(t) <> char_length(t) and t ~ '[\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u08d3-\u08ff\u093c\u09bc\u0a3c\u0abc\u0b3c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20ff\u3164\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\uffa0\ufff9-\uffff\U000e0000-\U000e0fff]' then
      t := regexp_replace(t, '[\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u08d3-\u08ff\u093c\u09bc\u0a3c\u0abc\u0b3c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20ff\u3164\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\uffa0\ufff9-\uffff\U000e0000-\U000e0fff]+', '', 'g');
    end if;
    if octet_length(t) <> char_length(t) then
      t := replace(replace(replace(replace(t, 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th');
      t := replace(replace(replace(replace(replace(t, 'ø', 'o'), 'đ', 'd'), 'ð', 'd'), 'ł', 'l'), 'ı', 'i');
      if octet_length(t) <> char_length(t) then
        t := public.fold_letters(t);
      end if;
    end if;
  end if;
  if position('&' in t) > 0 then
    t := regexp_replace(t, ' ?& ?', '', 'g');
  end if;
  -- a chain of replace() takes a tenth of the time of translate()
  t := replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(t,
         '#', ''), '$', ''), '%', ''), '''', ''), '*', ''), '+', ''), '-', ''), '.', ''), '^', ''), '_', ''), '`',
         ''), '~', ''), '"', '');
  t :=
         replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(t,
         E'\t', ' '), chr(11), ' '), E'\f', ' '), E'\r', ' '), ',', ' '), ';', ' '), ':', ' '), '/', ' '), '\', ' '),
         '|', ' '), '(', ' '), ')', ' '), '[', ' '), ']', ' '), '{', ' '), '}', ' '), '<', ' '), '>', ' '), '!',
         ' '), '?', ' '), '=', ' ');
  if position('  ' in t) > 0 then
    t := regexp_replace(t, ' {2,}', ' ', 'g');
  end if;
  if position(E'\n' in t) > 0 then
    t := replace(replace(t, E' \n', E'\n'), E'\n ', E'\n');
  end if;
  t := btrim(t, ' ');
  if octet_length(t) <> char_length(t) and t ~ '[\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303b\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff] [\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303b\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]' then
    t := regexp_replace(t, '(?<=[\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303b\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]) (?=[\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303b\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff])', '', 'g');
  end if;
  return t;
end
$$;

-- The part of fold_text for what is left beyond ASCII, decomposed and in small letters: each script's letters where the
-- text has some.
create function fold_letters(decomposed text) returns text
  language plpgsql immutable strict parallel safe as $$
declare
  t text := decomposed;
  first integer;
begin
  if t !~ '[\u0080-\u036f\u03c2\u0559-\u30ff\ufe45-\uffff\U0001f000-\U0001faff]' then
    return normalize(t, NFC);
  end if;
  if t ~ '[\u0127-\u0292]' then
    t := translate(t, 'ħŋŧĸɓƃƈɖɗǝəɛɔƙƥƭƴƶɣɩƀɨʉƒ', 'hntkbbcddeeeokptyzgibiuf');
  end if;
  if t ~ '[\u03c2\u05d0-\u06d5]' then
    t := translate(t, 'ςךםןףץٱةىیکہھە', 'σכמנפצاهييكههه');
  end if;
  if t ~ '[\u30a1-\u30fe]' then
    t := translate(t, 'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶヽヾ',
                      'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔゕゖゝゞ');
  end if;
  if t ~ '[\u1c90-\u1cbf]' then
    t := translate(t, 'ᲐᲑᲒᲓᲔᲕᲖᲗᲘᲙᲚᲛᲜᲝᲞᲟᲠᲡᲢᲣᲤᲥᲦᲧᲨᲩᲪᲫᲬᲭᲮᲯᲰᲱᲲᲳᲴᲵᲶᲷᲸᲹᲺᲽᲾᲿ', 'აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰჱჲჳჴჵჶჷჸჹჺჽჾჿ');
  end if;
  if t ~ '[\u0660-\u0669\u06f0-\u06f9\u07c0-\u07c9\u0966-\u0e59\u0ed0-\u1819]' then
    foreach first in array '{1632,1776,1984,2406,2534,2662,2790,2918,3046,3174,3302,3430,3664,3792,3872,4160,6112,6160}'::integer[] loop
      t := translate(t, chr(first) || chr(first + 1) || chr(first + 2) || chr(first + 3) || chr(first + 4) || chr(first + 5) ||
                        chr(first + 6) || chr(first + 7) || chr(first + 8) || chr(first + 9), '0123456789');
    end loop;
  end if;
  if t ~ '[\u0080-\u00f7\u02b9-\u02cf\u0559-\u06d4\u0964-\u1680\u180e\u2000-\u30fb\ufe45-\uffff\U0001f000-\U0001faff]' then
    t := regexp_replace(t, '[\u00a2-\u00a5\u00a9\u00ac\u00ae\u00b0\u00b1\u00b7\u02b9-\u02c1\u02c6-\u02cf\u055a-\u055f\u05be\u05f3\u05f4\u066a-\u066d\u2010-\u2012\u2016\u2018-\u2027\u2030-\u205e\u20a0-\u20cf\u2190-\u23ff\u2500-\u2bff\u2e00-\u2e7f\u3012\u3013\u301c-\u3020\u3030\u303d\u30a0\u30fb\ufe45\ufe46\ufffc\ufffd\U0001f000-\U0001faff]+', '', 'g');
    t := regexp_replace(t, '[\u0085\u00a1\u00a6\u00a7\u00ab\u00b6\u00bb\u00bf\u00d7\u00f7\u05c0\u05c3\u05c6\u0589\u060c\u061b\u061f\u06d4\u0964\u0965\u1361\u1680\u180e\u2013-\u2015\u2028\u2029\u3001-\u3003\u3008-\u3011\u3014-\u301b]', ' ', 'g');
  end if;
  return normalize(t, NFC);
end
$$;

-- The folded text; words with umlauts a second time, spelled out (Jörg is jorg and joerg).
create function fold_spellings(said text) returns text
  language plpgsql immutable strict parallel safe as $$
declare
  composed text;
  spelled_out text;
begin
  if octet_length(said) = char_length(said) then
    return public.fold_text(said);
  end if;
  composed := normalize(said, NFC);
  if composed !~ '[äöüåøÄÖÜÅØ]' then
    return public.fold_text(composed);
  end if;
  select string_agg(word, ' ') into spelled_out
  from unnest(string_to_array(composed, ' ')) as part (word)
  where octet_length(word) <> char_length(word) and word ~ '[äöüåøÄÖÜÅØ]';
  return public.fold_text(composed) || ' ' ||
         public.fold_text(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(spelled_out,
           'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'å', 'aa'), 'ø', 'oe'), 'Ä', 'Ae'), 'Ö', 'Oe'), 'Ü', 'Ue'), 'Å', 'Aa'), 'Ø', 'Oe'));
end
$$;

-- The folded text in ASCII, for trigrams: pg_trgm takes only what the database's locale calls a letter. A letter becomes
-- one sign, a sign of the scripts in which two make a word becomes two; several texts may look alike afterwards.
create function trigram_text(folded text) returns text
  language sql immutable strict parallel safe
  return case when octet_length(folded) = char_length(folded) then folded else
    (select string_agg(case
       when sign < E'\u0080' collate "C" then sign
       when ascii(sign) >= 11904
         then substr('0123456789abcdefghijklmnopqrstuvwxyz', (ascii(sign) / 36) % 36 + 1, 1) ||
              substr('0123456789abcdefghijklmnopqrstuvwxyz', ascii(sign) % 36 + 1, 1)
       else substr('0123456789abcdefghijklmnopqrstuvwxyz', ascii(sign) % 36 + 1, 1) end, '' order by place)
     from unnest(string_to_array(folded, null)) with ordinality as part (sign, place)) end;

-- The digits of a telephone number; the zero in brackets that is not dialed after a country code left out.
create function phone_digits(said text) returns text
  language sql immutable strict parallel safe
  return regexp_replace(public.fold_text(replace(said, '(0)', '')), '[^0-9]+', '', 'g');

---------------------------------------------------------------------------------------------- what is looked up


-- How each lead is found and sorted. Only triggers write here.
create table lead_lookup (
  organization_id uuid not null,
  lead_id uuid not null,
  tab text not null,
  -- The folded name, and the name itself for those that fold alike: an order that is the same in every database.
  customer_order text collate "C" not null,
  -- The value of the deal in US cents, approximately; -1: none.
  value_order bigint not null,
  -- The part of whether the contact may be shown that time does not change.
  contact_allowed boolean not null,
  -- Folded, a line each: customer, offer, deal, notes; and what is searched only while the contact may be shown (LC-4):
  -- contact, email address, telephone digits, message.
  words text collate "C" not null,
  -- The characters of the first four lines.
  open_length integer not null,
  -- The words in ASCII; null where they are ASCII.
  signs text collate "C",
  primary key (organization_id, lead_id),
  foreign key (organization_id, lead_id) references lead (organization_id, id) on delete cascade
);
-- What is still to be done for leads that are here already, newest first: leads before that id are still to be looked
-- at. `fill`: they have no row yet; `value`: a rate has changed.
create table lead_lookup_task (
  organization_id uuid not null references organization,
  kind text not null check (kind in ('fill', 'value')),
  before_id uuid,
  primary key (organization_id, kind)
);

create function lead_lookup_of(l lead) returns lead_lookup
  language plpgsql stable set search_path = pg_catalog, public as $$
declare
  row lead_lookup;
  digits text := coalesce(phone_digits(l.contact_phone), '');
  full_digits text := coalesce(substr(l.phone_e164, 2), '');
  contact text := coalesce(fold_spellings(replace(concat_ws(' ', l.contact_first_name, l.contact_last_name), E'\n', ' ')), '');
begin
  row.organization_id := l.organization_id;
  row.lead_id := l.id;
  row.tab := case when l.qualification = 'Direct' then 'marketplace' else 'qualified' end;
  row.customer_order := left(fold_text(coalesce(l.customer_name, '')), 200) || E'\x01' || left(coalesce(l.customer_name, ''), 200);
  row.value_order := approximate_value(l.deal_value_minor, l.deal_currency);
  row.contact_allowed := l.contact_allowed;
  row.words := fold_spellings(replace(coalesce(l.customer_name, ''), E'\n', ' ')) || E'\n' ||
               fold_spellings(replace(coalesce(l.offer_title, ''), E'\n', ' ')) || E'\n' ||
               fold_spellings(replace(coalesce(l.deal_name, ''), E'\n', ' ')) || E'\n' ||
               fold_spellings(replace(concat_ws(' ', l.deal_notes, l.closing_notes), E'\n', ' '));
  row.open_length := char_length(row.words);
  -- A name without blanks is asked for with the family name in front.
  if octet_length(contact) <> char_length(contact) then
    contact := contact || ' ' || fold_text(replace(concat_ws(' ', l.contact_last_name, l.contact_first_name), E'\n', ' '));
  end if;
  row.words := row.words || E'\n' || contact || E'\n' || coalesce(fold_spellings(l.contact_email), '') || E'\n' || digits ||
               case when position(full_digits in digits) > 0 then '' else ' ' || full_digits end || E'\n' ||
               fold_spellings(replace(coalesce(l.message, ''), E'\n', ' '));
  if octet_length(row.words) <> char_length(row.words) then
    row.signs := trigram_text(row.words);
  end if;
  return row;
end
$$;

create function keep_lead_lookup_of_new() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into lead_lookup select looked.* from added l cross join lateral lead_lookup_of(l) looked;
  return null;
end
$$;

create function keep_lead_lookup() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into lead_lookup as known select (lead_lookup_of(new)).*
  on conflict (organization_id, lead_id) do update
    set tab = excluded.tab, customer_order = excluded.customer_order, value_order = excluded.value_order,
        contact_allowed = excluded.contact_allowed, words = excluded.words, open_length = excluded.open_length, signs = excluded.signs
    where (known.tab, known.customer_order, known.value_order, known.contact_allowed, known.words, known.open_length)
          is distinct from
          (excluded.tab, excluded.customer_order, excluded.value_order, excluded.contact_allowed, excluded.words,
           excluded.open_length);
  return null;
end
$$;

create trigger lookup_of_new after insert on lead referencing new table as added
  for each statement execute function keep_lead_lookup_of_new();
create trigger lookup after update of qualification, customer_name, offer_title, deal_name, deal_value_minor, deal_currency, deal_notes, closing_notes,
  contact_first_name, contact_last_name, contact_email, contact_phone, phone_e164, message, contact_allowed on lead
  for each row
  when ((old.qualification, old.customer_name, old.offer_title, old.deal_name, old.deal_value_minor, old.deal_currency, old.deal_notes, old.closing_notes,
         old.contact_first_name, old.contact_last_name, old.contact_email, old.contact_phone, old.phone_e164, old.message, old.contact_allowed)
        is distinct from
        (new.qualification, new.customer_name, new.offer_title, new.deal_name, new.deal_value_minor, new.deal_currency, new.deal_notes, new.closing_notes,
         new.contact_first_name, new.contact_last_name, new.contact_email, new.contact_phone, new.phone_e164, new.message, new.contact_allowed))
  execute function keep_lead_lookup();

create index lead_lookup_words on lead_lookup using gin (organization_id, (coalesce(signs, words)) gin_trgm_ops);
create index lead_lookup_customer on lead_lookup (organization_id, tab, customer_order, lead_id);
create index lead_lookup_value on lead_lookup (organization_id, tab, value_order, lead_id);

-- Does what is to be done for up to `maximum` more leads; false when all is done. What another worker has in hand is
-- passed over, and each batch is a transaction of its own, so leads are taken in and worked meanwhile.
create function prepare_lead_lookup(maximum integer) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  task lead_lookup_task;
  batch uuid[];
begin
  select * into task from lead_lookup_task order by kind, organization_id limit 1 for update skip locked;
  if not found then
    return exists (select from lead_lookup_task);
  end if;
  if task.kind = 'fill' then
    with old as materialized (
      select l.* from lead l
      where l.organization_id = task.organization_id and (task.before_id is null or l.id < task.before_id)
      order by l.id desc limit maximum
      for key share
    ), made as (
      -- A row that is there already is newer than what was read here.
      insert into lead_lookup select looked.* from lead l join old on old.organization_id = l.organization_id and old.id = l.id
        cross join lateral lead_lookup_of(l) looked
      on conflict do nothing
    )
    select array_agg(old.id order by old.id) into batch from old;
  else
    -- Locked, so that an amount that changes now is not overwritten by its value of before.
    with old as materialized (
      select l.id, approximate_value(l.deal_value_minor, l.deal_currency) as value from lead l
      where l.organization_id = task.organization_id and (task.before_id is null or l.id < task.before_id)
      order by l.id desc limit maximum
      for share
    ), changed as (
      update lead_lookup k set value_order = old.value from old
      where k.organization_id = task.organization_id and k.lead_id = old.id and k.value_order <> old.value
    )
    select array_agg(old.id order by old.id) into batch from old;
  end if;
  if coalesce(array_length(batch, 1), 0) < maximum then
    delete from lead_lookup_task t where t.organization_id = task.organization_id and t.kind = task.kind;
  else
    update lead_lookup_task t set before_id = batch[1] where t.organization_id = task.organization_id and t.kind = task.kind;
  end if;
  return true;
end
$$;

-- Has the worker do it, for all organizations that have leads.
create function enqueue_lead_lookup(of_kind text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into lead_lookup_task (organization_id, kind)
  select o.id, of_kind from organization o where exists (select from lead l where l.organization_id = o.id)
  on conflict (organization_id, kind) do update set before_id = null;
  if exists (select from lead_lookup_task) then
    perform enqueue_job('search.prepare', '{}', null, 'search.prepare', null);
  end if;
end
$$;

create function rates_changed() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform enqueue_lead_lookup('value');
  return null;
end
$$;
create trigger rates_changed after insert or update or delete on currency_rate
  for each statement execute function rates_changed();

-- Leads of the current organization that hold every word: each group is one word in its spellings, folded. Row-level
-- security would keep the planner from using the trigram index (its operators are not leakproof), so this function looks
-- as the owner and carries the organization itself. A word counts where it may be read: of a lead whose contact may not
-- be shown, the open lines alone (LC-4, IN-6). null when more than `maximum` hold the words: then looking at the leads
-- of a list one by one is quicker.
create function search_leads(groups jsonb, at timestamptz, maximum integer) returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  one jsonb;
  spelling text;
  ways text[];
  anywhere text := '';
  open_lines text := '';
  candidates integer;
  found_ids uuid[];
begin
  for one in select value from jsonb_array_elements(groups) loop
    ways := '{}';
    for spelling in select value from jsonb_array_elements_text(one) loop
      ways := ways || format('coalesce(k.signs, k.words) like %L and k.words like %L',
                             '%' || trigram_text(spelling) || '%', '%' || spelling || '%');
    end loop;
    anywhere := anywhere || ' and (' || array_to_string(ways, ' or ') || ')';
    ways := '{}';
    for spelling in select value from jsonb_array_elements_text(one) loop
      ways := ways || format('left(h.words, h.open_length) like %L', '%' || spelling || '%');
    end loop;
    open_lines := open_lines || ' and (' || array_to_string(ways, ' or ') || ')';
  end loop;
  execute format(
    'with h as materialized (
       select k.lead_id, k.words, k.open_length from lead_lookup k where k.organization_id = $1 %s limit $2 + 1)
     select (select count(*) from h),
            array(select h.lead_id from h join lead l on l.organization_id = $1 and l.id = h.lead_id
                  where contact_may_be_shown(l.contact_allowed, l.status, l.expires_at, $3) or (true %s))',
    anywhere, open_lines)
  into candidates, found_ids using current_organization_id(), maximum, at;
  return case when candidates <= maximum then found_ids end;
end
$$;

alter table lead_lookup enable row level security;
alter table lead_lookup_task enable row level security;
create policy tenant on lead_lookup to leadlight_app using (organization_id = current_organization_id());
create policy tenant on lead_lookup_task to leadlight_app using (organization_id = current_organization_id());
grant select on lead_lookup, lead_lookup_task to leadlight_app;
revoke execute on function fold_text(text), fold_letters(text), fold_spellings(text), trigram_text(text), phone_digits(text),
  lead_lookup_of(lead), keep_lead_lookup_of_new(), keep_lead_lookup(), prepare_lead_lookup(integer), enqueue_lead_lookup(text), rates_changed(),
  search_leads(jsonb, timestamptz, integer) from public;
grant execute on function fold_text(text), fold_letters(text), fold_spellings(text), trigram_text(text), phone_digits(text),
  search_leads(jsonb, timestamptz, integer) to leadlight_app;
grant execute on function prepare_lead_lookup(integer) to leadlight_worker;

---------------------------------------------------------------------------------------------- what this replaces

drop function search_lead_ids(text, timestamptz);
drop index lead_search_open, lead_search_contact, lead_by_customer, lead_by_value;
alter table lead drop column search_open, drop column search_contact;

select enqueue_lead_lookup('fill');
