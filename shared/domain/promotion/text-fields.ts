/** The texts of a message's content one by one, each with its path into the draft. */

/** Content of a notice or of a campaign, finished or not. */
export interface Texts {
  readonly locales: Readonly<
    Record<
      string,
      {
        readonly email?:
          | { readonly subject: string; readonly html: string; readonly text?: string | undefined }
          | undefined;
        readonly push?:
          | {
              readonly title: string;
              readonly body: string;
              readonly link?: string | undefined;
              readonly image?: string | undefined;
            }
          | undefined;
        readonly sms?: { readonly text: string } | undefined;
      }
    >
  >;
}

export interface TextField {
  /** `content.locales.de.email.subject` */
  readonly field: string;
  readonly locale: string;
  /** A `heading` is a subject or a title; a `link` and an `image` are one address each. */
  readonly kind: 'heading' | 'html' | 'plain' | 'link' | 'image';
  readonly text: string;
}

export function textFieldsOf({ locales }: Texts): TextField[] {
  return Object.entries(locales).flatMap(([locale, { email, push, sms }]) => {
    const field = (path: string, kind: TextField['kind'], text: string | undefined): TextField[] =>
      text === undefined ? [] : [{ field: `content.locales.${locale}.${path}`, locale, kind, text }];
    return [
      ...field('email.subject', 'heading', email?.subject),
      ...field('email.html', 'html', email?.html),
      ...field('email.text', 'plain', email?.text),
      ...field('push.title', 'heading', push?.title),
      ...field('push.body', 'plain', push?.body),
      ...field('push.link', 'link', push?.link),
      ...field('push.image', 'image', push?.image),
      ...field('sms.text', 'plain', sms?.text),
    ];
  });
}
