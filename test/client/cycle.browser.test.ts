import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { areAlike, axe, picture, troublesOf } from '../support/browser.js';
import { wordsOf } from '../support/published-words.js';
import { agendaOn, chooseInMenu, dialog, row } from './agenda.world.js';
import {
  type CycleWorld,
  doneBy,
  LAST_DAY,
  MEETS_ON,
  publishQuietly,
  quietItem,
  quietMeeting,
  startCycleWorld,
  TOO_LATE,
} from './cycle.world.js';

/** What two boards and two organisations do for one meeting, from the forward plan to what everybody reads. */

/** Each goes on from where the one before ended: begun a second time it would find half of its work done. */
const STEPS = { retry: 0 };

let world: CycleWorld;
let anna: Page;
let ben: Page;
let meetingId: string;
beforeAll(async () => {
  world = await startCycleWorld();
}, 120_000);
afterAll(() => world?.close());

const REPORTED = 'Beds run out in January';
const BUSINESS = [
  ...['Damp homes are not mended', 'Health visitors cannot be recruited', 'The grant for falls prevention'],
  ...['Best start in life', 'Healthy homes', 'Ageing well', REPORTED, 'The record system fails'],
  ...['Nurses leave', 'A ward closes', 'Open the discharge lounge: overdue', 'WS1 B2 and WS1 B3'],
];

const proposals = (page: Page) => page.getByRole('list', { name: 'Proposals' });
const meetingAt = (page: Page) => page.getByRole('link', { name: /4 May 2027/ }).first();

/** Takes what is proposed, one after another: the first by hand, from there by the key. */
async function acceptAll(page: Page, count: number): Promise<void> {
  await proposals(page)
    .getByRole('button', { name: /^Accept/ })
    .first()
    .click();
  for (let left = count - 1; left > 0; left -= 1) {
    await expect.poll(() => proposals(page).getByRole('article').count()).toBe(left);
    await page.keyboard.press('a');
  }
  await page.getByText('Nothing just now.').waitFor();
}

describe('two boards meet together', STEPS, () => {
  test('their meeting is planned by one secretary and is on the plan of the other', async () => {
    anna = await world.as('anna', `/boards/${world.wellbeing.id}/forward-plan`);
    ben = await world.as('ben', `/boards/${world.trust.id}/forward-plan`);
    await ben.getByText('Live', { exact: true }).waitFor();
    await anna.getByRole('button', { name: 'Plan a meeting…' }).click();
    const planning = dialog(anna);
    await planning.getByLabel('Day', { exact: true }).fill(MEETS_ON);
    await planning.getByLabel('Ends').fill('13:30');
    await planning.getByLabel('Place').fill('The Guildhall, Northmoor');
    await planning.getByLabel('Title').fill('Joint meeting');
    await planning.getByRole('combobox', { name: 'Other boards that meet with it' }).fill('Southmere');
    await anna.getByRole('option', { name: world.trust.name }).click();
    await picture(anna, '01-plan-a-meeting');
    await planning.getByRole('button', { name: 'Plan the meeting' }).click();
    for (const page of [anna, ben]) await meetingAt(page).waitFor();
    meetingId = (await meetingAt(anna).getAttribute('href'))?.split('/').at(-1) ?? '';
  });

  test('twelve things the plans propose are an agenda in few clicks, built by both secretaries at once', async () => {
    const began = performance.now();
    await picture(anna, '02-forward-plan');
    await Promise.all([
      (async () => {
        await anna.getByText('Onto the agenda at once').click();
        await acceptAll(anna, 6);
        await meetingAt(anna).click();
      })(),
      (async () => {
        await acceptAll(ben, 6);
        await meetingAt(ben).click();
        await ben.getByRole('heading', { name: 'Planned for this meeting' }).waitFor();
        const next = ben.getByRole('button', { name: /^Put “.*” on the agenda/ });
        for (let left = 6; left > 0; left -= 1) {
          await expect.poll(() => next.count()).toBe(left);
          await next.first().click();
        }
      })(),
    ]);
    await expect.poll(async () => (await agendaOn(anna)).length, { timeout: 20_000 }).toBe(17);
    // The one puts first what the other had last, while the other says how long it takes.
    await Promise.all([
      (async () => {
        await ben.getByRole('button', { name: new RegExp(`edit Minutes of “.*${REPORTED}”`) }).click();
        await ben.keyboard.type('25');
        await ben.keyboard.press('Enter');
      })(),
      (async () => {
        await anna.getByRole('button', { name: /edit Title of “.*A ward closes”/ }).focus();
        for (let i = 0; i < 3; i += 1) await anna.keyboard.press('Alt+ArrowUp');
      })(),
    ]);
    await row(anna, `.*${REPORTED}`).getByText('25', { exact: true }).waitFor();
    await expect.poll(() => areAlike(agendaOn, anna, ben)).toBe(true);
    const agenda = await agendaOn(anna);
    for (const title of BUSINESS) expect(agenda.join('\n')).toContain(title);
    const titles = agenda.map((one) => one.replace(/^\d+ \d\d:\d\d /, ''));
    expect(titles).toContain(REPORTED);
    // However fast they were accepted.
    expect(titles.flatMap((one) => /^Priority \d/.exec(one) ?? [])).toEqual([
      'Priority 1',
      'Priority 2',
      'Priority 3',
    ]);
    const [mine, others] = [await doneBy(anna), await doneBy(ben)];
    const done = mine.clicks + mine.keys + others.clicks + others.keys;
    expect(done).toBeGreaterThan(12);
    expect(done).toBeLessThan(60);
    expect(performance.now() - began).toBeLessThan(600_000);
    await picture(anna, '03-agenda');
    expect([...troublesOf(anna), ...troublesOf(ben)]).toEqual([]);
  });
});

