-- The part of fold_text for what is left beyond ASCII, decomposed and in small letters: each script’s letters where
-- the text has some. What it answers is stored: a change of that comes with a migration (decision 034).
--
-- For the application. Runs as its caller and looks at nothing but its argument.
create or replace function fold_letters(decomposed text) returns text
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
revoke execute on function fold_letters from public, leadlight_app, leadlight_worker;
grant execute on function fold_letters to leadlight_app;
