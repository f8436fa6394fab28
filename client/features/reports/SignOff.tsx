import { useState } from 'react';
import { formatInstant } from '../../platform/format/dates';
import { ConfirmVerb } from '../../platform/graphql/ConfirmVerb';
import { Badge } from '../../platform/ui/Badge';
import { Button } from '../../platform/ui/Button';
import { useReportVerbs } from './report.operations';
import type { Report } from './report.queries';

/** Whether the sponsor has signed this very text. */
export function SignOff({ report }: { readonly report: Report }) {
  const verbs = useReportVerbs();
  const [isAsking, setAsking] = useState(false);
  const { id, version, isSignedOff, signedOffAt, signedOffBy, sponsor, leadOrganisation, viewerCan } = report;
  const who = sponsor?.name ?? `a lead of ${leadOrganisation?.name ?? 'its lead organisation'}`;
  return (
    <section className="report-side" aria-labelledby="sign-off">
      <h2 id="sign-off">Sign-off</h2>
      {signedOffAt ? (
        <p>
          <Badge look={isSignedOff ? 'accent' : 'warning'}>
            {isSignedOff ? 'Signed off' : 'Signed off an earlier text'}
          </Badge>{' '}
          {signedOffBy?.name}, {formatInstant(signedOffAt)}
        </p>
      ) : (
        <p>To be signed off by {who}.</p>
      )}
      {viewerCan.signOff && !isSignedOff && (
        <Button size="sm" onPress={() => setAsking(true)}>
          Sign it off
        </Button>
      )}
      {isAsking && (
        <ConfirmVerb
          title="Sign the report off"
          confirm="Sign it off"
          done="The report is signed off."
          run={() => verbs.signOff({ id, expectedVersion: version })}
          onClose={() => setAsking(false)}
        >
          You sign it off as it stands now. If it is changed afterwards, it has to be signed off again.
        </ConfirmVerb>
      )}
    </section>
  );
}
