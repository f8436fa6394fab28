import {
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { HiddenWorld } from './hidden-world.js';
import { versionOf } from './keeper.js';

/** A place in an input, field by field. */
export type Path = readonly string[];
export type Values = Record<string, unknown>;

/** Where a certain id is to stand. */
interface Place {
  path: Path;
  id: string;
}

export interface FillerOptions {
  /** What is written into a field of words; undefined leaves it out. */
  wordsFor?: (path: Path) => string | undefined;
  /** Whether something that may be left out is filled in all the same. */
  fillsAlso?: (field: GraphQLInputField) => boolean;
  /** What stands at a place where it cannot be guessed. */
  instead?: (verb: string, path: string) => unknown;
  /** Something of a kind that the world names nothing of. */
  another?: (kind: string) => Promise<string | undefined>;
}

/** Fills inputs as well as can be, going by the schema alone: with ids of what everybody sees, and whatever values fit. */
export class Filler {
  constructor(
    private readonly world: HiddenWorld,
    private readonly schema: GraphQLSchema,
    private readonly options: FillerOptions = {},
  ) {}

  async fill(verb: string, input: GraphQLInputObjectType, place?: Place, at: Path = []): Promise<Values> {
    const values: Values = {};
    for (const field of Object.values(input.getFields())) {
      const isOnPath = field.name === place?.path[0];
      if (!isOnPath && !isNonNullType(field.type) && !this.options.fillsAlso?.(field)) continue;
      const inner = isOnPath && place ? { ...place, path: place.path.slice(1) } : undefined;
      const value = await this.valueFor(verb, field.type, [...at, field.name], inner);
      if (value !== undefined) values[field.name] = value;
    }
    return values;
  }

  /** Of which type an id is, going by the names in the schema: `id` is what the verb answers with, `leadOrganisationId` an organisation. */
  kindOf(verb: string, name: string): string {
    const payload = getNamedType(this.schema.getMutationType()?.getFields()[verb]?.type);
    const [made] = payload && isObjectType(payload) ? Object.values(payload.getFields()) : [];
    const words = name.replace(/Ids?$/, '').toLowerCase();
    if (words === 'abu') return 'AccountableBusinessUnit';
    const named = Object.keys(this.schema.getTypeMap()).find(
      (type) => type.length > 3 && words.endsWith(type.toLowerCase()),
    );
    return named ?? (made ? getNamedType(made.type).name : '');
  }

  private async valueFor(verb: string, type: GraphQLInputType, at: Path, place?: Place): Promise<unknown> {
    if (isNonNullType(type)) return this.valueFor(verb, type.ofType, at, place);
    const instead = this.options.instead?.(verb, at.join('.'));
    if (instead !== undefined) return instead;
    if (isListType(type)) {
      const isFilled = place || (this.options.fillsAlso && getNamedType(type).name !== 'ID');
      const one = isFilled ? await this.valueFor(verb, type.ofType, at, place) : undefined;
      return one === undefined ? [] : [one];
    }
    if (isInputObjectType(type)) return this.fill(verb, type, place, at);
    if (isEnumType(type)) return type.getValues()[0]?.value;
    const name = at.at(-1) ?? '';
    if (type.name === 'ID') return place ? place.id : this.visibleFor(verb, name);
    if (name === 'expectedVersion') return versionOf(this.world, await this.visibleFor(verb, 'id'));
    if (type.name === 'String' && this.options.wordsFor) return this.options.wordsFor(at);
    return { Int: 1, Boolean: true, Date: '2030-01-01' }[type.name] ?? 'Words';
  }

  /** Something of the right kind that everybody sees. */
  private async visibleFor(verb: string, name: string): Promise<string> {
    const { partnershipId, north, south, boardId, personIds, visible } = this.world;
    if (name === 'within') return visible.planId;
    const known: Record<string, string> = {
      Partnership: partnershipId,
      Organisation: name === 'fromOrganisationId' ? north : south,
      Plan: visible.planId,
      Workstream: visible.southWorkstream,
      Risk: visible.risk,
      ExternalDependency: visible.dependency,
      AccountableBusinessUnit: visible.abuId,
      Board: boardId,
      Meeting: visible.meeting,
      Person: personIds['southeditor'] ?? '',
      Post: visible.postId,
    };
    const kind = this.kindOf(verb, name);
    return known[kind] ?? (await this.options.another?.(kind)) ?? visible.southAction;
  }
}
