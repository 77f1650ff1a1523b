import { notifications } from '@mantine/notifications';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import { connection } from '../../web/api/connection.ts';
import { setSessionOver } from '../../web/api/session-state.ts';
import { setClockAhead } from '../../web/ui/now.ts';
import { offerReload } from '../../web/ui/reload-offer.ts';
import { patienceMs } from '../patience.ts';
import { partsNow } from './made.ts';

// Every test of a component begins with the same clock, and with a browser that remembers nothing.

configure({
  asyncUtilTimeout: patienceMs,
  // The whole document would hide what was looked for.
  getElementError: (message) => new Error(message?.slice(0, 4000)),
});

// Fields that grow with their text listen to fonts, which a document without a screen does not have.
Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: partsNow });
  connection.noteAnswer();
});

afterEach(() => {
  cleanup();
  notifications.clean();
  connection.noteAnswer();
  setSessionOver(false);
  offerReload(false);
  localStorage.clear();
  sessionStorage.clear();
  vi.useRealTimers();
  vi.restoreAllMocks();
  setClockAhead(0);
});
