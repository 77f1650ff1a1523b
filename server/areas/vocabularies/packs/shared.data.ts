import type { PackValue } from './pack.ts';

/** Sizes of customers, as both packs offer them. */
export const customerSizes: readonly PackValue[] = [
  { code: '1to9employees', en: '1 to 9 employees', de: '1 bis 9 Beschäftigte' },
  { code: '10to50employees', en: '10 to 50 employees', de: '10 bis 50 Beschäftigte' },
  { code: '51to250employees', en: '51 to 250 employees', de: '51 bis 250 Beschäftigte' },
  { code: '251to1000employees', en: '251 to 1,000 employees', de: '251 bis 1.000 Beschäftigte' },
  { code: '1001to5000employees', en: '1,001 to 5,000 employees', de: '1.001 bis 5.000 Beschäftigte' },
  { code: '5001to10000employees', en: '5,001 to 10,000 employees', de: '5.001 bis 10.000 Beschäftigte' },
  { code: '10001to20000employees', en: '10,001 to 20,000 employees', de: '10.001 bis 20.000 Beschäftigte' },
  { code: 'Morethan20000employees', en: 'More than 20,000 employees', de: 'Mehr als 20.000 Beschäftigte' },
];

/** Industries of the store, as both packs have them. */
export const storeIndustries: readonly PackValue[] = [
  { code: 'Automotive', en: 'Automotive', de: 'Automobilindustrie' },
  { code: 'Financial Services', en: 'Financial services', de: 'Finanzdienstleistungen' },
  { code: 'Government', en: 'Government', de: 'Öffentliche Verwaltung' },
  {
    code: 'Defense and Intelligence',
    en: 'Defense and intelligence',
    de: 'Verteidigung und Nachrichtendienste',
  },
  { code: 'Healthcare', en: 'Healthcare', de: 'Gesundheitswesen' },
  { code: 'Education', en: 'Education', de: 'Bildung' },
  {
    code: 'Nonprofit and IGO',
    en: 'Nonprofits and IGOs',
    de: 'Gemeinnützige und internationale Organisationen',
  },
  { code: 'Manufacturing', en: 'Manufacturing', de: 'Fertigung' },
  { code: 'Energy', en: 'Energy', de: 'Energie' },
  { code: 'Retail', en: 'Retail', de: 'Handel' },
  { code: 'Media and Communications', en: 'Media and communications', de: 'Medien und Kommunikation' },
  { code: 'Professional Services', en: 'Professional services', de: 'Unternehmensnahe Dienstleistungen' },
  { code: 'Distribution', en: 'Distribution', de: 'Distribution' },
  { code: 'Hospitality and Travel', en: 'Hospitality and travel', de: 'Gastgewerbe und Reisen' },
];

/** Verticals of the store’s industries, as both packs have them. */
export const storeVerticals: readonly PackValue[] = [
  { code: 'Banking', en: 'Banking', de: 'Banken', parent: 'Financial Services' },
  { code: 'Insurance', en: 'Insurance', de: 'Versicherungen', parent: 'Financial Services' },
  { code: 'Capital Markets', en: 'Capital markets', de: 'Kapitalmärkte', parent: 'Financial Services' },
  { code: 'Civilian Government', en: 'Civilian government', de: 'Zivile Verwaltung', parent: 'Government' },
  {
    code: 'Public Safety and Justice',
    en: 'Public safety and justice',
    de: 'Öffentliche Sicherheit und Justiz',
    parent: 'Government',
  },
  { code: 'Health Payor', en: 'Health payors', de: 'Kostenträger', parent: 'Healthcare' },
  { code: 'Health Provider', en: 'Health providers', de: 'Leistungserbringer', parent: 'Healthcare' },
  { code: 'Life Sciences', en: 'Life sciences', de: 'Biowissenschaften', parent: 'Healthcare' },
  { code: 'Higher Education', en: 'Higher education', de: 'Hochschulen', parent: 'Education' },
  {
    code: 'Primary and Secondary/K-12',
    en: 'Primary and secondary schools (K–12)',
    de: 'Schulen',
    parent: 'Education',
  },
  {
    code: 'Libraries and Museums',
    en: 'Libraries and museums',
    de: 'Bibliotheken und Museen',
    parent: 'Education',
  },
  { code: 'Process', en: 'Process manufacturing', de: 'Prozessfertigung', parent: 'Manufacturing' },
  { code: 'Discrete', en: 'Discrete manufacturing', de: 'Stückfertigung', parent: 'Manufacturing' },
  { code: 'Retail', en: 'Retail', de: 'Einzelhandel', parent: 'Retail' },
  { code: 'Consumer Goods', en: 'Consumer goods', de: 'Konsumgüter', parent: 'Retail' },
  {
    code: 'Media and Entertainment',
    en: 'Media and entertainment',
    de: 'Medien und Unterhaltung',
    parent: 'Media and Communications',
  },
  {
    code: 'Telecommunications',
    en: 'Telecommunications',
    de: 'Telekommunikation',
    parent: 'Media and Communications',
  },
  { code: 'Legal', en: 'Legal', de: 'Recht', parent: 'Professional Services' },
  {
    code: 'Architecture and Construction',
    en: 'Architecture and construction',
    de: 'Architektur und Bau',
    parent: 'Professional Services',
  },
  { code: 'Real Estate', en: 'Real estate', de: 'Immobilien', parent: 'Professional Services' },
  { code: 'Wholesale', en: 'Wholesale', de: 'Großhandel', parent: 'Distribution' },
  {
    code: 'Parcel and Package Shipping',
    en: 'Parcel and package shipping',
    de: 'Paketversand',
    parent: 'Distribution',
  },
  {
    code: 'Travel & Transportation',
    en: 'Travel & transportation',
    de: 'Reise und Verkehr',
    parent: 'Hospitality and Travel',
  },
  {
    code: 'Hotels and Leisure',
    en: 'Hotels and leisure',
    de: 'Hotels und Freizeit',
    parent: 'Hospitality and Travel',
  },
  {
    code: 'Restaurants and Food Services',
    en: 'Restaurants and food services',
    de: 'Restaurants und Verpflegung',
    parent: 'Hospitality and Travel',
  },
];

