-- The folded text in ASCII, for trigrams: pg_trgm takes only what the database’s locale calls a letter. A letter
-- becomes one sign, a sign of the scripts in which two make a word becomes two; several texts may look alike
-- afterwards. What it answers is stored: a change of that comes with a migration (decision 034).
--
-- For the application. Runs as its caller and looks at nothing but its argument.
create or replace function trigram_text(folded text) returns text
  language sql immutable strict parallel safe
  return case when octet_length(folded) = char_length(folded) then folded else
    (select string_agg(case
       when sign < E'\u0080' collate "C" then sign
       when ascii(sign) >= 11904
         then substr('0123456789abcdefghijklmnopqrstuvwxyz', (ascii(sign) / 36) % 36 + 1, 1) ||
              substr('0123456789abcdefghijklmnopqrstuvwxyz', ascii(sign) % 36 + 1, 1)
       else substr('0123456789abcdefghijklmnopqrstuvwxyz', ascii(sign) % 36 + 1, 1) end, '' order by place)
     from unnest(string_to_array(folded, null)) with ordinality as part (sign, place)) end;
revoke execute on function trigram_text from public, leadlight_app, leadlight_worker;
grant execute on function trigram_text to leadlight_app;
