import { expect, it } from 'vitest';
import { calendarFeedCreated } from '../../../../contract/working-time/calendar.ts';
import { useLeadWorld } from '../../../../test/lead-world.ts';
import { body } from '../../../../test/server.ts';

const { server, world } = useLeadWorld();

it('LA-1 a calendar is in the language of its link’s person, as it is now', async () => {
  await world.lead({ customer_name: 'Quagga' });
  const made = await server.request('POST', '/api/v1/calendar-feed', { as: world.as.admin });
  const link = new URL(body(calendarFeedCreated, made).url).pathname;
  const read = async () => (await server.request('GET', link)).text;
  expect(await read()).toContain('SUMMARY:Answer lead: Quagga');
  await server.database.ownerPool.query(`update person set locale = 'de-DE' where id = $1`, [
    world.people.admin.id,
  ]);
  expect(await read()).toContain('SUMMARY:Lead beantworten: Quagga');
});
