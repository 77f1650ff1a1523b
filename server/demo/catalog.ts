import type { CallToAction } from '../../contract/leads/lists.ts';
import type { OrganizationKey } from './cast.ts';
import type { Region } from './markets/index.ts';

export interface OfferPlan {
  readonly organization: OrganizationKey;
  readonly key: string;
  readonly title: string;
  readonly summary: string;
  readonly callToAction: CallToAction;
  /** Missing: leads go to the default location. */
  readonly location?: string;
  readonly storefronts: readonly string[];
  readonly tags: readonly string[];
  /** How often customers ask about it. */
  readonly weight: number;
}

export const offers: readonly OfferPlan[] = [
  {
    organization: 'contoso',
    key: 'backup-suite',
    title: 'Contoso Backup Suite',
    summary:
      'Immutable backups of servers, mailboxes and shared drives in a region of your choice, with restore drills every quarter.',
    callToAction: 'ContactMe',
    storefronts: ['AppSource', 'AzureMarketplace'],
    tags: ['Backup', 'Data protection'],
    weight: 10,
  },
  {
    organization: 'contoso',
    key: 'cloud-migration',
    title: 'Cloud Migration Assessment',
    summary:
      'Four weeks, one report: what to move, what to rebuild, what to switch off, and what it will cost to run.',
    callToAction: 'ContactMe',
    location: 'Munich',
    storefronts: ['AppSource', 'AzureMarketplace'],
    tags: ['Cloud migration', 'Consulting'],
    weight: 8,
  },
  {
    organization: 'contoso',
    key: 'factory-monitor',
    title: 'Factory Monitor',
    summary: 'Downtime, energy and vibration of every machine on one screen, whatever make and age it has.',
    callToAction: 'ContactMe',
    location: 'Singapore',
    storefronts: ['AppSource'],
    tags: ['Manufacturing', 'Internet of things'],
    weight: 7,
  },
  {
    organization: 'contoso',
    key: 'insight-dashboards',
    title: 'Insight Dashboards for Retail',
    summary: 'Sales, stock and footfall of all shops by eight in the morning. Free for 30 days.',
    callToAction: 'FreeTrial',
    location: 'Seattle',
    storefronts: ['AppSource'],
    tags: ['Dashboards', 'Retail'],
    weight: 6,
  },
  {
    organization: 'contoso',
    key: 'secure-gateway',
    title: 'Contoso Secure Gateway',
    summary: 'A web gateway that inspects, filters and explains. Try it in a ready-made environment.',
    callToAction: 'TestDrive',
    location: 'Munich',
    storefronts: ['AzureMarketplace', 'AzurePortal'],
    tags: ['Security', 'Networks'],
    weight: 5,
  },
  {
    organization: 'contoso',
    key: 'log-archive',
    title: 'Log Archive',
    summary: 'Keeps the logs of your subscriptions for ten years, searchable and cheap.',
    callToAction: 'GetItNow',
    storefronts: ['AzurePortal', 'AzureMarketplace'],
    tags: ['Logs', 'Compliance'],
    weight: 5,
  },
  {
    organization: 'fabrikam',
    key: '3701c77e-1cfa-4c56-91e6-3ed0b6221450',
    title: 'Fabrikam Field Service',
    summary: 'Plans engineers, parts and job sheets, and works where there is no signal.',
    callToAction: 'ContactMe',
    location: 'London',
    storefronts: ['AppSource'],
    tags: ['Field service', 'Scheduling'],
    weight: 10,
  },
  {
    organization: 'fabrikam',
    key: 'care-scheduler',
    title: 'Care Scheduler',
    summary: 'Matches carers and clients by skills, language and distance, and proves every visit.',
    callToAction: 'ContactMe',
    location: 'Toronto',
    storefronts: ['AppSource', 'AzureMarketplace'],
    tags: ['Scheduling', 'Healthcare'],
    weight: 7,
  },
  {
    organization: 'fabrikam',
    key: 'payroll-connect',
    title: 'Payroll Connect',
    summary: 'Carries hours and expenses into your payroll, in eleven countries. Free for 14 days.',
    callToAction: 'FreeTrial',
    storefronts: ['AppSource'],
    tags: ['Payroll', 'Integration'],
    weight: 5,
  },
  {
    organization: 'fabrikam',
    key: 'document-vault',
    title: 'Document Vault',
    summary: 'Signed, sealed and found again: contracts and certificates with their deadlines.',
    callToAction: 'GetItNow',
    storefronts: ['AzurePortal', 'AzureMarketplace'],
    tags: ['Documents', 'Compliance'],
    weight: 4,
  },
];

export interface ProfilePlan {
  readonly organization: OrganizationKey;
  readonly location: string;
  readonly country: string;
  readonly slug: string;
  readonly displayName: string;
  readonly description: string;
  readonly website: string;
  /** In the partner’s own words. */
  readonly tags: readonly string[];
  /** Codes of the vocabularies of a fresh installation. */
  readonly industries: readonly string[];
  readonly services: readonly string[];
  readonly solutions: readonly string[];
  readonly sizes: readonly string[];
  readonly languages: readonly string[];
  /** On the map of places. */
  readonly place: {
    readonly street: string;
    readonly postalCode: string;
    readonly latitude: number;
    readonly longitude: number;
  };
  readonly contactName: string;
  readonly contactEmail: string;
}

