import { randomUUID } from 'node:crypto';
import pg from 'pg';

type Values = Record<string, unknown>;

/** Makes what a test needs, missing parents too, straight in the database as its owner’s owner. Each returns the id. */
export class Builders {
  private count = 0;

  private constructor(private readonly client: pg.Client) {}

  static async connect(superuserUrl: string): Promise<Builders> {
    const client = new pg.Client({ connectionString: superuserUrl });
    await client.connect();
    return new Builders(client);
  }

  async sql<T = Values>(text: string, params: unknown[] = []): Promise<T[]> {
    return (await this.client.query(text, params)).rows as T[];
  }

  async audience(partnershipId: string, kind: string, members: string[] = []): Promise<string> {
    const [row] = await this.sql<{ id: string }>('select intern_audience($1, $2, $3) as id', [
      partnershipId,
      kind,
      members,
    ]);
    return row?.id ?? '';
  }

  async partnership(values: Values = {}): Promise<string> {
    const id = randomUUID();
    const audienceId = await this.audience(id, 'EVERYONE');
    await this.audience(id, 'PARTNERSHIP');
    return this.insert('partnerships', {
      id,
      partnershipId: id,
      audienceId,
      name: `Partnership ${++this.count}`,
      slug: `partnership-${id}`,
      ...values,
    });
  }

  organisation(partnershipId: string, values: Values = {}): Promise<string> {
    return this.public('organisations', partnershipId, {
      name: `Organisation ${++this.count}`,
      kind: 'NHS_TRUST',
      ...values,
    });
  }

  /** A person with an account, and a role in an organisation (or, without one, in the partnership). */
  async person(
    partnershipId: string,
    {
      email,
      role = 'EDITOR',
      organisationId = null,
      ...values
    }: Values & { email: string; role?: string | null; organisationId?: string | null },
  ): Promise<string> {
    const accountId = randomUUID();
    await this.sql('insert into accounts (id, email, password_hash) values ($1, $2, $3)', [
      accountId,
      email,
      'not a hash',
    ]);
    const personId = await this.inPartnership('people', partnershipId, {
      name: email.split('@')[0],
      organisationId,
      accountId,
      ...values,
    });
    if (role) await this.inPartnership('memberships', partnershipId, { personId, organisationId, role });
    return personId;
  }

  board(partnershipId: string, values: Values = {}): Promise<string> {
    return this.public('boards', partnershipId, {
      name: `Board ${++this.count}`,
      kind: 'Delivery board',
      ...values,
    });
  }

  seat(partnershipId: string, boardId: string, personId: string, values: Values = {}): Promise<string> {
    return this.inPartnership('seats', partnershipId, {
      boardId,
      personId,
      capacity: 'MEMBER',
      fromOn: '2018-01-01',
      ...values,
    });
  }

  /** A meeting of one board, some years ahead. */
  async meeting(boardId: string, values: Values = {}): Promise<string> {
    const board = await this.row('boards', boardId);
    return this.public('meetings', String(board['partnership_id']), {
      ...{ boardId, boardIds: [boardId], title: 'Meeting', meetsOn: '2039-01-21', startsAt: '10:30' },
      ...values,
    });
  }

  plan(partnershipId: string, values: Values = {}): Promise<string> {
    return this.inPartnership('plans', partnershipId, {
      title: `Plan ${++this.count}`,
      kind: 'ACTION_PLAN',
      startsOn: '2018-04-01',
      endsOn: '2021-03-31',
      yearOneStartsOn: '2018-04-01',
      ...values,
    });
  }

  async workstream(planId: string, values: Values = {}): Promise<string> {
    const plan = await this.row('plans', planId);
    const n = ++this.count;
    return this.insert('workstreams', {
      ...inherited(plan),
      planId,
      number: String(n),
      title: `Workstream ${n}`,
      position: n,
      ...values,
    });
  }

  async action(
    workstreamId: string,
    { ownerId, ...values }: Values & { ownerId?: string } = {},
  ): Promise<string> {
    const workstream = await this.row('workstreams', workstreamId);
    const n = ++this.count;
    const id = await this.insert('actions', {
      ...inherited(workstream),
      planId: workstream['plan_id'],
      workstreamId,
      reference: `A${n}`,
      title: `Action ${n}`,
      position: n,
      ...values,
    });
    if (ownerId) await this.owner('Action', id, { organisationId: ownerId });
    return id;
  }

  /** An action with all it needs, and somebody who may edit it. */
  async actionOf(email: string): Promise<{ partnership: string; action: string }> {
    const partnership = await this.partnership();
    const organisationId = await this.organisation(partnership);
    await this.person(partnership, { email, organisationId });
    const workstream = await this.workstream(await this.plan(partnership));
    return { partnership, action: await this.action(workstream, { ownerId: organisationId }) };
  }

  async owner(
    itemType: 'Action' | 'Workstream' | 'Priority' | 'Risk' | 'Mitigation',
    itemId: string,
    values: Values,
  ): Promise<string> {
    const item = await this.row(`${itemType === 'Priority' ? 'prioritie' : itemType.toLowerCase()}s`, itemId);
    return this.insert('ownerships', {
      ...inherited(item),
      planId: item['plan_id'],
      itemType,
      itemId,
      role: 'ACCOUNTABLE',
      ...values,
    });
  }

  async row(table: string, id: string): Promise<Values> {
    const [row] = await this.sql(`select * from ${table} where id = $1`, [id]);
    if (!row) throw new Error(`No ${table} ${id}`);
    return row;
  }

  /** How many rows everything has: for “nothing has changed”. */
  async logLength(): Promise<number> {
    const [row] = await this.sql<{ n: string }>('select count(*) as n from changes');
    return Number(row?.n);
  }

  async public(table: string, partnershipId: string, values: Values): Promise<string> {
    return this.insert(table, {
      partnershipId,
      audienceId: await this.audience(partnershipId, 'EVERYONE'),
      ...values,
    });
  }

  async inPartnership(table: string, partnershipId: string, values: Values): Promise<string> {
    return this.insert(table, {
      partnershipId,
      audienceId: await this.audience(partnershipId, 'PARTNERSHIP'),
      ...values,
    });
  }

  async insert(table: string, values: Values): Promise<string> {
    const given = Object.entries({ id: randomUUID(), ...values });
    const [row] = await this.sql<{ id: string }>(
      `insert into ${table} (${given.map(([key]) => key.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)).join(', ')})
       values (${given.map((_, i) => `$${i + 1}`).join(', ')}) returning id`,
      given.map(([, value]) => value),
    );
    return row?.id ?? '';
  }

  async close(): Promise<void> {
    await this.client.end();
  }
}

const inherited = (parent: Values): Values => ({
  partnershipId: parent['partnership_id'],
  audienceId: parent['audience_id'],
});
