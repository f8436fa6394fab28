import { hash } from '@node-rs/argon2';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  axe,
  FOR_BROWSERS,
  newPage,
  openBrowser,
  overflowsSideways,
  signedInPage,
  troublesOf,
} from '../support/browser.js';
import { atThisPace } from '../support/pace.js';
import { startWorld, type World } from '../support/world.js';

// Browsers on a busy machine take their time.
vi.setConfig({ testTimeout: 90_000 });

const PASSWORD = 'three quiet herons';

let world: World;
let browser: Browser;
let url: string;

beforeAll(async () => {
  world = await startWorld(FOR_BROWSERS);
  url = world.app.url;
  browser = await openBrowser();
  // As hard as the product’s own, but for the time it takes.
  const kept = await hash(PASSWORD, { memoryCost: 8, timeCost: 1, parallelism: 1 });
  await world.app.build.sql('update accounts set password_hash = $1', [kept]);
});
afterAll(async () => {
  await browser?.close();
  await world?.app.close();
});
beforeEach(() => world.app.build.sql('delete from sign_in_attempts'));

const email = (page: Page) => page.getByLabel('E-mail address');
const password = (page: Page) => page.getByLabel('Password', { exact: true });
const send = (page: Page) =>
  page.getByRole('form', { name: 'Sign in' }).getByRole('button', { name: 'Sign in' }).click();

async function signInAs(page: Page, address: string, secret = PASSWORD): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await email(page).fill(address);
  await password(page).fill(secret);
  await send(page);
}

