import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import { answerOne, mutate } from '../../platform/graphql/answer.js';
import type { Context } from '../../platform/graphql/context.js';
import { connection } from '../../platform/graphql/makers.js';
import { ID } from '../../platform/graphql/scalars.js';
import { type PageOrder, page, Where } from '../../platform/reading/page.js';
import { Selection } from '../../platform/reading/selection.js';
import { Import } from './import.entity.js';
import * as inputs from './import.inputs.js';
import * as service from './import.service.js';
import { readAsk } from './import-file.js';
import { undoImport } from './undo.service.js';

const ImportConnection = connection(Import);

const latestFirst: PageOrder = {
  name: 'LATEST',
  by: [
    { sql: 't.created_at', type: 'timestamptz' },
    { sql: 't.id', type: 'uuid' },
  ],
  descending: true,
};

@Resolver()
export class ImportResolver {
  @Query(() => Import, {
    nullable: true,
    description: 'One import; nothing when it is missing or not yours to see.',
  })
  import(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The import.' }) id: string,
  ) {
    return answerOne(context, info, Import, id);
  }

  @Query(() => ImportConnection, {
    description: 'What was brought into a plan, or anywhere in a partnership, latest first.',
  })
  async imports(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('within', () => ID, { description: 'A plan or a partnership.' }) within: string,
    @Arg('first', () => Int, { description: 'How many at most.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The `endCursor` of the page before.' })
    after?: string,
  ) {
    const where = new Where().and(
      `(t.partnership_id = ? or t.plan_id = ? or t.id in (select c.import_id from import_contents c where c.content ->> 'planId' = ?::text))`,
      within,
      within,
      within,
    );
    const reader = await context.reader();
    return page(
      reader,
      { entity: Import, where: where.sql, params: where.params, order: latestFirst, first, after },
      Selection.of(info),
    );
  }

  @Mutation(() => inputs.PreviewImportPayload, {
    description:
      'Reads a workbook or a table and shows what bringing it in would do. The plan stays as it is.',
  })
  async previewImport(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.PreviewImportInput, { description: 'The file, and where it goes.' })
    input: inputs.PreviewImportInput,
  ) {
    const ask = await readAsk(context.database, context.credential, input);
    return mutate(context, info, async (work) => ({ import: await service.previewImport(work, ask) }));
  }

  @Mutation(() => inputs.ApplyImportPayload, {
    description: 'Brings a file that was looked at into its plan: all of it or nothing.',
  })
  applyImport(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.ApplyImportInput, { description: 'The import, and what you settled.' })
    input: inputs.ApplyImportInput,
  ) {
    return mutate(context, info, async (work) => ({ import: await service.applyImport(work, input) }));
  }

  @Mutation(() => inputs.UndoImportPayload, {
    description:
      'Takes an import back. What people changed since stays; what the import made is put away, and applying again brings it back.',
  })
  undoImport(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.UndoImportInput, { description: 'The import.' }) input: inputs.UndoImportInput,
  ) {
    return mutate(context, info, async (work) => ({ import: await undoImport(work, input.id) }));
  }
}
