import { linesOf, orNull } from '../../platform/ui/useForm';
import type { Abu } from '../organisations/bodies';
import { type Choices, namesIn } from '../organisations/choices';

export const typedAbu = (abu: Abu | null) => ({
  name: abu?.name ?? '',
  shortName: abu?.shortName ?? '',
  /** Empty until one is chosen. */
  hostOrganisationId: abu?.hostOrganisation?.id ?? '',
  memberOrganisationIds: (abu?.memberOrganisations ?? []).map(({ id }) => id),
  managingDirectorId: abu?.managingDirector?.id ?? null,
  serves: abu?.serves ?? '',
  boardIds: (abu?.boards ?? []).map(({ id }) => id),
  aliases: (abu?.aliases ?? []).join('\n'),
});

export const abuFields = (typed: ReturnType<typeof typedAbu>) => ({
  ...typed,
  name: typed.name.trim(),
  shortName: orNull(typed.shortName),
  serves: orNull(typed.serves),
  aliases: linesOf(typed.aliases),
});

export const abuWords = (abu: Abu | null, { organisations, people, boards }: Choices) => ({
  item: abu?.name ?? '',
  labels: {
    name: 'Name',
    shortName: 'Short name',
    hostOrganisationId: 'Host',
    memberOrganisationIds: 'Members',
    managingDirectorId: 'Managing director',
    serves: 'Serves',
    boardIds: 'Answers to',
    aliases: 'Also written',
  },
  reads: {
    hostOrganisationId: namesIn(organisations),
    memberOrganisationIds: namesIn(organisations),
    managingDirectorId: namesIn(people),
    boardIds: namesIn(boards),
  },
});
