/** Environment of the provider of the push application. The secret holds the service account file of FCM as text. */
import * as z from 'zod';

const text = z.string().min(1);

export const env = z.object({
  PLATFORM_CREDENTIAL_SECRET: text,
});
