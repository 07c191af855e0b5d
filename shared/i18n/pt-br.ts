/** Portuguese of Brazil. */
import type { Messages } from './messages.ts';

export const ptBr: Messages = {
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
  'done.undo':
    'Foi um engano? Você pode voltar a permitir e-mails de marketing a qualquer momento nas configurações do telefone ou da conta.',
  'already.title': 'Sua inscrição já estava cancelada',
  'already.detail': '{office} não envia e-mails de marketing a você.',

  'damaged.title': 'Este link não funciona',
  'damaged.detail': 'Parte do link está faltando ou foi alterada. Nada mudou nas suas configurações.',
  'damaged.advice': 'Abra o link novamente a partir do e-mail ou copie-o por inteiro na barra de endereços.',

  'error.title': 'Não foi possível concluir',
  'error.detail': 'Não conseguimos salvar sua escolha. Tente novamente em alguns minutos.',
  'error.button': 'Tentar novamente',
};
