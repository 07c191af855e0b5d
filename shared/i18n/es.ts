/** Spanish, worded for Spain and Latin America alike. */
import type { Messages } from './messages.ts';

export const es: Messages = {
  'mail.sender': '{office} le envía este correo en nombre de {controller}.',
  'mail.why': 'Recibe este correo porque su configuración permite los correos publicitarios de {office}.',
  'mail.unsubscribe': 'Cancelar la suscripción',
  'mail.preferences': 'Cambiar sus preferencias',
  'mail.policy': 'Política de privacidad',
  'mail.address': 'Dirección postal',

  'notice.safety': 'Recibe este mensaje porque afecta a su seguridad al usar el teléfono.',
  'notice.security': 'Recibe este mensaje porque afecta a la protección de su teléfono y de sus datos.',
  'notice.terms': 'Recibe este mensaje porque cambian condiciones o políticas que se le aplican.',
  'notice.service':
    'Recibe este mensaje porque afecta a un producto, un servicio o una cuenta que usted usa.',
  'notice.choices': 'Sus preferencias de publicidad no cambian y no influyen en este mensaje.',
  'notice.reference': 'Referencia: {reference}',

  'page.sender': 'Una página de {office}, en nombre de {controller}.',
  'page.controller': 'Una página de {controller}.',

  'unsubscribe.question': '¿Dejar de recibir correos publicitarios de {office}?',
  'unsubscribe.stops': 'Qué termina',
  'unsubscribe.stops.detail':
    'Todos los correos publicitarios de {office}, de inmediato y también los de campañas ya en curso.',
  'unsubscribe.continues': 'Qué continúa',
  'unsubscribe.continues.detail':
    'Los mensajes sobre la seguridad de su teléfono, las actualizaciones de seguridad importantes y los cambios de condiciones. No contienen publicidad.',
  'unsubscribe.button': 'Detener los correos publicitarios',
  'unsubscribe.pending': 'Nada cambia hasta que pulse el botón.',

  'done.title': 'Suscripción cancelada',
  'done.detail': '{office} no le enviará más correos publicitarios. Es efectivo desde ahora.',
  'done.undo':
    '¿Ha sido un error? Puede volver a permitir los correos publicitarios en cualquier momento en los ajustes de su teléfono o de su cuenta.',
  'already.title': 'Su suscripción ya estaba cancelada',
  'already.detail': '{office} no le envía correos publicitarios.',

  'damaged.title': 'Este enlace no funciona',
  'damaged.detail': 'Falta una parte del enlace o se ha modificado. Nada ha cambiado en su configuración.',
  'damaged.advice': 'Abra de nuevo el enlace desde el correo o cópielo completo en la barra de direcciones.',

  'error.title': 'No se ha podido completar',
  'error.detail': 'No hemos podido guardar su elección. Inténtelo de nuevo dentro de unos minutos.',
  'error.button': 'Intentar de nuevo',
};
