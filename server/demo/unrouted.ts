import { inventCustomer } from './customers.ts';
import { History } from './history.ts';
import type { BuiltLead } from './leads.ts';
import { marketOf } from './markets/index.ts';
import { createRandom, demoId } from './random.ts';
import { expiryHours, type LeadRow } from './story.ts';
import { after, hour } from './time.ts';
import type { Row, World } from './world.ts';

interface Stray {
  readonly offerName: string | null;
  readonly offerTitle: string;
  readonly country: string;
  readonly age: number;
  readonly message: string;
}

/** Leads that name an offer no partner has. */
const strays: readonly Stray[] = [
  {
    offerName: 'contoso.backup-suit',
    offerTitle: 'Contoso Backup Suite',
    country: 'US',
    age: 2.4,
    message: 'We would like a quote for backing up three small file servers.',
  },
  {
    offerName: 'adatum.route-planner',
    offerTitle: 'Adatum Route Planner',
    country: 'NL',
    age: 19,
    message: 'Wij plannen dagelijks 45 ritten. Graag een demo van de routeplanner.',
  },
  {
    offerName: 'fabrikam.field-service-2',
    offerTitle: 'Fabrikam Field Service 2',
    country: 'AU',
    age: 51,
    message: 'Is there an upgrade price from the first edition? We have 31 engineers on it today.',
  },
  {
    offerName: null,
    offerTitle: 'Managed Print for Schools',
    country: 'GB',
    age: 76,
    message: 'Two primary schools, about 40 printers. Please call the office after lessons.',
  },
  {
    offerName: 'contoso.factory-monitor-preview',
    offerTitle: 'Factory Monitor (preview)',
    country: 'JP',
    age: 120,
    message: 'プレビュー版の終了後の価格を教えてください。対象の設備は約30台です。',
  },
  {
    offerName: 'tailspin.crew-roster',
    offerTitle: 'Tailspin Crew Roster',
    country: 'AE',
    age: 240,
    message: 'نحتاج إلى جدولة 90 موظفًا في ثلاث ورديات. نرجو التواصل معنا.',
  },
];

function reasonOf({ offerName }: Stray): string {
  return offerName === null
    ? 'The lead names no offer, and the endpoint belongs to no single partner.'
    : `No partner lists the offer ${offerName}.`;
}

/** The operator's queue of leads without a partner. */
export function buildUnrouted(world: World): Omit<BuiltLead, 'source' | 'customer'>[] {
  return strays.map((stray, index) => {
    const random = createRandom(`unrouted lead ${index}`);
    const customer = inventCustomer(marketOf(stray.country), random);
    const receivedAt = after(world.now, -stray.age * hour);
    const id = demoId(receivedAt, random);
    const history = new History(world.operator, id, random);
    const actor: { kind: Row<'lead_event'>['actor_kind']; personId: null; name: string } = {
      kind: 'marketplace',
      personId: null,
      name: 'Marketplace',
    };
    history.add('lead.received', receivedAt, actor, []);
    const row: LeadRow & { id: string } = {
      organization_id: world.operator.id,
      id,
      version: history.version,
      location_id: null,
      qualification: 'Direct',
      lead_type: 'Offer',
      call_to_action: 'ContactMe',
      lead_source: 'AppSource',
      offer_name: stray.offerName,
      offer_title: stray.offerTitle,
      door: 'marketplace',
      routing_reason: reasonOf(stray),
      customer_name: customer.companyName,
      country: stray.country,
      contact_first_name: customer.firstName,
      contact_last_name: customer.lastName,
      contact_title: customer.title,
      contact_email: customer.email,
      contact_phone: customer.phone,
      message: stray.message,
      contact_allowed: true,
      consent_at: receivedAt,
      checked_at: after(receivedAt, 20_000),
      checks_pending: false,
      email_validity: customer.email === null ? null : customer.emailKind,
      phone_validity: customer.phone === null ? null : customer.phoneKind,
      lead_quality: 'Medium',
      status: 'Received',
      received_at: receivedAt,
      updated_at: history.lastAt,
      expires_at: after(receivedAt, expiryHours * hour),
      employees: '[]',
    };
    return { row, receivedAt, events: history.events, team: [] };
  });
}
