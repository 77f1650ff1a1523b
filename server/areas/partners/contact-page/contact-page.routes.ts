import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { z } from 'zod';
import type { App } from '../../../platform/http/app.ts';
import type { AskedContact, ContactsService } from '../../profiles/index.ts';
import { lookingLimit, prepareLinkPages, refuseOtherSites } from '../customer-requests/page/link-pages.ts';
import { sendPage } from '../public-pages/rendering.ts';
import { submissionLimit } from '../public-pages/submission-limit.ts';
import { preferredLanguage } from '../public-pages/texts/page-language.rules.ts';
import { ContactPageView, EndedContactView } from './contact-page.view.tsx';

const params = z.object({ token: z.string() });
const schema = { hide: true, params } as const;
type TokenRequest = FastifyRequest & { readonly params: z.infer<typeof params> };

/**
 * The page on which somebody who is no member of a partner confirms that they are the contact of a location (BP-12): no
 * sign-in, no script, and opening it changes nothing. Requests are logged by route, so no token gets into a log.
 */
export async function registerContactPages(
  app: App,
  contacts: ContactsService,
  publicUrl: string,
): Promise<void> {
  await app.register(
    async (scope: App) => {
      await prepareLinkPages(scope, publicUrl);
      scope.get('/:token', { schema, config: { rateLimit: lookingLimit } }, async (request, reply) =>
        show(request, reply, await contacts.find(request.params.token)),
      );
      const rateLimit = submissionLimit((request) => (request.params as z.infer<typeof params>).token);
      scope.post('/:token', { schema, config: { rateLimit } }, async (request, reply) => {
        refuseOtherSites(request);
        return show(request, reply, await contacts.confirm(request.params.token));
      });
    },
    { prefix: '/contact' },
  );
}

function show(
  { headers, params: { token } }: TokenRequest,
  reply: FastifyReply,
  contact: AskedContact | undefined,
): FastifyReply {
  const language = preferredLanguage(headers['accept-language']);
  if (!contact) return sendPage(reply.code(410), createElement(EndedContactView, { language }));
  return sendPage(reply, createElement(ContactPageView, { contact, token, language }));
}
