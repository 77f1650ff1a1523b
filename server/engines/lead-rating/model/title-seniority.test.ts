import { describe, expect, it } from 'vitest';
import { seniorityOf, type TitleSeniority } from './title-seniority.ts';

describe('LQ-3: a job title counts by the position it names', () => {
  const cases: readonly (readonly [TitleSeniority, readonly string[]])[] = [
    [
      'executive',
      [
        'CEO',
        'Chief Technology Officer',
        'Co-Founder & CTO',
        'Owner',
        'Managing Director',
        'Geschäftsführer',
        'Geschäftsführerin',
        'Inhaberin',
        'Président Directeur Général',
        'PDG',
        'Gérante',
        'Director General',
        'Amministratore delegato',
        'Diretora Geral',
        'Eigenaar',
        'Verkställande direktör',
        'Toimitusjohtaja',
        'Prezes zarządu',
        'Jednatel',
        'Genel Müdür',
        '代表取締役',
        '总经理',
        '대표이사',
        'Генеральный директор',
      ],
    ],
    [
      'director',
      [
        'Vice President Sales',
        'VP of Engineering',
        'Head of IT',
        'IT Director',
        'Direktorin',
        'Directrice marketing',
        'Leiter Vertrieb',
        'Vertriebsleiterin',
        'Direttore commerciale',
        'Dyrektor IT',
        '部長',
        '总监',
      ],
    ],
    [
      'manager',
      [
        'IT Manager',
        'Product Owner',
        'Team Lead',
        'Projektleiterin',
        'Teamleiter',
        'Chef de projet',
        'Responsable informatique',
        'Gerente de TI',
        'Jefa de compras',
        'Coordinadora',
        'Responsabile acquisti',
        'Kierownik projektu',
        '課長',
        '项目经理',
        'Менеджер',
      ],
    ],
    [
      'assistant',
      [
        'Executive Assistant',
        'Assistant to the CEO',
        'Assistentin der Geschäftsführung',
        'Assistante de direction',
        'Secretary',
        'Segretaria',
      ],
    ],
    [
      'trainee',
      [
        'Student',
        'Software Engineering Intern',
        'Werkstudentin',
        'Praktikant',
        'Stagiaire',
        'Becaria',
        'Tirocinante',
        '学生',
      ],
    ],
    [
      'other',
      [
        'Software Engineer',
        'Consultant',
        'Internal Auditor',
        'Account Executive',
        'HR Business Partner',
        'Buchhalterin',
        'Ingénieur',
        '工程師',
        '¯\\_(ツ)_/¯',
      ],
    ],
  ];
  it.each(cases.flatMap(([seniority, titles]) => titles.map((title) => [title, seniority] as const)))(
    '%s: %s',
    (title, seniority) => {
      expect(seniorityOf(title)).toBe(seniority);
    },
  );

  it.each([null, '', '  '])('no title (%j) is no position', (title) => {
    expect(seniorityOf(title)).toBeNull();
  });

  it.each([
    ['Direktor', 'Direktorin'],
    ['Directeur', 'Directrice'],
    ['Gérant', 'Gérante'],
    ['Director', 'Directora'],
    ['Praktikant', 'Praktikantin'],
    ['Inhaber', 'Inhaberin'],
    ['Jefe', 'Jefa'],
    ['Diretor', 'Diretora'],
    ['Assistent der Leitung', 'Assistentin der Leitung'],
  ])('LQ-3: no gender is told: %s and %s are the same', (one, other) => {
    expect(seniorityOf(one)).toBe(seniorityOf(other));
    expect(seniorityOf(one)).not.toBe('other');
  });
});
