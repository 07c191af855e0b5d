/** Swedish. */
import type { LetterMessages, MailMessages, PageMessages } from './messages.ts';

export const svMail: MailMessages = {
  'mail.sender': '{office} skickar det här mejlet till dig på uppdrag av {controller}.',
  'mail.why': 'Du får det här mejlet eftersom dina inställningar tillåter reklammejl från {office}.',
  'mail.unsubscribe': 'Avsluta prenumerationen',
  'mail.preferences': 'Ändra dina inställningar',
  'mail.policy': 'Integritetspolicy',
  'mail.address': 'Postadress',

  'notice.safety': 'Du får det här meddelandet eftersom det gäller din säkerhet när du använder telefonen.',
  'notice.security':
    'Du får det här meddelandet eftersom det gäller skyddet av din telefon och dina uppgifter.',
  'notice.terms': 'Du får det här meddelandet eftersom villkor eller regler som gäller för dig ändras.',
  'notice.service':
    'Du får det här meddelandet eftersom det gäller en produkt, en tjänst eller ett konto som du använder.',
  'notice.choices': 'Dina val om reklam är oförändrade och påverkar inte meddelandet.',
  'notice.reference': 'Referens: {reference}',
  'notice.read': 'Läs det här meddelandet online',
  'notice.acknowledge': 'Bekräfta att du har läst detta',
  'notice.accept': 'Läs och godkänn',
};

export const svLetter: LetterMessages = {
  'letter.confirm.subject': 'Bekräfta: mejl från {office}',
  'letter.confirm.intro': 'Den {date} bad någon om att få reklammejl från {office} till den här adressen.',
  'letter.confirm.action': 'Om det var du, bekräfta det här:',
  'letter.confirm.button': 'Bekräfta',
  'letter.confirm.ignore':
    'Om det inte var du behöver du inte göra något: utan bekräftelse skickas inga reklammejl. Länken gäller till den {date}.',
  'letter.result.subject': 'Ditt val är registrerat',
  'letter.result.email.granted': 'Den {date} tillät du reklammejl från {office}.',
  'letter.result.email.denied': 'Den {date} tackade du nej till reklammejl från {office}. Inga fler skickas.',
  'letter.result.push.granted': 'Den {date} tillät du reklamaviseringar från {office}.',
  'letter.result.push.denied':
    'Den {date} tackade du nej till reklamaviseringar från {office}. Inga fler visas.',
  'letter.result.change': 'Du kan när som helst se och ändra dina val:',
  'letter.why':
    'Du får det här meddelandet eftersom ett val om reklam har gjorts för dig. Det innehåller ingen reklam.',
};

