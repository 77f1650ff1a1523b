import { z } from 'zod';
import { partnerList } from '../../../contract/organizations/partners.ts';
import type { App } from '../../platform/http/app.ts';
import { actorOf } from '../identity/index.ts';
import type { DirectoryService } from './organizations.service.ts';

const tags = ['Directory'];
const storefrontList = z.object({ items: z.array(z.object({ code: z.string(), name: z.string() })) });

/** Storefronts for everyone who is signed in, partners for the operator's people. */
export function registerDirectoryRoutes(app: App, directory: DirectoryService): void {
  app.get(
    '/api/v1/storefronts',
    { schema: { tags, summary: 'Where offers are shown', response: { 200: storefrontList } } },
    async (request) => {
      actorOf(request);
      const storefronts = await directory.storefronts();
      return { items: [...storefronts].map(([code, name]) => ({ code, name })) };
    },
  );

  app.get(
    '/api/v1/partners',
    { schema: { tags, summary: 'Partners that leads can be sent to', response: { 200: partnerList } } },
    async (request) => ({
      items: await directory.partners(actorOf(request)),
    }),
  );
}
