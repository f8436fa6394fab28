interface Named {
  readonly id: string;
  readonly name: string;
  readonly shortName: string | null;
}

/**
 * What follows an @: the organisations whose name its first words begin, and the words left for the action itself.
 * 'South Vale records' is the records of South Vale NHS Trust. Null where no organisation is meant.
 */
export function mentionedOwners(
  text: string,
  organisations: readonly Named[],
): { readonly organisationIds: string[]; readonly text: string } | null {
  const words = text.trim().toLocaleLowerCase('en-GB').split(/\s+/).filter(Boolean);
  const isCalled = (name: string | null, beginning: string): boolean =>
    name?.toLocaleLowerCase('en-GB').startsWith(beginning) === true;
  for (let taken = words.length; taken > 0; taken -= 1) {
    const beginning = words.slice(0, taken).join(' ');
    const meant = organisations.filter(
      ({ name, shortName }) => isCalled(name, beginning) || isCalled(shortName, beginning),
    );
    if (meant.length > 0)
      return { organisationIds: meant.map(({ id }) => id), text: words.slice(taken).join(' ') };
  }
  return null;
}
