import { demoEndpoints } from '../../contract/demo/endpoints.ts';
import { isLoopback } from '../platform/config.ts';
import { AppError, notFound } from '../platform/errors.ts';
import type { App } from '../platform/http/app.ts';
import { doorsOf } from '../platform/http/doors.ts';
import { demoPassword, demoPeople } from './cast.ts';

/** The demo answers to local names only: a foreign name that leads here is a page playing tricks (DNS rebinding). */
export function refuseOtherHosts(app: App): void {
  app.addHook('onRequest', async (request) => {
    if (!isLoopback(request.hostname.replace(/^\[|\]$/g, ''))) {
      throw new AppError(
        'not-allowed',
        'The demo is served on this machine only, under 127.0.0.1 or localhost.',
      );
    }
  });
}

/** In demo mode the sign-in page offers the demo people; everywhere else this does not exist. */
export function registerDemoPeople(app: App, isDemo: boolean): void {
  const items = demoPeople.map(({ email, name, roles, organization }) => ({
    email,
    name,
    organization,
    role: roles,
  }));
  doorsOf(app, demoEndpoints)('GET /api/v1/demo-people', async () => {
    if (!isDemo) throw notFound();
    return { items, password: demoPassword };
  });
}
