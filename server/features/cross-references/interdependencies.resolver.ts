import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Extensions, Info, Query, Resolver } from 'type-graphql';
import { MapLevel } from '../../../schema/vocabulary.js';
import type { Context } from '../../platform/graphql/context.js';
import { invalidInput } from '../../platform/graphql/errors.js';
import { DateTimeScalar, ID } from '../../platform/graphql/scalars.js';
import { readAsOf } from '../../platform/reading/reader.js';
import { Selection } from '../../platform/reading/selection.js';
import { objectType, shape } from '../../platform/reading/shape.js';
import { Interdependencies } from './interdependencies.entity.js';
import { InterdependencyFilter } from './interdependencies.inputs.js';
import { mapOf } from './interdependencies.reads.js';
import { CrossReferenceSuggestion } from './suggestion.entity.js';
import { suggestionsIn } from './suggestion.reads.js';

const LONGEST_TEXT = 20_000;

@Resolver()
export class InterdependenciesResolver {
  @Extensions({ weight: 10_000 })
  @Query(() => Interdependencies, {
    description:
      'The map of what depends on what in a plan, and beyond it, or in a partnership, as far as you may see.',
  })
  async interdependencies(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('within', () => ID, { description: 'A plan or a partnership.' }) within: string,
    @Arg('level', () => MapLevel, {
      defaultValue: MapLevel.WORKSTREAM,
      description: 'What each place stands for.',
    })
    level: MapLevel,
    @Arg('opened', () => [ID], {
      nullable: true,
      description:
        'Nodes to open in place: a priority, ABU, board or plan into its workstreams, an organisation or a workstream into its actions.',
    })
    opened?: string[],
    @Arg('filter', () => InterdependencyFilter, { nullable: true, description: 'Which cross-references.' })
    filter?: InterdependencyFilter,
    @Arg('asOf', () => DateTimeScalar, { nullable: true, description: 'As it stood then; absent for now.' })
    asOf?: string,
  ) {
    const reader = readAsOf(await context.reader(), asOf);
    const selection = Selection.of(info);
    const edges = selection.field(objectType('Interdependencies'), 'edges')?.selection;
    const map = await mapOf(reader, {
      within,
      level,
      opened: opened ?? [],
      filter: filter ?? {},
      isListed: edges?.field(objectType('InterdependencyEdge'), 'crossReferences') !== undefined,
    });
    await shape(reader, 'Interdependencies', [map], selection);
    return map;
  }

  @Query(() => [CrossReferenceSuggestion], {
    description: 'The references found in a text as people write them (“WS2 B12”), and what each leads to.',
  })
  async suggestCrossReferences(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('text', () => String, { description: 'The text, 20,000 characters at most.' }) text: string,
    @Arg('at', () => ID, { description: 'The item the text stands at.' }) at: string,
  ) {
    if (text.length > LONGEST_TEXT)
      throw invalidInput([{ field: 'text', message: 'At most 20,000 characters are read at once.' }]);
    const reader = await context.reader();
    const found = await suggestionsIn(reader, at, text);
    await shape(reader, 'CrossReferenceSuggestion', found, Selection.of(info));
    return found;
  }
}
