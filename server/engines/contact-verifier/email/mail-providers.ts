/**
 * Domains where anyone can have a mailbox and millions do. They are kept here rather than taken from a package, because
 * they overrule every list of disposable domains (CV-1): wide lists carry 163.com and the like by mistake.
 */
export const everydayMailDomains: ReadonlySet<string> = words(`
  gmail.com googlemail.com
  outlook.com outlook.at outlook.be outlook.cl outlook.com.ar outlook.com.au outlook.com.br outlook.com.gr
  outlook.com.tr outlook.com.vn outlook.co.id outlook.co.il outlook.co.nz outlook.co.th outlook.cz outlook.de
  outlook.dk outlook.es outlook.fr outlook.hu outlook.ie outlook.in outlook.it outlook.jp outlook.kr outlook.lv
  outlook.my outlook.ph outlook.pt outlook.sa outlook.sg outlook.sk
  hotmail.com hotmail.at hotmail.be hotmail.ca hotmail.ch hotmail.cl hotmail.co.id hotmail.co.il hotmail.co.jp
  hotmail.co.kr hotmail.co.nz hotmail.co.th hotmail.co.uk hotmail.co.za hotmail.com.ar hotmail.com.au hotmail.com.br
  hotmail.com.tr hotmail.com.tw hotmail.com.vn hotmail.cz hotmail.de hotmail.dk hotmail.es hotmail.fi hotmail.fr
  hotmail.gr hotmail.hu hotmail.it hotmail.my hotmail.nl hotmail.no hotmail.ph hotmail.rs hotmail.se hotmail.sg
  live.com live.at live.be live.ca live.ch live.cl live.cn live.co.kr live.co.uk live.co.za live.com.ar live.com.au
  live.com.mx live.com.my live.com.pt live.com.sg live.de live.dk live.fi live.fr live.hk live.ie live.in live.it
  live.jp live.nl live.no live.ru live.se msn.com passport.com windowslive.com
  yahoo.com yahoo.at yahoo.be yahoo.bg yahoo.ca yahoo.cl yahoo.cn yahoo.co.id yahoo.co.il yahoo.co.in yahoo.co.jp
  yahoo.co.kr yahoo.co.nz yahoo.co.th yahoo.co.uk yahoo.co.za yahoo.com.ar yahoo.com.au yahoo.com.br yahoo.com.cn
  yahoo.com.co yahoo.com.hk yahoo.com.mx yahoo.com.my yahoo.com.pe yahoo.com.ph yahoo.com.sg yahoo.com.tr
  yahoo.com.tw yahoo.com.vn yahoo.cz yahoo.de yahoo.dk yahoo.es yahoo.fi yahoo.fr yahoo.gr yahoo.hu yahoo.ie
  yahoo.in yahoo.it yahoo.jp yahoo.nl yahoo.no yahoo.pl yahoo.pt yahoo.ro yahoo.se ymail.com rocketmail.com
  myyahoo.com aol.com aol.co.uk aol.de aol.fr aol.it aim.com verizon.net att.net sbcglobal.net bellsouth.net
  pacbell.net ameritech.net swbell.net prodigy.net
  icloud.com me.com mac.com
  proton.me protonmail.com protonmail.ch pm.me tutanota.com tutanota.de tuta.com tuta.io tutamail.com keemail.me
  fastmail.com fastmail.fm fastmail.net fastmail.org hey.com zoho.com zoho.eu zoho.in zohomail.com zohomail.eu
  zohomail.in hushmail.com startmail.com mailfence.com runbox.com posteo.de posteo.net mailbox.org kolabnow.com
  disroot.org riseup.net skiff.com onmail.com mail.com email.com usa.com post.com consultant.com engineer.com
  europe.com myself.com inbox.com inbox.lv pobox.com lycos.com excite.com juno.com netzero.net
  comcast.net cox.net charter.net spectrum.net earthlink.net mindspring.com optonline.net optimum.net roadrunner.com
  rr.com windstream.net frontier.com frontiernet.net centurylink.net embarqmail.com q.com tds.net suddenlink.net
  mediacombb.net wowway.com
  rogers.com bell.net sympatico.ca shaw.ca telus.net videotron.ca cogeco.ca eastlink.ca
  gmx.de gmx.net gmx.at gmx.ch gmx.com gmx.us gmx.fr gmx.es gmx.co.uk gmx.eu gmx.org gmx.info gmx.li web.de
  t-online.de freenet.de mail.de email.de arcor.de online.de vodafone.de vodafonemail.de kabelmail.de unitybox.de
  ewe.net ewetel.net netcologne.de magenta.de onlinehome.de
  aon.at chello.at a1.net bluewin.ch hispeed.ch sunrise.ch swissonline.ch
  orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr bbox.fr numericable.fr club-internet.fr cegetel.net
  aliceadsl.fr noos.fr voila.fr telenet.be skynet.be proximus.be scarlet.be voo.be
  libero.it virgilio.it alice.it tin.it tim.it tiscali.it fastwebnet.it poste.it email.it iol.it inwind.it aruba.it
  pec.it legalmail.it
  telefonica.net terra.es ono.com ya.com movistar.es sapo.pt mail.pt clix.pt iol.pt netcabo.pt
  btinternet.com btopenworld.com btconnect.com talktalk.net talk21.com sky.com virginmedia.com virgin.net
  ntlworld.com blueyonder.co.uk tiscali.co.uk plusnet.com o2.co.uk orange.net freeserve.co.uk eircom.net
  ziggo.nl kpnmail.nl kpnplanet.nl planet.nl xs4all.nl home.nl hetnet.nl upcmail.nl casema.nl chello.nl zonnet.nl
  online.no frisurf.no telia.com bredband.net spray.se comhem.se tele2.se jubii.dk mail.dk stofanet.dk
  elisanet.fi kolumbus.fi saunalahti.fi luukku.com suomi24.fi
  wp.pl o2.pl onet.pl onet.eu op.pl vp.pl poczta.onet.pl interia.pl interia.eu poczta.fm gazeta.pl tlen.pl
  seznam.cz email.cz post.cz centrum.cz volny.cz atlas.cz azet.sk centrum.sk zoznam.sk post.sk
  freemail.hu citromail.hu indamail.hu t-online.hu abv.bg mail.bg dir.bg otenet.gr forthnet.gr
  ukr.net i.ua meta.ua bigmir.net tut.by
  mail.ru list.ru bk.ru inbox.ru internet.ru yandex.ru yandex.com yandex.by yandex.kz yandex.ua yandex.net ya.ru
  rambler.ru lenta.ru autorambler.ru myrambler.ru ro.ru narod.ru pochta.ru mail.ua
  walla.co.il walla.com bezeqint.net netvision.net.il 012.net.il mynet.com turk.net ttmail.com superonline.com
  qq.com foxmail.com vip.qq.com 163.com 126.com yeah.net vip.163.com 188.com 139.com 189.cn wo.cn 21cn.com sina.com
  sina.cn vip.sina.com sohu.com tom.com aliyun.com pchome.com.tw hinet.net netvigator.com
  naver.com daum.net hanmail.net kakao.com nate.com empas.com
  docomo.ne.jp ezweb.ne.jp au.com softbank.ne.jp i.softbank.jp ybb.ne.jp nifty.com biglobe.ne.jp so-net.ne.jp
  ocn.ne.jp excite.co.jp
  rediffmail.com indiatimes.com sify.com in.com bsnl.in vsnl.net airtelmail.in singnet.com.sg starhub.net.sg
  pacific.net.sg streamyx.com
  bigpond.com bigpond.net.au optusnet.com.au iinet.net.au tpg.com.au ozemail.com.au westnet.com.au internode.on.net
  dodo.com.au xtra.co.nz slingshot.co.nz orcon.net.nz paradise.net.nz
  uol.com.br bol.com.br terra.com.br ig.com.br globo.com globomail.com oi.com.br r7.com zipmail.com.br
  fibertel.com.ar arnet.com.ar speedy.com.ar ciudad.com.ar prodigy.net.mx telmexmail.com vtr.net cantv.net une.net.co
  webmail.co.za mweb.co.za telkomsa.net vodamail.co.za iafrica.com absamail.co.za ananzi.co.za
`);

