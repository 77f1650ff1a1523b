/**
 * Legal forms by how certain it is that a word is one. Dots, hyphens and accents make no difference; forms of several
 * words are listed by each of their words, or joined if they are single letters (`s. r. o.`, `A/S`).
 */

/** Nothing else: removed wherever they are. */
export const clearForms = `
  aktiengesellschaft aps asbl bhd bvba corporation doo dooel ead eeig eingetragener einzelunternehmen eireli eirl eood epp
  eurl gesellschaft gesmbh ggmbh gmbh haftungsbeschränkt incorporated jdoo jsc kgaa kft limitada limited llc llp lp lllp ltd
  ltda lda mbb mbh nyrt ohg ood oü oyj pjsc plc pllc pbc pte ptr pty pvt qsc saic sagl sapa saoc sapi sarl sasu sdn sicav
  slne slu sldo srl srls spzoo sro tbk uab ulc unlimited vof wll zrt kommanditgesellschaft partg şirketi sirketi anonim
  ооо оао зао пао тов ооод еоод фоп ип чп
  เอกชน مساهمة محدودة المحدودة ذمم شمم شمل בעמ επε ικε μονοπρόσωπη
  aktiebolaget fzco fzllc unipessoal kkt прат зат тоо жшс шпс публ შპს სს სპს ՍՊԸ ՓԲԸ ԲԲԸ บจก บมจ หจก
  प्राइवेट लिमिटेड प्रा लि
`;

/** Forms at the end of a name, if something is left before them. */
export const closingForms = `
  ab ae ag ans as asa bm bt bv ca cc co company corp cv cy da dd ek ehf eg ei et ev fzc fze gbr gie hf inc ks kg kk ky ky lc
  mb me nl npc nv nig oe og oo oy ou pa pc private pt pvba rt rl sa sae sas sc sca scop scrl se sf sia sk sl slp snc soc
  spol cic ад еад
  sp spa spj spk sti tic ug vzw ve zoo ζσα αε οε аао ад ао ат пп
`;

/** Forms before a name. */
export const openingForms = `
  pt cv tov ооо оао зао пао ао ип тов ат пп фоп зат firma fa société societe sté soc sarl eurl ste sa sas sci snc ets
  ab oy sia ooo jsc llc fa ets établissements etablissements cty कंपनी
  công ty cong tnhh cổ phần co phan ud pd شركة مؤسسة บริษัท
`;

/** Words that bind a legal form to a name or to another form: “Meier und Co. KG”, “S.A. de C.V.”. */
export const bindingWords = 'und and et y e i og z de do s in';

/**
 * Words for a company being founded or wound up, after its legal form or “in”: “GmbH i. L.”; without one they may be
 * its name (“Team IL”).
 */
export const endingWords = 'il ig liquidation liquidazione';

/** Forms of several words, and additions after a name: who owns it, and the name under which it trades. */
export const formPhrases =
  /общество с ограниченной ответственностью|акционерное общество|товариство з обмеженою відповідальністю|gesellschaft mit beschränkter haftung|sociedad anónima|sociedad de responsabilidad limitada|sociedade (?:anônima|limitada)|société (?:anonyme|à responsabilité limitée|par actions simplifiée)|società (?:per azioni|a responsabilità limitata)|sp[oó][lł]ka (?:z ograniczon[aą] odpowiedzialno[sś]ci[aą]|akcyjna|komandytowa|jawna)|sp\.? ?z ?o\.? ?o\.? sp\.? ?k\.?|společnost s ručením omezeným|naamloze vennootschap|besloten vennootschap|kabushiki kaisha|godo kaisha|yugen kaisha|san(?:ayi|\.)? ve tic(?:aret|\.)?|e\. ?kfm\.|e\. ?kfr\.|stiftung & co|(?<=\S )(?:spol\.? ?)?s\.? ?r\.? ?o\.?(?=[\s,]*$)|(?<=\S )kom\.? ?spol\.?(?=[\s,]*$)|(?<=\S )fz[- ](?:llc|co)\.?(?=[\s,]*$)|(?<=\S )i\. ?[lg]\.(?=\s*$)|s\.?a\.?s\.? au capital de .*$|(?<=\S )(?:d\/b\/a|dba|t\/a|inh\.|inhaber(?:in)?:?) .*$|(?<=\S )[-–] (?:zweig)?niederlassung .*$/giu;

/** Forms written without a space before or after the name. */
export const attachedForms =
  /股份有限公司|有限责任公司|有限責任公司|有限公司|集团公司|株式会社|有限会社|合同会社|合資会社|合名会社|一般社団法人|一般財団法人|医療法人|주식회사|유한회사|유한책임회사|[(（][株有合주유][)）]|บริษัท|จำกัด|มหาชน|ห้างหุ้นส่วน/gu;

/** Words that many names have, and that therefore distinguish little. */
export const commonWords = `
  services service solutions solution systems system group holding holdings international global consulting consultants
  engineering technologies technology tech technik technologie software digital media industries industrial industry trading
  traders trade enterprises enterprise management partners partner associates logistics logistik transport construction bau
  energy energie medical health care pharma food foods design studio studios center centre zentrum institut institute
  university universität college school hospital klinik clinic hotel restaurant cafe bank insurance versicherung immobilien
  real estate properties marketing communications network networks data cloud it informatik informatique electronics electric
  elektro products produkte manufacturing werke works company gruppe groupe grupo gruppo agency agentur agence brothers sons
  söhne fils hijos world europe deutschland france asia america north south east west city national general first new
`;

/** What people write when there is no company: not a name. */
export const noCompany = `
  na none no nil null private privat privatperson privé particulier particular privato self selfemployed freelance freelancer
  individual personal person test testing unknown company firma unternehmen home student keine kein nothing tbd xxx abc
`;
