/** The way to the decisions about one person, for the roles that may see them. Others see nothing personal. */
import { useRole, useText } from '../ui/app-context.ts';
import { linkTo } from '../ui/match-route.ts';

export function PersonHint() {
  const { person } = useText().campaign;
  const mayLook = useRole('privacy-officer', 'support');
  if (!mayLook) return null;
  return (
    <section class="card">
      <h2>{person.title}</h2>
      <p>
        {person.body} <a href={linkTo('/people')}>{person.link}</a>
      </p>
    </section>
  );
}
