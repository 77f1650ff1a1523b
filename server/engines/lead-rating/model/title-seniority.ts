import { foldLatin } from './fold-latin.ts';

/** The position that a job title names. It says nothing about the person: neither gender nor age. */
export const titleSeniorities = [
  'executive',
  'director',
  'manager',
  'assistant',
  'trainee',
  'other',
] as const;
export type TitleSeniority = (typeof titleSeniorities)[number];

/**
 * Beginnings of words, in lower case without accents; forms for women and men map to the same position. A final space
 * ends the word: `cio ` is not the beginning of “cioccolato”; an asterisk matches any beginning. The first matching
 * group decides: a vice president is not a president, and a product owner owns no company.
 */
const latin: readonly (readonly [TitleSeniority, string])[] = [
  [
    'trainee',
    'student,intern ,internship,trainee,apprentice,praktikant,werkstudent,auszubildend,azubi ,stagiaire,' +
      'etudiant,alternant,apprenti,becari,estudiante,aprendiz,estagiari,tirocinant,stagista ,studente,' +
      'stagiair,leerling,praktykant,stazyst,uczen ,stajyer,ogrenci,harjoittelija,opiskelij,elev ',
  ],
  [
    'assistant',
    'assistant to ,executive assistant,personal assistant,administrative assistant,office assistant,' +
      'secretar,sekretar,sekretaer,assistenz,assistent der ,assistentin der ,assistant de ,assistante de ,' +
      'assistant du ,assistante du ,asistente de ,asistente ejecutiv,assistente di ,assistente da ,' +
      'assistente do ,segretari,directiesecretar,asystent',
  ],
  [
    'manager',
    'product owner,process owner,system owner,data owner,teamleit,gruppenleit,projektleit,schichtleit,' +
      'team leit,projekt leit,projektledare,prosjektleder,projektleder',
  ],
  [
    'director',
    'vice president,vicepresident,vice presiden,vp ,svp ,evp ,avp ,head of ,head ,department head,' +
      '*leiter ,*leiterin ,*leitung ,chef de service,chef de departement,responsable de departement,hoofd ,' +
      'avdelingsleder,avdelningschef,afdelingschef,kierownik dzialu,vedouci oddeleni',
  ],
  [
    'executive',
    'chief ,ceo ,cfo ,cto ,cio ,coo ,cmo ,ciso ,cso ,cdo ,cpo ,cro ,chro ,owner,founder,cofounder,president ,' +
      'proprietor,managing director,managing partner,general manager,executive director,board member,' +
      'geschaftsfuhr,geschaeftsfuehr,inhaber,grunder,gruender,vorstand,prokurist,generaldirekt,' +
      'pdg ,president directeur general,directeur general,directrice generale,gerant ,gerante ,fondat,' +
      'proprietaire,associe gerant,director general,directora general,consejero delegado,consejera delegada,' +
      'fundador,propietari,presidente,socio ,socia ,diretor geral,diretora geral,diretor executivo,' +
      'diretora executiva,proprietari,amministrat,titolare,direttore generale,direttrice generale,' +
      'eigenaar,eigenares,oprichter,algemeen directeur,bestuurder,verkstallande,vd ,agare ,grundare,' +
      'administrerende,daglig leder,ejer ,eier ,toimitusjohtaja,omistaja,perustaja,prezes,wlasciciel,' +
      'zalozyciel,jednatel,majitel,zakladatel,genel mudur,kurucu,sahibi',
  ],
  [
    'director',
    'director,direktor,directeur,directrice,directora,diretor,direttore,direttrice,dyrektor,reditel,' +
      'johtaja,mudur ',
  ],
  [
    'manager',
    'manager,managing,team lead,teamlead,tech lead,lead ,supervisor,foreman,leitend,*chef ,cheffe ,' +
      'responsable,gestionnaire,encargad,gerente,jefe ,jefa ,coordinador,coordinator,koordinator,' +
      'coordenador,gestor,responsabile,capo ,coordinat,teamleider,leidinggevende,afdelingshoofd,leder ,' +
      'ledare,paallikko,esimies,kierownik,menedzer,vedouci,manazer,yonetici,sef ',
  ],
];

/** Scripts without spaces or accents to fold: matched anywhere in the title. */
const other: readonly (readonly [TitleSeniority, readonly string[]])[] = [
  ['trainee', ['学生', '实习', '實習', 'インターン', '인턴', 'студент', 'стажер', 'стажёр', 'φοιτητ']],
  ['executive', ['대표', '代表']],
  ['assistant', ['秘書', '秘书', 'アシスタント', '비서', 'секретар', 'ассистент', 'γραμματέ']],
  [
    'director',
    [
      '副总',
      '副總',
      '部長',
      '本部長',
      '总监',
      '總監',
      '부장',
      '이사',
      'заместитель',
      'директор по',
      'начальник',
    ],
  ],
  [
    'executive',
    [
      '社長',
      '代表取締役',
      '取締役',
      '会長',
      '总经理',
      '總經理',
      '董事',
      '创始人',
      '創始人',
      '대표',
      '사장',
      '회장',
    ].concat([
      'генеральн',
      'директор',
      'владелец',
      'основатель',
      'засновник',
      'власник',
      'διευθύνων',
      'ιδιοκτήτ',
    ]),
  ],
  [
    'manager',
    [
      '課長',
      '係長',
      'マネージャ',
      '经理',
      '經理',
      '主管',
      '과장',
      '팀장',
      '매니저',
      'менеджер',
      'руководител',
      'διευθυντ',
    ],
  ],
];

const needles = latin.map(([seniority, words]) => {
  const list = words.split(',');
  return [seniority, list.map((word) => (word.startsWith('*') ? word.slice(1) : ` ${word}`))] as const;
});

/**
 * The position that a job title names, in some fifteen languages; `other` when it names no known one, as most titles
 * do. null: there is no title.
 */
export function seniorityOf(title: string | null): TitleSeniority | null {
  if (title === null || title.trim() === '') return null;
  const lower = title.normalize('NFKC').toLowerCase();
  const found = other.find(([, words]) => words.some((word) => lower.includes(word)));
  if (found) return found[0];
  const plain = ` ${foldLatin(lower)} `;
  return needles.find(([, words]) => words.some((word) => plain.includes(word)))?.[0] ?? 'other';
}
