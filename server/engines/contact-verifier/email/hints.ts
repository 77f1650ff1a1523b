import { parse as parseSuffix } from 'tldts';
import { slipsBetween } from '../../../platform/text/slips.ts';
import { isFreemail } from './known-domains.ts';
import { everydayMailDomains, misspelledProviders, privacyRelayDomains } from './mail-providers.ts';

/**
 * The provider that a domain was probably meant to be (`gmial.com` → `gmail.com`), or null. A hint for people, never a
 * verdict: a company may well own the other name. Accepts any text, even a non-domain (`hotmial.con`), and returns null
 * for every known provider.
 */
export function spellingHint(domain: string): string | null {
  if (domain.length > 64) return null;
  const typed = withDots(domain);
  if (!typed.includes('.')) return providerWithoutDot(typed);
  if (isProvider(typed)) return brokenDot(domain, typed);
  return looksLikeDomain.test(typed) ? nearestProvider(typed) : null;
}

function nearestProvider(typed: string): string | null {
  const dot = typed.indexOf('.');
  const ending = typed.slice(dot + 1);
  const parts = {
    name: typed.slice(0, dot),
    ending,
    endingExists: parseSuffix(`x.${ending}`).isIcann === true,
  };
  // Google issues addresses under no other ending.
  if (parts.name === 'gmail') return 'gmail.com';
  let best: { hint: string; cost: number } | null = null;
  for (const provider of providers) {
    const cost = slipsFrom(parts, provider);
    if (cost !== null && (best === null || cost < best.cost)) best = { hint: provider.domain, cost };
  }
  return best?.hint ?? null;
}

/** `gmail,com`, `gmail com` and `gmail..com` with the intended dot. */
function withDots(domain: string): string {
  return domain
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s,;:.。、，/-]+/gu, (run) => (/[^-]/.test(run) ? '.' : run))
    .replace(/^\.|\.$/g, '');
}

/** The provider that results from repairing the dots; null when nothing was broken. */
function brokenDot(domain: string, mended: string): string | null {
  const isWhole = domain.trim().toLowerCase().replace(/\.$/, '') === mended;
  return !isWhole && everydayMailDomains.has(mended) ? mended : null;
}

/** `gmail` and `gmailcom`: a brand whose ending is missing or merged with it. */
function providerWithoutDot(typed: string): string | null {
  if (brands.has(typed) || typed === 'aol')
    return providers.find(({ name }) => name === typed)?.domain ?? null;
  let best: { hint: string; cost: number } | null = null;
  for (const { domain, name } of providers) {
    const cost = slipsBetween(typed, domain.replaceAll('.', ''), mostSlips);
    const isNear = cost === 0 ? typed.length > 4 : cost === 1 && brands.has(name) && typed.length > 7;
    if (isNear && (best === null || cost < best.cost)) best = { hint: domain, cost };
  }
  return best?.hint ?? null;
}

function isProvider(domain: string): boolean {
  return (isFreemail(domain) && !misspelledProviders.has(domain)) || privacyRelayDomains.has(domain);
}

const looksLikeDomain = /^[a-z0-9-]{1,20}(\.[a-z0-9-]{1,12}){1,2}$/;

/** Ordered by number of users: among equally close ones the first is suggested. */
const suggested = (
  'gmail.com yahoo.com hotmail.com outlook.com icloud.com aol.com live.com msn.com googlemail.com protonmail.com ' +
  'gmx.de web.de t-online.de gmx.net freenet.de gmx.at gmx.ch bluewin.ch hotmail.de yahoo.de outlook.de ' +
  'orange.fr wanadoo.fr free.fr laposte.net hotmail.fr yahoo.fr outlook.fr live.fr sfr.fr ' +
  'hotmail.co.uk yahoo.co.uk btinternet.com live.co.uk virginmedia.com talktalk.net ' +
  'libero.it virgilio.it hotmail.it yahoo.it alice.it hotmail.es yahoo.es ' +
  'uol.com.br bol.com.br terra.com.br yahoo.com.br hotmail.com.br yahoo.com.mx yahoo.com.ar ' +
  'mail.ru yandex.ru rambler.ru seznam.cz interia.pl ' +
  'yahoo.co.in rediffmail.com yahoo.co.jp naver.com hanmail.net 163.com 126.com foxmail.com ' +
  'comcast.net verizon.net sbcglobal.net bellsouth.net bigpond.com optusnet.com.au yahoo.com.au yahoo.ca'
).split(' ');

const providers = suggested.map((domain) => {
  const dot = domain.indexOf('.');
  return { domain, name: domain.slice(0, dot), ending: domain.slice(dot + 1) };
});

/** Distinctive brands: a name one typo away from them is hardly a company. Other names are too close to words. */
const brands = new Set(
  'gmail yahoo hotmail outlook icloud googlemail protonmail t-online btinternet rediffmail bluewin laposte'.split(
    ' ',
  ),
);
/** Endings that exist, but are commonly typed for .com. */
const comSlips = new Set(['co', 'cm', 'om']);

