/** Portuguese of Brazil. */
import type { LetterMessages, MailMessages, PageMessages } from './messages.ts';

export const ptBrMail: MailMessages = {
  'mail.sender': '{office} envia este e-mail a você em nome de {controller}.',
  'mail.why': 'Você recebe este e-mail porque suas configurações permitem e-mails de marketing de {office}.',
  'mail.unsubscribe': 'Cancelar inscrição',
  'mail.preferences': 'Alterar suas preferências',
  'mail.policy': 'Política de privacidade',
  'mail.address': 'Endereço postal',

  'notice.safety': 'Você recebe esta mensagem porque ela trata da sua segurança ao usar o telefone.',
  'notice.security':
    'Você recebe esta mensagem porque ela trata da proteção do seu telefone e dos seus dados.',
  'notice.terms': 'Você recebe esta mensagem porque termos ou políticas que se aplicam a você vão mudar.',
  'notice.service':
    'Você recebe esta mensagem porque ela trata de um produto, serviço ou conta que você usa.',
  'notice.choices': 'Suas escolhas de marketing continuam as mesmas e não afetam esta mensagem.',
  'notice.reference': 'Referência: {reference}',
  'notice.read': 'Ler este aviso on-line',
  'notice.acknowledge': 'Confirmar que você leu este aviso',
  'notice.accept': 'Ler e aceitar',
};

export const ptBrLetter: LetterMessages = {
  'letter.confirm.subject': 'Confirme: e-mails de {office}',
  'letter.confirm.intro':
    'Em {date}, foi solicitado o envio de e-mails de marketing de {office} para este endereço.',
  'letter.confirm.action': 'Se foi você, confirme aqui:',
  'letter.confirm.button': 'Confirmar',
  'letter.confirm.ignore':
    'Se não foi você, não precisa fazer nada: sem confirmação, nenhum e-mail de marketing é enviado. O link pode ser usado até {date}.',
  'letter.result.subject': 'Sua escolha foi registrada',
  'letter.result.email.granted': 'Em {date}, você permitiu e-mails de marketing de {office}.',
  'letter.result.email.denied':
    'Em {date}, você recusou e-mails de marketing de {office}. Nenhum outro será enviado.',
  'letter.result.push.granted': 'Em {date}, você permitiu notificações de marketing de {office}.',
  'letter.result.push.denied':
    'Em {date}, você recusou notificações de marketing de {office}. Nenhuma outra será exibida.',
  'letter.result.change': 'Você pode ver e alterar suas escolhas a qualquer momento:',
  'letter.why':
    'Você recebe esta mensagem porque foi feita uma escolha de marketing para você. Ela não contém publicidade.',
};

