import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { compareNames } from '../../../contract/name-order.ts';
import { useTestDatabase } from '../../../test/database.ts';
import { asRead } from './name-order.ts';

const database = useTestDatabase();

describe('WS-4: the database and the browser order names alike', () => {
  it('as the application, names of every kind', async () => {
    const written = [
      'Äbelmann',
      'Apfelmann',
      'apfelmann',
      'Emann',
      'Émann',
      'Zebramann',
      'Straße',
      'Strasse',
    ];
    const others = [
      '',
      ' ',
      'O’Brien',
      'OBrien',
      'Ａpfel',
      'Жук',
      'жук',
      '株式会社',
      '🦊 Fox',
      '\uffee',
      'Møller',
    ];
    const names = [...new Set([...written, ...others, ...written.map((name) => name.normalize('NFD'))])];
    const { rows } = await sql<{ name: string }>`
      select listed.name from unnest(${names}::text[]) as listed (name) order by ${asRead('listed.name')}`.execute(
      database.db,
    );
    expect(rows.map(({ name }) => name)).toEqual(names.toSorted(compareNames));
  });

  it('what has no name comes last', async () => {
    const { rows } = await sql<{ name: string | null }>`
      select listed.name from unnest(${['b', null, 'a']}::text[]) as listed (name)
      order by ${asRead('listed.name')}`.execute(database.db);
    expect(rows.map(({ name }) => name)).toEqual(['a', 'b', null]);
  });
});