/** What each of the two writes, section by section. */
const NELL = {
  Background: 'The boards asked in January for one plan of beds.',
  'Main issues': 'Forty beds are taken by people who could be at home.',
  'Alignment with priorities': 'It serves “Ageing well” and “Healthy homes”.',
  Contacts: 'Nell Archer, Northmoor Council, 01632 960001.',
};
const SAM = {
  'Resource implications': 'The lounge costs £200,000 a year, shared by both.',
  'Statutory, legal and risk implications': 'Both act under section 75 of the Act of 2006.',
  'Equality implications': 'Older people gain most; the assessment found no harm.',
  'Conflicts of interest': 'None of those who wrote this has an interest in it.',
};
const OUTCOME = { nell: 'People go home sooner. ', sam: 'Beds are free by Friday. ' };

/** What the paper is to say of it. */
const REPORT = [
  ...Object.values(NELL),
  ...Object.values(SAM),
  ...Object.values(OUTCOME).map((one) => one.trim()),
];

const section = (page: Page, title: string) => page.getByRole('textbox', { name: title, exact: true });
async function write(page: Page, sections: Record<string, string>): Promise<void> {
  for (const [title, words] of Object.entries(sections)) {
    await section(page, title).click();
    await page.keyboard.insertText(words);
  }
  await page.getByText('Everything is saved').waitFor();
}
/** All that is written in a section, without the names of who is in it. */
const words = (page: Page, title: string): Promise<string> =>
  page.evaluate(`[...document.querySelectorAll('[aria-label="${title}"] p')].flatMap((p) => [...p.childNodes])
    .map((node) => (node.nodeType === 3 ? node.textContent : '')).join('')`);

