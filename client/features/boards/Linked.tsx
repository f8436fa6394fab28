import { Fragment } from 'react';
import { Link } from 'react-router';

interface LinkedProps {
  readonly bodies: readonly { readonly id: string; readonly name?: string; readonly title?: string }[];
  /** Where their pages are: '/boards'. */
  readonly at: string;
  /** Said when there are none. */
  readonly none: string;
}

/** Some bodies or plans, each leading to its page. */
export function Linked({ bodies, at, none }: LinkedProps) {
  if (bodies.length === 0) return <span className="quiet">{none}</span>;
  return bodies.map(({ id, name, title }, index) => (
    <Fragment key={id}>
      {index > 0 && ', '}
      <Link to={`${at}/${id}`}>{name ?? title}</Link>
    </Fragment>
  ));
}
