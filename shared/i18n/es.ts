/** Spanish, worded for Spain and Latin America alike. */
import type { LetterMessages, MailMessages, PageMessages } from './messages.ts';

export const esMail: MailMessages = {
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
  'notice.read': 'Leer este aviso en línea',
  'notice.acknowledge': 'Confirmar que lo ha leído',
  'notice.accept': 'Leer y aceptar',
};

export const esLetter: LetterMessages = {
  'letter.confirm.subject': 'Confirme, por favor: correos de {office}',
  'letter.confirm.intro': 'El {date} se solicitaron correos publicitarios de {office} para esta dirección.',
  'letter.confirm.action': 'Si fue usted, confírmelo aquí:',
  'letter.confirm.button': 'Confirmar',
  'letter.confirm.ignore':
    'Si no fue usted, no tiene que hacer nada: sin confirmación no se envían correos publicitarios. El enlace se puede usar hasta el {date}.',
  'letter.result.subject': 'Su elección ha quedado registrada',
  'letter.result.email.granted': 'El {date} usted permitió los correos publicitarios de {office}.',
  'letter.result.email.denied':
    'El {date} usted rechazó los correos publicitarios de {office}. Ya no se envían.',
  'letter.result.push.granted': 'El {date} usted permitió las notificaciones publicitarias de {office}.',
  'letter.result.push.denied':
    'El {date} usted rechazó las notificaciones publicitarias de {office}. Ya no se muestran.',
  'letter.result.change': 'Puede ver y cambiar sus opciones en cualquier momento:',
  'letter.why':
    'Recibe este mensaje porque se registró una elección suya sobre publicidad. No contiene publicidad.',
};

