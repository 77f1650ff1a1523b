import pg from 'pg';
import { newId } from '../server/platform/ids.ts';
import { BenchClient } from './bench-client.ts';
import { benchKey, bigOrganization } from './fill.ts';
import { round, throughput } from './statistics.ts';

const warmUpSeconds = 10;

function payload(client: number, count: number): string {
  return JSON.stringify({
    UserDetails: {
      FirstName: 'Ada',
      LastName: `Client ${client}`,
      Email: `ada.${client}.${count}@analytical.example`,
      Phone: '+44 20 7946 0123',
      Country: 'GB',
      Company: 'Analytical Engines',
      Title: 'CTO',
    },
    LeadSource: 'AzureMarketplace-PLT|bench.offer',
    ActionCode: 'PLT',
    OfferTitle: 'Bench offer',
    Description: `We would like to know more. Number ${client}/${count}.`,
  });
}

/** Durable intake over HTTP, compared with the bare driver writing the same rows in the same number of transactions. */
export async function benchIntake(
  address: string,
  connectionString: string,
  clients: number,
  seconds: number,
) {
  const connections = Array.from({ length: clients }, () => new BenchClient(address));
  const send = (client: number, name: number, count: number) =>
    connections[client]?.post(`/intake/marketplace/${benchKey}`, payload(name, count));
  // A freshly started server is still compiling; we measure once it has warmed up.
  await throughput(clients, warmUpSeconds, async (client, count) => send(client, client + 1000, count));
  const apiPerSecond = await throughput(clients, seconds, async (client, count) =>
    send(client, client, count),
  );
  for (const connection of connections) connection.close();
  const rawPerSecond = await rawIntake(connectionString, clients, seconds);
  return {
    clients,
    apiPerSecond: round(apiPerSecond, 0),
    rawPerSecond: round(rawPerSecond, 0),
    ratio: round(apiPerSecond / rawPerSecond),
  };
}

async function rawIntake(connectionString: string, clients: number, seconds: number): Promise<number> {
  const pool = new pg.Pool({ connectionString, max: clients });
  const { rows } = await pool.query<{ id: string }>('select id from location where organization_id = $1', [
    bigOrganization,
  ]);
  const locationId = rows[0]?.id;
  const perSecond = await throughput(clients, seconds, async (client, count) => {
    const connection = await pool.connect();
    const leadId = newId();
    await connection.query('begin');
    await connection.query(
      `insert into lead (organization_id, id, location_id, qualification, lead_type, call_to_action, lead_source, offer_name, offer_title,
         door, routing_reason, customer_name, country, contact_first_name, contact_last_name, contact_email, contact_phone, message,
         contact_allowed, status, received_at, updated_at, expires_at)
       values ($1, $2, $3, 'Direct', 'Offer', 'ContactMe', 'AzureMarketplace', 'bench.offer', 'Bench offer', 'marketplace', 'Raw',
         'Analytical Engines', 'GB', 'Ada', $4, $5, '+44 20 7946 0123', $6, true, 'Received', now(), now(), now() + interval '336 hours')`,
      [
        bigOrganization,
        leadId,
        locationId,
        `Client ${client}`,
        `raw.${client}.${count}@analytical.example`,
        `We would like to know more. Number ${client}/${count}.`,
      ],
    );
    await connection.query(
      `insert into lead_event (organization_id, id, lead_id, type, at, actor_kind, actor_name, version)
       values ($1, $2, $3, 'lead.received', now(), 'marketplace', 'Raw', 1)`,
      [bigOrganization, newId(), leadId],
    );
    await connection.query('commit');
    connection.release();
  });
  await pool.end();
  return perSecond;
}
