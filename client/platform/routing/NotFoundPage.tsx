import { LinkButton } from '../ui/Button';
import { ForbiddenState } from '../ui/States';
import { Page } from './Page';

/** An address that leads nowhere reads exactly like one that is not the reader's to see. */
export function NotFoundPage() {
  return (
    <Page title="Not found">
      <ForbiddenState actions={<LinkButton href="/">Go to Home</LinkButton>} />
    </Page>
  );
}