describe('signing in', () => {
  test('leads to the page of one’s own, under one’s name, and signing out leads back to what is public', async () => {
    const page = await newPage(browser);
    await signInAs(page, 'northeditor@example.org');
    await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor();
    await expect.poll(() => page.title()).toBe('Home – Accord');
    await page.getByRole('button', { name: 'northeditor, Northmoor Council' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('link', { name: 'Sign in' }).waitFor();
    expect(await page.getByText('northeditor').count()).toBe(0);
    expect(await page.context().cookies()).toEqual([]);
    expect(troublesOf(page)).toEqual([]);
    await page.context().close();
  });

  test('tells a wrong password in words, keeps the address, and puts the keyboard at the password', async () => {
    const page = await newPage(browser);
    await signInAs(page, 'northeditor@example.org', 'three loud herons');
    await page.getByRole('alert').getByText('The e-mail address or the password is wrong.').waitFor();
    await expect.poll(() => email(page).inputValue()).toBe('northeditor@example.org');
    await expect.poll(() => page.locator(':focus').getAttribute('name')).toBe('password');
    expect(await page.context().cookies()).toEqual([]);
    await page.context().close();
  });

  test('asks for what was left out at the field', async () => {
    const page = await newPage(browser);
    await page.goto(`${url}/sign-in`);
    await email(page).fill('northeditor@example.org');
    await send(page);
    await page.getByText('Enter your password.').waitFor();
    await expect.poll(() => password(page).getAttribute('aria-invalid')).toBe('true');
    await page.context().close();
  });

  test('shows what is typed when asked to, and takes a pasted password', async () => {
    const page = await newPage(browser);
    await page.goto(`${url}/sign-in`);
    await email(page).fill('northeditor@example.org');
    await password(page).focus();
    await page.keyboard.insertText(PASSWORD);
    await expect.poll(() => password(page).getAttribute('type')).toBe('password');
    await page.getByRole('button', { name: 'Show what is typed' }).click();
    await expect.poll(() => password(page).getAttribute('type')).toBe('text');
    await expect.poll(() => password(page).inputValue()).toBe(PASSWORD);
    await send(page);
    await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor();
    await page.context().close();
  });

  test('says how long to wait after too many tries', async () => {
    const page = await newPage(browser);
    for (let tries = 0; tries < 10; tries++)
      await world.app.nobody.query(
        'mutation ($input: SignInInput!) { signIn(input: $input) { viewer { id } } }',
        { input: { email: 'southlead@example.org', password: 'guess' } },
      );
    await signInAs(page, 'southlead@example.org');
    await page
      .getByRole('alert')
      .getByText(/too many tries. You can try again in \d+ (minutes|seconds)/)
      .waitFor();
    expect(await page.context().cookies()).toEqual([]);
    await page.context().close();
  });

  test('lets whoever was given a first password choose their own', async () => {
    const page = await newPage(browser);
    await world.app.build.sql(
      `update accounts set initial_until = now() + interval '1 day' where email = 'northviewer@example.org'`,
    );
    await signInAs(page, 'northviewer@example.org');
    await page.getByLabel('A password of your own').fill('four patient otters');
    await send(page);
    await page.getByRole('button', { name: 'northviewer, Northmoor Council' }).waitFor();
    await page.context().close();
  });
});

describe('a session', () => {
  test('that is ended everywhere ends the page of another browser within a second', async () => {
    const here = await signedInPage(browser, world.app, 'southeditor@example.org');
    const there = await signedInPage(browser, world.app, 'southeditor@example.org');
    const isLive = new Promise<void>((resolve) =>
      there.on('websocket', (socket) =>
        socket.on('framereceived', ({ payload }) => String(payload).includes('connection_ack') && resolve()),
      ),
    );
    await there.goto(`${url}/account`);
    await there.getByRole('heading', { name: 'Your account' }).waitFor();
    await isLive;
    await here.goto(`${url}/account`);
    await here.getByRole('button', { name: 'Sign out everywhere' }).click();
    const answer = here.waitForResponse(
      (response) => response.request().postData()?.includes('SignOutEverywhere') === true,
    );
    await here.getByRole('alertdialog').getByRole('button', { name: 'Sign out everywhere' }).click();
    await answer;
    const began = Date.now();
    await there.getByText('You were signed out, here or from another browser.').waitFor({ timeout: 5_000 });
    expect(Date.now() - began).toBeLessThan(atThisPace(1_000));
    expect(await there.getByText('southeditor').count()).toBe(0);
    await here.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    // Whoever signs in again is back where they were.
    await email(there).fill('southeditor@example.org');
    await password(there).fill(PASSWORD);
    await send(there);
    await there.getByRole('heading', { level: 1, name: 'Your account' }).waitFor();
    await here.context().close();
    await there.context().close();
  });

  test('has a token made, shown once, and ended', async () => {
    const page = await signedInPage(browser, world.app, 'northlead@example.org');
    await page.goto(`${url}/account`);
    await page.getByLabel('What for').fill('Monthly report');
    await page.getByRole('button', { name: 'Create a token' }).click();
    const secret = await page.getByLabel('The secret of the new token').inputValue();
    const program = world.app.withToken(secret);
    await expect
      .poll(() => program.ok('{ viewer { via mayWrite } }'))
      .toEqual({
        viewer: { via: 'TOKEN', mayWrite: false },
      });
    await page.reload();
    await page.getByRole('rowheader', { name: 'Monthly report' }).waitFor();
    expect(await page.getByText(secret).count()).toBe(0);
    await page.getByRole('button', { name: 'End the token Monthly report' }).click();
    await page.getByRole('button', { name: 'End the token', exact: true }).click();
    await page.getByText('You have none.').waitFor();
    await expect.poll(() => program.refused('{ viewer { via } }')).toBe('UNAUTHENTICATED');
    expect(troublesOf(page)).toEqual([]);
    await page.context().close();
  });

  test('whose password is changed goes on; a wrong present password is told at its field', async () => {
    const page = await signedInPage(browser, world.app, 'admin@example.org');
    await page.goto(`${url}/account`);
    await page.getByLabel('Present password').fill('not my password');
    await page.getByLabel('New password').fill('five careful badgers');
    await page.getByRole('button', { name: 'Change password' }).click();
    await page.getByText('This is not your present password.').waitFor();
    await page.getByLabel('Present password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Change password' }).click();
    await page.getByText('Your password is changed. Other browsers are signed out.').waitFor();
    await page.context().close();
    const again = await newPage(browser);
    await signInAs(again, 'admin@example.org', 'five careful badgers');
    await again.getByRole('heading', { level: 1, name: 'Home' }).waitFor();
    await again.context().close();
  });
});

describe('the pages of signing in and of the account', () => {
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [1280, 320])
      test(`have nothing against them, ${colorScheme} and ${width} pixels wide`, async () => {
        const page = await signedInPage(browser, world.app, 'chair@example.org', {
          colorScheme,
          viewport: { width, height: 800 },
        });
        await page.goto(`${url}/account`);
        await page.getByRole('heading', { name: 'Where you are signed in' }).waitFor();
        expect(await axe(page)).toEqual([]);
        expect(await overflowsSideways(page)).toBe(false);
        await page.context().clearCookies();
        await page.goto(`${url}/sign-in`);
        await send(page);
        await page.getByText('Enter your password.').waitFor();
        expect(await axe(page)).toEqual([]);
        expect(await overflowsSideways(page)).toBe(false);
        await expect.poll(() => page.title()).toBe('Sign in – Accord');
        expect(troublesOf(page)).toEqual([]);
        await page.context().close();
      });
});