export const esPage: PageMessages = {
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
  'already.title': 'Su suscripción ya estaba cancelada',
  'already.detail': '{office} no le envía correos publicitarios.',

  'damaged.title': 'Este enlace no funciona',
  'damaged.detail': 'Falta una parte del enlace o se ha modificado. Nada ha cambiado en su configuración.',
  'damaged.advice': 'Abra de nuevo el enlace desde el correo o cópielo completo en la barra de direcciones.',

  'sample.title': 'Esto es una muestra',
  'sample.detail':
    'El enlace procede de una vista previa o de un mensaje de prueba. No pertenece a nadie y no cambia nada.',

  'error.title': 'No se ha podido completar',
  'error.detail': 'No hemos podido guardar su elección. Inténtelo de nuevo dentro de unos minutos.',
  'error.button': 'Intentar de nuevo',

  'page.language': 'Idioma',

  'unsubscribe.topic': 'O solo este tema',
  'unsubscribe.topic.detail':
    'Deja de enviarse «{topic}» por correo y como notificación. Los demás temas continúan.',
  'unsubscribe.topic.button': 'Detener solo «{topic}»',
  'unsubscribe.centre': 'Ver y cambiar todas sus opciones',

  'undo.detail':
    '¿Ha sido un error? Si pulsa «Deshacer», acepta que {office} le envíe de nuevo correos publicitarios.',
  'undo.topic.detail': '¿Ha sido un error? «Deshacer» vuelve a activar el tema.',
  'undo.button': 'Deshacer',
  'undone.title': 'Los correos publicitarios vuelven a estar permitidos',
  'undone.detail':
    '{office} puede enviarle de nuevo correos publicitarios. Puede retirar su consentimiento en cualquier momento.',
  'undone.topic.title': 'El tema vuelve a estar activado',
  'undone.topic.detail':
    '{office} puede volver a escribirle sobre «{topic}» donde usted permita la publicidad.',
  'topic-done.title': 'Este tema está desactivado',
  'topic-done.detail': '{office} ya no le envía nada sobre «{topic}». Los demás temas continúan.',

  'topic.news': 'Novedades',
  'topic.offers': 'Ofertas',
  'topic.articles': 'Artículos',
  'topic.recommendations': 'Recomendaciones',

  'centre.title': 'Sus opciones',
  'centre.intro': 'Aquí decide qué puede enviarle {office}. Puede cambiarlo en cualquier momento.',
  'centre.address': 'Estas opciones corresponden a {address}.',
  'centre.readonly': 'Esta es una vista para el personal de {office}. Aquí no se puede cambiar nada.',
  'centre.marketing': 'Publicidad',
  'centre.email': 'Correos electrónicos',
  'centre.email.detail':
    'Acepto que {office}, en nombre de {controller}, me envíe novedades y ofertas por correo electrónico. Puedo retirar mi consentimiento en cualquier momento.',
  'centre.push': 'Notificaciones',
  'centre.push.detail':
    'Acepto que {office}, en nombre de {controller}, me muestre novedades y ofertas como notificaciones en {count, plural, one {mi teléfono} many {mis # teléfonos} other {mis # teléfonos}}. Puedo retirar mi consentimiento en cualquier momento.',
  'centre.topics': 'Temas',
  'centre.topics.detail':
    'Un tema desactivado no se envía de ningún modo, ni por correo ni como notificación.',
  'centre.personal': 'Contenido personal y mejora de los productos',
  'centre.profiling': 'Contenido según mis intereses',
  'centre.profiling.detail':
    'Acepto que {office} elija y redacte la publicidad para mí según mis intereses y los modelos de mis teléfonos. Sin este consentimiento recibo los mismos textos que todos.',
  'centre.diagnostics': 'Diagnóstico',
  'centre.diagnostics.detail':
    'Acepto que {count, plural, one {mi teléfono envíe a {controller} datos técnicos} many {mis # teléfonos envíen a {controller} datos técnicos} other {mis # teléfonos envíen a {controller} datos técnicos}} sobre uso y fallos. Se usan de forma agregada para mejorar los productos, nunca para publicidad.',
  'centre.language.detail': 'Le escribimos en este idioma siempre que es posible.',
  'centre.save': 'Guardar opciones',
  'centre.refuse': 'Rechazar toda la publicidad',
  'centre.refuse.detail':
    'Desactiva los correos y las notificaciones de publicidad, de inmediato y de forma definitiva.',
  'centre.saved': 'Sus opciones están guardadas y se aplican desde ahora.',
  'centre.unchanged': 'No ha cambiado nada: sus opciones son las que ve aquí.',
  'centre.refused': 'Toda la publicidad de {office} está desactivada desde ahora.',
  'centre.conflict':
    'Entretanto sus opciones se han cambiado en otro lugar. Lo que usted desactivó está desactivado. Lo que activó no se ha guardado: revise sus opciones y guarde de nuevo.',
  'centre.pending':
    'Falta un paso: abra el correo que enviamos a {address} y confirme allí. Hasta entonces no se envían correos publicitarios.',
  'centre.limit':
    'Hoy ya se han enviado varios correos de confirmación a {address}. Mire su bandeja de entrada o inténtelo mañana.',
  'centre.gpc':
    'Su navegador pide que no se elabore su perfil (Global Privacy Control). Lo hemos registrado como su negativa, y esta opción sigue desactivada mientras su navegador lo pida.',

  'state.until': 'Su consentimiento es válido hasta el {date}.',
  'state.expired': 'Su consentimiento terminó el {date}.',
  'state.pending': 'Pendiente de su confirmación por correo.',
  'state.implied':
    'Activado por una compra o una solicitud anterior suya. Puede rechazarlo en cualquier momento.',
  'state.default': 'Activado porque usted no lo ha rechazado. Puede rechazarlo en cualquier momento.',
  'state.undeliverable': 'Los correos a esta dirección han sido devueltos, por eso no se envía ninguno.',
  'state.complained': 'Usted marcó un correo como no deseado, por eso no se envían correos publicitarios.',

  'history.title': 'Sus opciones hasta ahora',
  'history.empty': 'Todavía no hay ninguna opción registrada.',
  'history.older':
    '{count, plural, one {# entrada anterior no se muestra} many {# entradas anteriores no se muestran} other {# entradas anteriores no se muestran}} aquí.',
  'history.granted': 'Permitido',
  'history.accepted': 'Aceptado',
  'history.denied': 'Rechazado',
  'history.pending': 'Pendiente de confirmación',
  'purpose.email': 'Correos publicitarios',
  'purpose.push': 'Notificaciones publicitarias',
  'purpose.sms': 'Mensajes de texto',
  'purpose.topic': 'Tema: {topic}',
  'purpose.profiling': 'Contenido según intereses',
  'purpose.diagnostics': 'Diagnóstico',
  'purpose.terms': 'Condiciones o política, versión {version}',
  'source.setup-wizard': 'Configuración del teléfono',
  'source.app': 'Aplicación del teléfono',
  'source.settings': 'Ajustes del teléfono',
  'source.account': 'Cuenta',
  'source.link': 'Página de un enlace en un correo',
  'source.one-click': 'Botón de baja del programa de correo',
  'source.import': 'Registros anteriores',
  'source.staff': 'Nuestro personal, a petición suya',
  'source.system': 'Automáticamente',
  'source.merge': 'Al vincular un teléfono a la cuenta',
  'source.gpc': 'Señal del navegador (Global Privacy Control)',

  'confirm.question': '¿Permitir correos publicitarios de {office}?',
  'confirm.detail':
    'Se han solicitado correos publicitarios para {address}. Si pulsa el botón, acepta que {office}, en nombre de {controller}, le envíe novedades y ofertas por correo electrónico. Puede retirar su consentimiento en cualquier momento.',
  'confirm.button': 'Sí, permitirlos',
  'confirm.ignore': 'Si no lo ha pedido usted, cierre esta página: no se enviará ningún correo publicitario.',
  'confirm.done.title': 'Los correos publicitarios están permitidos',
  'confirm.done.detail':
    'Desde ahora {office} puede enviarle correos publicitarios. Puede retirar su consentimiento en cualquier momento.',
  'confirm.already.title': 'Ya está confirmado',
  'confirm.already.detail':
    'Usted permitió los correos publicitarios de {office} el {date}. No hay que hacer nada más.',
  'confirm.expired.title': 'Esta confirmación llegó demasiado tarde',
  'confirm.expired.detail':
    'El enlace se podía usar hasta el {date}. No se envían correos publicitarios. Si aún los desea, podemos enviarle un nuevo correo de confirmación.',
  'confirm.resend.button': 'Enviar un nuevo correo',
  'confirm.resent.title': 'Un nuevo correo está en camino',
  'confirm.resent.detail':
    'Lo enviamos a {address}. Su enlace se puede usar durante {count, plural, one {# día} many {# días} other {# días}}.',
  'confirm.refused.title': 'Los correos publicitarios están rechazados',
  'confirm.refused.detail':
    'Este enlace ya no es válido, porque los correos publicitarios se rechazaron después de enviarlo. Puede permitirlos de nuevo en sus opciones.',

  'reconfirm.question': '¿Puede {office} seguir enviándole correos publicitarios?',
  'reconfirm.detail':
    'Su consentimiento termina el {date}. Si pulsa el botón, acepta que {office}, en nombre de {controller}, siga enviándole novedades y ofertas por correo electrónico. Si no, los envíos terminan por sí solos. Puede retirar su consentimiento en cualquier momento.',
  'reconfirm.late':
    'Su consentimiento terminó el {date}. Si pulsa el botón, acepta que {office}, en nombre de {controller}, le envíe de nuevo novedades y ofertas por correo electrónico. Puede retirar su consentimiento en cualquier momento.',
  'reconfirm.button': 'Sí, continuar',
  'reconfirm.done.title': 'Su consentimiento está renovado',
  'reconfirm.done.detail': 'Es válido hasta el {date}. Puede retirarlo en cualquier momento.',

  'receipt.title': 'Recibo de consentimientos',
  'receipt.issued': 'Emitido el {date}',
  'receipt.number': 'Número de recibo',
  'receipt.controller': 'Responsable del tratamiento',
  'receipt.office': 'Oficina local',
  'receipt.policy': 'Política de privacidad, versión {version}',
  'receipt.now': 'Qué se aplica ahora',
  'receipt.on': 'Activado',
  'receipt.off': 'Desactivado',
  'receipt.rights': 'Sus derechos',
  'receipt.rights.detail':
    'Puede retirar cada consentimiento en cualquier momento: en los ajustes de su teléfono, en su cuenta o con el enlace de cada correo publicitario. También puede pedir el acceso a sus datos, su rectificación y su supresión.',
  'receipt.proof': 'Prueba',
  'receipt.proof.intact': 'El registro está completo: cada entrada lleva la huella digital de la anterior.',
  'receipt.proof.broken': 'El registro está dañado en la entrada {entry}. Póngase en contacto con nosotros.',

  'notice.why': 'Por qué recibe esto',
  'notice.released': 'Publicado el {date}',
  'notice.fallback': 'No hay texto en su idioma. Se muestra en este idioma: {language}',
  'notice.erased': 'Ya no se guarda nada sobre usted. Este es el texto que se envió a todos.',
  'notice.stopped': 'Este aviso se ha retirado. Por favor, ya no lo tenga en cuenta.',
  'notice.superseded': 'Este aviso se ha sustituido por otro más reciente.',
  'notice.newer': 'Leer el aviso más reciente',
  'notice.acknowledge.button': 'He leído este aviso',
  'notice.accept.detail':
    'Si pulsa el botón, acepta la versión {version} de las condiciones o políticas de las que trata este aviso.',
  'notice.accept.button': 'Acepto',
  'notice.renew':
    'También puede renovar estos consentimientos con la nueva versión. Lo que no marque queda como está.',
  'notice.acknowledged': 'El {date} usted confirmó que ha leído este aviso.',
  'notice.accepted': 'El {date} usted aceptó la versión {version}.',
  'notice.recorded': 'Su respuesta ha quedado registrada.',
  'notice.already': 'Ya había respondido. Nada ha cambiado.',
  'notice.not-yours': 'Este aviso no se le envió a usted, por lo que su respuesta no se ha registrado.',

  'error.input.title': 'No hemos podido leer los datos',
  'error.input.detail':
    'El formulario estaba incompleto, era demasiado grande o de otro tipo. No ha cambiado nada. Abra de nuevo el enlace e inténtelo otra vez.',
};
