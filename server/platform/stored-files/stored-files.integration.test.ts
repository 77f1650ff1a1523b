import { createHash, randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { useTestDatabase } from '../../../test/database.ts';
import { Factories } from '../../../test/factories.ts';
import { inOrganization } from '../database/database.ts';
import { newId } from '../ids.ts';
import { partBytes, StoredFiles, storeStream, unscopedForgetFiles } from './index.ts';

const database = useTestDatabase();
const at = new Date('2026-11-20T10:00:00.000Z');
const later = (days: number) => new Date(at.getTime() + days * 86_400_000);

let contoso: { id: string };
let fabrikam: { id: string };
let ada: { id: string };
beforeAll(async () => {
  const make = new Factories(database.ownerDb, () => at);
  contoso = await make.partner('Contoso');
  fabrikam = await make.partner('Fabrikam');
  ada = await make.person(contoso.id, 'referrals-admin');
});

const files = () => new StoredFiles(database.db);

async function begin(expiresAt = later(7), personId = ada.id) {
  const key = { organizationId: contoso.id, id: newId() };
  const file = { ...key, personId, kind: 'test', name: 'leads.csv', contentType: 'text/csv', at, expiresAt };
  await inOrganization(database.db, key, (tx) => files().create(tx, file));
  return key;
}

async function* cut(bytes: Buffer, size: number) {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

async function readAll(chunks: AsyncIterable<Buffer>) {
  const read: Buffer[] = [];
  for await (const chunk of chunks) read.push(chunk);
  return { bytes: Buffer.concat(read), largest: Math.max(0, ...read.map(({ length }) => length)) };
}

const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const countParts = async (id: string) => {
  const found = await database.ownerPool.query('select from stored_file_part where file_id = $1', [id]);
  return found.rowCount;
};

describe('a stored file', () => {
  const bytes = randomBytes(3 * partBytes + 12_345);

  it.each([1000, 65_536, 700_000, 4 * partBytes])(
    'is read as it came, in chunks of %i bytes, never more than two parts at once',
    async (size) => {
      const key = await begin();
      const stored = { bytes: cut(bytes, size), maxBytes: bytes.length, now: () => at };
      expect(await storeStream(database.db, files(), key, stored)).toBe(bytes.length);
      const read = await readAll(files().read(key));
      expect(hash(read.bytes)).toBe(hash(bytes));
      expect(read.largest).toBeLessThanOrEqual(partBytes);
      const found = await inOrganization(database.db, key, (tx) => files().find(tx, key, at));
      expect(found).toMatchObject({ size_bytes: bytes.length, name: 'leads.csv', completed_at: at });
    },
  );

  it.each([0, 1, partBytes - 1, partBytes, partBytes + 1, 2 * partBytes + 7, bytes.length])(
    'is read from byte %i on',
    async (from) => {
      const key = await begin();
      await storeStream(database.db, files(), key, {
        bytes: cut(bytes, 100_000),
        maxBytes: bytes.length,
        now: () => at,
      });
      const read = await readAll(files().read(key, from));
      expect(hash(read.bytes)).toBe(hash(bytes.subarray(from)));
    },
  );

  it('that grows beyond its limit is not completed, and no more of it is read', async () => {
    const key = await begin();
    let asked = 0;
    async function* endless() {
      for (;;) {
        asked++;
        yield Buffer.alloc(partBytes);
      }
    }
    const limit = { bytes: endless(), maxBytes: 2 * partBytes, now: () => at };
    expect(await storeStream(database.db, files(), key, limit)).toBeUndefined();
    expect(asked).toBe(3);
    const found = await inOrganization(database.db, key, (tx) => files().find(tx, key, at));
    expect(found?.completed_at).toBeNull();
  });

  it('takes what two writers append one after the other, and nothing once it is complete', async () => {
    const key = await begin();
    const append = (text: string) =>
      inOrganization(database.db, key, (tx) => files().append(tx, key, Buffer.from(text)));
    await Promise.all(['a', 'b', 'c', 'd'].map((letter) => append(letter.repeat(1000))));
    const { bytes: read } = await readAll(files().read(key));
    expect(read.toString()).toMatch(/^(([abcd])\2{999}){4}$/);
    await inOrganization(database.db, key, (tx) => files().complete(tx, key, at));
    await expect(append('e')).rejects.toThrow();
    expect(await countParts(key.id)).toBe(4);
  });

  it('has nothing of a transaction that was rolled back', async () => {
    const key = await begin();
    const failing = inOrganization(database.db, key, async (tx) => {
      await files().append(tx, key, Buffer.from('half'));
      throw new Error('killed');
    });
    await expect(failing).rejects.toThrow('killed');
    expect((await readAll(files().read(key))).bytes.length).toBe(0);
  });

  it('ID-2 is not there for another organization', async () => {
    const key = await begin();
    const foreign = { organizationId: fabrikam.id, id: key.id };
    await inOrganization(database.db, key, (tx) => files().append(tx, key, Buffer.from('x')));
    const inFabrikam = <T>(work: Parameters<typeof inOrganization<T>>[2]) =>
      inOrganization(database.db, { organizationId: fabrikam.id }, work);
    expect(await inFabrikam((tx) => files().find(tx, key, at))).toBeUndefined();
    expect(await inFabrikam((tx) => files().remove(tx, key))).toBe(false);
    await expect(inFabrikam((tx) => files().append(tx, key, Buffer.from('y')))).rejects.toThrow();
    await expect(readAll(files().read(foreign))).rejects.toThrow();
    expect((await readAll(files().read(key))).bytes.toString()).toBe('x');
  });

  it('goes with all its parts when it is removed, and when its person is', async () => {
    const make = new Factories(database.ownerDb, () => at);
    const leaving = await make.person(contoso.id, 'referrals-user');
    const [removed, ofLeaving] = [await begin(), await begin(later(7), leaving.id)];
    for (const key of [removed, ofLeaving])
      await inOrganization(database.db, key, (tx) => files().append(tx, key, Buffer.from('x')));
    expect(await inOrganization(database.db, removed, (tx) => files().remove(tx, removed))).toBe(true);
    await database.ownerPool.query('delete from membership where person_id = $1', [leaving.id]);
    await database.ownerPool.query('delete from person where id = $1', [leaving.id]);
    expect(await Promise.all([removed, ofLeaving].map(({ id }) => countParts(id)))).toEqual([0, 0]);
  });

  it('is not found when its time is over, and the next night takes it away', async () => {
    const [over, kept] = [await begin(later(1)), await begin(later(2))];
    const find = (key: typeof over, now: Date) =>
      inOrganization(database.db, key, (tx) => files().find(tx, key, now));
    expect(await find(over, later(1))).toBeUndefined();
    expect(await find(kept, later(1))).toBeDefined();
    await database.ownerPool.query('delete from stored_file where id <> all ($1)', [[over.id, kept.id]]);
    expect(await unscopedForgetFiles(database.workerDb, later(1))).toBe(1);
    expect(await unscopedForgetFiles(database.workerDb, later(1))).toBe(0);
    expect(await find(kept, later(1))).toBeDefined();
    await expect(unscopedForgetFiles(database.db, later(9))).rejects.toThrow();
  });
});