describe('two organisations write one report', STEPS, () => {
  let nell: Page;
  let sam: Page;

  test('together, in the same section too, and end with the same words', async () => {
    const item = (await agendaOn(anna)).find((one) => one.includes(REPORTED)) ?? '';
    await chooseInMenu(anna, item.replace(/^\S+ \S+ /, ''), 'Begin its report');
    await section(anna, 'Outcome').waitFor();
    const id = new URL(anna.url()).pathname.split('/').at(-1) ?? '';
    await world.anna.ok(
      'mutation ($input: UpdateReportInput!) { updateReport(input: $input) { report { id } } }',
      {
        input: {
          id,
          expectedVersion: 1,
          authorOrganisationIds: [world.southmereId],
          draftDueOn: '2027-04-09',
        },
      },
    );
    nell = await world.as('nell', `/meetings/${meetingId}`);
    sam = await world.as('sam', `/meetings/${meetingId}`);
    for (const page of [nell, sam]) {
      await page.getByRole('link', { name: /^Report:/ }).click();
      await section(page, 'Outcome').waitFor();
    }
    await section(nell, 'Outcome').click();
    await section(sam, 'Outcome').click();
    await Promise.all([
      nell.keyboard.type(OUTCOME.nell, { delay: 10 }),
      sam.keyboard.type(OUTCOME.sam, { delay: 10 }),
    ]);
    await expect
      .poll(async () => (await words(nell, 'Outcome')).length)
      .toBe(OUTCOME.nell.length + OUTCOME.sam.length);
    await expect.poll(() => areAlike((page) => words(page, 'Outcome'), nell, sam)).toBe(true);
    await Promise.all([write(nell, NELL), write(sam, SAM)]);
    for (const [title, text] of Object.entries({ ...NELL, ...SAM }))
      for (const page of [nell, sam]) await expect.poll(() => words(page, title)).toBe(text);
    await nell.getByLabel('What', { exact: true }).fill('the plan of beds for the winter');
    await nell.getByRole('button', { name: /The board is asked/ }).click();
    await nell.getByRole('option', { name: 'To approve' }).click();
    await nell.getByRole('button', { name: 'Add', exact: true }).click();
    await sam.getByText('the plan of beds for the winter').waitFor();
    await picture(nell, '04-report');
  });

  test('each clears it for what is theirs, and it is signed off as it stands', async () => {
    const ask = async (kind: string, organisation: string) => {
      await nell.getByRole('button', { name: /Ask for(?! the)/ }).click();
      await nell.getByRole('option', { name: kind }).click();
      // A list that closes gives the keyboard back to its button, whenever that is: it ends what is typed elsewhere before.
      await nell.getByRole('listbox').waitFor({ state: 'detached' });
      const option = nell.getByRole('option', { name: organisation });
      await expect
        .poll(async () => {
          await nell.getByRole('combobox', { name: 'Of', exact: true }).fill('');
          await nell.getByRole('combobox', { name: 'Of', exact: true }).fill(organisation);
          return option.click({ timeout: 3_000 }).then(
            () => true,
            () => false,
          );
        })
        .toBe(true);
      await nell.getByRole('button', { name: 'Ask for the clearance' }).click();
      const asked = nell.getByRole('region', { name: 'Clearances' }).getByRole('listitem');
      await asked.filter({ hasText: `${kind}, ${organisation}` }).waitFor();
    };
    await ask('Finance', 'Southmere Trust');
    await ask('Law', 'Northmoor Council');
    await sam.getByText('Clearance for finance by Southmere Trust').waitFor();
    await picture(sam, '05-clearances');
    for (const page of [sam, nell]) {
      const clear = page.getByRole('button', { name: 'Clear it as it stands' });
      await clear.click();
      await clear.waitFor({ state: 'detached' });
    }
    // Both clearances have come: whoever signs before is asked why.
    await nell.getByText('One thing is left to put right.').waitFor();
    await nell.getByRole('button', { name: 'Sign it off' }).click();
    await dialog(nell).getByRole('button', { name: 'Sign it off' }).click();
    for (const page of [nell, sam, anna]) await page.getByText('Nothing is left to put right.').waitFor();
    expect(await axe(sam)).toEqual([]);
    await picture(nell, '06-signed-off');
    expect([...troublesOf(nell), ...troublesOf(sam)]).toEqual([]);
    for (const page of [nell, sam]) await page.context().close();
  });
});

const papers = (page: Page) => page.getByRole('region', { name: 'Papers' });

/** A second person opens the pack as the public will see it, and publishes it; answers what they saw. */
async function lookAndPublish(page: Page, reasons: readonly string[] = []): Promise<string> {
  await papers(page).getByRole('button', { name: 'Look at it and publish' }).click();
  const [preview] = await Promise.all([
    page.context().waitForEvent('page'),
    dialog(page).getByRole('link', { name: 'Open it as the public will see it' }).click(),
  ]);
  await preview.getByRole('heading', { level: 1 }).waitFor();
  const seen = await preview.getByRole('main').innerText();
  await preview.close();
  await dialog(page).getByText('I have looked at it').click();
  for (const reason of reasons) {
    await dialog(page).getByLabel('The chair’s reason').fill(reason);
    await dialog(page).getByRole('button', { name: 'Publish' }).click();
    if (reason.trim() === '')
      await dialog(page)
        .getByText(/needs the chair’s reason/)
        .waitFor();
  }
  if (reasons.length === 0) await dialog(page).getByRole('button', { name: 'Publish' }).click();
  await dialog(page).waitFor({ state: 'detached' });
  return seen;
}

async function prepare(page: Page, what: 'the pack' | 'a supplement'): Promise<void> {
  await papers(page)
    .getByRole('button', { name: `Prepare ${what}` })
    .click();
  await papers(page).getByText('Waits for a second person').waitFor({ timeout: 60_000 });
}