/** With more typos than this, something else was meant. */
const mostSlips = 2;

interface Typed {
  readonly name: string;
  readonly ending: string;
  readonly endingExists: boolean;
}

/** How many typos separate the input from a provider; null when it is too far off to be meant. */
function slipsFrom(typed: Typed, provider: (typeof providers)[number]): number | null {
  const inEnding = endingSlips(typed, provider);
  if (inEnding === null) return null;
  const inName = slipsBetween(typed.name, provider.name, mostSlips);
  const allowed = (provider.name.length >= 7 ? 1 : 0) + (brands.has(provider.name) ? 1 : 0);
  const total = inName + inEnding;
  return inName <= allowed && total > 0 && total <= mostSlips ? total : null;
}

function endingSlips(typed: Typed, provider: (typeof providers)[number]): number | null {
  if (typed.ending === provider.ending) return 0;
  if (brands.has(provider.name) && provider.ending === 'com' && comSlips.has(typed.ending)) return 1;
  // An existing ending was probably intended: web.dk is not web.de.
  if (typed.endingExists) return null;
  return slipsBetween(typed.ending, provider.ending, mostSlips) === 1 ? 1 : null;
}

/**
 * True when the local part names a task rather than a person (RFC 2142, and what companies use in their own languages).
 * A hint: a role address is real, and shared by several people.
 */
export function isRoleAddress(local: string): boolean {
  if (local.length > 64) return false;
  const [name = ''] = local.normalize('NFC').toLowerCase().split('+', 1);
  // info2, info-de, sales.uk, sales_04
  const task = name.replace(/[._-]?(\d{1,4}|(?<=[._-])[a-z]{2})$/, '');
  return roles.has(name) || roles.has(task) || roles.has(name.replace(/[._-]/g, ''));
}

const roles: ReadonlySet<string> = new Set(
  `
  abuse hostmaster info ftp list marketing news noc postmaster root sales security support trouble usenet uucp
  webmaster www
  accounting accounts admin administration administrator all billing booking bookings careers compliance connect
  contact contactus customercare customerservice enquiries enquiry everyone feedback finance frontdesk hello help
  helpdesk hi hr inquiries inquiry invoice invoices it itsupport jobs legal mail mailbox mailerdaemon management
  media mailer newsletter noreply donotreply office operations orders order partner partners payments payroll pr
  press privacy procurement purchasing quotes reception recruiting recruitment registrar reservations returns rfq
  service services shop staff sysadmin team tech technical training welcome
  anfrage anfragen angebot auftrag bestellung bestellungen bewerbung bewerbungen buchhaltung buero büro datenschutz
  dispo edv einkauf empfang finanzen geschaeftsfuehrung geschäftsführung gf karriere kontakt kundendienst
  kundenservice lager leitung mitarbeiter personal post poststelle presse rechnung rechnungen sekretariat vertrieb
  verkauf verwaltung werkstatt zentrale
  accueil achat achats administratif adv bonjour commande commandes commercial comptabilite comptabilité devis direction
  facturation factures rh recrutement secretariat secrétariat serviceclient ventes
  administracion administración atencion atencionalcliente comercial compras contabilidad contacto direccion
  dirección facturacion facturación hola informacion información pedidos proveedores recepcion recepción rrhh soporte
  tienda ventas
  atendimento contato contabilidade financeiro geral fiscal loja orcamento orçamento pedido suporte vendas
  acquisti amministrazione assistenza clienti commerciale contabilita contabilità direzione fatture ordini
  preventivi segreteria ufficio ufficioacquisti vendite
  administratie boekhouding facturen inkoop klantenservice secretariaat verkoop
  biuro faktury handlowy kadry ksiegowosc księgowość marketing oferty sekretariat serwis sklep sprzedaz sprzedaż
  zamowienia zamówienia
  fakturace fakturacia objednavky obchod odbyt podpora prodej predaj servis uctarna účtárna
  iroda info ertekesites értékesítés penzugy pénzügy rendeles ugyfelszolgalat ügyfélszolgálat
  vanzari vânzări comenzi contabilitate achizitii relatii secretariat
  asiakaspalvelu laskutus myynti toimisto bokning ekonomi faktura firmapost forsaljning försäljning
  kundservice kundeservice kundtjanst kundtjänst order ordre postmottak reception salg
  bilgi destek iletisim iletişim muhasebe satis satış satinalma satınalma
  buh buhgalter buhgalteria otdel-prodazh prodazhi reklama sbyt sekretar snab zakaz zakupki
  бухгалтерия закупки заказ инфо контакт офис поддержка почта продажи реклама секретарь
  销售 信息 联系 客服 采购 人事 市场 銷售 聯絡 客服 採購
  営業 問い合わせ お問い合わせ 総務 採用 経理 広報 窓口 소식 문의 영업 인사 총무
  `
    .trim()
    .split(/\s+/),
);
