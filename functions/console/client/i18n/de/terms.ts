/** Die Wörter des Fachs. */
import type { Catalog } from '../catalog.ts';

export const terms: Catalog['terms'] = {
  state: {
    draft: 'Entwurf',
    submitted: 'In Prüfung',
    approved: 'Einmal freigegeben',
    scheduled: 'Geplant',
    running: 'Läuft',
    paused: 'Angehalten',
    completed: 'Abgeschlossen',
    rejected: 'Abgelehnt',
    cancelled: 'Abgebrochen',
    expired: 'Verfallen',
  },
  noticeState: {
    draft: 'Entwurf',
    submitted: 'Wartet auf Freigabe',
    running: 'Läuft',
    completed: 'Abgeschlossen',
    rejected: 'Abgelehnt',
    stopped: 'Gestoppt',
  },
  noticeKind: { safety: 'Sicherheit', security: 'IT-Sicherheit', terms: 'Bedingungen', service: 'Dienst' },
  legalReason: {
    'product-safety': 'Produktsicherheit',
    'security-update': 'Sicherheitsupdate',
    'terms-change': 'Änderung der Bedingungen',
    'privacy-policy-change': 'Änderung der Datenschutzerklärung',
    'service-change': 'Änderung eines Dienstes',
    account: 'Angelegenheit eines Kontos',
    'legal-obligation': 'Andere gesetzliche Pflicht',
  },
  channel: { email: 'E-Mail', push: 'Push', sms: 'SMS' },
  topic: { news: 'Neuigkeiten', offers: 'Angebote', articles: 'Artikel', recommendations: 'Empfehlungen' },
  role: {
    marketer: 'Marketing',
    approver: 'Freigabe',
    'notice-author': 'Autor von Hinweisen',
    'notice-releaser': 'Freigabe von Hinweisen',
    'privacy-officer': 'Datenschutz',
    support: 'Kundendienst',
    auditor: 'Revision',
    admin: 'Administration',
  },
};
