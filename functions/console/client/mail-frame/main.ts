/** Runs in the sandbox: takes a mail from the console, puts it in the page, and tells how tall it is. Nothing of the mail runs, and no link leads away. */

/** What the console sends. */
export interface MailToShow {
  readonly kind: 'show-mail';
  readonly html: string;
  readonly dark: boolean;
}

/** What the sandbox answers. */
export type FrameMessage =
  | { readonly kind: 'mail-frame-ready' }
  | { readonly kind: 'mail-height'; readonly height: number };

const tell = (message: FrameMessage): void => window.parent.postMessage(message, '*');

function isMail(data: unknown): data is MailToShow {
  return typeof data === 'object' && data !== null && Reflect.get(data, 'kind') === 'show-mail';
}

/** Elements that load, move or run. The policy stops them too; without them it has nothing to complain of. */
const unwanted = 'script, iframe, object, embed, base, link, form, meta[http-equiv]';

function show({ html, dark }: MailToShow): void {
  // A base is refused as soon as it is parsed, and the browser complains of it.
  const mail = new DOMParser().parseFromString(html.replace(/<base\b[^>]*>/gi, ''), 'text/html');
  for (const element of mail.querySelectorAll(unwanted)) element.remove();
  for (const element of mail.querySelectorAll('*')) removeHandlers(element);
  for (const picture of mail.querySelectorAll('img')) removeOtherSource(picture);
  document.documentElement.lang = mail.documentElement.lang;
  document.documentElement.dir = mail.documentElement.dir;
  document.head.replaceChildren(
    ...Array.from(mail.head.childNodes, (node) => document.importNode(node, true)),
  );
  document.documentElement.replaceChild(document.importNode(mail.body, true), document.body);
  document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
  for (const sheet of document.styleSheets) forceScheme(sheet.cssRules, dark);
  measure();
}

function removeHandlers(element: Element): void {
  for (const name of element.getAttributeNames()) {
    if (name.toLowerCase().startsWith('on')) element.removeAttribute(name);
  }
}

/** A picture shows by `https:` and `data:` only: a mail program knows no address that an own one could be relative to. */
function removeOtherSource(picture: HTMLImageElement): void {
  if (!/^(https:|data:)/i.test(picture.getAttribute('src') ?? '')) picture.removeAttribute('src');
}

/** A mail asks for the scheme of the device; here the console decides what the answer is. */
function forceScheme(rules: CSSRuleList, dark: boolean): void {
  for (const rule of rules) {
    if (!(rule instanceof CSSMediaRule)) continue;
    const wanted = /prefers-color-scheme:\s*(dark|light)/.exec(rule.media.mediaText)?.[1];
    if (wanted) {
      rule.media.mediaText = rule.media.mediaText.replace(
        /\(\s*prefers-color-scheme:\s*(dark|light)\s*\)/g,
        (wanted === 'dark') === dark ? '(min-width: 0)' : '(max-width: 0)',
      );
    }
    forceScheme(rule.cssRules, dark);
  }
}

function measure(): void {
  tell({ kind: 'mail-height', height: Math.ceil(document.documentElement.getBoundingClientRect().height) });
}

addEventListener('message', ({ source, data }) => {
  if (source === window.parent && isMail(data)) show(data);
});
// A link of the mail would replace the sandbox by the page it names.
addEventListener('click', (event) => event.preventDefault(), { capture: true });
addEventListener('auxclick', (event) => event.preventDefault(), { capture: true });
addEventListener('submit', (event) => event.preventDefault(), { capture: true });
// Pictures make a mail taller when they come.
addEventListener('load', measure, { capture: true });
addEventListener('resize', measure);
tell({ kind: 'mail-frame-ready' });
