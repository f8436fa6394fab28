import { Link } from 'react-router';
import { Icon } from '../../platform/ui/Icon';
import './reportLinks.css';

interface ReportLinksProps {
  readonly reports: readonly { readonly id: string; readonly title: string }[];
}

/** The ways to the reports of an entry or an item; with its title where there are several. */
export function ReportLinks({ reports }: ReportLinksProps) {
  return reports.map(({ id, title }) => (
    <Link key={id} className="report-link no-print" to={`/reports/${id}`} aria-label={`Report: ${title}`}>
      <Icon name="edit" size={0.75} /> {reports.length === 1 ? 'Report' : title}
    </Link>
  ));
}