const everybody = (path: string) => fetch(`${world.app.url}${path}`);
const publicText = async (path: string) => (await everybody(path)).text();

describe('the papers go out five clear working days before, over a bank holiday', STEPS, () => {
  test('on the last day they go out as they are, with a second person', async () => {
    await world.itIs(LAST_DAY);
    for (const page of [anna, ben]) await page.goto(`${world.app.url}/meetings/${meetingId}`);
    await papers(anna).getByText('To go out by Friday 23 April 2027.').waitFor();
    await prepare(anna, 'the pack');
    const seen = await lookAndPublish(ben);
    for (const told of [...BUSINESS, ...REPORT]) expect(seen).toContain(told);
    await papers(anna).getByText('Published', { exact: true }).waitFor();
    const page = await publicText(`/public/meetings/${meetingId}`);
    expect(page).toContain('Published on Friday 23 April 2027.');
    expect(page).not.toContain('later than it was due');
    await picture(anna, '07-published');
  });

  test('a working day later they go out only with the chair’s reason, which everybody reads', async () => {
    const late = await quietMeeting(world, [{ title: 'Emergency beds' }]);
    await anna.goto(`${world.app.url}/meetings/${late}`);
    await prepare(anna, 'the pack');
    await ben.goto(`${world.app.url}/meetings/${late}`);
    await world.itIs(TOO_LATE);
    await lookAndPublish(ben, [' ', 'The ward closed on Sunday.']);
    await papers(anna).getByText('Late', { exact: true }).waitFor();
    const page = await publicText(`/public/meetings/${late}`);
    expect(page).toContain('Published later than it was due. The chair’s reason: The ward closed on Sunday.');
    await picture(anna, '08-late');
  });
});

const LATE_NEWS = 'Flu on two wards';
/** Words that stand in the restricted item alone. */
const SECRETS = ['ZYXFELLSIDE', 'ZYXDEADLINE', 'ZYXINTEREST'];

async function addLate(page: Page, typed: string, reason: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Add an item' }).last();
  await field.fill(typed);
  await field.press('Enter');
  await dialog(page).getByLabel('Why the chair takes it as urgent').fill(reason);
  await dialog(page).getByRole('button', { name: 'Put it on the agenda' }).click();
  await expect.poll(() => field.inputValue()).toBe('');
}

