import { describe, expect, it } from 'vitest';
import { fitColumns, type RoomyColumn } from './column-room.ts';

const columns: RoomyColumn[] = [
  { id: 'customer', width: 14, sort: 'customerName' },
  { id: 'type', width: 9, givesWay: 1 },
  { id: 'phone', width: 8, sort: 'phoneValidity', givesWay: 2 },
  { id: 'offer', width: 12 },
  { id: 'createdOn', width: 8, sort: 'createdAt' },
];
const ids = (list: readonly RoomyColumn[]) => list.map(({ id }) => id);
const shownAt = (room: number | undefined, sort: Parameters<typeof fitColumns>[2] = '-createdAt') =>
  ids(fitColumns(columns, room, sort).shown);

describe('WS-2: columns for which there is no room', () => {
  it('stay while all fit, and while the room is not known', () => {
    expect(shownAt(51)).toEqual(ids(columns));
    expect(shownAt(undefined)).toEqual(ids(columns));
  });

  it('go from the least important on, no more than needed', () => {
    expect(shownAt(50.9)).toEqual(['customer', 'phone', 'offer', 'createdOn']);
    expect(shownAt(41.9)).toEqual(['customer', 'offer', 'createdOn']);
  });

  it('never are those that the person added, nor the day of creation', () => {
    expect(shownAt(0)).toEqual(['customer', 'offer', 'createdOn']);
  });

  it('never are what the list is sorted by', () => {
    expect(shownAt(42, '-phoneValidity')).toEqual(['customer', 'phone', 'offer', 'createdOn']);
    expect(shownAt(0, 'phoneValidity')).toContain('phone');
  });

  it('are named, so that nobody wonders where they went', () => {
    expect(ids(fitColumns(columns, 45, '-createdAt').withoutRoom)).toEqual(['type']);
  });

  it('stay pinned only as far as the others keep room; in a narrow list, two do', () => {
    const pinned = columns.map((column) => ({ ...column, pinned: true, givesWay: undefined }));
    const pinnedAt = (room: number) =>
      ids(fitColumns(pinned, room, '-createdAt').shown.filter((column) => column.pinned));
    expect(pinnedAt(90)).toEqual(ids(columns));
    expect(pinnedAt(60)).toEqual(['customer', 'type', 'phone']);
    expect(pinnedAt(51)).toEqual(['customer', 'type']);
    expect(pinnedAt(20)).toEqual(['customer']);
  });
});