/** Kinds of consulting services. */
export const consultingServiceTypes: readonly PackValue[] = [
  { code: 'Assessment', en: 'Assessment', de: 'Bewertung' },
  { code: 'Briefing', en: 'Briefing', de: 'Informationsgespräch' },
  { code: 'Implementation', en: 'Implementation', de: 'Einführung' },
  { code: 'Proof of concept', en: 'Proof of concept', de: 'Machbarkeitsnachweis' },
  { code: 'Workshop', en: 'Workshop', de: 'Workshop' },
];

/** Industries that both packs have. */
export const sharedIndustries: readonly PackValue[] = [
  { code: 'Education', en: 'Education', de: 'Bildung' },
  { code: 'Financial Services', en: 'Financial services', de: 'Finanzdienstleistungen' },
  { code: 'Government', en: 'Government', de: 'Öffentliche Verwaltung' },
  { code: 'Healthcare', en: 'Healthcare', de: 'Gesundheitswesen' },
  { code: 'Hospitality', en: 'Hospitality', de: 'Gastgewerbe' },
  { code: 'Manufacturing', en: 'Manufacturing', de: 'Fertigung' },
];

/** Services that both packs have. */
export const sharedServices: readonly PackValue[] = [
  { code: 'DeploymentOrMigration', en: 'Deployment or migration', de: 'Bereitstellung oder Migration' },
  { code: 'Hardware', en: 'Hardware', de: 'Hardware' },
  { code: 'Integration', en: 'Integration', de: 'Integration' },
  { code: 'Licensing', en: 'Licensing', de: 'Lizenzierung' },
  { code: 'ManagedServices', en: 'Managed services', de: 'Managed Services' },
  { code: 'ProjectServices', en: 'Project services', de: 'Projektleistungen' },
];

/** Solutions that both packs have. */
export const sharedSolutions: readonly PackValue[] = [
  { code: 'AdvancedAnalytics', en: 'Advanced analytics', de: 'Erweiterte Analysen' },
  { code: 'ApplicationIntegration', en: 'Application integration', de: 'Anwendungsintegration' },
  { code: 'ArtificialIntelligence', en: 'Artificial intelligence', de: 'Künstliche Intelligenz' },
  {
    code: 'BackupDisasterRecovery',
    en: 'Backup and disaster recovery',
    de: 'Datensicherung und Notfallwiederherstellung',
  },
  { code: 'BigData', en: 'Big data', de: 'Big Data' },
  { code: 'Blockchain', en: 'Blockchain', de: 'Blockchain' },
  { code: 'Chatbot', en: 'Chatbots', de: 'Chatbots' },
  { code: 'CloudDatabaseMigration', en: 'Cloud database migration', de: 'Datenbankmigration in die Cloud' },
  { code: 'CloudMigration', en: 'Cloud migration', de: 'Cloud-Migration' },
  { code: 'CloudVoice', en: 'Cloud voice', de: 'Cloud-Telefonie' },
  { code: 'Containers', en: 'Containers', de: 'Container' },
  { code: 'DataWarehouse', en: 'Data warehouses', de: 'Data Warehouses' },
  { code: 'DevOps', en: 'DevOps', de: 'DevOps' },
  { code: 'DigitalMedia', en: 'Digital media', de: 'Digitale Medien' },
  {
    code: 'EnterpriseBusinessIntelligence',
    en: 'Enterprise business intelligence',
    de: 'Business Intelligence im Unternehmen',
  },
  { code: 'HighPerformanceComputing', en: 'High-performance computing', de: 'Hochleistungsrechnen' },
  { code: 'HybridStorage', en: 'Hybrid storage', de: 'Hybrider Speicher' },
  {
    code: 'IdentityandAccessManagement',
    en: 'Identity and access management',
    de: 'Identitäts- und Zugriffsverwaltung',
  },
  { code: 'InformationManagement', en: 'Information management', de: 'Informationsmanagement' },
  { code: 'InternetofThings', en: 'Internet of Things', de: 'Internet der Dinge' },
  { code: 'MachineLearning', en: 'Machine learning', de: 'Maschinelles Lernen' },
  { code: 'Microserviceapplications', en: 'Microservice applications', de: 'Microservice-Anwendungen' },
  { code: 'MobileApplications', en: 'Mobile applications', de: 'Mobile Anwendungen' },
  { code: 'Networking', en: 'Networking', de: 'Netzwerke' },
  {
    code: 'RegulatoryComplianceGDPR',
    en: 'Regulatory compliance and GDPR',
    de: 'Rechtliche Vorgaben und DSGVO',
  },
  { code: 'ServerlessComputing', en: 'Serverless computing', de: 'Serverlose Anwendungen' },
  { code: 'ThreatProtection', en: 'Threat protection', de: 'Schutz vor Bedrohungen' },
  { code: 'WebDevelopment', en: 'Web development', de: 'Webentwicklung' },
];
