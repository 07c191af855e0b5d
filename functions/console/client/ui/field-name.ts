/** The path into a draft, in words. */

/** `content.locales.de.email.subject` → `Text › German › Email › Subject`; `arms.0.percent` → `Arm 1 › Share` */
export function fieldName(
  path: string,
  names: Readonly<Record<string, string>>,
  languageOf: (tag: string) => string,
): string {
  const segments = path.split('.');
  return segments
    .flatMap((segment, index) => {
      if (segment === 'locales') return [];
      if (segments[index - 1] === 'locales') return [languageOf(segment)];
      const known = names[segment];
      if (/^\d+$/.test(segment)) return [String(Number(segment) + 1)];
      return [known ?? segment];
    })
    .join(' › ');
}
