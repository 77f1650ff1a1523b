import { inOrder, type Pack, type PackValue } from './pack.ts';
import {
  consultingServiceTypes,
  customerSizes,
  sharedIndustries,
  sharedServices,
  sharedSolutions,
  storeIndustries,
  storeVerticals,
} from './shared.data.ts';

const industries: readonly PackValue[] = [
  {
    code: 'Agriculture, Forestry, & Fishing',
    en: 'Agriculture, forestry & fishing',
    de: 'Land- und Forstwirtschaft, Fischerei',
  },
  { code: 'Communications & Media', en: 'Communications & media', de: 'Kommunikation und Medien' },
  { code: 'Power & Utilities', en: 'Power & utilities', de: 'Energie und Versorgung' },
  {
    code: 'Public Safety and National Security',
    en: 'Public safety and national security',
    de: 'Öffentliche und nationale Sicherheit',
  },
  { code: 'Retail & Consumer Goods', en: 'Retail & consumer goods', de: 'Einzelhandel und Konsumgüter' },
  { code: 'Services', en: 'Services', de: 'Dienstleistungen' },
  { code: 'Travel & Transportation', en: 'Travel & transportation', de: 'Reise und Verkehr' },
  { code: 'Wholesale & Distribution', en: 'Wholesale & distribution', de: 'Großhandel und Distribution' },
];

const products: readonly PackValue[] = [
  { code: 'Azure', en: 'Azure', de: 'Azure' },
  {
    code: 'EnterpriseMobilityAndSecurity',
    en: 'Enterprise Mobility + Security',
    de: 'Enterprise Mobility + Security',
  },
  { code: 'Exchange', en: 'Exchange', de: 'Exchange' },
  { code: 'DeveloperTools', en: 'Developer tools', de: 'Entwicklertools' },
  { code: 'Dynamics365Business', en: 'Dynamics 365 Business', de: 'Dynamics 365 Business' },
  { code: 'Dynamics365Enterprise', en: 'Dynamics 365 Enterprise', de: 'Dynamics 365 Enterprise' },
  { code: 'DynamicsAX,GP,NAV,SL', en: 'Dynamics AX, GP, NAV, SL', de: 'Dynamics AX, GP, NAV, SL' },
  { code: 'Microsoft365', en: 'Microsoft 365', de: 'Microsoft 365' },
  { code: 'Office', en: 'Office', de: 'Office' },
  { code: 'PowerBI', en: 'Power BI', de: 'Power BI' },
  { code: 'Project', en: 'Project', de: 'Project' },
  { code: 'SharePoint', en: 'SharePoint', de: 'SharePoint' },
  { code: 'SkypeForBusiness', en: 'Skype for Business', de: 'Skype for Business' },
  { code: 'Surface', en: 'Surface', de: 'Surface' },
  { code: 'SurfaceHub', en: 'Surface Hub', de: 'Surface Hub' },
  { code: 'SQL', en: 'SQL Server', de: 'SQL Server' },
  { code: 'Teams', en: 'Teams', de: 'Teams' },
  { code: 'Visio', en: 'Visio', de: 'Visio' },
  { code: 'Windows', en: 'Windows', de: 'Windows' },
  { code: 'Yammer', en: 'Yammer', de: 'Yammer' },
];

const services: readonly PackValue[] = [
  {
    code: 'ConsultingAndProfessional',
    en: 'Consulting and professional services',
    de: 'Beratung und Fachdienste',
  },
  { code: 'CustomSolution(ISV)', en: 'Custom solution (ISV)', de: 'Individuelle Lösung (ISV)' },
  {
    code: 'IPServices(ISV)',
    en: 'Services for own software (ISV)',
    de: 'Leistungen für eigene Software (ISV)',
  },
  { code: 'LearningAndCertification', en: 'Learning and certification', de: 'Schulung und Zertifizierung' },
];

const solutions: readonly PackValue[] = [
  {
    code: 'AzureSecurityOperationManagement',
    en: 'Azure security and operations management',
    de: 'Azure-Sicherheits- und Betriebsverwaltung',
  },
  { code: 'AzureStack', en: 'Azure Stack', de: 'Azure Stack' },
  { code: 'CognitiveServices', en: 'Cognitive services', de: 'Kognitive Dienste' },
  {
    code: 'CompetitiveDatabaseMigration',
    en: 'Migration from other databases',
    de: 'Migration von anderen Datenbanken',
  },
  { code: 'DatabaseonLinux', en: 'Databases on Linux', de: 'Datenbanken unter Linux' },
  { code: 'DevelopmentandTest', en: 'Development and test', de: 'Entwicklung und Test' },
  {
    code: 'Dynamics365forCustomerService',
    en: 'Dynamics 365 for Customer Service',
    de: 'Dynamics 365 for Customer Service',
  },
  {
    code: 'Dynamics365forFieldService',
    en: 'Dynamics 365 for Field Service',
    de: 'Dynamics 365 for Field Service',
  },
  {
    code: 'Dynamics365forFinanceOperations',
    en: 'Dynamics 365 for Finance and Operations',
    de: 'Dynamics 365 for Finance and Operations',
  },
  { code: 'Dynamics365forRetail', en: 'Dynamics 365 for Retail', de: 'Dynamics 365 for Retail' },
  { code: 'Dynamics365forSales', en: 'Dynamics 365 for Sales', de: 'Dynamics 365 for Sales' },
  { code: 'Dynamics365forTalent', en: 'Dynamics 365 for Talent', de: 'Dynamics 365 for Talent' },
  { code: 'DynamicsonAzure', en: 'Dynamics on Azure', de: 'Dynamics in Azure' },
  { code: 'Gaming', en: 'Gaming', de: 'Spiele' },
  {
    code: 'MySQLPostgresMigrationtoAzure',
    en: 'Migration of MySQL and Postgres to Azure',
    de: 'Migration von MySQL und Postgres zu Azure',
  },
  { code: 'NoSQLMigration', en: 'NoSQL migration', de: 'NoSQL-Migration' },
  { code: 'RedhatonAzure', en: 'Red Hat on Azure', de: 'Red Hat in Azure' },
  { code: 'SAPonAzure', en: 'SAP on Azure', de: 'SAP in Azure' },
  { code: 'SharepointonAzure', en: 'SharePoint on Azure', de: 'SharePoint in Azure' },
  { code: 'SQLServerUpgrade', en: 'SQL Server upgrade', de: 'SQL-Server-Upgrade' },
];

/** The value sets of the referrals API, word for word, so that its clients are understood (VO-2). */
export const partnerCenterPack: Pack = {
  industries: inOrder([...sharedIndustries, ...industries]),
  products: inOrder(products),
  services: inOrder([...sharedServices, ...services]),
  solutions: inOrder([...sharedSolutions, ...solutions]),
  customerSizes: [
    ...customerSizes,
    { code: '1to50employees', en: '1 to 50 employees', de: '1 bis 50 Beschäftigte', isOffered: false },
    { code: '51to500employees', en: '51 to 500 employees', de: '51 bis 500 Beschäftigte', isOffered: false },
    {
      code: 'Morethan500employees',
      en: 'More than 500 employees',
      de: 'Mehr als 500 Beschäftigte',
      isOffered: false,
    },
  ],
  storeIndustries,
  storeVerticals: [
    ...storeVerticals,
    {
      code: 'Partner Professional Services',
      en: 'Partner professional services',
      de: 'Fachdienste von Partnern',
      parent: 'Professional Services',
    },
  ],
  consultingServiceTypes,
};
