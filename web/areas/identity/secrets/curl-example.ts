import { t } from './catalogue.ts';

const lead = {
  UserDetails: {
    FirstName: 'Ada',
    LastName: 'Example',
    Email: 'ada@customer.example',
    Phone: '+1 425 555 0100',
    Country: 'US',
    Company: t('exampleLead.company'),
    Title: t('exampleLead.jobTitle'),
  },
  LeadSource: 'AzureMarketplace',
  ActionCode: 'PLT',
  OfferTitle: t('exampleLead.offer'),
  Description: t('exampleLead.description'),
};

/** A command that sends a lead the way a marketplace does. */
export function writeCurlExample(url: string): string {
  const body = JSON.stringify(lead, null, 2).replaceAll("'", "'\\''");
  return `curl -X POST '${url}' \\\n  -H 'content-type: application/json' \\\n  -d '${body}'`;
}
