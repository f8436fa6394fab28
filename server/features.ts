/** The one list of what the product can do: each feature’s resolvers, and the readings of its fields. */
import './features/actions/action.reads.js';
import './features/actions/update.reads.js';
import { ActionResolver } from './features/actions/action.resolver.js';
import { ChangeResolver } from './features/changes/change.resolver.js';

export const resolvers = [ActionResolver, ChangeResolver] as const;
