import type { TextTools } from './mail-words.ts';

/** The page of a lead. */
export const leadUrl = (tools: Pick<TextTools, 'publicUrl'>, id: string) => `${tools.publicUrl}/leads/${id}`;

/** The operator's page of a lead that is with a partner. */
export const partnerLeadUrl = ({ publicUrl }: Pick<TextTools, 'publicUrl'>, id: string) =>
  `${publicUrl}/partner-leads/${id}`;

/** The operator's list of what partners let expire. */
export const expiredPartnerLeadsUrl = ({ publicUrl }: Pick<TextTools, 'publicUrl'>) =>
  `${publicUrl}/partner-leads?status=Expired`;

interface Labels {
  readonly all: string;
  readonly marketplace: (count: number) => string;
  readonly qualified: (count: number) => string;
}

interface Button {
  readonly label: string;
  readonly href: string;
}

/**
 * Views that together hold every lead of a mail: the list shows marketplace leads in one tab and qualified ones in
 * another (WS-1), so leads of both kinds have a button each. All of them wait, so those with the least time come first.
 */
export function leadButtons(
  { publicUrl }: Pick<TextTools, 'publicUrl'>,
  tabs: { readonly marketplace: number; readonly qualified: number } | undefined,
  labels: Labels,
): Button[] {
  const view = (tab: 'marketplace' | 'qualified') =>
    `${publicUrl}/leads?tab=${tab}&status=Received&sort=expiresAt`;
  if (!tabs || tabs.qualified === 0) return [{ label: labels.all, href: view('marketplace') }];
  if (tabs.marketplace === 0) return [{ label: labels.all, href: view('qualified') }];
  return [
    { label: labels.marketplace(tabs.marketplace), href: view('marketplace') },
    { label: labels.qualified(tabs.qualified), href: view('qualified') },
  ];
}
