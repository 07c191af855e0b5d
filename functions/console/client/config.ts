/** What the page was served with. */
import type { ConsoleConfig } from '../console-config.ts';

export type { ConsoleConfig };

/** The block of JSON in the head of the page. @throws Error where the page has none */
export function readConfig(): ConsoleConfig {
  const text = document.getElementById('config')?.textContent;
  if (!text) throw new Error('The page has no configuration.');
  return JSON.parse(text);
}
