import { randomBytes } from 'node:crypto';
import { type Command, Option } from 'commander';
import { type Role, roles } from '../../contract/identity/lists.ts';
import {
  hashPassword,
  listMemberships,
  type PersonRow,
  recordForPerson,
  unscopedFindAccount,
} from '../areas/identity/index.ts';
import { replacePassword } from '../areas/people/index.ts';
import type { Transaction } from '../platform/database/database.ts';
import { StartError } from './runtime.ts';
import * as repo from './setup.repo.ts';
import { inSetup, organizationNamed } from './setup-transaction.ts';

/** `leadlight add person`: an account with a role, or a further role for an account. */
export function registerPerson(add: Command): void {
  add
    .command('person')
    .description(
      'a person with a role; someone who already has an account gets the role, and a new password if nobody has confirmed the address',
    )
    .requiredOption('--email <address>')
    .requiredOption('--name <name>')
    .requiredOption('--organization <name>')
    .addOption(new Option('--role <role>').choices(roles).makeOptionMandatory())
    .option('--location <name>', 'the role holds for this location only')
    .action(addPerson);
}

/** `leadlight set-password`. */
export function registerPasswordCommand(program: Command): void {
  program
    .command('set-password')
    .description('give a person a new password, shown once, and end their sessions and calendar links')
    .requiredOption('--email <address>')
    .action(resetPassword);
}

interface PersonOptions {
  readonly email: string;
  readonly name: string;
  readonly organization: string;
  readonly role: Role;
  readonly location?: string;
}

async function addPerson(options: PersonOptions): Promise<void> {
  if (!/^[^\s@]+@[^\s@]+$/.test(options.email))
    throw new StartError(`“${options.email}” is not an email address.`);
  const sentences = await inSetup(async (tx, at) => {
    const organization = await organizationNamed(tx, options.organization);
    const location = options.location
      ? await repo.findLocationByName(tx, organization.id, options.location)
      : undefined;
    if (options.location && !location)
      throw new StartError(`“${options.organization}” has no location “${options.location}”.`);
    const role = { organizationId: organization.id, role: options.role, locationId: location?.id ?? null };
    const known = await unscopedFindAccount(tx, options.email);
    return known ? addRole(tx, known, role, at) : addAccount(tx, options, role, at);
  });
  console.log(`${options.email} is ${options.role} of “${options.organization}” now.`);
  for (const sentence of sentences) console.log(sentence);
}

type GivenRole = Omit<Parameters<typeof repo.insertMembership>[1], 'personId'>;

async function addAccount(
  tx: Transaction,
  { email, name }: PersonOptions,
  role: GivenRole,
  at: Date,
): Promise<string[]> {
  const password = makePassword();
  const personId = await repo.insertPerson(
    tx,
    { email, name, passwordHash: await hashPassword(password) },
    at,
  );
  await repo.insertMembership(tx, { ...role, personId }, at);
  return [`Password, shown this once: ${password}`];
}

/**
 * Gives the role to the existing account. While its address is unconfirmed, anyone who may invite could have created it
 * with a password of their own, so a further role comes with a new password.
 */
async function addRole(tx: Transaction, person: PersonRow, role: GivenRole, at: Date): Promise<string[]> {
  const before = `The account already existed. It belongs to ${person.name}: ${await describeRoles(tx, person.id)}.`;
  const isNew = await repo.insertMembership(tx, { ...role, personId: person.id }, at);
  if (!isNew) return [before, 'It already had this role; nothing changed.'];
  if (person.email_verified_at) return [before, 'Its address is confirmed; the password stays.'];
  const password = makePassword();
  await replacePassword(tx, person.id, await hashPassword(password), at);
  await notePassword(tx, person, at);
  return [
    before,
    'Nobody has confirmed its address, so somebody else may know its password: it got a new one, and its sessions and calendar links ended.',
    `New password, shown this once: ${password}`,
  ];
}

async function describeRoles(tx: Transaction, personId: string): Promise<string> {
  const held = await listMemberships(tx, personId);
  if (held.length === 0) return 'it belongs to no organization';
  return held.map(({ role, organizationName }) => `${role} of “${organizationName}”`).join(', ');
}

async function resetPassword({ email }: { email: string }): Promise<void> {
  const password = makePassword();
  await inSetup(async (tx, at) => {
    const person = await unscopedFindAccount(tx, email);
    if (!person) throw new StartError(`Nobody has the email address ${email}.`);
    await replacePassword(tx, person.id, await hashPassword(password), at);
    await notePassword(tx, person, at);
  });
  console.log(`New password, shown this once: ${password}`);
}

/** The person at the command line has no account in the installation. */
function notePassword(tx: Transaction, person: PersonRow, at: Date): Promise<void> {
  const entry = { action: 'account.password', leadIds: [], detail: `of ${person.name}`, at } as const;
  const facts = { personId: person.id };
  return recordForPerson(tx, person, { ...entry, facts }, { personId: null, name: 'Command line' });
}

function makePassword(): string {
  return randomBytes(12).toString('base64url');
}
