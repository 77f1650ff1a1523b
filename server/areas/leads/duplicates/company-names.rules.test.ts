import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { companyNameOf, companySimilarity } from './company-names.rules.ts';

const words = (name: string | null) => companyNameOf(name).words.join(' ');

describe('LQ-4: a company is told by its name, not by its legal form', () => {
  it.each([
    ['Contoso GmbH', 'contoso'],
    ['CONTOSO, Inc.', 'contoso'],
    ['Contoso Pty. Ltd.', 'contoso'],
    ['Contoso S.A.', 'contoso'],
    ['Contoso S. A. R. L.', 'contoso'],
    ['Contoso A/S', 'contoso'],
    ['Contoso GmbH & Co. KG', 'contoso'],
    ['Contoso und Co. KG', 'contoso'],
    ['Contoso Sp. z o.o.', 'contoso'],
    ['Contoso s.r.o.', 'contoso'],
    ['PT Contoso Tbk', 'contoso'],
    ['ООО Ромашка', 'ромашка'],
    ['株式会社コントソ', 'こんとそ'],
    ['コントソ（株）', 'こんとそ'],
    ['Müller Maschinenbau AG', 'muller maschinenbau'],
    ['Mueller Maschinenbau', 'muller maschinenbau'],
    ['Straßenbau Weiß', 'strasenbau weis'],
    ['AT&T', 'at t'],
    ['J. P. Morgan', 'jp morgan'],
    ['The AG Company', 'the'],
    ['AG', 'ag'],
    ['SAP SE', 'sap'],
    ['Studio Z', 'studio z'],
    ['Café de la Paix SAS', 'cafe de la paix'],
    ['Quendalor GmbH (Germany)', 'qundalor'],
    ['Quendalor GmbH [Deutschland]', 'qundalor'],
    ['Quendalor (UK) Ltd', 'qundalor'],
    ['Quendalor GmbH Deutschland', 'qundalor deutschland'],
    ['ООО Ромашкино', 'ромашкино'],
    ['Ромашкино ООО', 'ромашкино'],
    ['Ромашкино, ООО', 'ромашкино'],
    ['ООО «Ромашкино»', 'ромашкино'],
    ['ТОВ Ромашка', 'ромашка'],
    ['株式会社若草山', '若草山'],
    ['若草山株式会社', '若草山'],
    ['若草山㈱', '若草山'],
    ['한빛나래전자 주식회사', '한빛나래전자'],
    ['(주)한빛나래전자', '한빛나래전자'],
    ['北京云山科技有限公司', '北京云山科技'],
    ['Quendalor S.A. de C.V.', 'qundalor'],
    ['Quendalor S. de R.L. de C.V.', 'qundalor'],
    ['Quendalor Sp. z o. o.', 'qundalor'],
    ['Quendalor Pty Ltd', 'qundalor'],
    ['Quendalor (Pty) Ltd', 'qundalor'],
    ['Quendalor Private Limited', 'qundalor'],
    ['Quendalor Sdn. Bhd.', 'qundalor'],
    ['Quendalor A.Ş.', 'qundalor'],
    ['Quendalor d.o.o.', 'qundalor'],
    ['Quendalor Oy', 'qundalor'],
    ['Quendalor OÜ', 'qundalor'],
    ['Quendalor Kft.', 'qundalor'],
    ['SARL Quendalor', 'qundalor'],
    ['Quendalor e.K.', 'qundalor'],
    ['Quendalor UG (haftungsbeschränkt)', 'qundalor'],
    ['GmbH Quendalor', 'qundalor'],
    ['(Re)new', 're new'],
    ['Quendalor Sp. z o.o. Sp. k.', 'qundalor'],
    ['Quendalor spółka z ograniczoną odpowiedzialnością', 'qundalor'],
    ['Quendalor, spol. s r.o.', 'qundalor'],
    ['Quendalor Unipessoal Lda', 'qundalor'],
    ['Aktiebolaget Quendalor', 'qundalor'],
    ['Oy Quendalor Ab', 'qundalor'],
    ['SIA "Quendalor"', 'qundalor'],
    ['OOO Quendalor', 'qundalor'],
    ['Quendalor San. ve Tic. A.Ş.', 'qundalor'],
    ['Quendalor Sanayi ve Ticaret Limited Şirketi', 'qundalor'],
    ['Quendalor FZ-LLC', 'qundalor'],
    ['Quendalor e. Kfm.', 'qundalor'],
    ['Quendalor i.L.', 'qundalor'],
    ['Quendalor S.r.l. in liquidazione', 'qundalor'],
    ['Quendalor LLC d/b/a Quen', 'qundalor'],
    ['Quendalor Inh. Max Muster', 'qundalor'],
    ['Quendalor Kabushiki Kaisha', 'qundalor'],
    ['https://www.quendalor.com/', 'qundalor'],
    ['Quendalor™ Inc.', 'qundalor'],
    ['Общество с ограниченной ответственностью Ромашкино', 'ромашкино'],
    ['ПрАТ Ромашкіно', 'ромашкіно'],
    ['ТОО Ромашкино', 'ромашкино'],
    ['บริษัท ควนดาลอร์ จำกัด (มหาชน)', 'ควนดาลอร์'],
    ['บจก. ควนดาลอร์', 'ควนดาลอร์'],
    ['شركة كندالور ذ.م.م', 'كندالور'],
    ['שלום בע״מ', 'שלומ'],
    ['შპს კვენდალორი', 'კვენდალორი'],
    ['Քվենդալոր ՍՊԸ', 'քվենդալոր'],
    ['क्वेंडालोर प्राइवेट लिमिटेड', 'क्वेंडालोर'],
    ['CTY TNHH Quendalor', 'qundalor'],
    ['Studio RO', 'studio ro'],
    ['Studio RO GmbH', 'studio ro'],
    ['Team IL', 'team il'],
    ['Team IL GmbH', 'team il'],
    ['Studio KOM', 'studio kom'],
    ['Studio FZ', 'studio fz'],
    ['Team IG', 'team ig'],
    ['No Liquidation', 'no liquidation'],
    ['Liquidation', 'liquidation'],
    ['Kabushiki Kaisha', 'kabushiki kaisha'],
    ['株式会社', '株式会社'],
    ['Quendalor spol s r o', 'qundalor'],
    ['Quendalor, s r.o.', 'qundalor'],
    ['Quendalor kom. spol.', 'qundalor'],
    ['Quendalor FZ LLC', 'qundalor'],
    ['Quendalor GmbH i.L.', 'qundalor'],
    ['Quendalor GmbH iL', 'qundalor'],
    ['Quendalor GmbH in Liquidation', 'qundalor'],
    ['Quendalor GmbH Liquidation', 'qundalor'],
    ['Quendalor in Liquidation', 'qundalor'],
  ])('LQ-4: %s is %s', (name, expected) => {
    expect(words(name)).toBe(expected);
  });

  it.each([null, '', '  ', '-', 'n/a', 'N.A.', 'Private', 'privat', 'Self-employed', 'none', 'Test', 'x'])(
    'LQ-4: %j is no company',
    (name) => {
      expect(companyNameOf(name)).toEqual({ words: [], searchText: null });
    },
  );

  it('LQ-4: what is looked for keeps the letters as they were written', () => {
    expect(companyNameOf('Bäckerei Weiß & Söhne GmbH').searchText).toBe('bäckerei weiß söhne');
  });
});

