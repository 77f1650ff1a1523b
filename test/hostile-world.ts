import { useMade } from './made.ts';
import { rightBodiesFor } from './right-bodies.ts';
import { type Answer, type Caller, type TestServer, useTestServer } from './server.ts';

/** An endpoint of the API. */
export interface Operation {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly hasBody: boolean;
  readonly query: readonly string[];
}

interface OpenApi {
  paths: Record<
    string,
    Record<string, { requestBody?: unknown; parameters?: { in: string; name: string }[] }>
  >;
}

/** A server for the tests of this file with everything its operations need, and a permitted caller for each. */
export function useHostileWorld() {
  const server = useTestServer();
  return { server, world: useMade(() => makeHostileWorld(server)) };
}

async function makeHostileWorld(server: TestServer) {
  const { make } = server;
  const operator = await make.organization('operator', 'Vendor');
  const contoso = await make.partner('Contoso');
  const key = await make.marketplaceKey(contoso.id);
  const person = await make.person(contoso.id, 'account-admin', 'referrals-admin', 'profile-admin');
  const partnerAdmin = await server.signIn(person);
  const operatorAdmin = await server.signInAs(operator.id, 'operator-admin', 'seller');
  const bounces = { token: await make.apiToken(operator.id, 'mails:bounces') };
  const leadId = await make.acceptedLead(contoso.id);
  const unroutedId = await make.lead(operator.id);
  const otherLeadId = await make.lead(contoso.id);
  const offerName = (await make.offer(contoso)).name;
  const profile = await make.profile(contoso, contoso.location.id);
  const viewId = await make.savedView(contoso.id, person.id);

  /** A caller that may do it. */
  function actorFor({ name }: Operation): Caller {
    if (name.endsWith('/mail/bounces')) return bounces;
    return /routing|partners|sent-leads|contact-marks|quarantine|operator|vocabular|announcements|POST \/api\/v1\/leads$/.test(
      name,
    )
      ? operatorAdmin
      : partnerAdmin;
  }

  function idFor(name: string): string {
    if (name.includes('/offers/')) return offerName;
    if (name.includes('/views/')) return viewId;
    if (name.includes('/business-profiles/')) return profile.id;
    return name.includes('routing') ? unroutedId : leadId;
  }

  function addressOf({ name, path }: Operation): string {
    return path
      .replace('{key}', key)
      .replace('{token}', 'x'.repeat(64))
      .replace('{kind}', 'digest')
      .replace('{otherId}', otherLeadId)
      .replace('{personId}', person.id)
      .replace('{vocabulary}', 'services')
      .replace('{code}', 'Hosting')
      .replace('{pack}', 'neutral')
      .replace('{logoId}', otherLeadId)
      .replace('{side}', '48')
      .replace('{activityId}', otherLeadId)
      .replace('{id}', idFor(name));
  }

  function send(operation: Operation, body?: unknown, address = addressOf(operation)): Promise<Answer> {
    const headers = {
      'if-match': '"1"',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    return server.request(operation.method, address, { as: actorFor(operation), body, headers });
  }

  const { paths } = (await server.request('GET', '/api/openapi.json')).json as OpenApi;
  return {
    operations: operationsOf(paths),
    /** A valid body for each operation that takes one, by method and path. */
    rightBodies: rightBodiesFor({ partner: contoso, personId: person.id, leadId, offerName }) as Record<
      string,
      Record<string, unknown>
    >,
    partnerAdmin,
    otherLeadId,
    actorFor,
    addressOf,
    send,
  };
}

function operationsOf(paths: OpenApi['paths']): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { requestBody, parameters = [] }]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path,
      hasBody: requestBody !== undefined,
      query: parameters.filter((one) => one.in === 'query').map((one) => one.name),
    })),
  );
}
