import { type TestServer, testNow } from '../../../../test/server.ts';

/** More than one batch, and more than fits into the buffers along the way. */
export const many = 2500;

/** Gives an organization that many leads, in a single statement: creating them one by one takes longer than the tests. */
export async function insertManyLeads(
  { database }: Pick<TestServer, 'database'>,
  organizationId: string,
): Promise<void> {
  await database.ownerPool.query(
    `insert into lead (organization_id, id, qualification, lead_type, call_to_action, door, routing_reason, country,
       customer_name, contact_allowed, status, received_at, updated_at, expires_at, message)
     select $1, gen_random_uuid(), 'Direct', 'Offer', 'ContactMe', 'api', 'Made by a test.', 'FR',
       'Customer ' || n % 97, true, 'Received', $2::timestamptz - make_interval(secs => n / 3), $2, $2::timestamptz + interval '14 days',
       repeat('x', 4000)
     from generate_series(1, $3::int) n`,
    [organizationId, testNow, many],
  );
}