describe('what comes after', STEPS, () => {
  test('is a supplement, with one late item for everybody and one for the seats alone', async () => {
    for (const page of [anna, ben]) await page.goto(`${world.app.url}/meetings/${meetingId}`);
    await addLate(anna, `${LATE_NEWS} 15 min`, 'It began on Saturday.');
    await addLate(anna, 'Settlement with ZYXFELLSIDE 20 min', 'ZYXDEADLINE: the offer ends in May.');
    await chooseInMenu(anna, 'Settlement with ZYXFELLSIDE', /Exclude press/);
    await dialog(anna)
      .getByText(/^Paragraph 3:/)
      .click();
    await dialog(anna).getByRole('textbox', { name: 'Public interest' }).fill('ZYXINTEREST: talks go on.');
    await dialog(anna).getByRole('button', { name: 'Exclude press and public' }).click();
    await anna.getByText(/under section 100A\(4\) of the Local Government Act 1972/).waitFor();
    await row(ben, 'Settlement with ZYXFELLSIDE').getByText('Restricted: paragraph 3').waitFor();
    await prepare(anna, 'a supplement');
    const seen = await lookAndPublish(ben, ['Two urgent matters came up.']);
    expect(seen).toContain(LATE_NEWS);
    for (const secret of SECRETS) expect(seen).not.toContain(secret);
    const [full] = await Promise.all([
      ben.context().waitForEvent('page'),
      papers(ben)
        .getByText('For those with a seat:')
        .locator('..')
        .getByRole('link', { name: 'Page' })
        .first()
        .click(),
    ]);
    await full.getByRole('heading', { level: 1 }).waitFor();
    expect(await full.getByRole('main').innerText()).toContain('Settlement with ZYXFELLSIDE');
    await full.close();
    await picture(anna, '09-supplement');
    expect([...troublesOf(anna), ...troublesOf(ben)]).toEqual([]);
  });

  test('everybody reads the public part on every page, in every file and feed, and not a word of the rest', async () => {
    const { id: boardId } = world.trust;
    const visitor = await world.as('nobody', '/public');
    await visitor.getByRole('link', { name: /4 May 2027, 10:00/ }).click();
    await visitor.getByText('The chair’s reason: Two urgent matters came up.').waitFor();
    await picture(visitor, '10-public-meeting');
    const listed = await visitor.locator('.agenda > li').allInnerTexts();
    expect(listed.map((one) => one.replace(/\s+/g, ' ').trim())).toContainEqual(
      expect.stringMatching(new RegExp(`^${LATE_NEWS} \\d\\d:\\d\\d New$`)),
    );
    expect(await visitor.evaluate(NUMBERS)).toEqual(listed.map((_, at) => at + 1));
    await visitor.getByRole('link', { name: 'Read the papers' }).click();
    await visitor.getByRole('heading', { level: 1, name: /^Agenda with supplement/ }).waitFor();
    await picture(visitor, '11-public-papers');
    const file = new URL(visitor.url()).pathname.replace('.html', '');
    for (const path of [
      ...['/public', `/public/boards/${boardId}`, `/public/meetings/${meetingId}`],
      ...[`/public/boards/${boardId}/meetings.ics`, `/public/boards/${boardId}/agendas.atom`],
      ...['html', 'pdf', 'docx'].map((ending) => `${file}.${ending}`),
    ]) {
      const told = await wordsOf(await everybody(path));
      for (const secret of SECRETS) expect(told, path).not.toContain(secret);
      if (path.startsWith(file) || path.endsWith('.atom')) expect(told, path).toContain(LATE_NEWS);
      if (path.startsWith(file))
        for (const said of REPORT) expect(told.replace(/\s+/g, ' '), path).toContain(said);
    }
    const calendar = await publicText(`/public/boards/${boardId}/meetings.ics`);
    expect(calendar).toContain('DTSTART;TZID=Europe/London:20270504T100000');
    const told = await world.app.nobody.ok(
      'query ($id: ID!) { meeting(id: $id) { agendaItems { id } publications { parts { part items { title } } } } }',
      { id: meetingId },
    );
    expect(JSON.stringify(told)).toContain(LATE_NEWS);
    for (const secret of [...SECRETS, 'FULL']) expect(JSON.stringify(told)).not.toContain(secret);
    expect(await axe(visitor)).toEqual([]);
    expect(troublesOf(visitor)).toEqual([]);
  });

  test('and all of it is as if there were nothing restricted: no number, gap, size or time is another', async () => {
    const [secret, plain] = [await twin(true), await twin(false)];
    for (const [one, other] of secret.map((told, at) => [told, plain[at]])) expect(one).toBe(other);
  });
});

const NUMBERS = `[...document.querySelectorAll('.agenda > li')].map(({ value }) => value)`;
const lateReason = 'The chair says so.';

/** What everybody is told of a meeting with a supplement, with restricted items or without: by whatever ids. */
async function twin(hasSecrets: boolean): Promise<string[]> {
  const secret = (title: string) => (hasSecrets ? [{ title, lateReason, paragraph: '3' }] : []);
  const id = await quietMeeting(world, [
    { title: 'Emergency beds', lateReason },
    ...secret('Sale of the depot'),
    { title: 'Staff for the winter', lateReason },
  ]);
  const first = await publishQuietly(world, id, lateReason);
  for (const item of [...secret('Pay of the directors'), { title: LATE_NEWS, lateReason }])
    await quietItem(world.anna, id, item);
  const second = await publishQuietly(world, id, lateReason);
  const board = `/public/boards/${world.trust.id}`;
  const [feed, calendar] = [
    await publicText(`${board}/agendas.atom`),
    await publicText(`${board}/meetings.ics`),
  ];
  const entries = feed.split('<entry>').filter((entry) => entry.includes(first) || entry.includes(second));
  const event = calendar.split('BEGIN:VEVENT').filter((one) => one.includes(id));
  const pages = [`meetings/${id}`, ...[first, second].map((one) => `publications/${one}/agenda.html`)];
  const told = [
    ...(await Promise.all(pages.map((page) => publicText(`/public/${page}`)))),
    ...entries,
    ...event,
  ];
  expect(told).toHaveLength(6);
  const known = new Map<string, string>();
  return told.map((text) =>
    text.replace(/^DTSTAMP:.*$/m, '').replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (one) => {
      known.set(one, known.get(one) ?? `id ${known.size}`);
      return known.get(one) ?? '';
    }),
  );
}
