import { describe, expect, it } from 'vitest';
import { problemOf } from '../../../test/server.ts';
import { newId } from '../../platform/ids.ts';
import { fieldsOf, useProfileWorld } from './profiles.fixture.ts';

const { server, fabrikam, begin, read, changed, publish, published, berlin, whole } = useProfileWorld();

describe('BP-12 what is wrong with a draft', () => {
  it('BP-1 nothing, when all is right', async () => {
    expect((await whole()).problems).toEqual([]);
  });

  it.each([
    ['a blank description', { description: ' \n ' }, 'description'],
    ['2,501 characters', { description: 'ä'.repeat(2501) }, 'description'],
    ['markup', { description: 'Hello <script>alert(1)</script>' }, 'description'],
    ['a text that turns its direction', { description: 'Hello \u202e' }, 'description'],
    ['a link to a script', { website: 'javascript:alert(1)' }, 'website'],
    ['a link without encryption', { website: 'http://contoso.example' }, 'website'],
    ['a link to an address', { website: 'https://127.0.0.1/' }, 'website'],
    ['a link to an address in another notation', { website: 'https://2130706433/' }, 'website'],
    ['a link with a password', { website: 'https://a:b@contoso.example' }, 'website'],
    ['a LinkedIn page elsewhere', { linkedIn: 'https://linkedin.com.example/x' }, 'linkedIn'],
    ['what is no language', { languages: ['de', 'klingonisch'] }, 'languages.1'],
    ['a language twice', { languages: ['de', 'DE'] }, 'languages.1'],
    ['eleven languages', { languages: 'de en fr es it pt nl pl cs da sv'.split(' ') }, 'languages'],
    ['21 skills', { skills: Array.from({ length: 21 }, (_, at) => `Skill ${at}`) }, 'skills'],
    ['a skill of 41 characters', { skills: ['Backup', 'x'.repeat(41)] }, 'skills.1'],
    ['a skill of one character', { skills: ['x'] }, 'skills.0'],
    ['a skill with a comma', { skills: ['Backup, restore'] }, 'skills.0'],
    ['a skill twice', { skills: ['Backup', 'BACKUP'] }, 'skills.1'],
    ['a tag of nobody', { industries: ['Witchcraft'] }, 'industries.0'],
    ['a size of nobody', { customerSizes: ['Huge'] }, 'customerSizes.0'],
  ])('%s', async (_what, fields, field) => {
    const saved = await whole({ fields });
    expect(fieldsOf(saved.problems)).toEqual([field]);
    const refused = problemOf(await publish(saved));
    expect(refused).toMatchObject({ status: 400, code: 'invalid-request' });
    expect(refused.issues?.map((issue) => issue.path)).toEqual([`draft.${field}`]);
    expect((await read(saved.id)).draft).toMatchObject(fields);
  });

  it.each([
    ['no name', { name: '' }, 'name', 'locations'],
    ['no street', { street: ' ' }, 'street', 'locations'],
    ['no city', { city: '' }, 'city', 'locations'],
    ['no country', { country: '' }, 'country', 'locations'],
    ['words as a phone', { phone: 'call us' }, 'phone', 'locations'],
    ['a city on no map', { city: 'Xyzzyhausen' }, 'city', 'locations'],
    ['a city that is spelled otherwise', { city: 'Berlinn' }, 'city', 'locations'],
    ['a location of another organization', { leadsTo: newId() }, 'leadsTo', 'locations'],
    ['no contact', { contact: { name: '', email: 'x@', phone: '' } }, 'contact.name', 'contact'],
    [
      'a contact who is nobody’s',
      { contact: { name: 'Eve', email: 'eve@elsewhere.test', phone: '' } },
      'contact.email',
      'contact',
    ],
  ])('a location with %s', async (_what, more, field, step) => {
    const id = newId();
    const { problems } = await whole({ locations: { [id]: berlin(more) } });
    expect(problems[0]).toMatchObject({ field: `locations.${id}.${field}`, step });
  });

  it('an address on no map can be kept as it is; one that may be meant is proposed', async () => {
    const [lost, misspelled] = [newId(), newId()];
    const saved = await whole({
      locations: {
        [lost]: berlin({ city: 'Xyzzyhausen', keepAddress: true }),
        [misspelled]: berlin({ city: 'Berlinn' }),
      },
    });
    expect(saved.locations.map(({ place }) => [place.match, place.proposed?.city])).toEqual([
      ['none', undefined],
      ['near', 'Berlin'],
    ]);
    expect(fieldsOf(saved.problems)).toEqual([`locations.${misspelled}.city`]);
  });

  it('a sixth location', async () => {
    const six = Object.fromEntries(Array.from({ length: 6 }, () => [newId(), berlin()]));
    expect(fieldsOf((await whole({ locations: six })).problems)).toEqual(['locations']);
  });

  it('VO-1 a value that was retired meanwhile: as long as it is published it may stay, and can’t be chosen again', async () => {
    const profile = await whole({ fields: { industries: ['Mining'] } });
    const shown = await published(profile);
    const retire = (retired: string | null) =>
      server.database.ownerPool.query(`update vocabulary_value set retired_by = $1 where code = 'Mining'`, [
        retired,
      ]);
    await retire('operator');
    try {
      expect((await read(profile.id)).problems).toEqual([]);
      const without = await changed(shown, { fields: { industries: [] } });
      await publish(without);
      const again = await changed(await read(profile.id), { fields: { industries: ['Mining'] } });
      expect(fieldsOf(again.problems)).toEqual(['industries.0']);
    } finally {
      await retire(null);
    }
  });
});

describe('BP-16 hints', () => {
  it('are concrete', async () => {
    const saved = await changed(await begin(), { fields: { description: 'Short.' } });
    expect(fieldsOf(saved.hints)).toEqual([
      'logo',
      'description',
      'languages',
      'industries',
      'customerSizes',
    ]);
    const many = await changed(saved, {
      fields: { skills: Array.from({ length: 12 }, (_, at) => `Skill ${at}`) },
    });
    expect(many.hints.map(({ message }) => message).join()).toContain('12 tags are chosen');
  });

  it('BP-15 tell about the name of another partner that is published', async () => {
    const description = 'We work like FABRIKAM, only better.';
    expect(fieldsOf((await changed(await begin(), { fields: { description } })).hints)).not.toContain('name');
    await server.make.profile(fabrikam, fabrikam.location.id);
    const named = (await read((await begin('CH')).id)).id;
    const saved = await changed(await read(named), { fields: { description } });
    expect(saved.hints.map(({ message }) => message).join()).toContain('Fabrikam');
  });
});
