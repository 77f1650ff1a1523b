-- The folded text; words with umlauts a second time, spelled out (Jörg is jorg and joerg). What it answers is
-- stored: a change of that comes with a migration (decision 034).
--
-- For the application. Runs as its caller and looks at nothing but its argument.
create or replace function fold_spellings(said text) returns text
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
revoke execute on function fold_spellings from public, leadlight_app, leadlight_worker;
grant execute on function fold_spellings to leadlight_app;
