/** Chinese in simplified characters. */
import type { Messages } from './messages.ts';

export const zhHans: Messages = {
  'mail.sender': '本邮件由 {office} 代表 {controller} 发送。',
  'mail.why': '您收到本邮件，是因为您的设置允许接收 {office} 的营销邮件。',
  'mail.unsubscribe': '退订',
  'mail.preferences': '更改接收偏好',
  'mail.policy': '隐私政策',
  'mail.address': '邮寄地址',

  'notice.safety': '您收到本消息，是因为它涉及您手机的使用安全。',
  'notice.security': '您收到本消息，是因为它涉及您手机和数据的保护。',
  'notice.terms': '您收到本消息，是因为适用于您的条款或政策将有变更。',
  'notice.service': '您收到本消息，是因为它涉及您正在使用的产品、服务或账户。',
  'notice.choices': '您的营销接收选择保持不变，也不影响本消息。',
  'notice.reference': '参考编号：{reference}',

  'page.sender': '本页面由 {office} 代表 {controller} 提供。',
  'page.controller': '本页面由 {controller} 提供。',

  'unsubscribe.question': '要停止接收 {office} 的营销邮件吗？',
  'unsubscribe.stops': '将停止的内容',
  'unsubscribe.stops.detail': '{office} 的所有营销邮件，立即生效，包括正在进行的活动。',
  'unsubscribe.continues': '将继续的内容',
  'unsubscribe.continues.detail': '有关手机安全、重要安全更新和条款变更的消息。这些消息不含广告。',
  'unsubscribe.button': '停止营销邮件',
  'unsubscribe.pending': '在您按下按钮之前，不会有任何更改。',

  'done.title': '您已退订',
  'done.detail': '{office} 不会再向您发送营销邮件，立即生效。',
  'done.undo': '操作有误？您可以随时在手机或账户的设置中重新允许营销邮件。',
  'already.title': '您此前已退订',
  'already.detail': '{office} 不会向您发送营销邮件。',

  'damaged.title': '此链接无法使用',
  'damaged.detail': '链接的一部分缺失或被更改。您的设置没有任何变化。',
  'damaged.advice': '请从邮件中重新打开链接，或将完整链接复制到地址栏。',

  'error.title': '操作未成功',
  'error.detail': '未能保存您的选择，请几分钟后再试。',
  'error.button': '重试',
};
