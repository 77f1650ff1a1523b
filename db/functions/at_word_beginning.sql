-- A regular expression for the folded word where a word of the text begins, whatever signs it holds.
--
-- For search_leads alone. Runs as its caller and looks at nothing.
create or replace function at_word_beginning(folded text) returns text
  language sql immutable strict parallel safe
  return E'(^|[ \n])' || regexp_replace(folded, E'([][\\\\^$.|?*+(){}])', E'\\\\\\1', 'g');
revoke execute on function at_word_beginning from public, leadlight_app, leadlight_worker;
