import { textsIn } from '../../../../platform/texts.ts';
import type { TextButton, TextLine, TextTools } from '../../../mail/index.ts';
import { english } from './catalogue.en.ts';
import type { LeadLine, WaitingLeads } from './lead-facts.ts';

const texts = textsIn('server/areas/messages/mails/leads', english);

interface Customer {
  readonly customerName: string | null;
}

/** The customer's name in a sentence. */
export const nameOf = ({ customerName }: Customer, { language }: TextTools) =>
  customerName ?? texts[language]('customerWithoutCompany');

/** The customer's name at the head of a row. */
export const titleOf = ({ customerName }: Customer, { language }: TextTools) =>
  customerName ?? texts[language]('noCompany');

/** The row of a lead; links to its page. */
export function leadRow(lead: LeadLine, tools: TextTools): TextLine {
  return { title: titleOf(lead, tools), details: detailsOf(lead, tools), href: leadUrl(lead, tools) };
}

function detailsOf(lead: LeadLine, tools: TextTools): string[] {
  const t = texts[tools.language];
  return [
    ...(lead.hot ? [t('hot')] : []),
    ...(lead.isTest ? [t('test')] : []),
    ...(lead.offerTitle ? [lead.offerTitle] : []),
    ...(lead.country ? [tools.country(lead.country)] : []),
    ...(lead.qualification === 'Direct' ? [] : [t(`qualification.${lead.qualification}`)]),
    ...(lead.locationName ? [t('forLocation', { location: lead.locationName })] : []),
    ...(lead.expiresAt && !lead.isTest ? [t('answerBy', { moment: tools.moment(lead.expiresAt) })] : []),
  ];
}

/** The page of a lead. */
export const leadUrl = ({ id }: { readonly id: string }, { publicUrl }: TextTools) =>
  `${publicUrl}/leads/${id}`;

/** Links to the page of a lead. */
export function leadButton(lead: LeadLine, tools: TextTools): TextButton {
  return { label: texts[tools.language]('open.one'), href: leadUrl(lead, tools) };
}

/** How many leads there are besides the listed ones; undefined: none. */
export function moreLeads(
  { leads, total }: { readonly leads: readonly unknown[]; readonly total: number },
  tools: TextTools,
): string | undefined {
  const rest = total - leads.length;
  return rest > 0 ? texts[tools.language]('more', { shown: tools.number(rest) }) : undefined;
}

/**
 * Views that together hold every lead of an email: the list shows marketplace leads in one tab and qualified ones in
 * another (WS-1), so each kind gets its own button; those with the least time come first.
 * @param filter which leads, as the list's address says it
 */
export function leadButtons(
  tabs: WaitingLeads['tabs'],
  tools: TextTools,
  labelOfAll?: string,
  filter = 'status=Received',
): TextButton[] {
  const t = texts[tools.language];
  const view = (tab: 'marketplace' | 'qualified') =>
    `${tools.publicUrl}/leads?tab=${tab}&${filter}&sort=expiresAt`;
  const labelOf = (tab: 'marketplace' | 'qualified', count: number) =>
    t(`open.${tab}`, { count, shown: tools.number(count) });
  const all = labelOfAll ?? t('open.all');
  if (!tabs || tabs.qualified === 0) return [{ label: all, href: view('marketplace') }];
  if (tabs.marketplace === 0) return [{ label: all, href: view('qualified') }];
  return [
    { label: labelOf('marketplace', tabs.marketplace), href: view('marketplace') },
    { label: labelOf('qualified', tabs.qualified), href: view('qualified') },
  ];
}

/** What to keep in mind about a customer who wrote to a partner. */
export const considerations = ({ language }: TextTools) => texts[language]('considerations');
