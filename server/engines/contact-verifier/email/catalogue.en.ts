/** Why an address cannot be a mailbox on the public internet. */
export const english = {
  problems: {
    empty: 'There is no address',
    'too-long': 'The address is longer than the 254 octets that mail allows',
    'bad-text': 'The address contains a character that was damaged on its way',
    'no-at': 'The address has no @',
    'several-at': 'The address has more than one @',
    'no-local': 'There is nothing before the @',
    'quoted-local': 'The part before the @ is in quotation marks; no public mailbox is written that way',
    'local-too-long': 'The part before the @ is longer than 64 octets',
    'local-dots': 'The part before the @ begins or ends with a dot, or has two in a row',
    'local-character': 'The part before the @ contains a character that no mailbox can have',
    'no-domain': 'There is nothing after the @',
    'address-literal': 'There is an IP address after the @, not a domain',
    'domain-too-long': 'The domain is longer than 253 octets, or a part of it longer than 63',
    'domain-dots': 'The domain begins or ends with a dot, or has two in a row',
    'domain-character': 'The domain contains a character that no domain can have',
    'single-label': 'The domain has no dot: it names nothing on the public internet',
    'reserved-domain':
      'The domain is reserved for examples, tests or private networks: no mailbox can exist there',
    'unknown-tld': 'The domain ends in something that is not a top-level domain',
  },
  whole: '{problem}.',
} as const;
