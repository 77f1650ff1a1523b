import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NameTable, writeNameTable } from './name-table.ts';
import { placeKey } from './place-key.ts';

const name = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', 'ü', 'я', '東', '𠮷'), maxLength: 6 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const key = name.map(placeKey);

it('keys are found whole and by their beginning, as in a plain list', () => {
  const uses = fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1, maxLength: 300 });
  const table = fc.dictionary(
    key.filter((one) => one !== ''),
    uses,
    { maxKeys: 80, noNullPrototype: true },
  );
  fc.assert(
    fc.property(table, fc.array(key), (of, asked) => {
      const entries = Object.entries(of).sort(([one], [other]) => (one < other ? -1 : 1));
      const parts = writeNameTable(entries);
      const names = new NameTable(parts);
      const taken = ({ from, to }: { from: number; to: number }) => [...parts.uses.subarray(from, to)];
      for (const one of [...asked, ...Object.keys(of)]) {
        expect(taken(names.exactly(one))).toEqual(of[one] ?? []);
        const begun = entries.filter(([other]) => one !== '' && other.startsWith(one));
        expect(taken(names.beginningWith(one))).toEqual(begun.flatMap(([, all]) => all));
      }
      const seen: [string, number[]][] = [];
      names.each((bytes, length, at) =>
        seen.push([Buffer.from(bytes.subarray(0, length)).toString('latin1'), taken(at)]),
      );
      expect(seen).toEqual(entries);
    }),
  );
});
