/** Korean. */
import type { LetterMessages, MailMessages, PageMessages } from './messages.ts';

export const koMail: MailMessages = {
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
  'notice.read': '이 안내를 온라인에서 읽기',
  'notice.acknowledge': '읽었음을 확인하기',
  'notice.accept': '읽고 동의하기',
};

export const koLetter: LetterMessages = {
  'letter.confirm.subject': '확인해 주세요: {office}의 이메일',
  'letter.confirm.intro': '{date}에 이 주소로 {office}의 광고 이메일 수신이 요청되었습니다.',
  'letter.confirm.action': '본인이 요청하셨다면 여기에서 확인해 주세요:',
  'letter.confirm.button': '확인',
  'letter.confirm.ignore':
    '본인이 아니라면 아무것도 하실 필요가 없습니다. 확인하지 않으면 광고 이메일은 발송되지 않습니다. 링크는 {date}까지 사용할 수 있습니다.',
  'letter.result.subject': '수신 동의 처리 결과를 알려 드립니다',
  'letter.result.email.granted': '{date}에 {office}의 광고 이메일 수신에 동의하셨습니다.',
  'letter.result.email.denied':
    '{date}에 {office}의 광고 이메일 수신을 거부하셨습니다. 더 이상 보내지 않습니다.',
  'letter.result.push.granted': '{date}에 {office}의 광고 알림 수신에 동의하셨습니다.',
  'letter.result.push.denied':
    '{date}에 {office}의 광고 알림 수신을 거부하셨습니다. 더 이상 표시하지 않습니다.',
  'letter.result.change': '설정은 언제든지 확인하고 변경할 수 있습니다:',
  'letter.why': '광고 수신에 관한 고객님의 선택이 기록되어 보내 드립니다. 광고는 포함되지 않습니다.',
};

