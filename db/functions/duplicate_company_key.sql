-- The name of a company as search folds it, in ASCII and with umlauts in either spelling, without the legal forms
-- that some scripts write without a space. What it answers is stored: a change of that comes with a migration
-- (decision 034).
--
-- For everybody. Runs as its caller and looks at nothing but its argument: the column company_key computes it for
-- whoever writes a lead.
create or replace function duplicate_company_key(name text) returns text
  language plpgsql immutable parallel safe strict as $$
declare
  t text := name;
begin
  -- most names are ASCII, and every step costs each lead that is stored
  if octet_length(t) <> char_length(t) then
    t := regexp_replace(normalize(t, NFKC),
           '株式会社|有限会社|合同会社|股份有限公司|有限责任公司|有限責任公司|有限公司|주식회사|유한회사|บริษัท|จำกัด|[(][株有合주유][)]', ' ', 'g');
  end if;
  t := public.fold_text(t);
  if octet_length(t) <> char_length(t) then
    t := public.trigram_text(t);
  end if;
  return replace(replace(replace(replace(t, 'ss', 's'), 'ae', 'a'), 'oe', 'o'), 'ue', 'u');
end
$$;
grant execute on function duplicate_company_key to public;
