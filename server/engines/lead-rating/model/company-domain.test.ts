import { describe, expect, it } from 'vitest';
import { domainFitsCompany } from './company-domain.ts';

describe('LQ-2: whether the address is of the company that was named', () => {
  it.each([
    ['Contoso GmbH & Co. KG', 'contoso.com'],
    ['Contoso Ltd.', 'mail.contoso.co.uk'],
    ['Müller AG', 'mueller.de'],
    ['Müller AG', 'muller.example'],
    ['Müller AG', 'xn--mller-kva.de'],
    ['Adventure Works Cycles', 'adventure-works.com'],
    ['Adventure Works Cycles', 'adventureworkscycles.com'],
    ['Wide World Importers', 'wwi.com'],
    ['Northwind', 'northwindtraders.com'],
    ['Ångström AB', 'aangstroem.se'],
    ['Société Générale', 'societegenerale.fr'],
  ])('%s fits %s', (company, domain) => {
    expect(domainFitsCompany(company, domain)).toBe(true);
  });

  it.each([
    ['Contoso', 'fabrikam.com'],
    ['AB', 'cab.com'],
    ['The Holding Group', 'the-other.com'],
    ['Constructor', 'prototype.com'],
  ])('%s differs from %s', (company, domain) => {
    expect(domainFitsCompany(company, domain)).toBe(false);
  });

  it.each([
    ['株式会社サンプル', 'sample.jp'],
    [null, 'contoso.com'],
    ['Contoso', null],
    ['Contoso', 'not a domain'],
    ['Contoso', 'com'],
    ['', 'contoso.com'],
    ['🦊', 'fox.com'],
  ])('%s and %s cannot be compared', (company, domain) => {
    expect(domainFitsCompany(company, domain)).toBeNull();
  });
});
