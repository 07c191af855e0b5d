/** The two pages of a notice that was released. */
import { useText } from '../ui/app-context.ts';
import { linkTo } from '../ui/match-route.ts';
import { noticePath } from './views.ts';

export function NoticeTabs({ id, current }: { id: string; current: 'overview' | 'reach' }) {
  const { notices: words } = useText();
  const mark = (name: typeof current) => (name === current ? 'page' : undefined);
  return (
    <nav class="section-links" aria-label={words.sections}>
      <a href={linkTo(noticePath(id))} aria-current={mark('overview')}>
        {words.overview}
      </a>
      <a href={linkTo(noticePath(id, '/reach'))} aria-current={mark('reach')}>
        {words.reachTab}
      </a>
    </nav>
  );
}
