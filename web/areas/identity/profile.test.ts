import { expect, it } from 'vitest';
import { meChange } from '../../../contract/identity/identity.ts';
import { readProfileChange } from './profile.ts';

const began = { name: 'Robin Reyes', timeZone: 'Europe/Berlin', locale: 'de-DE' };

it.each([
  ['the name', { ...began, name: ' Robin R. ' }, { name: 'Robin R.' }],
  ['the time zone', { ...began, timeZone: 'Asia/Kolkata' }, { timeZone: 'Asia/Kolkata' }],
  ['the language', { ...began, locale: '' }, { locale: null }],
  ['nothing', { ...began, name: 'Robin Reyes ' }, {}],
])(
  'ID-5: of the profile only %s is sent, so that nothing set in another window is undone',
  (_, typed, sent) => {
    expect(readProfileChange(typed, began)).toEqual(sent);
    expect(meChange.safeParse(sent).success).toBe(true);
  },
);
