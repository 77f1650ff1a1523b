import { describe, expect, it } from 'vitest';
import type { WorkingCalendar } from '../../../../contract/working-time/calendar.ts';
import { testNow } from '../../../../test/server.ts';
import { hours, useClockworkWorld } from './clockwork.fixture.ts';
import type { CalendarsOf } from './clockwork.service.ts';

const { server, world, ...here } = useClockworkWorld();

describe('NT-3: reminders of leads that end soon', () => {
  it('NT-3 are ordered once, 72 hours before the end, by a job of the organization', async () => {
    const id = await here.ending(72);
    const later = await here.ending(72.001);
    expect(await here.clockwork().run()).toEqual({ expired: 0, reminded: 1, lagSeconds: 0 });
    expect(await here.reminded()).toEqual([{ organizationId: world.contoso.id, leadIds: [id] }]);
    expect(await here.lead(id)).toMatchObject({ reminded_at: testNow, status: 'Received', version: 1 });
    expect(await here.clockwork().run()).toMatchObject({ reminded: 0 });
    expect(await here.clockwork({ now: hours(1) }).run()).toMatchObject({ reminded: 1 });
    expect((await here.reminded()).flatMap((job) => job.leadIds)).toEqual([id, later]);
  });

  it('NT-3 what is past its reminder and its end is expired and not reminded of', async () => {
    const id = await here.ending(71);
    const { expired, reminded } = await here.clockwork({ now: hours(71) }).run();
    expect([expired, reminded]).toEqual([1, 0]);
    await here.expectExpiredOnce([id]);
    expect(await here.reminded()).toEqual([]);
  });

  it('NT-3 a lead that had less than 72 hours from the beginning is not reminded of', async () => {
    await server.make.lead(world.contoso.id, { received_at: testNow, expires_at: hours(48) });
    expect(await here.clockwork().run()).toMatchObject({ reminded: 0 });
    expect(await here.clockwork({ now: hours(40) }).run()).toMatchObject({ reminded: 0 });
  });

  it('NT-3 after downtime: all that is due, what ends first in front, in batches, each lead once', async () => {
    const ids = [];
    for (const inHours of [50, 3, 71, 20, 9]) ids.push([await here.ending(inHours), inHours] as const);
    await here.ending(30, world.fabrikam.id);
    const reports = await Promise.all([
      here.clockwork({ batchSize: 2 }).run(),
      here.clockwork({ batchSize: 2 }).run(),
    ]);
    await here.clockwork().run();
    expect(reports[0].reminded + reports[1].reminded).toBeLessThanOrEqual(6);
    const ordered = await here.reminded();
    const own = ordered
      .filter((job) => job.organizationId === world.contoso.id)
      .flatMap((job) => job.leadIds);
    expect(own.toSorted()).toEqual(ids.map(([id]) => id).toSorted());
    expect(ordered.flatMap((job) => job.leadIds)).toHaveLength(6);
  });

  it('NT-3 one worker orders them by their ends', async () => {
    const ids: [string, number][] = [];
    for (const inHours of [50, 3, 71, 20, 9]) ids.push([await here.ending(inHours), inHours]);
    await here.clockwork({ batchSize: 2 }).run();
    const ordered = (await here.reminded()).flatMap((job) => job.leadIds);
    expect(ordered).toEqual(ids.toSorted(([, one], [, other]) => one - other).map(([id]) => id));
  });

  it('NT-3 a working calendar moves the reminders of its organization, and never the end', async () => {
    const workday = [{ from: '09:00', to: '17:30' }];
    const office: WorkingCalendar = {
      timeZone: 'Europe/Berlin',
      hours: {
        ...{ monday: workday, tuesday: workday, wednesday: workday, thursday: workday, friday: workday },
        ...{ saturday: [], sunday: [] },
      },
      holidays: [],
    };
    const calendarsOf: CalendarsOf = async (ids) =>
      new Map(ids.filter((id) => id === world.contoso.id).map((id) => [id, office]));
    // testNow is a Friday, 11:00 in Berlin; 72 hours before this end is Sunday 11:00.
    const end = hours(48 + 72);
    const columns = { received_at: hours(-100), expires_at: end };
    const id = await server.make.lead(world.contoso.id, columns);
    await server.make.lead(world.fabrikam.id, columns);
    const friday = new Date('2026-11-20T16:30:00.000Z');
    const before = new Date(friday.getTime() - 1);
    expect(await here.clockwork({ now: before, calendarsOf }).run()).toMatchObject({ reminded: 0 });
    expect(await here.clockwork({ now: friday, calendarsOf }).run()).toMatchObject({ reminded: 1 });
    expect((await here.reminded()).flatMap((job) => job.leadIds)).toEqual([id]);
    expect(await here.clockwork({ now: hours(48), calendarsOf }).run()).toMatchObject({ reminded: 1 });
    expect(await here.clockwork({ now: new Date(end.getTime() - 1), calendarsOf }).run()).toMatchObject({
      expired: 0,
    });
    expect(await here.clockwork({ now: end, calendarsOf }).run()).toMatchObject({ expired: 2 });
  });

  it('NT-3 leads that a calendar puts off do not keep those behind them from being found', async () => {
    // Nobody worked between receipt and Saturday, so these are reminded of exactly 72 hours before.
    const monday = [{ from: '09:00', to: '10:00' }];
    const rare: WorkingCalendar = {
      timeZone: 'UTC',
      hours: {
        ...{ monday, tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] },
      },
      holidays: [],
    };
    const calendarsOf: CalendarsOf = async (ids) => new Map(ids.map((id) => [id, rare]));
    for (let index = 0; index < 5; index++)
      await server.make.lead(world.contoso.id, { received_at: hours(-1), expires_at: hours(73 + index) });
    const due = await server.make.lead(world.contoso.id, {
      received_at: hours(-200),
      expires_at: hours(90),
    });
    expect(await here.clockwork({ batchSize: 2, calendarsOf }).run()).toMatchObject({ reminded: 1 });
    expect((await here.reminded()).flatMap((job) => job.leadIds)).toEqual([due]);
  });
});
