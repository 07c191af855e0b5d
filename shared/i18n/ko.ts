/** Korean. */
import type { Messages } from './messages.ts';

export const ko: Messages = {
  'mail.sender': '이 이메일은 {controller}을(를) 대신하여 {office}에서 보내 드립니다.',
  'mail.why': '고객님의 설정에서 {office}의 광고 이메일 수신이 허용되어 있어 보내 드립니다.',
  'mail.unsubscribe': '수신 거부',
  'mail.preferences': '수신 설정 변경',
  'mail.policy': '개인정보 처리방침',
  'mail.address': '주소',

  'notice.safety': '사용 중인 휴대전화의 안전에 관한 내용이므로 보내 드립니다.',
  'notice.security': '사용 중인 휴대전화와 데이터의 보호에 관한 내용이므로 보내 드립니다.',
  'notice.terms': '고객님께 적용되는 약관 또는 정책이 변경되어 보내 드립니다.',
  'notice.service': '이용 중인 제품, 서비스 또는 계정에 관한 내용이므로 보내 드립니다.',
  'notice.choices': '광고 수신 설정은 변경되지 않았으며, 이 메시지에 영향을 주지 않습니다.',
  'notice.reference': '참조 번호: {reference}',

  'page.sender': '{controller}을(를) 대신하여 {office}에서 제공하는 페이지입니다.',
  'page.controller': '{controller}에서 제공하는 페이지입니다.',

  'unsubscribe.question': '{office}의 광고 이메일을 그만 받으시겠습니까?',
  'unsubscribe.stops': '중단되는 것',
  'unsubscribe.stops.detail':
    '{office}의 모든 광고 이메일. 이미 발송 중인 캠페인을 포함하여 즉시 중단됩니다.',
  'unsubscribe.continues': '계속 받는 것',
  'unsubscribe.continues.detail':
    '휴대전화의 안전, 중요한 보안 업데이트, 약관 변경에 관한 메시지. 광고는 포함되지 않습니다.',
  'unsubscribe.button': '광고 이메일 중단',
  'unsubscribe.pending': '버튼을 누르기 전까지는 아무것도 변경되지 않습니다.',

  'done.title': '수신 거부가 완료되었습니다',
  'done.detail': '{office}에서 더 이상 광고 이메일을 보내지 않습니다. 지금부터 적용됩니다.',
  'done.undo':
    '실수로 누르셨나요? 휴대전화 또는 계정의 설정에서 언제든지 광고 이메일을 다시 허용할 수 있습니다.',
  'already.title': '이미 수신 거부된 상태입니다',
  'already.detail': '{office}에서 광고 이메일을 보내지 않습니다.',

  'damaged.title': '이 링크는 작동하지 않습니다',
  'damaged.detail': '링크의 일부가 없거나 변경되었습니다. 고객님의 설정은 변경되지 않았습니다.',
  'damaged.advice': '이메일에서 링크를 다시 열거나, 링크 전체를 주소창에 복사해 주세요.',

  'error.title': '처리하지 못했습니다',
  'error.detail': '선택 사항을 저장하지 못했습니다. 몇 분 후에 다시 시도해 주세요.',
  'error.button': '다시 시도',
};
