import type { Insertable } from 'kysely';
import type { Lead } from '../../../../db/types.ts';
import { actionBodies, openSession } from '../../../../test/lead-world.ts';
import { useMade } from '../../../../test/made.ts';
import { type Answer, type Caller, type TestServer, useTestServer } from '../../../../test/server.ts';
import { getLinkSecret, type LinkPurpose, signLink } from '../../mail/index.ts';

export const secrets = {
  contact_first_name: 'Wilhelmina',
  contact_last_name: 'Quastenflosser',
  contact_email: 'wilhelmina@quastenflosser.test',
  contact_phone: '+49 171 5550199',
  message: 'Wir suchen ein Backup.\n\nBitte rufen Sie an.',
};

type Partner = Awaited<ReturnType<TestServer['make']['partner']>>;

export interface AskedPartner extends Partner {
  readonly pageId: string;
  readonly slug: string;
  readonly as: Caller;
  readonly personId: string;
}

/**
 * An operator and three partners with a published profile in Germany: the first one declines. Each test begins without
 * emails.
 */
export function useRequestWorld() {
  const server = useTestServer({ env: { LEADLIGHT_TRUST_PROXY: '1' }, emptied: ['mail'] });
  const operator = useMade(() => server.make.organization('operator', 'Vendor'));
  const contoso = useMade(() => makePartner(server, 'Contoso'));
  const fabrikam = useMade(() => makePartner(server, 'Fabrikam'));
  const tailspin = useMade(() => makePartner(server, 'Tailspin'));
  let visitors = 0;

  /** The token of a link, signed as the product signs it. */
  const sign = async (purpose: LinkPurpose, id: string) =>
    signLink(await getLinkSecret(server.database.ownerDb), purpose, id);

  /** Each visitor comes from a different IP address, unless the test is about addresses. */
  const visit = (method: 'GET' | 'POST', path: string, options: VisitOptions = {}): Promise<Answer> =>
    server.request(method, path, {
      body: options.form && new URLSearchParams(options.form),
      headers: {
        'x-forwarded-for': options.address ?? `198.51.${++visitors % 256}.${(visitors >> 8) + 1}`,
        ...options.headers,
      },
    });

  async function decline(partner: AskedPartner, leadId: string) {
    const { decline: body } = actionBodies(partner.personId);
    const answer = await server.request('POST', `/api/v1/leads/${leadId}/decline`, { as: partner.as, body });
    if (answer.status !== 200) throw new Error(`${answer.status}: ${answer.text}`);
  }

  /** A customer's lead that its partner declined, and the token of the link that the customer was sent. */
  async function makeDeclined(partner: AskedPartner = contoso, columns: Partial<Insertable<Lead>> = {}) {
    const leadId = await server.make.lead(partner.id, { door: 'offer-page', ...secrets, ...columns });
    await decline(partner, leadId);
    await server.queue.run('lead.tell', 'lead.tell-expired');
    const requestId = await findRequestId(leadId);
    return { leadId, requestId, path: `/request/${await sign('request', requestId)}` };
  }

  async function findRequestId(leadId: string): Promise<string> {
    const request = await server.database.ownerDb
      .selectFrom('customer_request')
      .select('id')
      .where('lead_id', '=', leadId)
      .executeTakeFirstOrThrow();
    return request.id;
  }

  const mails = () =>
    server.database.ownerDb
      .selectFrom('mail')
      .selectAll()
      .where('kind', '=', 'customer')
      .orderBy('id')
      .execute();

  /** The leads of a partner that customers sent on to it. */
  const forwardedTo = (partner: { id: string }) =>
    server.database.ownerDb
      .selectFrom('lead')
      .selectAll()
      .where('organization_id', '=', partner.id)
      .where('customer_request_id', 'is not', null)
      .orderBy('id')
      .execute();

  /** What the database holds of leads, requests and emails: to prove that nothing changed. */
  async function stored(): Promise<unknown> {
    const { rows } = await server.database.ownerPool.query(
      `select (select jsonb_agg(to_jsonb(l) order by id) from lead l) as leads,
              (select count(*) from lead_event) as events, (select count(*) from mail) as mails,
              (select jsonb_agg(to_jsonb(r) order by id) from customer_request r) as requests,
              (select count(*) from customer_request_forward) as forwards`,
    );
    return rows[0];
  }

  return {
    ...{ server, operator, contoso, fabrikam, tailspin },
    ...{ sign, visit, decline, makeDeclined, findRequestId, mails, forwardedTo, stored },
  };
}

export type RequestWorld = ReturnType<typeof useRequestWorld>;

interface VisitOptions {
  readonly form?: Record<string, string>;
  readonly headers?: Record<string, string>;
  readonly address?: string;
}

async function makePartner(server: TestServer, name: string): Promise<AskedPartner> {
  const partner = await server.make.partner(name);
  const { pageId, slug } = await server.make.profile(partner, partner.location.id);
  const person = await server.make.person(partner.id, 'referrals-admin');
  return {
    ...partner,
    ...{ pageId, slug, personId: person.id },
    as: await openSession(server, person.id, partner.id),
  };
}

/** A form of a page, as a browser reads it. */
export interface ReadForm {
  readonly action: string;
  readonly fields: Record<string, string>;
  readonly button: string;
}

/** Reads the forms of a page. */
export function readForms(html: string): ReadForm[] {
  return [...html.matchAll(/<form([^>]*)>(.*?)<\/form>/gs)].map(([, head = '', content = '']) => {
    if (attribute(head, 'method') !== 'post') throw new Error('a form that does not post');
    const hidden = [...content.matchAll(/<input type="hidden"([^>]*)>/g)].map(([, rest = '']) => rest);
    return {
      action: attribute(head, 'action'),
      fields: Object.fromEntries(hidden.map((rest) => [attribute(rest, 'name'), attribute(rest, 'value')])),
      button: content.replace(/<[^>]+>/g, ''),
    };
  });
}

function attribute(tag: string, name: string): string {
  const written = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  return written.replaceAll('&amp;', '&');
}

/** The form that sends a request on to a partner. @throws when the page has none */
export function formTo(html: string, name: string): ReadForm {
  const form = readForms(html).find(({ button }) => button.includes(name));
  if (!form) throw new Error(`the page has no form for ${name}`);
  return form;
}