export const profiles: readonly ProfilePlan[] = [
  {
    organization: 'contoso',
    location: 'Seattle',
    country: 'US',
    slug: 'contoso-seattle',
    displayName: 'Contoso',
    description:
      'We keep data safe and put it to work: backup, migration and dashboards for companies with 20 to 2,000 people. Sixty engineers, most of them within a day of your site, and a named contact who stays.',
    website: 'https://contoso.example',
    tags: ['Backup', 'Cloud migration', 'Dashboards', 'Scheduling'],
    industries: ['Professional Services', 'Software and Technology'],
    services: ['Consulting', 'ManagedServices'],
    solutions: ['BackupDisasterRecovery', 'CloudMigration', 'EnterpriseBusinessIntelligence'],
    sizes: ['10to50employees', '51to250employees', '251to1000employees'],
    languages: ['en', 'es'],
    place: { street: '1200 Harbor Avenue', postalCode: '98101', latitude: 47.61, longitude: -122.33 },
    contactName: 'Hannah Cole',
    contactEmail: 'hannah.cole@contoso.example',
  },
  {
    organization: 'contoso',
    location: 'Munich',
    country: 'DE',
    slug: 'contoso-munich',
    displayName: 'Contoso Deutschland',
    description:
      'Wir begleiten Mittelstand und öffentliche Einrichtungen in die Cloud – von der ersten Bestandsaufnahme bis zum Betrieb. Daten bleiben auf Wunsch in Deutschland.',
    website: 'https://contoso.example/de',
    tags: ['Cloud migration', 'Backup', 'Public sector', 'Data protection'],
    industries: ['Government', 'Manufacturing', 'Education'],
    services: ['Consulting', 'DeploymentOrMigration', 'Hosting'],
    solutions: ['CloudMigration', 'BackupDisasterRecovery'],
    sizes: ['51to250employees', '251to1000employees'],
    languages: ['de', 'en'],
    place: { street: 'Isarstraße 12', postalCode: '80331', latitude: 48.14, longitude: 11.58 },
    contactName: 'Katharina Brandl',
    contactEmail: 'referrals.munich@contoso.example',
  },
  {
    organization: 'contoso',
    location: 'Singapore',
    country: 'SG',
    slug: 'contoso-singapore',
    displayName: 'Contoso Asia Pacific',
    description:
      'Connected factories and reliable backups across the region. Our team in Singapore speaks English, Mandarin, Malay and Japanese.',
    website: 'https://contoso.example/sg',
    tags: ['Manufacturing', 'Backup', 'Field service'],
    industries: ['Manufacturing', 'Transportation and Logistics'],
    services: ['Integration', 'ManagedServices'],
    solutions: ['InternetofThings', 'FieldService', 'PredictiveMaintenance'],
    sizes: [],
    languages: ['en', 'zh', 'ms', 'ja'],
    place: { street: '8 Marina Way', postalCode: '018981', latitude: 1.29, longitude: 103.85 },
    contactName: 'Tan Wei Ling',
    contactEmail: 'weiling.tan@contoso.example',
  },
  {
    organization: 'fabrikam',
    location: 'London',
    country: 'GB',
    slug: 'fabrikam-london',
    displayName: 'Fabrikam',
    description:
      'Software for people who work away from a desk: engineers, carers and inspectors. Set up in weeks, supported from London around the clock.',
    website: 'https://fabrikam.example',
    tags: ['Field service', 'Healthcare', 'Manufacturing', 'Public sector'],
    industries: ['Healthcare', 'Manufacturing', 'Skilled Trades'],
    services: ['CustomDevelopment', 'Support', 'Training'],
    solutions: ['FieldService', 'MobileApplications'],
    sizes: ['10to50employees', '51to250employees'],
    languages: ['en'],
    place: { street: '40 Weavers Lane', postalCode: 'SE1 2AA', latitude: 51.51, longitude: -0.13 },
    contactName: 'Amara Singh',
    contactEmail: 'referrals.admin@fabrikam.example',
  },
  {
    organization: 'fabrikam',
    location: 'Toronto',
    country: 'CA',
    slug: 'fabrikam-toronto',
    displayName: 'Fabrikam Canada',
    description:
      'Scheduling and proof of visit for home care and field service, in English and French. Votre équipe, au bon endroit, au bon moment.',
    website: 'https://fabrikam.example/ca',
    tags: ['Scheduling', 'Healthcare', 'Data protection', 'Cloud migration'],
    industries: ['Healthcare', 'Nonprofit'],
    services: ['Consulting', 'Support'],
    solutions: ['FieldService', 'CloudMigration'],
    sizes: [],
    languages: ['en', 'fr'],
    place: { street: '77 Lakeshore Road', postalCode: 'M5V 1A1', latitude: 43.7, longitude: -79.42 },
    contactName: 'Noah Leclerc',
    contactEmail: 'referrals.toronto@fabrikam.example',
  },
];

/** Where the customers of each location come from. */
export const reach: Readonly<Record<string, Readonly<Record<Region, number>>>> = {
  Seattle: { americas: 8, europe: 3, middleEastAfrica: 2, asiaPacific: 2 },
  Munich: { americas: 0.3, europe: 8, middleEastAfrica: 4, asiaPacific: 0.3 },
  Singapore: { americas: 0.2, europe: 0.3, middleEastAfrica: 2, asiaPacific: 9 },
  London: { americas: 0.5, europe: 8, middleEastAfrica: 4, asiaPacific: 2 },
  Toronto: { americas: 9, europe: 1, middleEastAfrica: 0.5, asiaPacific: 0.5 },
};
