import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openBrowser, type Browser } from '../support/browser.js';
import { startRunningProgram, type RunningProgram } from '../support/running-program.js';

describe('the page at /', () => {
  let program: RunningProgram;
  let browser: Browser;
  let page: Page;
  const elsewhere: string[] = [];
  const broken: string[] = [];

  beforeAll(async () => {
    program = await startRunningProgram();
    browser = await openBrowser();
    ({ page } = browser);
    page.on('request', (request) => {
      const { hostname, protocol } = new URL(request.url());
      if (protocol.startsWith('http') && hostname !== '127.0.0.1') elsewhere.push(request.url());
    });
    page.on('pageerror', (error) => broken.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') broken.push(message.text());
    });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await program?.stop();
  }, 60_000);

  it('says what it is before anybody signs in', async () => {
    await page.goto(program.url);
    expect(await page.getByRole('heading', { name: 'Alongside' }).isVisible()).toBe(true);
    expect(await page.getByRole('status').textContent()).toBe('You are not signed in.');
  });

  it('lets somebody of the demonstration sign in, and names them', async () => {
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(/sign-in/);
    await page.getByLabel('Name, role or organisation').fill('framework lead sussex');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('listitem').getByRole('button').first().click();
    await page.waitForURL(`${program.url}/`);
    await page.getByText(/^Signed in as (?!somebody)/).waitFor();
    expect(await page.getByRole('button', { name: 'Sign out' }).isVisible()).toBe(true);
  });

  it('opens the graph with their token, and answers who they are', async () => {
    await page.locator('.graphiql-container').waitFor();
    await page.getByRole('button', { name: /execute query/i }).click();
    await page.locator('.result-window').getByText('frameworkLead').waitFor();
  });

  it('asks nothing of any other host, and breaks nowhere', () => {
    expect(elsewhere).toEqual([]);
    expect(broken).toEqual([]);
  });
});
