/** The ids and names that the bodies refer to. */
export interface Named {
  readonly partner: { readonly id: string; readonly location: { readonly id: string } };
  readonly personId: string;
  readonly leadId: string;
  readonly offerName: string;
}

/** A valid body for each route that takes one, by method and path. */
export function rightBodiesFor({
  partner,
  personId,
  leadId,
  offerName,
}: Named): Record<string, Record<string, unknown>> {
  const listing = {
    ...{ name: 'x', searchSummary: 'x', shortDescription: 'x', description: 'x', keywords: ['x'] },
    categories: [{ name: 'x', subcategories: ['x'] }],
    industries: [{ code: 'Energy', verticals: [] }],
    links: [{ title: 'x', url: 'https://contoso.example' }],
    ...{
      privacyLink: 'https://contoso.example',
      supportLink: 'https://contoso.example',
      supportContact: 'x',
    },
    ...{ callToAction: 'ContactMe', serviceType: 'Workshop', storefronts: ['AppSource'] },
    locationId: partner.location.id,
    notificationContacts: ['sales@contoso.example'],
  };
  const deal = {
    dealName: 'Deal',
    estimatedValue: { amountMinor: 1, currency: 'EUR' },
    teamMemberIds: [personId],
    estimatedPurchaseDate: '2027-01-01',
  };
  const extras = {
    notes: 'x',
    crmId: 'x',
    campaignId: 'x',
    employees: [{ name: 'x', email: null, phone: null }],
  };
  const look = { layout: 'grid', density: 'compact', limit: 50, columns: [{ id: 'customer', width: 12 }] };
  const definition = { query: { tab: 'qualified', country: ['DE'], sort: 'customerName' }, look };
  return {
    'POST /api/v1/views': { name: 'x', shared: true, definition },
    'PATCH /api/v1/views/{id}': { name: 'x', shared: true, definition },
    'PUT /api/v1/views/{id}/layer': definition,
    'PATCH /api/v1/me/desk': { look, lastQuery: { country: ['DE'] }, defaultViewId: null },
    'PUT /api/v1/leads/{id}/presence': { doing: 'looking' },
    'POST /api/v1/reply-templates': { name: 'x', subject: 'x', text: '{{firstName}}', shared: true },
    'PATCH /api/v1/reply-templates/{id}': { name: 'x', subject: 'x', text: 'x', shared: false },
    'PUT /api/v1/leads/{id}/next-step': {
      nextStep: { what: 'x', day: '2027-01-02', at: '2027-01-02T10:00:00.000Z' },
      done: false,
    },
    'POST /api/v1/leads/{id}/activities': {
      kind: 'call',
      at: '2026-01-02T10:00:00.000Z',
      outcome: 'reached',
      text: 'x',
    },
    'PATCH /api/v1/leads/{id}/activities/{activityId}': { kind: 'note', outcome: null, text: 'x' },
    'POST /api/v1/session': { email: 'nobody@example.test', password: 'x' },
    'PUT /api/v1/session/organization': { organizationId: partner.id },
    'PATCH /api/v1/me': { name: 'x', timeZone: 'Europe/Berlin', locale: 'de' },
    'PUT /api/v1/working-calendar': {
      timeZone: 'Europe/Berlin',
      hours: {
        monday: [{ from: '09:00', to: '17:00' }],
        tuesday: [],
        wednesday: [],
        thursday: [],
        friday: [],
        saturday: [],
        sunday: [],
      },
      holidays: ['2026-12-25'],
    },
    'PUT /api/v1/contact-sharing': { withOperator: true },
    'POST /api/v1/operator/leads/{id}/rerouting': {
      organizationId: partner.id,
      locationId: partner.location.id,
      customerAgreed: true,
    },
    'PATCH /api/v1/me/mail-preferences': { categories: { 'sent-lead': false } },
    'POST /api/v1/me/email-verification': { email: 'new@example.test', password: 'x' },
    'PATCH /api/v1/operator/policy': {
      expiryHours: 300,
      hotHours: 70,
      informationalMonths: 5,
      mailsPerDay: 9,
      digestHour: 16,
    },
    'POST /api/v1/vocabularies/{vocabulary}/values': { code: 'x', labels: { en: 'x', de: 'x' }, parent: 'x' },
    'PATCH /api/v1/vocabularies/{vocabulary}/values/{code}': { labels: { en: 'x', de: null } },
    'PUT /api/v1/vocabularies/{vocabulary}/order': { codes: ['x'] },
    'PUT /api/v1/vocabularies/{vocabulary}/values/{code}/retirement': { replacedBy: 'x' },
    'POST /api/v1/vocabulary-packs/{pack}/loading': { others: 'keep' },
    'POST /api/v1/offers': {
      organizationId: partner.id,
      publisherId: 'x',
      offerId: 'x',
      alias: 'x',
      listing,
    },
    'PATCH /api/v1/offers/{id}': { alias: 'x', listing },
    'POST /api/v1/announcements': { title: 'x', text: 'x' },
    'POST /api/v1/action-center/notifications/read-all': { until: '2026-11-20T10:00:00.000Z' },
    'POST /api/v1/mail/bounces': {
      items: [{ address: 'gone@example.test', kind: 'permanent', reason: 'x' }],
    },
    'POST /api/v1/invitations': {
      email: 'new@example.test',
      name: 'x',
      roles: ['referrals-admin'],
      locationId: null,
    },
    'POST /api/v1/invitations/by-link/{token}/acceptance': { name: 'x', password: 'x' },
    'POST /api/v1/memberships': { personId: personId, role: 'profile-admin', locationId: null },
    'POST /api/v1/password-reset': { email: 'nobody@example.test' },
    'POST /api/v1/password-reset/{token}': { password: 'a long new password' },
    'POST /api/v1/api-tokens': { name: 'x', scopes: ['leads:read'] },
    'POST /api/v1/intake-endpoints': { name: 'x' },
    'POST /intake/marketplace/{key}': {
      UserDetails: { Email: 'ada@example.test' },
      LeadSource: 'AppSource',
      ActionCode: 'PLT',
      OfferTitle: 'x',
      Description: 'x',
    },
    'POST /api/v1/sent-leads/search': { search: 'ada@example.test', limit: 1 },
    'POST /api/v1/leads/search': { search: 'ada@example.test', country: ['DE'], limit: 1 },
    'POST /api/v1/leads/facets': { search: 'ada@example.test', facet: ['country'] },
    'POST /api/v1/exports': { search: 'ada@example.test' },
    'POST /api/v1/leads/export': { search: 'ada@example.test' },
    'POST /api/v1/leads/{id}/neighbors': { search: 'ada@example.test' },
    'POST /api/v1/leads': {
      organizationId: partner.id,
      locationId: partner.location.id,
      offerId: offerName,
      qualification: 'SalesQualified',
      callToAction: 'ContactMe',
      leadSource: 'AppSource',
      referralProgram: 'x',
      customerName: 'x',
      country: 'DE',
      contact: { email: 'ada@example.test' },
      message: 'x',
      contactAllowed: true,
      contactDirectly: false,
      estimatedPurchaseDate: '2027-01-01',
      isTest: false,
    },
    'POST /api/v1/contact-marks': { list: 'block', kind: 'address', value: 'pest@pest.com', note: 'x' },
    'POST /api/v1/leads/{id}/routing': { organizationId: partner.id, locationId: partner.location.id },
    'POST /api/v1/leads/bulk': {
      ...deal,
      action: 'accept',
      dealName: '{customer} {number}',
      notes: 'x',
      campaignId: 'x',
      query: { tab: 'marketplace', search: 'adatum', status: ['Received'] },
      expectedCount: 0,
      seenAt: '2026-11-20T10:00:00.000Z',
    },
    'POST /api/v1/leads/{id}/acceptance': { ...deal, ...extras },
    'PATCH /api/v1/imports/{id}': {
      encoding: 'utf-8',
      separator: ',',
      headerRow: 1,
      dateOrder: 'dmy',
      decimalSign: '.',
      columns: [{ column: 1, field: 'Email' }],
      meanings: [{ field: 'Status', word: 'Tot', meaning: 'Lost' }],
      matchBy: 'emailAndCustomer',
      startState: 'Accepted',
      currency: 'EUR',
      notify: false,
    },
    'PATCH /api/v1/leads/{id}': { ...deal, ...extras, subStages: { qualified: true } },
    'PUT /api/v1/leads/{id}/assignment': { personId: null },
    'PUT /api/v1/absences/{personId}': { from: '2026-12-01', until: '2099-12-02' },
    'PUT /api/v1/sharing-rules': {
      rules: [
        {
          ...{ id: null, name: 'x', tab: null, locationIds: [], method: 'in-turn', paused: false },
          ...{ countries: ['DE'], offers: [] },
          people: [{ personId, perWeek: 1 }],
        },
      ],
      escalation: null,
    },
    'POST /api/v1/leads/{id}/decline': { reason: 'Other', notes: 'x' },
    'POST /api/v1/leads/{id}/outcome': {
      outcome: 'Won',
      finalValue: { amountMinor: 1, currency: 'EUR' },
      notes: 'x',
    },
    'POST /api/v1/leads/{id}/error-closure': { reason: 'Other', notes: 'x', duplicateOfLeadId: leadId },
  };
}
