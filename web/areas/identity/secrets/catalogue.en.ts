/** Texts of API tokens and marketplace endpoints: what each kind of secret says, then what only one of them has. */
export const english = {
  section: {
    none: { token: 'No tokens yet', endpoint: 'No endpoints yet' },
    noneHint: {
      token: 'A token lets a program, such as your CRM, use the API for your organization.',
      endpoint:
        'Create one and enter its address in the marketplace. Leads from your offers then arrive here automatically.',
    },
  },
  row: {
    endsIn: 'Ends in <code>{end}</code>',
    created: 'Created <when></when>',
    createdBy: 'Created <when></when> by {name}',
    neverUsed: { token: 'Never used', endpoint: 'No leads received yet' },
    lastUsed: { token: 'Last used <when></when>', endpoint: 'Last lead <when></when>' },
  },
  create: {
    title: { token: 'Create API token', endpoint: 'Create marketplace endpoint' },
    submit: { token: 'Create token', endpoint: 'Create endpoint' },
    nameHint: {
      token: 'The program that will use it, so you recognize it later.',
      endpoint: 'The marketplace or offer that will use it.',
    },
    nameMissing: {
      token: 'Enter a name, such as the program that will use it',
      endpoint: 'Enter a name, such as the marketplace or offer',
    },
    created: { token: 'Token “{name}”', endpoint: 'Endpoint “{name}”' },
  },
  end: {
    revoke: 'Revoke',
    one: { token: 'Delete the token {name}', endpoint: 'Revoke the endpoint {name}' },
    title: { token: 'Delete the token “{name}”?', endpoint: 'Revoke the endpoint “{name}”?' },
    hint: {
      token: 'Programs that use it lose access immediately. You can’t undo this.',
      endpoint:
        'Leads sent to its address will be refused immediately, so change the lead destination in the marketplace first. Leads you already received stay.',
    },
    submit: { token: 'Delete token', endpoint: 'Revoke endpoint' },
    done: { token: 'Token deleted.', endpoint: 'Endpoint revoked.' },
    failed: { token: 'Couldn’t delete the token', endpoint: 'Couldn’t revoke the endpoint' },
  },
  token: {
    scopes: 'The token can',
    scopesMissing: 'Choose what the token can do',
    example: 'Try it',
  },
  scope: {
    'leads:read': 'Read leads',
    'leads:write': 'Work on leads',
    'leads:create': 'Create leads',
    'mails:bounces': 'Report bounced email',
  },
  scopeHint: {
    'leads:read': 'List, search, open and export your organization’s leads.',
    'leads:write': 'Accept, decline, edit and close leads. Responses include the lead’s contact details.',
    'leads:create': 'Send new leads to Leadlight.',
    'mails:bounces': 'Tell Leadlight which addresses bounce.',
  },
  endpoint: {
    hint: 'Enter it as the <em>HTTPS endpoint</em> of your offer’s lead destination. Anyone with the address can send leads, so keep it as secret as a password.',
    example: 'Send a lead to try it',
  },
  connectOffer: {
    title: 'How to connect an offer',
    hint: 'A marketplace can send you the leads from an offer as they come in.',
    create: 'Create an endpoint here and copy its address.',
    find: 'In the marketplace, open the offer’s setup and find its lead destination (customer leads).',
    paste:
      'Choose “HTTPS endpoint” as the destination, paste the address and, if the marketplace offers it, validate it.',
    publish: 'Publish the offer. New leads appear in your list automatically.',
  },
  exampleLead: {
    company: 'Example Customer',
    jobTitle: 'Head of IT',
    offer: 'Your offer',
    description: 'A lead to try the endpoint.',
  },
} as const;
