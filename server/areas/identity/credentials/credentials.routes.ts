import { accessEndpoints } from '../../../../contract/identity/endpoints.ts';
import type { App } from '../../../platform/http/app.ts';
import { doorsOf } from '../../../platform/http/doors.ts';
import { personOf } from '../authentication.ts';
import type { CredentialsService } from './credentials.service.ts';

/** API tokens and marketplace endpoints of an organization. */
export function registerCredentialRoutes(app: App, credentials: CredentialsService): void {
  registerTokenRoutes(app, credentials);
  registerEndpointRoutes(app, credentials);
}

function registerTokenRoutes(app: App, credentials: CredentialsService): void {
  const door = doorsOf(app, accessEndpoints);
  door('GET /api/v1/api-tokens', (request) => credentials.listTokens(personOf(request), request.query));

  door('POST /api/v1/api-tokens', async (request, reply) => {
    const key = request.headers['idempotency-key'];
    const { made, token } = await credentials.createToken(personOf(request), request.body, key);
    if (token === undefined) return reply.code(200).send(made);
    return reply
      .code(201)
      .header('cache-control', 'no-store')
      .send({ ...made, token });
  });

  door('DELETE /api/v1/api-tokens/:id', async (request, reply) => {
    await credentials.revokeToken(personOf(request), request.params.id);
    return reply.code(204).send(null);
  });
}

function registerEndpointRoutes(app: App, credentials: CredentialsService): void {
  const door = doorsOf(app, accessEndpoints);
  door('GET /api/v1/intake-endpoints', (request) =>
    credentials.listEndpoints(personOf(request), request.query),
  );

  door('POST /api/v1/intake-endpoints', async (request, reply) => {
    const key = request.headers['idempotency-key'];
    const { made, url } = await credentials.createEndpoint(personOf(request), request.body, key);
    if (url === undefined) return reply.code(200).send(made);
    return reply
      .code(201)
      .header('cache-control', 'no-store')
      .send({ ...made, url });
  });

  door('DELETE /api/v1/intake-endpoints/:id', async (request, reply) => {
    await credentials.revokeEndpoint(personOf(request), request.params.id);
    return reply.code(204).send(null);
  });
}
