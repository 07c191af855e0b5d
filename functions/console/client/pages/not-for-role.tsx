/** A page that exists, and that the role of the reader does not have. */
import type { Role } from '../../../../shared/domain/vocabulary.ts';
import { useApp } from '../ui/app-context.ts';
import { ButtonLink } from '../ui/button.tsx';
import { linkTo } from '../ui/match-route.ts';
import { Page } from '../ui/page.tsx';

/** @param roles who has the page */
export function NotForRolePage({ roles }: { roles: readonly Role[] }) {
  const { text, format } = useApp();
  const { frame, terms } = text;
  return (
    <Page
      title={frame.notForRoleTitle}
      lead={frame.notForRoleLead(format.list(roles.map((role) => terms.role[role])))}
    >
      <ButtonLink look="primary" href={linkTo('/')}>
        {frame.toStart}
      </ButtonLink>
    </Page>
  );
}