/**
 * Services that forward mail to a real mailbox from a name made up for one correspondent. Their owners read that mail,
 * so it is never spam (CV-1). iCloud's Hide My Email and Fastmail's masked addresses use the everyday domains above.
 * Sources: the services' own requests to be removed from lists of disposable domains, and the domains their clients
 * offer.
 */
export const privacyRelayDomains: ReadonlySet<string> = words(`
  duck.com
  mozmail.com relay.firefox.com
  privaterelay.appleid.com
  simplelogin.com simplelogin.co simplelogin.io simplelogin.fr slmail.me slmails.com silomails.com aleeas.com
  8alias.com 8shield.net dralias.com
  passmail.net passmail.com passinbox.com passfwd.com
  addy.io anonaddy.com anonaddy.me addymail.com mailer.me 4wrd.cc
  erine.email opayq.com 33mail.com forwardemail.net improvmx.com
`);

/**
 * Names that people type when they mean a provider, and that lists of disposable domains carry because someone else
 * owns them: a customer's typo is a hint, never spam (CV-1). No company is there either.
 */
export const misspelledProviders: ReadonlySet<string> = words(`
  gmial.com hotmial.com hotmai.com gotmail.com hormails.com gmail.or.at
`);

/** Mistakenly on lists of mail providers: placeholders, companies, universities, and hosts of other people's names. */
export const notMailProviders: ReadonlySet<string> = words(`
  example.com example.net example.org test.com test.de domain.com yourdomain.com mydomain.com www.com name.com null.net
  facebook.com alibaba.com about.com medscape.com space.com discovery.com ancestry.com techspot.com kansascity.com
  casino.com geek.com doityourself.com albawaba.com parrot.com hidemyass.com metacrawler.com ivillage.com
  dailypioneer.com hamptonroads.com looksmart.com homestead.com geocities.com blackplanet.com islamonline.net
  webindia123.com oath.com onmilwaukee.com scubadiving.com swissinfo.org thirdage.com dnsmadeeasy.com aver.com dmv.com
  3ammagazine.com telstra.com singpost.com saudia.com barcelona.com nyc.com games.com theglobe.com
  nus.edu.sg unican.es
  spb.ru msk.ru web.id pp.ua zp.ua za.com f5.si fr.nf dynu.net ddnsfree.com
`);

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
