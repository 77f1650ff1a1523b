import { type Command, Option } from 'commander';
import { isCountryCode, toCountryCode } from '../../contract/countries.ts';
import { type CallToAction, callsToAction } from '../../contract/leads/lists.ts';
import { StartError } from './runtime.ts';
import * as repo from './setup.repo.ts';
import { registerPasswordCommand, registerPerson } from './setup-people.ts';
import { inSetup, organizationNamed } from './setup-transaction.ts';

const countryOption = () =>
  new Option('--country <code>', 'ISO 3166-1 alpha-2, such as DE')
    .makeOptionMandatory()
    .argParser(parseCountry);

function parseCountry(said: string): string {
  const code = toCountryCode(said);
  if (!isCountryCode(code))
    throw new StartError(`“${said}” is not a country code (ISO 3166-1 alpha-2, such as DE).`);
  return code;
}

/** `leadlight add …`: organizations, locations, people and offers, for the person who runs the installation. */
export function registerSetupCommands(program: Command): void {
  const add = program.command('add').description('set up organizations, locations, people and offers');
  registerOrganization(add);
  registerLocation(add);
  registerPerson(add);
  registerOffer(add);
  registerPasswordCommand(program);
}

function registerOrganization(add: Command): void {
  add
    .command('organization')
    .description('a partner, or the operator (one per installation), with its default location')
    .requiredOption('--name <name>')
    .addOption(new Option('--kind <kind>').choices(['partner', 'operator']).default('partner'))
    .addOption(countryOption())
    .option('--location <name>', 'name of the default location', 'Head office')
    .option('--publisher <id>', 'publisher id under which it lists offers')
    .action(
      async (options: {
        name: string;
        kind: 'partner' | 'operator';
        country: string;
        location: string;
        publisher?: string;
      }) => {
        await inSetup(async (tx, at) => {
          if (await repo.findOrganizationByName(tx, options.name))
            throw new StartError(`There is already an organization “${options.name}”.`);
          const publisherId = options.publisher?.toLowerCase();
          if (publisherId?.includes('.')) throw new StartError('A publisher id must not contain a dot.');
          await repo.insertOrganization(tx, { ...options, locationName: options.location, publisherId }, at);
        });
        console.log(`Added the ${options.kind} “${options.name}”.`);
      },
    );
}

function registerLocation(add: Command): void {
  add
    .command('location')
    .description('a further location of an organization')
    .requiredOption('--organization <name>')
    .requiredOption('--name <name>')
    .addOption(countryOption())
    .option('--city <name>')
    .action(async (options: { organization: string; name: string; country: string; city?: string }) => {
      await inSetup(async (tx, at) => {
        const organization = await organizationNamed(tx, options.organization);
        await repo.insertLocation(
          tx,
          organization.id,
          { name: options.name, country: options.country, city: options.city ?? null },
          at,
        );
      });
      console.log(`Added the location “${options.name}”.`);
    });
}

interface OfferOptions {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly callToAction: CallToAction;
  readonly tags: readonly string[];
}

const maxTags = 50;

function parseTags(said: string): string[] {
  const tags = said
    .split(',')
    .map((tag) => tag.replace(/\s+/gu, ' ').trim())
    .filter((tag) => tag !== '');
  if (tags.length > maxTags) throw new StartError(`An offer has at most ${maxTags} tags.`);
  return tags;
}

function registerOffer(add: Command): void {
  add
    .command('offer')
    .description('a published offer, shown in all storefronts')
    .requiredOption('--id <publisher.offer>')
    .requiredOption('--title <title>')
    .option('--summary <text>', 'what the public page says', '')
    .option('--tags <words>', 'what it is about, separated by commas', parseTags, [])
    .addOption(new Option('--call-to-action <action>').choices(callsToAction).default('ContactMe'))
    .action(async (options: OfferOptions) => {
      const [publisherId = '', ...rest] = options.id.toLowerCase().split('.');
      const offerKey = rest.join('.');
      if (!offerKey) throw new StartError('Give the id as publisher.offer, such as contoso.backup.');
      await inSetup(async (tx, at) => {
        const publisher = await repo.findPublisher(tx, publisherId);
        if (!publisher)
          throw new StartError(
            `No organization has the publisher id “${publisherId}”; add one with --publisher.`,
          );
        const { title, summary, callToAction, tags } = options;
        await repo.insertOffer(
          tx,
          {
            organizationId: publisher.organization_id,
            publisherId,
            offerKey,
            title,
            summary,
            callToAction,
            tags,
          },
          at,
        );
      });
      console.log(
        `Added the offer ${publisherId}.${offerKey}; its public page is /offers/-/${publisherId}.${offerKey}`,
      );
    });
}
