import { abus } from './abus.content.js';
import { dischargeActions } from './actions-discharge.content.js';
import { earlyYearsActions } from './actions-early-years.content.js';
import { frontDoorActions } from './actions-front-door.content.js';
import { healthyPlacesActions } from './actions-healthy-places.content.js';
import { homesActions } from './actions-homes.content.js';
import { leadershipActions } from './actions-leadership.content.js';
import { mentalWellbeingActions } from './actions-mental-wellbeing.content.js';
import { neighbourhoodsActions } from './actions-neighbourhoods.content.js';
import { reablementActions } from './actions-reablement.content.js';
import { recordsActions } from './actions-records.content.js';
import { workActions } from './actions-work.content.js';
import { workforceActions } from './actions-workforce.content.js';
import { boards } from './boards.content.js';
import { comments } from './comments.content.js';
import type { DemonstrationContent } from './content.types.js';
import { improvementCrossReferences } from './cross-references-improvement.content.js';
import { peopleCrossReferences } from './cross-references-people.content.js';
import { notSameWork, placesCrossReferences } from './cross-references-places.content.js';
import { organisations, partnership } from './organisations.content.js';
import { accounts, people } from './people.content.js';
import { dateChanges, externalDependencies, plans, priorities } from './plans.content.js';
import { posts } from './posts.content.js';
import { improvementRisks } from './risks-improvement.content.js';
import { strategyRisks } from './risks-strategy.content.js';
import { deliveryBoardSeats } from './seats-delivery-boards.content.js';
import { jointBoardSeats } from './seats-joint-boards.content.js';
import { dischargeUpdates } from './updates-discharge.content.js';
import { earlyYearsUpdates } from './updates-early-years.content.js';
import { frontDoorUpdates } from './updates-front-door.content.js';
import { healthyPlacesUpdates } from './updates-healthy-places.content.js';
import { homesUpdates } from './updates-homes.content.js';
import { leadershipUpdates } from './updates-leadership.content.js';
import { mentalWellbeingUpdates } from './updates-mental-wellbeing.content.js';
import { neighbourhoodsUpdates } from './updates-neighbourhoods.content.js';
import { reablementUpdates } from './updates-reablement.content.js';
import { recordsUpdates } from './updates-records.content.js';
import { workUpdates } from './updates-work.content.js';
import { workforceUpdates } from './updates-workforce.content.js';
import { workstreams } from './workstreams.content.js';

/** The whole demonstration partnership, in the order a loader needs it. */
export const demonstration: DemonstrationContent = {
  partnership,
  organisations,
  people,
  posts,
  accounts,
  abus,
  boards,
  seats: [...jointBoardSeats, ...deliveryBoardSeats],
  plans,
  priorities,
  workstreams,
  actions: [
    ...earlyYearsActions,
    ...healthyPlacesActions,
    ...homesActions,
    ...workActions,
    ...mentalWellbeingActions,
    ...neighbourhoodsActions,
    ...workforceActions,
    ...frontDoorActions,
    ...dischargeActions,
    ...reablementActions,
    ...recordsActions,
    ...leadershipActions,
  ],
  updates: [
    ...earlyYearsUpdates,
    ...healthyPlacesUpdates,
    ...homesUpdates,
    ...workUpdates,
    ...mentalWellbeingUpdates,
    ...neighbourhoodsUpdates,
    ...workforceUpdates,
    ...frontDoorUpdates,
    ...dischargeUpdates,
    ...reablementUpdates,
    ...recordsUpdates,
    ...leadershipUpdates,
  ],
  dateChanges,
  externalDependencies,
  crossReferences: [...placesCrossReferences, ...peopleCrossReferences, ...improvementCrossReferences],
  notSameWork,
  risks: [...strategyRisks, ...improvementRisks],
  comments,
};
