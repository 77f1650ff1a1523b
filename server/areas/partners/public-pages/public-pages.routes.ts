import { z } from 'zod';
import type { Clock } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/database/database.ts';
import type { App } from '../../../platform/http/app.ts';
import type { Quarantine } from '../../intake/index.ts';
import { FormProtection } from './form-protection.ts';
import { formScript, formScriptCaching, formScriptPath } from './form-script.ts';
import { Forms } from './forms.ts';
import { registerOfferPages } from './offer-pages.routes.ts';
import { OfferPages } from './offer-pages.service.ts';
import { registerProfilePages } from './profile-pages.routes.ts';
import { ProfilePages } from './profile-pages.service.ts';
import { stylesheet, stylesheetCaching, stylesheetPath } from './stylesheet.ts';

export interface PublicPagesDeps {
  readonly db: Db;
  readonly clock: Clock;
  readonly quarantine: Quarantine;
  /** The public address of this installation, without a trailing slash. */
  readonly publicUrl: string;
}

// An unknown query must not cost a customer the page.
const versionQuery = z.object({ v: z.string().optional().catch(undefined) });

/**
 * Public pages of offers and business profiles (BP-3) with their contact forms (IN-1): plain HTML that needs no script,
 * and forms that protect themselves (IN-7). Below `/partners`, `/offers`, `/o` and `/p`, every error is a page
 * too.
 */
export async function registerPublicPages(
  app: App,
  { db, clock, quarantine, publicUrl }: PublicPagesDeps,
): Promise<void> {
  const forms = new Forms(new FormProtection(db, clock), clock);
  app.get(stylesheetPath, { schema: { hide: true, querystring: versionQuery } }, async (request, reply) =>
    reply
      .header('cache-control', stylesheetCaching(request.query.v))
      .type('text/css; charset=utf-8')
      .send(stylesheet),
  );
  app.get(formScriptPath, { schema: { hide: true, querystring: versionQuery } }, async (request, reply) =>
    reply
      .header('cache-control', formScriptCaching(request.query.v))
      .type('text/javascript; charset=utf-8')
      .send(formScript),
  );
  await registerOfferPages(app, { pages: new OfferPages(db, quarantine), forms, publicUrl });
  await registerProfilePages(app, { pages: new ProfilePages(db, clock, quarantine), forms, publicUrl });
}
