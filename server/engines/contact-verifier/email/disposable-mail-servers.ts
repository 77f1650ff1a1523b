/**
 * Hosts that accept mail only for disposable domains, by how many such domains named them in October 2026. Operators
 * change their domains daily and their hosts yearly. Hosts that also serve others are left out: forwarding services of
 * registrars and Cloudflare, parked domains, hosters, and everyday mail services.
 */
export const disposableMailHosts: ReadonlySet<string> = new Set(
  `
  wabblywabble.com wallywatts.com generator.email unstablemail.com beavis99.com beavis99.net emailfake.com email-fake.com
  tempm.com email.chatgpt.org.uk smtp.yopmail.com emlhub.com emltmp.com emlpro.com spymail.one dropmail.me freeml.net
  yomail.info cleantempmail.com gravityengine.cc tinyhost.shop casadorock.com mailerhost.net in.mail.tm
  mx.discard.email mx.moakt.com mx.temp-mail.io mx2.temp-mail.io prd-smtp.10minutemail.com papierkorb.me
  mail.mailinator.com mail2.mailinator.com mailnesia.com mx.1secmail.com mx1.icdn.be mx2.den.yt mail.ggez.team
  mx.cse445.com gpa.lu
  `
    .trim()
    .split(/\s+/),
);

/** Addresses of such hosts. Sooner or later an address gets another tenant, so each counts for only two years. */
export const disposableMailAddresses: ReadonlyMap<string, { readonly seen: string }> = new Map(
  `
  78.47.124.133 94.130.108.80 91.196.52.205 116.202.9.167 46.101.111.206 142.132.166.12 188.166.111.252 138.226.240.26
  195.123.189.142 146.190.212.90 146.190.223.124 188.245.74.208 195.201.18.63 13.223.25.84 54.243.117.197
  `
    .trim()
    .split(/\s+/)
    .map((address) => [address, { seen: '2026-10-07' }]),
);

/** Providers of company mail: a domain there that one list calls disposable may well be a company's. */
export const businessMailProviders: ReadonlySet<string> = new Set(
  `
  google.com googlemail.com outlook.com pphosted.com ppe-hosted.com mimecast.com barracudanetworks.com iphmx.com
  messagelabs.com emailsrvr.com zoho.com zoho.eu zoho.in messagingengine.com protonmail.ch secureserver.net ionos.com
  kundenserver.de rzone.de hornetsecurity.com trendmicro.com trendmicro.eu sophos.com amazonaws.com
  `
    .trim()
    .split(/\s+/),
);