export const svPage: PageMessages = {
  'page.sender': 'En sida från {office}, på uppdrag av {controller}.',
  'page.controller': 'En sida från {controller}.',

  'unsubscribe.question': 'Vill du sluta få reklammejl från {office}?',
  'unsubscribe.stops': 'Det här upphör',
  'unsubscribe.stops.detail':
    'Alla reklammejl från {office}, genast och även från kampanjer som redan pågår.',
  'unsubscribe.continues': 'Det här fortsätter',
  'unsubscribe.continues.detail':
    'Meddelanden om telefonens säkerhet, viktiga säkerhetsuppdateringar och ändrade villkor. De innehåller ingen reklam.',
  'unsubscribe.button': 'Sluta få reklammejl',
  'unsubscribe.pending': 'Ingenting ändras förrän du trycker på knappen.',

  'done.title': 'Prenumerationen är avslutad',
  'done.detail': '{office} skickar inga fler reklammejl till dig. Det gäller från och med nu.',
  'already.title': 'Prenumerationen var redan avslutad',
  'already.detail': '{office} skickar inga reklammejl till dig.',

  'damaged.title': 'Länken fungerar inte',
  'damaged.detail': 'En del av länken saknas eller har ändrats. Ingenting har ändrats i dina inställningar.',
  'damaged.advice': 'Öppna länken i mejlet igen, eller kopiera hela länken till adressfältet.',

  'sample.title': 'Det här är ett exempel',
  'sample.detail':
    'Länken kommer från en förhandsvisning eller ett testmeddelande. Den tillhör ingen och ändrar ingenting.',

  'error.title': 'Det gick inte',
  'error.detail': 'Ditt val kunde inte sparas. Försök igen om några minuter.',
  'error.button': 'Försök igen',

  'page.language': 'Språk',

  'unsubscribe.topic': 'Eller bara det här ämnet',
  'unsubscribe.topic.detail': 'Stänger av ”{topic}” i både mejl och aviseringar. Övriga ämnen fortsätter.',
  'unsubscribe.topic.button': 'Stäng bara av ”{topic}”',
  'unsubscribe.centre': 'Se och ändra alla dina val',

  'undo.detail':
    'Blev det fel? Om du trycker på ”Ångra” samtycker du till att {office} skickar reklammejl till dig igen.',
  'undo.topic.detail': 'Blev det fel? ”Ångra” slår på ämnet igen.',
  'undo.button': 'Ångra',
  'undone.title': 'Reklammejl är tillåtna igen',
  'undone.detail': '{office} får skicka reklammejl till dig igen. Du kan när som helst återkalla detta.',
  'undone.topic.title': 'Ämnet är på igen',
  'undone.topic.detail': '{office} får skriva till dig om ”{topic}” igen där du tillåter reklam.',
  'topic-done.title': 'Det här ämnet är avstängt',
  'topic-done.detail': '{office} skickar inget mer till dig om ”{topic}”. Övriga ämnen fortsätter.',

  'topic.news': 'Nyheter',
  'topic.offers': 'Erbjudanden',
  'topic.articles': 'Artiklar',
  'topic.recommendations': 'Rekommendationer',

  'centre.title': 'Dina val',
  'centre.intro': 'Här bestämmer du vad {office} får skicka till dig. Du kan när som helst ändra dig.',
  'centre.address': 'De här valen gäller {address}.',
  'centre.readonly': 'Det här är en vy för personalen på {office}. Ingenting kan ändras här.',
  'centre.marketing': 'Reklam',
  'centre.email': 'Mejl',
  'centre.email.detail':
    'Jag samtycker till att {office}, på uppdrag av {controller}, skickar nyheter och erbjudanden till mig via mejl. Jag kan när som helst återkalla mitt samtycke.',
  'centre.push': 'Aviseringar',
  'centre.push.detail':
    'Jag samtycker till att {office}, på uppdrag av {controller}, visar nyheter och erbjudanden för mig som aviseringar på {count, plural, one {min telefon} other {mina # telefoner}}. Jag kan när som helst återkalla mitt samtycke.',
  'centre.topics': 'Ämnen',
  'centre.topics.detail': 'Ett ämne som är avstängt skickas inte alls, varken som mejl eller avisering.',
  'centre.personal': 'Personligt innehåll och produktförbättring',
  'centre.profiling': 'Innehåll som passar mina intressen',
  'centre.profiling.detail':
    'Jag samtycker till att {office} väljer ut och formulerar reklam för mig utifrån mina intressen och mina telefonmodeller. Annars får jag samma texter som alla andra.',
  'centre.diagnostics': 'Diagnostik',
  'centre.diagnostics.detail':
    'Jag samtycker till att {count, plural, one {min telefon} other {mina # telefoner}} skickar tekniska data om användning och fel till {controller}. De används i sammanställd form för att förbättra produkter, aldrig för reklam.',
  'centre.language.detail': 'Vi skriver till dig på det här språket när vi kan.',
  'centre.save': 'Spara valen',
  'centre.refuse': 'Tacka nej till all reklam',
  'centre.refuse.detail': 'Stänger av reklammejl och reklamaviseringar, genast och för gott.',
  'centre.saved': 'Dina val är sparade och gäller från och med nu.',
  'centre.unchanged': 'Ingenting ändrades: dina val är som du ser dem här.',
  'centre.refused': 'All reklam från {office} är avstängd från och med nu.',
  'centre.conflict':
    'Dina val ändrades på ett annat ställe under tiden. Det du stängde av är avstängt. Det du slog på sparades inte: titta igenom dina val och spara igen.',
  'centre.pending':
    'Ett steg till: öppna mejlet som vi skickar till {address} och bekräfta där. Tills dess skickas inga reklammejl.',
  'centre.limit':
    'Flera bekräftelsemejl har skickats till {address} i dag. Titta i din inkorg, eller försök igen i morgon.',
  'centre.gpc':
    'Din webbläsare ber om att du inte ska profileras (Global Privacy Control). Vi har registrerat det som ett nej från dig, och det här valet är avstängt så länge webbläsaren ber om det.',

  'state.until': 'Ditt samtycke gäller till den {date}.',
  'state.expired': 'Ditt samtycke upphörde den {date}.',
  'state.pending': 'Väntar på att du bekräftar via mejl.',
  'state.implied': 'På eftersom du tidigare har köpt eller frågat om något. Du kan när som helst tacka nej.',
  'state.default': 'På eftersom du inte har tackat nej. Du kan när som helst tacka nej.',
  'state.undeliverable': 'Mejl till den här adressen har kommit i retur, så inga skickas.',
  'state.complained': 'Du har anmält ett mejl som skräppost, så inga reklammejl skickas.',

  'history.title': 'Dina val hittills',
  'history.empty': 'Inga val har registrerats än.',
  'history.older': '{count, plural, one {# äldre post} other {# äldre poster}} visas inte här.',
  'history.granted': 'Tillåtet',
  'history.accepted': 'Godkänt',
  'history.denied': 'Nekat',
  'history.pending': 'Väntar på bekräftelse',
  'purpose.email': 'Reklammejl',
  'purpose.push': 'Reklamaviseringar',
  'purpose.sms': 'Sms',
  'purpose.topic': 'Ämne: {topic}',
  'purpose.profiling': 'Innehåll efter intressen',
  'purpose.diagnostics': 'Diagnostik',
  'purpose.terms': 'Villkor eller riktlinjer, version {version}',
  'source.setup-wizard': 'När telefonen ställdes in',
  'source.app': 'App i telefonen',
  'source.settings': 'Telefonens inställningar',
  'source.account': 'Kontot',
  'source.link': 'Sida via en länk i ett mejl',
  'source.one-click': 'Mejlprogrammets avregistreringsknapp',
  'source.import': 'Tidigare uppgifter',
  'source.staff': 'Vår personal, på din begäran',
  'source.system': 'Automatiskt',
  'source.merge': 'När en telefon kopplades till kontot',
  'source.gpc': 'Webbläsarens signal (Global Privacy Control)',

  'confirm.question': 'Vill du tillåta reklammejl från {office}?',
  'confirm.detail':
    'Någon har bett om reklammejl till {address}. Om du trycker på knappen samtycker du till att {office}, på uppdrag av {controller}, skickar nyheter och erbjudanden till dig via mejl. Du kan när som helst återkalla detta.',
  'confirm.button': 'Ja, tillåt reklammejl',
  'confirm.ignore':
    'Om det inte var du som bad om detta kan du bara stänga sidan: inga reklammejl kommer att skickas.',
  'confirm.done.title': 'Reklammejl är tillåtna',
  'confirm.done.detail':
    'Från och med nu får {office} skicka reklammejl till dig. Du kan när som helst återkalla detta.',
  'confirm.already.title': 'Det här är redan bekräftat',
  'confirm.already.detail': 'Du tillät reklammejl från {office} den {date}. Du behöver inte göra något mer.',
  'confirm.expired.title': 'Bekräftelsen kom för sent',
  'confirm.expired.detail':
    'Länken gällde till den {date}. Inga reklammejl skickas. Om du fortfarande vill ha dem kan vi skicka ett nytt bekräftelsemejl till dig.',
  'confirm.resend.button': 'Skicka ett nytt mejl',
  'confirm.resent.title': 'Ett nytt mejl är på väg',
  'confirm.resent.detail':
    'Vi skickar det till {address}. Länken i mejlet gäller i {count, plural, one {# dag} other {# dagar}}.',
  'confirm.refused.title': 'Reklammejl är avstängda',
  'confirm.refused.detail':
    'Den här länken gäller inte längre, eftersom någon tackade nej till reklammejl efter att den skickades. Du kan tillåta dem igen bland dina val.',

  'reconfirm.question': 'Får {office} fortsätta att skicka reklammejl till dig?',
  'reconfirm.detail':
    'Ditt samtycke upphör den {date}. Om du trycker på knappen samtycker du till att {office}, på uppdrag av {controller}, fortsätter att skicka nyheter och erbjudanden till dig via mejl. Annars upphör de av sig själva. Du kan när som helst återkalla detta.',
  'reconfirm.late':
    'Ditt samtycke upphörde den {date}. Om du trycker på knappen samtycker du till att {office}, på uppdrag av {controller}, skickar nyheter och erbjudanden till dig via mejl igen. Du kan när som helst återkalla detta.',
  'reconfirm.button': 'Ja, fortsätt',
  'reconfirm.done.title': 'Ditt samtycke är förnyat',
  'reconfirm.done.detail': 'Det gäller till den {date}. Du kan när som helst återkalla det.',

  'receipt.title': 'Samtyckeskvitto',
  'receipt.issued': 'Utfärdat den {date}',
  'receipt.number': 'Kvittonummer',
  'receipt.controller': 'Personuppgiftsansvarig',
  'receipt.office': 'Lokalt kontor',
  'receipt.policy': 'Integritetspolicy, version {version}',
  'receipt.now': 'Det här gäller nu',
  'receipt.on': 'På',
  'receipt.off': 'Av',
  'receipt.rights': 'Dina rättigheter',
  'receipt.rights.detail':
    'Du kan när som helst återkalla varje samtycke: i telefonens inställningar, i ditt konto eller via länken i varje reklammejl. Du kan också begära att få tillgång till dina uppgifter och att få dem rättade eller raderade.',
  'receipt.proof': 'Bevis',
  'receipt.proof.intact':
    'Registret är fullständigt: varje post bär det digitala fingeravtrycket av posten före.',
  'receipt.proof.broken': 'Registret är skadat vid post {entry}. Kontakta oss.',

  'notice.why': 'Varför du får detta',
  'notice.released': 'Publicerat den {date}',
  'notice.fallback': 'Det finns ingen text på ditt språk. Den visas på detta språk: {language}',
  'notice.erased': 'Inget är längre sparat om dig. Detta är texten som skickades till alla.',
  'notice.stopped': 'Det här meddelandet har dragits tillbaka. Följ det inte längre.',
  'notice.superseded': 'Det här meddelandet har ersatts av ett nyare.',
  'notice.newer': 'Läs det nyare meddelandet',
  'notice.acknowledge.button': 'Jag har läst detta',
  'notice.accept.detail':
    'Om du trycker på knappen godkänner du version {version} av de villkor eller riktlinjer som meddelandet handlar om.',
  'notice.accept.button': 'Jag godkänner',
  'notice.renew':
    'Du kan också förnya dessa samtycken enligt den nya versionen. Det du inte kryssar i förblir som det är.',
  'notice.acknowledged': 'Den {date} bekräftade du att du har läst det här meddelandet.',
  'notice.accepted': 'Den {date} godkände du version {version}.',
  'notice.recorded': 'Ditt svar är registrerat.',
  'notice.already': 'Du har redan svarat. Inget har ändrats.',
  'notice.not-yours': 'Det här meddelandet har inte skickats till dig, så ditt svar har inte registrerats.',

  'error.input.title': 'Vi kunde inte läsa det här',
  'error.input.detail':
    'Formuläret var ofullständigt, för stort eller av fel slag. Ingenting har ändrats. Öppna länken igen och gör ett nytt försök.',
};
