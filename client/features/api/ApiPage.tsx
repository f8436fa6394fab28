import { Link } from 'react-router';
import { firstExamples } from '../../graphiql-examples';
import { useViewer } from '../../platform/auth/viewer-context';
import { Page } from '../../platform/routing/Page';
import { Icon } from '../../platform/ui/Icon';
import { KeyValueList } from '../../platform/ui/KeyValueList';
import { Sample } from './Sample';
import './api.css';

const CODES = [
  { name: 'UNAUTHENTICATED', value: 'Nobody is signed in, or the token has ended.' },
  { name: 'NOT_FOUND', value: 'It is not there, or not yours to see: the two are one answer.' },
  { name: 'FORBIDDEN', value: 'You see it, but another role is needed. The message says which.' },
  {
    name: 'INVALID_INPUT',
    value: 'Something sent cannot be right: extensions.fields names each field and says why.',
  },
  {
    name: 'CONFLICT',
    value:
      'Somebody changed the same field since the version you sent: extensions.conflicts has both values.',
  },
  { name: 'RULE_BROKEN', value: 'A rule of the partnership stands against it: extensions.rule names it.' },
  { name: 'RATE_LIMITED', value: 'Too much at once: try again after extensions.retryAfterSeconds.' },
  { name: 'UNAVAILABLE', value: 'The database is away, full or asked too much: try again in a moment.' },
  { name: 'INTERNAL', value: 'Our mistake. Quote extensions.requestId when you ask for help.' },
];

const curl = (origin: string): string => `curl ${origin}/graphql \\
  --header 'content-type: application/json' \\
  --header 'authorization: Bearer YOUR-TOKEN' \\
  --data '{"query":"{ partnerships { id name plans { id title } } }"}'`;

/** What the graph is, and how a program of one's own asks it. */
export function ApiPage() {
  const viewer = useViewer();
  return (
    <Page
      title="API"
      lead="Everything these pages show and do goes through one GraphQL address, open to your own programs under the same rights."
      actions={
        <a className="button button-primary" href="/graphiql">
          <Icon name="api" />
          <span className="button-label">Open the query explorer</span>
        </a>
      }
    >
      <div className="api-page">
        <section aria-labelledby="api-ask">
          <h2 id="api-ask">Ask it</h2>
          <p>
            Send a POST to <code>/graphql</code> with <code>query</code> and <code>variables</code> as JSON.
            Begin at <code>viewer</code> (who you are) or <code>partnerships</code> (what you may see).
            Without a token you are the public, and see what is published.
          </p>
          <Sample label="From a command line" text={curl(window.location.origin)} />
        </section>
        <section aria-labelledby="api-examples">
          <h2 id="api-examples">Examples</h2>
          <p>These run as they are. The query explorer has more of them, and describes every field.</p>
          {firstExamples.map(({ audience, title, query }) => (
            <Sample key={audience} eyebrow={audience} label={title} text={query} />
          ))}
        </section>
        <section aria-labelledby="api-tokens">
          <h2 id="api-tokens">Tokens</h2>
          <p>
            A program signs in with a token of yours, sent as <code>authorization: Bearer …</code>. It may do
            what you may, or only read, and you can end it at any time.{' '}
            {viewer ? (
              <Link to="/account">Make and end tokens in your account</Link>
            ) : (
              <>
                <Link to="/sign-in">Sign in</Link> to make one
              </>
            )}
            .
          </p>
        </section>
        <section aria-labelledby="api-write">
          <h2 id="api-write">Change things safely</h2>
          <p>
            Each change sends <code>expectedVersion</code>, the version you were shown: nobody’s newer words
            are overwritten unseen. For something new, mint its <code>id</code> (a UUID) yourself: sent twice,
            it is made once. A file to import goes to <code>POST /imports</code> as multipart/form-data with
            the header <code>x-accord-upload: 1</code>; give the <code>uploadId</code> it answers to{' '}
            <code>previewImport</code>.
          </p>
        </section>
        <section aria-labelledby="api-live">
          <h2 id="api-live">Live updates</h2>
          <p>
            Over a WebSocket at the same address (protocol graphql-transport-ws) subscribe to{' '}
            <code>changes</code> within a partnership, plan or board. Every change you may see comes once, in
            order, with a <code>cursor</code>. After a break send the last one as <code>after</code>; when you
            get <code>RESYNC</code>, ask for everything again.
          </p>
        </section>
        <section aria-labelledby="api-limits">
          <h2 id="api-limits">Limits</h2>
          <p>
            Long lists come a page at a time: <code>first</code> is 100 at most,{' '}
            <code>pageInfo.endCursor</code> leads on. A document may be 100 kB, 20 levels deep and ask for 30
            fields at its top; each object it can answer costs a point, and 100,000 points are the most. What
            yours cost stands in <code>extensions.cost</code>.
          </p>
        </section>
        <section aria-labelledby="api-errors">
          <h2 id="api-errors">Errors</h2>
          <p>
            Every error has a message for people and <code>extensions.code</code> for programs.
          </p>
          <KeyValueList items={CODES} />
        </section>
      </div>
    </Page>
  );
}
