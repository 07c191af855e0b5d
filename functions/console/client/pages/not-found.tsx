/** An address that leads nowhere. */
import { useText } from '../ui/app-context.ts';
import { ButtonLink } from '../ui/button.tsx';
import { linkTo } from '../ui/match-route.ts';
import { Page } from '../ui/page.tsx';

export function NotFoundPage() {
  const { frame } = useText();
  return (
    <Page title={frame.notFoundTitle} lead={frame.notFoundLead}>
      <ButtonLink look="primary" href={linkTo('/')}>
        {frame.toStart}
      </ButtonLink>
    </Page>
  );
}