export const koPage: PageMessages = {
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
  'already.title': '이미 수신 거부된 상태입니다',
  'already.detail': '{office}에서 광고 이메일을 보내지 않습니다.',

  'damaged.title': '이 링크는 작동하지 않습니다',
  'damaged.detail': '링크의 일부가 없거나 변경되었습니다. 고객님의 설정은 변경되지 않았습니다.',
  'damaged.advice': '이메일에서 링크를 다시 열거나, 링크 전체를 주소창에 복사해 주세요.',

  'sample.title': '샘플 페이지입니다',
  'sample.detail':
    '이 링크는 미리보기 또는 테스트 메시지에서 온 것입니다. 누구의 것도 아니며 아무것도 변경하지 않습니다.',

  'error.title': '처리하지 못했습니다',
  'error.detail': '선택 사항을 저장하지 못했습니다. 몇 분 후에 다시 시도해 주세요.',
  'error.button': '다시 시도',

  'page.language': '언어',

  'unsubscribe.topic': '이 주제만 중단하기',
  'unsubscribe.topic.detail': '‘{topic}’ 이메일과 알림을 중단합니다. 다른 주제는 계속됩니다.',
  'unsubscribe.topic.button': '‘{topic}’만 중단',
  'unsubscribe.centre': '모든 설정 보기 및 변경',

  'undo.detail': '실수로 누르셨나요? ‘되돌리기’를 누르면 {office}의 광고 이메일 수신에 다시 동의하게 됩니다.',
  'undo.topic.detail': '실수로 누르셨나요? ‘되돌리기’를 누르면 이 주제가 다시 켜집니다.',
  'undo.button': '되돌리기',
  'undone.title': '광고 이메일이 다시 허용되었습니다',
  'undone.detail': '{office}에서 다시 광고 이메일을 보낼 수 있습니다. 동의는 언제든지 철회할 수 있습니다.',
  'undone.topic.title': '주제가 다시 켜졌습니다',
  'undone.topic.detail': '광고를 허용하신 범위 내에서 {office}에서 다시 ‘{topic}’ 소식을 보낼 수 있습니다.',
  'topic-done.title': '이 주제는 꺼져 있습니다',
  'topic-done.detail': '{office}에서 ‘{topic}’ 소식을 더 이상 보내지 않습니다. 다른 주제는 계속됩니다.',

  'topic.news': '새 소식',
  'topic.offers': '혜택',
  'topic.articles': '읽을거리',
  'topic.recommendations': '추천',

  'centre.title': '수신 설정',
  'centre.intro':
    '{office}에서 무엇을 보낼 수 있는지 여기서 정하실 수 있습니다. 언제든지 변경할 수 있습니다.',
  'centre.address': '이 설정은 {address} 주소의 설정입니다.',
  'centre.readonly': '{office} 담당자용 화면입니다. 여기서는 아무것도 변경할 수 없습니다.',
  'centre.marketing': '광고',
  'centre.email': '이메일',
  'centre.email.detail':
    '{controller}을(를) 대신하여 {office}에서 새 소식과 혜택을 이메일로 보내는 것에 동의합니다. 동의는 언제든지 철회할 수 있습니다.',
  'centre.push': '알림',
  'centre.push.detail':
    '{controller}을(를) 대신하여 {office}에서 새 소식과 혜택을 {count, plural, other {내 휴대전화 #대}}에 알림으로 보내는 것에 동의합니다. 동의는 언제든지 철회할 수 있습니다.',
  'centre.topics': '주제',
  'centre.topics.detail': '꺼진 주제는 이메일로도 알림으로도 전혀 보내지 않습니다.',
  'centre.personal': '맞춤 내용과 제품 개선',
  'centre.profiling': '관심사에 맞는 내용',
  'centre.profiling.detail':
    '{office}에서 나의 관심사와 휴대전화 모델에 따라 광고의 내용과 문구를 정하는 것에 동의합니다. 동의하지 않으면 모두와 같은 내용을 받습니다.',
  'centre.diagnostics': '진단',
  'centre.diagnostics.detail':
    '{count, plural, other {내 휴대전화 #대}}에서 사용 및 오류에 관한 기술 데이터를 {controller}에 보내는 것에 동의합니다. 데이터는 집계된 형태로 제품 개선에 쓰이며, 광고에는 절대 쓰이지 않습니다.',
  'centre.language.detail': '가능한 경우 이 언어로 안내해 드립니다.',
  'centre.save': '설정 저장',
  'centre.refuse': '모든 광고 거부',
  'centre.refuse.detail': '광고 이메일과 알림을 즉시, 영구적으로 중단합니다.',
  'centre.saved': '설정이 저장되었으며 지금부터 적용됩니다.',
  'centre.unchanged': '변경된 것이 없습니다. 설정은 여기에 표시된 그대로입니다.',
  'centre.refused': '{office}의 모든 광고를 중단했습니다. 지금부터 적용됩니다.',
  'centre.conflict':
    '그사이 다른 곳에서 설정이 변경되었습니다. 끄신 항목은 꺼져 있습니다. 켜신 항목은 저장되지 않았으니 설정을 확인하고 다시 저장해 주세요.',
  'centre.pending':
    '한 단계가 남았습니다. {address} 주소로 보내 드리는 이메일을 열어 확인해 주세요. 그때까지 광고 이메일은 보내지 않습니다.',
  'centre.limit':
    '오늘 {address} 주소로 확인 이메일을 여러 번 보냈습니다. 받은편지함을 확인하거나 내일 다시 시도해 주세요.',
  'centre.gpc':
    '사용 중인 브라우저가 프로파일링을 하지 말 것을 요청하고 있습니다(Global Privacy Control). 이를 고객님의 거부로 기록했으며, 브라우저가 요청하는 동안 이 설정은 꺼져 있습니다.',

  'state.until': '동의는 {date}까지 유효합니다.',
  'state.expired': '동의가 {date}에 만료되었습니다.',
  'state.pending': '이메일 확인을 기다리고 있습니다.',
  'state.implied': '이전의 구매 또는 문의에 따라 켜져 있습니다. 언제든지 거부할 수 있습니다.',
  'state.default': '거부하지 않으셨으므로 켜져 있습니다. 언제든지 거부할 수 있습니다.',
  'state.undeliverable': '이 주소로 보낸 이메일이 반송되어 더 이상 보내지 않습니다.',
  'state.complained': '스팸으로 신고하셨으므로 광고 이메일을 보내지 않습니다.',

  'history.title': '지금까지의 설정',
  'history.empty': '아직 기록된 설정이 없습니다.',
  'history.older': '이전 {count, plural, other {기록 #건}}은 여기에 표시되지 않습니다.',
  'history.granted': '허용',
  'history.accepted': '동의함',
  'history.denied': '거부',
  'history.pending': '확인 대기 중',
  'purpose.email': '광고 이메일',
  'purpose.push': '광고 알림',
  'purpose.sms': '문자 메시지',
  'purpose.topic': '주제: {topic}',
  'purpose.profiling': '관심사에 맞는 내용',
  'purpose.diagnostics': '진단',
  'purpose.terms': '약관 또는 정책, 버전 {version}',
  'source.setup-wizard': '휴대전화 초기 설정',
  'source.app': '휴대전화의 앱',
  'source.settings': '휴대전화의 설정',
  'source.account': '계정',
  'source.link': '이메일 링크로 열린 페이지',
  'source.one-click': '메일 프로그램의 수신 거부 버튼',
  'source.import': '이전 기록',
  'source.staff': '고객님의 요청에 따른 담당자 처리',
  'source.system': '자동',
  'source.merge': '휴대전화를 계정에 연결할 때',
  'source.gpc': '브라우저 신호(Global Privacy Control)',

  'confirm.question': '{office}의 광고 이메일을 허용하시겠습니까?',
  'confirm.detail':
    '{address} 주소로 광고 이메일 수신이 요청되었습니다. 버튼을 누르면 {controller}을(를) 대신하여 {office}에서 새 소식과 혜택을 이메일로 보내는 것에 동의하게 됩니다. 동의는 언제든지 철회할 수 있습니다.',
  'confirm.button': '예, 허용합니다',
  'confirm.ignore': '요청하신 적이 없다면 이 페이지를 닫아 주세요. 광고 이메일은 발송되지 않습니다.',
  'confirm.done.title': '광고 이메일이 허용되었습니다',
  'confirm.done.detail':
    '지금부터 {office}에서 광고 이메일을 보낼 수 있습니다. 동의는 언제든지 철회할 수 있습니다.',
  'confirm.already.title': '이미 확인되었습니다',
  'confirm.already.detail': '{date}에 {office}의 광고 이메일을 허용하셨습니다. 더 하실 일은 없습니다.',
  'confirm.expired.title': '확인 기한이 지났습니다',
  'confirm.expired.detail':
    '이 링크는 {date}까지 사용할 수 있었습니다. 광고 이메일은 발송되지 않습니다. 계속 원하시면 새 확인 이메일을 보내 드릴 수 있습니다.',
  'confirm.resend.button': '새 이메일 보내기',
  'confirm.resent.title': '새 이메일을 보내 드립니다',
  'confirm.resent.detail':
    '{address} 주소로 보내 드립니다. 링크는 {count, plural, other {#일}} 동안 사용할 수 있습니다.',
  'confirm.refused.title': '광고 이메일이 거부된 상태입니다',
  'confirm.refused.detail':
    '이 링크를 보낸 후 광고 이메일이 거부되어 링크는 더 이상 유효하지 않습니다. 수신 설정에서 다시 허용할 수 있습니다.',

  'reconfirm.question': '{office}에서 계속 광고 이메일을 보내도 될까요?',
  'reconfirm.detail':
    '동의는 {date}에 만료됩니다. 버튼을 누르면 {controller}을(를) 대신하여 {office}에서 새 소식과 혜택을 계속 이메일로 보내는 것에 동의하게 됩니다. 누르지 않으면 이메일은 자동으로 중단됩니다. 동의는 언제든지 철회할 수 있습니다.',
  'reconfirm.late':
    '동의가 {date}에 만료되었습니다. 버튼을 누르면 {controller}을(를) 대신하여 {office}에서 새 소식과 혜택을 다시 이메일로 보내는 것에 동의하게 됩니다. 동의는 언제든지 철회할 수 있습니다.',
  'reconfirm.button': '예, 계속 받겠습니다',
  'reconfirm.done.title': '동의가 갱신되었습니다',
  'reconfirm.done.detail': '{date}까지 유효합니다. 언제든지 철회할 수 있습니다.',

  'receipt.title': '동의 확인서',
  'receipt.issued': '발급일: {date}',
  'receipt.number': '확인서 번호',
  'receipt.controller': '개인정보처리자',
  'receipt.office': '현지 사무소',
  'receipt.policy': '개인정보 처리방침, 버전 {version}',
  'receipt.now': '현재 설정',
  'receipt.on': '켜짐',
  'receipt.off': '꺼짐',
  'receipt.rights': '고객님의 권리',
  'receipt.rights.detail':
    '각 동의는 휴대전화의 설정, 계정 또는 모든 광고 이메일의 링크에서 언제든지 철회할 수 있습니다. 데이터의 열람, 정정, 삭제도 요청할 수 있습니다.',
  'receipt.proof': '증명',
  'receipt.proof.intact': '기록이 완전합니다. 각 항목에는 바로 앞 항목의 디지털 지문이 들어 있습니다.',
  'receipt.proof.broken': '항목 {entry}에서 기록이 손상되었습니다. 문의해 주세요.',

  'notice.why': '이 안내를 받으시는 이유',
  'notice.released': '발행일: {date}',
  'notice.fallback': '사용하시는 언어로 된 본문이 없어 다음 언어로 표시됩니다: {language}',
  'notice.erased': '고객님에 대한 정보는 더 이상 저장되어 있지 않습니다. 아래는 모두에게 발송된 본문입니다.',
  'notice.stopped': '이 안내는 철회되었습니다. 더 이상 따르지 마십시오.',
  'notice.superseded': '이 안내는 새로운 안내로 대체되었습니다.',
  'notice.newer': '새로운 안내 읽기',
  'notice.acknowledge.button': '읽었습니다',
  'notice.accept.detail':
    '버튼을 누르면 이 안내에서 다루는 약관 또는 정책의 버전 {version}에 동의하게 됩니다.',
  'notice.accept.button': '동의합니다',
  'notice.renew':
    '새 버전에 따라 아래 동의를 다시 하실 수도 있습니다. 선택하지 않은 항목은 그대로 유지됩니다.',
  'notice.acknowledged': '{date}에 이 안내를 읽었음을 확인하셨습니다.',
  'notice.accepted': '{date}에 버전 {version}에 동의하셨습니다.',
  'notice.recorded': '응답이 기록되었습니다.',
  'notice.already': '이미 응답하셨습니다. 변경된 사항은 없습니다.',
  'notice.not-yours': '이 안내는 고객님께 발송되지 않았으므로 응답이 기록되지 않았습니다.',

  'error.input.title': '읽을 수 없습니다',
  'error.input.detail':
    '양식이 불완전하거나 너무 크거나 형식이 다릅니다. 변경된 것은 없습니다. 링크를 다시 열어 시도해 주세요.',
};
