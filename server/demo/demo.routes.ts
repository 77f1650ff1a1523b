import { demoEndpoints } from '../../contract/demo/endpoints.ts';
import { isLoopback } from '../platform/config.ts';
import { AppError, notFound } from '../platform/errors.ts';
import type { App } from '../platform/http/app.ts';
import { doorsOf } from '../platform/http/doors.ts';
import { forReader } from '../platform/http/reader-language.ts';
import { demoPassword, demoPeople } from './cast.ts';
import { sentence } from './catalogue.ts';

/** The demo answers only to local host names: a foreign name that leads here is a malicious page (DNS rebinding). */
export function refuseOtherHosts(app: App): void {
  app.addHook('onRequest', async (request) => {
    if (!isLoopback(request.hostname.replace(/^\[|\]$/g, ''))) {
      throw new AppError('not-allowed', sentence('otherHost'));
    }
  });
}

/** In demo mode the sign-in page offers the demo people; elsewhere this endpoint does not exist. */
export function registerDemoPeople(app: App, isDemo: boolean): void {
  const items = demoPeople.map(({ email, name, roles, organization }) => ({
    email,
    name,
    organization,
    role: roles,
  }));
  doorsOf(app, demoEndpoints)('GET /api/v1/demo-people', async (request) => {
    if (!isDemo) throw notFound();
    return forReader(request, { items, password: demoPassword });
  });
}
