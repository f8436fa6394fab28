import { type ReactNode, useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { Icon } from '../ui/Icon';
import './Shell.css';

export interface Crumb {
  readonly label: string;
  readonly to: string;
}

interface PageProps {
  readonly title: string;
  readonly lead?: ReactNode;
  /** What this page is part of, outermost first. */
  readonly trail?: readonly Crumb[];
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

let isFirstPage = true;

/**
 * The head of every page. It names the browser's tab and, on going from one page to another, takes the focus, so
 * that a screen reader says where it has come to and the next Tab begins here.
 */
export function Page({ title, lead, trail = [], actions, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isFirstPage) heading.current?.focus({ preventScroll: true });
    isFirstPage = false;
  }, []);
  return (
    <>
      <title>{`${title} – Accord`}</title>
      <div className="page-head">
        <div className="page-words">
          {trail.length > 0 && (
            <nav aria-label="You are in">
              <ol className="page-trail">
                {trail.map((crumb) => (
                  <li key={crumb.to}>
                    <Link to={crumb.to}>{crumb.label}</Link>
                    <Icon name="chevron-right" size={0.75} />
                  </li>
                ))}
              </ol>
            </nav>
          )}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead !== undefined && <div className="page-lead">{lead}</div>}
        </div>
        {actions !== undefined && <div className="page-actions">{actions}</div>}
      </div>
      {children}
    </>
  );
}
