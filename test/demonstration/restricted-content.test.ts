import { describe, expect, it } from 'vitest';
import type { ActionContent } from '../../server/demonstration/content.types.js';
import { demonstration as demo } from '../../server/demonstration/demonstration.content.js';
import type { AudienceContent } from '../../server/demonstration/keys.types.js';

const actions: Map<string, ActionContent> = new Map(demo.actions.map((action) => [action.key, action]));

describe('what is restricted', () => {
  it('restricts its children, updates, cross-references, risks and comments in the same words', () => {
    const audienceOf = (ref: string): AudienceContent | undefined =>
      actions.get(ref.replace('action:', ''))?.audience;
    for (const child of demo.actions) {
      const parent = actions.get(child.parent ?? '');
      if (parent?.audience) expect(child.audience, child.key).toEqual(parent.audience);
    }
    for (const update of demo.updates) expect(update.audience).toEqual(actions.get(update.action)?.audience);
    for (const x of demo.crossReferences) {
      for (const end of [x.from, x.to])
        if (audienceOf(end)) expect(x.audience, x.key).toEqual(audienceOf(end));
    }
    for (const risk of demo.risks) {
      for (const name of risk.names) {
        const audience = name.action && audienceOf(name.action);
        if (audience) expect(risk.audience, risk.key).toEqual(audience);
      }
    }
    for (const comment of demo.comments) {
      const audience = audienceOf(comment.on);
      if (audience) expect(comment.audience, comment.key).toEqual(audience);
    }
  });

  it('leaves no hole in the references of what everybody may read', () => {
    const open = demo.risks.filter((risk) => !risk.audience).map((risk) => risk.reference);
    expect(open).toEqual(open.map((_, at) => `R${at + 1}`));
  });

  it('is written and commented on only by those entitled to it', () => {
    const entitled = (audience: AudienceContent, person: string): boolean => {
      if (audience.kind === 'PEOPLE') return audience.people.includes(person);
      if (audience.kind === 'BOARD') {
        const seats = demo.seats.filter((seat) => seat.board === audience.board);
        return seats.some((seat) => seat.holders.some((h) => h.person === person && h.until === undefined));
      }
      const organisation = demo.people.find(({ key }) => key === person)?.organisation;
      return organisation !== undefined && audience.organisations.includes(organisation);
    };
    const written = [...demo.updates, ...demo.comments].filter((item) => item.audience);
    expect(written.length).toBeGreaterThan(0);
    for (const item of written) {
      expect(item.audience && entitled(item.audience, item.author), item.author).toBe(true);
    }
  });
});
