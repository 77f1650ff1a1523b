import { describe, expect, it } from 'vitest';
import { languages } from '../../../../contract/languages/lists.ts';
import { keyOfCode } from '../../../../contract/vocabularies/codes.ts';
import { vocabularyNames, vocabularyPacks } from '../../../../contract/vocabularies/lists.ts';
import { newVocabularyValue } from '../../../../contract/vocabularies/vocabularies.ts';
import type { PackValue } from './pack.ts';
import { packs } from './packs.ts';

const codesOf = (values: readonly PackValue[]) => values.map(({ code }) => code).sort();
const words = (text: string) => text.trim().split(/\s+/).sort();
const lines = (text: string) =>
  text
    .trim()
    .split(/\s*·\s*/)
    .sort();

describe('VO-2 the pack partner-center has the codes of the referrals API word for word', () => {
  const { industries, products, services, solutions, customerSizes, ...further } = packs['partner-center'];

  it('of industries', () => {
    expect(codesOf(industries)).toEqual(
      lines(
        `Agriculture, Forestry, & Fishing · Communications & Media · Education · Financial Services · Government ·
        Healthcare · Hospitality · Manufacturing · Power & Utilities · Public Safety and National Security ·
        Retail & Consumer Goods · Services · Travel & Transportation · Wholesale & Distribution`,
      ),
    );
  });

  it('of products and services', () => {
    expect(codesOf(products)).toEqual(
      words(
        `Azure EnterpriseMobilityAndSecurity Exchange DeveloperTools Dynamics365Business Dynamics365Enterprise
        DynamicsAX,GP,NAV,SL Microsoft365 Office PowerBI Project SharePoint SkypeForBusiness Surface SurfaceHub SQL
        Teams Visio Windows Yammer`,
      ),
    );
    expect(codesOf(services)).toEqual(
      words(
        `ConsultingAndProfessional CustomSolution(ISV) DeploymentOrMigration Hardware Integration IPServices(ISV)
        LearningAndCertification Licensing ManagedServices ProjectServices`,
      ),
    );
  });

  it('of solutions', () => {
    expect(codesOf(solutions)).toEqual(
      words(
        `AdvancedAnalytics ApplicationIntegration ArtificialIntelligence AzureSecurityOperationManagement AzureStack
        BackupDisasterRecovery BigData Blockchain Chatbot CloudDatabaseMigration CloudMigration CloudVoice
        CognitiveServices CompetitiveDatabaseMigration Containers DataWarehouse DatabaseonLinux DevelopmentandTest
        DevOps DigitalMedia Dynamics365forCustomerService Dynamics365forFieldService
        Dynamics365forFinanceOperations Dynamics365forRetail Dynamics365forSales Dynamics365forTalent
        DynamicsonAzure EnterpriseBusinessIntelligence Gaming HighPerformanceComputing HybridStorage
        IdentityandAccessManagement InformationManagement InternetofThings MachineLearning Microserviceapplications
        MobileApplications MySQLPostgresMigrationtoAzure Networking NoSQLMigration RedhatonAzure
        RegulatoryComplianceGDPR SAPonAzure ServerlessComputing SharepointonAzure SQLServerUpgrade ThreatProtection
        WebDevelopment`,
      ),
    );
  });

  it('of customer sizes: eight that are offered in order, and three coarse ones that are not', () => {
    const offered = customerSizes.filter(({ isOffered = true }) => isOffered).map(({ code }) => code);
    expect(offered).toEqual([
      '1to9employees',
      '10to50employees',
      '51to250employees',
      '251to1000employees',
      '1001to5000employees',
      '5001to10000employees',
      '10001to20000employees',
      'Morethan20000employees',
    ]);
    expect(codesOf(customerSizes.filter(({ isOffered }) => isOffered === false))).toEqual(
      words('1to50employees 51to500employees Morethan500employees'),
    );
  });

  it('of the store: industries with their verticals, and kinds of consulting services', () => {
    const withVerticals = further.storeIndustries.map(({ code }) => {
      const own = codesOf(further.storeVerticals.filter(({ parent }) => parent === code));
      return own.length === 0 ? code : `${code} (${own.join(', ')})`;
    });
    expect(withVerticals).toEqual([
      'Automotive',
      'Financial Services (Banking, Capital Markets, Insurance)',
      'Government (Civilian Government, Public Safety and Justice)',
      'Defense and Intelligence',
      'Healthcare (Health Payor, Health Provider, Life Sciences)',
      'Education (Higher Education, Libraries and Museums, Primary and Secondary/K-12)',
      'Nonprofit and IGO',
      'Manufacturing (Discrete, Process)',
      'Energy',
      'Retail (Consumer Goods, Retail)',
      'Media and Communications (Media and Entertainment, Telecommunications)',
      'Professional Services (Architecture and Construction, Legal, Partner Professional Services, Real Estate)',
      'Distribution (Parcel and Package Shipping, Wholesale)',
      'Hospitality and Travel (Hotels and Leisure, Restaurants and Food Services, Travel & Transportation)',
    ]);
    expect(further.consultingServiceTypes.map(({ code }) => code)).toEqual([
      'Assessment',
      'Briefing',
      'Implementation',
      'Proof of concept',
      'Workshop',
    ]);
  });
});

const everyList = vocabularyPacks.flatMap((pack) =>
  vocabularyNames.map((name) => [pack, name, packs[pack][name]] as const),
);

describe('VO-2 every pack', () => {
  it.each(everyList)(
    '%s, %s: has values whose codes and labels the API would take, each once',
    (_pack, _name, values) => {
      expect(values.length).toBeGreaterThan(0);
      for (const { isOffered: _, parent, code, ...labels } of values) {
        expect(newVocabularyValue.safeParse({ code, labels, parent }).error, code).toBeUndefined();
        expect(Object.keys(labels).sort(), code).toEqual([...languages].sort());
      }
      expect(new Set(values.map(({ code }) => keyOfCode(code))).size).toBe(values.length);
      for (const language of languages)
        expect(new Set(values.map((value) => value[language])).size, language).toBe(values.length);
    },
  );

  it.each(vocabularyPacks)('%s: its verticals belong to its industries', (pack) => {
    const industries = new Set(packs[pack].storeIndustries.map(({ code }) => code));
    for (const { code, parent = '' } of packs[pack].storeVerticals)
      expect(industries, code).toContain(parent);
  });

  it('has the code and the labels of the other pack for what both have', () => {
    for (const name of vocabularyNames) {
      const others = new Map(packs['partner-center'][name].map((value) => [keyOfCode(value.code), value]));
      for (const value of packs.neutral[name]) {
        const other = others.get(keyOfCode(value.code));
        if (other) expect(value).toEqual(other);
      }
    }
  });

  it('neutral: names no vendor', () => {
    const text = JSON.stringify(packs.neutral);
    expect(text).not.toMatch(
      /azure|dynamics|microsoft|office ?365|sharepoint|power ?bi|sap|oracle|red ?hat|google|aws/i,
    );
  });
});
