import { profileEndpoints } from '../../../contract/profiles/endpoints.ts';
import { logoLimits } from '../../../contract/profiles/lists.ts';
import type { App } from '../../platform/http/app.ts';
import { doorsOf } from '../../platform/http/doors.ts';
import { personOf } from '../identity/index.ts';
import type { ContactsService } from './contacts.service.ts';
import type { LogosService } from './logos.service.ts';
import type { ProfilesService } from './profiles.service.ts';
import type { PublishingService } from './publishing.service.ts';

interface ProfileServices {
  readonly profiles: ProfilesService;
  readonly publishing: PublishingService;
  readonly logos: LogosService;
  readonly contacts: ContactsService;
}

/** Business profiles, for people of a partner (BP-10). */
export function registerProfileRoutes(
  app: App,
  { profiles, publishing, logos, contacts }: ProfileServices,
): void {
  const door = doorsOf(app, profileEndpoints);
  door('GET /api/v1/business-profiles', (request) => profiles.list(personOf(request)));
  door('POST /api/v1/business-profiles', async (request, reply) =>
    reply.code(201).send(await profiles.begin(personOf(request), request.body)),
  );
  door('GET /api/v1/business-profiles/:id', (request) => profiles.get(personOf(request), request.params.id));
  door('PATCH /api/v1/business-profiles/:id', (request) =>
    profiles.save(personOf(request), request.params.id, request.body),
  );
  door('DELETE /api/v1/business-profiles/:id', async (request, reply) => {
    await publishing.remove(personOf(request), request.params.id, request.body);
    return reply.code(204).send(null);
  });
  door('POST /api/v1/business-profiles/:id/publish', (request) =>
    publishing.publish(personOf(request), request.params.id, request.body),
  );
  door('POST /api/v1/business-profiles/:id/unpublish', (request) =>
    publishing.unpublish(personOf(request), request.params.id),
  );
  door('POST /api/v1/business-profiles/:id/discard', (request) =>
    profiles.discard(personOf(request), request.params.id, request.body),
  );
  door('PUT /api/v1/business-profiles/:id/availability', (request) =>
    publishing.changeAvailability(personOf(request), request.params.id, request.body),
  );
  door('PUT /api/v1/business-profiles/:id/presence', (request) =>
    profiles.beat(personOf(request), request.params.id, request.body.step),
  );
  door('DELETE /api/v1/business-profiles/:id/presence', async (request, reply) => {
    await profiles.leave(personOf(request), request.params.id);
    return reply.code(204).send(null);
  });
  door('POST /api/v1/business-profiles/:id/contact-confirmation', (request) =>
    contacts.ask(personOf(request), request.params.id, request.body.locationId),
  );
  door('GET /api/v1/business-profiles/:id/logos/:logoId/:side', async (request, reply) => {
    const { id, logoId, side } = request.params;
    const bytes = await logos.read(personOf(request), id, logoId, side);
    // A logo never changes; who may see it is asked again.
    return reply.header('cache-control', 'private, no-cache').type('image/png').send(bytes);
  });
  // Only this door takes pictures, whatever they call themselves.
  app.register(async (scope: App) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, bytes, done) => done(null, bytes));
    doorsOf(scope, profileEndpoints)(
      'PUT /api/v1/business-profiles/:id/logo',
      { bodyLimit: logoLimits.bytes, config: { turn: 'heavy' } },
      (request) => {
        // The parser above makes a buffer of any body; one without a body has none.
        const bytes: unknown = request.body;
        return logos.upload(
          personOf(request),
          request.params.id,
          Buffer.isBuffer(bytes) ? bytes : Buffer.alloc(0),
        );
      },
    );
  });
}
