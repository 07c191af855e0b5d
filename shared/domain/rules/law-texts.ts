/**
 * What the law of each country says, in words, as compiled on 23 November 2026. "NV" in a text means not verified.
 * For reading only, by the function that serves `GET /rules`: nothing is decided from these words.
 */
import type { LawText } from './law-text.ts';

/** Keyed by the `iso` of the row in `country-rules.ts`. */
export const lawTexts: ReadonlyMap<string, LawText> = new Map<string, LawText>([
  [
    'EU',
    {
      emailStatus: 'opt_in_soft',
      email:
        'Opt-in; soft opt-in exists. ePrivacy Dir. 2002/58 Art. 13(1)-(2); national law decides details and B2B',
      pushStatus: 'unsettled',
      push: "Not settled. Art. 13 covers 'electronic mail'; CJEU C-102/20 (StWL) reads it functionally (inbox ads caught) but did not decide push. Treat as opt-in; OS permission alone is not a GDPR-grade marketing consent",
      doubleOptIn: 'no (proof duty, Art. 7(1), makes it good practice)',
      consentExpiry: 'None in statute; regulators expect data not to be kept beyond need',
      softOptIn:
        "Address obtained from customer in context of a sale; same legal person; own similar products; free, easy refusal at collection AND in every message. No statutory expiry. C-654/23 Inteligo (13 Nov 2025): a free account can count as a 'sale' where it is indirectly paid for; where Art. 13(2) applies no separate GDPR Art. 6 basis is needed",
      quietHours: 'None at EU level',
      mandatoryContent:
        'Sender identity not disguised; valid address for opt-out (Art. 13(4)); clearly recognisable as commercial (E-Commerce Dir. Art. 6, not re-read)',
      unsubscribeDeadline:
        'No day count: withdrawal as easy as giving (GDPR 7(3)); after objection data may no longer be used (21(3)). Enforce at once; bulk-sender rules set a 48 h outer limit',
      profiling:
        "GDPR Art. 21(2)-(3): absolute right to object to direct marketing, including profiling linked to it; Art. 21(4): shown explicitly and separately at first communication; Art. 22 for solely automated decisions with significant effect. Keep a separate 'profiling' switch.",
      childAge:
        'GDPR Art. 8: 16 by default, states may go to 13; marketing: no EU-wide e-mail age; DSA Art. 28(2) bars profiling-based ads to known minors on online platforms (NV)',
      access: '1 month (GDPR Art. 12(3)), extendable by 2 months with notice in month 1',
      deletion: '1 month (GDPR Art. 12(3)), extendable by 2 months with notice in month 1',
      regulator: 'National DPAs; telecom/consumer authorities for Art. 13',
      notVerified:
        'Art. 12(3) text not re-read; DSA 28(2); push; pending C-317/25; Digital Omnibus (Nov 2025 proposal) outcome',
    },
  ],
  [
    'DE',
    {
      emailStatus: 'opt_in_soft',
      email: 'Opt-in incl. B2B; soft opt-in exists. UWG s.7(2) no. 2, s.7(3)',
      pushStatus: 'unsettled',
      push: "Doctrinally disputed whether push is 'elektronische Post' (UWG s.7). Treat as opt-in with own consent; OS permission is a blanket grant",
      doubleOptIn:
        'recommended - de facto required as proof (BGH I ZR 164/09); not statutory. Confirmation mail must be ad-free. Does not prove phone consent',
      consentExpiry:
        'Does not lapse by time alone (BGH III ZR 196/17), but AG Muenchen 161 C 12736/22 (14 Feb 2023): lapsed after 4 years unused; older courts about 1.5-2 years. Suggested inactivity review: 24 months (our choice)',
      softOptIn:
        'UWG s.7(3), all four: address from sale; own similar goods; no objection; notice of objection right at collection and each use (only basic transmission cost). No statutory expiry',
      quietHours: 'None by law',
      mandatoryContent:
        'Identity not concealed; DDG s.6(1) commercial character clear; valid stop address (s.7(2) no. 3). Impressum with postal address (DDG s.5, NV) - include it',
      unsubscribeDeadline:
        'No day count: withdrawal as easy as giving (GDPR 7(3)); after objection data may no longer be used (21(3)). Enforce at once; bulk-sender rules set a 48 h outer limit',
      profiling:
        "GDPR Art. 21(2)-(3): absolute right to object to direct marketing, including profiling linked to it; Art. 21(4): shown explicitly and separately at first communication; Art. 22 for solely automated decisions with significant effect. Keep a separate 'profiling' switch.",
      childAge: '16 for information-society consent; no separate e-mail marketing age',
      access: '1 month (GDPR Art. 12(3)), extendable by 2 months with notice in month 1',
      deletion: '1 month (GDPR Art. 12(3)), extendable by 2 months with notice in month 1',
      regulator:
        'State DPAs, BfDI; UWG enforced civilly by competitors and associations (no e-mail regulator)',
      notVerified:
        'DDG s.5 imprint text; no court ruling found on push. UWG s.7a 5-year proof retention is for phone consent only',
    },
  ],
  [
    'AT',
    {
      emailStatus: 'opt_in_soft',
      email: 'Opt-in, B2C and B2B; soft opt-in exists. TKG 2021 s.174',
      pushStatus: 'unsettled',
      push: 'Not named; s.174 speaks of electronic mail incl. SMS. Treat as opt-in',
      doubleOptIn:
        'recommended - de facto required (DSB D130.073/0008-DSB/2019, 9 Oct 2019: missing DOI breached security of registration data). Activation mail must be neutral (VwGH 2012/03/0089)',
      consentExpiry: 'None in statute; revocable any time',
      softOptIn:
        'Sale context, own similar products, refusal opportunity at collection and in each message, recipient not on ECG list (RTR) (list check NV). No expiry',
      quietHours: 'None by law',
      mandatoryContent: 'Sender not concealed; valid stop address; imprint (Media Act/ECG, NV)',
      unsubscribeDeadline:
        'No day count: withdrawal as easy as giving (GDPR 7(3)); after objection data may no longer be used (21(3)). Enforce at once; bulk-sender rules set a 48 h outer limit',
      profiling:
        "GDPR Art. 21(2)-(3): absolute right to object to direct marketing, including profiling linked to it; Art. 21(4): shown explicitly and separately at first communication; Art. 22 for solely automated decisions with significant effect. Keep a separate 'profiling' switch.",
      childAge: '14; no separate e-mail marketing age',
      access: '1 month (GDPR Art. 12(3)), extendable by 2 months with notice in month 1',
      deletion: '1 month (GDPR Art. 12(3)), extendable by 2 months with notice in month 1',
      regulator: 'DSB; Fernmeldebuero (NV); RTR keeps ECG list',
      notVerified: 'ECG list text; imprint; enforcement body; push',
    },
  ],
  [
    'FR',
    {
      emailStatus: 'opt_in_soft',
      email:
        'Opt-in for natural persons; soft opt-in exists. CPCE Art. L34-5 (text read, version of 31 Mar 2026). B2B: CNIL accepts information + objection (NV)',
      pushStatus: 'unsettled',
      push: 'Commentary (2017) puts push outside L34-5; CNIL mobile-app recommendation (Sept 2024) asks clear, granular consent apart from OS permission. Explicit push rule NV. Treat as opt-in',
      doubleOptIn: 'no',
      consentExpiry:
        'No statute. CNIL benchmark: prospects 3 years from collection or last contact initiated by them (a click counts, an open does not), then ask again or delete; customers 3 years after relationship ends',
      reconfirmBasis: 'CNIL guidance; counted from last active contact by the person',
      softOptIn:
        'Address collected directly at sale; analogous products of same entity; free simple objection at collection and each message. CNIL 3-year benchmark after end of relationship',
      quietHours: 'None for e-mail/push (telephone only)',
      mandatoryContent:
        'Valid contact to stop, no extra cost; no hidden identity; subject must relate to the offer (L34-5)',
      unsubscribeDeadline:
        'No day count: withdrawal as easy as giving (GDPR 7(3)); after objection data may no longer be used (21(3)). Enforce at once; bulk-sender rules set a 48 h outer limit',
      profiling:
        "GDPR Art. 21(2)-(3): absolute right to object to direct marketing, including profiling linked to it; Art. 21(4): shown explicitly and separately at first communication; Art. 22 for solely automated decisions with significant effect. Keep a separate 'profiling' switch.",
      childAge: '15; no separate e-mail marketing age',
      access: '1 month (GDPR Art. 12(3)), extendable by 2 months with notice in month 1',
      deletion: '1 month (GDPR Art. 12(3)), extendable by 2 months with notice in month 1',
      regulator: 'CNIL; DGCCRF (fine up to EUR 375,000 for companies under L34-5)',
      notVerified: 'B2B; CNIL text on push itself',
    },
  ],
  [
    'IT',
    {
      emailStatus: 'opt_in_soft',
      email: "Opt-in; 'soft spam' exception for e-mail only. Codice Privacy Art. 130(1),(2),(4)",
      pushStatus: 'likely_covered',
      push: "Art. 130(2) reaches electronic communications 'of other type'; soft spam does not extend beyond e-mail. Opt-in, no soft opt-in",
      doubleOptIn:
        'recommended - Garante decision no. 330 of 4 June 2025 treats it as a minimum measure for proving marketing consent',
      consentExpiry:
        'None in statute; old Garante 24 (marketing)/12 (profiling) month retention figures no longer binding (NV)',
      softOptIn:
        'Address given in a sale; own analogous products; not refused at start or later; e-mail only. No expiry',
      quietHours: 'None by law for e-mail/push',
      mandatoryContent: 'Identity not concealed; valid contact for rights (Art. 130(5), NV)',
      unsubscribeDeadline:
        'No day count: withdrawal as easy as giving (GDPR 7(3)); after objection data may no longer be used (21(3)). Enforce at once; bulk-sender rules set a 48 h outer limit',
      profiling:
        'Separate consents expected for marketing, profiling and third-party transfer (Garante guidelines 4 July 2013; still an inspection focus). Plus GDPR Art. 21(2)-(3)',
      childAge: '14; no separate e-mail marketing age',
      access: '1 month (GDPR Art. 12(3)), extendable by 2 months with notice in month 1',
      deletion: '1 month (GDPR Art. 12(3)), extendable by 2 months with notice in month 1',
      regulator: 'Garante per la protezione dei dati personali',
      notVerified: 'Decision no. 330 read only through law-firm notes; retention figures; Art. 130(5)',
    },
  ],
  [
    'ES',
    {
      emailStatus: 'opt_in_soft',
      email: 'Opt-in; soft opt-in exists. LSSI (Ley 34/2002) Arts. 20-22 (text read)',
      pushStatus: 'likely_covered',
      push: "Art. 21 covers e-mail 'or equivalent electronic communication', so push is likely covered: opt-in, soft opt-in usable",
      doubleOptIn: 'no (AEPD accepts as proof; NV)',
      consentExpiry: 'None in statute',
      softOptIn:
        'Prior contract; data lawfully got; own similar products; free simple opt-out at collection and each message (Art. 21(2)). No expiry',
      quietHours: 'None by law',
      mandatoryContent:
        'Recognisable as commercial, sender identifiable, promotion conditions clear (Art. 20); e-mail must carry an e-mail or other valid electronic opt-out address (Art. 21(2))',
      unsubscribeDeadline:
        'No day count: withdrawal as easy as giving (GDPR 7(3)); after objection data may no longer be used (21(3)). Enforce at once; bulk-sender rules set a 48 h outer limit (Art. 22: any time, simple and free)',
      profiling:
        "GDPR Art. 21(2)-(3): absolute right to object to direct marketing, including profiling linked to it; Art. 21(4): shown explicitly and separately at first communication; Art. 22 for solely automated decisions with significant effect. Keep a separate 'profiling' switch.",
      childAge: '14 (LOPDGDD Art. 7); no separate e-mail marketing age',
      access: '1 month (GDPR Art. 12(3)), extendable by 2 months with notice in month 1',
      deletion: '1 month (GDPR Art. 12(3)), extendable by 2 months with notice in month 1',
      regulator: 'AEPD',
      notVerified: 'Robinson-list check (LOPDGDD Art. 23); no AEPD push ruling read',
    },
  ],
  [
    'NL',
    {
      emailStatus: 'opt_in_soft',
      email:
        'Opt-in, also to companies; soft opt-in exists. Telecommunicatiewet Art. 11.7; sender must prove consent',
      pushStatus: 'regulator_says_covered',
      push: 'ACM lists messages in apps among spam channels: opt-in; soft opt-in usable for own similar products',
      doubleOptIn: 'recommended (proof)',
      consentExpiry: 'None in statute',
      softOptIn:
        'Existing customer, own similar products, clear free objection at collection and each message. No expiry (the e-mail exception stays; only the phone one ends 1 July 2026)',
      quietHours: 'None by law for e-mail/push',
      mandatoryContent:
        'True sender; valid stop address; revised self-regulatory Email Code (15 Aug 2025) is stricter on proof and unsubscribe; service messages fall outside it',
      unsubscribeDeadline:
        'No day count: withdrawal as easy as giving (GDPR 7(3)); after objection data may no longer be used (21(3)). Enforce at once; bulk-sender rules set a 48 h outer limit',
      profiling:
        "GDPR Art. 21(2)-(3): absolute right to object to direct marketing, including profiling linked to it; Art. 21(4): shown explicitly and separately at first communication; Art. 22 for solely automated decisions with significant effect. Keep a separate 'profiling' switch.",
      childAge: '16; code limits on minors NV',
      access: '1 month (GDPR Art. 12(3)), extendable by 2 months with notice in month 1',
      deletion: '1 month (GDPR Art. 12(3)), extendable by 2 months with notice in month 1',
      regulator: 'ACM (spam); AP (GDPR)',
      notVerified: 'Text of the 2025 code',
    },
  ],
  [
    'PL',
    {
      emailStatus: 'opt_in',
      email:
        'Opt-in, NO soft opt-in. Electronic Communications Law (PKE) Art. 398, replaced UŚUDE Art. 10. Giving an e-address for that purpose can count as consent; no pre-ticked boxes',
      pushStatus: 'likely_covered',
      push: 'Art. 398 covers telecom terminal equipment: push covered, opt-in',
      doubleOptIn: 'no',
      consentExpiry: 'None in statute',
      softOptIn: 'None',
      quietHours: 'None by law',
      mandatoryContent: 'Marked as commercial with sender identity (UŚUDE Art. 9, NV)',
      unsubscribeDeadline:
        'No day count: withdrawal as easy as giving (GDPR 7(3)); after objection data may no longer be used (21(3)). Enforce at once; bulk-sender rules set a 48 h outer limit',
      profiling:
        "GDPR Art. 21(2)-(3): absolute right to object to direct marketing, including profiling linked to it; Art. 21(4): shown explicitly and separately at first communication; Art. 22 for solely automated decisions with significant effect. Keep a separate 'profiling' switch.",
      childAge: '16 (default, no derogation)',
      access: '1 month (GDPR Art. 12(3)), extendable by 2 months with notice in month 1',
      deletion: '1 month (GDPR Art. 12(3)), extendable by 2 months with notice in month 1',
      regulator: 'UKE President (Art. 398); UODO',
      notVerified: 'In-force date 10 Nov 2024; UŚUDE Art. 9 text',
    },
  ],
  [
    'SE',
    {
      emailStatus: 'opt_in_soft',
      email: 'Opt-in to natural persons; soft opt-in exists. Marknadsforingslag 2008:486 s.19',
      pushStatus: 'unsettled',
      push: 'Not named. Treat as opt-in',
      doubleOptIn: 'no',
      consentExpiry: 'None in statute',
      softOptIn:
        'Sale, own similar products, no objection, opt-out at collection and each message. No expiry',
      quietHours: 'None by law',
      mandatoryContent: 'Valid address to stop (s.20); advertiser recognisable',
      unsubscribeDeadline:
        'No day count: withdrawal as easy as giving (GDPR 7(3)); after objection data may no longer be used (21(3)). Enforce at once; bulk-sender rules set a 48 h outer limit',
      profiling:
        "GDPR Art. 21(2)-(3): absolute right to object to direct marketing, including profiling linked to it; Art. 21(4): shown explicitly and separately at first communication; Art. 22 for solely automated decisions with significant effect. Keep a separate 'profiling' switch.",
      childAge: '13 for consent; direct advertising to under-16s treated as improper by Konsumentverket (NV)',
      access: '1 month (GDPR Art. 12(3)), extendable by 2 months with notice in month 1',
      deletion: '1 month (GDPR Art. 12(3)), extendable by 2 months with notice in month 1',
      regulator: 'Konsumentverket; IMY',
      notVerified: 'Under-16 practice; push',
    },
  ],
  [
    'GB',
    {
      emailStatus: 'opt_in_soft',
      email: 'Opt-in to individuals; soft opt-in exists; corporate subscribers exempt. PECR reg. 22-23',
      pushStatus: 'likely_covered',
      push: "ICO lists in-app messages and direct messages as 'electronic mail'; push not named on the page read - treat as covered: opt-in or soft opt-in",
      doubleOptIn: 'no',
      consentExpiry: 'None in statute; ICO: depends on context (NV)',
      softOptIn:
        'Contact got in a sale OR negotiations; own similar products; refusal at collection and every message. No expiry. Charity variant from 5 Feb 2026 (DUAA) - not for a phone maker',
      quietHours: 'None by law',
      mandatoryContent: 'Identity not disguised; valid contact for opt-out (reg. 23)',
      unsubscribeDeadline: 'No day count; stop as soon as possible (UK GDPR 21(3))',
      profiling: 'UK GDPR Art. 21(2)-(3): absolute objection incl. profiling for direct marketing',
      childAge: "13; Children's Code expects profiling off by default for under-18s (NV)",
      access: '1 month (+2); clock may stop while clarification is awaited (DUAA 2025)',
      deletion: '1 month (+2)',
      regulator:
        'ICO / Information Commission. From 5 Feb 2026 PECR fines up to GBP 17.5m or 4%; complaints procedure duty from 19 June 2026 (acknowledge in 30 days)',
      notVerified: "Push as such; Children's Code; reg. 23 text",
    },
  ],
  [
    'CH',
    {
      emailStatus: 'opt_in_soft',
      email:
        "Opt-in for automated mass advertising; soft opt-in exists. UWG Art. 3(1)(o) (criminal offence); 'mass' means automated, even to few",
      pushStatus: 'likely_covered',
      push: 'Art. 3(1)(o) speaks of telecommunications in general, so push is plausibly covered; treat as opt-in',
      doubleOptIn: 'recommended (best practice)',
      consentExpiry: 'None in statute',
      softOptIn: 'Contact got at sale, own similar products, opt-out right pointed out at sale. No expiry',
      quietHours: 'None by law',
      mandatoryContent: 'Correct sender; easy and free refusal notice',
      unsubscribeDeadline: 'No day count; treat as immediate',
      profiling:
        'DSG Art. 6(7): explicit consent where consent is needed for high-risk profiling by a private party; objection under Art. 30 (NV)',
      childAge: 'No statutory digital age (capacity of judgement) (NV)',
      access: '30 days from receipt, else notify the longer period (DSG 25(7), DSV 18; texts read)',
      deletion: 'No fixed number of days',
      regulator: 'SECO / cantonal prosecutors (UWG); FDPIC (DSG)',
      notVerified: 'Child age; push practice',
    },
  ],
  [
    'TR',
    {
      emailStatus: 'opt_in_registry',
      email:
        'Opt-in + mandatory national registry (IYS). Law 6563 Art. 6 and Regulation; foreign senders included; B2B traders/craftsmen need no prior approval but may refuse',
      pushStatus: 'outside_registry_NV',
      push: 'IYS channels are call, SMS and e-mail; push is not an IYS channel (NV). Still take app consent plus KVKK consent',
      doubleOptIn: 'no (proof through IYS)',
      consentExpiry: 'None found; valid until refused',
      softOptIn:
        'No general soft opt-in. Exempt: change/use/maintenance information for goods supplied where the person gave the contact; ongoing subscription, collection, delivery and legal-information notices - no promotion in them',
      quietHours: 'None found for e-mail/push',
      mandatoryContent:
        'Sender identity (MERSIS number, NV), contact (e-mail/phone), principal named, free refusal route in same channel',
      unsubscribeDeadline:
        '3 business days. Approvals taken outside IYS: upload within 3 business days or they are invalid; check IYS before each send',
      profiling:
        'KVKK: explicit consent or another basis; right to object to results of solely automated analysis (Art. 11, NV)',
      childAge: 'No digital age in KVKK; 18 with guardian below (NV)',
      access: '30 days (KVKK Art. 13, NV)',
      deletion: '30 days (NV)',
      regulator: 'Ministry of Trade (IYS); KVKK',
      notVerified: 'Push and IYS; MERSIS; 3-year record retention; KVKK days; child age',
    },
  ],
  [
    'US',
    {
      emailStatus: 'opt_out',
      email: 'Opt-out. CAN-SPAM Act, 15 U.S.C. 7701 ff.; 16 CFR Part 316',
      pushStatus: 'outside',
      push: 'No federal push statute found (CAN-SPAM is e-mail; TCPA reach NV). OS permission plus store rules; ship with opt-in switch',
      doubleOptIn: 'no',
      consentExpiry: 'None',
      softOptIn: 'Not needed (opt-out)',
      quietHours: 'None for e-mail/push',
      mandatoryContent:
        'True header and subject; clear identification as advertisement (unless prior affirmative consent, NV); valid physical postal address; clear opt-out notice. Opt-out mechanism works >= 30 days after sending (NV)',
      unsubscribeDeadline:
        '10 business days; no fee, no more than e-mail address/preferences and one page (NV)',
      profiling:
        'No federal rule; about 20 states give opt-out of targeted advertising/profiling; GPC or similar mandatory in 12 (CA, CO, CT, DE, MD, MN, MT, NE, NH, NJ, OR, TX)',
      childAge:
        'COPPA: parental consent under 13; 2025 amendments (compliance by 22 Apr 2026) need separate parental consent for third-party disclosure such as targeted ads',
      access: 'No federal rule; most state laws 45 days (NV per state)',
      deletion: 'No federal rule; most state laws 45 days (NV)',
      regulator: 'FTC; state attorneys general',
      notVerified: '30-day mechanism; TCPA; state-by-state days',
    },
  ],
  [
    'US-CA',
    {
      emailStatus: 'opt_out',
      email:
        'Opt-out (CAN-SPAM pre-empts most state e-mail law; B&P Code 17529.5 on deceptive headers survives, NV)',
      pushStatus: 'outside',
      push: 'As US',
      doubleOptIn: 'no',
      consentExpiry: 'After an opt-out of sale/sharing, wait 12 months before asking again',
      softOptIn: 'Not needed',
      quietHours: 'None for e-mail/push',
      mandatoryContent:
        "As US, plus 'Do Not Sell or Share' route and GPC handling; from 1 Jan 2026 show the opt-out as processed (secondary source)",
      unsubscribeDeadline:
        'E-mail: 10 business days (CAN-SPAM). Sale/sharing opt-out: at once where feasible, max 15 business days; GPC treated as such an opt-out',
      profiling:
        'Right to opt out of sale/sharing (cross-context ads), limit sensitive data; GPC mandatory (Civ. Code 1798.135(e); 11 CCR 7025-7026)',
      childAge: 'Sale/sharing opt-in under 16 (parent under 13), Civ. Code 1798.120 (text NV)',
      access:
        '45 days + one 45-day extension with notice (Civ. Code 1798.130); confirm receipt in 10 business days (NV); know requests at most 2 per 12 months (NV text) - limit does not apply to deletion or opt-out',
      deletion: '45 + 45 days; confirm in 10 business days',
      regulator: 'CPPA; California AG',
      notVerified: '1798.120/.130 text for age and 2-per-12-months; processed-status display',
    },
  ],
  [
    'CA',
    {
      emailStatus: 'opt_in_implied',
      email: 'Opt-in (express) or implied consent. CASL (S.C. 2010 c.23) s.6, s.10',
      pushStatus: 'unsettled',
      push: 'CEM covers any electronic message sent to an electronic address; push not verified. Treat as CEM: express or implied consent',
      doubleOptIn: 'no (useful proof; but a message asking for consent is itself a CEM)',
      consentExpiry: 'Express consent does not expire; implied does (next column)',
      softOptIn:
        'Existing business relationship, s.10(9)-(10): 2 years after purchase/contract, 6 months after inquiry. Each purchase restarts the clock. No pre-checked boxes for express',
      quietHours: 'None for e-mail/push',
      mandatoryContent:
        'Sender name (and principal); mailing address plus phone, e-mail or web, valid 60 days; unsubscribe at no cost',
      unsubscribeDeadline:
        '10 business days at most, without delay; mechanism works 60 days; no login required',
      profiling: 'PIPEDA meaningful consent; opt-out of targeted advertising expected (OPC, NV)',
      childAge: 'OPC: generally under 13 cannot consent (NV)',
      access: '30 days (PIPEDA s.8, NV)',
      deletion: 'No general erasure right; withdraw consent/retention limit (NV)',
      regulator: 'CRTC; OPC; Competition Bureau',
      notVerified: 'Push; PIPEDA days; child age',
    },
  ],
  [
    'CA-QC',
    {
      emailStatus: 'opt_in_implied',
      email: 'CASL plus Law 25 (P-39.1): consent for commercial prospecting use (s.22, s.12)',
      pushStatus: 'unsettled',
      push: 'As CASL; profiling/location functions must be off until the person activates them (s.8.1); highest privacy by default (s.9.1)',
      doubleOptIn: 'no',
      consentExpiry: 'Valid only for time needed for the purpose (s.14, NV)',
      softOptIn: 'CASL implied periods do not replace Law 25 consent for profiling',
      quietHours: 'None for e-mail/push',
      mandatoryContent:
        'As CASL; identify who is speaking and tell of right to withdraw (s.22); French version (Charter of the French Language, NV)',
      unsubscribeDeadline: '10 business days (CASL)',
      profiling:
        'Separate opt-in: profiling technology off by default, inform and give means to activate (s.8.1)',
      childAge: 'Parental consent under 14',
      access: '30 days (NV)',
      deletion: '30 days (NV)',
      regulator: 'CAI; CRTC',
      notVerified:
        'Request days; s.14; language duty; Consumer Protection Act ban on advertising to under-13s (child_marketing_age 13 from general knowledge)',
    },
  ],
  [
    'JP',
    {
      emailStatus: 'opt_in_soft',
      email:
        'Opt-in, with exceptions. Act on Regulation of Transmission of Specified Electronic Mail Art. 3; foreign senders covered. Mail-order sellers also: Act on Specified Commercial Transactions (ASCT) Art. 12-3',
      pushStatus: 'outside',
      push: 'Spam Act covers SMTP e-mail and SMS; app push is outside (secondary source). Use in-app opt-in as policy',
      doubleOptIn: 'recommended (ministry guideline, NV)',
      consentExpiry: 'None',
      softOptIn:
        'Spam Act Art. 3(1): business relationship; person gave own address in writing; published business address. ASCT is narrower: request/consent needed for mail-order advertising unless incidental to contract notices (Art. 12-3(1)(ii)). No expiry',
      quietHours: 'None by law',
      mandatoryContent:
        'Sender name, opt-out address or URL with notice beside it, postal address, complaints contact (Ord. 414M60000008066 Arts. 7-9, text read). No subject label',
      unsubscribeDeadline: 'Stop on notice; no day count',
      profiling: 'No separate right; purpose must be specified (APPI)',
      childAge:
        'None in force text (checked, June 2026 text); 2026 bill would require guardian consent under 16 (effect about 2028; enactment NV)',
      access: "'Without delay' (APPI Arts. 33-35), no day count; policy 14-30 days",
      deletion: "'Without delay'",
      regulator: 'MIC and CAA (spam, ASCT); PPC (APPI)',
      notVerified: 'Guideline on double opt-in; fate of 2026 APPI bill',
    },
  ],
  [
    'KR',
    {
      emailStatus: 'opt_in_soft',
      email: 'Opt-in for any electronic transmission medium. Network Act Art. 50(1) (text read)',
      pushStatus: 'covered',
      push: 'Covered as an electronic medium; KISA: advertising consent separate from OS push permission, and night consent separate again',
      doubleOptIn: 'no, but Art. 50(7) result notice acts as confirmation',
      consentExpiry:
        'Reconfirm every 2 years from consent date (Art. 50(8); Decree 62-3): sender name, date and fact of consent, how to keep or withdraw. Result notice within 14 days of consent/refusal/withdrawal (Art. 50(7); Decree 62-2). Failing: fine (Art. 76)',
      reconfirmBasis: 'statute; counted from consent date',
      softOptIn:
        'Same-kind goods within 6 months of end of transaction, contact collected directly (Art. 50(1) no. 1; Decree 61(1))',
      quietHours:
        '21:00-08:00 needs separate prior consent (Art. 50(3)); Decree 61(2) EXEMPTS E-MAIL. So binds push and SMS',
      mandatoryContent:
        '(광고) exactly, at start of e-mail subject / start of push text; sender name and contact; free and easy refusal route (e-mail: in body, Korean and English per Decree Table 6 - English part NV; push: at end)',
      label: '(광고)',
      unsubscribeDeadline: 'Stop on refusal, no day count; then confirm result within 14 days',
      profiling:
        'Automated-decision refusal/explanation PIPA Art. 37-2 (30 days, +2x30, Decree 44-3(5)); marketing-use consent separate from required consent (PIPA Art. 22, text NV)',
      childAge: 'Guardian consent under 14 (PIPA 22-2; Decree 17-2)',
      access: '10 days (PIPA Decree Art. 41, not re-read)',
      deletion: '10 days correction/deletion (Decree 43(3)); stop-processing 10 days (44(2))',
      regulator:
        'KMCC (since 1 Oct 2025), KISA; PIPC. New Art. 50-9: surcharge up to 6% of related revenue (<= KRW 2bn if none)',
      notVerified:
        'Art. 41 days; PIPA 22; English-language opt-out sentence; postal address item of Table 6; in-force date of Art. 50-9',
    },
  ],
  [
    'CN',
    {
      emailStatus: 'opt_in',
      email:
        'Opt-in (consent or request). Advertising Law Art. 43; 2012 NPC Decision; Internet E-mail Measures 2006',
      pushStatus: 'covered',
      push: 'Pop-up Push Information Provisions (30 Sep 2022): mark ads, close sign and one-tap close, state form/frequency/cancel route, show sender. Advertising Law 43 consent applies',
      doubleOptIn: 'no',
      consentExpiry: 'None; new consent on change of purpose (PIPL 14)',
      softOptIn: 'None',
      quietHours: 'None found in national law for e-mail/push',
      mandatoryContent:
        "E-mail subject '广告' or 'AD'; sender identity and contact valid 30 days; free refusal route. Push ad: visible '广告'",
      label: '广告 / AD',
      unsubscribeDeadline: 'Stop on withdrawal; no day count',
      profiling:
        'PIPL Art. 24: automated marketing must offer a non-personalised option or easy refusal; Art. 15 convenient withdrawal',
      childAge: 'Under 14 is sensitive data: separate guardian consent (PIPL 31)',
      access:
        "'Timely' (PIPL 45, 50); 30 days from GB/T 35273 (recommended standard); 15 working days elsewhere (NV)",
      deletion: 'As access',
      regulator: 'CAC; MIIT; SAMR',
      notVerified:
        'Request days (access_days 15 is the stricter, unverified figure); whether cross-border local hosting rules apply was not studied',
    },
  ],
  [
    'TW',
    {
      emailStatus: 'opt_out',
      email: 'No spam act. Purpose-based data use; opt-out: PDPA Art. 20(2)-(3)',
      pushStatus: 'data_law_only',
      push: 'As e-mail; NDC guidelines (13 June 2023) mention in-app opt-out',
      doubleOptIn: 'no',
      consentExpiry: 'None',
      softOptIn: 'Contract or consent basis; no expiry',
      quietHours: 'None',
      mandatoryContent: 'Free refusal means at first marketing; disclose business name (guidelines)',
      unsubscribeDeadline: 'Stop on refusal; no day count',
      profiling: 'Right to refuse marketing use; no separate profiling rule',
      childAge: 'No digital age in PDPA (NV)',
      access: '15 days + 15 (PDPA 13, NV)',
      deletion: '30 days + 30 (NV)',
      regulator: 'PDPC (being set up); sector ministries',
      notVerified: 'Art. 13 days; start of the new commission; child age',
    },
  ],
  [
    'HK',
    {
      emailStatus: 'opt_out_with_pdpo_consent',
      email:
        'UEMO (Cap. 593): opt-out. PDPO Part 6A on top: inform and get consent (incl. indication of no objection) before using personal data for direct marketing',
      pushStatus: 'data_law_only',
      push: 'PDPO Part 6A applies where personal data is used; UEMO covers messages to an electronic address (push NV). Treat as consent',
      doubleOptIn: 'no',
      consentExpiry: 'None',
      softOptIn: 'No-objection counts as consent under Part 6A but silence does not (NV)',
      quietHours: 'None for e-mail (industry codes on calls only, NV)',
      mandatoryContent:
        'Sender name and contact accurate 30 days (s.8); unsubscribe statement and free facility 30 days (s.9), in Chinese and English unless recipient chose one (Reg. 7); non-misleading subject',
      unsubscribeDeadline: '10 working days (s.10); keep requests 3 years',
      profiling: 'No specific rule',
      childAge: 'None in PDPO; guardian for minors (NV)',
      access: '40 days (NV)',
      deletion: 'No erasure right; stop marketing use on request at no charge (Part 6A)',
      regulator: 'OFCA; PCPD',
      notVerified:
        '40 days; do-not-call scope for e-mail; push; s.10 read on legislation.gov.hk (address not kept)',
    },
  ],
  [
    'SG',
    {
      emailStatus: 'opt_out',
      email:
        'Spam Control Act: opt-out for unsolicited bulk mail (>100/24 h, >1,000/30 d, >10,000/yr); PDPA consent for use of personal data on top, so plan consent',
      pushStatus: 'unsettled',
      push: "PDPA consent; the Act's wording reaches instant-message accounts, push NV",
      doubleOptIn: 'no',
      consentExpiry: 'None',
      softOptIn: 'Deemed consent only; no expiry',
      quietHours: 'None',
      mandatoryContent:
        "If unsolicited: '<ADV>' and a space before subject title; unsubscribe address and statement working 30 days; accurate e-mail or phone. Consented mail is not unsolicited, label not needed",
      label: '<ADV> (only if unsolicited)',
      unsubscribeDeadline: '10 business days',
      profiling: 'No separate rule',
      childAge: 'PDPC guide: 13 as practical age (NV)',
      access: 'As soon as possible; tell the person if longer than 30 days (NV)',
      deletion: 'No erasure right; withdraw consent on reasonable notice (NV)',
      regulator: 'IMDA; PDPC',
      notVerified: 'PDPA days, child age, push',
    },
  ],
  [
    'TH',
    {
      emailStatus: 'opt_out_plus_lawful_basis',
      email:
        'Computer Crime Act s.11 (opt-out needed in each message) plus PDPA lawful basis (consent safest)',
      pushStatus: 'likely_covered',
      push: "s.11 speaks of 'computer data', so push is covered; PDPA consent",
      doubleOptIn: 'no',
      consentExpiry: 'None',
      softOptIn:
        'Legitimate interest may be argued; no codified soft opt-in. Contract, transaction and legal notices are not spam (2017 Notification)',
      quietHours: 'None found',
      mandatoryContent: 'Easy opt-out (contact/link) shown to recipient; source not hidden',
      unsubscribeDeadline: 'Promptly; 7 days (figure NV)',
      profiling: 'PDPA s.32: absolute right to object to direct marketing (NV)',
      childAge: 'Under 10 guardian; 10-20 partly with guardian (PDPA s.20, NV)',
      access: '30 days (NV)',
      deletion: 'NV; treat as 30 days',
      regulator: 'PDPC; MDES',
      notVerified: '7 days; PDPA sections; ages',
    },
  ],
  [
    'MY',
    {
      emailStatus: 'opt_out_changing',
      email:
        'PDPA: consent/notice to use data; s.43 stop-notice (opt-out). CMA s.233A (2025) would ban unsolicited commercial messages on any medium; not in force in sources found (Aug-Sep 2025 consultation)',
      pushStatus: 'data_law_only',
      push: 's.233A would cover any mode; treat as opt-in',
      doubleOptIn: 'no',
      consentExpiry: 'None',
      softOptIn: 'Consultation proposed express or implied consent; no periods confirmed',
      quietHours: 'None',
      mandatoryContent: 'PDPA notice in Malay and English (NV); s.233A proposals: identity, no-cost opt-out',
      unsubscribeDeadline: "'Reasonable period' stated in the written notice (s.43)",
      profiling: 'No separate rule (guidelines on automated decisions in consultation, NV)',
      childAge: 'Under 18 guardian (NV)',
      access: '21 days (NV)',
      deletion: 'No general erasure; 21 days for withdrawal/correction (NV)',
      regulator: 'Personal Data Protection Commissioner (JPDP); MCMC',
      notVerified: 's.233A start date; days; ages',
    },
  ],
  [
    'ID',
    {
      emailStatus: 'lawful_basis_consent',
      email:
        'No e-marketing statute; PDP Law 27/2022 explicit consent, written or electronic, in Bahasa Indonesia: opt-in in practice',
      pushStatus: 'data_law_only',
      push: 'As e-mail',
      doubleOptIn: 'no',
      consentExpiry: 'None',
      softOptIn: 'None',
      quietHours: 'None found',
      mandatoryContent: 'Consent text in Bahasa Indonesia; sender identity (E-commerce Reg. 80/2019, NV)',
      unsubscribeDeadline: '3 x 24 hours after withdrawal (NV)',
      profiling: 'Right to object to automated decisions/profiling with significant effect (NV)',
      childAge: 'Parental consent for children; 18 by general law (NV)',
      access: '3 x 24 hours (NV)',
      deletion: '3 x 24 hours (NV)',
      regulator: 'Komdigi; PDP agency pending (NV)',
      notVerified: 'All day counts; ages; agency status',
    },
  ],
  [
    'VN',
    {
      emailStatus: 'opt_in',
      email: 'Opt-in. Decree 91/2020; PDP Law 91/2025/QH15 Art. 28 (from 1 Jan 2026), silence is not consent',
      pushStatus: 'data_law_only',
      push: 'Not named in Decree 91; PDP Law Art. 28 consent covers advertising use. Opt-in',
      doubleOptIn: 'no (a single registration message is allowed)',
      consentExpiry: 'None',
      softOptIn: 'None',
      quietHours: 'SMS only 07:00-22:00, calls 08:00-17:00 (Decree 91); e-mail hours not stated',
      mandatoryContent:
        "'[QC]' or '[AD]' at start of e-mail subject and SMS; advertiser name and contact; refusal route at end, incl. refuse-all (Arts. 15, 17, 18, 20). Frequency cap: 3 SMS / 3 e-mails / 1 call a day (DLA Piper); other sources say 1 e-mail per 24 h - CONFLICT, use 1",
      label: '[QC] / [AD]',
      unsubscribeDeadline: 'Confirm refusal and stop at once (24 h, NV)',
      profiling:
        'Consent for personalised advertising (PDP Law Art. 28); objection/withdrawal executed in 15 days (20 with processor, +15)',
      childAge: 'Child data needs guardian; from age 7 child too; age 16 NV',
      access: 'Reply in 2 working days; access/rectification about 10 days (Decree 356/2025)',
      deletion: '20 days (NV); withdrawal/objection 15 days',
      regulator: 'Ministry of Public Security (A05); MCST/VNCERT',
      notVerified: 'E-mail cap conflict; 24 h; deletion days; ages',
    },
  ],
  [
    'PH',
    {
      emailStatus: 'lawful_basis',
      email:
        'DPA 2012; NPC Circular 2023-04: legitimate interest (with assessment) possible for non-sensitive data, else consent. No switching of basis after withdrawal. Plan opt-in',
      pushStatus: 'data_law_only',
      push: 'As e-mail',
      doubleOptIn: 'no',
      consentExpiry: 'None',
      softOptIn: 'Soft opt-in is not valid consent (NPC)',
      quietHours: 'None found',
      mandatoryContent: 'Identity, opt-out (NV)',
      unsubscribeDeadline: 'No day count found; treat as immediate',
      profiling: 'Right to object incl. direct marketing and profiling (IRR s.34, NV)',
      childAge: '18 (NV)',
      access: 'NV',
      deletion: 'NV',
      regulator: 'NPC; NTC',
      notVerified: 'Days; ages; content',
    },
  ],
  [
    'IN',
    {
      emailStatus: 'no_email_law_consent_from_2027',
      email:
        'No e-mail spam law (TRAI rules cover SMS/calls, NV). DPDP Act 2023 / Rules notified 14 Nov 2025: itemised, standalone consent notice; full duties after 18 months (about 14 May 2027). Design for opt-in now',
      pushStatus: 'data_law_only',
      push: 'As e-mail under DPDP',
      doubleOptIn: 'no',
      consentExpiry:
        "No fixed life; large platforms (class in Rules) erase after 3 years' inactivity with 48 h notice; logs 1 year",
      softOptIn:
        "Voluntary provision for a stated purpose ('certain legitimate uses' s.7, NV); no soft opt-in for marketing",
      quietHours: 'None for e-mail/push',
      mandatoryContent:
        'Consent notice in English or 22 scheduled languages (NV); withdrawal as easy as giving; consent-manager interoperability from Nov 2026',
      unsubscribeDeadline: "'Reasonable time' after withdrawal; treat as immediate",
      profiling: 'No tracking or targeted ads to under-18s; no general profiling right',
      childAge: 'Under 18 verifiable parental consent; no behavioural or targeted advertising',
      access: 'Period the company publishes; grievances <= 90 days (NV)',
      deletion: 'As access',
      regulator: 'Data Protection Board of India; MeitY',
      notVerified: '90 days; languages; whether dates moved in 2026',
    },
  ],
  [
    'AU',
    {
      emailStatus: 'opt_in_implied',
      email: 'Opt-in: express or inferred consent; sender bears proof. Spam Act 2003 s.16',
      pushStatus: 'likely_covered',
      push: "ACMA (2025) treated push as 'electronic messages' under the Interactive Gambling Act and law firms expect the same under the Spam Act. Treat as regulated",
      doubleOptIn: 'no (may not e-mail to ask for consent)',
      consentExpiry:
        'None; inferred consent fades with the relationship. ACMA expects records of method, terms, date and time',
      softOptIn: 'Inferred from existing business relationship, related products; no fixed period',
      quietHours: 'None for e-mail/push',
      mandatoryContent:
        'Sender name and contact accurate 30 days (s.17); functional unsubscribe working 30 days (s.18)',
      unsubscribeDeadline: '5 business days; no login or extra data (Spam Regulations 2021)',
      profiling: 'APP 7 opt-out where Spam Act does not apply (NV)',
      childAge: 'OAIC: presume capacity from 15 (NV)',
      access: '30 days (APP 12, NV)',
      deletion: 'No erasure right; correction 30 days (NV)',
      regulator: 'ACMA; OAIC',
      notVerified: 'APP days, child age',
    },
  ],
  [
    'NZ',
    {
      emailStatus: 'opt_in_implied',
      email: 'Opt-in: express, inferred or deemed consent; onus on sender. UEM Act 2007 s.9',
      pushStatus: 'unsettled',
      push: 'Pop-ups excluded; push NV. Treat as opt-in',
      doubleOptIn: 'no',
      consentExpiry: 'None',
      softOptIn: 'Inferred from conduct/relationship; no fixed period',
      quietHours: 'None',
      mandatoryContent:
        'Sender information (s.10); unsubscribe facility >= 30 days, same channel, free (s.11)',
      unsubscribeDeadline: '5 working days (s.9)',
      profiling: 'No separate rule',
      childAge: 'None in statute (NV)',
      access: '20 working days (NV)',
      deletion: 'No erasure right; correction 20 working days (NV)',
      regulator: 'DIA; Privacy Commissioner',
      notVerified: 'Push; Privacy Act days',
    },
  ],
  [
    'BR',
    {
      emailStatus: 'lawful_basis',
      email:
        'LGPD (Law 13.709/2018) consent or legitimate interest; CAPEM self-regulation (opt-out, sender identified). Plan opt-in',
      pushStatus: 'data_law_only',
      push: 'As e-mail',
      doubleOptIn: 'no',
      consentExpiry: 'None',
      softOptIn: 'Legitimate interest towards customers; CAPEM soft opt-in (NV)',
      quietHours: 'None for e-mail/push',
      mandatoryContent: 'Sender identity, opt-out (CAPEM)',
      unsubscribeDeadline: 'No statutory day count; CAPEM 2 working days (NV)',
      profiling: 'Review of automated decisions (LGPD Art. 20, NV); withdrawal free and easy (Art. 8(5), NV)',
      childAge:
        'Law 15.211/2025 (ECA Digital, in force Mar 2026): accounts under 16 linked to guardian; no profiling for commercial ads to under-18s',
      access: '15 days for full access statement (Art. 19, NV)',
      deletion: "'Immediately' / 15 days practice (NV)",
      regulator: 'ANPD; Senacon',
      notVerified: 'CAPEM days; LGPD articles; exact in-force day (17 or 18 Mar 2026)',
    },
  ],
  [
    'MX',
    {
      emailStatus: 'opt_out',
      email: 'Opt-out (tacit consent generally valid). LFPDPPP 2025 (in force 21 Mar 2025); LFPC Arts. 16-18',
      pushStatus: 'data_law_only',
      push: 'As e-mail; platform permission',
      doubleOptIn: 'no',
      consentExpiry: 'None',
      softOptIn: 'Tacit consent through privacy notice that separates necessary from voluntary purposes',
      quietHours: 'None for e-mail/push',
      mandatoryContent:
        "Supplier's name, address, phone or e-mail, and PROFECO's (LFPC 17); privacy notice link",
      unsubscribeDeadline: 'No e-mail day count found; REPEP 30 days is for phone',
      profiling: 'Opposition right; automated treatment included in 2025 law (NV)',
      childAge: '18, guardian below (NV)',
      access: '20 days to answer + 15 to carry out (ARCO, NV)',
      deletion: '20 + 15 days (NV)',
      regulator: 'Secretaria Anticorrupcion y Buen Gobierno (INAI abolished); PROFECO',
      notVerified: 'ARCO days; ages',
    },
  ],
  [
    'ZA',
    {
      emailStatus: 'opt_in_soft',
      email: 'Opt-in; soft opt-in for customers; a non-customer may be asked once. POPIA s.69',
      pushStatus: 'regulator_says_covered',
      push: 'Guidance Note (3 Dec 2024, non-binding) lists push notifications as electronic direct marketing: same rule',
      doubleOptIn: 'no',
      consentExpiry:
        "None; consent must be 'substantially similar' to Form 4 (Regulations of 17 Apr 2025); mere opt-out is not consent",
      softOptIn:
        'Details from a sale; own similar products; objection at collection and each message. No expiry',
      quietHours: 'None for e-mail/push under POPIA; CPA contact hours (regs) concern homes/calls (NV)',
      mandatoryContent: 'Identity of sender/principal and stop address (s.69(4))',
      unsubscribeDeadline: 'No day count; immediate; objection answered within 30 days, free',
      profiling: 's.71 automated decisions (NV); objection s.11(3)(b)',
      childAge: 'Under 18 competent person (NV)',
      access: '30 days',
      deletion: '30 days (2025 Regulations)',
      regulator: 'Information Regulator',
      notVerified: 'CPA opt-out registry start; ages',
    },
  ],
  [
    'AE',
    {
      emailStatus: 'opt_in',
      email:
        'Opt-in. TDRA unsolicited-communications policy (RUEC): consent at least implied, keep records; PDPL Decree-Law 45/2021 has no legitimate-interest basis',
      pushStatus: 'likely_covered',
      push: 'RUEC covers any electronic communication with a UAE link: consent',
      doubleOptIn: 'no',
      consentExpiry: 'None',
      softOptIn: 'Implied consent under RUEC; no period',
      quietHours:
        '09:00-18:00 only for telemarketing calls and marketing SMS/social messages (Cabinet Res. 56/2024); not e-mail',
      mandatoryContent: 'Sender identity, unsubscribe',
      unsubscribeDeadline: 'No day count found; treat as immediate',
      profiling:
        'PDPL Art. 17: stop processing for direct marketing incl. profiling; Art. 18 automated decisions',
      childAge: 'NV',
      access: 'To be set by executive regulations (status in conflict)',
      deletion: 'As access',
      regulator: 'UAE Data Office; TDRA; DIFC/ADGM have own laws',
      notVerified:
        'Executive regulations: one source says not released, another cites Cabinet Decision 83/2022',
    },
  ],
  [
    'SA',
    {
      emailStatus: 'opt_in',
      email: 'Opt-in. PDPL Arts. 25-26; Implementing Regulation Arts. 28-29',
      pushStatus: 'likely_covered',
      push: 'Art. 25 covers personal communication means generally: opt-in',
      doubleOptIn: 'no (documented consent required)',
      consentExpiry: 'None',
      softOptIn: 'None',
      quietHours: 'None found for e-mail/push (CST rules for SMS NV)',
      mandatoryContent: 'Sender clearly identified; simple free stop mechanism',
      unsubscribeDeadline: 'No day count; stop on request',
      profiling: 'Sensitive data may not be used for marketing (Art. 26); consent is per purpose',
      childAge: 'Guardian for those lacking capacity; 18 (NV)',
      access: '30 days + 30 (IR Art. 3)',
      deletion: '30 + 30 days',
      regulator: 'SDAIA; CST',
      notVerified: 'Ages; CST SMS hours',
    },
  ],
  [
    'IL',
    {
      emailStatus: 'opt_in_soft',
      email:
        'Opt-in, explicit and recorded (writing, electronic or voice). Communications Law s.30A; soft opt-in exists',
      pushStatus: 'unsettled',
      push: 's.30A text lists e-mail, SMS, fax, autodial; push outside the text (a chamber of commerce note reads it wider). Treat as opt-in',
      doubleOptIn: 'no',
      consentExpiry: 'None',
      softOptIn: 'Customer or in negotiations, similar product, refusal chance given. No period',
      quietHours: 'None',
      mandatoryContent:
        "Word 'פרסומת' at start of e-mail subject; advertiser name, address and contact; refusal right and a valid route to refuse",
      label: 'פרסומת',
      unsubscribeDeadline: 'No day count found; treat as immediate',
      profiling: 'Privacy Protection Law s.17F database direct mailing: removal right (NV)',
      childAge: 'NV',
      access: 'NV',
      deletion: 'NV',
      regulator:
        'Ministry of Communications; Privacy Protection Authority. Statutory damages NIS 1,000 per message',
      notVerified: 'Amendment 13 effects; request days; child age',
    },
  ],
]);
