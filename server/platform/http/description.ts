import type { App } from './app.ts';
import { type Packed, pack, sendPacked } from './packed.ts';

/** The description of the API, the same for everyone: generated and compressed on the first request. */
export function serveDescription(app: App): void {
  let packed: Packed | undefined;
  app.get('/api/openapi.json', { schema: { hide: true, security: [] } }, async (request, reply) => {
    packed ??= pack(Buffer.from(JSON.stringify(app.swagger())));
    return sendPacked(request, reply, packed, 'application/json; charset=utf-8');
  });
}