export const ptBrPage: PageMessages = {
  'page.sender': 'Uma página de {office}, em nome de {controller}.',
  'page.controller': 'Uma página de {controller}.',

  'unsubscribe.question': 'Parar de receber e-mails de marketing de {office}?',
  'unsubscribe.stops': 'O que para',
  'unsubscribe.stops.detail':
    'Todos os e-mails de marketing de {office}, imediatamente e também os de campanhas já em andamento.',
  'unsubscribe.continues': 'O que continua',
  'unsubscribe.continues.detail':
    'Mensagens sobre a segurança do seu telefone, atualizações de segurança importantes e mudanças nos termos. Elas não contêm publicidade.',
  'unsubscribe.button': 'Parar e-mails de marketing',
  'unsubscribe.pending': 'Nada muda até você pressionar o botão.',

  'done.title': 'Inscrição cancelada',
  'done.detail': '{office} não enviará mais e-mails de marketing a você. Isso já está valendo.',
  'already.title': 'Sua inscrição já estava cancelada',
  'already.detail': '{office} não envia e-mails de marketing a você.',

  'damaged.title': 'Este link não funciona',
  'damaged.detail': 'Parte do link está faltando ou foi alterada. Nada mudou nas suas configurações.',
  'damaged.advice': 'Abra o link novamente a partir do e-mail ou copie-o por inteiro na barra de endereços.',

  'sample.title': 'Isto é uma amostra',
  'sample.detail':
    'O link vem de uma prévia ou de uma mensagem de teste. Não pertence a ninguém e não altera nada.',

  'error.title': 'Não foi possível concluir',
  'error.detail': 'Não conseguimos salvar sua escolha. Tente novamente em alguns minutos.',
  'error.button': 'Tentar novamente',

  'page.language': 'Idioma',

  'unsubscribe.topic': 'Ou só este assunto',
  'unsubscribe.topic.detail':
    'Interrompe “{topic}” nos e-mails e nas notificações. Os outros assuntos continuam.',
  'unsubscribe.topic.button': 'Parar só “{topic}”',
  'unsubscribe.centre': 'Ver e alterar todas as suas escolhas',

  'undo.detail':
    'Foi um engano? Ao pressionar “Desfazer”, você concorda que {office} volte a enviar e-mails de marketing a você.',
  'undo.topic.detail': 'Foi um engano? “Desfazer” ativa o assunto de novo.',
  'undo.button': 'Desfazer',
  'undone.title': 'E-mails de marketing permitidos novamente',
  'undone.detail':
    '{office} pode voltar a enviar e-mails de marketing a você. Você pode revogar essa permissão a qualquer momento.',
  'undone.topic.title': 'O assunto está ativado de novo',
  'undone.topic.detail':
    '{office} pode voltar a escrever a você sobre “{topic}” onde você permite marketing.',
  'topic-done.title': 'Este assunto está desativado',
  'topic-done.detail': '{office} não enviará mais nada a você sobre “{topic}”. Os outros assuntos continuam.',

  'topic.news': 'Novidades',
  'topic.offers': 'Ofertas',
  'topic.articles': 'Artigos',
  'topic.recommendations': 'Recomendações',

  'centre.title': 'Suas escolhas',
  'centre.intro': 'Aqui você decide o que {office} pode enviar a você. É possível mudar a qualquer momento.',
  'centre.address': 'Estas escolhas se referem a {address}.',
  'centre.readonly': 'Esta é uma visualização para a equipe de {office}. Nada pode ser alterado aqui.',
  'centre.marketing': 'Comunicações de marketing',
  'centre.email': 'E-mails',
  'centre.email.detail':
    'Concordo que {office}, em nome de {controller}, me envie novidades e ofertas por e-mail. Posso revogar este consentimento a qualquer momento.',
  'centre.push': 'Notificações',
  'centre.push.detail':
    'Concordo que {office}, em nome de {controller}, me mostre novidades e ofertas como notificações {count, plural, one {no meu telefone} many {nos meus # de telefones} other {nos meus # telefones}}. Posso revogar este consentimento a qualquer momento.',
  'centre.topics': 'Assuntos',
  'centre.topics.detail':
    'Um assunto desativado não é enviado de forma alguma, nem por e-mail nem como notificação.',
  'centre.personal': 'Conteúdo pessoal e melhoria dos produtos',
  'centre.profiling': 'Conteúdo de acordo com meus interesses',
  'centre.profiling.detail':
    'Concordo que {office} escolha e redija o marketing para mim de acordo com meus interesses e os modelos dos meus telefones. Sem isso, recebo os mesmos textos que todas as outras pessoas.',
  'centre.diagnostics': 'Diagnóstico',
  'centre.diagnostics.detail':
    'Concordo que {count, plural, one {meu telefone envie} many {meus # de telefones enviem} other {meus # telefones enviem}} a {controller} dados técnicos sobre uso e falhas. Eles são usados de forma agregada para melhorar os produtos, nunca para marketing.',
  'centre.language.detail': 'Escrevemos a você neste idioma sempre que possível.',
  'centre.save': 'Salvar escolhas',
  'centre.refuse': 'Recusar todo o marketing',
  'centre.refuse.detail': 'Desativa e-mails e notificações de marketing, imediatamente e em definitivo.',
  'centre.saved': 'Suas escolhas foram salvas e já estão valendo.',
  'centre.unchanged': 'Nada mudou: suas escolhas são as que você vê aqui.',
  'centre.refused': 'Todo o marketing de {office} está desativado a partir de agora.',
  'centre.conflict':
    'Nesse meio-tempo, suas escolhas foram alteradas em outro lugar. O que você desativou está desativado. O que você ativou não foi salvo: confira suas escolhas e salve novamente.',
  'centre.pending':
    'Falta um passo: abra o e-mail que enviamos para {address} e confirme por lá. Até então, nenhum e-mail de marketing será enviado.',
  'centre.limit':
    'Vários e-mails de confirmação foram enviados hoje para {address}. Confira sua caixa de entrada ou tente novamente amanhã.',
  'centre.gpc':
    'Seu navegador pede que não seja criado um perfil seu (Global Privacy Control). Registramos isso como sua recusa, e esta escolha fica desativada enquanto o navegador fizer esse pedido.',

  'state.until': 'Seu consentimento vale até {date}.',
  'state.expired': 'Seu consentimento terminou em {date}.',
  'state.pending': 'Aguarda sua confirmação por e-mail.',
  'state.implied':
    'Ativado por causa de uma compra ou solicitação sua anterior. Você pode recusar a qualquer momento.',
  'state.default': 'Ativado porque você não recusou. Você pode recusar a qualquer momento.',
  'state.undeliverable': 'Os e-mails para este endereço voltaram, por isso nenhum é enviado.',
  'state.complained': 'Você marcou um e-mail como spam, por isso nenhum e-mail de marketing é enviado.',

  'history.title': 'Suas escolhas até agora',
  'history.empty': 'Ainda não há escolhas registradas.',
  'history.older':
    '{count, plural, one {# registro anterior não aparece} many {# de registros anteriores não aparecem} other {# registros anteriores não aparecem}} aqui.',
  'history.granted': 'Permitido',
  'history.accepted': 'Aceito',
  'history.denied': 'Recusado',
  'history.pending': 'Aguarda confirmação',
  'purpose.email': 'E-mails de marketing',
  'purpose.push': 'Notificações de marketing',
  'purpose.sms': 'Mensagens SMS',
  'purpose.topic': 'Assunto: {topic}',
  'purpose.profiling': 'Conteúdo por interesses',
  'purpose.diagnostics': 'Diagnóstico',
  'purpose.terms': 'Termos ou política, versão {version}',
  'source.setup-wizard': 'Configuração inicial do telefone',
  'source.app': 'Aplicativo no telefone',
  'source.settings': 'Configurações do telefone',
  'source.account': 'Conta',
  'source.link': 'Página aberta por um link de e-mail',
  'source.one-click': 'Botão de cancelar inscrição do programa de e-mail',
  'source.import': 'Registros anteriores',
  'source.staff': 'Nossa equipe, a seu pedido',
  'source.system': 'Automaticamente',
  'source.merge': 'Quando um telefone foi vinculado à conta',
  'source.gpc': 'Sinal do navegador (Global Privacy Control)',

  'confirm.question': 'Permitir e-mails de marketing de {office}?',
  'confirm.detail':
    'Foi solicitado o envio de e-mails de marketing para {address}. Ao pressionar o botão, você concorda que {office}, em nome de {controller}, envie novidades e ofertas a você por e-mail. Você pode revogar este consentimento a qualquer momento.',
  'confirm.button': 'Sim, permitir e-mails de marketing',
  'confirm.ignore':
    'Se não foi você que pediu, basta fechar esta página: nenhum e-mail de marketing será enviado.',
  'confirm.done.title': 'E-mails de marketing permitidos',
  'confirm.done.detail':
    'A partir de agora, {office} pode enviar e-mails de marketing a você. Você pode revogar essa permissão a qualquer momento.',
  'confirm.already.title': 'Isso já foi confirmado',
  'confirm.already.detail':
    'Você permitiu e-mails de marketing de {office} em {date}. Não é preciso fazer mais nada.',
  'confirm.expired.title': 'Esta confirmação chegou tarde demais',
  'confirm.expired.detail':
    'O link podia ser usado até {date}. Nenhum e-mail de marketing é enviado. Se você ainda quiser recebê-los, podemos enviar um novo e-mail de confirmação.',
  'confirm.resend.button': 'Enviar novo e-mail',
  'confirm.resent.title': 'Um novo e-mail está a caminho',
  'confirm.resent.detail':
    'Ele será enviado para {address}. O link pode ser usado por {count, plural, one {# dia} many {# de dias} other {# dias}}.',
  'confirm.refused.title': 'E-mails de marketing recusados',
  'confirm.refused.detail':
    'Este link não vale mais, porque os e-mails de marketing foram recusados depois que ele foi enviado. Você pode permiti-los novamente em suas escolhas.',

  'reconfirm.question': '{office} pode continuar enviando e-mails de marketing a você?',
  'reconfirm.detail':
    'Seu consentimento termina em {date}. Ao pressionar o botão, você concorda que {office}, em nome de {controller}, continue enviando novidades e ofertas a você por e-mail. Caso contrário, o envio termina sozinho. Você pode revogar este consentimento a qualquer momento.',
  'reconfirm.late':
    'Seu consentimento terminou em {date}. Ao pressionar o botão, você concorda que {office}, em nome de {controller}, volte a enviar novidades e ofertas a você por e-mail. Você pode revogar este consentimento a qualquer momento.',
  'reconfirm.button': 'Sim, continuar',
  'reconfirm.done.title': 'Seu consentimento foi renovado',
  'reconfirm.done.detail': 'Ele vale até {date}. Você pode revogá-lo a qualquer momento.',

  'receipt.title': 'Comprovante de consentimento',
  'receipt.issued': 'Emitido em {date}',
  'receipt.number': 'Número do comprovante',
  'receipt.controller': 'Controlador dos dados',
  'receipt.office': 'Escritório local',
  'receipt.policy': 'Política de privacidade, versão {version}',
  'receipt.now': 'O que vale agora',
  'receipt.on': 'Ativado',
  'receipt.off': 'Desativado',
  'receipt.rights': 'Seus direitos',
  'receipt.rights.detail':
    'Você pode revogar cada consentimento a qualquer momento: nas configurações do telefone, na sua conta ou pelo link em cada e-mail de marketing. Você também pode pedir acesso aos seus dados, bem como a correção e a exclusão deles.',
  'receipt.proof': 'Prova',
  'receipt.proof.intact':
    'O registro está completo: cada entrada traz a impressão digital eletrônica da anterior.',
  'receipt.proof.broken': 'O registro está danificado na entrada {entry}. Entre em contato conosco.',

  'notice.why': 'Por que você recebe isto',
  'notice.released': 'Publicado em {date}',
  'notice.fallback': 'Não há texto no seu idioma. Ele é mostrado neste idioma: {language}',
  'notice.erased': 'Nada mais está armazenado sobre você. Este é o texto que foi enviado a todos.',
  'notice.stopped': 'Este aviso foi retirado. Não o siga mais.',
  'notice.superseded': 'Este aviso foi substituído por um mais recente.',
  'notice.newer': 'Ler o aviso mais recente',
  'notice.acknowledge.button': 'Li este aviso',
  'notice.accept.detail':
    'Ao pressionar o botão, você aceita a versão {version} dos termos ou das políticas de que trata este aviso.',
  'notice.accept.button': 'Aceito',
  'notice.renew':
    'Você também pode renovar estes consentimentos sob a nova versão. O que você não marcar continua como está.',
  'notice.acknowledged': 'Em {date}, você confirmou que leu este aviso.',
  'notice.accepted': 'Em {date}, você aceitou a versão {version}.',
  'notice.recorded': 'Sua resposta foi registrada.',
  'notice.already': 'Você já respondeu. Nada mudou.',
  'notice.not-yours': 'Este aviso não foi enviado a você, por isso sua resposta não foi registrada.',

  'error.input.title': 'Não conseguimos ler isto',
  'error.input.detail':
    'O formulário estava incompleto, era grande demais ou de outro tipo. Nada mudou. Abra o link novamente e tente de novo.',
};
