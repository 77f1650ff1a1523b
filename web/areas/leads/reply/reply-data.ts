import { queryOptions } from '@tanstack/react-query';
import type { Me } from '../../../../contract/identity/identity.ts';
import type { Lead } from '../../../../contract/leads/leads.ts';
import type { ReplyValues } from '../../../../contract/leads/reply-fields.ts';
import type { ReplyTemplate } from '../../../../contract/leads/reply-templates.ts';
import { request } from '../../../api/client.ts';

/** The templates that the person may begin a reply with. */
export const templatesQuery = queryOptions({
  queryKey: ['reply-templates'],
  staleTime: 60_000,
  queryFn: async ({ signal }) => (await request('GET /api/v1/reply-templates', { signal })).items,
});

/** What the fields of a template are for a lead and its reader. */
export function valuesFor(lead: Lead, me: Me): ReplyValues {
  return {
    firstName: lead.contact?.firstName ?? null,
    lastName: lead.contact?.lastName ?? null,
    customer: lead.customerName,
    offer: lead.offer?.title ?? null,
    myName: me.person.name,
    myCompany: me.organization.name,
  };
}

/** Templates by where they come from, in the order in which people look for them. */
export interface TemplateGroups {
  readonly mine: readonly ReplyTemplate[];
  readonly shared: readonly ReplyTemplate[];
  readonly starters: readonly ReplyTemplate[];
}

/** The templates in groups. */
export function groupTemplates(templates: readonly ReplyTemplate[]): TemplateGroups {
  const written = templates.filter(({ starter }) => starter === null);
  return {
    mine: written.filter(({ shared }) => !shared),
    shared: written.filter(({ shared }) => shared),
    starters: templates.filter(({ starter }) => starter !== null),
  };
}

/** The template that a reply begins with: one of the person's own, a shared one, or one in their language. */
export function firstTemplate(
  templates: readonly ReplyTemplate[],
  locale: string,
): ReplyTemplate | undefined {
  const { mine, shared, starters } = groupTemplates(templates);
  const language = locale.startsWith('de') ? 'de' : 'en';
  return mine[0] ?? shared[0] ?? starters.find(({ starter }) => starter === language);
}
