import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { internAudience } from '../plans/audience.service.js';
import type { Plan } from '../plans/plan.entity.js';
import type { ImportedType } from './import-content.js';
import type { PlannedItem } from './import-plan.js';

/** Who may see what is written: what it hangs under decides. Each pair of circles is intersected once. */
export class Audiences {
  private readonly byId = new Map<string, PlannedItem>();
  private readonly settled = new Map<string, string>();
  private readonly pairs = new Map<string, string>();
  private partners: string | null = null;

  constructor(
    private readonly work: Work,
    private readonly plan: Plan & Row,
    items: readonly PlannedItem[],
  ) {
    for (const item of items) this.byId.set(item.id, item);
  }

  async of(type: ImportedType, id: string): Promise<string> {
    const item = this.byId.get(id);
    if (!item) return this.elsewhere(id);
    if (type === 'CrossReference') return this.ofBoth(item);
    const own = item.merged.existing?.values['audienceId'] as string | undefined;
    if (own) return own;
    const known = this.settled.get(id);
    if (known) return known;
    const { parentId, workstreamId, riskId, actionId } = item.place;
    const above = parentId ?? actionId ?? riskId ?? workstreamId;
    const audience = above ? await this.of('Action', above as string) : this.plan.audienceId;
    this.settled.set(id, audience);
    return audience;
  }

  /** Who is a person is for the partnership to know, never for the public. */
  async ofOwner(type: ImportedType, id: string, personId: string | null): Promise<string> {
    const audience = await this.of(type, id);
    if (personId === null) return audience;
    this.partners ??= await internAudience(this.work, this.plan.partnershipId, 'PARTNERSHIP', []);
    return this.both(audience, this.partners);
  }

  private async ofBoth({ desired, merged }: PlannedItem): Promise<string> {
    const values = { ...desired.initial, ...merged.existing?.values, ...merged.patch };
    const from = await this.of('Action', values['fromId'] as string);
    return values['toId'] ? this.both(from, await this.of('Action', values['toId'] as string)) : from;
  }

  private async both(a: string, b: string): Promise<string> {
    const at = `${a} ${b}`;
    let both = this.pairs.get(at);
    if (!both) {
      const [row] = await this.work.query<{ id: string }>(`select intersect_audiences($1, $2) as id`, [a, b]);
      both = row?.id ?? a;
      this.pairs.set(at, both);
    }
    return both;
  }

  /** An item of the plan that the file does not have. */
  private async elsewhere(id: string): Promise<string> {
    let audience = this.settled.get(id);
    if (!audience) {
      const [row] = await this.work.query<{ audience: string }>(
        `select audience_id as audience from actions where id = $1 union all select audience_id from workstreams where id = $1
         union all select audience_id from priorities where id = $1`,
        [id],
      );
      audience = row?.audience ?? this.plan.audienceId;
      this.settled.set(id, audience);
    }
    return audience;
  }
}
