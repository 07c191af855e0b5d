/** Chinese in traditional characters. */
import type { Messages } from './messages.ts';

export const zhHant: Messages = {
  'mail.sender': '本電子郵件由 {office} 代表 {controller} 寄送。',
  'mail.why': '您收到本電子郵件，是因為您的設定允許接收 {office} 的行銷郵件。',
  'mail.unsubscribe': '取消訂閱',
  'mail.preferences': '變更接收偏好',
  'mail.policy': '隱私權政策',
  'mail.address': '郵寄地址',

  'notice.safety': '您收到本訊息，是因為內容與您手機的使用安全有關。',
  'notice.security': '您收到本訊息，是因為內容與您手機及資料的保護有關。',
  'notice.terms': '您收到本訊息，是因為適用於您的條款或政策即將變更。',
  'notice.service': '您收到本訊息，是因為內容與您使用中的產品、服務或帳戶有關。',
  'notice.choices': '您的行銷接收選擇維持不變，也不影響本訊息。',
  'notice.reference': '參考編號：{reference}',

  'page.sender': '本網頁由 {office} 代表 {controller} 提供。',
  'page.controller': '本網頁由 {controller} 提供。',

  'unsubscribe.question': '要停止接收 {office} 的行銷郵件嗎？',
  'unsubscribe.stops': '將停止的內容',
  'unsubscribe.stops.detail': '{office} 的所有行銷郵件，立即生效，包括進行中的活動。',
  'unsubscribe.continues': '將繼續的內容',
  'unsubscribe.continues.detail': '有關手機安全、重要安全性更新及條款變更的訊息。這些訊息不含廣告。',
  'unsubscribe.button': '停止行銷郵件',
  'unsubscribe.pending': '在您按下按鈕之前，不會有任何變更。',

  'done.title': '您已取消訂閱',
  'done.detail': '{office} 不會再向您寄送行銷郵件，立即生效。',
  'done.undo': '操作有誤嗎？您可以隨時在手機或帳戶的設定中重新允許行銷郵件。',
  'already.title': '您先前已取消訂閱',
  'already.detail': '{office} 不會向您寄送行銷郵件。',

  'damaged.title': '此連結無法使用',
  'damaged.detail': '連結的一部分遺失或遭到變更。您的設定沒有任何變動。',
  'damaged.advice': '請從電子郵件重新開啟連結，或將完整連結複製到網址列。',

  'error.title': '操作未成功',
  'error.detail': '無法儲存您的選擇，請於幾分鐘後再試。',
  'error.button': '重試',
};
