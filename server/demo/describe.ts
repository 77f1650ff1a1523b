import { demoMarketplaceKeys, demoPassword, demoPeople, organizations } from './cast.ts';

/**
 * Who can sign in to the demo and where leads can be posted, as text for a terminal.
 * @param endpointUrl returns the address of the marketplace endpoint with that key
 */
export function describeDemo(endpointUrl: (key: string) => string): string {
  const emailWidth = Math.max(...demoPeople.map(({ email }) => email.length));
  const people = demoPeople.map(
    ({ email, organization, roles }) => `  ${email.padEnd(emailWidth)}  ${organization}: ${roles}`,
  );
  const nameWidth = Math.max(...organizations.map(({ name }) => name.length));
  const endpoints = organizations.map(
    ({ key, name }) => `  ${name.padEnd(nameWidth)}  ${endpointUrl(demoMarketplaceKeys[key])}`,
  );
  return [
    `Demo people, all with the password ${demoPassword}`,
    ...people,
    '',
    'Marketplace endpoints of the demo',
    ...endpoints,
  ].join('\n');
}
