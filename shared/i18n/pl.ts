/** Polish. */
import type { Messages } from './messages.ts';

export const pl: Messages = {
  'mail.sender': 'Tę wiadomość e-mail wysyła {office} w imieniu {controller}.',
  'mail.why':
    'Otrzymujesz tę wiadomość, ponieważ Twoje ustawienia zezwalają na e-maile marketingowe od {office}.',
  'mail.unsubscribe': 'Zrezygnuj z subskrypcji',
  'mail.preferences': 'Zmień swoje preferencje',
  'mail.policy': 'Polityka prywatności',
  'mail.address': 'Adres pocztowy',

  'notice.safety':
    'Otrzymujesz tę wiadomość, ponieważ dotyczy ona bezpieczeństwa użytkowania Twojego telefonu.',
  'notice.security':
    'Otrzymujesz tę wiadomość, ponieważ dotyczy ona ochrony Twojego telefonu i Twoich danych.',
  'notice.terms': 'Otrzymujesz tę wiadomość, ponieważ zmieniają się obowiązujące Cię warunki lub zasady.',
  'notice.service':
    'Otrzymujesz tę wiadomość, ponieważ dotyczy ona produktu, usługi lub konta, z których korzystasz.',
  'notice.choices': 'Twoje wybory dotyczące marketingu pozostają bez zmian i nie mają na nią wpływu.',
  'notice.reference': 'Numer referencyjny: {reference}',

  'page.sender': 'Strona prowadzona przez {office} w imieniu {controller}.',
  'page.controller': 'Strona prowadzona przez {controller}.',

  'unsubscribe.question': 'Czy zrezygnować z e-maili marketingowych od {office}?',
  'unsubscribe.stops': 'Co przestanie przychodzić',
  'unsubscribe.stops.detail':
    'Wszystkie e-maile marketingowe od {office}, od razu, także z kampanii, które już trwają.',
  'unsubscribe.continues': 'Co nadal będzie przychodzić',
  'unsubscribe.continues.detail':
    'Wiadomości o bezpieczeństwie telefonu, ważnych aktualizacjach zabezpieczeń i zmianach warunków. Nie zawierają reklam.',
  'unsubscribe.button': 'Zrezygnuj z e-maili marketingowych',
  'unsubscribe.pending': 'Nic się nie zmieni, dopóki nie naciśniesz przycisku.',

  'done.title': 'Subskrypcja została anulowana',
  'done.detail': '{office} nie będzie już wysyłać Ci e-maili marketingowych. Obowiązuje to od teraz.',
  'done.undo':
    'To pomyłka? W każdej chwili możesz ponownie zezwolić na e-maile marketingowe w ustawieniach telefonu lub konta.',
  'already.title': 'Subskrypcja była już anulowana',
  'already.detail': '{office} nie wysyła Ci e-maili marketingowych.',

  'damaged.title': 'Ten link nie działa',
  'damaged.detail':
    'Brakuje części linku lub został on zmieniony. W Twoich ustawieniach nic się nie zmieniło.',
  'damaged.advice': 'Otwórz link ponownie z wiadomości e-mail albo skopiuj go w całości do paska adresu.',

  'error.title': 'Nie udało się',
  'error.detail': 'Nie można było zapisać Twojego wyboru. Spróbuj ponownie za kilka minut.',
  'error.button': 'Spróbuj ponownie',
};
