const lead = {
  UserDetails: {
    FirstName: 'Ada',
    LastName: 'Example',
    Email: 'ada@customer.example',
    Phone: '+1 425 555 0100',
    Country: 'US',
    Company: 'Example Customer',
    Title: 'Head of IT',
  },
  LeadSource: 'AzureMarketplace',
  ActionCode: 'PLT',
  OfferTitle: 'Your offer',
  Description: 'A lead to try the endpoint.',
};

/** A command that sends a lead the way a marketplace does. */
export function writeCurlExample(url: string): string {
  const body = JSON.stringify(lead, null, 2).replaceAll("'", "'\\''");
  return `curl -X POST '${url}' \\\n  -H 'content-type: application/json' \\\n  -d '${body}'`;
}
