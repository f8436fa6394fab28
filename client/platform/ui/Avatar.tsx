import { organisationInitials, personInitials } from '../format/names';
import { classes } from './classes';
import './people.css';

interface OrganisationMarkProps {
  readonly name: string;
  /** The short name people use ('NCUHT'), when there is one. */
  readonly shortName?: string | null | undefined;
  readonly size?: 'sm' | 'md' | 'lg';
  /** True where the name stands beside it. */
  readonly isDecorative?: boolean;
}

/**
 * Twelve quiet tints, told apart by letters first; the same name always has the same one. They stay well away
 * from the strength of the status colours.
 */
function tint(name: string): number {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return sum % 12;
}

/** The square mark of an organisation. */
export function OrganisationMark({
  name,
  shortName,
  size = 'md',
  isDecorative = false,
}: OrganisationMarkProps) {
  const said = isDecorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name };
  return (
    <span className={classes('mark', `mark-${size}`, `mark-tint-${tint(name)}`)} title={name} {...said}>
      {organisationInitials(shortName ?? name)}
    </span>
  );
}

interface PersonMarkProps {
  readonly name: string;
  readonly size?: 'sm' | 'md' | 'lg';
  readonly isDecorative?: boolean;
}

/** The round mark of a person. */
export function PersonMark({ name, size = 'md', isDecorative = false }: PersonMarkProps) {
  const said = isDecorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name };
  return (
    <span className={classes('mark', 'mark-person', `mark-${size}`)} title={name} {...said}>
      {personInitials(name)}
    </span>
  );
}
