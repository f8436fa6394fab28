import { Link } from 'react-router';
import { OrganisationMark } from '../../platform/ui/Avatar';
import './bodies.css';

interface NamedBody {
  readonly id: string;
  readonly name: string;
  readonly shortName?: string | null;
}

/** An organisation by its mark and name, leading to its page. */
export function OrganisationLink({ organisation }: { readonly organisation: NamedBody }) {
  return <Link to={`/organisations/${organisation.id}`}>{organisation.name}</Link>;
}

/** For the head of a row: mark, name, and beneath it whatever else the body is called. */
export function OrganisationName({
  organisation,
  note,
}: {
  readonly organisation: NamedBody;
  readonly note?: string | undefined;
}) {
  return (
    <span className="body-name">
      <OrganisationMark name={organisation.name} shortName={organisation.shortName} isDecorative />
      <span>
        <OrganisationLink organisation={organisation} />
        {note !== undefined && note !== '' && <span className="quiet">{note}</span>}
      </span>
    </span>
  );
}

/** 'NCUHT, the Trust': every other name, once. */
export function otherNames({
  name,
  shortName,
  aliases,
}: Omit<NamedBody, 'id'> & { readonly aliases: readonly string[] }): readonly string[] {
  return [...new Set([...(shortName ? [shortName] : []), ...aliases])].filter((each) => each !== name);
}
