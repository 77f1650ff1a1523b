-- Leads of the current organization that hold every word: each group is one word in its spellings, folded; a
-- spelling that begins with a space is asked for where a word begins, as the index does not know words of less than
-- three signs anywhere else. null when more than `maximum` hold the words: then looking at the leads of a list one by
-- one is quicker. Nothing when none of them holds the words where they may be read.
--
-- A word counts only where it may be read: of a lead whose contact may not be shown, in the open lines alone (LC-4,
-- IN-6). Which of the leads these are, the caller has to ask when it reads them: reading each of them here as well
-- takes as long again.
--
-- For the application. Runs as its owner, because row-level security would keep the planner from the trigram index,
-- whose operators are not leakproof: it carries the organization itself.
create or replace function search_leads(groups jsonb, maximum integer, at timestamptz) returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  one jsonb;
  spelling text;
  word text;
  signs text;
  is_same text;
  ways text[];
  open_ways text[];
  anywhere text := '';
  open_lines text := '';
  candidates integer;
  found_ids uuid[];
  may_be_read boolean;
begin
  for one in select value from jsonb_array_elements(groups) loop
    ways := '{}';
    open_ways := '{}';
    for spelling in select value from jsonb_array_elements_text(one) loop
      word := ltrim(spelling, ' ');
      signs := trigram_text(word);
      -- Where both are the words themselves, the index condition has looked already: looking twice takes as long again.
      is_same := case when signs = word then 'k.signs is null or ' else '' end;
      if starts_with(spelling, ' ') then
        ways := ways || format('coalesce(k.signs, k.words) ~ %L and (%s k.words ~ %L)',
                               at_word_beginning(signs), is_same, at_word_beginning(word));
        open_ways := open_ways || format('left(k.words, k.open_length) ~ %L', at_word_beginning(word));
      else
        ways := ways || format('coalesce(k.signs, k.words) like %L and (%s k.words like %L)',
                               '%' || signs || '%', is_same, '%' || word || '%');
        open_ways := open_ways || format('left(k.words, k.open_length) like %L', '%' || spelling || '%');
      end if;
    end loop;
    anywhere := anywhere || ' and (' || array_to_string(ways, ' or ') || ')';
    open_lines := open_lines || ' and (' || array_to_string(open_ways, ' or ') || ')';
  end loop;
  execute format(
    'with h as materialized (
       select k.lead_id from lead_lookup k where k.organization_id = $1 %s limit $2 + 1)
     select (select count(*) from h), array(select h.lead_id from h),
            exists (select from h
                    join lead l on l.organization_id = $1 and l.id = h.lead_id
                    join lead_lookup k on k.organization_id = $1 and k.lead_id = h.lead_id
                    where contact_may_be_shown(l.contact_allowed, l.status, l.expires_at, $3) or (true %s))',
    anywhere, open_lines)
  into candidates, found_ids, may_be_read using current_organization_id(), maximum, at;
  return case when candidates > maximum then null when may_be_read then found_ids else '{}' end;
end
$$;
revoke execute on function search_leads from public, leadlight_app, leadlight_worker;
grant execute on function search_leads to leadlight_app;