describe('LQ-4: how alike two company names are', () => {
  const alike = (left: string, right: string) =>
    Math.round(companySimilarity(companyNameOf(left).words, companyNameOf(right).words) * 100);

  it.each([
    ['Contoso GmbH', 'contoso ltd', 100],
    ['Weißbrot Bäckerei', 'Weissbrot Baeckerei', 100],
    ['North Wind Traders', 'Northwind Traders', 100],
    ['Müller Bau', 'Bau Müller', 100],
    ['Northwind Traders', 'Northwind', 88],
    ['Contoso', 'Contosol', 90],
    ['IBM', 'IBN', 50],
    ['Contoso', 'Fabrikam', 0],
  ])('LQ-4: %s and %s: %i of 100', (left, right, expected) => {
    expect(alike(left, right)).toBe(expected);
  });

  it('LQ-4: is the same either way, between 0 and 1, and 1 with itself, whatever the names', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (left, right) => {
        const [one, other] = [companyNameOf(left).words, companyNameOf(right).words];
        const similarity = companySimilarity(one, other);
        expect(companySimilarity(other, one)).toBe(similarity);
        expect(similarity).toBeGreaterThanOrEqual(0);
        expect(similarity).toBeLessThanOrEqual(1);
        if (one.length > 0) expect(companySimilarity(one, one)).toBe(1);
      }),
    );
  });
});
